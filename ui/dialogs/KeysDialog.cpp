// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/KeysDialog.hpp"

#include "ui/dialogs/KeyRecorder.hpp"
#include "ui/dialogs/KeysList.hpp"
#include "ui/widgets/Labels.hpp"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace vitrina::ui {

KeysDialog::KeysDialog(const Theme& theme, Keys& keys, QWidget* parent)
    : Dialog(theme, tr("Keys"), parent), keys_(keys), search_(new QLineEdit(this)),
      list_(new KeysList(theme, this)),
      explained_(plainLabel({}, theme.large.small, 400, theme.text.secondary, this)) {
    search_->setPlaceholderText(tr("Search for a command or a key"));
    search_->setAccessibleName(tr("Search for a command or a key"));
    search_->setClearButtonEnabled(false);
    search_->installEventFilter(this);
    body().addWidget(search_);
    body().addWidget(list_, 1);
    explained_->setWordWrap(true);
    explained_->setFixedHeight(2 * explained_->fontMetrics().lineSpacing() + 10);
    explained_->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    body().addWidget(explained_);
    buildRowButtons();
    resetAll_ = addButton(tr("All keys as they came"), ButtonKind::Normal);
    Button* close = addButton(tr("Close"), ButtonKind::Normal);

    connect(search_, &QLineEdit::textChanged, list_, &KeysList::search);
    connect(search_, &QLineEdit::textChanged, this, &KeysDialog::explain);
    connect(list_, &QTreeWidget::currentItemChanged, this, [this] {
        leaveRecorder();
        explain();
    });
    connect(list_, &KeysList::changeAsked, this, [this] { record(false); });
    connect(list_, &KeysList::addAsked, this, [this] { record(true); });
    connect(list_, &KeysList::removeAsked, this, [this] { give({}); });
    connect(list_, &KeysList::typed, this, [this](const QString& letters) {
        search_->setFocus(Qt::ShortcutFocusReason);
        search_->setText(letters);
    });
    connect(resetAll_, &QAbstractButton::clicked, this, [this] { keys_.setMap({}); });
    connect(close, &QAbstractButton::clicked, this, &QDialog::close);
    connect(&keys_, &Keys::changed, this, &KeysDialog::present);
    resize(760, 600);
    setMinimumSize(680, 440);
    setModal(false);
}

KeysDialog::~KeysDialog() {
    // A child that goes with the focus in it still says so, and the keys may be gone before this dialog.
    search_->disconnect(this);
    list_->disconnect(this);
    if (recorder_)
        recorder_->disconnect(this);
}

void KeysDialog::buildRowButtons() {
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    const auto addRowButton = [&](const QString& words, const QString& key) {
        auto* button = new Button(theme(), ButtonKind::Normal, ButtonSize::Normal, words, this);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setAccessibleName(words);
        button->setKeyHint(key);
        row->addWidget(button);
        return button;
    };
    change_ = addRowButton(tr("Change key"), QStringLiteral("F2"));
    add_ = addRowButton(tr("Add a key"), QStringLiteral("Ins"));
    remove_ = addRowButton(tr("No key"), QStringLiteral("Del"));
    reset_ = addRowButton(tr("As it came"), {});
    row->addStretch(1);
    body().addLayout(row);
    connect(change_, &QAbstractButton::clicked, this, [this] { record(false); });
    connect(add_, &QAbstractButton::clicked, this, [this] { record(true); });
    connect(remove_, &QAbstractButton::clicked, this, [this] { give({}); });
    connect(reset_, &QAbstractButton::clicked, this, &KeysDialog::resetOne);
}

void KeysDialog::showEvent(QShowEvent* event) {
    Dialog::showEvent(event);
    search_->clear();
    present();
    search_->setFocus();
}

/// Down and Enter go from what was searched for to what was found.
bool KeysDialog::eventFilter(QObject* watched, QEvent* event) {
    if (watched == search_ && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Return) {
            list_->setFocus(Qt::TabFocusReason);
            return true;
        }
    }
    return Dialog::eventFilter(watched, event);
}

KeyRecorder* KeysDialog::recorder() const {
    return recorder_;
}

const KeyCommand* KeysDialog::current() const {
    const QString id = list_->currentId();
    for (const KeyCommand& command : keys_.commands())
        if (command.id == id)
            return &command;
    return nullptr;
}

void KeysDialog::present() {
    list_->present(keys_.shown(), keys_.map());
    list_->search(search_->text());
    explain();
}

void KeysDialog::explain() {
    const KeyCommand* command = current();
    for (Button* button : {change_, add_})
        button->setEnabled(command != nullptr);
    remove_->setEnabled(command && !keysOf(keys_.map(), *command).isEmpty());
    reset_->setEnabled(command && keys_.map().contains(command->id));
    resetAll_->setEnabled(!keys_.map().empty());
    const QString conflict = command ? list_->conflictWords(command->id) : QString();
    setLabelColor(*explained_, conflict.isEmpty() ? theme().text.secondary : theme().warning.text);
    if (!conflict.isEmpty())
        explained_->setText(conflict);
    else if (!command)
        explained_->setText(tr("Nothing found."));
    else if (command->reach == KeyReach::Everywhere)
        explained_->setText(
            tr("“%1” works while you type as well, unless its key is a letter.").arg(command->words));
    else if (command->reach == KeyReach::InPlace)
        explained_->setText(tr("“%1” works while its panel has the focus.").arg(command->words));
    else
        explained_->setText(tr("“%1” works everywhere but while you type.").arg(command->words));
}

void KeysDialog::record(bool inAddition) {
    const KeyCommand* command = current();
    if (!command)
        return;
    leaveRecorder();
    list_->scrollToItem(list_->currentItem());
    recorder_ = new KeyRecorder(list_->viewport());
    recorder_->setGeometry(list_->keysRect().adjusted(0, 0, -4, 0));
    connect(recorder_, &KeyRecorder::left, this, &KeysDialog::leaveRecorder);
    connect(recorder_, &KeyRecorder::recorded, this, [this, inAddition](const QKeySequence& key) {
        const KeyCommand* changed = current();
        KeyList wanted = inAddition && changed ? keysOf(keys_.map(), *changed) : KeyList();
        wanted.removeAll(key);
        wanted << key;
        leaveRecorder();
        give(wanted);
    });
    setLabelColor(*explained_, theme().text.secondary);
    explained_->setText(tr("Press the new key for “%1”. Esc leaves it as it is.").arg(command->words));
    recorder_->show();
    recorder_->setFocus(Qt::ShortcutFocusReason);
}

void KeysDialog::leaveRecorder() {
    if (!recorder_)
        return;
    KeyRecorder* recorder = recorder_;
    recorder_.clear();
    const bool hadFocus = recorder->hasFocus();
    recorder->disconnect(this);
    recorder->hide();
    recorder->deleteLater();
    if (hadFocus)
        list_->setFocus();
    explain();
}

void KeysDialog::give(const KeyList& wanted) {
    if (const KeyCommand* command = current())
        keys_.setMap(withKeys(keys_.map(), *command, wanted));
}

void KeysDialog::resetOne() {
    if (const KeyCommand* command = current())
        keys_.setMap(withDefaults(keys_.map(), command->id));
}

} // namespace vitrina::ui
