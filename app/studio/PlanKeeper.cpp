// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/PlanKeeper.hpp"

#include <mutex>
#include <utility>

namespace vitrina::studio {
namespace {

/// What can't be read again (too large, say) never takes the place of what can.
Result<void> save(journal::ShowFile& file, const record::ShowDocument& document) {
    const std::string json = record::encodeShowDocument(document);
    if (const auto readable = record::decodeShowDocument(json); !readable)
        return readable.error();
    return file.saveDocument(json);
}

} // namespace

struct PlanKeeper::Waiting {
    std::mutex mutex;
    std::optional<record::ShowDocument> newest; ///< not yet taken by the journal thread
};

PlanKeeper::PlanKeeper(journal::JournalThread& journal, std::uint64_t keptRevision, Told told)
    : journal_(journal), keptRevision_(keptRevision), told_(std::move(told)),
      waiting_(std::make_shared<Waiting>()) {}

void PlanKeeper::keep(const show::Show& show, const commerce::Catalogue& catalogue) {
    if (show.rundown.revision == keptRevision_)
        return;
    keptRevision_ = show.rundown.revision;
    {
        const std::lock_guard lock(waiting_->mutex);
        const bool onItsWay = waiting_->newest.has_value();
        waiting_->newest = record::ShowDocument{show, catalogue};
        if (onItsWay)
            return;
    }
    journal_.run([waiting = waiting_, told = told_](journal::ShowFile& file) {
        std::optional<record::ShowDocument> document;
        {
            const std::lock_guard lock(waiting->mutex);
            document.swap(waiting->newest);
        }
        const Result<void> saved = save(file, *document);
        told(saved ? std::nullopt : std::optional(saved.error()));
    });
}

} // namespace vitrina::studio
