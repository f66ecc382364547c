// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/Engine.hpp"
#include "stage/ClapPairs.hpp"
#include "stage/SetUpEdit.hpp"
#include "ui/dialogs/Dialog.hpp"

#include <optional>

class QComboBox;

namespace vitrina::ui {

/// Measures how late a camera comes: somebody claps where camera and microphone hear it, and the two times
/// are compared. Never modal. Whoever opens it makes the engine listen for as long as it is visible.
class ClapDialog final : public Dialog {
    Q_OBJECT

  public:
    explicit ClapDialog(const Theme& theme, QWidget* parent = nullptr);
    /// Sources come and go; what is chosen stays while it is there.
    void present(const stage::SetUp& setUp);
    /// The source the test was asked for: a camera is measured, anything else is what it is measured against.
    void start(const stage::SetUp& setUp, const SourceId& microphone, const SourceId& asked);
    void heard(const engine::ClapHeard& clap);
    Button& use() { return *use_; }
    QComboBox& camera() { return *camera_; }
    QComboBox& microphone() { return *microphone_; }
    QString result() const;

  signals:
    void asked(const vitrina::stage::SetUpEdit& edit);

  private:
    void fill(QComboBox& box, bool pictures);
    void startOver();
    void showResult();
    void takeOver();
    SourceId chosen(const QComboBox& box) const;

    stage::SetUp setUp_;
    QComboBox* camera_;
    QComboBox* microphone_;
    QLabel* count_;
    QLabel* difference_;
    QLabel* spread_;
    Button* use_;
    std::optional<stage::ClapPairs> pairs_;
    bool filling_ = false;
};

} // namespace vitrina::ui
