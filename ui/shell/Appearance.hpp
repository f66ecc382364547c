// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Theme.hpp"

#include <QLocale>
#include <QString>
#include <QTranslator>

class QApplication;

namespace vitrina::ui {

/// What is set up once, before the first window or dialog: language, theme, style. Outlives every window.
class Appearance {
  public:
    /// `language`: "en", "lv" …; empty takes the desktop's. English where there is no translation.
    Appearance(QApplication& application, ThemeKind theme, const QString& language = {});
    Appearance(const Appearance&) = delete;
    Appearance& operator=(const Appearance&) = delete;

    const Theme& theme() const { return theme_; }
    const QLocale& locale() const { return locale_; }
    /// "en" or "lv": what is really shown.
    QString language() const { return locale_.name().left(2); }

  private:
    QLocale locale_;
    QTranslator translator_;
    Theme theme_;
};

} // namespace vitrina::ui
