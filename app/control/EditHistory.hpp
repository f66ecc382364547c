// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/Commands.hpp"
#include "show/Edited.hpp"

#include <cstddef>
#include <deque>
#include <vector>

namespace vitrina::control {

/// The steps of this person's own hand that can be taken back, newest last. It holds the facts as they were
/// written; taking one back is a new fact of its own, so history is never rewritten. Not kept over a restart.
class EditHistory {
  public:
    static constexpr std::size_t kept = 200;

    /// The step Undo would take back and the one Redo would do again; null when there is none.
    const show::RundownEdited* undoable() const { return done_.empty() ? nullptr : &done_.back(); }
    /// As written by the undo: the inverse of what Redo will do.
    const show::RundownEdited* redoable() const { return undone_.empty() ? nullptr : &undone_.back(); }

    /// What came of a command that was not refused.
    void follow(const Command& command, const std::vector<record::Fact>& facts);
    /// A step that was refused no longer fits and goes; those before it may still.
    void drop(const Command& command);

  private:
    std::deque<show::RundownEdited> done_;
    std::deque<show::RundownEdited> undone_;
};

} // namespace vitrina::control
