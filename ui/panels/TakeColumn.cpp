// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/TakeColumn.hpp"

#include "ui/models/KeyIds.hpp"
#include "ui/theme/Figures.hpp"
#include "ui/theme/Fonts.hpp"

#include <QComboBox>
#include <QKeyEvent>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

namespace vitrina::ui {

TakeColumn::TakeColumn(const Theme& theme, QWidget* parent)
    : QWidget(parent), theme_(theme), kind_(new QComboBox(this)), duration_(new QSpinBox(this)),
      auto_(new Button(theme, ButtonKind::Normal, ButtonSize::Live, tr("Auto"), this)),
      cut_(new Button(theme, ButtonKind::Normal, ButtonSize::Live, tr("Cut"), this)),
      take_(new Button(theme, ButtonKind::Primary, ButtonSize::Live, tr("TAKE NEXT"), this)) {
    kind_->addItem(tr("Fade"), int(stage::TransitionKind::Fade));
    kind_->addItem(tr("Cut", "kind of transition"), int(stage::TransitionKind::Cut));
    kind_->setAccessibleName(tr("Kind of transition"));
    kind_->setToolTip(tr("How Auto and a take change over"));
    duration_->setRange(50, 5000);
    duration_->setSingleStep(50);
    duration_->setSuffix(tr(" ms"));
    duration_->setAccessibleName(tr("Length of the transition"));
    duration_->setToolTip(tr("How long the transition takes"));
    duration_->setKeyboardTracking(false);
    duration_->setFocusPolicy(Qt::StrongFocus);
    duration_->installEventFilter(this);
    auto_->setTight(true);
    cut_->setTight(true);
    take_->setStacked(true);
    take_->setTight(true);
    take_->setIconName(QStringLiteral("take"));
    take_->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(kind_);
    column->addWidget(duration_);
    column->addStretch(1);
    column->addWidget(auto_);
    column->addWidget(cut_);
    column->addWidget(take_);

    connect(kind_, &QComboBox::activated, this, &TakeColumn::choose);
    connect(duration_, &QSpinBox::valueChanged, this, &TakeColumn::choose);
    connect(auto_, &QAbstractButton::clicked, this, &TakeColumn::autoPressed);
    connect(cut_, &QAbstractButton::clicked, this, &TakeColumn::cutPressed);
    connect(take_, &QAbstractButton::clicked, this, &TakeColumn::taken);
    setCompact(false);
}

void TakeColumn::setCompact(bool compact) {
    setFixedWidth(theme_.sizes(compact).takeColumn);
    // The words of some languages want a smaller size; the button is as wide as its column.
    int pixels = compact ? 13 : 15;
    while (pixels > 11 && figuresWidth(uiFont(pixels, 700), take_->text()) > width() - 12)
        --pixels;
    take_->setFont(uiFont(pixels, 700));
    take_->setFixedHeight(compact ? 86 : 106);
}

void TakeColumn::choose() {
    const auto kind = stage::TransitionKind(kind_->currentData().toInt());
    emit transitionChosen({kind, kind == stage::TransitionKind::Cut ? 0 : duration_->value()});
}

void TakeColumn::showKeys(const Keys& keys) {
    auto_->setKeyHint(keys.hint(key::automatic));
    auto_->setToolTip(keys.withHint(tr("Preview to program with the transition"), key::automatic));
    cut_->setKeyHint(keys.hint(key::cut));
    cut_->setToolTip(keys.withHint(tr("Preview to program at once"), key::cut));
    take_->setKeyHint(keys.hint(key::take));
    take_->setToolTip(keys.withHint(tr("Take the next item"), key::take) + QStringLiteral("; ") +
                      keys.withHint(tr("with a cut"), key::takeWithCut));
}

void TakeColumn::present(const View& view) {
    showKeys(view.keys);
    const stage::Transition& transition = view.state.stage.transition;
    const QSignalBlocker quietKind(kind_);
    const QSignalBlocker quietDuration(duration_);
    const bool fade = transition.kind == stage::TransitionKind::Fade;
    kind_->setCurrentIndex(fade ? 0 : 1);
    // What is being typed is not taken out of a person's hands.
    if (fade && !duration_->hasFocus())
        duration_->setValue(transition.durationMs);
    duration_->setEnabled(fade);
    const bool live = view.state.run.phase == show::RunPhase::Live;
    take_->setEnabled(live);
    const show::Item* next = show::findItem(view.state.show.rundown, view.state.run.next);
    take_->setAccessibleName(next ? tr("Take next: %1").arg(QString::fromStdString(next->title))
                                  : tr("Take next: nothing is next"));
}

bool TakeColumn::eventFilter(QObject* watched, QEvent* event) {
    // Enter and Esc leave the field, so that the single keys work again.
    if (watched == duration_ && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Escape) {
            duration_->interpretText();
            duration_->clearFocus();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace vitrina::ui
