// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/ShowWords.hpp"

#include <QTranslator>

namespace vitrina::studio {

ShowWords::ShowWords(const QString& bcp47) : locale_(bcp47), translator_(std::make_unique<QTranslator>()) {
    // A missing file leaves the English source, which is what an unknown language gets.
    if (locale_.language() != QLocale::English)
        (void)translator_->load(locale_, QStringLiteral("vitrina"), QStringLiteral("_"),
                                QStringLiteral(":/vitrina/i18n"));
}

ShowWords::~ShowWords() = default;

QString ShowWords::word(const char* source, int n) const {
    const QString translated = translator_->translate("ShowWords", source, nullptr, n);
    QString text = translated.isEmpty() ? QString::fromUtf8(source) : translated;
    return n < 0 ? text : text.replace(QLatin1String("%n"), locale_.toString(n));
}

QString ShowWords::money(std::int64_t minor, const QString& currency) const {
    const QString symbol = currency == QLatin1String("EUR") ? QStringLiteral("€") : currency;
    const QString amount = locale_.toString(double(minor) / 100.0, 'f', 2);
    // English puts the sign first and close, the other languages we have put it last after a no-break space.
    return locale_.language() == QLocale::English ? symbol + amount : amount + QChar(0xA0) + symbol;
}

QString ShowWords::from(const QString& price) const {
    return word(QT_TRANSLATE_NOOP("ShowWords", "from %1")).arg(price);
}

QString ShowWords::left(std::int64_t pieces, bool low) const {
    const int n = int(qMin<std::int64_t>(pieces, 1'000'000));
    return low ? word(QT_TRANSLATE_N_NOOP("ShowWords", "Only %n left"), n)
               : word(QT_TRANSLATE_N_NOOP("ShowWords", "%n left"), n);
}

QString ShowWords::soldOut() const {
    return word(QT_TRANSLATE_NOOP("ShowWords", "Sold out"));
}
QString ShowWords::allInCheckouts() const {
    return word(QT_TRANSLATE_NOOP("ShowWords", "All in checkouts"));
}
QString ShowWords::notOnSale() const {
    return word(QT_TRANSLATE_NOOP("ShowWords", "Not on sale just now"));
}
QString ShowWords::rightBack() const {
    return word(QT_TRANSLATE_NOOP("ShowWords", "We'll be right back"));
}
QString ShowWords::lowestOf30Days() const {
    return word(QT_TRANSLATE_NOOP("ShowWords", "lowest in 30 days"));
}
QString ShowWords::lessBy(std::int64_t wasMinor, std::int64_t nowMinor) const {
    if (wasMinor <= 0)
        return {};
    const QString percent = locale_.toString(qlonglong((wasMinor - nowMinor) * 100 / wasMinor));
    const QString sign = locale_.language() == QLocale::English ? QStringLiteral("%") : QStringLiteral(" %");
    return QChar(0x2212) + percent + sign;
}
QString ShowWords::startingSoon() const {
    return word(QT_TRANSLATE_NOOP("ShowWords", "Starting soon"));
}
QString ShowWords::anyMoment() const {
    return word(QT_TRANSLATE_NOOP("ShowWords", "Any moment now"));
}
QString ShowWords::shortBreak() const {
    return word(QT_TRANSLATE_NOOP("ShowWords", "A short break"));
}
QString ShowWords::thanks() const {
    return word(QT_TRANSLATE_NOOP("ShowWords", "Thank you for being here"));
}
QString ShowWords::number(const QString& code) const {
    return word(QT_TRANSLATE_NOOP("ShowWords", "No. %1")).arg(code);
}

} // namespace vitrina::studio
