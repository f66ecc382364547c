// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/State.hpp"
#include "ui/dialogs/CameraDialog.hpp"

class QComboBox;
class QListWidget;

namespace vitrina::ui {

/// All cameras: how each is, their order and names, and what is shown when one on program is lost. Never
/// modal.
class CamerasDialog final : public Dialog {
    Q_OBJECT

  public:
    CamerasDialog(const Theme& theme, SendEdit send, QWidget* parent = nullptr);
    void present(const control::State& state, const Instant& now);
    void choose(const SourceId& source);
    /// As its first press on Remove: the second one removes it.
    void askRemoval(const SourceId& source);
    QListWidget& list() { return *list_; }
    QComboBox& fallback() { return *fallback_; }
    QString problem() const;

  signals:
    void addAsked();
    void editAsked(const vitrina::SourceId& source);

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void buildButtons();
    void presentList(const Instant& now);
    void presentFallback();
    void send(const stage::SetUpEdit& edit);
    void rename();
    void move(int by);
    void remove();
    void disarm();
    const stage::Source* current() const;

    SendEdit send_;
    control::State state_; ///< as presented last
    QListWidget* list_;
    QComboBox* fallback_;
    QLabel* problem_;
    Button* edit_ = nullptr;
    Button* rename_ = nullptr;
    Button* up_ = nullptr;
    Button* down_ = nullptr;
    Button* remove_ = nullptr;
    SourceId armed_; ///< the next press on Remove removes it
    bool presenting_ = false;
};

} // namespace vitrina::ui
