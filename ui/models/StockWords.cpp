// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/StockWords.hpp"

#include <QCoreApplication>

namespace vitrina::ui {
namespace {

struct StockWords {
    Q_DECLARE_TR_FUNCTIONS(StockWords)

  public:
    static StockText unknown(bool compact) {
        return {StockTone::Unknown,  QStringLiteral("–"),
                QStringLiteral("–"), compact ? tr("Left") : tr("Left in stock"),
                tr("not known"),     tr("stock not known")};
    }
    static StockText available(std::int64_t count, const QString& hint, bool compact) {
        const QString figure = QString::number(count);
        if (count <= commerce::lowStock)
            return {StockTone::Low, tr("%1 LOW").arg(figure),
                    figure,         compact ? tr("Left") : tr("Left in stock"),
                    hint,           tr("%n in stock, low", nullptr, int(count))};
        return {StockTone::Plain,
                figure,
                figure,
                compact ? tr("Left") : tr("Left in stock"),
                hint,
                tr("%n in stock", nullptr, int(count))};
    }
    static StockText held(std::int64_t reserved, const QString& hint, bool compact) {
        return {StockTone::Held,
                tr("0 · %1 held").arg(reserved),
                QStringLiteral("0"),
                compact ? tr("Left") : tr("All in checkouts"),
                hint,
                tr("all in checkouts")};
    }
    static StockText soldOut(const QString& hint) {
        return {StockTone::Out, tr("SOLD OUT"), QStringLiteral("0"), tr("Sold out"), hint, tr("sold out")};
    }
    static StockText stopped(const QString& hint) {
        return {StockTone::Stopped, tr("NOT ON SALE"), QStringLiteral("–"), tr("Not on sale"), hint,
                tr("not on sale")};
    }
    static QString soldAndHeld(std::int64_t sold, std::int64_t reserved) {
        return tr("Sold %1 · Held %2").arg(sold).arg(reserved);
    }
};

std::int64_t soldOf(const control::State& state, const commerce::Product& product) {
    std::int64_t sold = 0;
    for (const commerce::Variant& variant : product.variants)
        if (const auto level = state.stock.find(variant.sku); level != state.stock.end())
            sold += level->second.sold;
    return sold;
}

} // namespace

StockText stockText(const control::State& state, const commerce::Product& product, const Instant& now,
                    bool compact) {
    const control::ProductStock stock = control::productStock(state, product, state.stockFresh(now));
    const QString hint = StockWords::soldAndHeld(soldOf(state, product), stock.reserved);
    switch (stock.word) {
    case commerce::StockWord::Available:
        return StockWords::available(stock.available, hint, compact);
    case commerce::StockWord::AllInCheckouts:
        return StockWords::held(stock.reserved, hint, compact);
    case commerce::StockWord::SoldOut:
        return StockWords::soldOut(hint);
    case commerce::StockWord::Stopped:
        return StockWords::stopped(hint);
    case commerce::StockWord::Unknown:
        break;
    }
    return StockWords::unknown(compact);
}

} // namespace vitrina::ui
