// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/Commands.hpp"
#include "ui/models/RundownModel.hpp"

#include <QAction>
#include <QLineEdit>
#include <QList>
#include <QObject>
#include <QPointer>

#include <functional>
#include <optional>
#include <string>
#include <vector>

class QTreeView;

namespace vitrina::ui {

class RundownDelegate;

/// The hand on the rundown: keys, context menu and fields in place, all as commands. Its keys work while the
/// rundown has the focus, and so never while something is typed, be it in a field of its own.
class RundownEditor final : public QObject {
    Q_OBJECT

  public:
    RundownEditor(RundownModel& model, RundownDelegate& delegate, QTreeView& tree);

    /// The plan the commands are made from; it is read when a key comes.
    void setState(const control::State& state) { state_ = &state; }
    const QList<QAction*>& actions() const { return actions_; }
    QLineEdit* field() const { return field_; } ///< null while nothing is edited in place
    void removeNow(const control::Command& command);
    void addRow();
    /// Whatever has the selection now has it after the next change of the rows too.
    void keepSelected();

  signals:
    void asked(const vitrina::control::Command& command);
    /// What was typed can't be used, in words for a person.
    void refused(const QString& sentence);
    /// The row's values are to be edited in a dialog.
    void openAsked(const vitrina::ItemId& item);
    /// A person is to be asked first, then removeNow() is called: the row that is next, or a part with rows.
    /// The item's label is to be chosen.
    void labelAsked(const vitrina::ItemId& item);
    void removalAsked(const QString& title, bool part, const vitrina::control::Command& command);

  private:
    enum class Cell { None, Title, Planned };

    void addActions();
    QAction* add(const char* id, const QString& words, const QKeySequence& key,
                 const std::function<void()>& run);
    void addSeparator();
    void nameActions();
    const RundownRow* current() const;
    const show::Item* currentItem() const;

    void edit(Cell cell);
    void placeField();
    void commit();
    void leave();
    bool eventFilter(QObject* watched, QEvent* event) override;

    void addPart();
    void duplicate();
    void open();
    void mark(show::ItemMark mark);
    void buildMarks();
    void remove();
    void move(int by);
    void toggleSkipped();
    void toggleStandby();
    /// The row that shall have the selection when the model has it, its title open if it is new.
    void await(const std::string& id, bool open);
    void rowsHaveMoved();

    RundownModel& model_;
    RundownDelegate& delegate_;
    QTreeView& tree_;
    const control::State* state_ = nullptr;
    QList<QAction*> actions_;
    QAction* skip_ = nullptr;
    QAction* reserve_ = nullptr;
    std::vector<QAction*> marks_; ///< in the order of show::ItemMark
    QPointer<QLineEdit> field_;
    Cell cell_ = Cell::None;
    std::string fieldRow_;
    std::string awaited_; ///< has the selection when the rows have moved
    bool moving_ = false; ///< rows move: what the view selects meanwhile is not the person's choice
    std::string toOpen_;
};

} // namespace vitrina::ui
