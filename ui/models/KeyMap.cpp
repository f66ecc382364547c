// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/KeyMap.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace vitrina::ui {
namespace {

/// Where a hand finds letters and digits: the rows of a keyboard by their X11 codes.
struct Row {
    quint32 firstCode;
    std::string_view keys;
};
constexpr std::array rows{Row{10, "1234567890"}, Row{24, "QWERTYUIOP"}, Row{38, "ASDFGHJKL"},
                          Row{52, "ZXCVBNM"}};

int keyAtPlace(quint32 scanCode) {
    for (const Row& row : rows)
        if (scanCode >= row.firstCode && scanCode < row.firstCode + row.keys.size())
            return row.keys[scanCode - row.firstCode];
    return 0;
}

bool overlap(const KeyCommand& a, const KeyCommand& b) {
    return a.reach != KeyReach::InPlace || b.reach != KeyReach::InPlace || a.place == b.place;
}

/// Smaller is first.
int rank(const KeyMap& map, const KeyCommand& command) {
    return command.reach == KeyReach::Everywhere ? 0 : map.contains(command.id) ? 1 : 2;
}

/// `a` stands before `b` in the list when `earlier`.
bool wins(const KeyMap& map, const KeyCommand& a, const KeyCommand& b, bool earlier) {
    const int left = rank(map, a);
    const int right = rank(map, b);
    return left != right ? left < right : earlier;
}

} // namespace

KeyList keysOf(const KeyMap& map, const KeyCommand& command) {
    const auto changed = map.find(command.id);
    return changed == map.end() ? command.keys : changed->second;
}

std::vector<KeyConflict> conflictsOf(const KeyCommands& commands, const KeyMap& map,
                                     const KeyCommand& command) {
    std::vector<KeyConflict> conflicts;
    bool seen = false; // the command itself: it stands before those that follow
    for (const KeyCommand& other : commands) {
        if (other.id == command.id) {
            seen = true;
            continue;
        }
        if (!overlap(command, other))
            continue;
        const KeyList theirs = keysOf(map, other);
        for (const QKeySequence& key : keysOf(map, command))
            if (theirs.contains(key))
                conflicts.push_back({key, other.id, wins(map, command, other, seen)});
    }
    return conflicts;
}

KeyList workingKeys(const KeyCommands& commands, const KeyMap& map, const KeyCommand& command) {
    KeyList keys = keysOf(map, command);
    for (const KeyConflict& conflict : conflictsOf(commands, map, command))
        if (!conflict.works)
            keys.removeAll(conflict.key);
    return keys;
}

KeyMap withKeys(KeyMap map, const KeyCommand& command, const KeyList& keys) {
    if (keys == command.keys)
        map.erase(command.id);
    else
        map[command.id] = keys;
    return map;
}

KeyMap withDefaults(KeyMap map, const QString& id) {
    map.erase(id);
    return map;
}

std::map<QString, QString> toStored(const KeyMap& map) {
    std::map<QString, QString> stored;
    for (const auto& [id, keys] : map)
        stored[id] = QKeySequence::listToString(keys, QKeySequence::PortableText);
    return stored;
}

KeyMap fromStored(const std::map<QString, QString>& stored) {
    KeyMap map;
    for (const auto& [id, words] : stored) {
        KeyList keys;
        for (const QKeySequence& key : QKeySequence::listFromString(words, QKeySequence::PortableText))
            if (key.count() == 1 && canBeKey(key[0]))
                keys << key;
        // Nothing readable is not the wish for no key.
        if (!keys.isEmpty() || words.trimmed().isEmpty())
            map[id] = keys;
    }
    return map;
}

QKeyCombination keyPressed(int key, Qt::KeyboardModifiers modifiers, quint32 scanCode) {
    const int place = keyAtPlace(scanCode);
    const bool latin = key < 0x80 || key >= Qt::Key_Escape;
    const bool letter = key >= Qt::Key_A && key <= Qt::Key_Z;
    const bool digitPlace = place >= Qt::Key_0 && place <= Qt::Key_9;
    const bool sign = (modifiers & Qt::ShiftModifier) && digitPlace && !letter && key < Qt::Key_Escape;
    const Qt::KeyboardModifiers kept = modifiers & (Qt::ShiftModifier | Qt::ControlModifier |
                                                    Qt::AltModifier | Qt::MetaModifier | Qt::KeypadModifier);
    // Of the keypad only Enter is a key of its own; its digits are digits.
    const bool keypad = key == Qt::Key_Enter;
    return QKeyCombination(keypad ? kept : kept & ~Qt::KeyboardModifiers(Qt::KeypadModifier),
                           Qt::Key(place != 0 && (!latin || sign) ? place : key));
}

bool canBeKey(QKeyCombination key) {
    const bool plain =
        !(key.keyboardModifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    switch (key.key()) {
    case Qt::Key_unknown:
    case Qt::Key_Shift:
    case Qt::Key_Control:
    case Qt::Key_Alt:
    case Qt::Key_AltGr:
    case Qt::Key_Meta:
    case Qt::Key_Super_L:
    case Qt::Key_Super_R:
    case Qt::Key_CapsLock:
    case Qt::Key_NumLock:
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
    case Qt::Key_Escape:
        return false;
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Left:
    case Qt::Key_Right:
        return !plain;
    case Qt::Key_Enter:
        return !plain || (key.keyboardModifiers() & Qt::KeypadModifier);
    default:
        return int(key.key()) != 0;
    }
}

bool typesText(QKeyCombination key) {
    return !(key.keyboardModifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) &&
           key.key() < Qt::Key_Escape;
}

} // namespace vitrina::ui
