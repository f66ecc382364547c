// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/Monitor.hpp"

#include "ui/models/KeyIds.hpp"
#include "ui/models/Times.hpp"
#include "ui/models/Words.hpp"
#include "ui/theme/Figures.hpp"
#include "ui/theme/Fonts.hpp"
#include "ui/theme/Icons.hpp"
#include "ui/widgets/Tag.hpp"

#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace vitrina::ui {
namespace {

constexpr int border = 2;
constexpr int titleHeight = 28;
constexpr int dot = 11;

int ceilWidth(const QFont& font, const QString& text) {
    return int(std::ceil(figuresWidth(font, text)));
}

} // namespace

Monitor::Monitor(const Theme& theme, Art& art, MonitorKind kind, QWidget* parent)
    : QFrame(parent), theme_(theme), kind_(kind),
      video_(new VideoView(
          theme, kind == MonitorKind::Preview ? tr("No preview on this machine") : tr("No program picture"),
          this)),
      strip_(new InfoStrip(theme, art, this)) {
    if (kind == MonitorKind::Program) {
        card_ = new Button(theme, ButtonKind::Toggle, ButtonSize::Small, {}, this);
        card_->setIconName(QStringLiteral("card"));
        card_->reserveFor({tr("Card on"), tr("Card off")});
        card_->setTight(true);
        // The state is the engine's word: the click only asks for it.
        connect(card_, &QAbstractButton::clicked, this, [this](bool on) {
            card_->setChecked(!on);
            emit cardToggled(on);
        });
    }
    setMinimumSize(320, 180 + titleHeight);
}

void Monitor::setCompact(bool compact) {
    compact_ = compact;
    strip_->setCompact(compact);
    arrange();
    update();
}

int Monitor::heightFor(int width) const {
    return 2 * border + titleHeight + (width - 2 * border) * 9 / 16 + strip_->height();
}

QString Monitor::tallyWord() const {
    return kind_ == MonitorKind::Preview ? tr("PREVIEW") : tr("PROGRAM");
}

int Monitor::tallyWidth() const {
    const int icon = kind_ == MonitorKind::Program && lit_ ? dot + 5 : 0;
    return 20 + icon + ceilWidth(uiFont(theme_.large.small, 700), tallyWord());
}

void Monitor::setHint(const QString& icon, const QString& words, const QColor& color) {
    hintIcon_ = icon;
    hint_ = words;
    hintColor_ = color;
}

void Monitor::showPreview(const View& view) {
    const control::State& state = view.state;
    scene_ = sceneName(state.setUp, state.stage.preview);
    const int number = sceneKey(state.setUp, state.stage.preview);
    key_ = number > 0 ? view.keys.hint(QString(key::scene).arg(number)) : QString();
    lit_ = !state.stage.preview.empty();
    setHint({}, {}, {});
    if (const show::Item* next = show::findItem(state.show.rundown, state.run.next)) {
        const stage::Scene* wanted = stage::sceneForRole(state.setUp, next->role);
        if (wanted && wanted->id == state.stage.preview)
            setHint(QStringLiteral("link"), tr("Next item's scene"), theme_.ready.text);
        else if (wanted && lit_)
            setHint(QStringLiteral("warning"), tr("Not the next scene"), theme_.warning.text);
    }
    strip_->setContent(nextStrip(state, view.now, view.locale, compact_));
    setAccessibleName(tr("Preview: %1").arg(scene_));
}

void Monitor::showProgram(const View& view) {
    const control::State& state = view.state;
    scene_ = sceneName(state.setUp, state.stage.program);
    dashed_ = state.run.rehearsal && state.run.phase == show::RunPhase::Live;
    lit_ = onAir(state) && !dashed_;
    setHint({}, {}, {});
    const bool slate = state.stage.slateOn;
    if (slate)
        scene_ = tr("Standby slate");
    if (slate)
        setHint(QStringLiteral("muted"), tr("all microphones off"), theme_.warning.text);
    else if (dashed_)
        setHint({}, tr("REHEARSAL"), theme_.accent.text);
    else if (!lit_)
        setHint({}, tr("not on air"), theme_.text.label);
    const bool cardOn = state.stage.cardOn;
    card_->setKeyHint(view.keys.hint(key::card));
    card_->setToolTip(view.keys.withHint(tr("Product card on or off"), key::card));
    card_->setChecked(cardOn);
    card_->setText(cardOn ? tr("Card on") : tr("Card off"));
    card_->setAccessibleName(cardOn ? tr("Product card, on") : tr("Product card, off"));
    strip_->setContent(airStrip(state, view.now, view.locale, compact_, theme_.timeWarningSeconds));
    setAccessibleName(lit_ ? tr("Program: %1, on air").arg(scene_)
                           : tr("Program: %1, not on air").arg(scene_));
}

void Monitor::present(const View& view) {
    const auto drawn = [this] {
        return std::tuple(lit_, dashed_, scene_, hint_, key_);
    };
    const auto before = drawn();
    if (kind_ == MonitorKind::Preview)
        showPreview(view);
    else
        showProgram(view);
    if (drawn() != before)
        update();
}

void Monitor::arrange() {
    const int inner = width() - 2 * border;
    const int stripTop = height() - border - strip_->height();
    video_->setGeometry(border, border + titleHeight, inner, stripTop - border - titleHeight);
    strip_->setGeometry(border, stripTop, inner, strip_->height());
    if (card_) {
        const QSize size(card_->sizeHint().width(), 22);
        card_->setGeometry(width() - border - 4 - size.width(), border + (titleHeight - size.height()) / 2,
                           size.width(), size.height());
    }
}

void Monitor::resizeEvent(QResizeEvent*) {
    arrange();
}

void Monitor::paintTally(QPainter& painter, const QRect& title, const QPainterPath& outline) const {
    const bool preview = kind_ == MonitorKind::Preview;
    const int width = tallyWidth();
    const QColor fill = !lit_ ? theme_.border.control : preview ? theme_.ready.fill : theme_.air.fill;
    const QColor onFill = !lit_ ? theme_.text.primary : preview ? theme_.ready.onFill : theme_.air.onFill;
    painter.save();
    painter.setClipPath(outline);
    painter.fillRect(QRect(0, 0, border + width, border + titleHeight), fill);
    painter.restore();
    int x = title.left() + 10;
    if (!preview && lit_) {
        drawIcon(painter, QRectF(x, title.center().y() - dot / 2, dot, dot), QStringLiteral("dot"), onFill,
                 fill);
        x += dot + 5;
    }
    painter.setFont(uiFont(theme_.large.small, 700));
    painter.setPen(onFill);
    drawFigures(painter, QRectF(x, title.top(), width, titleHeight), Qt::AlignLeft | Qt::AlignVCenter,
                tallyWord());
}

/// The scene's name, and beside it the hint where there is room: long words lose the hint, never the name.
void Monitor::paintNames(QPainter& painter, const QRect& area) const {
    const QFont nameFont = uiFont(theme_.large.small, 600);
    const QFont hintFont = uiFont(theme_.large.caption);
    const int name = ceilWidth(nameFont, scene_);
    const int hint = hint_.isEmpty() ? 0 : ceilWidth(hintFont, hint_) + (hintIcon_.isEmpty() ? 0 : 17);
    if (hint > 0 && name + 12 + hint <= area.width()) {
        int x = kind_ == MonitorKind::Preview ? area.right() + 1 - hint : area.left() + name + 8;
        if (!hintIcon_.isEmpty()) {
            drawIcon(painter, QRectF(x, area.center().y() - 6, 13, 13), hintIcon_, hintColor_,
                     theme_.background.panel);
            x += 17;
        }
        painter.setFont(hintFont);
        painter.setPen(hintColor_);
        painter.drawText(QRect(x, area.top(), hint, area.height()), Qt::AlignLeft | Qt::AlignVCenter, hint_);
    }
    painter.setFont(nameFont);
    painter.setPen(theme_.text.primary);
    painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(nameFont).elidedText(scene_, Qt::ElideRight, area.width()));
}

void Monitor::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath outline;
    outline.addRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), theme_.large.radiusDock - 1,
                           theme_.large.radiusDock - 1);
    painter.fillPath(outline, theme_.background.panel);
    const QRect title(border, border, width() - 2 * border, titleHeight);
    paintTally(painter, title, outline);
    int right = card_ ? card_->x() - 8 : title.right() - 7;
    if (!key_.isEmpty()) {
        right -= keyWidth(theme_, key_);
        paintKey(painter, theme_, key_, right, title.center().y() + 1, theme_.text.secondary,
                 theme_.border.control);
        right -= 8;
    }
    const int left = title.left() + tallyWidth() + 8;
    paintNames(painter, QRect(left, title.top(), right - left, titleHeight));

    const bool preview = kind_ == MonitorKind::Preview;
    QPen frame(dashed_   ? theme_.accent.fill
               : !lit_   ? theme_.border.control
               : preview ? theme_.ready.border
                         : theme_.air.border,
               border);
    if (dashed_)
        frame.setStyle(Qt::DashLine);
    painter.setPen(frame);
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(outline);
}

} // namespace vitrina::ui
