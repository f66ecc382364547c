// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/vendure/AdminApi.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>

namespace vitrina::vendure {

namespace {

namespace json = boost::json;

constexpr std::int64_t timeoutMs = 15'000;
constexpr std::size_t deepest = 24;

constexpr Operation signingIn{
    "SignIn", "mutation SignIn($user: String!, $password: String!) { login(username: $user, password: "
              "$password, rememberMe: true) { __typename } }"};

/// Wherever the host has copied it from: the shop's address, its admin page, the API itself.
std::string apiOf(std::string url) {
    while (url.ends_with('/'))
        url.pop_back();
    return url.ends_with("/admin-api") ? url : url + "/admin-api";
}

json::string_view view(std::string_view text) {
    return {text.data(), text.size()};
}

std::string headerOf(const extension::HttpReply& reply, std::string_view name) {
    const auto found = std::ranges::find(reply.headers, name, &std::pair<std::string, std::string>::first);
    return found == reply.headers.end() ? std::string() : found->second;
}

std::string cookiesOf(const extension::HttpReply& reply) {
    std::string all;
    for (const auto& [name, value] : reply.headers) {
        if (name == "set-cookie")
            all += (all.empty() ? "" : "; ") + value.substr(0, value.find(';'));
    }
    return all;
}

/// The first error's code; empty: there is none.
std::string errorCodeOf(const json::object& answer) {
    const json::array* errors = arrayIn(answer, "errors");
    if (!errors || errors->empty())
        return {};
    const json::object* first = errors->front().if_object();
    const json::object* more = first ? objectIn(*first, "extensions") : nullptr;
    const std::string code = more ? textIn(*more, "code") : std::string();
    const bool plain = !code.empty() && code.size() < 60 &&
                       code.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789") == std::string::npos;
    return plain ? code : "UNKNOWN_ERROR";
}

} // namespace

const json::object* objectIn(const json::object& in, std::string_view name) {
    const json::value* value = in.if_contains(view(name));
    return value ? value->if_object() : nullptr;
}

const json::array* arrayIn(const json::object& in, std::string_view name) {
    const json::value* value = in.if_contains(view(name));
    return value ? value->if_array() : nullptr;
}

std::string textIn(const json::object& in, std::string_view name) {
    const json::value* value = in.if_contains(view(name));
    return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

std::int64_t numberIn(const json::object& in, std::string_view name) {
    const json::value* value = in.if_contains(view(name));
    if (!value)
        return 0;
    if (value->is_double())
        return static_cast<std::int64_t>(value->get_double());
    return value->is_int64() ? value->get_int64() : 0;
}

bool flagIn(const json::object& in, std::string_view name) {
    const json::value* value = in.if_contains(view(name));
    return value && value->is_bool() && value->get_bool();
}

Error unreadable(const Operation& operation) {
    return fail(ErrorCode::ShopUnreachable,
                "an answer that can't be read (" + std::string(operation.name) + ")");
}

AdminApi::AdminApi(extension::PluginContext& context)
    : context_(context), url_(apiOf(context.access().url)) {}

Result<AdminApi::Answer> AdminApi::post(const Operation& operation, const json::object& variables) {
    const json::object body{
        {"operationName", view(operation.name)}, {"query", view(operation.query)}, {"variables", variables}};
    extension::HttpRequest request;
    request.url = url_;
    request.headers = {{"Content-Type", "application/json"}, {"Accept", "application/json"}};
    if (!token_.empty())
        request.headers.emplace_back("Authorization", "Bearer " + token_);
    if (!cookie_.empty())
        request.headers.emplace_back("Cookie", cookie_);
    request.body = json::serialize(body);
    request.timeoutMs = timeoutMs;
    auto reply = context_.send(request);
    if (!reply)
        return reply.error();
    json::parse_options options;
    options.max_depth = deepest;
    json::error_code error;
    const json::value parsed = json::parse(reply->body, error, {}, options);
    const json::object* answer = error ? nullptr : parsed.if_object();
    const std::string code = answer ? errorCodeOf(*answer) : std::string();
    if (code == "FORBIDDEN" || reply->status == 401 || reply->status == 403)
        return Answer{Session::Over, {}, {}};
    if (reply->status == 500 || code == "INTERNAL_SERVER_ERROR")
        return fail(ErrorCode::Internal, "the shop has a fault (" + std::string(operation.name) + ")");
    if (!code.empty())
        return fail(ErrorCode::ShopRefused, code + " (" + std::string(operation.name) + ")");
    const json::object* data = answer ? objectIn(*answer, "data") : nullptr;
    if (!data || reply->status != 200)
        return fail(ErrorCode::ShopUnreachable,
                    "no Vendure answers there (" + std::to_string(reply->status) + ")");
    return Answer{Session::Good, *data, std::move(*reply)};
}

Result<void> AdminApi::signIn() {
    token_.clear();
    cookie_.clear();
    const extension::Access& access = context_.access();
    auto answer = post(signingIn, {{"user", access.user}, {"password", access.password}});
    if (!answer)
        return answer.error();
    const json::object* login = objectIn(answer->data, "login");
    const std::string type = login ? textIn(*login, "__typename") : std::string();
    if (answer->session == Session::Over || type.ends_with("Error"))
        return fail(ErrorCode::NotAuthorised, "the shop does not know this user with this password");
    if (type != "CurrentUser")
        return unreadable(signingIn);
    token_ = headerOf(answer->reply, "vendure-auth-token");
    cookie_ = cookiesOf(answer->reply);
    context_.keepSecret(token_);
    if (token_.empty() && cookie_.empty())
        return fail(ErrorCode::NotAuthorised, "the shop opens no session");
    return {};
}

Result<json::object> AdminApi::ask(const Operation& operation, json::object variables) {
    const bool fresh = token_.empty() && cookie_.empty();
    if (fresh) {
        if (auto done = signIn(); !done)
            return done.error();
    }
    auto answer = post(operation, variables);
    if (answer && answer->session == Session::Over && !fresh) {
        if (auto done = signIn(); !done)
            return done.error();
        answer = post(operation, variables);
    }
    if (!answer)
        return answer.error();
    if (answer->session == Session::Over)
        return fail(ErrorCode::NotAuthorised,
                    "this user may not do that in the shop (" + std::string(operation.name) + ")");
    return std::move(answer->data);
}

} // namespace vitrina::vendure
