// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/KeyMap.hpp"

#include <QObject>
#include <QPointer>

class QAction;
class QKeyEvent;

namespace vitrina::ui {

/// The one list of all commands that can have a key. Who has an action enters it here and never sets a
/// shortcut by itself; panels ask for a command's key when they are shown. Keeps keys from firing while text
/// is typed. GUI thread.
///
/// A panel's own actions (InPlace): give each an objectName as its id and the shortcuts it comes with, and
/// let the window enter them with addAll().
class Keys final : public QObject {
    Q_OBJECT

  public:
    /// A widget with this property true is typed into, as a text field is: in a list that is searched by
    /// typing, say.
    static constexpr char takesTextProperty[] = "takesText";

    explicit Keys(QObject* parent = nullptr);

    /// The action gets the keys that the map has for it, now and whenever the map changes.
    void add(QAction& action, KeyCommand command);
    /// Actions with an id as objectName; separators and actions without one are left out.
    void addAll(const QList<QAction*>& actions, const QString& group, KeyReach reach, const QString& place);

    const KeyCommands& commands() const { return commands_; }
    /// Those that exist at this moment, and no key for a fifth scene where there are four.
    KeyCommands shown() const;
    const KeyMap& map() const { return map_; }
    void setMap(const KeyMap& map);

    /// "F12": the first key that works for the command; empty where there is none.
    QString hint(const QString& id) const;
    /// "Take the next item (F12)"; the words alone where there is no key.
    QString withHint(const QString& words, const QString& id) const;

  signals:
    void changed();

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void give(std::size_t index);
    QAction* actionFor(QKeyCombination key, bool everywhereOnly) const;
    bool beforeShortcut(QKeyEvent& event);
    bool afterShortcut(QKeyEvent& event);

    KeyCommands commands_;
    std::vector<QPointer<QAction>> actions_; ///< of the command with the same index
    KeyMap map_;
};

} // namespace vitrina::ui
