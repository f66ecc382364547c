// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/obs/DrawLook.hpp"

#include <graphics/matrix4.h>

namespace vitrina::engine::obs {

void drawLook(obs_source_t* source, const Turn& turn) {
    // libobs multiplies rows: a point is to the left of the matrix.
    matrix4 matrix;
    matrix4_identity(&matrix);
    matrix.x.x = float(turn.xx);
    matrix.x.y = float(turn.yx);
    matrix.y.x = float(turn.xy);
    matrix.y.y = float(turn.yy);
    matrix.t.x = float(turn.x0);
    matrix.t.y = float(turn.y0);
    gs_matrix_push();
    gs_matrix_mul(&matrix);
    obs_source_video_render(source);
    gs_matrix_pop();
}

} // namespace vitrina::engine::obs
