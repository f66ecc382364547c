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

  signals:
    void asked(const vitrina::control::Command& command);
    /// What was typed can't be used, in words for a person.
    void refused(const QString& sentence);
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

    void addRow();
    void addPart();
    void duplicate();
    void remove();
    void move(int by);
    void toggleSkipped();
    void toggleStandby();
    /// The row that shall have the selection when the model has it, its title open if it is new.
    void await(const std::string& id, bool open);
    void modelWasReset();
    QModelIndex find(const std::string& id) const;

    RundownModel& model_;
    RundownDelegate& delegate_;
    QTreeView& tree_;
    const control::State* state_ = nullptr;
    QList<QAction*> actions_;
    QAction* skip_ = nullptr;
    QAction* reserve_ = nullptr;
    QPointer<QLineEdit> field_;
    Cell cell_ = Cell::None;
    std::string fieldRow_;
    std::string selected_;
    std::string toOpen_;
};

} // namespace vitrina::ui
