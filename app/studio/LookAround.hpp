// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/Surroundings.hpp"

#include <functional>

class QObject;

namespace vitrina::studio {

/// Looks for cameras, screens, windows and addresses on a thread of the pool; `then` is called on the GUI
/// thread, unless `context` is gone by then.
void lookAround(QObject* context, std::function<void(const engine::Surroundings&)> then);

} // namespace vitrina::studio
