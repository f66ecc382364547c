// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/PlacesDialog.hpp"

#include "stage/Overlays.hpp"
#include "ui/widgets/ErrorText.hpp"
#include "ui/widgets/Labels.hpp"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace vitrina::ui {
namespace {

using stage::OverlayKind;
using stage::Place;

} // namespace

PlacesDialog::PlacesDialog(const Theme& theme, const stage::SetUp& setUp, QWidget* parent)
    : Dialog(theme, tr("Where overlays stand"), parent) {
    addHeading(tr("Where things stand on the picture"));
    addText(tr("For this shape of picture. The disclosure label has its place to itself."));
    const stage::OverlayPlaces now = stage::placesOf(setUp);
    addRow(OverlayKind::Card, tr("Product card"), now.card);
    addRow(OverlayKind::Label, tr("Disclosure label"), now.label);
    addRow(OverlayKind::LowerThird, tr("Lower third"), now.lowerThird);
    addRow(OverlayKind::Countdown, tr("Countdown"), now.countdown);
    refusal_ = addText({});
    setLabelColor(*refusal_, theme.warning.text);
    Button* usual = addButton(tr("The usual places"), ButtonKind::Normal);
    connect(usual, &QAbstractButton::clicked, this,
            [this, shape = setUp.canvas.shape()] { choose(stage::usualPlaces(shape)); });
    connect(addButton(tr("Cancel"), ButtonKind::Normal), &QAbstractButton::clicked, this, &QDialog::reject);
    keep_ = addButton(tr("Keep"), ButtonKind::Primary);
    connect(keep_, &QAbstractButton::clicked, this, &QDialog::accept);
    check();
}

void PlacesDialog::addRow(OverlayKind overlay, const QString& words, Place place) {
    auto* row = new QHBoxLayout;
    row->addWidget(plainLabel(words, theme().large.body, 400, theme().text.primary, this), 1);
    auto* choice = new QComboBox(this);
    choice->setAccessibleName(words);
    choice->setMinimumWidth(180);
    const std::pair<Place, QString> all[] = {
        {Place::TopLeft, tr("Top left")},   {Place::Top, tr("Top")},
        {Place::TopRight, tr("Top right")}, {Place::BottomLeft, tr("Bottom left")},
        {Place::Bottom, tr("Bottom")},      {Place::BottomRight, tr("Bottom right")}};
    for (const auto& [value, name] : all)
        choice->addItem(name, int(value));
    choice->setCurrentIndex(choice->findData(int(place)));
    row->addWidget(choice);
    body().addLayout(row);
    choices_[overlay] = choice;
    connect(choice, &QComboBox::currentIndexChanged, this, [this] {
        if (keep_)
            check();
    });
}

void PlacesDialog::choose(const stage::OverlayPlaces& places) {
    for (const auto& [overlay, choice] : choices_)
        choice->setCurrentIndex(choice->findData(int(stage::placeOf(places, overlay))));
}

stage::OverlayPlaces PlacesDialog::places() const {
    const auto chosen = [this](OverlayKind overlay) {
        return Place(choices_.at(overlay)->currentData().toInt());
    };
    return {chosen(OverlayKind::Card), chosen(OverlayKind::Label), chosen(OverlayKind::LowerThird),
            chosen(OverlayKind::Countdown)};
}

void PlacesDialog::check() {
    const bool free = stage::labelIsFree(places());
    keep_->setEnabled(free);
    refusal_->setText(free ? QString() : errorSentence(ErrorCode::PlaceOfLabel));
}

} // namespace vitrina::ui
