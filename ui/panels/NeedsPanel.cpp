// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/NeedsPanel.hpp"

#include "ui/theme/Figures.hpp"
#include "ui/theme/Fonts.hpp"
#include "ui/theme/Icons.hpp"
#include "ui/widgets/Tag.hpp"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace vitrina::ui {
namespace {

constexpr int rowHeight = 40;
constexpr int rowsShown = 4;
constexpr int footMargin = 3; // what Panel keeps for its round corners

} // namespace

/// The number in an amber lozenge beside the title; nothing at zero.
class NeedsPanel::Count final : public QWidget {
  public:
    Count(const Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme) { setFixedSize(24, 16); }
    void setCount(int count) {
        if (count_ == count)
            return;
        count_ = count;
        setAccessibleName(QString::number(count));
        update();
    }

  protected:
    void paintEvent(QPaintEvent*) override {
        if (count_ == 0)
            return;
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme_.warning.fill);
        painter.drawRoundedRect(QRect(0, 0, count_ > 9 ? 24 : 18, 16), 8, 8);
        painter.setFont(uiFont(theme_.large.tagText, 600));
        painter.setPen(theme_.warning.onFill);
        drawFigures(painter, QRectF(0, 0, count_ > 9 ? 24 : 18, 16), Qt::AlignCenter,
                    QString::number(count_));
    }

  private:
    const Theme& theme_;
    int count_ = 0;
};

NeedRow::NeedRow(const Theme& theme, QWidget* parent)
    : QWidget(parent), theme_(theme),
      title_(plainLabel({}, theme.large.small, 600, theme.text.primary, this)),
      detail_(new ElidedLabel(theme.large.caption, 400, theme.text.label, this)),
      button_(new Button(theme, ButtonKind::Normal, ButtonSize::Small, {}, this)) {
    setFixedHeight(rowHeight);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(34, 0, 8, 0);
    row->setSpacing(8);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    title_->setWordWrap(true);
    title_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    words->addStretch(1);
    words->addWidget(title_);
    words->addWidget(detail_);
    words->addStretch(1);
    row->addLayout(words, 1);
    row->addWidget(button_);
    connect(button_, &QAbstractButton::clicked, this, [this] {
        if (need_.command)
            emit asked(*need_.command);
        else
            emit opened(need_.opens);
    });
}

void NeedRow::setNeed(const Need& need) {
    if (need_ == need)
        return;
    need_ = need;
    title_->setText(need.title);
    detail_->setFullText(need.detail);
    button_->setVisible(isPressable());
    button_->setText(need.action);
    button_->updateGeometry();
    button_->setAccessibleName(need.action + QStringLiteral(": ") + need.title);
    setAccessibleName(need.title + QStringLiteral(". ") + need.detail);
    arrange();
    update();
}

/// Long words of some languages take both lines; the detail is then in the tool tip alone.
void NeedRow::arrange() {
    const int taken = isPressable() ? button_->sizeHint().width() + 8 : 0;
    const int room = width() - 34 - 8 - taken;
    const bool oneLine = title_->fontMetrics().horizontalAdvance(need_.title) <= room;
    detail_->setVisible(oneLine);
    setToolTip(oneLine ? QString() : need_.title + QLatin1Char('\n') + need_.detail);
}

void NeedRow::resizeEvent(QResizeEvent*) {
    arrange();
}

void NeedRow::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor color = need_.urgency == Urgency::Danger    ? theme_.air.text
                         : need_.urgency == Urgency::Warning ? theme_.warning.text
                                                             : theme_.text.secondary;
    drawIcon(painter, QRectF(10, (height() - 16) / 2, 16, 16), need_.icon, color, theme_.background.panel);
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme_.border.divider);
}

NeedsPanel::NeedsPanel(const Theme& theme, QWidget* parent)
    : Panel(theme, tr("Needs you"), parent), count_(new Count(theme, this)),
      calm_(plainLabel(tr("Nothing waits for you."), theme.large.small, 400, theme.text.label, this)),
      column_(new QWidget) {
    header().insertWidget(1, count_);
    calm_->setAlignment(Qt::AlignCenter);
    body().addWidget(calm_, 1);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    auto* layout = new QVBoxLayout(column_);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addStretch(1);
    scroll->setWidget(column_);
    // setWidget() has switched it on: the panel paints the ground.
    column_->setAutoFillBackground(false);
    body().addWidget(scroll, 1);
    setFixedHeight(theme.large.dockTitle + footMargin + rowHeight);
    scroll->hide();
}

void NeedsPanel::focusFirst() {
    for (NeedRow* row : rows_)
        if (row->isVisible() && row->isPressable()) {
            row->button().setFocus(Qt::ShortcutFocusReason);
            return;
        }
}

void NeedsPanel::present(const View& view) {
    std::vector<Need> needs = needsOf(view.state, view.now);
    for (Need& need : soundNeeds(view.state, sound_, view.now.monoMs))
        needs.push_back(std::move(need));
    std::stable_sort(needs.begin(), needs.end(),
                     [](const Need& a, const Need& b) { return a.urgency > b.urgency; });
    auto* layout = static_cast<QVBoxLayout*>(column_->layout());
    while (rows_.size() < needs.size()) {
        auto* row = new NeedRow(theme(), column_);
        connect(row, &NeedRow::asked, this, &NeedsPanel::asked);
        connect(row, &NeedRow::opened, this, &NeedsPanel::opened);
        layout->insertWidget(int(rows_.size()), row);
        rows_.push_back(row);
    }
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        if (i < needs.size())
            rows_[i]->setNeed(needs[i]);
        rows_[i]->setVisible(i < needs.size());
    }
    if (shown_ == int(needs.size()))
        return;
    shown_ = int(needs.size());
    count_->setCount(shown_);
    calm_->setVisible(shown_ == 0);
    body().itemAt(1)->widget()->setVisible(shown_ > 0);
    setFixedHeight(theme().large.dockTitle + footMargin + rowHeight * std::clamp(shown_, 1, rowsShown));
}

} // namespace vitrina::ui
