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

constexpr std::size_t longestAnswer = 200;

std::int64_t wallMs() {
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

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
int breakOff(void* wanted, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
    return *static_cast<const std::atomic<bool>*>(wanted) ? 1 : 0;
}

/// Keeps the newest line with which the mail server refused something ("550 5.1.1 unknown").
std::size_t noteAnswer(char* bytes, std::size_t size, std::size_t count, void* answer) {
    const std::string_view line(bytes, size * count);
    if (line.starts_with('4') || line.starts_with('5'))
        *static_cast<std::string*>(answer) =
            line.substr(0, std::min(line.find_first_of("\r\n"), longestAnswer));
    return line.size();
}

/// A refusal may name whom the mail was for.
std::string withoutAddresses(const std::string& text) {
    std::istringstream in(text);
    std::string out;
    for (std::string word; in >> word;)
        out += (out.empty() ? "" : " ") + (word.find('@') == std::string::npos ? word : "…");
    return out;
}

std::string textIn(const boost::json::object& object, std::string_view name) {
    const boost::json::value* value = object.if_contains(boost::json::string_view(name.data(), name.size()));
    return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

bool isLoopback(const std::string& url) {
    return url.starts_with("smtp://127.0.0.1:") || url.starts_with("smtp://localhost:");
}

} // namespace

bool isMailAddress(const std::string& text) {
    const auto at = text.find('@');
    return at != std::string::npos && at > 0 && at + 1 < text.size() &&
           std::ranges::none_of(text, [](unsigned char c) { return c <= ' ' || c == '<' || c == '>'; });
}

Result<void> checkMailWay(const MailWay& way) {
    const bool known = way.url.starts_with("smtps://") || way.url.starts_with("smtp://");
    if (!known || !isMailAddress(way.from))
        return fail(ErrorCode::BadFormat, R"(needs "url" (smtps://HOST:465 or smtp://HOST:587) and "from")");
    return {};
}

Result<MailWay> readMailWay(const std::string& path) {
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
    MailWay way{textIn(*object, "url"), textIn(*object, "user"), textIn(*object, "password"),
                textIn(*object, "from")};
    if (const auto checked = checkMailWay(way); !checked)
        return fail(checked.error().code, path + ": " + checked.error().detail);
    return way;
}

Mailer::Mailer(MailLimits limits) : limits_(std::move(limits)) {
    thread_ = std::thread([this] { loop(); });
}

Mailer::~Mailer() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
        breakOff_ = true;
    }
    wake_.notify_one();
    thread_.join();
}

void Mailer::setWay(std::optional<MailWay> way) {
    {
        const std::lock_guard lock(mutex_);
        const auto checked = way ? checkMailWay(*way) : Result<void>();
        way_ = checked ? std::move(way) : std::nullopt;
        counts_ = {};
        if (!checked)
            counts_.error = checked.error();
        breakOff_ = true;
        for (Waiting& waiting : queue_) {
            waiting.tries = 0;
            waiting.dueMs = 0;
        }
    }
    wake_.notify_one();
}

std::string Mailer::from() const {
    const std::lock_guard lock(mutex_);
    return way_ ? way_->from : std::string();
}

void Mailer::add(Mail mail, Done done) {
    ErrorCode refused = ErrorCode::None;
    {
        const std::lock_guard lock(mutex_);
        if (!way_) {
            refused = ErrorCode::BadRequest;
        } else if (queue_.size() >= limits_.queue) {
            ++counts_.givenUp;
            refused = ErrorCode::Busy;
        } else {
            queue_.push_back({std::move(mail), std::move(done), false, 0, 0});
        }
    }
    if (refused == ErrorCode::None)
        wake_.notify_one();
    else if (done)
        done(fail(refused));
}

void Mailer::look() {
    {
        const std::lock_guard lock(mutex_);
        std::erase_if(queue_, [](const Waiting& waiting) { return waiting.mail.to.empty(); });
        queue_.push_front({{}, {}, false, 0, 0});
    }
    wake_.notify_one();
}

void Mailer::test(Mail mail, Done done) {
    {
        const std::lock_guard lock(mutex_);
        queue_.push_front({std::move(mail), std::move(done), true, 0, 0});
    }
    wake_.notify_one();
}

Mailer::Counts Mailer::counts() const {
    const std::lock_guard lock(mutex_);
    return counts_;
}

void Mailer::loop() {
    curl_global_init(CURL_GLOBAL_DEFAULT);
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
            const std::optional<MailWay> way = way_;
            breakOff_ = false;
            lock.unlock();
            if (way)
                deliver(std::move(waiting), *way);
            else if (waiting.done)
                waiting.done(fail(ErrorCode::BadRequest, "no mail server is set"));
            lock.lock();
        }
    }
    curl_global_cleanup();
}

void Mailer::deliver(Waiting waiting, const MailWay& way) {
    const Error problem = attempt(waiting.mail, way);
    const Done done = waiting.done;
    if (over(std::move(waiting), problem) && done)
        done(problem);
}

/// Whether nothing more is to come of it.
bool Mailer::over(Waiting waiting, const Error& problem) {
    const std::lock_guard lock(mutex_);
    const bool sent = problem.code == ErrorCode::None;
    if (breakOff_ && !sent) {
        // Nothing is learnt of a way that is no more.
        if (!waiting.test) {
            waiting.tries = 0;
            waiting.dueMs = 0;
            queue_.push_back(std::move(waiting));
            return false;
        }
        return true;
    }
    const bool look = waiting.mail.to.empty();
    counts_.error = {problem.code, withoutAddresses(problem.detail)};
    if (!look)
        ++counts_.attempts;
    if (!look || !sent)
        counts_.lastMs = wallMs();
    if (sent) {
        counts_.sent += look ? 0 : 1;
    } else if (!waiting.test && waiting.tries < limits_.retryAfterMs.size()) {
        waiting.dueMs = monotonicMs() + limits_.retryAfterMs[waiting.tries++];
        queue_.push_back(std::move(waiting));
        return false;
    } else if (!waiting.test && !look) {
        ++counts_.givenUp;
        logWarning("mail", "a confirmation was not sent: " + std::string(errorName(problem.code)));
    }
    return true;
}

Error Mailer::attempt(const Mail& mail, const MailWay& way) const {
    const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl(curl_easy_init(), curl_easy_cleanup);
    const std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> to(
        curl_slist_append(nullptr, ("<" + mail.to + ">").c_str()), curl_slist_free_all);
    if (!curl || !to)
        return fail(ErrorCode::Internal, "no memory");
    Upload upload{mail.message};
    const std::string from = "<" + way.from + ">";
    const auto set = [&](CURLoption option, auto value) {
        curl_easy_setopt(curl.get(), option, value);
    };
    set(CURLOPT_URL, way.url.c_str());
    set(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    // A password and an address never travel in the open, but to a server on this machine.
    set(CURLOPT_USE_SSL, isLoopback(way.url) ? long(CURLUSESSL_TRY) : long(CURLUSESSL_ALL));
    if (!way.user.empty()) {
        set(CURLOPT_USERNAME, way.user.c_str());
        set(CURLOPT_PASSWORD, way.password.c_str());
    }
    if (mail.to.empty()) {
        set(CURLOPT_CUSTOMREQUEST, "NOOP");
        set(CURLOPT_NOBODY, 1L);
    } else {
        set(CURLOPT_MAIL_FROM, from.c_str());
        set(CURLOPT_MAIL_RCPT, to.get());
        set(CURLOPT_READFUNCTION, &readMore);
        set(CURLOPT_READDATA, &upload);
        set(CURLOPT_UPLOAD, 1L);
    }
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(std::min<std::int64_t>(limits_.attemptMs, 10'000)));
    set(CURLOPT_TIMEOUT_MS, static_cast<long>(limits_.attemptMs));
    set(CURLOPT_NOPROGRESS, 0L);
    set(CURLOPT_XFERINFOFUNCTION, &breakOff);
    set(CURLOPT_XFERINFODATA, const_cast<std::atomic<bool>*>(&breakOff_));
    std::string answer;
    set(CURLOPT_HEADERFUNCTION, &noteAnswer);
    set(CURLOPT_HEADERDATA, &answer);
    const CURLcode code = curl_easy_perform(curl.get());
    if (code == CURLE_OK)
        return {};
    // 4xx and 5xx are the mail server's own words; without them it was not got hold of, or hung up.
    const bool refused = !answer.empty() || code == CURLE_LOGIN_DENIED || code == CURLE_USE_SSL_FAILED;
    return fail(refused ? ErrorCode::MailRefused : ErrorCode::MailUnreachable,
                answer.empty() ? curl_easy_strerror(code) : answer);
}

} // namespace vitrina::server
