// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/EditHistory.hpp"

namespace vitrina::control {
namespace {

const show::RundownEdited* editIn(const std::vector<record::Fact>& facts) {
    for (const record::Fact& fact : facts) {
        if (const auto* edited = record::factAs<show::RundownEdited>(fact))
            return edited;
    }
    return nullptr;
}

} // namespace

void EditHistory::follow(const Command& command, const std::vector<record::Fact>& facts) {
    const show::RundownEdited* edited = editIn(facts);
    drop(command);
    if (!edited)
        return;
    if (std::holds_alternative<Undo>(command)) {
        undone_.push_back(*edited);
        return;
    }
    if (!std::holds_alternative<Redo>(command))
        undone_.clear();
    done_.push_back(*edited);
    if (done_.size() > kept)
        done_.pop_front();
}

void EditHistory::drop(const Command& command) {
    if (std::holds_alternative<Undo>(command) && !done_.empty())
        done_.pop_back();
    if (std::holds_alternative<Redo>(command) && !undone_.empty())
        undone_.pop_back();
}

} // namespace vitrina::control
