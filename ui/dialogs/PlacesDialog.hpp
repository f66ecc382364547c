// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stage/SetUp.hpp"
#include "ui/dialogs/Dialog.hpp"

#include <map>

class QComboBox;
class QLabel;

namespace vitrina::ui {

/// Where card, label, lower third and countdown stand on canvases of the set-up's shape. A choice that would
/// have something on the label can't be kept, and says so at once.
class PlacesDialog final : public Dialog {
    Q_OBJECT

  public:
    PlacesDialog(const Theme& theme, const stage::SetUp& setUp, QWidget* parent = nullptr);
    stage::OverlayPlaces places() const;

  private:
    void addRow(stage::OverlayKind overlay, const QString& words, stage::Place place);
    void choose(const stage::OverlayPlaces& places);
    void check();

    std::map<stage::OverlayKind, QComboBox*> choices_;
    QLabel* refusal_ = nullptr;
    Button* keep_ = nullptr;
};

} // namespace vitrina::ui
