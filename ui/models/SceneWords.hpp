// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stage/SetUp.hpp"

#include <QString>

/// Words for kinds of scenes and canvases.
namespace vitrina::ui {

QString roleName(SceneRole role);
QString shapeName(stage::CanvasShape shape);
/// What the role's pictures are, in the order of stage::layoutOf: "Large picture", "Inset".
QString pictureName(SceneRole role, std::size_t index);

} // namespace vitrina::ui
