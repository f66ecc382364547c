// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/PlanKeeper.hpp"

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

PlanKeeper::PlanKeeper(journal::JournalThread& journal, std::uint64_t keptRevision, Told told)
    : journal_(journal), keptRevision_(keptRevision), told_(std::move(told)) {}

void PlanKeeper::keep(const show::Show& show, const commerce::Catalogue& catalogue) {
    if (show.rundown.revision == keptRevision_)
        return;
    keptRevision_ = show.rundown.revision;
    if (!waiting_->put(record::ShowDocument{show, catalogue}))
        return;
    journal_.run([waiting = waiting_, told = told_](journal::ShowFile& file) {
        const std::optional<record::ShowDocument> document = waiting->take();
        const Result<void> saved = save(file, *document);
        told(saved ? std::nullopt : std::optional(saved.error()));
    });
}

} // namespace vitrina::studio
