// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/shop/ServerPluginContext.hpp"

#include <algorithm>
#include <cctype>

#include <curl/curl.h>

namespace vitrina::server {

namespace {

constexpr std::size_t mostBody = 8u << 20;
constexpr long connectMs = 5'000;
/// Shorter ones would star out words that are no secret.
constexpr std::size_t shortestSecret = 4;

/// Host and what is before it, of an address this is allowed to call.
struct Target {
    bool tls = false;
    std::string host;
};

Target targetOf(const std::string& url) {
    Target target;
    const std::size_t start = url.find("://");
    if (start == std::string::npos)
        return target;
    target.tls = url.starts_with("https://");
    const std::string rest = url.substr(start + 3, url.find_first_of("/?#", start + 3) - start - 3);
    if (rest.find('@') != std::string::npos)
        return target;
    target.host = rest.starts_with("[") ? rest.substr(0, rest.find(']') + 1) : rest.substr(0, rest.find(':'));
    return target;
}

struct Received {
    extension::HttpReply reply;
    bool tooLong = false;
};

std::size_t takeBody(char* bytes, std::size_t size, std::size_t count, void* to) {
    auto& received = *static_cast<Received*>(to);
    if (received.reply.body.size() + size * count > mostBody) {
        received.tooLong = true;
        return 0;
    }
    received.reply.body.append(bytes, size * count);
    return size * count;
}

std::size_t takeHeader(char* bytes, std::size_t size, std::size_t count, void* to) {
    const std::string_view line(bytes, size * count);
    const std::size_t colon = line.find(": ");
    if (colon != std::string_view::npos) {
        std::string name(line.substr(0, colon));
        std::ranges::transform(name, name.begin(),
                               [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        std::string value(line.substr(colon + 2));
        value.erase(value.find_last_not_of("\r\n ") + 1);
        static_cast<Received*>(to)->reply.headers.emplace_back(std::move(name), std::move(value));
    }
    return size * count;
}

/// Asked at least once a second, also while nothing comes.
int breakOff(void* stopping, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
    return *static_cast<const std::atomic<bool>*>(stopping) ? 1 : 0;
}

} // namespace

bool mayCarryPassword(const std::string& url) {
    const Target target = targetOf(url);
    const bool known = url.starts_with("https://") || url.starts_with("http://");
    const bool here = target.host == "127.0.0.1" || target.host == "localhost" || target.host == "[::1]";
    return known && !target.host.empty() && (target.tls || here);
}

struct ServerPluginContext::Curl {
    using List = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

    Curl() : global(curl_global_init(CURL_GLOBAL_DEFAULT)), handle(curl_easy_init(), curl_easy_cleanup) {}
    ~Curl() {
        handle.reset();
        curl_global_cleanup();
    }
    Curl(const Curl&) = delete;
    Curl& operator=(const Curl&) = delete;

    CURLcode global;
    std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> handle;
};

ServerPluginContext::ServerPluginContext(std::string plugin, extension::Access access, const Clock& clock,
                                         const std::atomic<bool>& stopping)
    : plugin_(std::move(plugin)), access_(std::move(access)), clock_(clock), stopping_(stopping),
      curl_(std::make_unique<Curl>()) {
    keepSecret(access_.password);
}

ServerPluginContext::~ServerPluginContext() = default;

Result<extension::HttpReply> ServerPluginContext::send(const extension::HttpRequest& request) {
    if (!mayCarryPassword(request.url))
        return fail(ErrorCode::NotAuthorised, "the shop's address has to begin with https://");
    CURL* curl = curl_->handle.get();
    Curl::List headers(nullptr, curl_slist_free_all);
    const auto add = [&](const std::string& line) {
        if (curl_slist* longer = curl_slist_append(headers.get(), line.c_str())) {
            static_cast<void>(headers.release());
            headers.reset(longer);
        }
    };
    for (const auto& [name, value] : request.headers)
        add(name + ": " + value);
    add("Expect:"); // No "100 Continue" first.
    Received received;
    const auto set = [&](CURLoption option, auto value) {
        curl_easy_setopt(curl, option, value);
    };
    curl_easy_reset(curl); // Keeps the connection.
    set(CURLOPT_URL, request.url.c_str());
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_PROXY, "");
    set(CURLOPT_CUSTOMREQUEST, request.method.c_str());
    if (request.method != "GET") {
        set(CURLOPT_POSTFIELDS, request.body.data());
        set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
    }
    set(CURLOPT_HTTPHEADER, headers.get());
    set(CURLOPT_WRITEFUNCTION, &takeBody);
    set(CURLOPT_WRITEDATA, &received);
    set(CURLOPT_HEADERFUNCTION, &takeHeader);
    set(CURLOPT_HEADERDATA, &received);
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_CONNECTTIMEOUT_MS, std::min<long>(connectMs, request.timeoutMs));
    set(CURLOPT_TIMEOUT_MS, static_cast<long>(request.timeoutMs));
    set(CURLOPT_NOPROGRESS, 0L);
    set(CURLOPT_XFERINFOFUNCTION, &breakOff);
    set(CURLOPT_XFERINFODATA, const_cast<std::atomic<bool>*>(&stopping_));
    const CURLcode code = curl_easy_perform(curl);
    if (received.tooLong)
        return fail(ErrorCode::ShopUnreachable, "the answer is too long");
    if (code != CURLE_OK)
        return fail(ErrorCode::ShopUnreachable, curl_easy_strerror(code));
    long status = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    received.reply.status = static_cast<int>(status);
    return std::move(received.reply);
}

void ServerPluginContext::keepSecret(std::string secret) {
    if (secret.size() >= shortestSecret && std::ranges::find(secrets_, secret) == secrets_.end())
        secrets_.push_back(std::move(secret));
}

std::string ServerPluginContext::withoutSecrets(std::string_view text) const {
    std::string clean(text);
    for (const std::string& secret : secrets_) {
        for (std::size_t at = clean.find(secret); at != std::string::npos; at = clean.find(secret, at))
            clean.replace(at, secret.size(), "***");
    }
    return clean;
}

void ServerPluginContext::log(LogLevel level, std::string_view text) {
    vitrina::log(level, plugin_, withoutSecrets(text));
}

} // namespace vitrina::server
