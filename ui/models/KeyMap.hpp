// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>

#include <map>
#include <vector>

/// Which keys do what, as values: what comes with the program, what the host has changed, what collides.
namespace vitrina::ui {

using KeyList = QList<QKeySequence>;

enum class KeyReach {
    None,
    Everywhere, ///< also while text is typed and over a dialog: the take, the end of the show
    NotTyping,  ///< anywhere, but never while a text field has the focus
    InPlace,    ///< while one panel has the focus
};

struct KeyCommand {
    QString id;    ///< "show.take"; kept in the settings, so never renamed
    QString group; ///< the menu it stands in
    QString words;
    KeyList keys; ///< as the program comes
    KeyReach reach = KeyReach::NotTyping;
    QString place; ///< InPlace: which panel
};
using KeyCommands = std::vector<KeyCommand>;

/// What the host has changed: command -> keys; an empty list is a command that shall have none. Commands that
/// are not in it have the keys they come with.
using KeyMap = std::map<QString, KeyList>;

/// The keys wanted for a command.
KeyList keysOf(const KeyMap& map, const KeyCommand& command);
/// Those of them that work: where two commands want one key, one has it. First come those that work
/// everywhere, so that a take is never lost to another; then what the host chose himself; then the order of
/// the commands.
KeyList workingKeys(const KeyCommands& commands, const KeyMap& map, const KeyCommand& command);

struct KeyConflict {
    QKeySequence key;
    QString other;      ///< the command that wants it too
    bool works = false; ///< here, and not for the other

    bool operator==(const KeyConflict&) const = default;
};
std::vector<KeyConflict> conflictsOf(const KeyCommands& commands, const KeyMap& map,
                                     const KeyCommand& command);

/// Keys a command comes with leave the map again.
KeyMap withKeys(KeyMap map, const KeyCommand& command, const KeyList& keys);
KeyMap withDefaults(KeyMap map, const QString& id);

/// As kept: command -> "F12; Num+Enter", the same in every language. What is no key is left out when read; a
/// command unknown to this version stays, for the one that knows it.
std::map<QString, QString> toStored(const KeyMap& map);
KeyMap fromStored(const std::map<QString, QString>& stored);

/// A press as a key of a command. Where the keyboard's letters are not Latin, or Shift turns a digit into a
/// sign, the key's place counts (`scanCode` of X11; 0: not known): the same finger in every layout.
QKeyCombination keyPressed(int key, Qt::KeyboardModifiers modifiers, quint32 scanCode);
/// False for what the desktop means otherwise: Tab, Esc, arrows, Space and Enter alone, a modifier alone.
bool canBeKey(QKeyCombination key);
/// Puts a character into a text field.
bool typesText(QKeyCombination key);

} // namespace vitrina::ui
