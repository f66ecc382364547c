// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/Panic.hpp"
#include "ui/panels/View.hpp"
#include "ui/widgets/Arming.hpp"
#include "ui/widgets/Button.hpp"

#include <QWidget>

#include <array>

namespace vitrina::ui {

/// The panic keys as a row of their own, there while it is open or one of them is armed. A first press arms,
/// a second within five seconds does it; the way back wants one.
class PanicRow final : public QWidget {
    Q_OBJECT

  public:
    explicit PanicRow(const Theme& theme, QWidget* parent = nullptr);
    void present(const View& view);
    void setCompact(bool compact);

    /// Ctrl+Shift+P: opens the row, or closes and disarms it.
    void toggle();
    void press(PanicKind kind);
    void disarm();
    bool isArmed(PanicKind kind) const;
    Button& button(PanicKind kind);

  signals:
    void asked(const vitrina::control::Command& command);

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    struct Key {
        PanicAction action;
        QString keys; ///< that do the same
        Button* button = nullptr;
        Arming* arming = nullptr;
        QTimer* settling = nullptr; ///< just done: a nervous third press must not be the way back
    };
    Key& keyOf(PanicKind kind);
    void showKey(Key& key);
    void showRow();

    const Theme& theme_;
    std::array<Key, panicKinds.size()> keys_;
    bool open_ = false;
    bool compact_ = false;
};

} // namespace vitrina::ui
