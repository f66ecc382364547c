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

Result<link::PairedServer> pairAndKeep(const std::string& code, const QString& file,
                                       const std::atomic<bool>* cancelled) {
    const auto read = protocol::decodePairingCode(code);
    if (!read)
        return read.error();
    auto server = link::pairWith(*read, pairMs, cancelled);
    if (!server)
        return server;
    if (const auto kept = link::keepPairedServer(file.toStdString(), *server); !kept)
        return kept.error();
    return server;
}

Reachable::Reachable(QString file, std::optional<link::PairedServer> paired,
                     std::optional<link::PairedServer> kept, control::Dispatcher& dispatcher)
    : file_(std::move(file)), paired_(std::move(paired)), kept_(std::move(kept)), dispatcher_(dispatcher) {
    if (paired_)
        reach_.elsewhere = paired_->address.host;
    if (kept_ && kept_ != paired_)
        reach_.nextTime = kept_->address.host;
    threads_.setMaxThreadCount(1); // pairing and forgetting in the order they were asked for
    lookers_.setMaxThreadCount(1);
    lookAgain_.setInterval(lookAgainMs);
    connect(&lookAgain_, &QTimer::timeout, this, &Reachable::look);
}

Reachable::~Reachable() {
    // What they would post comes to nobody.
    over_ = true;
    for (QThreadPool* pool : {&threads_, &lookers_}) {
        pool->clear();
        pool->waitForDone();
    }
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
    const QUrl url(paired_ ? QString::fromStdString(paired_->url) : QString());
    if (looking_ || url.host().isEmpty())
        return;
    looking_ = true;
    lookers_.start([this, host = url.host().toStdString(), port = url.port(httpsPort)] {
        const wire::Probed seen = wire::probe(host, port, probeMs, over_);
        QMetaObject::invokeMethod(
            this,
            [this, seen, host] {
                looking_ = false;
                if (!paired_)
                    return;
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
        const auto server = pairAndKeep(code, file_, &over_);
        std::optional<Error> failed;
        if (!server)
            failed = server.error();
        QMetaObject::invokeMethod(
            this,
            [this, failed, done, kept = server ? std::optional(*server) : std::nullopt] {
                if (failed) {
                    logWarning("studio", "not paired: " + failed->detail);
                } else {
                    kept_ = kept;
                    reach_.nextTime = kept->address.host;
                    emit changed();
                }
                done(failed);
            },
            Qt::QueuedConnection);
    });
}

void Reachable::setMover(ShowMover& mover) {
    mover_ = &mover;
    connect(&mover, &ShowMover::progressed, this, [this](int percent, bool decided) {
        reach_.movingPercent = percent;
        reach_.movingDecided = decided;
        emit changed();
    });
    connect(&mover, &ShowMover::arrived, this, &Reachable::arrived);
    connect(&mover, &ShowMover::stayed, this, [this](const Error& why) {
        reach_.movingPercent = -1;
        reach_.movingDecided = false;
        reach_.moveError = why;
        emit changed();
    });
}

void Reachable::arrived(const std::optional<link::PairedServer>& at) {
    paired_ = at;
    reach_.movingPercent = -1;
    reach_.movingDecided = false;
    reach_.moveError = {};
    reach_.elsewhere = at ? at->address.host : std::string();
    reach_.nextTime = kept_ && kept_ != paired_ ? kept_->address.host : std::string();
    reach_.phones = reach_.phones && !at;
    localPort_ = at ? -1 : localPort_;
    lookAgain_.stop();
    dispatcher_.faultCleared("page");
    emit changed();
}

void Reachable::moveShow(bool away) {
    const bool there = away ? kept_ && kept_ != paired_ : paired_.has_value();
    if (!mover_ || mover_->isMoving() || !there)
        return;
    reach_.moveError = {};
    mover_->begin(paired_, away ? kept_ : std::nullopt);
}

void Reachable::cancelMove() {
    if (mover_)
        mover_->cancel();
}

void Reachable::forgetServer() {
    kept_.reset();
    reach_.nextTime.clear();
    emit changed();
    threads_.start([this, file = file_] {
        if (QFile::exists(file) && !QFile::remove(file))
            QMetaObject::invokeMethod(
                this,
                [this, file] {
                    dispatcher_.faultRaised("pairing", ErrorCode::FileUnwritable, file.toStdString());
                },
                Qt::QueuedConnection);
    });
}

} // namespace vitrina::studio
