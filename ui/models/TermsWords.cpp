// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/TermsWords.hpp"

#include "ui/models/Amounts.hpp"
#include "ui/widgets/Format.hpp"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace vitrina::ui {
namespace {

struct Gaps {
    Q_DECLARE_TR_FUNCTIONS(Gaps)
};

} // namespace

QString gapWord(commerce::TermsGap gap) {
    switch (gap) {
    case commerce::TermsGap::TraderName:
        return Gaps::tr("the seller's name");
    case commerce::TermsGap::TraderRegister:
        return Gaps::tr("the register number");
    case commerce::TermsGap::TraderAddress:
        return Gaps::tr("the address");
    case commerce::TermsGap::TraderContact:
        return Gaps::tr("phone and e-mail");
    case commerce::TermsGap::SelfCertification:
        return Gaps::tr("the declaration that the goods are lawful");
    case commerce::TermsGap::DeliveryWays:
        return Gaps::tr("a way of delivery");
    case commerce::TermsGap::PaymentWays:
        return Gaps::tr("a way to pay for each delivery");
    case commerce::TermsGap::TransferAccount:
        return Gaps::tr("the account for transfers");
    case commerce::TermsGap::Conditions:
        return Gaps::tr("the terms of sale");
    case commerce::TermsGap::Withdrawal:
        return Gaps::tr("how to withdraw and return");
    case commerce::TermsGap::None:
        break;
    }
    return {};
}

std::optional<std::vector<commerce::DeliveryPrice>> regionPrices(const QString& typed,
                                                                 const std::string& currency) {
    static const QRegularExpression pair(QStringLiteral("^([A-Za-z]{2}|\\*)\\s+(.+)$"));
    std::vector<commerce::DeliveryPrice> prices;
    for (const QString& part : typed.split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
        if (part.trimmed().isEmpty())
            continue;
        const QRegularExpressionMatch match = pair.match(part.trimmed());
        const auto minor = match.hasMatch() ? minorOf(match.captured(2), currency) : std::nullopt;
        if (!minor)
            return std::nullopt;
        const std::string region = match.captured(1).toUpper().toStdString();
        if (std::ranges::find(prices, region, &commerce::DeliveryPrice::region) != prices.end())
            return std::nullopt;
        prices.push_back({region, *minor});
    }
    return prices;
}

QString regionPricesText(const std::vector<commerce::DeliveryPrice>& prices, const std::string& currency,
                         const QLocale& locale) {
    QStringList parts;
    for (const commerce::DeliveryPrice& price : prices)
        parts << text(price.region) + QLatin1Char(' ') + amountText(price.minor, currency, locale);
    return parts.join(QStringLiteral("; "));
}

} // namespace vitrina::ui
