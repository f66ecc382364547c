// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/OrderPapers.hpp"

#include <QFont>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>

#include <algorithm>

namespace vitrina::ui {
namespace {

constexpr int dotsPerInch = 300;
constexpr double marginMm = 10.0;
constexpr double figureShare = 0.25; ///< of the width, for the column on the right

/// One page after the other, from the top. Any thread.
class PaperPainter {
  public:
    PaperPainter(QPdfWriter& writer, const Paper& paper)
        : writer_(writer), paper_(paper), painter_(&writer) {}

    bool isWell() const { return painter_.isActive(); }

    void paint() {
        startPage();
        for (std::size_t i = 0; i < paper_.parts.size(); ++i)
            paintPart(paper_.parts[i], i == 0);
    }

  private:
    static QFont font(double points, bool bold) {
        QFont font(QStringLiteral("Inter"));
        font.setPointSizeF(points);
        font.setBold(bold);
        return font;
    }

    int width() const { return writer_.width(); }

    void startPage() {
        ++page_;
        painter_.setFont(font(7.5, false));
        painter_.setPen(Qt::darkGray);
        const int foot = painter_.fontMetrics().lineSpacing();
        painter_.drawText(QRect(0, writer_.height() - foot, width(), foot), Qt::AlignRight | Qt::AlignBottom,
                          QString::number(page_));
        bottom_ = writer_.height() - 2 * foot;
        painter_.setPen(Qt::black);
        y_ = 0;
        if (!paper_.pageForEach)
            paintTitle(paper_.title);
    }

    void nextPage() {
        writer_.newPage();
        startPage();
    }

    void paintTitle(const QString& title) {
        painter_.setFont(font(15, true));
        const QRect room(0, y_, width(), bottom_);
        const QRect taken = painter_.boundingRect(room, Qt::TextWordWrap, title);
        painter_.drawText(room, Qt::TextWordWrap, title);
        y_ += taken.height() + painter_.fontMetrics().lineSpacing() / 2;
    }

    int heightOf(const PaperLine& line) {
        painter_.setFont(font(line.heading ? 10.5 : 9.5, line.heading));
        const int gap = painter_.fontMetrics().lineSpacing() / (line.heading ? 2 : 4);
        return painter_.boundingRect(wordsRect(0), Qt::TextWordWrap, line.words).height() + gap;
    }

    QRect wordsRect(int y) const { return {0, y, int(width() * (1.0 - figureShare)), writer_.height()}; }

    void paintPart(const PaperPart& part, bool first) {
        int whole = 0;
        for (const PaperLine& line : part.lines)
            whole += heightOf(line);
        if (!first && (paper_.pageForEach || (y_ + whole > bottom_ && whole < bottom_ / 2)))
            nextPage();
        if (!part.title.isEmpty())
            paintTitle(part.title);
        for (const PaperLine& line : part.lines)
            paintLine(line);
        y_ += painter_.fontMetrics().lineSpacing() / 2;
    }

    void paintLine(const PaperLine& line) {
        const int height = heightOf(line); // sets the font, too
        if (y_ + height > bottom_) {
            nextPage();
            painter_.setFont(font(line.heading ? 10.5 : 9.5, line.heading));
        }
        if (line.heading) {
            painter_.setPen(QPen(Qt::gray, 2));
            painter_.drawLine(0, y_, width(), y_);
            painter_.setPen(Qt::black);
        }
        painter_.drawText(wordsRect(y_), Qt::TextWordWrap, line.words);
        painter_.drawText(QRect(0, y_, width(), height), Qt::AlignRight | Qt::AlignTop, line.figure);
        y_ += height;
    }

    QPdfWriter& writer_;
    const Paper& paper_;
    QPainter painter_;
    int y_ = 0;
    int bottom_ = 0;
    int page_ = 0;
};

} // namespace

Result<void> writePdf(const Paper& paper, const QString& path) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fail(ErrorCode::FileUnwritable, file.errorString().toStdString());
    {
        QPdfWriter writer(&file);
        writer.setPageSize(QPageSize(QPageSize::A5));
        writer.setPageMargins(QMarginsF(marginMm, marginMm, marginMm, marginMm), QPageLayout::Millimeter);
        writer.setResolution(dotsPerInch);
        writer.setTitle(paper.title);
        PaperPainter painter(writer, paper);
        if (!painter.isWell())
            return fail(ErrorCode::FileUnwritable, "the paper can't be painted");
        painter.paint();
    }
    if (!file.commit())
        return fail(ErrorCode::FileUnwritable, file.errorString().toStdString());
    return {};
}

} // namespace vitrina::ui
