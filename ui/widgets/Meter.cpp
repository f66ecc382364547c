// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Meter.hpp"

#include "ui/theme/Fonts.hpp"

#include <QPaintEvent>
#include <QPainter>

#include <algorithm>

namespace vitrina::ui {

Meter::Meter(const Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    time_.start();
}

double Meter::fraction(float db) {
    return std::clamp((db - floorDb) / -floorDb, 0.0F, 1.0F);
}

QRect Meter::barRect(int channel) const {
    const int bar = theme_.large.meterBar;
    const int top = (height() - 2 * bar - 2) / 2 + channel * (bar + 2);
    return {0, top, width(), bar};
}

void Meter::measured(const float levelDb[2], const float peakDb[2]) {
    levelDb_ = std::max(levelDb[0], levelDb[1]);
    if (!isVisible() || !note_.isEmpty())
        return;
    const qint64 now = time_.elapsed();
    for (int i = 0; i < 2; ++i) {
        Channel& channel = channels_[std::size_t(i)];
        float held = channel.heldDb;
        if (const qint64 beyond = now - channel.heldAtMs - theme_.peakHoldMs; beyond > 0)
            held -= float(theme_.peakFallDbPerSecond) * float(beyond) / 1000.0F;
        if (peakDb[i] >= held) {
            channel.heldDb = peakDb[i];
            channel.heldAtMs = now;
            held = peakDb[i];
        }
        const int bar = int(fraction(levelDb[i]) * width());
        const int peak = held > floorDb ? int(fraction(held) * width()) : 0;
        if (bar != channel.bar) {
            const QRect whole = barRect(i);
            update(std::min(bar, channel.bar), whole.top(), std::abs(bar - channel.bar) + 1, whole.height());
        }
        if (peak != channel.peak) {
            const QRect whole = barRect(i);
            update(channel.peak - 2, whole.top(), 3, whole.height());
            update(peak - 2, whole.top(), 3, whole.height());
        }
        channel.bar = bar;
        channel.peak = peak;
    }
}

void Meter::setNote(const QString& note) {
    if (note_ == note)
        return;
    note_ = note;
    channels_ = {};
    update();
}

void Meter::setMark(const QString& mark) {
    if (mark_ == mark)
        return;
    mark_ = mark;
    update();
}

void Meter::paintMark(QPainter& painter) const {
    if (mark_.isEmpty())
        return;
    painter.setFont(uiFont(theme_.large.tagText, 600));
    const int wide = painter.fontMetrics().horizontalAdvance(mark_) + 8;
    const QRect place(width() - wide, (height() - 14) / 2, wide, 14);
    painter.fillRect(place, theme_.air.fill);
    painter.setPen(theme_.air.onFill);
    painter.drawText(place, Qt::AlignCenter, mark_);
}

void Meter::resizeEvent(QResizeEvent*) {
    for (Channel& channel : channels_)
        channel.bar = channel.peak = 0;
}

void Meter::paintBar(QPainter& painter, int channel) const {
    const QRect whole = barRect(channel);
    const int amber = int(fraction(float(theme_.meterAmberDb)) * width());
    const int red = int(fraction(float(theme_.meterRedDb)) * width());
    const auto zone = [&](int from, int to, const QColor& color) {
        if (to > from)
            painter.fillRect(QRect(from, whole.top(), to - from, whole.height()), color);
    };
    zone(0, amber, theme_.meter.okTrack);
    zone(amber, red, theme_.meter.warnTrack);
    zone(red, width(), theme_.meter.hotTrack);
    const int bar = channels_[std::size_t(channel)].bar;
    zone(0, std::min(bar, amber), theme_.meter.ok);
    zone(amber, std::min(bar, red), theme_.meter.warn);
    zone(red, bar, theme_.meter.hot);
    if (const int peak = channels_[std::size_t(channel)].peak; peak > 0) {
        const QColor color = peak > red     ? theme_.meter.hot
                             : peak > amber ? theme_.meter.warn
                                            : theme_.meter.ok;
        painter.fillRect(QRect(peak - 2, whole.top(), 2, whole.height()), color);
    }
}

void Meter::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    painter.setClipRegion(event->region());
    if (!note_.isEmpty()) {
        painter.setFont(uiFont(theme_.large.small));
        painter.setPen(theme_.warning.text);
        painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(note_, Qt::ElideRight, width()));
        return;
    }
    paintBar(painter, 0);
    paintBar(painter, 1);
    paintMark(painter);
}

} // namespace vitrina::ui
