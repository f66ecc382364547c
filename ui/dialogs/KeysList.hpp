// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/KeyMap.hpp"
#include "ui/theme/Theme.hpp"

#include <QTreeWidget>

namespace vitrina::ui {

/// All commands by menu, each with its keys and what they collide with. Letters typed in it are for the
/// search; keys of the list itself: Enter and F2, Ins, Del.
class KeysList final : public QTreeWidget {
    Q_OBJECT

  public:
    explicit KeysList(const Theme& theme, QWidget* parent = nullptr);

    /// Draws what the values say; keeps the row.
    void present(const KeyCommands& commands, const KeyMap& map);
    /// Rows whose words, menu or key hold `words`; an empty one shows all. The first that is left is
    /// selected.
    void search(const QString& words);
    /// Of the selected row; empty on a heading.
    QString currentId() const;
    /// The whole of what collides, of a row.
    QString conflictWords(const QString& id) const;
    bool select(const QString& id);
    /// Where the keys of the selected row are drawn, in the viewport.
    QRect keysRect() const;

  signals:
    void changeAsked();
    void addAsked();
    void removeAsked();
    void typed(const QString& letters);

  protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    class Delegate;
    QTreeWidgetItem* find(const QString& id) const;
    void build(const KeyCommands& commands);

    QStringList built_;
};

} // namespace vitrina::ui
