// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/Appearance.hpp"

#include "ui/theme/Style.hpp"

#include <QApplication>

namespace vitrina::ui {

Appearance::Appearance(QApplication& application, ThemeKind theme, const QString& language)
    : locale_(language.isEmpty() ? QLocale::system() : QLocale(language)), theme_(builtInTheme(theme)) {
    const QString wanted = locale_.name().left(2);
    if (wanted != QStringLiteral("en")) {
        if (translator_.load(QStringLiteral(":/vitrina/i18n/vitrina_%1.qm").arg(wanted)))
            QApplication::installTranslator(&translator_);
        else
            locale_ = QLocale(QLocale::English, QLocale::UnitedStates);
    }
    QLocale::setDefault(locale_);
    applyTheme(application, theme_);
}

} // namespace vitrina::ui
