// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/HostContent.hpp"
#include "ui/theme/Theme.hpp"
#include "ui/widgets/Art.hpp"

#include <QFont>
#include <QRectF>
#include <QSize>

class QPainter;

namespace vitrina::ui {

/// How large type must be for a host who stands 2 m from a 24-inch screen of 16:9. Such a screen is 299 mm
/// high, so a 720th of it ("unit") is 0.415 mm. ISO 9241-303 asks of capitals at least 16 minutes of arc,
/// 20 to 22 at best; at 2 m that is 9.3 mm (22.4 units) and 11.6 mm (28 units). Inter's capitals are 0.727 of
/// its size: type of 31 and 39 units. So whatever is read while speaking is never set below `leastReading`,
/// and talking points come at `bestReading` where they fit. What only names a figure beside it, or says more
/// of it, may be smaller.
inline constexpr double leastReading = 31;
inline constexpr double bestReading = 40;
/// Of capitals `units` high, at 2 m from a 24-inch screen.
double arcMinutes(double units);

/// Where the self-view stands in a window of that size, px.
QRect selfViewRect(QSize size, double aspect);

/// One picture of the host's view: a painter, the theme, and lengths in 720ths of the height.
class HostPage {
  public:
    struct Shown {
        const HostContent& content;
        int said = 0;          ///< talking points the host is done with
        double selfAspect = 0; ///< of the self-view's picture, 0: none is shown
    };
    HostPage(QPainter& painter, const Theme& theme, Art& art, Shown shown, QSize size);

    void draw();
    /// The smallest type of what is read while speaking, in units; after draw().
    double smallestReading() const { return smallest_; }

  private:
    QRectF rect(double x, double y, double width, double height) const;
    QFont face(double pixels, int weight) const;
    void words(const QString& text, QRectF where, double pixels, double least, int weight, const QColor& ink,
               Qt::Alignment align = Qt::AlignLeft);
    void reading(const QString& text, QRectF where, double pixels, int weight, const QColor& ink,
                 Qt::Alignment align = Qt::AlignLeft);
    void figures(const QString& text, const QRectF& where, double pixels, const QColor& ink);
    double badge(const QString& word, double x, double y, double height, const QColor& fill,
                 const QColor& ink);
    void drawCue();
    double drawAir(double right);
    double drawTitle(double x, double right, double top);
    void drawPrice(double right, double y);
    double drawOffer(double right, double y);
    void drawNothing(double right);
    void drawPoints(double right, double top);
    double setPoint(int index, double pixels, double y, double width, bool paint);
    double pointsHeight(double pixels, double width);
    void drawTime(double left);
    void drawStock(double left);
    void drawNext();
    void drawFrame();

    QPainter& painter_;
    const Theme& theme_;
    Art& art_;
    const Shown shown_;
    const HostContent& content_;
    double unit_;
    double width_; ///< in units
    double top_;   ///< below the cue
    double smallest_ = bestReading;
};

} // namespace vitrina::ui
