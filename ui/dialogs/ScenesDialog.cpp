// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/ScenesDialog.hpp"

#include "ui/models/SceneWords.hpp"
#include "ui/widgets/Format.hpp"
#include "ui/widgets/Labels.hpp"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListWidget>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace vitrina::ui {

ScenesDialog::ScenesDialog(const Theme& theme, QWidget* parent)
    : Dialog(theme, tr("Scenes"), parent), list_(new QListWidget(this)),
      refusal_(plainLabel({}, theme.large.small, 400, theme.warning.text, this)) {
    list_->setAccessibleName(tr("Scenes"));
    list_->setMinimumHeight(260);
    list_->installEventFilter(this);
    body().addWidget(list_, 1);
    refusal_->setWordWrap(true);
    refusal_->hide();
    body().addWidget(refusal_);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    Button* add = listButton(*row, tr("Add…"), QStringLiteral("Ins"));
    edit_ = listButton(*row, tr("Edit…"), QStringLiteral("F2"));
    slide_ = listButton(*row, tr("Words and time…"), {});
    row->addStretch(1);
    body().addLayout(row);
    auto* order = new QHBoxLayout;
    order->setSpacing(8);
    up_ = listButton(*order, tr("Up"), QStringLiteral("Alt+↑"));
    down_ = listButton(*order, tr("Down"), QStringLiteral("Alt+↓"));
    remove_ = listButton(*order, tr("Remove"), QStringLiteral("Del"));
    order->addStretch(1);
    body().addLayout(order);
    Button* leave = addButton(tr("Close"), ButtonKind::Normal);

    connect(list_, &QListWidget::currentRowChanged, this, &ScenesDialog::enable);
    connect(list_, &QListWidget::itemDoubleClicked, this, [this] { emit editAsked(current()); });
    connect(add, &QAbstractButton::clicked, this, &ScenesDialog::addAsked);
    connect(edit_, &QAbstractButton::clicked, this, [this] { emit editAsked(current()); });
    connect(slide_, &QAbstractButton::clicked, this, [this] { emit slideAsked(slideOfCurrent()); });
    connect(up_, &QAbstractButton::clicked, this, [this] { move(-1); });
    connect(down_, &QAbstractButton::clicked, this, [this] { move(1); });
    connect(remove_, &QAbstractButton::clicked, this,
            [this] { emit asked(stage::SetUpEdit{stage::RemoveScene{current()}}); });
    connect(leave, &QAbstractButton::clicked, this, &QDialog::close);
    setModal(false);
    setMinimumSize(520, 440);
}

Button* ScenesDialog::listButton(QHBoxLayout& row, const QString& words, const QString& key) {
    auto* button = new Button(theme(), ButtonKind::Normal, ButtonSize::Normal, words, this);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setAccessibleName(words);
    button->setKeyHint(key);
    row.addWidget(button);
    return button;
}

SceneId ScenesDialog::current() const {
    const int row = list_->currentRow();
    return row >= 0 && row < int(setUp_.scenes.size()) ? setUp_.scenes[std::size_t(row)].id : SceneId{};
}

SourceId ScenesDialog::slideOfCurrent() const {
    const stage::Scene* scene = stage::findScene(setUp_, current());
    for (const stage::Source& source : setUp_.sources)
        if (scene && source.kind == stage::SourceKind::Slide && stage::shows(*scene, source.id))
            return source.id;
    return {};
}

void ScenesDialog::select(const SceneId& scene) {
    for (std::size_t i = 0; i < setUp_.scenes.size(); ++i)
        if (setUp_.scenes[i].id == scene)
            list_->setCurrentRow(int(i));
}

void ScenesDialog::present(const control::State& state) {
    const SceneId held = current();
    setUp_ = state.setUp;
    onProgram_ = state.stage.requested.scene;
    QStringList rows;
    for (std::size_t i = 0; i < setUp_.scenes.size(); ++i) {
        const stage::Scene& scene = setUp_.scenes[i];
        const QString number = i < 9 ? QString::number(i + 1) : QStringLiteral("–");
        rows << QStringLiteral("%1   %2 · %3").arg(number, text(scene.name), roleName(scene.role));
    }
    if (rows != listed_) {
        const int row = list_->currentRow();
        const QSignalBlocker quiet(list_);
        list_->clear();
        list_->addItems(rows);
        listed_ = rows;
        list_->setCurrentRow(std::clamp(row, 0, int(rows.size()) - 1));
        if (stage::findScene(setUp_, held))
            select(held);
    }
    enable();
}

void ScenesDialog::enable() {
    const int row = list_->currentRow();
    const int last = int(setUp_.scenes.size()) - 1;
    edit_->setEnabled(row >= 0);
    slide_->setEnabled(!slideOfCurrent().empty());
    up_->setEnabled(row > 0);
    down_->setEnabled(row >= 0 && row < last);
    remove_->setEnabled(row >= 0 && last > 0 && current() != onProgram_);
    remove_->setToolTip(current() == onProgram_ ? tr("It is on program") : QString());
    refusal_->hide();
}

void ScenesDialog::move(int by) {
    const int to = list_->currentRow() + by;
    if (list_->currentRow() >= 0 && to >= 0 && to < int(setUp_.scenes.size()))
        emit asked(stage::SetUpEdit{stage::MoveScene{current(), std::size_t(to)}});
}

void ScenesDialog::showRefusal(const QString& words) {
    refusal_->setText(words);
    refusal_->setVisible(!words.isEmpty());
}

/// The list would only go up and down by itself.
bool ScenesDialog::eventFilter(QObject* watched, QEvent* event) {
    if (watched == list_ && event->type() == QEvent::KeyPress) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (key->modifiers().testFlag(Qt::AltModifier) &&
            (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down)) {
            keyPressEvent(key);
            return true;
        }
    }
    return Dialog::eventFilter(watched, event);
}

void ScenesDialog::keyPressEvent(QKeyEvent* event) {
    const bool alt = event->modifiers().testFlag(Qt::AltModifier);
    if (event->key() == Qt::Key_Insert)
        emit addAsked();
    else if (event->key() == Qt::Key_F2 && edit_->isEnabled())
        edit_->click();
    else if (event->key() == Qt::Key_Delete && remove_->isEnabled())
        remove_->click();
    else if (alt && event->key() == Qt::Key_Up)
        move(-1);
    else if (alt && event->key() == Qt::Key_Down)
        move(1);
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && list_->hasFocus() &&
             edit_->isEnabled())
        edit_->click();
    else
        Dialog::keyPressEvent(event);
}

} // namespace vitrina::ui
