// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commerce/ShopOrderTable.hpp"

#include "commerce/PlainText.hpp"
#include "commerce/ShopFigures.hpp"
#include "commerce/ShopOrderColumns.hpp"

#include <algorithm>
#include <map>
#include <optional>

namespace vitrina::commerce {
namespace {

using Column = OrderColumn;

constexpr std::size_t maxWords = 500; ///< bytes of a name, an address, a note

std::string lowered(std::string_view text) {
    std::string low(text);
    for (char& c : low)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return low.starts_with("wc-") ? low.substr(3) : low;
}

std::string words(std::string_view cell) {
    std::string text = plainText(cell);
    std::ranges::replace(text, '\n', ' ');
    return std::string(cutText(text, maxWords));
}

std::string joined(const std::string& a, const std::string& b, const char* between) {
    return a.empty() || b.empty() ? a + b : a + between + b;
}

/// "vitrina: MARK" among the lines of Shopify's note attributes.
std::string markIn(std::string_view attributes) {
    constexpr std::string_view name = "vitrina:";
    for (std::string_view rest = attributes; !rest.empty();) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        const std::string_view line = rest.substr(0, end);
        if (line.starts_with(name))
            return words(line.substr(name.size()));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return {};
}

struct StateWord {
    std::string_view word;
    OrderState state;
    bool sold;
    bool paid;
};
/// Of Shopify's financial status, WooCommerce's status (names and labels), and ours.
constexpr std::array stateWords{
    StateWord{"pending", OrderState::Placed, true, false},
    StateWord{"authorized", OrderState::Placed, true, false},
    StateWord{"expired", OrderState::Placed, true, false},
    StateWord{"voided", OrderState::Placed, true, false},
    StateWord{"partially_paid", OrderState::Placed, true, false},
    StateWord{"placed", OrderState::Placed, true, false},
    StateWord{"on-hold", OrderState::Placed, true, false},
    StateWord{"on hold", OrderState::Placed, true, false},
    StateWord{"pending payment", OrderState::Placed, false, false},
    StateWord{"paid", OrderState::Paid, true, true},
    StateWord{"processing", OrderState::Paid, true, true},
    StateWord{"partially_refunded", OrderState::Paid, true, true},
    StateWord{"sent", OrderState::Sent, true, true},
    StateWord{"completed", OrderState::Sent, true, true},
    StateWord{"cancelled", OrderState::Cancelled, false, false},
    StateWord{"failed", OrderState::Cancelled, false, false},
    StateWord{"refunded", OrderState::Refunded, true, true},
};

class Reading {
  public:
    Reading(OrderMapping mapping, const std::string& shop, const std::string& currency, std::int64_t offsetMs)
        : mapping_(std::move(mapping)), shop_(shop), currency_(currency), offsetMs_(offsetMs) {
        table_.layout = mapping_.layout;
    }

    void take(const CsvRecord& record) {
        const OrderRow row(mapping_, record);
        ++table_.rows;
        const std::string key(row[Column::Order].empty() ? row[Column::Id] : row[Column::Order]);
        if (key.empty()) {
            report(row.line, OrderIssue::NoOrder);
            ++table_.badOrders;
            return;
        }
        const bool same = open_ && key == key_;
        if (same && repeats(record)) {
            report(row.line, OrderIssue::RowTwice, std::to_string(last_.line));
            bad_ = true; // two of the same, or one row twice: a person has to look
        } else if (!same || (mapping_.layout == OrderLayout::Shopify && !row[Column::Status].empty())) {
            finish();
            begin(row, key);
        }
        takeLine(row);
        last_ = record;
    }

    OrderTable done() {
        finish();
        return std::move(table_);
    }

  private:
    /// WooCommerce's exporters and ours say which item; Shopify may sell two of one kind in two lines.
    bool repeats(const CsvRecord& record) const {
        return mapping_.layout != OrderLayout::Shopify && record.cells == last_.cells;
    }

    void report(std::size_t line, OrderIssue issue, std::string value = {}) {
        if (table_.reports.size() < maxOrderReports)
            table_.reports.push_back({line, issue, std::string(cutText(value, 80))});
    }
    void refuse(std::size_t line, OrderIssue issue, std::string_view value = {}) {
        bad_ = true;
        report(line, issue, std::string(value));
    }

    std::int64_t amount(const OrderRow& row, Column column) {
        std::string_view cell = row[column];
        if (cell.empty())
            return 0;
        const bool back = column == Column::Refunded && cell.front() == '-';
        cell.remove_prefix(back ? 1 : 0);
        const Amount read = readAmount(cell);
        if (read.fault != AmountFault::None) {
            refuse(row.line,
                   read.fault == AmountFault::Unclear ? OrderIssue::UnclearAmount : OrderIssue::BadAmount,
                   row[column]);
            return 0;
        }
        const std::int64_t units = minorUnits(order_.order.currency);
        return units >= 100 ? read.hundredths * (units / 100) : read.hundredths / (100 / units);
    }

    std::int64_t instant(const OrderRow& row, Column column) {
        if (row[column].empty())
            return 0;
        const auto ms = instantOf(row[column], offsetMs_);
        if (!ms)
            refuse(row.line, OrderIssue::NoDate, row[column]);
        return ms.value_or(0);
    }

    void begin(const OrderRow& row, const std::string& key) {
        open_ = true;
        bad_ = false;
        key_ = key;
        order_ = TableOrder{};
        weights_.clear();
        lines_.clear();
        order_.line = row.line;
        const auto [first, isNew] = seen_.emplace(key, row.line);
        if (!isNew)
            refuse(row.line, OrderIssue::OrderTwice, std::to_string(first->second));
        ShopOrder& order = order_.order;
        order.shop = shop_;
        order.whole = true;
        order.name = key.starts_with('#') || mapping_.layout == OrderLayout::Own ? key : "#" + key;
        order.id =
            row[Column::Id].empty() ? key.substr(key.starts_with('#') ? 1 : 0) : std::string(row[Column::Id]);
        order.currency = row[Column::Currency].empty() ? currency_ : std::string(row[Column::Currency]);
        order.mark =
            row[Column::Attributes].empty() ? words(row[Column::Mark]) : markIn(row[Column::Attributes]);
        order.region = row[Column::Region].size() == 2 ? std::string(row[Column::Region]) : std::string();
        times(row);
        state(row);
        order.refundedMinor = amount(row, Column::Refunded);
        order.deliveryMinor = amount(row, Column::Delivery) + amount(row, Column::DeliveryTax);
        goods(row);
        buyer(row);
    }

    /// When it changed last, as far as the table says so: what a webhook has told since is newer.
    void times(const OrderRow& row) {
        ShopOrder& order = order_.order;
        order.placedMs = instant(row, Column::Placed);
        if (order.placedMs == 0 && !bad_)
            refuse(row.line, OrderIssue::NoDate);
        order.changedMs = std::max({order.placedMs, instant(row, Column::Paid),
                                    instant(row, Column::Fulfilled), instant(row, Column::Cancelled)});
    }

    void state(const OrderRow& row) {
        ShopOrder& order = order_.order;
        const std::string word = lowered(row[Column::Status]);
        const auto known = std::ranges::find(stateWords, word, &StateWord::word);
        if (known == stateWords.end()) {
            refuse(row.line, OrderIssue::UnknownState, row[Column::Status]);
            return;
        }
        order.state = known->state;
        order.sold = known->sold;
        order.paid = known->paid;
        // "pending" is an order with Shopify, and a payment that was only begun with WooCommerce.
        if (mapping_.layout == OrderLayout::WooCommerce && word == "pending")
            order.sold = false;
        if (mapping_.layout == OrderLayout::Own && word == "cancelled")
            order.sold = true;
        if (lowered(row[Column::Sent]) == "fulfilled" && order.state != OrderState::Refunded)
            order.state = OrderState::Sent;
        if (!row[Column::Cancelled].empty())
            order.state = OrderState::Cancelled;
    }

    /// Shopify: what the goods came to after discounts, with the taxes where these are on top. A tax on
    /// delivery is in it then: the table does not say how much of it.
    void goods(const OrderRow& row) {
        goods_.reset();
        if (mapping_.layout != OrderLayout::Shopify || row[Column::Subtotal].empty())
            return;
        goods_ = amount(row, Column::Subtotal);
        const std::int64_t taxes = amount(row, Column::Taxes);
        if (*goods_ + order_.order.deliveryMinor + taxes == amount(row, Column::Total))
            *goods_ += taxes;
    }

    void buyer(const OrderRow& row) {
        order_.name = words(row[Column::Name]);
        if (order_.name.empty())
            order_.name = joined(words(row[Column::FirstName]), words(row[Column::LastName]), " ");
        order_.phone = words(row[Column::Phone]);
        order_.contact = words(row[Column::Email]);
        if (order_.contact.empty())
            order_.contact = order_.phone;
        if (order_.contact.empty())
            order_.contact = order_.order.name + " · " + shop_;
        order_.address = words(row.address);
        order_.note = words(row[Column::Note]);
    }

    std::int64_t piecesOf(const OrderRow& row) {
        const Amount read = readAmount(row[Column::Pieces]);
        const std::int64_t pieces = read.hundredths / 100;
        if (read.fault == AmountFault::None && read.hundredths % 100 == 0 && pieces <= maxShopQuantity)
            return pieces;
        refuse(row.line, OrderIssue::BadPieces, row[Column::Pieces]);
        return 0;
    }

    void takeLine(const OrderRow& row) {
        if (row[Column::Sku].empty() && row[Column::Pieces].empty())
            return; // a row of the order, or of something that is no goods
        const std::int64_t pieces = piecesOf(row);
        std::int64_t minor = 0;
        if (!row[Column::LineTotal].empty())
            minor = amount(row, Column::LineTotal);
        else if (!row[Column::LineNet].empty())
            minor = amount(row, Column::LineNet) + amount(row, Column::LineTax);
        else if (const std::int64_t unit = amount(row, Column::UnitPrice);
                 unit <= maxShopMinor / maxShopQuantity)
            minor = unit * pieces;
        else
            refuse(row.line, OrderIssue::BadAmount, row[Column::UnitPrice]);
        if (pieces == 0)
            return;
        lines_.push_back({Sku{std::string(row[Column::Sku])}, pieces, 0});
        weights_.push_back(minor);
    }

    void finish() {
        if (!open_)
            return;
        open_ = false;
        if (goods_ && !weights_.empty())
            weights_ = split(*goods_, weights_);
        ShopOrder& order = order_.order;
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            const Sku& sku = lines_[i].sku;
            if (sku.value.empty() || sku.value.size() > maxShopWord)
                order.foreignMinor += weights_[i];
            else
                std::ranges::move(linesFor(sku, lines_[i].quantity, weights_[i]),
                                  std::back_inserter(order.lines));
        }
        if (!bad_ && order.lines.empty())
            refuse(order_.line, OrderIssue::NoGoods);
        if (!bad_ && !checkShopOrder(order))
            refuse(order_.line, OrderIssue::TooMuch);
        if (bad_)
            ++table_.badOrders;
        else
            table_.orders.push_back(std::move(order_));
    }

    OrderMapping mapping_;
    const std::string& shop_;
    const std::string& currency_;
    std::int64_t offsetMs_;
    OrderTable table_;
    std::map<std::string, std::size_t> seen_; ///< orders, and the line where each began
    bool open_ = false;
    bool bad_ = false;
    std::string key_;
    TableOrder order_;
    std::vector<OrderLine> lines_;
    std::vector<std::int64_t> weights_; ///< what each of them cost
    std::optional<std::int64_t> goods_;
    CsvRecord last_;
};

} // namespace

Result<OrderTable> readShopOrders(std::string_view bytes, const std::string& shop,
                                  const std::string& currency, std::int64_t offsetMs) {
    const auto csv = readCsv(bytes);
    if (!csv)
        return csv.error();
    OrderMapping mapping = mapOrders(csv->records.front().cells);
    if (mapping.layout == OrderLayout::None)
        return fail(ErrorCode::BadFormat, "headings");
    Reading reading(std::move(mapping), shop, currency, offsetMs);
    for (std::size_t i = 1; i < csv->records.size(); ++i)
        reading.take(csv->records[i]);
    return reading.done();
}

} // namespace vitrina::commerce
