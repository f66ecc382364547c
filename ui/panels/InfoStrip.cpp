// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/InfoStrip.hpp"

#include "ui/theme/Figures.hpp"
#include "ui/theme/Fonts.hpp"
#include "ui/theme/Icons.hpp"
#include "ui/widgets/Tag.hpp"

#include <QEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QTextLayout>
#include <QToolTip>

#include <cmath>

namespace vitrina::ui {
namespace {

constexpr int refusalShownMs = 3000;
constexpr int margin = 10;
constexpr int gap = 12;

int ceilWidth(const QFont& font, const QString& text) {
    return int(std::ceil(figuresWidth(font, text)));
}

/// Draws at most `lines` lines of words, the last one elided.
void drawLines(QPainter& painter, const QRect& rect, const QString& words, int lines, int lineHeight) {
    QTextLayout layout(words, painter.font());
    layout.beginLayout();
    int drawn = 0;
    qreal y = rect.top();
    for (QTextLine line = layout.createLine(); line.isValid() && drawn < lines; line = layout.createLine()) {
        line.setLineWidth(rect.width());
        const bool last = drawn + 1 == lines;
        const QString piece =
            last ? painter.fontMetrics().elidedText(words.mid(line.textStart()), Qt::ElideRight, rect.width())
                 : words.mid(line.textStart(), line.textLength());
        painter.drawText(QRectF(rect.left(), y, rect.width(), lineHeight), Qt::AlignLeft | Qt::AlignVCenter,
                         piece.trimmed());
        y += lineHeight;
        ++drawn;
    }
    layout.endLayout();
}

int lineCount(const QFont& font, const QString& words, int width, int most) {
    QTextLayout layout(words, font);
    layout.beginLayout();
    int lines = 0;
    for (QTextLine line = layout.createLine(); line.isValid() && lines < most; line = layout.createLine()) {
        line.setLineWidth(width);
        ++lines;
    }
    layout.endLayout();
    return lines;
}

} // namespace

InfoStrip::InfoStrip(const Theme& theme, Art& art, QWidget* parent)
    : QWidget(parent), theme_(theme), art_(art) {
    refusalEnds_.setSingleShot(true);
    refusalEnds_.setInterval(refusalShownMs);
    connect(&refusalEnds_, &QTimer::timeout, this, [this] {
        refusal_.clear();
        describe();
        update();
    });
    setCompact(false);
}

void InfoStrip::setCompact(bool compact) {
    compact_ = compact;
    setFixedHeight(theme_.sizes(compact).nowCard);
    update();
}

void InfoStrip::setContent(const StripContent& content) {
    if (content_ == content)
        return;
    content_ = content;
    describe();
    update();
}

void InfoStrip::showRefusal(const QString& sentence) {
    refusal_ = sentence;
    refusalEnds_.start();
    describe();
    update();
}

void InfoStrip::describe() {
    setAccessibleName(refusal_.isEmpty() ? content_.spoken() : refusal_);
}

InfoStrip::Block InfoStrip::timeBlock(bool hints) const {
    const Sizes& sizes = theme_.sizes(compact_);
    Block block{content_.timeLabel, content_.timeFigure, hints ? content_.timeHint : QString(),
                content_.air ? sizes.timer : sizes.figureLarge, 0};
    const int least = content_.air ? (compact_ ? 88 : 104) : 0;
    block.width = std::max({least, ceilWidth(uiFont(block.pixels, 600), block.figure),
                            ceilWidth(uiFont(sizes.small, 500), block.label),
                            ceilWidth(uiFont(sizes.small), block.hint)});
    return block;
}

InfoStrip::Block InfoStrip::stockBlock(bool hints) const {
    if (content_.stock.tone == StockTone::None)
        return {};
    const Sizes& sizes = theme_.sizes(compact_);
    Block block{content_.stock.label, content_.stock.figure, hints ? content_.stock.hint : QString(),
                content_.air ? sizes.timer : sizes.figureLarge, 0};
    const StockTone tone = content_.stock.tone;
    const bool boxed = tone == StockTone::Low || tone == StockTone::Out || tone == StockTone::Stopped;
    const int extra = content_.air || boxed ? 16 : 0;
    const int icon = boxed ? 16 : 0;
    block.width = extra + std::max({compact_ ? 48 : 64, ceilWidth(uiFont(block.pixels, 600), block.figure),
                                    icon + ceilWidth(uiFont(sizes.small, 600), block.label),
                                    ceilWidth(uiFont(sizes.small), block.hint)});
    return block;
}

int InfoStrip::widthNeeded(bool hints) const {
    const Sizes& sizes = theme_.sizes(compact_);
    const int thumb = compact_ ? 52 : 64;
    const Tag tag{TagKind::Ready, content_.word, content_.air ? QStringLiteral("dot") : QString()};
    const int words = tagWidth(theme_, tag) + 6 + ceilWidth(uiFont(sizes.small), content_.position);
    return margin + thumb + gap + words + gap + timeBlock(hints).width +
           (content_.stock.tone == StockTone::None ? 0 : gap + stockBlock(hints).width) + 8;
}

bool InfoStrip::hintsFit() const {
    return !compact_ && widthNeeded(true) <= width();
}

int InfoStrip::figuresWidth() const {
    return widthNeeded(hintsFit());
}

QColor InfoStrip::timeColor() const {
    switch (content_.tone) {
    case TimeTone::Warning:
        return theme_.warning.text;
    case TimeTone::Over:
        return theme_.air.text;
    default:
        return theme_.text.primary;
    }
}

void InfoStrip::paintBlock(QPainter& painter, const Block& block, const QRect& rect, const QColor& label,
                           const QColor& figure) const {
    const int labelHeight = 16;
    const int figureHeight = int(std::round(block.pixels * 1.08));
    const int hintHeight = block.hint.isEmpty() ? 0 : 16;
    int y = rect.top() + (rect.height() - labelHeight - figureHeight - hintHeight) / 2;
    painter.setFont(uiFont(theme_.large.small, 500));
    painter.setPen(label);
    drawFigures(painter, QRectF(rect.left(), y, rect.width(), labelHeight), Qt::AlignRight | Qt::AlignVCenter,
                block.label);
    y += labelHeight;
    painter.setFont(uiFont(block.pixels, 600));
    painter.setPen(figure);
    drawFigures(painter, QRectF(rect.left(), y, rect.width(), figureHeight),
                Qt::AlignRight | Qt::AlignVCenter, block.figure);
    y += figureHeight;
    painter.setFont(uiFont(theme_.large.small));
    painter.setPen(figure == theme_.text.primary ? theme_.text.label : figure);
    drawFigures(painter, QRectF(rect.left(), y, rect.width(), hintHeight), Qt::AlignRight | Qt::AlignVCenter,
                block.hint);
}

void InfoStrip::paintStock(QPainter& painter, const Block& block, const QRect& rect) const {
    const StockTone tone = content_.stock.tone;
    const bool low = tone == StockTone::Low;
    const bool out = tone == StockTone::Out || tone == StockTone::Stopped;
    if (!low && !out) {
        const QColor figure = tone == StockTone::Plain ? theme_.text.primary : theme_.text.label;
        const int inset = content_.air ? 8 : 0;
        paintBlock(painter, block, rect.adjusted(0, 0, -inset, 0), theme_.text.secondary, figure);
        if (tone == StockTone::Unknown)
            drawIcon(painter, QRectF(rect.left(), rect.center().y() - 6, 13, 13), QStringLiteral("clock"),
                     theme_.text.label, theme_.background.panel);
        return;
    }
    const QColor color = low ? theme_.warning.text : theme_.air.text;
    painter.setPen(low ? theme_.warning.border : theme_.air.border);
    painter.setBrush(low ? theme_.warning.soft : theme_.air.soft);
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 7.5, -0.5, -7.5), theme_.large.radiusControl,
                            theme_.large.radiusControl);
    const QRect inner = rect.adjusted(8, 0, -8, 0);
    paintBlock(painter, block, inner, color, color);
    const int label = ceilWidth(uiFont(theme_.large.small, 600), block.label);
    const int figureHeight = int(std::round(block.pixels * 1.08));
    const int top = inner.top() + (inner.height() - 16 - figureHeight - (block.hint.isEmpty() ? 0 : 16)) / 2;
    drawIcon(painter, QRectF(inner.right() - label - 15, top + 2, 12, 12),
             low ? QStringLiteral("warning") : QStringLiteral("blocked"), color,
             low ? theme_.warning.soft : theme_.air.soft);
}

void InfoStrip::paintWords(QPainter& painter, int left, int right) const {
    const Sizes& sizes = theme_.sizes(compact_);
    const QFont titleFont = uiFont(sizes.title, 600);
    const int width = right - left;
    const int lines = std::min(2, lineCount(titleFont, content_.title, width, 2));
    const int priceHeight = content_.price.isEmpty() ? 0 : 18;
    const int space = compact_ ? 0 : 2;
    const int total = 18 + space + lines * 18 + (priceHeight ? space + priceHeight : 0);
    int y = (height() - total) / 2;
    const TagKind kind = !content_.air        ? TagKind::Ready
                         : content_.confirmed ? TagKind::Air
                                              : TagKind::Neutral;
    const Tag tag{kind, content_.word,
                  content_.air && content_.confirmed ? QStringLiteral("dot") : QString()};
    const int tagged = paintTag(painter, theme_, tag, left, y + 9);
    const QRectF beside(left + tagged + 6, y, width - tagged - 6, 18);
    painter.setFont(uiFont(sizes.small));
    painter.setPen(theme_.text.secondary);
    if (content_.offer.empty())
        drawFigures(painter, beside, Qt::AlignLeft | Qt::AlignVCenter, content_.position);
    else
        paintOffer(painter, beside);
    y += 18 + space;
    painter.setFont(titleFont);
    painter.setPen(theme_.text.primary);
    drawLines(painter, QRect(left, y, width, lines * 18), content_.title, lines, 18);
    y += lines * 18 + space;
    painter.setFont(uiFont(compact_ ? 13 : 14, content_.air ? 600 : 400));
    painter.setPen(content_.air ? theme_.text.primary : theme_.text.secondary);
    drawFigures(painter, QRectF(left, y, width, priceHeight), Qt::AlignLeft | Qt::AlignVCenter,
                content_.price);
    paintWas(painter, QRectF(left, y, width, priceHeight));
}

/// What is left of the price that stands below, in the place of the item's number: the time first.
void InfoStrip::paintOffer(QPainter& painter, const QRectF& line) const {
    const OfferLeft& offer = content_.offer;
    painter.setFont(uiFont(theme_.sizes(compact_).small, 600));
    const QString both = offer.both();
    const bool fits = 16 + ui::figuresWidth(painter.font(), both) <= line.width();
    const QColor ink = offer.ending ? theme_.air.text : theme_.text.primary;
    drawIcon(painter, QRectF(line.left(), line.center().y() - 6, 12, 12), QStringLiteral("clock"), ink,
             theme_.background.panel);
    painter.setPen(ink);
    drawFigures(painter, line.adjusted(16, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                fits || offer.time.isEmpty() ? both : offer.time);
}

/// Behind the price where there is room for all of it: half a price is another price.
void InfoStrip::paintWas(QPainter& painter, const QRectF& line) const {
    const double after = ui::figuresWidth(painter.font(), content_.price) + 8;
    QFont face = uiFont(compact_ ? 12 : 13);
    if (content_.was.isEmpty() || after + ui::figuresWidth(face, content_.was) > line.width())
        return;
    face.setStrikeOut(true);
    painter.setFont(face);
    painter.setPen(theme_.text.label);
    painter.drawText(line.adjusted(after, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, content_.was);
}

/// The note stands where picture and names do, in type as large as lets all of it be read; time and stock
/// stay.
void InfoStrip::paintCue(QPainter& painter, int right) const {
    const QRect box(4, 5, right - 4, height() - 10);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme_.accent.soft);
    painter.drawRoundedRect(box, theme_.large.radiusControl, theme_.large.radiusControl);
    drawIcon(painter, QRectF(box.left() + 8, box.center().y() - 8, 16, 16), QStringLiteral("bell"),
             theme_.accent.text, theme_.accent.soft);
    const QRect words = box.adjusted(32, 4, -8, -4);
    for (int pixels = 18; pixels >= 11; --pixels) {
        const int lineHeight = pixels * 5 / 4;
        const int most = std::max(1, words.height() / lineHeight);
        const int lines = lineCount(uiFont(pixels, 600), content_.cue, words.width(), most + 1);
        if (lines > most && pixels > 11)
            continue;
        painter.setFont(uiFont(pixels, 600));
        painter.setPen(theme_.text.primary);
        const int shown = std::min(lines, most);
        drawLines(painter,
                  QRect(words.left(), words.top() + (words.height() - shown * lineHeight) / 2, words.width(),
                        shown * lineHeight),
                  content_.cue, shown, lineHeight);
        return;
    }
}

void InfoStrip::paintItem(QPainter& painter) const {
    const int thumb = compact_ ? 52 : 64;
    if (content_.cue.isEmpty())
        art_.paintThumb(painter, QRect(margin, (height() - thumb) / 2, thumb, thumb), content_.image,
                        content_.icon);
    const bool hints = hintsFit();
    int right = width() - 8;
    if (content_.stock.tone != StockTone::None) {
        const Block stock = stockBlock(hints);
        paintStock(painter, stock, QRect(right - stock.width, 0, stock.width, height()));
        right -= stock.width + gap;
    }
    const Block time = timeBlock(hints);
    paintBlock(painter, time, QRect(right - time.width, 0, time.width, height()),
               content_.tone == TimeTone::Over ? theme_.air.text : theme_.text.secondary, timeColor());
    right -= time.width + gap;
    if (content_.cue.isEmpty())
        paintWords(painter, margin + thumb + gap, right);
    else
        paintCue(painter, right);
    if (content_.progress >= 0.0) {
        const QRectF foot(0, height() - 4, width(), 4);
        painter.fillRect(foot, theme_.border.divider);
        const QColor color = content_.tone == TimeTone::Warning ? theme_.warning.fill
                             : content_.confirmed               ? theme_.air.fill
                                                                : theme_.border.control;
        painter.fillRect(QRectF(foot.left(), foot.top(), foot.width() * content_.progress, 4), color);
    }
}

void InfoStrip::paintEmpty(QPainter& painter) const {
    painter.setFont(uiFont(theme_.large.body, 600));
    painter.setPen(theme_.text.secondary);
    const int middle = height() / 2;
    painter.drawText(QRect(0, middle - 20, width(), 18), Qt::AlignCenter, content_.emptyTitle);
    painter.setFont(uiFont(theme_.large.small));
    painter.setPen(theme_.text.label);
    painter.drawText(QRect(0, middle + 2, width(), 16), Qt::AlignCenter, content_.emptyHint);
}

void InfoStrip::paintRefusal(QPainter& painter) const {
    painter.fillRect(rect(), theme_.warning.soft);
    drawIcon(painter, QRectF(margin + 4, (height() - 24) / 2, 24, 24), QStringLiteral("warning"),
             theme_.warning.text, theme_.warning.soft);
    painter.setFont(uiFont(theme_.large.body, 500));
    painter.setPen(theme_.warning.text);
    const QRect words(margin + 40, 0, width() - margin - 52, height());
    const int lines = std::min(compact_ ? 4 : 5, lineCount(painter.font(), refusal_, words.width(), 5));
    drawLines(painter, QRect(words.left(), (height() - lines * 18) / 2, words.width(), lines * 18), refusal_,
              lines, 18);
}

void InfoStrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRect(0, 0, width(), 1), theme_.border.divider);
    if (!refusal_.isEmpty())
        paintRefusal(painter);
    else if (content_.filled)
        paintItem(painter);
    else if (!content_.cue.isEmpty())
        paintCue(painter, width() - 4);
    else
        paintEmpty(painter);
}

bool InfoStrip::event(QEvent* event) {
    // The name may be elided: the whole of it is a tool tip away.
    if (event->type() == QEvent::ToolTip && content_.filled) {
        QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(),
                           content_.cue.isEmpty() ? content_.title : content_.cue, this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace vitrina::ui
