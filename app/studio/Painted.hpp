// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/Engine.hpp"
#include "stage/SetUp.hpp"

#include <QFont>
#include <QString>

#include <cstdint>
#include <memory>

class QImage;
class QPainter;
class QRectF;

/// What everything drawn for the picture has in common: its type and the way to the engine. On whatever
/// thread draws; one at a time.
namespace vitrina::studio {

/// A picture for a layer above the scenes.
struct Painted {
    stage::Area area; ///< where it goes, for what has its own place; the others are arranged
    std::shared_ptr<const engine::Picture> picture;
    int rim = 0;          ///< px at each side that are shadow only and need no room
    QString missing = {}; ///< characters that were left out as no font has them
};

QFont font(double pixels, QFont::Weight weight);
/// The face made smaller, down to `least` px, until the text fits the width.
QFont fitted(QFont face, const QString& text, double width, double least);
/// In one line, without control characters and without what no font of this machine can draw: a box instead
/// of a letter is never sent out. What was left out is added to `missing`, for a person to be told.
QString drawable(const std::string& text, QString& missing);
std::shared_ptr<const engine::Picture> toPicture(const QImage& image);

/// "09:12"; from an hour on "1:02:03".
QString clockText(std::int64_t seconds);
/// Every digit as wide as the widest: a countdown does not dance.
double figuresWidth(const QFont& face, const QString& text);
/// Left-aligned from `at`, in the painter's font and pen.
void drawFigures(QPainter& painter, const QRectF& at, const QString& text);

/// A plate with a soft shadow around it and a bar of colour at its left, where `bar` is above 0.
void drawPlate(QPainter& painter, const QRectF& body, double radius, double rim, double bar,
               const QColor& barColour);

} // namespace vitrina::studio
