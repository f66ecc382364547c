// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/Surroundings.hpp"
#include "stage/SetUpEdit.hpp"
#include "stage/SourceAddress.hpp"
#include "ui/dialogs/Dialog.hpp"
#include "ui/dialogs/LookAround.hpp"

#include <functional>
#include <optional>

class QComboBox;
class QLineEdit;
class QStackedWidget;

namespace vitrina::ui {

class ChoiceFields;
class ListenFields;
class LookFields;

/// Carries out an edit of the set-up or says why not.
using SendEdit = std::function<Result<void>(const stage::SetUpEdit&)>;
/// To add a camera or to change one. Never modal: the show goes on behind. What is wrong stands in place.
class CameraDialog final : public Dialog {
    Q_OBJECT

  public:
    /// `edited`: the camera that is changed; nothing to add one.
    CameraDialog(const Theme& theme, const stage::SetUp& setUp, const std::optional<stage::Source>& edited,
                 SendEdit send, const LookAround& look, QWidget* parent = nullptr);

    void setKind(stage::SourceKind kind);
    ListenFields& listen() { return *listen_; }
    ChoiceFields& choice() { return *choice_; }
    QLineEdit& name() { return *name_; }
    QLineEdit& address() { return *text_; }
    QString problem() const;
    Button& saveButton() { return *save_; }
    /// What would be sent now.
    stage::Source source() const;

  private:
    void buildPages();
    void kindChosen();
    void proposeName(const QString& name);
    stage::CameraForm form() const;
    void check();
    void save();
    void choosePath();
    void lookAgain();
    int freshPort();
    void surroundings(const engine::Surroundings& around);
    stage::SourceKind kind() const;

    stage::SetUp setUp_;
    std::optional<stage::Source> edited_;
    SendEdit send_;
    LookAround look_;
    engine::Surroundings around_;
    QLineEdit* name_;
    QComboBox* kind_;
    QStackedWidget* pages_;
    ListenFields* listen_;
    ChoiceFields* choice_;
    QLineEdit* text_;
    Button* browse_;
    LookFields* lookFields_;
    QLabel* problem_;
    Button* save_;
    int proposedPort_ = 0; ///< the port no person has typed
    QString proposed_;     ///< the name no person has typed
    bool pressed_ = false; ///< problems are told from the first press on, then as they change
};

} // namespace vitrina::ui
