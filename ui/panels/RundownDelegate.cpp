// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/RundownDelegate.hpp"

#include "ui/models/RundownModel.hpp"
#include "ui/theme/Figures.hpp"
#include "ui/theme/Fonts.hpp"
#include "ui/theme/Icons.hpp"
#include "ui/widgets/Format.hpp"
#include "ui/widgets/Tag.hpp"

#include <QPainter>

namespace vitrina::ui {
namespace {

constexpr int rightMargin = 6;

bool isOver(const RundownRow& row) {
    return row.state == RowState::Done || row.state == RowState::Skipped;
}

Tag stateTag(RowState state) {
    switch (state) {
    case RowState::OnAir:
        return {TagKind::Air, rowStateWord(state), {}};
    case RowState::Taken:
        return {TagKind::Neutral, rowStateWord(state), {}};
    case RowState::Next:
        return {TagKind::Ready, rowStateWord(state), {}};
    default:
        return {};
    }
}

Tag stockTag(const StockText& stock) {
    switch (stock.tone) {
    case StockTone::Low:
        return {TagKind::WarningOutline, stock.badge, {}};
    case StockTone::Out:
    case StockTone::Stopped:
        return {TagKind::AirOutline, stock.badge, {}};
    case StockTone::Held:
        return {TagKind::Neutral, stock.badge, {}};
    default:
        return {};
    }
}

} // namespace

QColor markColor(const Theme& theme, show::ItemMark mark) {
    switch (mark) {
    case show::ItemMark::Highlight:
        return theme.mark.highlight;
    case show::ItemMark::Care:
        return theme.mark.care;
    case show::ItemMark::Guest:
        return theme.mark.guest;
    case show::ItemMark::Technical:
        return theme.mark.technical;
    case show::ItemMark::None:
        break;
    }
    return {};
}

RundownDelegate::RundownDelegate(const Theme& theme, Art& art, QObject* parent)
    : QStyledItemDelegate(parent), theme_(theme), art_(art), widths_(measure()) {
    for (const RundownRoom room : rundownRooms)
        columns_[room] = usualColumns(room);
}

RundownRoom RundownDelegate::room() const {
    return plan_ ? RundownRoom::Plan : compact_ ? RundownRoom::Compact : RundownRoom::Large;
}

/// The words of the language set the widths of the state and stock columns.
RundownWidths RundownDelegate::measure() const {
    RundownWidths widths{56, 74, 0};
    for (const RowState state : {RowState::OnAir, RowState::Next, RowState::Taken})
        widths.state = std::max(widths.state, tagWidth(theme_, stateTag(state)));
    const QFont small = uiFont(theme_.large.caption);
    for (const RowState state : {RowState::Done, RowState::Skipped, RowState::Reserve})
        widths.state = std::max(widths.state, 17 + int(figuresWidth(small, rowStateWord(state))) + 1);
    widths.stock =
        std::max({widths.stock, tagWidth(theme_, {TagKind::AirOutline, tr("SOLD OUT"), {}}),
                  tagWidth(theme_, {TagKind::Neutral, tr("0 · %1 held").arg(QStringLiteral("88")), {}})});
    widths.clock = 1 + int(std::max({figuresWidth(uiFont(theme_.large.small), QStringLiteral("00:00:00")),
                                     figuresWidth(small, columnHeading(RundownColumn::PlannedAt, {})),
                                     figuresWidth(small, columnHeading(RundownColumn::StartsAt, {}))}));
    return widths;
}

RundownColumns RundownDelegate::columnsFor(int width) const {
    return rundownColumns(width, compact_, widths_, shown());
}

QSize RundownDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Sizes& sizes = theme_.sizes(compact_);
    const bool segment = !index.parent().isValid();
    return {option.rect.width(), segment ? sizes.segmentRow : sizes.tableRow};
}

void RundownDelegate::paintSegment(QPainter& painter, const QRect& rect, const RundownRow& row,
                                   bool expanded) const {
    painter.fillRect(rect, theme_.background.header);
    const int middle = rect.center().y();
    drawIcon(painter, QRectF(rect.left() + 8, middle - 6, 14, 14),
             expanded ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right"),
             theme_.text.secondary, theme_.background.header);
    // The right side first: its figures are never elided.
    const QFont plain = uiFont(theme_.large.small);
    painter.setFont(plain);
    int right = rect.right() - rightMargin + 1;
    if (row.finished) {
        right -= 13;
        drawIcon(painter, QRectF(right, middle - 6, 13, 13), QStringLiteral("check"), theme_.text.secondary,
                 theme_.background.header);
        right -= 6;
    } else if (row.endsWallMs > 0) {
        const QString ends = tr("ends %1").arg(wallTimeText(row.endsWallMs));
        const int width = int(figuresWidth(plain, ends)) + 1;
        right -= width;
        painter.setPen(theme_.text.secondary);
        drawFigures(painter, QRectF(right, rect.top(), width, rect.height()),
                    Qt::AlignLeft | Qt::AlignVCenter, ends);
        right -= 8;
    }
    if (row.overMs >= 1000 || row.overMs <= -1000) {
        const QString over = signedDurationText(row.overMs);
        const int width = int(figuresWidth(plain, over)) + 1;
        right -= width;
        painter.setPen(row.overMs > 0 ? theme_.warning.text : theme_.text.label);
        drawFigures(painter, QRectF(right, rect.top(), width, rect.height()),
                    Qt::AlignLeft | Qt::AlignVCenter, over);
        right -= 8;
    }
    const QFont bold = uiFont(theme_.large.small, 600);
    const QString played =
        row.playedMs >= 0 ? durationText(row.playedMs) + QStringLiteral(" / ") + durationText(row.plannedMs)
                          : durationText(row.plannedMs);
    const int left = rect.left() + 30;
    const int playedWidth = int(figuresWidth(plain, played)) + 1;
    const int room = right - left - playedWidth - 16;
    const QString title = QFontMetrics(bold).elidedText(row.title, Qt::ElideRight, room);
    painter.setFont(bold);
    painter.setPen(theme_.text.primary);
    painter.drawText(QRect(left, rect.top(), room, rect.height()), Qt::AlignLeft | Qt::AlignVCenter, title);
    painter.setFont(plain);
    painter.setPen(theme_.text.label);
    drawFigures(painter,
                QRectF(left + QFontMetrics(bold).horizontalAdvance(title) + 8, rect.top(), playedWidth,
                       rect.height()),
                Qt::AlignLeft | Qt::AlignVCenter, played);
}

void RundownDelegate::paintState(QPainter& painter, const QRect& cell, const RundownRow& row) const {
    const int middle = cell.center().y() + 1;
    if (const Tag tag = stateTag(row.state); tag.kind != TagKind::None) {
        paintTag(painter, theme_, tag, cell.left(), middle);
        return;
    }
    const QString word = rowStateWord(row.state);
    if (word.isEmpty())
        return;
    int x = cell.left();
    if (isOver(row)) {
        drawIcon(painter, QRectF(x, middle - 7, 13, 13),
                 row.state == RowState::Done ? QStringLiteral("check") : QStringLiteral("arrow-right"),
                 theme_.text.label, theme_.background.panel);
        x += 17;
    }
    painter.setFont(uiFont(theme_.large.caption));
    painter.setPen(theme_.text.label);
    painter.drawText(QRect(x, cell.top(), cell.width(), cell.height()), Qt::AlignLeft | Qt::AlignVCenter,
                     word);
}

void RundownDelegate::paintStock(QPainter& painter, const QRect& cell, const RundownRow& row) const {
    if (const Tag tag = stockTag(row.stock); tag.kind != TagKind::None) {
        const int width = tagWidth(theme_, tag);
        paintTag(painter, theme_, tag, cell.right() + 1 - width, cell.center().y() + 1);
        return;
    }
    const bool unknown = row.stock.tone == StockTone::Unknown;
    const bool none = row.stock.tone == StockTone::None;
    painter.setFont(uiFont(theme_.large.body));
    painter.setPen(unknown || none || isOver(row) ? theme_.text.label : theme_.text.primary);
    drawFigures(painter, cell, Qt::AlignRight | Qt::AlignVCenter,
                none ? QStringLiteral("–") : row.stock.badge);
    if (unknown)
        drawIcon(painter, QRectF(cell.right() - 26, cell.center().y() - 6, 12, 12), QStringLiteral("clock"),
                 theme_.text.label, theme_.background.panel);
}

/// A mark is a strip before the title, never a ground: grounds are for what is on air and next.
void RundownDelegate::paintTitle(QPainter& painter, const QRect& cell, const RundownRow& row,
                                 const QColor& color, int weight) const {
    QRect rect = cell;
    if (const QColor mark = markColor(theme_, row.mark); mark.isValid()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(mark);
        painter.drawRoundedRect(QRectF(rect.left(), rect.top() + 6, 4, rect.height() - 12), 2, 2);
        rect.setLeft(rect.left() + 9);
    }
    QFont title = uiFont(theme_.large.body, weight);
    title.setStrikeOut(row.state == RowState::Skipped);
    painter.setFont(title);
    painter.setPen(color);
    painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(title).elidedText(row.title, Qt::ElideRight, rect.width()));
}

/// Planned and aired side by side: when, how long, and the difference.
void RundownDelegate::paintTimes(QPainter& painter, const QRect& rect, const RundownColumns& columns,
                                 const RundownRow& row) const {
    const bool air = row.state == RowState::OnAir;
    const bool over = isOver(row);
    const QColor main = over ? theme_.text.label : theme_.text.primary;
    const QColor quiet = over ? theme_.text.label : theme_.text.secondary;
    const auto figure = [&](RundownColumn column, const QString& words, const QColor& color, int pixels,
                            int weight = 400) {
        const RundownColumns::Cell& cell = columns[column];
        if (cell.width == 0 || words.isEmpty())
            return;
        painter.setFont(uiFont(pixels, weight));
        painter.setPen(color);
        drawFigures(painter, QRect(rect.left() + cell.left, rect.top(), cell.width, rect.height()),
                    Qt::AlignRight | Qt::AlignVCenter, words);
    };
    const auto clock = [](std::int64_t wallMs) {
        return wallMs == 0 ? QString() : wallTimeText(wallMs);
    };
    figure(RundownColumn::PlannedAt, clock(row.plannedAtMs), theme_.text.label, theme_.large.small);
    figure(RundownColumn::StartsAt, clock(row.startsAtMs), row.aired ? main : theme_.text.label,
           theme_.large.small);
    const QString planned = durationText(row.plannedMs);
    figure(RundownColumn::Planned,
           row.state == RowState::Reserve ? QStringLiteral("(%1)").arg(planned) : planned, quiet,
           theme_.large.body);
    if (row.playedMs < 0)
        return;
    figure(RundownColumn::Actual, durationText(row.playedMs), row.overMs > 0 && air ? theme_.air.text : main,
           theme_.large.body, air ? 600 : 400);
    if (row.overMs >= 1000 || row.overMs <= -1000)
        figure(RundownColumn::Difference, signedDurationText(row.overMs),
               row.overMs < 0 ? theme_.text.label
               : air          ? theme_.air.text
                              : theme_.warning.text,
               theme_.large.small);
}

void RundownDelegate::paintItem(QPainter& painter, const QRect& rect, const RundownRow& row,
                                bool hovered) const {
    const bool air = row.state == RowState::OnAir;
    const bool next = row.state == RowState::Next;
    const QColor ground = air       ? theme_.air.soft
                          : next    ? theme_.ready.soft
                          : hovered ? theme_.background.header
                                    : theme_.background.panel;
    painter.fillRect(rect, ground);
    if (air || next || row.state == RowState::Taken)
        painter.fillRect(QRect(rect.left(), rect.top(), theme_.large.stateBar, rect.height()),
                         air    ? theme_.air.fill
                         : next ? theme_.ready.fill
                                : theme_.border.control);
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme_.border.divider);

    const RundownColumns columns = columnsFor(rect.width());
    const auto cellRect = [&](const RundownColumns::Cell& cell) {
        return QRect(rect.left() + cell.left, rect.top(), cell.width, rect.height());
    };
    const bool over = isOver(row);
    const int weight = air || next ? 600 : 400;
    const QColor main = over ? theme_.text.label : theme_.text.primary;
    const auto figure = [&](const RundownColumns::Cell& cell, const QString& words, const QColor& color,
                            int pixels, int figureWeight = 400) {
        if (cell.width == 0)
            return;
        painter.setFont(uiFont(pixels, figureWeight));
        painter.setPen(color);
        drawFigures(painter, cellRect(cell), Qt::AlignRight | Qt::AlignVCenter, words);
    };
    figure(columns.number, QString::number(row.number), air || next ? theme_.text.primary : theme_.text.label,
           theme_.large.body, weight);
    paintState(painter, cellRect(columns.state), row);
    const QRect thumb = cellRect(columns.thumb);
    art_.paintThumb(
        painter, QRect(thumb.left(), rect.center().y() - thumb.width() / 2 + 1, thumb.width(), thumb.width()),
        row.image, row.icon, over);
    paintTitle(painter, cellRect(columns.title), row, main, weight);
    if (row.scene > 0)
        figure(columns[RundownColumn::Scene], QString::number(row.scene), theme_.text.label,
               theme_.large.small);
    figure(columns[RundownColumn::Price], row.price, main, theme_.large.body);
    paintTimes(painter, rect, columns, row);
    if (columns[RundownColumn::Stock].width > 0)
        paintStock(painter, cellRect(columns[RundownColumn::Stock]), row);
    if (air)
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width() * row.progress, 2),
                         theme_.air.fill);
}

void RundownDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const {
    const auto row = index.data(RundownModel::RowRole).value<RundownRow>();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (row.segment)
        paintSegment(*painter, option.rect, row, option.state & QStyle::State_Open);
    else
        paintItem(*painter, option.rect, row, option.state & QStyle::State_MouseOver);
    // Selection is a frame only: it must not hide the state.
    if (option.state & QStyle::State_Selected && option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(theme_.focus.ring, theme_.large.focusRing));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(QRectF(option.rect).adjusted(1, 1, -1, -1));
    }
    painter->restore();
}

} // namespace vitrina::ui
