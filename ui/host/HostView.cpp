// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/host/HostView.hpp"

#include "ui/theme/Figures.hpp"
#include "ui/theme/Fonts.hpp"
#include "ui/theme/Icons.hpp"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QScreen>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace vitrina::ui {
namespace {

const QColor paper(0, 0, 0); // blacker than any panel: what it lights falls on the host

/// One picture of the view: a painter, the theme, and lengths in 720ths of the height.
class HostPage {
  public:
    HostPage(QPainter& painter, const Theme& theme, Art& art, const HostContent& content, QSize size)
        : painter_(painter), theme_(theme), art_(art), content_(content), unit_(size.height() / 720.0),
          width_(size.width() / unit_) {}

    void draw() {
        painter_.fillRect(rect(0, 0, width_, 720), paper);
        const bool air = content_.air.filled;
        const double right = width_ * 0.65;
        if (air)
            drawAir(right);
        else
            drawNothing(right);
        drawPoints(right, air ? 204 : 150);
        drawLine(rect(right, frame, 2, nextTop - frame));
        drawTime(right + 2);
        drawStock(right + 2);
        drawNext();
        drawFrame();
    }

  private:
    static constexpr double frame = 6;
    static constexpr double nextTop = 634;
    static constexpr double side = 34;

    QRectF rect(double x, double y, double width, double height) const {
        return {x * unit_, y * unit_, width * unit_, height * unit_};
    }
    QFont face(double pixels, int weight) const { return uiFont(std::max(1, int(pixels * unit_)), weight); }
    void drawLine(const QRectF& where) { painter_.fillRect(where, theme_.border.divider); }

    /// Set smaller until it fits the width, but not below half; then it ends in an ellipsis.
    void words(const QString& text, QRectF where, double pixels, int weight, const QColor& ink,
               Qt::Alignment align = Qt::AlignLeft) {
        double size = pixels;
        while (size > pixels / 2 && QFontMetricsF(face(size, weight)).horizontalAdvance(text) > where.width())
            size -= 1;
        painter_.setFont(face(size, weight));
        painter_.setPen(ink);
        painter_.drawText(where, int(align | Qt::AlignVCenter | Qt::TextSingleLine),
                          QFontMetricsF(painter_.font()).elidedText(text, Qt::ElideRight, where.width()));
    }
    void figures(const QString& text, const QRectF& where, double pixels, const QColor& ink) {
        double size = pixels;
        while (size > pixels / 3 && figuresWidth(face(size, 700), text) > where.width())
            size -= 2;
        painter_.setFont(face(size, 700));
        painter_.setPen(ink);
        drawFigures(painter_, where, Qt::AlignRight | Qt::AlignVCenter, text);
    }

    /// The filled word that says what the line is; returns where it ends.
    double badge(const QString& word, double x, double y, double height, const QColor& fill,
                 const QColor& ink) {
        painter_.setFont(face(height * 0.55, 700));
        const double width = QFontMetricsF(painter_.font()).horizontalAdvance(word) / unit_ + height * 0.8;
        painter_.setPen(Qt::NoPen);
        painter_.setBrush(fill);
        painter_.drawRoundedRect(rect(x, y, width, height), 4 * unit_, 4 * unit_);
        painter_.setPen(ink);
        painter_.drawText(rect(x, y, width, height), Qt::AlignCenter, word);
        return x + width;
    }

    void drawAir(double right) {
        const StripContent& air = content_.air;
        const QColor fill = content_.rehearsal ? theme_.accent.fill : theme_.air.fill;
        const double after = air.confirmed ? badge(air.word, side, 28, 36, fill, theme_.air.onFill)
                                           : badge(air.word, side, 28, 36, theme_.background.controlHover,
                                                   theme_.text.primary);
        words(air.title, rect(after + 16, 22, right - after - 32, 48), 36, 700, theme_.text.primary);
        if (!air.price.isEmpty())
            words(air.price, rect(side, 78, right - 2 * side, 60), 44, 700, theme_.text.primary);
    }

    void drawNothing(double right) {
        words(content_.air.emptyTitle, rect(side, 26, right - 2 * side, 52), 40, 700, theme_.text.secondary);
        words(content_.air.emptyHint, rect(side, 82, right - 2 * side, 36), 24, 500, theme_.text.secondary);
    }

    /// As large as they can be set with all of them on the screen: what is cut off can't be said.
    void drawPoints(double right, double top) {
        const double width = right - 2 * side;
        const double room = nextTop - top - 16;
        const QString text = content_.points.join(QChar::LineSeparator);
        for (double pixels = 40; pixels >= 20; pixels -= 2) {
            if (setPoints(text, pixels, width, top, room, false) || pixels == 20) {
                setPoints(text, pixels, width, top, room, true);
                return;
            }
        }
    }

    bool setPoints(const QString& text, double pixels, double width, double top, double room, bool paint) {
        QTextLayout layout(text, face(pixels, 500));
        double y = 0;
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(width * unit_);
            const bool point = line.textStart() > 0 && text[line.textStart() - 1] == QChar::LineSeparator;
            y += point ? pixels * 0.35 * unit_ : 0; // where one ends and the next begins
            line.setPosition(QPointF(0, y));
            y += pixels * 1.4 * unit_;
        }
        layout.endLayout();
        if (paint) {
            painter_.setPen(content_.pointsOfNext ? theme_.text.secondary : theme_.text.primary);
            layout.draw(&painter_, QPointF(side * unit_, top * unit_));
        }
        return y <= room * unit_;
    }

    void drawTime(double left) {
        const StripContent& air = content_.air;
        if (!air.filled)
            return;
        const double width = width_ - left - 2 * side;
        const bool over = air.tone == TimeTone::Over;
        const QColor ink = over                            ? theme_.air.text
                           : air.tone == TimeTone::Warning ? theme_.warning.text
                                                           : theme_.text.primary;
        words(air.timeLabel, rect(left + side, 20, width, 34), 24, over ? 700 : 500,
              over ? ink : theme_.text.secondary, Qt::AlignRight);
        figures(air.timeFigure, rect(left + 8, 54, width_ - left - side - 8, 180), 160, ink);
        const QRectF track = rect(left + side - 8, 246, width_ - left - 2 * side + 8, 10);
        painter_.fillRect(track, theme_.border.divider);
        painter_.fillRect(
            QRectF(track.topLeft(), QSizeF(track.width() * std::max(0.0, air.progress), track.height())),
            over ? theme_.air.fill : theme_.text.primary);
    }

    void drawStock(double left) {
        const StripContent& shown = content_.air.filled ? content_.air : content_.next;
        const StockText& stock = shown.stock;
        if (stock.tone == StockTone::None)
            return;
        const bool low =
            stock.tone == StockTone::Low || stock.tone == StockTone::Out || stock.tone == StockTone::Stopped;
        const QColor ink = low ? theme_.warning.text : theme_.text.primary;
        const QRectF box = rect(left + 16, 300, width_ - left - 16 - frame - 16, nextTop - 300 - 16);
        if (low) {
            painter_.setPen(QPen(theme_.warning.fill, 3 * unit_));
            painter_.setBrush(theme_.warning.soft);
            painter_.drawRoundedRect(box, 8 * unit_, 8 * unit_);
        }
        const double inner = width_ - left - 2 * side + 8;
        words(stock.label, rect(left + side - 8, 310, inner, 34), 24, 600, low ? ink : theme_.text.secondary,
              Qt::AlignRight);
        figures(stock.figure, rect(left + side - 8, 344, inner, 180), 160, ink);
        words(stock.hint, rect(left + side - 8, 560, inner, 34), 24, 500, theme_.text.secondary,
              Qt::AlignRight);
    }

    void drawNext() {
        const StripContent& next = content_.next;
        painter_.fillRect(rect(0, nextTop, width_, 720 - nextTop), theme_.ready.soft);
        painter_.fillRect(rect(0, nextTop, width_, 3), theme_.ready.border);
        if (!next.filled) {
            words(next.emptyTitle, rect(side, nextTop + 3, width_ - 2 * side, 76), 30, 600,
                  theme_.text.secondary);
            return;
        }
        double x = badge(next.word, side, nextTop + 22, 40, theme_.ready.fill, theme_.ready.onFill) + 18;
        art_.paintThumb(painter_, rect(x, nextTop + 12, 60, 60).toRect(), next.image, next.icon);
        x += 78;
        const QString more = next.stock.tone == StockTone::None
                                 ? next.timeFigure
                                 : next.stock.spoken + QStringLiteral(" · ") + next.timeFigure;
        const double moreWidth = width_ * 0.24;
        words(more, rect(width_ - side - moreWidth, nextTop + 3, moreWidth, 76), 24, 500,
              theme_.text.secondary, Qt::AlignRight);
        const double end = width_ - side - moreWidth - 18;
        const double priceWidth = next.price.isEmpty() ? 0 : 190;
        const double titleWidth = end - x - priceWidth;
        words(next.title, rect(x, nextTop + 3, titleWidth, 76), 34, 600, theme_.text.primary);
        const double set = QFontMetricsF(painter_.font()).horizontalAdvance(next.title) / unit_;
        x += std::min(set, titleWidth) + 18;
        words(next.price, rect(x, nextTop + 3, end - x, 76), 30, 500, theme_.text.primary);
    }

    /// Red when the engine has said that it is on air, and not before; dashed blue in a rehearsal.
    void drawFrame() {
        const bool air = content_.air.filled && content_.air.confirmed;
        QPen pen(!air                 ? theme_.border.control
                 : content_.rehearsal ? theme_.accent.fill
                                      : theme_.air.border,
                 frame * unit_, content_.rehearsal && air ? Qt::DashLine : Qt::SolidLine, Qt::FlatCap,
                 Qt::MiterJoin);
        painter_.setPen(pen);
        painter_.setBrush(Qt::NoBrush);
        painter_.drawRect(rect(frame / 2, frame / 2, width_ - frame, 720 - frame));
    }

    QPainter& painter_;
    const Theme& theme_;
    Art& art_;
    const HostContent& content_;
    double unit_;
    double width_; ///< in units
};

/// One that shows nothing of the studio's yet; null when there is none.
QScreen* otherScreen(const QWidget& studio) {
    const auto screens = QGuiApplication::screens();
    const auto found = std::ranges::find_if(screens, [&](QScreen* one) { return one != studio.screen(); });
    return found == screens.end() ? nullptr : *found;
}

} // namespace

HostView::HostView(QStringList artFolders, QWidget* parent)
    : QWidget(parent, Qt::Window), theme_(builtInTheme(ThemeKind::Dark)),
      art_(theme_, std::move(artFolders)) {
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAttribute(Qt::WA_ShowWithoutActivating); // the keyboard stays with the studio
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(640, 360);
    resize(1280, 720);
    setWindowTitle(tr("Host's view"));
}

void HostView::present(const View& view) {
    HostContent content = hostContent(view.state, view.now, view.locale, theme_.timeWarningSeconds);
    if (content == content_)
        return;
    content_ = std::move(content);
    setAccessibleName(tr("Host's view"));
    setAccessibleDescription(content_.spoken());
    update();
}

void HostView::open(const QWidget& studio) {
    if (QScreen* screen = otherScreen(studio)) {
        setGeometry(screen->geometry());
        showFullScreen();
    } else {
        show();
    }
    raise();
}

void HostView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    HostPage(painter, theme_, art_, content_, size()).draw();
}

bool HostView::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void HostView::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

} // namespace vitrina::ui
