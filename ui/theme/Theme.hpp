// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.hpp"

#include <QByteArray>
#include <QColor>

namespace vitrina::ui {

enum class ThemeKind { None, Dark, Light };

/// Sizes in device-independent pixels; a theme has two sets, one for large and one for compact windows.
struct Sizes {
    int showBar = 0;
    int statusBar = 0;
    int dockTitle = 0;
    int tableHeader = 0;
    int tableRow = 0;
    int segmentRow = 0;
    int button = 0;
    int buttonSmall = 0;
    int buttonLive = 0;
    int field = 0;
    int tag = 0;
    int key = 0;
    int icon = 0;
    int iconSmall = 0;
    int monitorBorder = 0;
    int stateBar = 0;
    int focusRing = 0;
    int focusGap = 0;
    int nowCard = 0;
    int takeColumn = 0;
    int meterBar = 0;
    // sizes of type
    int timer = 0;
    int figureLarge = 0;
    int showClock = 0;
    int figure = 0;
    int title = 0;
    int body = 0;
    int small = 0;
    int caption = 0;
    int tagText = 0;
    // space
    int gap = 0;
    int radiusTag = 0;
    int radiusControl = 0;
    int radiusDock = 0;
};

/// Every colour and size the windows use, read from resources/themes/tokens.json. A value: made once before
/// the first window, handed to each widget by reference, outlives them all. No widget has a colour of its
/// own.
struct Theme {
    ThemeKind kind = ThemeKind::None;

    struct {
        QColor window, panel, header, control, controlHover, controlPressed, field, productArt;
    } background;
    struct {
        QColor divider, control, field;
    } border;
    struct {
        QColor primary, secondary, label, disabled;
    } text;
    struct {
        QColor fill, fillHover, fillPressed, onFill, text, soft;
    } accent;
    struct {
        QColor ring;
    } focus;
    struct {
        QColor fill, fillHover, onFill, text, soft, border;
    } air;
    struct {
        QColor fill, onFill, text, soft, border;
    } ready;
    struct {
        QColor fill, onFill, text, soft, border;
    } warning;
    struct {
        QColor ok, warn, hot, okTrack, warnTrack, hotTrack;
    } meter;
    /// What a host marks rows of the rundown with: strips only, never a ground.
    struct {
        QColor highlight, care, guest, technical;
    } mark;
    /// Tile captions and video placeholders stay dark in both themes: they sit on pictures.
    struct {
        QColor base, caption, control, text, stripe;
    } picture;

    Sizes large;
    Sizes compact;
    int compactBelowWidth = 0;
    int compactBelowHeight = 0;
    int timeWarningSeconds = 0;
    int armTimeoutMs = 0;
    int peakHoldMs = 0;
    int peakFallDbPerSecond = 0;
    int meterRefreshHz = 0;
    double meterAmberDb = 0.0;
    double meterRedDb = 0.0;

    const Sizes& sizes(bool isCompact) const { return isCompact ? compact : large; }
};

/// BadFormat with the name of the first token that is missing or no colour or number.
Result<Theme> themeFromJson(const QByteArray& json, ThemeKind kind);
/// The theme built into the program.
Theme builtInTheme(ThemeKind kind);

} // namespace vitrina::ui
