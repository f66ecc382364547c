// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace vitrina {

/// What kind of scene a rundown item asks for. Roles join a rundown to any machine's scenes.
enum class SceneRole {
    None,
    Full,
    CloseUp,
    PictureInPicture,
    SideBySide,
    CloseUpWithHost,
    StartingSoon,
    Break,
    Thanks,
    Standby,
};

} // namespace vitrina
