// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/extension/VendurePeer.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <cstdlib>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace vitrina::test {

namespace json = boost::json;

namespace {

constexpr std::size_t page = 100; ///< the most variants at once, as Vendure bounds its lists

std::string text(const json::object& in, const char* name) {
    const json::value* value = in.if_contains(name);
    return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

std::int64_t number(const json::object& in, const char* name) {
    const json::value* value = in.if_contains(name);
    return value && value->is_int64() ? value->get_int64() : 0;
}

std::string failure(const char* code) {
    return std::string(R"({"errors":[{"message":"No","extensions":{"code":")") + code +
           R"("}}],"data":null})";
}

json::object problem(const char* type) {
    return {{"__typename", type}, {"errorCode", "CODE"}};
}

std::string dataOf(const char* member, json::value value) {
    return json::serialize(json::object{{"data", json::object{{member, std::move(value)}}}});
}

std::string headOf(const std::string& bytes, const std::string& name) {
    const std::size_t at = bytes.find("\r\n" + name + ": ");
    if (at == std::string::npos)
        return {};
    const std::size_t from = at + name.size() + 4;
    return bytes.substr(from, bytes.find("\r\n", from) - from);
}

void send(int socket, const std::string& bytes) {
    static_cast<void>(::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL));
}

std::string reply(const std::string& body, const std::string& status, const std::string& headers,
                  std::size_t length) {
    return "HTTP/1.1 " + status +
           "\r\nContent-Type: application/json\r\nContent-Length: " + std::to_string(length) + "\r\n" +
           headers + "\r\n" + body;
}

} // namespace

VendurePeer::VendurePeer(ShopWorld& world, bool cookies) : world_(world), cookies_(cookies) {
    listener_ = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (bind(listener_, reinterpret_cast<sockaddr*>(&address), size) != 0 || listen(listener_, 8) != 0 ||
        getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size) != 0)
        std::abort();
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { serve(); });
}

VendurePeer::~VendurePeer() {
    stopping_ = true;
    thread_.join();
    close(listener_);
}

int VendurePeer::count(const std::string& operation) const {
    const std::lock_guard lock(world_.mutex);
    const auto found = counts_.find(operation);
    return found == counts_.end() ? 0 : found->second;
}

std::string VendurePeer::shipping() const {
    const std::lock_guard lock(world_.mutex);
    return shipping_;
}

void VendurePeer::serve() {
    while (!stopping_) {
        pollfd wait{listener_, POLLIN, 0};
        if (poll(&wait, 1, 50) <= 0)
            continue;
        const int socket = accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
        if (socket < 0)
            continue;
        talk(socket);
        close(socket);
    }
}

/// One connection at a time is enough: the connector has one.
void VendurePeer::talk(int socket) {
    std::string bytes;
    while (!stopping_) {
        pollfd wait{socket, POLLIN, 0};
        if (poll(&wait, 1, 50) > 0) {
            char buffer[16'384];
            const ssize_t got = recv(socket, buffer, sizeof buffer, 0);
            if (got <= 0)
                return;
            bytes.append(buffer, static_cast<std::size_t>(got));
        }
        const std::size_t end = bytes.find("\r\n\r\n");
        if (end == std::string::npos)
            continue;
        const std::size_t length = std::strtoul(headOf(bytes, "Content-Length").c_str(), nullptr, 10);
        if (bytes.size() < end + 4 + length)
            continue;
        const std::string head = bytes.substr(0, end + 2);
        const std::string body = bytes.substr(end + 4, length);
        bytes.erase(0, end + 4 + length);
        if (!answer(socket, head, body))
            return;
    }
}

/// False: the connection is to be closed.
bool VendurePeer::answer(int socket, const std::string& head, const std::string& body) {
    const Fault fault = world_.next();
    json::error_code error;
    const json::value asked = json::parse(body, error);
    if (!head.starts_with("POST /admin-api ") || error || !asked.is_object()) {
        send(socket, reply("nothing here", "404 Not Found", {}, 12));
        return true;
    }
    const std::string operation = text(asked.get_object(), "operationName");
    const json::object variables = asked.get_object().at("variables").get_object();
    const auto waitForItsEnd = [&] {
        pollfd wait{socket, POLLIN, 0};
        while (!stopping_ && poll(&wait, 1, 50) == 0) {
        }
        return false;
    };
    if (fault == Fault::Lost)
        return waitForItsEnd();
    if (fault == Fault::Fails) {
        const std::string said = failure("INTERNAL_SERVER_ERROR");
        send(socket,
             reply(said, operation == "PayOrder" ? "200 OK" : "500 Internal Server Error", {}, said.size()));
        return true;
    }
    if (fault == Fault::Garbage) {
        send(socket, reply("<html>502 {]", "200 OK", {}, 12));
        return true;
    }
    if (fault == Fault::Empty) {
        send(socket, reply(R"({"data":{}})", "200 OK", {}, 11));
        return true;
    }
    const std::lock_guard lock(world_.mutex);
    ++counts_[operation];
    std::string headers;
    std::string said;
    const bool known =
        !session_.empty() && (cookies_ ? headOf(head, "Cookie") == "session=" + session_
                                       : headOf(head, "Authorization") == "Bearer " + session_);
    if (operation == "SignIn") {
        const bool right = text(variables, "user") == user && text(variables, "password") == password;
        if (right) {
            session_ = "session-" + std::to_string(++signIns_);
            headers = cookies_ ? "set-cookie: session=" + session_ + "; path=/; httponly\r\n"
                               : "vendure-auth-token: " + session_ + "\r\n";
        }
        said = fault == Fault::SignedOut
                   ? failure("FORBIDDEN")
                   : dataOf("login", {{"__typename", right ? "CurrentUser" : "InvalidCredentialsError"}});
    } else if (fault == Fault::SignedOut || !known) {
        session_.clear();
        said = failure("FORBIDDEN");
    } else {
        said = act(operation, variables);
        if (done)
            done(operation);
    }
    if (fault == Fault::Done)
        return waitForItsEnd();
    const bool half = fault == Fault::Half;
    send(socket, reply(half ? said.substr(0, said.size() / 2) : said, "200 OK", headers, said.size()));
    return !half;
}

std::string VendurePeer::act(const std::string& operation, const Object& variables) {
    const std::string id = text(variables, "order");
    if (operation == "Products")
        return json::serialize(Object{{"data", products(variables)}});
    if (operation == "Variants")
        return json::serialize(Object{{"data", variants(variables)}});
    if (operation == "BeginOrder") {
        const std::string reference = "V" + std::to_string(++world_.names);
        world_.orders[reference];
        drafts_[reference];
        return dataOf("createDraftOrder", Object{{"id", reference}, {"code", reference}});
    }
    if (operation == "FindOrder") {
        json::array items;
        if (drafts_.contains(text(variables, "code")))
            items.push_back(orderOf(text(variables, "code")));
        return dataOf("orders", Object{{"items", items}});
    }
    if (operation == "FindCustomer")
        return dataOf("customers", Object{{"items", json::array{}}});
    if (!drafts_.contains(id))
        return failure("ENTITY_NOT_FOUND");
    Draft& draft = drafts_[id];
    if (operation == "AddLine")
        return dataOf("addItemToDraftOrder", setLine(variables, true));
    if (operation == "SetLine")
        return dataOf("adjustDraftOrderLine", setLine(variables, false));
    if (operation == "SetCustomer") {
        draft.customer = true;
        return dataOf("setCustomerForDraftOrder", changed(id));
    }
    if (operation == "SetAddress")
        return failure("USER_INPUT_ERROR"); // a country it does not know
    if (operation == "Shippings")
        return dataOf("eligibleShippingMethodsForDraftOrder",
                      json::array{Object{{"id", "1"}, {"code", "post"}, {"name", "Pasts"}},
                                  Object{{"id", "2"}, {"code", "courier"}, {"name", "Kurjers"}}});
    if (operation == "SetShipping") {
        draft.shipping = true;
        shipping_ = text(variables, "method");
        return dataOf("setDraftOrderShippingMethod", changed(id));
    }
    if (operation == "AddNote")
        return dataOf("addNoteToOrder", Object{{"id", id}});
    if (operation == "MoveOrder")
        return dataOf("transitionOrderToState", move(variables));
    if (operation == "PayOrder") {
        if (draft.state != "ArrangingPayment")
            return dataOf("addManualPaymentToOrder", problem("ManualPaymentStateError"));
        draft.state = "PaymentSettled";
        world_.take(world_.orders[id]);
        world_.orders[id].payment = text(variables, "number");
        return dataOf("addManualPaymentToOrder", changed(id));
    }
    if (operation == "DropDraft") {
        if (draft.state == "Draft") {
            drafts_.erase(id);
            world_.orders.erase(id);
        }
        return dataOf("deleteDraftOrder", Object{{"result", "DELETED"}});
    }
    if (operation == "CancelOrder") {
        if (draft.state == "Draft")
            return dataOf("cancelOrder", problem("OrderStateTransitionError"));
        draft.state = "Cancelled";
        world_.giveBack(world_.orders[id]);
        return dataOf("cancelOrder", changed(id));
    }
    return failure("GRAPHQL_VALIDATION_FAILED");
}

json::object VendurePeer::variantOf(const std::string& sku, const ShopWorld::Good& good) const {
    // As two places hold it, with one piece below which nothing is sold.
    json::array levels{Object{{"stockOnHand", good.onHand + 1}, {"stockAllocated", good.taken}},
                       Object{{"stockOnHand", 0}, {"stockAllocated", 0}}};
    json::array options;
    if (!good.label.empty())
        options.push_back(Object{{"name", good.label}});
    return {{"id", "id-" + sku},
            {"sku", sku},
            {"priceWithTax", good.priceMinor},
            {"currencyCode", "EUR"},
            {"product", Object{{"name", good.product}, {"enabled", true}}},
            {"options", options},
            {"enabled", good.sold},
            {"trackInventory", good.counted ? "INHERIT" : "FALSE"},
            {"outOfStockThreshold", 7},
            {"useGlobalOutOfStockThreshold", true},
            {"stockLevels", levels}};
}

json::object VendurePeer::products(const Object& variables) const {
    json::array items;
    std::int64_t index = 0;
    for (const auto& [sku, good] : world_.goods) {
        if (index >= number(variables, "skip") && items.size() < page)
            items.push_back(variantOf(sku, good));
        ++index;
    }
    return {{"globalSettings", Object{{"trackInventory", true}, {"outOfStockThreshold", 1}}},
            {"productVariants", Object{{"totalItems", index}, {"items", items}}}};
}

json::object VendurePeer::variants(const Object& variables) const {
    json::array items;
    for (const json::value& sku : variables.at("skus").get_array()) {
        const auto good = world_.goods.find(std::string(sku.get_string()));
        if (good != world_.goods.end() && items.size() < page)
            items.push_back(variantOf(good->first, good->second));
    }
    return {{"globalSettings", Object{{"trackInventory", true}, {"outOfStockThreshold", 1}}},
            {"productVariants", Object{{"items", items}}}};
}

json::object VendurePeer::orderOf(const std::string& reference) const {
    const Draft& draft = drafts_.at(reference);
    json::array lines;
    for (const auto& [sku, pieces] : world_.orders.at(reference).lines)
        lines.push_back(
            Object{{"id", "line-" + sku}, {"quantity", pieces}, {"productVariant", Object{{"sku", sku}}}});
    return {{"id", reference}, {"code", reference}, {"state", draft.state}, {"lines", lines}};
}

json::object VendurePeer::changed(const std::string& reference) const {
    Object order = orderOf(reference);
    order["__typename"] = "Order";
    return order;
}

json::object VendurePeer::setLine(const Object& variables, bool add) {
    const std::string id = text(variables, "order");
    const std::string sku = add ? text(variables, "variant").substr(3) : text(variables, "line").substr(5);
    const std::int64_t free = ShopWorld::freeOf(world_.goods[sku]);
    std::int64_t& pieces = world_.orders[id].lines[sku];
    const std::int64_t wanted = number(variables, "quantity") + (add ? pieces : 0);
    if (drafts_[id].state != "Draft")
        return problem("OrderModificationError");
    pieces = std::min(wanted, free); // Vendure adds what there is, and says that it was not enough.
    if (wanted <= free)
        return changed(id);
    Object few = problem("InsufficientStockError");
    few["quantityAvailable"] = free;
    return few;
}

json::object VendurePeer::move(const Object& variables) {
    const std::string id = text(variables, "order");
    Draft& draft = drafts_[id];
    const ShopWorld::Entry& entry = world_.orders[id];
    const bool enough = std::ranges::all_of(entry.lines, [this](const auto& line) {
        return ShopWorld::freeOf(world_.goods[line.first]) >= line.second;
    });
    if (draft.state != "Draft" || text(variables, "state") != "ArrangingPayment" || !draft.customer ||
        !draft.shipping || entry.lines.empty() || !enough)
        return problem("OrderStateTransitionError");
    draft.state = "ArrangingPayment";
    return changed(id);
}

} // namespace vitrina::test
