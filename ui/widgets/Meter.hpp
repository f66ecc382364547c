// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Theme.hpp"

#include <QElapsedTimer>
#include <QWidget>

#include <array>

namespace vitrina::ui {

/// Two bars, left and right, with a peak that holds and falls. Repaints only what changed, at most 30 times a
/// second and only while visible.
class Meter final : public QWidget {
    Q_OBJECT

  public:
    Meter(const Theme& theme, QWidget* parent = nullptr);
    /// Levels and peaks in dBFS of the two channels. Called at the rate of the engine's meters.
    void measured(const float levelDb[2], const float peakDb[2]);
    /// Words instead of bars: "no signal". Empty brings the bars back.
    void setNote(const QString& note);
    /// A word at the loud end, over the bars: "CLIP". Empty takes it away.
    void setMark(const QString& mark);
    const QString& note() const { return note_; }
    const QString& mark() const { return mark_; }
    /// Of the louder channel, as measured last; floorDb and below: nothing.
    float levelDb() const { return levelDb_; }
    QSize sizeHint() const override { return {140, 20}; }
    QSize minimumSizeHint() const override { return {60, 14}; }

    static constexpr float floorDb = -60.0F;
    /// Where a level stands on the scale, 0 to 1.
    static double fraction(float db);

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    struct Channel {
        int bar = 0;  ///< px
        int peak = 0; ///< px, 0 for none
        float heldDb = -96.0F;
        qint64 heldAtMs = 0;
    };
    QRect barRect(int channel) const;
    void paintBar(QPainter& painter, int channel) const;
    void paintMark(QPainter& painter) const;

    const Theme& theme_;
    std::array<Channel, 2> channels_;
    QElapsedTimer time_;
    QString note_;
    QString mark_;
    float levelDb_ = -96.0F;
};

} // namespace vitrina::ui
