// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.hpp"
#include "control/State.hpp"
#include "journal/Journal.hpp"
#include "record/Documents.hpp"
#include "studio/Newest.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace vitrina::studio {

/// Writes the edited plan into the show file, so that the next opening finds it. Used on the GUI thread,
/// which only copies: it is encoded and written on the journal thread, of several edits in a row only the
/// last.
class PlanKeeper {
  public:
    /// Called on the journal thread after each try; nothing: it is written.
    using Told = std::function<void(std::optional<Error>)>;

    PlanKeeper(journal::JournalThread& journal, std::uint64_t keptRevision, Told told);

    /// Does nothing for a plan and a catalogue whose revisions are kept or on their way.
    void keep(const control::State& state);
    /// After a failure: the next keep() tries again.
    void tryAgain() { kept_ = {}; }

  private:
    journal::JournalThread& journal_;
    /// Of rundown and catalogue; no plan has the revision 0.
    std::pair<std::uint64_t, std::uint64_t> kept_;
    Told told_;
    const std::shared_ptr<Newest<record::ShowDocument>> waiting_ =
        std::make_shared<Newest<record::ShowDocument>>();
};

} // namespace vitrina::studio
