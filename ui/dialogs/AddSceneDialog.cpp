// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/AddSceneDialog.hpp"

#include "stage/Layouts.hpp"
#include "stage/Slide.hpp"
#include "ui/models/SceneWords.hpp"
#include "ui/widgets/Format.hpp"
#include "ui/widgets/Labels.hpp"

#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace vitrina::ui {

AddSceneDialog::AddSceneDialog(const Theme& theme, const stage::SetUp& setUp, QWidget* parent)
    : Dialog(theme, tr("Add a scene"), parent), role_(new QComboBox(this)), name_(new QLineEdit(this)) {
    addHeading(tr("Add a scene"));
    auto* grid = new QGridLayout;
    grid->setColumnStretch(1, 1);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(8);
    body().addLayout(grid);
    const auto row = [&](int index, const QString& words, QWidget* field) {
        QLabel* label = plainLabel(words, theme.large.small, 400, theme.text.label, this);
        grid->addWidget(label, index, 0);
        grid->addWidget(field, index, 1);
        return label;
    };
    for (const SceneRole role : stage::readyRoles)
        role_->addItem(roleName(role), int(role));
    role_->setAccessibleName(tr("Role of the scene"));
    name_->setAccessibleName(tr("Name of the scene"));
    name_->setMaxLength(int(stage::maxNameLength));
    row(0, tr("Role"), role_);
    row(1, tr("Name"), name_);
    for (std::size_t i = 0; i < cameras_.size(); ++i) {
        cameras_[i] = new QComboBox(this);
        for (const stage::Source& source : setUp.sources)
            if (stage::hasPicture(source.kind) && source.kind != stage::SourceKind::Slide)
                cameras_[i]->addItem(text(source.name), text(source.id.value));
        cameras_[i]->setCurrentIndex(std::min(int(i), cameras_[i]->count() - 1));
        labels_[i] = row(int(2 + i), {}, cameras_[i]);
    }
    Button* leave = addButton(tr("Cancel"), ButtonKind::Normal);
    Button* add = addButton(tr("Add"), ButtonKind::Primary);
    connect(leave, &QAbstractButton::clicked, this, &QDialog::reject);
    connect(add, &QAbstractButton::clicked, this, &QDialog::accept);
    connect(role_, &QComboBox::currentIndexChanged, this, &AddSceneDialog::roleChosen);
    setModal(false);
    roleChosen();
    role_->setFocus();
}

SceneRole AddSceneDialog::role() const {
    return SceneRole(role_->currentData().toInt());
}

void AddSceneDialog::choose(SceneRole role) {
    role_->setCurrentIndex(role_->findData(int(role)));
}

void AddSceneDialog::roleChosen() {
    const bool drawn = stage::slideOf(role()) != stage::SlideKind::None;
    const std::size_t wanted = drawn ? 0 : stage::picturesOf(role());
    for (std::size_t i = 0; i < cameras_.size(); ++i) {
        labels_[i]->setText(pictureName(role(), i));
        cameras_[i]->setAccessibleName(pictureName(role(), i));
        labels_[i]->setVisible(i < wanted);
        cameras_[i]->setVisible(i < wanted);
    }
    // The host is the first camera; a close-up is large where there is one.
    const bool closeUp = role() == SceneRole::CloseUp || role() == SceneRole::PictureInPicture ||
                         role() == SceneRole::CloseUpWithHost;
    const int second = std::min(1, cameras_[0]->count() - 1);
    cameras_[0]->setCurrentIndex(closeUp ? second : 0);
    cameras_[1]->setCurrentIndex(closeUp ? 0 : second);
    // A name of one's own stays.
    if (name_->text() == proposed_ || name_->text().trimmed().isEmpty())
        name_->setText(roleName(role()));
    proposed_ = roleName(role());
}

std::vector<stage::SetUpEdit> AddSceneDialog::edits(const stage::SetUp& setUp) const {
    std::vector<SourceId> sources;
    for (std::size_t i = 0; i < stage::picturesOf(role()); ++i)
        if (!cameras_[i]->currentData().isNull())
            sources.push_back(SourceId{cameras_[i]->currentData().toString().toStdString()});
    return stage::editsForRole(setUp, role(), name_->text().toStdString(), sources);
}

} // namespace vitrina::ui
