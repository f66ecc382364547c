// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/Reachable.hpp"

#include "base/Log.hpp"
#include "protocol/PairingCode.hpp"
#include "wire/Probe.hpp"

#include <QFile>
#include <QUrl>

namespace vitrina::studio {

namespace {

constexpr std::int64_t pairMs = 20'000;
constexpr std::int64_t probeMs = 8'000;
constexpr int lookAgainMs = 60'000;
constexpr int httpsPort = 443;

} // namespace

Result<link::PairedServer> pairAndKeep(const std::string& code, const QString& file) {
    const auto read = protocol::decodePairingCode(code);
    if (!read)
        return read.error();
    auto server = link::pairWith(*read, pairMs);
    if (!server)
        return server;
    if (const auto kept = link::keepPairedServer(file.toStdString(), *server); !kept)
        return kept.error();
    return server;
}

Reachable::Reachable(QString file, std::optional<link::PairedServer> paired, control::Dispatcher& dispatcher)
    : file_(std::move(file)), paired_(std::move(paired)), dispatcher_(dispatcher) {
    if (paired_)
        reach_.elsewhere = paired_->address.host;
    threads_.setMaxThreadCount(2);
    lookAgain_.setInterval(lookAgainMs);
    connect(&lookAgain_, &QTimer::timeout, this, &Reachable::look);
}

Reachable::~Reachable() {
    // What they would post comes to nobody; they end by their own time limits.
    threads_.clear();
    threads_.waitForDone();
}

void Reachable::linkSaid(const link::Status& status) {
    const QUrl url(QString::fromStdString(status.url));
    if (url.scheme() == QLatin1String("http"))
        localPort_ = url.port();
    control::Reach next = reach_;
    next.url = status.url;
    next.fingerprint = status.fingerprint;
    next.words = status.words;
    next.phonesError = status.phones;
    if (paired_ && status.health == link::Health::Up && !lookAgain_.isActive()) {
        lookAgain_.start();
        look();
    }
    if (next == reach_)
        return;
    reach_ = std::move(next);
    emit changed();
}

void Reachable::letPhonesIn(bool on) {
    if (on == reach_.phones || paired_)
        return; // A server elsewhere is reached by its own name.
    reach_.phones = on;
    reach_.phonesError = {};
    if (tellPhones_)
        tellPhones_(on);
    emit changed();
}

/// Whether viewers get to the paired server by its public name: asked from here, as a viewer would.
void Reachable::look() {
    const QUrl url(QString::fromStdString(paired_->url));
    if (looking_ || url.host().isEmpty())
        return;
    looking_ = true;
    threads_.start([this, host = url.host().toStdString(), port = url.port(httpsPort)] {
        const wire::Probed seen = wire::probe(host, port, probeMs);
        QMetaObject::invokeMethod(
            this,
            [this, seen, host] {
                looking_ = false;
                if (seen == wire::Probed::Good)
                    dispatcher_.faultCleared("page");
                else
                    dispatcher_.faultRaised("page",
                                            seen == wire::Probed::Untrusted ? ErrorCode::NotAuthorised
                                                                            : ErrorCode::LinkDown,
                                            host);
            },
            Qt::QueuedConnection);
    });
}

void Reachable::pair(const std::string& code, Done done) {
    threads_.start([this, code, done = std::move(done)] {
        const auto server = pairAndKeep(code, file_);
        std::optional<Error> failed;
        if (!server)
            failed = server.error();
        QMetaObject::invokeMethod(
            this,
            [this, failed, done, name = server ? server->address.host : std::string()] {
                if (failed) {
                    logWarning("studio", "not paired: " + failed->detail);
                } else {
                    reach_.nextTime = name;
                    emit changed();
                }
                done(failed);
            },
            Qt::QueuedConnection);
    });
}

void Reachable::forgetServer() {
    reach_.nextTime.clear();
    emit changed();
    threads_.start([file = file_] { QFile::remove(file); });
}

} // namespace vitrina::studio
