// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commerce/ShopOrder.hpp"

#include <algorithm>
#include <tuple>

namespace vitrina::commerce {
namespace {

constexpr std::size_t markLetters = 12;

/// Of two that were told at the same moment by the shop's clock, which goes by seconds.
int rank(OrderState state) {
    switch (state) {
    case OrderState::Placed:
        return 1;
    case OrderState::Paid:
        return 2;
    case OrderState::Sent:
        return 3;
    case OrderState::Refunded:
        return 4;
    case OrderState::Cancelled:
        return 5;
    default:
        return 0;
    }
}

bool earlier(const OrderLine& a, const OrderLine& b) {
    return std::tie(a.sku, a.quantity, a.unitMinor) < std::tie(b.sku, b.quantity, b.unitMinor);
}

/// A total order, so that it does not matter in which order news came.
bool olderThan(const ShopOrder& a, const ShopOrder& b) {
    const auto first = [](const ShopOrder& order) {
        return std::tuple(order.whole, order.changedMs, rank(order.state), order.refundedMinor, order.paid,
                          order.restocked, order.placedMs, order.deliveryMinor, order.foreignMinor,
                          std::tie(order.name, order.mark, order.currency, order.region));
    };
    if (first(a) != first(b))
        return first(a) < first(b);
    return std::ranges::lexicographical_compare(a.lines, b.lines, earlier);
}

std::vector<ShopRefund> united(const std::vector<ShopRefund>& a, const std::vector<ShopRefund>& b) {
    std::map<std::string, std::int64_t> refunds;
    for (const auto* list : {&a, &b}) {
        for (const ShopRefund& refund : *list) {
            std::int64_t& minor = refunds[refund.id];
            minor = std::max(minor, refund.minor);
        }
    }
    std::vector<ShopRefund> all;
    for (const auto& [id, minor] : refunds) {
        if (all.size() < maxShopRefunds)
            all.push_back({id, minor});
    }
    return all;
}

std::int64_t goodsOf(const std::vector<OrderLine>& lines) {
    std::int64_t sum = 0;
    for (const OrderLine& line : lines)
        sum += line.quantity * line.unitMinor;
    return sum;
}

/// Where the order would stand if nobody here had touched it.
OrderStanding standingOf(const ShopOrder& told, std::int64_t toPayMinor) {
    OrderStanding standing;
    standing.state = told.deleted ? OrderState::Cancelled : told.state;
    std::int64_t back = 0;
    for (const ShopRefund& refund : told.refunds)
        back += refund.minor;
    // What else was bought with it is refunded first: nothing of ours is said to be refunded that may not be.
    back = std::max(back, told.refundedMinor) - told.foreignMinor;
    standing.refundedMinor =
        standing.state == OrderState::Refunded ? toPayMinor : std::clamp<std::int64_t>(back, 0, toPayMinor);
    if (standing.state != OrderState::Cancelled && toPayMinor > 0 && standing.refundedMinor == toPayMinor)
        standing.state = OrderState::Refunded;
    standing.paid = told.paid;
    standing.restocked =
        standing.state == OrderState::Cancelled || (standing.state == OrderState::Refunded && told.restocked);
    return standing;
}

std::map<Sku, std::int64_t> piecesBySku(const std::vector<OrderLine>& lines) {
    std::map<Sku, std::int64_t> pieces;
    for (const OrderLine& line : lines)
        pieces[line.sku] += line.quantity;
    return pieces;
}

std::map<Sku, StockLevel> levelsOf(const Shelf& shelf, const std::vector<OrderLine>& lines) {
    std::map<Sku, StockLevel> levels;
    for (const OrderLine& line : lines)
        levels[line.sku] = shelf.goods.at(line.sku).level;
    return levels;
}

/// It was sold there: what is not available is added to what the show has.
void takePieces(Shelf& shelf, std::map<Sku, std::int64_t>& added, const std::vector<OrderLine>& lines) {
    for (const auto& [sku, pieces] : piecesBySku(lines)) {
        StockLevel& level = shelf.goods.at(sku).level;
        const std::int64_t lacking = std::max<std::int64_t>(0, pieces - level.available());
        level.allocated += lacking;
        if (lacking > 0)
            added[sku] += lacking;
    }
    take(shelf, {}, lines, Pieces::Bought);
}

/// What was added for such orders was the shop's, and goes back to it first.
void returnPieces(Shelf& shelf, std::map<Sku, std::int64_t>& added, const std::vector<OrderLine>& lines) {
    giveBack(shelf, {}, lines, Pieces::Bought);
    for (const auto& [sku, pieces] : piecesBySku(lines)) {
        const auto extra = added.find(sku);
        if (extra == added.end())
            continue;
        const std::int64_t surplus = std::min(extra->second, pieces);
        shelf.goods.at(sku).level.allocated -= surplus;
        extra->second -= surplus;
    }
}

/// Lines of other goods are left out, and remembered by their sum.
void keepGoods(const Shelf& shelf, ShopOrder& order) {
    const auto foreign = std::ranges::stable_partition(
        order.lines, [&](const OrderLine& line) { return shelf.goods.contains(line.sku); });
    for (const OrderLine& line : foreign)
        order.foreignMinor += line.quantity * line.unitMinor;
    order.lines.erase(foreign.begin(), foreign.end());
    for (OrderLine& line : order.lines)
        line.offer = {};
}

} // namespace

std::string showMark(const RunId& run) {
    std::string letters;
    for (const char c : run.value) {
        if (letters.size() < markLetters && ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z')))
            letters += c;
    }
    return "vitrina-" + letters;
}

std::string shopHost(std::string_view address) {
    const std::size_t scheme = address.find("://");
    if (scheme == std::string_view::npos)
        return {};
    address.remove_prefix(scheme + 3);
    std::string host(address.substr(0, address.find_first_of("/?#")));
    for (char& c : host)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return host;
}

std::vector<OrderLine> linesFor(const Sku& sku, std::int64_t quantity, std::int64_t minor) {
    const std::int64_t unit = minor / quantity;
    const std::int64_t dearer = minor % quantity;
    std::vector<OrderLine> lines;
    if (quantity > dearer)
        lines.push_back({sku, quantity - dearer, unit});
    if (dearer > 0)
        lines.push_back({sku, dearer, unit + 1});
    return lines;
}

Result<void> checkShopOrder(const ShopOrder& order) {
    const auto within = [](std::int64_t minor) {
        return minor >= 0 && minor <= maxShopMinor;
    };
    if (order.id.empty() || order.shop.empty() || (!order.whole && order.refunds.empty() && !order.deleted))
        return fail(ErrorCode::BadRequest, "id");
    if (order.id.size() > maxShopWord || order.name.size() > maxShopWord || order.mark.size() > maxShopWord ||
        order.shop.size() > 255 || order.region.size() > 8 || order.currency.size() > 8)
        return fail(ErrorCode::TooLarge, "id");
    if (order.lines.size() > 2 * maxShopLines || order.refunds.size() > maxShopRefunds)
        return fail(ErrorCode::TooLarge, "lines");
    if (order.whole && (rank(order.state) == 0 || order.placedMs <= 0 || order.changedMs <= 0))
        return fail(ErrorCode::BadRequest, "state");
    if (!within(order.refundedMinor) || !within(order.deliveryMinor) || !within(order.foreignMinor))
        return fail(ErrorCode::BadQuantity, "amount");
    for (const ShopRefund& refund : order.refunds) {
        if (refund.id.size() > maxShopWord || !within(refund.minor))
            return fail(ErrorCode::BadQuantity, "refund");
    }
    for (const OrderLine& line : order.lines) {
        if (line.sku.value.size() > maxShopWord || line.quantity < 1 || line.quantity > maxShopQuantity ||
            line.unitMinor < 0 || line.unitMinor > maxShopMinor / line.quantity)
            return fail(ErrorCode::BadQuantity, line.sku.value);
    }
    return {};
}

ShopOrder merged(const ShopOrder& known, const ShopOrder& news) {
    ShopOrder sum = olderThan(known, news) ? news : known;
    sum.sold = known.sold || news.sold;
    sum.deleted = known.deleted || news.deleted;
    sum.refunds = united(known.refunds, news.refunds);
    return sum;
}

ShopNews judgeNews(const Shelf& shelf, const ShopOrder& news, const ShopWindow& window) {
    if (!news.whole)
        return ShopNews::None;
    if (news.mark.empty() || news.mark != window.mark)
        return ShopNews::NotOfShow;
    if (news.placedMs + shopClockMs < window.beganMs ||
        (window.endedMs > 0 && news.placedMs > window.endedMs + shopGraceMs))
        return ShopNews::Late;
    if (news.currency != shelf.currency)
        return ShopNews::OtherCurrency;
    const bool any = std::ranges::any_of(
        news.lines, [&](const OrderLine& line) { return shelf.goods.contains(line.sku); });
    return any ? ShopNews::None : ShopNews::NoGoods;
}

namespace {

void place(Shelf& shelf, std::map<Sku, std::int64_t>& added, ShopTold& known, ShopStep& step) {
    known.placed = true;
    known.order.lines = known.told.lines;
    known.order.total = {goodsOf(known.told.lines), shelf.currency};
    known.order.delivery.region = known.told.region;
    known.order.delivery.minor = known.told.deliveryMinor;
    known.standing = {OrderState::Placed};
    takePieces(shelf, added, known.order.lines);
    step.placed = true;
    step.placedLevels = levelsOf(shelf, known.order.lines);
}

/// Only what the shop says otherwise than before: what was done here with the order stays.
OrderStanding follow(const OrderStanding& here, const OrderStanding& before, const OrderStanding& after) {
    OrderStanding standing = here;
    if (after.state != before.state || after.restocked != before.restocked) {
        standing.state = after.state;
        standing.restocked = after.restocked;
    }
    if (after.refundedMinor != before.refundedMinor)
        standing.refundedMinor = after.refundedMinor;
    if (after.paid != before.paid)
        standing.paid = after.paid;
    return standing;
}

} // namespace

ShopStep takeShopNews(Shelf& shelf, std::map<Sku, std::int64_t>& added, ShopTold& known, ShopOrder news,
                      const ShopWindow& window) {
    ShopStep step{judgeNews(shelf, news, window), false, false, {}, {}};
    if (step.news != ShopNews::None)
        return step;
    keepGoods(shelf, news);
    const ShopOrder before = known.told;
    known.told = before.id.empty() ? merged(news, news) : merged(before, news);
    step.news = ShopNews::Known;
    if (known.told == before)
        return step;
    OrderStanding was{OrderState::Placed};
    if (known.placed) {
        was = standingOf(before, known.order.total.minor + known.order.delivery.minor);
    } else if (!known.told.whole || !known.told.sold) {
        step.news = ShopNews::Waiting;
        return step;
    } else {
        place(shelf, added, known, step);
        step.news = ShopNews::New;
    }
    const OrderStanding here = known.standing;
    known.standing =
        follow(here, was, standingOf(known.told, known.order.total.minor + known.order.delivery.minor));
    if (known.standing == here)
        return step;
    step.changed = true;
    if (!step.placed)
        step.news = ShopNews::Changed;
    if (known.standing.restocked != here.restocked) {
        if (known.standing.restocked)
            returnPieces(shelf, added, known.order.lines);
        else
            takePieces(shelf, added, known.order.lines);
        step.changedLevels = levelsOf(shelf, known.order.lines);
    }
    return step;
}

} // namespace vitrina::commerce
