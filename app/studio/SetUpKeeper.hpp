// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.hpp"
#include "journal/Journal.hpp"
#include "stage/SetUp.hpp"
#include "studio/Newest.hpp"

#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace vitrina::studio {

/// Writes the edited set-up into this machine's file, readable by its owner only: addresses hold keys. Used
/// on the GUI thread, which only copies: it is written on the journal thread, of several edits in a row only
/// the last. A file half written never takes the place of a whole one.
class SetUpKeeper {
  public:
    /// Called on the journal thread after each try; nothing: it is written.
    using Told = std::function<void(std::optional<Error>)>;

    /// `asRead`: what the file said before the command line was laid over it. `path` empty: nothing is kept.
    SetUpKeeper(journal::JournalThread& journal, stage::SetUp asRead, QString path, Told told);

    void keep(const stage::SetUp& setUp);

  private:
    journal::JournalThread& journal_;
    const stage::SetUp asRead_;
    const QString path_;
    const Told told_;
    const std::shared_ptr<Newest<stage::SetUp>> waiting_ = std::make_shared<Newest<stage::SetUp>>();
};

/// What SetUpKeeper does on the journal thread. Errors: FileUnwritable, BadFormat (it could not be read
/// again).
Result<void> writeSetUp(const stage::SetUp& setUp, const QString& path);

} // namespace vitrina::studio
