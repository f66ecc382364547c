// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/SceneEditor.hpp"

#include "stage/Layouts.hpp"
#include "ui/models/SceneWords.hpp"
#include "ui/models/Words.hpp"
#include "ui/panels/LayoutView.hpp"
#include "ui/widgets/Format.hpp"
#include "ui/widgets/Labels.hpp"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>
#include <cmath>

namespace vitrina::ui {
namespace {

constexpr int sideWidth = 330;
constexpr double leastPart = stage::smallestSide * 100;

double& sideOf(stage::Area& area, std::size_t index) {
    return index == 0 ? area.x : index == 1 ? area.y : index == 2 ? area.width : area.height;
}

} // namespace

SceneEditor::SceneEditor(const Theme& theme, const stage::SetUp& setUp, const stage::Scene& scene,
                         QWidget* parent)
    : Dialog(theme, tr("Scene: %1").arg(text(scene.name)), parent), draft_(scene, setUp.canvas.shape()),
      setUp_(setUp), view_(new LayoutView(theme, draft_, this)), name_(new QLineEdit(text(scene.name), this)),
      role_(new QComboBox(this)), shape_(new QComboBox(this)), items_(new QListWidget(this)),
      sources_(new QComboBox(this)), fit_(new QComboBox(this)) {
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(0, 1);
    body().addLayout(grid, 1);
    buildCanvasRow(*grid);
    auto* side = new QWidget(this);
    side->setFixedWidth(sideWidth);
    auto* column = new QGridLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setHorizontalSpacing(6);
    column->setVerticalSpacing(6);
    buildScene(*column, 0);
    buildItems(*column, 3);
    buildNumbers(*column, 7);
    grid->addWidget(side, 0, 1, 2, 1);

    refusal_ = plainLabel({}, theme.large.small, 400, theme.warning.text, this);
    refusal_->setWordWrap(true);
    refusal_->hide();
    body().addWidget(refusal_);
    undo_ = addButton(tr("Undo"), ButtonKind::Normal);
    redo_ = addButton(tr("Redo"), ButtonKind::Normal);
    Button* leave = addButton(tr("Cancel"), ButtonKind::Normal);
    save_ = addButton(tr("Save"), ButtonKind::Primary);
    connect(undo_, &QAbstractButton::clicked, this, [this] { change([](SceneDraft& d) { d.undo(); }); });
    connect(redo_, &QAbstractButton::clicked, this, [this] { change([](SceneDraft& d) { d.redo(); }); });
    connect(leave, &QAbstractButton::clicked, this, [this] {
        warned_ = true; // Cancel says what it does.
        reject();
    });
    connect(save_, &QAbstractButton::clicked, this, [this] { emit saveAsked(draft_.scene()); });
    connect(view_, &LayoutView::edited, this, &SceneEditor::present);
    setModal(false);
    setMinimumSize(900, 560);
    resize(1120, 620);
    view_->setSetUp(setUp_);
    fillSources();
    present();
    view_->setFocus();
}

/// A child that loses the focus only now must find nothing that is half gone.
SceneEditor::~SceneEditor() {
    for (QObject* child : findChildren<QObject*>())
        child->disconnect(this);
    delete view_; // It refers to the draft.
}

void SceneEditor::buildCanvasRow(QGridLayout& grid) {
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    for (const stage::CanvasShape shape : stage::canvasShapes)
        shape_->addItem(shapeName(shape), int(shape));
    shape_->setCurrentIndex(shape_->findData(int(draft_.shape())));
    shape_->setAccessibleName(tr("Canvas"));
    shape_->setToolTip(tr("Each shape of canvas has a layout of its own"));
    auto* safe = new QCheckBox(tr("Safe areas"), this);
    safe->setChecked(true);
    safe->setToolTip(tr("90 % for what happens, 80 % for words"));
    auto* ready = small(tr("Ready layout"), tr("Puts the pictures where the scene's role has them"));
    row->addWidget(shape_);
    row->addWidget(ready);
    row->addStretch(1);
    row->addWidget(safe);
    grid.addLayout(row, 0, 0);
    grid.addWidget(view_, 1, 0);
    grid.setRowStretch(1, 1);
    connect(shape_, &QComboBox::activated, this, [this] {
        change([this](SceneDraft& d) { d.setShape(stage::CanvasShape(shape_->currentData().toInt())); });
    });
    connect(ready, &QAbstractButton::clicked, this,
            [this] { change([](SceneDraft& d) { d.arrangeForRole(); }); });
    connect(safe, &QCheckBox::toggled, view_, &LayoutView::setSafeAreas);
}

void SceneEditor::buildScene(QGridLayout& grid, int row) {
    name_->setAccessibleName(tr("Name of the scene"));
    name_->setMaxLength(int(stage::maxNameLength));
    role_->addItem(roleName(SceneRole::None), int(SceneRole::None));
    for (const SceneRole role : stage::readyRoles)
        role_->addItem(roleName(role), int(role));
    role_->setAccessibleName(tr("Role of the scene"));
    role_->setToolTip(tr("Items of the rundown ask for a role, not for a scene"));
    const auto label = [&](const QString& words) {
        return plainLabel(words, theme().large.small, 400, theme().text.label, this);
    };
    grid.addWidget(label(tr("Name")), row, 0);
    grid.addWidget(name_, row, 1, 1, 3);
    grid.addWidget(label(tr("Role")), row + 1, 0);
    grid.addWidget(role_, row + 1, 1, 1, 3);
    connect(name_, &QLineEdit::textEdited, this,
            [this](const QString& words) { change([&](SceneDraft& d) { d.setName(words.toStdString()); }); });
    connect(role_, &QComboBox::activated, this, [this] {
        change([this](SceneDraft& d) { d.setRole(SceneRole(role_->currentData().toInt())); });
    });
}

Button* SceneEditor::small(const QString& words, const QString& tip) {
    auto* button = new Button(theme(), ButtonKind::Normal, ButtonSize::Normal, words, this);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setAccessibleName(tip);
    button->setToolTip(tip);
    button->setTight(true);
    return button;
}

void SceneEditor::buildItems(QGridLayout& grid, int row) {
    items_->setAccessibleName(tr("Pictures, the uppermost first"));
    items_->setMinimumHeight(70);
    sources_->setAccessibleName(tr("Source to add"));
    auto* add = small(tr("Add"), tr("Add the source on top"));
    raise_ = small(tr("Up"), tr("Bring it up"));
    lower_ = small(tr("Down"), tr("Send it down"));
    remove_ = small(tr("Remove"), tr("Take it out of the scene"));
    grid.addWidget(sources_, row, 0, 1, 3);
    grid.addWidget(add, row, 3);
    grid.addWidget(items_, row + 1, 0, 1, 4);
    grid.setRowStretch(row + 1, 1);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(6);
    for (Button* button : {raise_, lower_, remove_})
        buttons->addWidget(button);
    buttons->addStretch(1);
    grid.addLayout(buttons, row + 2, 0, 1, 4);
    connect(add, &QAbstractButton::clicked, this, [this] {
        const std::string source = sources_->currentData().toString().toStdString();
        change([&](SceneDraft& d) { d.add(SourceId{source}); });
    });
    connect(raise_, &QAbstractButton::clicked, this, [this] { change([](SceneDraft& d) { d.raise(); }); });
    connect(lower_, &QAbstractButton::clicked, this, [this] { change([](SceneDraft& d) { d.lower(); }); });
    connect(remove_, &QAbstractButton::clicked, this, [this] { change([](SceneDraft& d) { d.remove(); }); });
    connect(items_, &QListWidget::currentRowChanged, this, [this](int index) {
        const std::size_t count = draft_.items().size();
        if (index >= 0 && !presenting_)
            change([&](SceneDraft& d) { d.select(count - 1 - std::size_t(index)); });
    });
}

void SceneEditor::buildNumbers(QGridLayout& grid, int row) {
    const QString names[] = {tr("Left"), tr("Top"), tr("Width"), tr("Height")};
    for (std::size_t i = 0; i < 4; ++i) {
        const bool size = i >= 2;
        auto* part = new QDoubleSpinBox(this);
        part->setDecimals(1);
        part->setRange(size ? leastPart : -400.0, 400.0);
        part->setSuffix(QStringLiteral(" %"));
        part->setKeyboardTracking(false);
        part->setAccessibleName(tr("%1 in per cent").arg(names[i]));
        auto* pixel = new QSpinBox(this);
        pixel->setRange(size ? 1 : -16'000, 16'000);
        pixel->setSuffix(QStringLiteral(" px"));
        pixel->setKeyboardTracking(false);
        pixel->setAccessibleName(tr("%1 in pixels").arg(names[i]));
        grid.addWidget(plainLabel(names[i], theme().large.small, 400, theme().text.label, this), row + int(i),
                       0);
        grid.addWidget(part, row + int(i), 1);
        grid.addWidget(pixel, row + int(i), 2, 1, 2);
        parts_[i] = part;
        pixels_[i] = pixel;
        connect(part, &QDoubleSpinBox::valueChanged, this, &SceneEditor::changeNumber);
        connect(pixel, &QSpinBox::valueChanged, this, &SceneEditor::changePixels);
    }
    fit_->addItem(tr("Fill its place, cropped"), int(stage::Fit::Cover));
    fit_->addItem(tr("Whole, with bars"), int(stage::Fit::Contain));
    fit_->setAccessibleName(tr("How the picture fits its place"));
    grid.addWidget(fit_, row + 4, 0, 1, 4);
    connect(fit_, &QComboBox::activated, this,
            [this] { change([this](SceneDraft& d) { d.setFit(stage::Fit(fit_->currentData().toInt())); }); });
}

template <class Change>
void SceneEditor::change(const Change& what) {
    what(draft_);
    view_->present();
    present();
}

void SceneEditor::fillSources() {
    const QSignalBlocker quiet(sources_);
    const QVariant before = sources_->currentData();
    sources_->clear();
    for (const stage::Source& source : setUp_.sources)
        if (stage::hasPicture(source.kind))
            sources_->addItem(text(source.name), text(source.id.value));
    sources_->setCurrentIndex(std::max(0, sources_->findData(before)));
}

void SceneEditor::setSetUp(const stage::SetUp& setUp) {
    if (setUp == setUp_)
        return;
    setUp_ = setUp;
    fillSources();
    view_->setSetUp(setUp);
    present();
}

QSize SceneEditor::canvasPixels() const {
    const stage::Canvas& canvas = setUp_.canvas;
    const int longer = std::max(canvas.width, canvas.height);
    if (draft_.shape() == canvas.shape())
        return {canvas.width, canvas.height};
    switch (draft_.shape()) {
    case stage::CanvasShape::Portrait:
        return {longer * 9 / 16, longer};
    case stage::CanvasShape::Square:
        return {longer, longer};
    default:
        return {longer, longer * 9 / 16};
    }
}

void SceneEditor::present() {
    presenting_ = true;
    refusal_->hide();
    warned_ = false;
    const auto& all = draft_.items();
    const QSignalBlocker quiet(items_);
    QStringList names;
    for (std::size_t i = all.size(); i > 0; --i)
        names << sourceName(setUp_, all[i - 1].source);
    // Not while it tells of a press on a row, unless there are other rows now.
    if (names != listed_) {
        items_->clear();
        items_->addItems(names);
        listed_ = names;
    }
    const auto selected = draft_.selected();
    items_->setCurrentRow(selected ? int(all.size() - 1 - *selected) : -1);
    if (name_->text() != text(draft_.scene().name))
        name_->setText(text(draft_.scene().name));
    role_->setCurrentIndex(role_->findData(int(draft_.scene().role)));
    raise_->setEnabled(selected && *selected + 1 < all.size());
    lower_->setEnabled(selected && *selected > 0);
    remove_->setEnabled(selected.has_value());
    undo_->setEnabled(draft_.canUndo());
    redo_->setEnabled(draft_.canRedo());
    save_->setEnabled(draft_.changed());
    presentNumbers();
    presenting_ = false;
}

void SceneEditor::presentNumbers() {
    const stage::SceneItem* item = draft_.selectedItem();
    fit_->setEnabled(item != nullptr);
    if (item)
        fit_->setCurrentIndex(fit_->findData(int(item->fit)));
    const QSize canvas = canvasPixels();
    for (std::size_t i = 0; i < 4; ++i) {
        const QSignalBlocker quietPart(parts_[i]);
        const QSignalBlocker quietPixel(pixels_[i]);
        parts_[i]->setEnabled(item != nullptr);
        pixels_[i]->setEnabled(item != nullptr);
        stage::Area area = item ? item->area : stage::Area{0, 0, 0, 0};
        const double side = sideOf(area, i);
        parts_[i]->setValue(side * 100);
        pixels_[i]->setValue(int(std::lround(side * (i % 2 == 0 ? canvas.width() : canvas.height()))));
    }
}

void SceneEditor::changeNumber() {
    const stage::SceneItem* item = draft_.selectedItem();
    for (std::size_t i = 0; item && i < 4; ++i) {
        if (sender() != parts_[i])
            continue;
        stage::Area area = item->area;
        sideOf(area, i) = parts_[i]->value() / 100;
        change([&](SceneDraft& d) { d.setArea(stage::keptInSight(area), SceneDraft::Step::Number); });
        return;
    }
}

void SceneEditor::changePixels() {
    const stage::SceneItem* item = draft_.selectedItem();
    const QSize canvas = canvasPixels();
    for (std::size_t i = 0; item && i < 4; ++i) {
        if (sender() != pixels_[i])
            continue;
        stage::Area area = item->area;
        sideOf(area, i) = double(pixels_[i]->value()) / (i % 2 == 0 ? canvas.width() : canvas.height());
        if (i >= 2)
            sideOf(area, i) = std::max(sideOf(area, i), stage::smallestSide);
        change([&](SceneDraft& d) { d.setArea(stage::keptInSight(area), SceneDraft::Step::Number); });
        return;
    }
}

void SceneEditor::createSurface(engine::Engine* engine) {
    view_->createSurface(engine);
}

void SceneEditor::releaseSurface() {
    view_->releaseSurface();
}

void SceneEditor::showRefusal(const QString& words) {
    refusal_->setText(words);
    refusal_->show();
}

/// Undo and redo are of its own steps here, not of the rundown's.
bool SceneEditor::event(QEvent* event) {
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return Dialog::event(event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool undo = key->matches(QKeySequence::Undo);
    const bool redo = key->matches(QKeySequence::Redo);
    if (!undo && !redo)
        return Dialog::event(event);
    event->accept();
    if (event->type() == QEvent::KeyPress)
        change([undo](SceneDraft& d) { undo ? d.undo() : d.redo(); });
    return true;
}

void SceneEditor::reject() {
    if (!draft_.changed() || warned_)
        return Dialog::reject();
    showRefusal(tr("The changes are not saved. Close once more to drop them."));
    warned_ = true;
}

} // namespace vitrina::ui
