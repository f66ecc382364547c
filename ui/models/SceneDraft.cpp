// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/SceneDraft.hpp"

#include "stage/Layouts.hpp"

#include <utility>

namespace vitrina::ui {

SceneDraft::SceneDraft(stage::Scene scene, stage::CanvasShape shape)
    : original_(scene), scene_(std::move(scene)), shape_(shape) {
    keepSelection();
}

void SceneDraft::setShape(stage::CanvasShape shape) {
    shape_ = shape;
    endStep();
    selected_.reset();
    keepSelection();
}

const std::vector<stage::SceneItem>& SceneDraft::items() const {
    static const std::vector<stage::SceneItem> none;
    const std::vector<stage::SceneItem>* layout = scene_.layoutFor(shape_);
    return layout ? *layout : none;
}

const stage::SceneItem* SceneDraft::selectedItem() const {
    return selected_ ? &items()[*selected_] : nullptr;
}

void SceneDraft::select(std::optional<std::size_t> item) {
    if (item == selected_)
        return;
    endStep();
    selected_ = item && *item < items().size() ? item : std::nullopt;
}

/// What is there now can be come back to; the layout of this shape can be written.
std::vector<stage::SceneItem>& SceneDraft::begin(Step step) {
    if (step == Step::Other || step != open_)
        past_.push_back(scene_);
    open_ = step;
    future_.clear();
    if (!scene_.layouts.contains(shape_))
        scene_.layouts[shape_] = items();
    return scene_.layouts[shape_];
}

void SceneDraft::setArea(const stage::Area& area, Step step) {
    if (selected_ && items()[*selected_].area != area)
        begin(step)[*selected_].area = area;
}

void SceneDraft::setFit(stage::Fit fit) {
    if (selected_ && items()[*selected_].fit != fit)
        begin(Step::Other)[*selected_].fit = fit;
}

void SceneDraft::swapWith(std::size_t other) {
    std::vector<stage::SceneItem>& list = begin(Step::Other);
    std::swap(list[*selected_], list[other]);
    selected_ = other;
}

void SceneDraft::raise() {
    if (selected_ && *selected_ + 1 < items().size())
        swapWith(*selected_ + 1);
}

void SceneDraft::lower() {
    if (selected_ && *selected_ > 0)
        swapWith(*selected_ - 1);
}

void SceneDraft::remove() {
    if (!selected_)
        return;
    std::vector<stage::SceneItem>& list = begin(Step::Other);
    list.erase(list.begin() + std::ptrdiff_t(*selected_));
    selected_.reset();
    keepSelection();
}

void SceneDraft::add(const SourceId& source) {
    if (items().size() >= stage::maxSceneItems)
        return;
    std::vector<stage::SceneItem>& list = begin(Step::Other);
    const stage::Area middle{0.3, 0.3, 0.4, 0.4};
    list.push_back({source, list.empty() ? stage::Area{} : middle, stage::Fit::Cover});
    selected_ = list.size() - 1;
}

void SceneDraft::setName(const std::string& name) {
    if (name == scene_.name)
        return;
    if (open_ != Step::Name)
        past_.push_back(scene_);
    open_ = Step::Name;
    future_.clear();
    scene_.name = name;
}

void SceneDraft::setRole(SceneRole role) {
    if (role == scene_.role)
        return;
    past_.push_back(scene_);
    open_ = Step::None;
    future_.clear();
    scene_.role = role;
}

void SceneDraft::arrangeForRole() {
    std::vector<SourceId> sources;
    for (const stage::SceneItem& item : items())
        sources.push_back(item.source);
    std::vector<stage::SceneItem> ready = stage::layoutOf(scene_.role, shape_, sources);
    if (ready.empty() || ready == items())
        return;
    begin(Step::Other) = std::move(ready);
    selected_.reset();
    keepSelection();
}

/// The uppermost one, when what was selected is gone.
void SceneDraft::keepSelection() {
    const std::size_t count = items().size();
    if (!selected_ || *selected_ >= count)
        selected_ = count > 0 ? std::optional(count - 1) : std::nullopt;
}

void SceneDraft::undo() {
    if (past_.empty())
        return;
    future_.push_back(std::exchange(scene_, past_.back()));
    past_.pop_back();
    endStep();
    keepSelection();
}

void SceneDraft::redo() {
    if (future_.empty())
        return;
    past_.push_back(std::exchange(scene_, future_.back()));
    future_.pop_back();
    endStep();
    keepSelection();
}

} // namespace vitrina::ui
