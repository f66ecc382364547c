// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace vitrina::ui {

/// What the host sees of himself, left and right changed as in a mirror.
enum class SelfView { None, Camera, Program };

} // namespace vitrina::ui
