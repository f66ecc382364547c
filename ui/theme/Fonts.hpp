// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

namespace vitrina::ui {

/// Inter, or what stands in for it, at a size in pixels. Weights: 400, 500, 600, 700.
QFont uiFont(int pixels, int weight = 400);

} // namespace vitrina::ui
