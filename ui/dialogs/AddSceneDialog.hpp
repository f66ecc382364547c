// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stage/SetUpEdit.hpp"
#include "ui/dialogs/Dialog.hpp"

#include <array>
#include <vector>

class QComboBox;
class QLineEdit;

namespace vitrina::ui {

/// Makes a scene of a role that is ready to use, from the cameras chosen.
class AddSceneDialog final : public Dialog {
    Q_OBJECT

  public:
    AddSceneDialog(const Theme& theme, const stage::SetUp& setUp, QWidget* parent = nullptr);

    void choose(SceneRole role);
    /// What is to be asked for, in order; with the set-up of the moment.
    std::vector<stage::SetUpEdit> edits(const stage::SetUp& setUp) const;

  private:
    SceneRole role() const;
    void roleChosen();

    QComboBox* role_;
    QLineEdit* name_;
    QString proposed_; ///< the name that came with the role
    std::array<QLabel*, 2> labels_{};
    std::array<QComboBox*, 2> cameras_{};
};

} // namespace vitrina::ui
