// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/Surroundings.hpp"

#include <functional>

class QObject;

namespace vitrina::ui {

/// Looks for devices on another thread and calls back on this one, unless the object is gone by then.
using LookAround = std::function<void(QObject*, std::function<void(const engine::Surroundings&)>)>;

} // namespace vitrina::ui
