// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/EditDecision.hpp"

#include "base/Overloaded.hpp"
#include "control/EditHistory.hpp"

#include <utility>

namespace vitrina::control {
namespace {

using Facts = Result<std::vector<record::Fact>>;

void giveId(show::Edit& edit, const IdSource& ids) {
    const auto fill = [&](std::string& id) {
        if (id.empty())
            id = ids();
    };
    std::visit(Overloaded{
                   [&](show::AddItem& add) { fill(add.item.id.value); },
                   [&](show::DuplicateItem& duplicate) { fill(duplicate.newId.value); },
                   [&](show::AddSegment& add) { fill(add.newId.value); },
                   [&](show::ImportRows& import) {
                       for (show::Segment& segment : import.segments) {
                           fill(segment.id.value);
                           for (show::Item& item : segment.items)
                               fill(item.id.value);
                       }
                   },
                   [](auto&) {},
               },
               edit);
}

std::vector<ProductId> productsIn(const show::Edit& edit) {
    std::vector<ProductId> products;
    if (const auto* add = std::get_if<show::AddItem>(&edit))
        products.push_back(add->item.product);
    if (const auto* change = std::get_if<show::ChangeItem>(&edit))
        products.push_back(change->product.value_or(ProductId{}));
    if (const auto* import = std::get_if<show::ImportRows>(&edit)) {
        for (const show::Segment& segment : import->segments)
            for (const show::Item& item : segment.items)
                products.push_back(item.product);
    }
    return products;
}

SceneId sceneOf(const State& state, const show::Item* item) {
    const stage::Scene* scene = item ? stage::sceneForRole(state.setUp, item->role) : nullptr;
    return scene ? scene->id : SceneId{};
}

/// Preview goes with what is next, also when an edit has put another row or another role there, unless the
/// host has chosen a scene himself.
Facts withPreview(const State& state, Result<std::vector<show::Fact>> decided) {
    if (!decided)
        return decided.error();
    std::vector<record::Fact> facts;
    show::Rundown after = state.show.rundown;
    ItemId next = state.run.next;
    for (show::Fact& fact : *decided) {
        if (const auto* edited = std::get_if<show::RundownEdited>(&fact))
            show::apply(after, *edited);
        else if (const auto* set = std::get_if<show::NextSet>(&fact))
            next = set->item;
        facts.emplace_back(std::move(fact));
    }
    const SceneId before = sceneOf(state, show::findItem(state.show.rundown, state.run.next));
    const SceneId scene = sceneOf(state, show::findItem(after, next));
    if (!scene.empty() && scene != before && scene != state.stage.preview && !state.stage.previewChosenByHost)
        facts.emplace_back(stage::Fact{stage::PreviewSet{scene, false}});
    return facts;
}

/// Undo takes an edit back; redo takes back what the undo wrote.
Facts takeBack(const State& state, const show::RundownEdited* step) {
    if (!step)
        return fail(ErrorCode::NothingToUndo);
    return withPreview(state, show::decideInverse(state.show, state.run, *step));
}

} // namespace

Facts decideEdit(const State& state, show::Edit edit, const IdSource& ids) {
    for (const ProductId& product : productsIn(edit)) {
        if (!product.empty() && !commerce::findProduct(state.catalogue, product))
            return fail(ErrorCode::UnknownProduct, product.value);
    }
    giveId(edit, ids);
    return withPreview(state, show::decide(state.show, state.run, edit));
}

Facts decideUndo(const State& state, const Moment& moment) {
    return takeBack(state, moment.history ? moment.history->undoable() : nullptr);
}

Facts decideRedo(const State& state, const Moment& moment) {
    return takeBack(state, moment.history ? moment.history->redoable() : nullptr);
}

} // namespace vitrina::control
