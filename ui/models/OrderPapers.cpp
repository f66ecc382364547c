// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/OrderPapers.hpp"

#include "base/Csv.hpp"
#include "control/Selling.hpp"
#include "ui/models/OfferWords.hpp"
#include "ui/models/OrderWords.hpp"
#include "ui/widgets/Format.hpp"

#include <QLocale>

#include <algorithm>
#include <map>

namespace vitrina::ui {
namespace {

/// The few words of the papers: in the show's language, whatever the window's is.
struct Words {
    QString pickProduct, pickOrder, slip, order, pieces, delivery, toPay, onDelivery, atCollection, transfer,
        note, paid;
};

Words wordsOf(const control::State& state) {
    if (state.show.locale.starts_with("lv"))
        return {QStringLiteral("Komplektēšana pa precēm"),
                QStringLiteral("Komplektēšana pa pasūtījumiem"),
                QStringLiteral("Sūtījuma lapa"),
                QStringLiteral("Pasūtījums"),
                QStringLiteral("gab."),
                QStringLiteral("Piegāde"),
                QStringLiteral("Apmaksai"),
                QStringLiteral("maksā, saņemot piegādi"),
                QStringLiteral("maksā, saņemot uz vietas"),
                QStringLiteral("maksā ar pārskaitījumu"),
                QStringLiteral("Piezīme"),
                QStringLiteral("Samaksāts")};
    return {QStringLiteral("Picking list by product"),
            QStringLiteral("Picking list by order"),
            QStringLiteral("Packing slip"),
            QStringLiteral("Order"),
            QStringLiteral("pcs"),
            QStringLiteral("Delivery"),
            QStringLiteral("To pay"),
            QStringLiteral("paid on delivery"),
            QStringLiteral("paid at collection"),
            QStringLiteral("paid by transfer"),
            QStringLiteral("Note"),
            QStringLiteral("Paid")};
}

QString paymentLine(const Words& words, commerce::PaymentWay payment) {
    switch (payment) {
    case commerce::PaymentWay::OnDelivery:
        return words.onDelivery;
    case commerce::PaymentWay::AtCollection:
        return words.atCollection;
    case commerce::PaymentWay::Transfer:
        return words.transfer;
    case commerce::PaymentWay::None:
        break;
    }
    return {};
}

QString pieces(std::int64_t count, const Words& words) {
    return countText(count) + QLatin1Char(' ') + words.pieces;
}

QString coded(const control::State& state, const Sku& sku) {
    const commerce::Product* product = commerce::productOf(state.catalogue, sku);
    const QString name = skuName(state.catalogue, sku);
    return product && !product->code.empty() ? text(product->code) + QStringLiteral(" · ") + name : name;
}

void addLines(PaperPart& part, const control::State& state, const commerce::Order& order, const Words& words,
              bool tick) {
    for (const commerce::OrderLine& line : order.lines)
        part.lines.push_back({coded(state, line.sku) + QStringLiteral(" · ") + text(line.sku.value),
                              pieces(line.quantity, words), false, tick});
}

/// What stands on several lines on one: not every carrier reads a cell with a line's end in it.
QString oneLine(const QString& words) {
    QStringList lines;
    for (const QString& line : words.split(QLatin1Char('\n'))) {
        if (const QString bare = line.trimmed(); !bare.isEmpty())
            lines << bare;
    }
    return lines.join(QStringLiteral(", "));
}

bool plainPhone(const QString& cell) {
    return cell.startsWith(QLatin1Char('+')) && cell.size() > 1 &&
           std::all_of(cell.begin() + 1, cell.end(), [](QChar c) {
               return (c >= QLatin1Char('0') && c <= QLatin1Char('9')) || c == QLatin1Char(' ');
           });
}

} // namespace

std::vector<control::OrderEntry> toPack(const control::State& state,
                                        const std::vector<OrderNumber>& numbers) {
    std::vector<control::OrderEntry> orders;
    for (const OrderNumber& number : numbers) {
        const auto entry = state.orders.find(number);
        if (entry != state.orders.end() && (entry->second.state == commerce::OrderState::Placed ||
                                            entry->second.state == commerce::OrderState::Paid ||
                                            entry->second.state == commerce::OrderState::Packed))
            orders.push_back(entry->second);
    }
    std::ranges::sort(orders, {}, &control::OrderEntry::index);
    return orders;
}

Paper pickByProduct(const control::State& state, const std::vector<control::OrderEntry>& orders) {
    const Words words = wordsOf(state);
    std::map<Sku, std::vector<std::pair<OrderNumber, std::int64_t>>> wanted;
    for (const control::OrderEntry& entry : orders) {
        for (const commerce::OrderLine& line : entry.order.lines)
            wanted[line.sku].emplace_back(entry.order.number, line.quantity);
    }
    Paper paper{words.pickProduct, {}, false, false};
    for (const auto& [sku, wishes] : wanted) {
        std::int64_t sum = 0;
        PaperPart part;
        for (const auto& [number, quantity] : wishes) {
            sum += quantity;
            part.lines.push_back(
                {words.order + QLatin1Char(' ') + text(number.value), countText(quantity), false, true});
        }
        part.lines.insert(
            part.lines.begin(),
            PaperLine{coded(state, sku) + QStringLiteral(" · ") + text(sku.value), pieces(sum, words), true});
        paper.parts.push_back(std::move(part));
    }
    return paper;
}

Paper pickByOrder(const control::State& state, const std::vector<control::OrderEntry>& orders) {
    const Words words = wordsOf(state);
    Paper paper{words.pickOrder, {}, false, false};
    for (const control::OrderEntry& entry : orders) {
        PaperPart part;
        part.lines.push_back({words.order + QLatin1Char(' ') + text(entry.order.number.value),
                              pieces(piecesOf(entry.order), words), true});
        addLines(part, state, entry.order, words, true);
        paper.parts.push_back(std::move(part));
    }
    return paper;
}

Paper packingSlips(const control::State& state, const std::vector<control::OrderEntry>& orders,
                   const Buyers& buyers) {
    const Words words = wordsOf(state);
    const QLocale locale(text(state.show.locale));
    Paper paper{words.slip, {}, true, true};
    for (const control::OrderEntry& entry : orders) {
        const commerce::Order& order = entry.order;
        PaperPart part;
        part.title = words.order + QLatin1Char(' ') + text(order.number.value);
        part.lines.push_back({text(state.show.shopName), {}, true});
        if (const auto found = buyers.find(order.number); found != buyers.end()) {
            const Buyer& buyer = found->second;
            for (const QString& line : {buyer.name, buyer.address, buyer.phone, buyer.contact}) {
                if (!line.isEmpty())
                    part.lines.push_back({line, {}});
            }
            if (!buyer.note.isEmpty())
                part.lines.push_back({words.note + QStringLiteral(": ") + buyer.note, {}});
        }
        part.lines.push_back({words.slip, pieces(piecesOf(order), words), true});
        addLines(part, state, order, words, false);
        if (!order.delivery.way.empty())
            part.lines.push_back({words.delivery + QStringLiteral(": ") + deliveryText(state, order.delivery),
                                  moneyText(order.delivery.minor, state.show.currency, locale)});
        const QString payment = paymentLine(words, order.delivery.payment);
        const QString due = payment.isEmpty() ? words.toPay : words.toPay + QStringLiteral(", ") + payment;
        // What is in the parcel must not ask for money that is there already or went back.
        const std::int64_t toCollect =
            commerce::toCollectMinor(control::standingOf(entry), toPayMinor(order));
        part.lines.push_back(
            {entry.paid ? words.paid : due,
             moneyText(entry.paid ? toPayMinor(order) : toCollect, state.show.currency, locale), true});
        paper.parts.push_back(std::move(part));
    }
    return paper;
}

std::string safeCell(const QString& cell) {
    // With their full-width sisters, which a spreadsheet in an eastern language takes for the same.
    static const QString first = QStringLiteral("=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20");
    const QString bare = cell.trimmed(); // as some take it
    const bool formula = !cell.isEmpty() && !plainPhone(bare) &&
                         (first.contains(cell.front()) || (!bare.isEmpty() && first.contains(bare.front())));
    return (formula ? QLatin1Char('\'') + cell : cell).toStdString();
}

std::string carrierCsv(const control::State& state, const std::vector<control::OrderEntry>& orders,
                       const Buyers& buyers) {
    constexpr char delimiter = ';';
    std::string table = "\xEF\xBB\xBF" + csvRecord({"order", "name", "phone", "contact", "address", "region",
                                                    "delivery", "pieces", "to_collect", "currency", "note"},
                                                   delimiter);
    for (const control::OrderEntry& entry : orders) {
        const commerce::Order& order = entry.order;
        const auto found = buyers.find(order.number);
        const Buyer buyer = found == buyers.end() ? Buyer{} : found->second;
        const commerce::DeliveryWay* way = commerce::findDelivery(state.catalogue.terms, order.delivery.way);
        const bool collects = order.delivery.payment == commerce::PaymentWay::OnDelivery;
        const std::int64_t toCollect =
            collects ? commerce::toCollectMinor(control::standingOf(entry), toPayMinor(order)) : 0;
        const QString amount = amountText(toCollect, state.show.currency, QLocale::c()).remove(QChar(0x202F));
        std::vector<std::string> cells;
        for (const QString& cell :
             {text(order.number.value), buyer.name, buyer.phone, buyer.contact, buyer.address,
              text(order.delivery.region), way ? text(way->title) : text(order.delivery.way),
              QString::number(piecesOf(order)), amount, text(state.show.currency), buyer.note})
            cells.push_back(safeCell(oneLine(cell)));
        table += csvRecord(cells, delimiter);
    }
    return table;
}

} // namespace vitrina::ui
