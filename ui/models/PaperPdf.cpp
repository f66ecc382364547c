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
        for (std::size_t i = 0; i < paper_.parts.size(); ++i)
            paintPart(paper_.parts[i], i == 0);
        if (paper_.parts.empty())
            startPage();
    }

  private:
    static QFont font(double points, bool bold) {
        QFont font(QStringLiteral("Inter"));
        font.setPointSizeF(points);
        font.setBold(bold);
        return font;
    }

    int width() const { return writer_.width(); }

    /// Of what stands on this page, also where it goes on from the one before: a sheet may lie alone.
    const QString& title() const { return paper_.pageForEach && part_ ? part_->title : paper_.title; }

    void startPage() {
        ++page_;
        painter_.setFont(font(7.5, false));
        painter_.setPen(Qt::darkGray);
        const int foot = painter_.fontMetrics().lineSpacing();
        const QRect room(0, writer_.height() - foot, width(), foot);
        painter_.drawText(room, Qt::AlignLeft | Qt::AlignBottom, title());
        painter_.drawText(room, Qt::AlignRight | Qt::AlignBottom, QString::number(page_));
        bottom_ = writer_.height() - 2 * foot;
        painter_.setPen(Qt::black);
        y_ = 0;
        paintTitle(title());
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

    void setFontFor(const PaperLine& line) {
        painter_.setFont(font(line.heading ? 10.5 : 9.5, line.heading));
    }

    /// Sets the font, too.
    int heightOf(const PaperLine& line) {
        setFontFor(line);
        const int gap = painter_.fontMetrics().lineSpacing() / (line.heading ? 2 : 4);
        return above(line) +
               painter_.boundingRect(wordsRect(line, 0), Qt::TextWordWrap, line.words).height() + gap;
    }

    /// Between the rule over a heading and its words.
    int above(const PaperLine& line) const {
        return line.heading ? painter_.fontMetrics().lineSpacing() / 4 : 0;
    }

    int boxSide() const { return painter_.fontMetrics().ascent(); }

    QRect wordsRect(const PaperLine& line, int y) const {
        const int indent = line.tick ? boxSide() * 3 / 2 : 0;
        return {indent, y, int(width() * (1.0 - figureShare)) - indent, writer_.height()};
    }

    void paintPart(const PaperPart& part, bool first) {
        part_ = &part;
        int whole = 0;
        for (const PaperLine& line : part.lines)
            whole += heightOf(line);
        if (first)
            startPage();
        else if (paper_.pageForEach || (y_ + whole > bottom_ && whole < bottom_ / 2))
            nextPage();
        if (!paper_.pageForEach && !part.title.isEmpty())
            paintTitle(part.title);
        for (std::size_t i = 0; i < part.lines.size(); ++i)
            paintLine(part.lines[i], i + 1 < part.lines.size() ? &part.lines[i + 1] : nullptr);
        y_ += painter_.fontMetrics().lineSpacing() / 2;
    }

    /// A heading stays with what follows it, and stands again over what goes on on another page.
    void paintLine(const PaperLine& line, const PaperLine* next) {
        const int below = line.heading && next ? heightOf(*next) : 0;
        if (y_ + heightOf(line) + below > bottom_) {
            nextPage();
            const PaperLine& first = part_->lines.front();
            if (!paper_.pageForEach && first.heading && &line != &first)
                put(first);
        }
        put(line);
    }

    void put(const PaperLine& line) {
        const int height = heightOf(line); // sets the font, too
        if (line.heading) {
            painter_.setPen(QPen(Qt::gray, 2));
            painter_.drawLine(0, y_, width(), y_);
            painter_.setPen(Qt::black);
        }
        if (line.tick) {
            painter_.setPen(QPen(Qt::black, 2));
            painter_.drawRect(0, y_ + painter_.fontMetrics().descent() / 2, boxSide(), boxSide());
        }
        const int top = y_ + above(line);
        painter_.drawText(wordsRect(line, top), Qt::TextWordWrap, line.words);
        painter_.drawText(QRect(0, top, width(), height), Qt::AlignRight | Qt::AlignTop, line.figure);
        y_ += height;
    }

    QPdfWriter& writer_;
    const Paper& paper_;
    QPainter painter_;
    const PaperPart* part_ = nullptr; ///< that is painted
    int y_ = 0;
    int bottom_ = 0;
    int page_ = 0;
};

} // namespace

Result<void> writePdf(const Paper& paper, const QString& path) {
    QSaveFile file(path);
    const auto owners = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    if (!file.open(QIODevice::WriteOnly) || (paper.namesBuyers && !file.setPermissions(owners)))
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
