// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/Theme.hpp"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

// Outside every namespace, as Q_INIT_RESOURCE asks: the resource sits in a static library and would not be
// linked in.
static void initThemeResource() {
    Q_INIT_RESOURCE(theme);
}

namespace vitrina::ui {
namespace {

/// Reads tokens by path and remembers the first one that is not there.
class Tokens {
  public:
    explicit Tokens(QJsonObject root) : root_(std::move(root)) {}

    QColor color(const QString& path) {
        const QColor found(at(path).toString());
        if (!found.isValid())
            miss(path);
        return found;
    }
    double number(const QString& path) {
        const QJsonValue found = at(path);
        if (!found.isDouble())
            miss(path);
        return found.toDouble();
    }
    int whole(const QString& path) { return qRound(number(path)); }
    /// The compact value where there is one, else the large one.
    int sized(const QString& path, const QString& compactPath, bool compact) {
        return compact && at(compactPath).isDouble() ? whole(compactPath) : whole(path);
    }
    const QString& missing() const { return missing_; }

  private:
    QJsonValue at(const QString& path) const {
        QJsonValue value = root_;
        for (const QString& key : path.split(u'.'))
            value = value.toObject().value(key);
        return value;
    }
    void miss(const QString& path) {
        if (missing_.isEmpty())
            missing_ = path;
    }

    QJsonObject root_;
    QString missing_;
};

Sizes readSizes(Tokens& tokens, bool compact) {
    const auto size = [&](const char* name) {
        const QString path = QStringLiteral("size.") + QLatin1String(name);
        return tokens.sized(path, path + QStringLiteral("Compact"), compact);
    };
    const auto type = [&](const char* name) {
        const QString path = QStringLiteral("type.") + QLatin1String(name);
        return tokens.sized(path + QStringLiteral(".size"), path + QStringLiteral(".compact"), compact);
    };
    Sizes sizes;
    sizes.showBar = size("showBar");
    sizes.statusBar = size("statusBar");
    sizes.dockTitle = size("dockTitle");
    sizes.tableHeader = size("tableHeader");
    sizes.tableRow = size("tableRow");
    sizes.segmentRow = size("segmentRow");
    sizes.button = size("button");
    sizes.buttonSmall = size("buttonSmall");
    sizes.buttonLive = size("buttonLive");
    sizes.field = size("field");
    sizes.tag = size("tag");
    sizes.key = size("key");
    sizes.icon = size("icon");
    sizes.iconSmall = size("iconSmall");
    sizes.monitorBorder = size("monitorBorder");
    sizes.stateBar = size("stateBar");
    sizes.focusRing = size("focusRing");
    sizes.focusGap = size("focusGap");
    sizes.nowCard = size("nowCard");
    sizes.takeColumn = size("takeColumn");
    sizes.meterBar = size("meterBar");
    sizes.timer = type("timer");
    sizes.figureLarge = type("figureLarge");
    sizes.showClock = type("showClock");
    sizes.figure = type("figure");
    sizes.title = type("title");
    sizes.body = type("body");
    sizes.small = type("small");
    sizes.caption = type("caption");
    sizes.tagText = type("tag");
    sizes.gap = tokens.whole(QStringLiteral("space.dockGap"));
    sizes.radiusTag = tokens.whole(QStringLiteral("radius.tag"));
    sizes.radiusControl = tokens.whole(QStringLiteral("radius.control"));
    sizes.radiusDock = tokens.whole(QStringLiteral("radius.dock"));
    return sizes;
}

void readSurfaces(Theme& theme, Tokens& tokens, const QString& root) {
    const auto color = [&](const char* name) {
        return tokens.color(root + QLatin1String(name));
    };
    theme.background = {color("background.window"),       color("background.panel"),
                        color("background.header"),       color("background.control"),
                        color("background.controlHover"), color("background.controlPressed"),
                        color("background.field"),        color("background.productArt")};
    theme.border = {color("border.divider"), color("border.control"), color("border.field")};
    theme.text = {color("text.primary"), color("text.secondary"), color("text.label"),
                  color("text.disabled")};
    theme.focus = {color("focus.ring")};
}

void readMeanings(Theme& theme, Tokens& tokens, const QString& root) {
    const auto color = [&](const char* name) {
        return tokens.color(root + QLatin1String(name));
    };
    theme.accent = {color("accent.fill"),   color("accent.fillHover"), color("accent.fillPressed"),
                    color("accent.onFill"), color("accent.text"),      color("accent.soft")};
    theme.air = {color("air.fill"), color("air.fillHover"), color("air.onFill"),
                 color("air.text"), color("air.soft"),      color("air.border")};
    theme.ready = {color("ready.fill"), color("ready.onFill"), color("ready.text"), color("ready.soft"),
                   color("ready.border")};
    theme.warning = {color("warning.fill"), color("warning.onFill"), color("warning.text"),
                     color("warning.soft"), color("warning.border")};
    theme.meter = {color("meter.ok"),      color("meter.warn"),      color("meter.hot"),
                   color("meter.okTrack"), color("meter.warnTrack"), color("meter.hotTrack")};
    theme.mark = {color("mark.highlight"), color("mark.care"), color("mark.guest"), color("mark.technical")};
}

} // namespace

Result<Theme> themeFromJson(const QByteArray& json, ThemeKind kind) {
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return fail(ErrorCode::BadFormat, "tokens: not a JSON object");
    Tokens tokens(document.object());
    Theme theme;
    theme.kind = kind;
    const QString root =
        kind == ThemeKind::Light ? QStringLiteral("color.light.") : QStringLiteral("color.dark.");
    readSurfaces(theme, tokens, root);
    readMeanings(theme, tokens, root);
    const QString dark = QStringLiteral("color.dark.background.");
    theme.picture = {tokens.color(dark + QStringLiteral("field")),
                     tokens.color(dark + QStringLiteral("window")),
                     tokens.color(dark + QStringLiteral("controlHover")),
                     tokens.color(QStringLiteral("color.dark.text.primary")),
                     tokens.color(dark + QStringLiteral("control"))};
    theme.large = readSizes(tokens, false);
    theme.compact = readSizes(tokens, true);
    theme.compactBelowWidth = tokens.whole(QStringLiteral("breakpoint.compactBelowWidth"));
    theme.compactBelowHeight = tokens.whole(QStringLiteral("breakpoint.compactBelowHeight"));
    theme.timeWarningSeconds = tokens.whole(QStringLiteral("threshold.timeWarningSeconds"));
    theme.meterAmberDb = tokens.number(QStringLiteral("threshold.meterAmberDb"));
    theme.meterRedDb = tokens.number(QStringLiteral("threshold.meterRedDb"));
    theme.armTimeoutMs = tokens.whole(QStringLiteral("motion.armTimeout"));
    theme.peakHoldMs = tokens.whole(QStringLiteral("motion.peakHold"));
    theme.peakFallDbPerSecond = tokens.whole(QStringLiteral("motion.peakFallDbPerSecond"));
    theme.meterRefreshHz = tokens.whole(QStringLiteral("motion.meterRefreshHz"));
    if (!tokens.missing().isEmpty())
        return fail(ErrorCode::BadFormat, "tokens: " + tokens.missing().toStdString());
    return theme;
}

Theme builtInTheme(ThemeKind kind) {
    initThemeResource();
    QFile file(QStringLiteral(":/vitrina/themes/tokens.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the built-in theme is missing");
    Result<Theme> theme = themeFromJson(file.readAll(), kind);
    if (!theme)
        qFatal("the built-in theme is broken: %s", theme.error().detail.c_str());
    return *theme;
}

} // namespace vitrina::ui
