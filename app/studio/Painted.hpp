// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/Engine.hpp"
#include "stage/SetUp.hpp"

#include <QFont>

#include <memory>

class QImage;
class QString;

/// What everything drawn for the picture has in common: its type and the way to the engine.
namespace vitrina::studio {

/// A picture for a layer above the scenes and where it goes.
struct Painted {
    stage::Area area;
    std::shared_ptr<const engine::Picture> picture;
};

QFont font(double pixels, QFont::Weight weight);
/// The face made smaller, down to `least` px, until the text fits the width.
QFont fitted(QFont face, const QString& text, double width, double least);
std::shared_ptr<const engine::Picture> toPicture(const QImage& image);

} // namespace vitrina::studio
