// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/mail/Mailer.hpp"

#include "base/Log.hpp"
#include "record/Json.hpp"

#include <algorithm>
#include <chrono>
#include <cstring>
#include <fstream>
#include <memory>
#include <sstream>

#include <curl/curl.h>
#include <sys/stat.h>

namespace vitrina::server {

namespace {

std::int64_t monotonicMs() {
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

struct Upload {
    std::string_view rest;
};

std::size_t readMore(char* buffer, std::size_t size, std::size_t count, void* upload) {
    std::string_view& rest = static_cast<Upload*>(upload)->rest;
    const std::size_t now = std::min(size * count, rest.size());
    std::memcpy(buffer, rest.data(), now);
    rest.remove_prefix(now);
    return now;
}

/// Asked at least once a second, also while nothing comes.
int breakOff(void* stopping, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
    return *static_cast<const std::atomic<bool>*>(stopping) ? 1 : 0;
}

std::string textIn(const boost::json::object& object, std::string_view name) {
    const boost::json::value* value = object.if_contains(boost::json::string_view(name.data(), name.size()));
    return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

bool isLoopback(const std::string& url) {
    return url.starts_with("smtp://127.0.0.1:") || url.starts_with("smtp://localhost:");
}

} // namespace

Result<SmtpSettings> readSmtpSettings(const std::string& path) {
    struct stat status {};
    if (stat(path.c_str(), &status) != 0)
        return fail(ErrorCode::FileUnreadable, path);
    if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        return fail(ErrorCode::NotAuthorised,
                    path + ": a file with a password is for its owner only (chmod 600)");
    std::ifstream file(path);
    std::ostringstream text;
    text << file.rdbuf();
    const auto json = record::parseJson(text.str());
    const boost::json::object* object = json ? json->if_object() : nullptr;
    if (!object)
        return fail(ErrorCode::BadFormat, path + ": no JSON object");
    SmtpSettings settings{textIn(*object, "url"), textIn(*object, "user"), textIn(*object, "password"),
                          textIn(*object, "from")};
    const bool known = settings.url.starts_with("smtps://") || settings.url.starts_with("smtp://");
    if (!known || settings.from.find('@') == std::string::npos ||
        settings.from.find_first_of("\r\n<>") != std::string::npos)
        return fail(ErrorCode::BadFormat,
                    path + R"(: needs "url" (smtps://HOST:465 or smtp://HOST:587) and "from")");
    return settings;
}

Mailer::Mailer(SmtpSettings settings, MailLimits limits)
    : settings_(std::move(settings)), limits_(std::move(limits)) {
    curl_global_init(CURL_GLOBAL_DEFAULT);
    thread_ = std::thread([this] { loop(); });
}

Mailer::~Mailer() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    wake_.notify_one();
    thread_.join();
    curl_global_cleanup();
}

void Mailer::add(Mail mail) {
    {
        const std::lock_guard lock(mutex_);
        if (queue_.size() >= limits_.queue) {
            ++counts_.givenUp;
            return;
        }
        queue_.push_back({std::move(mail), 0, 0});
    }
    wake_.notify_one();
}

Mailer::Counts Mailer::counts() const {
    const std::lock_guard lock(mutex_);
    return counts_;
}

void Mailer::loop() {
    std::unique_lock lock(mutex_);
    while (!stopping_) {
        const auto next = std::ranges::min_element(queue_, {}, &Waiting::dueMs);
        const std::int64_t now = monotonicMs();
        if (next == queue_.end()) {
            wake_.wait(lock);
        } else if (next->dueMs > now) {
            wake_.wait_for(lock, std::chrono::milliseconds(next->dueMs - now));
        } else {
            Waiting waiting = std::move(*next);
            queue_.erase(next);
            lock.unlock();
            deliver(std::move(waiting));
            lock.lock();
        }
    }
}

void Mailer::deliver(Waiting waiting) {
    const std::string problem = attempt(waiting.mail);
    const std::lock_guard lock(mutex_);
    ++counts_.attempts;
    if (problem.empty()) {
        ++counts_.sent;
    } else if (waiting.tries < limits_.retryAfterMs.size()) {
        waiting.dueMs = monotonicMs() + limits_.retryAfterMs[waiting.tries++];
        queue_.push_back(std::move(waiting));
    } else if (!stopping_) {
        ++counts_.givenUp;
        logWarning("mail", "a confirmation was not sent: " + problem);
    }
}

std::string Mailer::attempt(const Mail& mail) const {
    const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl(curl_easy_init(), curl_easy_cleanup);
    const std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> to(
        curl_slist_append(nullptr, ("<" + mail.to + ">").c_str()), curl_slist_free_all);
    if (!curl || !to)
        return "no memory";
    Upload upload{mail.message};
    const std::string from = "<" + settings_.from + ">";
    const auto set = [&](CURLoption option, auto value) {
        curl_easy_setopt(curl.get(), option, value);
    };
    set(CURLOPT_URL, settings_.url.c_str());
    set(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    // A password and an address never travel in the open, but to a server on this machine.
    set(CURLOPT_USE_SSL, isLoopback(settings_.url) ? long(CURLUSESSL_TRY) : long(CURLUSESSL_ALL));
    if (!settings_.user.empty()) {
        set(CURLOPT_USERNAME, settings_.user.c_str());
        set(CURLOPT_PASSWORD, settings_.password.c_str());
    }
    set(CURLOPT_MAIL_FROM, from.c_str());
    set(CURLOPT_MAIL_RCPT, to.get());
    set(CURLOPT_READFUNCTION, &readMore);
    set(CURLOPT_READDATA, &upload);
    set(CURLOPT_UPLOAD, 1L);
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(std::min<std::int64_t>(limits_.attemptMs, 10'000)));
    set(CURLOPT_TIMEOUT_MS, static_cast<long>(limits_.attemptMs));
    set(CURLOPT_NOPROGRESS, 0L);
    set(CURLOPT_XFERINFOFUNCTION, &breakOff);
    set(CURLOPT_XFERINFODATA, const_cast<std::atomic<bool>*>(&stopping_));
    const CURLcode code = curl_easy_perform(curl.get());
    return code == CURLE_OK ? std::string() : curl_easy_strerror(code);
}

} // namespace vitrina::server
