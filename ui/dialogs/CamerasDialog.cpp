// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/CamerasDialog.hpp"

#include "ui/dialogs/CameraFields.hpp"
#include "ui/dialogs/CameraRow.hpp"
#include "ui/models/CameraWords.hpp"
#include "ui/widgets/ErrorText.hpp"
#include "ui/widgets/Format.hpp"
#include "ui/widgets/Labels.hpp"

#include <QAbstractItemView>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace vitrina::ui {
namespace {

constexpr int idRole = Qt::UserRole;

/// Microphones and slides are managed where sound and scenes are.
bool isCamera(const stage::Source& source) {
    return stage::hasPicture(source.kind) && source.kind != stage::SourceKind::Slide;
}

stage::SourceStatus statusOf(const control::State& state, const SourceId& source) {
    const auto found = state.stage.sources.find(source);
    return found == state.stage.sources.end() ? stage::SourceStatus{} : found->second;
}

} // namespace

CamerasDialog::CamerasDialog(const Theme& theme, SendEdit send, QWidget* parent)
    : Dialog(theme, tr("Cameras"), parent), send_(std::move(send)), list_(new QListWidget(this)),
      fallback_(new QComboBox(this)),
      problem_(plainLabel({}, theme.large.body, 400, theme.warning.text, this)) {
    list_->setAccessibleName(tr("Cameras"));
    list_->setUniformItemSizes(true);
    list_->setItemDelegate(new CameraRowDelegate(theme, list_));
    list_->setEditTriggers(QAbstractItemView::EditKeyPressed);
    list_->installEventFilter(this);
    body().addWidget(list_, 1);
    buildButtons();
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(fieldLabel(theme, tr("When a camera on program is lost, show"), fallback_));
    row->addWidget(fallback_, 1);
    body().addLayout(row);
    problem_->setWordWrap(true);
    problem_->setMinimumHeight(2 * problem_->fontMetrics().lineSpacing() + 2);
    problem_->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    body().addWidget(problem_);
    Button* close = addButton(tr("Close"), ButtonKind::Normal);
    connect(close, &QAbstractButton::clicked, this, &QDialog::close);
    connect(list_, &QListWidget::currentItemChanged, this, [this] {
        if (!presenting_)
            disarm();
    });
    connect(list_, &QListWidget::itemDoubleClicked, this, [this] {
        if (const stage::Source* source = current())
            emit editAsked(source->id);
    });
    connect(list_, &QListWidget::itemChanged, this, [this] {
        if (!presenting_)
            rename();
    });
    connect(fallback_, &QComboBox::activated, this, [this] {
        this->send(stage::SetLostFallback{SceneId{fallback_->currentData().toString().toStdString()}});
    });
    setModal(false);
    resize(720, 480);
    setMinimumSize(640, 400);
}

void CamerasDialog::buildButtons() {
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    const auto add = [&](const QString& words, const QString& key) {
        auto* button = new Button(theme(), ButtonKind::Normal, ButtonSize::Normal, words, this);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setAccessibleName(words);
        button->setKeyHint(key);
        row->addWidget(button);
        return button;
    };
    Button* fresh = add(tr("Add…"), QStringLiteral("Ins"));
    edit_ = add(tr("Edit…"), {});
    rename_ = add(tr("Rename"), QStringLiteral("F2"));
    up_ = add(tr("Up"), {});
    down_ = add(tr("Down"), {});
    row->addStretch(1);
    remove_ = add(tr("Remove"), QStringLiteral("Del"));
    remove_->reserveFor({tr("Really remove")});
    up_->setToolTip(tr("Up (Alt+Up)"));
    down_->setToolTip(tr("Down (Alt+Down)"));
    body().addLayout(row);
    connect(fresh, &QAbstractButton::clicked, this, &CamerasDialog::addAsked);
    connect(edit_, &QAbstractButton::clicked, this, [this] {
        if (const stage::Source* source = current())
            emit editAsked(source->id);
    });
    connect(rename_, &QAbstractButton::clicked, this, [this] {
        list_->setFocus();
        list_->editItem(list_->currentItem());
    });
    connect(up_, &QAbstractButton::clicked, this, [this] { move(-1); });
    connect(down_, &QAbstractButton::clicked, this, [this] { move(1); });
    connect(remove_, &QAbstractButton::clicked, this, &CamerasDialog::remove);
}

bool CamerasDialog::eventFilter(QObject* watched, QEvent* event) {
    if (watched != list_ || event->type() != QEvent::KeyPress)
        return Dialog::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool alt = (key->modifiers() & Qt::AltModifier) != 0;
    const stage::Source* source = current();
    if (alt && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down))
        move(key->key() == Qt::Key_Up ? -1 : 1);
    else if (key->key() == Qt::Key_Delete)
        remove();
    else if (key->key() == Qt::Key_Insert)
        emit addAsked();
    else if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && source)
        emit editAsked(source->id);
    else
        return false;
    return true;
}

const stage::Source* CamerasDialog::current() const {
    const QListWidgetItem* item = list_->currentItem();
    return item ? stage::findSource(state_.setUp, SourceId{item->data(idRole).toString().toStdString()})
                : nullptr;
}

void CamerasDialog::present(const control::State& state, const Instant& now) {
    state_.setUp = state.setUp;
    state_.stage = state.stage;
    presenting_ = true;
    presentList(now);
    presentFallback();
    presenting_ = false;
    const bool any = current() != nullptr;
    for (Button* button : {edit_, rename_, up_, down_, remove_})
        button->setEnabled(any);
}

/// The name is the item's text, so that it can be edited in place; the rest is drawn behind it.
void CamerasDialog::presentList(const Instant& now) {
    const QWidget* focused = focusWidget();
    if (focused &&
        focused->parentWidget() ==
            list_->viewport()) // what is being typed is not taken away; the next second brings the rest
        return;
    int row = 0;
    for (const stage::Source& source : state_.setUp.sources) {
        if (!isCamera(source))
            continue;
        QListWidgetItem* item = list_->item(row);
        if (!item) {
            item = new QListWidgetItem(list_);
            item->setFlags(item->flags() | Qt::ItemIsEditable);
        }
        ++row;
        const stage::SourceStatus status = statusOf(state_, source.id);
        const QString trouble = cameraTrouble(status, now);
        QStringList words{cameraKindWords(source.kind)};
        words << (trouble.isEmpty() ? tr("live") : trouble);
        if (trouble.isEmpty() && !cameraFormat(status).isEmpty())
            words << cameraFormat(status);
        if (stage::hasSound(source.kind) && stage::mutedOf(state_.stage, source))
            words << tr("muted");
        item->setData(idRole, text(source.id.value));
        item->setData(Qt::EditRole, text(source.name));
        item->setData(cameraRowDetail, words.join(QStringLiteral(" · ")));
        item->setData(cameraRowTroubled, status.health == stage::SourceHealth::Lost ||
                                             status.health == stage::SourceHealth::Failed);
        item->setData(Qt::AccessibleTextRole,
                      text(source.name) + QStringLiteral(", ") + words.join(QStringLiteral(", ")));
    }
    while (list_->count() > row)
        delete list_->takeItem(row);
    if (!list_->currentItem() && row > 0)
        list_->setCurrentRow(0);
}

void CamerasDialog::presentFallback() {
    if (fallback_->view()->isVisible())
        return;
    const auto& scenes = state_.setUp.scenes;
    bool same = fallback_->count() == int(scenes.size()) + 1;
    for (int i = 0; same && i < int(scenes.size()); ++i)
        same = fallback_->itemData(i + 1).toString() == text(scenes[std::size_t(i)].id.value) &&
               fallback_->itemText(i + 1) == text(scenes[std::size_t(i)].name);
    if (!same) {
        fallback_->clear();
        fallback_->addItem(tr("the picture as it was last"), QString());
        for (const stage::Scene& scene : scenes)
            fallback_->addItem(text(scene.name), text(scene.id.value));
    }
    fallback_->setCurrentIndex(std::max(0, fallback_->findData(text(state_.setUp.lostFallback.value))));
}

void CamerasDialog::choose(const SourceId& source) {
    for (int row = 0; row < list_->count(); ++row) {
        if (list_->item(row)->data(idRole).toString() == text(source.value))
            list_->setCurrentRow(row);
    }
    list_->setFocus();
}

void CamerasDialog::askRemoval(const SourceId& source) {
    choose(source);
    disarm();
    remove();
    remove_->setFocus();
}

QString CamerasDialog::problem() const {
    return problem_->text();
}

void CamerasDialog::send(const stage::SetUpEdit& edit) {
    disarm();
    if (const Result<void> done = send_(edit); !done)
        problem_->setText(errorSentence(done.error().code));
}

void CamerasDialog::rename() {
    const stage::Source* source = current();
    const QString name = list_->currentItem() ? list_->currentItem()->text() : QString();
    if (!source || text(source->name) == name)
        return;
    stage::Source renamed = *source;
    renamed.name = name.toStdString();
    send(stage::ChangeSource{std::move(renamed)});
}

/// Among all sources: cameras stand between microphones and slides, which stay where they are.
void CamerasDialog::move(int by) {
    const QListWidgetItem* other = list_->item(list_->currentRow() + by);
    const stage::Source* source = current();
    if (!source || !other)
        return;
    const SourceId id = source->id;
    const std::string place = other->data(idRole).toString().toStdString();
    const auto& sources = state_.setUp.sources;
    const auto found = std::ranges::find(sources, SourceId{place}, &stage::Source::id);
    send(stage::MoveSource{id, std::size_t(found - sources.begin())});
    choose(id);
}

void CamerasDialog::remove() {
    const stage::Source* source = current();
    if (!source)
        return;
    if (armed_ != source->id) {
        armed_ = source->id;
        problem_->setText(
            tr("“%1” leaves all scenes, and its own scene goes with it. This can't be undone. Press again to "
               "remove it.")
                .arg(text(source->name)));
        remove_->setText(tr("Really remove"));
        remove_->setKind(ButtonKind::Armed);
        return;
    }
    const SourceId gone = armed_; // send() disarms
    send(stage::RemoveSource{gone});
}

void CamerasDialog::disarm() {
    armed_ = {};
    problem_->clear();
    remove_->setText(tr("Remove"));
    remove_->setKind(ButtonKind::Normal);
}

} // namespace vitrina::ui
