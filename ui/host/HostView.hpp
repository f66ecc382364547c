// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/HostContent.hpp"
#include "ui/panels/View.hpp"
#include "ui/theme/Theme.hpp"
#include "ui/widgets/Art.hpp"

#include <QWidget>

namespace vitrina::ui {

/// The host's own screen: on air, time left, pieces left, what to say, what comes next, in type that is read
/// from two metres off. A window of its own on the second screen; always dark, as it stands beside the
/// camera. Sizes scale with its height (720 px is 1.0). GUI thread; the live keys work in it as in the
/// studio's window.
class HostView final : public QWidget {
    Q_OBJECT

  public:
    explicit HostView(QStringList artFolders, QWidget* parent = nullptr);

    void present(const View& view);
    /// Full screen on a screen that has no window of the studio's; a plain window where there is only one.
    void open(const QWidget& studio);

  protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;            ///< Esc is its own here, not the studio's shortcut
    void keyPressEvent(QKeyEvent* event) override; ///< Esc closes

  private:
    const Theme theme_;
    Art art_;
    HostContent content_;
};

} // namespace vitrina::ui
