// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stage/SetUp.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace vitrina::ui {

/// A scene while it is edited: a copy, with steps that can be undone. Nothing of it is seen by anybody before
/// it is saved. Each shape of canvas has a layout of its own; one that is not there yet begins as what the
/// canvas would show, and is written only when it is changed.
class SceneDraft {
  public:
    SceneDraft(stage::Scene scene, stage::CanvasShape shape);

    const stage::Scene& scene() const { return scene_; }
    stage::CanvasShape shape() const { return shape_; }
    void setShape(stage::CanvasShape shape);
    const std::vector<stage::SceneItem>& items() const;
    /// Index into items(), bottom first.
    std::optional<std::size_t> selected() const { return selected_; }
    const stage::SceneItem* selectedItem() const;
    void select(std::optional<std::size_t> item);

    /// Steps of one kind that follow each other without endStep() in between are undone together.
    enum class Step { None, Move, Size, Number, Name, Other };
    void endStep() { open_ = Step::None; }
    // Of the selected item; nothing happens without one.
    void setArea(const stage::Area& area, Step step);
    void setFit(stage::Fit fit);
    void raise();
    void lower();
    void remove();
    /// On top, in the middle, and selected; nothing when the scene is full (stage::maxSceneItems).
    void add(const SourceId& source);
    void setName(const std::string& name);
    void setRole(SceneRole role);
    /// The ready layout of the scene's role, with the sources that are there in their order.
    void arrangeForRole();

    bool changed() const { return scene_ != original_; }
    bool canUndo() const { return !past_.empty(); }
    bool canRedo() const { return !future_.empty(); }
    void undo();
    void redo();

  private:
    std::vector<stage::SceneItem>& begin(Step step);
    void keepSelection();
    void swapWith(std::size_t other);

    stage::Scene original_;
    stage::Scene scene_;
    stage::CanvasShape shape_;
    std::optional<std::size_t> selected_;
    std::vector<stage::Scene> past_;
    std::vector<stage::Scene> future_;
    Step open_ = Step::None;
};

} // namespace vitrina::ui
