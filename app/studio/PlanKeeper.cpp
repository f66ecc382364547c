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

std::pair<std::uint64_t, std::uint64_t> revisionsOf(const control::State& state) {
    return {state.show.rundown.revision, state.catalogueRevision};
}

} // namespace

PlanKeeper::PlanKeeper(journal::JournalThread& journal, std::uint64_t keptRevision, Told told)
    : journal_(journal), kept_(keptRevision, 0), told_(std::move(told)) {}

void PlanKeeper::keep(const control::State& state) {
    const auto revisions = revisionsOf(state);
    if (revisions == kept_)
        return;
    kept_ = revisions;
    record::ShowDocument plan{state.show, state.catalogue};
    // What may be called "was" is the price ledger's to say, each time the show is opened.
    for (commerce::Product& product : plan.catalogue.products)
        for (commerce::Variant& variant : product.variants)
            variant.priorLowest.reset();
    if (!waiting_->put(std::move(plan)))
        return;
    journal_.run([waiting = waiting_, told = told_](journal::ShowFile& file) {
        const std::optional<record::ShowDocument> document = waiting->take();
        const Result<void> saved = save(file, *document);
        told(saved ? std::nullopt : std::optional(saved.error()));
    });
}

} // namespace vitrina::studio
