// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/Commands.hpp"
#include "ui/dialogs/Dialog.hpp"

class QListWidget;

namespace vitrina::ui {

/// The scenes of this machine in the order of their keys: add one of a role, edit, move, remove.
class ScenesDialog final : public Dialog {
    Q_OBJECT

  public:
    ScenesDialog(const Theme& theme, QWidget* parent = nullptr);

    void present(const control::State& state);
    void select(const SceneId& scene);
    /// Of the last command; empty takes it away.
    void showRefusal(const QString& words);

  signals:
    void asked(const vitrina::control::Command& command);
    void addAsked();
    void editAsked(const vitrina::SceneId& scene);
    /// Words and time of a slide.
    void slideAsked(const vitrina::SourceId& slide);

  protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    SceneId current() const;
    /// The slide that the scene shows, if it shows one.
    SourceId slideOfCurrent() const;
    void move(int by);
    void enable();
    Button* listButton(QHBoxLayout& row, const QString& words, const QString& key);

    stage::SetUp setUp_;
    SceneId onProgram_;
    QListWidget* list_;
    QStringList listed_;
    Button* edit_;
    Button* slide_;
    Button* up_;
    Button* down_;
    Button* remove_;
    QLabel* refusal_;
};

} // namespace vitrina::ui
