// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/ShowMover.hpp"

#include "base/Log.hpp"
#include "studio/RunPlaces.hpp"

#include <utility>

namespace vitrina::studio {

namespace {

constexpr int lookAgainMs = 200;

std::string hostOf(const std::optional<link::PairedServer>& server) {
    return server ? server->address.host : std::string();
}

} // namespace

ShowMover::ShowMover(Parts parts) : parts_(std::move(parts)) {}

ShowMover::~ShowMover() {
    end();
}

void ShowMover::end() {
    ended_ = true;
    cancelled_ = true;
    if (thread_.joinable())
        thread_.join();
    words_.clear();
}

link::MoveEnd ShowMover::endOf(const std::optional<link::PairedServer>& server) const {
    return {parts_.server.dataFolder().toStdString(), server ? std::optional(server->address) : std::nullopt};
}

void ShowMover::work(std::function<void()> what) {
    if (ended_)
        return; // The server keeps the run closed until the next studio greets it, as after a kill.
    if (thread_.joinable())
        thread_.join(); // its last word has come
    thread_ = std::thread(std::move(what));
}

void ShowMover::begin(const std::optional<link::PairedServer>& from,
                      const std::optional<link::PairedServer>& to) {
    if (moving_ || hostOf(from) == hostOf(to))
        return;
    const control::State& state = parts_.dispatcher.state();
    moving_ = true;
    decided_ = false;
    cancelled_ = false;
    from_ = from;
    to_ = to;
    move_ = {endOf(from), endOf(to), state.show.id, state.run.id, state.epoch};
    emit progressed(0, false);
    // Stock and countdowns are not known meanwhile; the new link says that it is up.
    parts_.dispatcher.linkChanged(control::LinkHealth::Connecting, state.pageUrl, state.clockOffsetMs);
    work([this, move = move_, here = !to.has_value()] {
        parts_.server.letGo();
        if (here)
            parts_.server.startChild();
        const auto url = link::carryOver(move, cancelled_, [this](link::MoveStep, int percent) {
            QMetaObject::invokeMethod(
                this, [this, percent] { emit progressed(percent, decided_); }, Qt::QueuedConnection);
        });
        QMetaObject::invokeMethod(
            this, [this, url] { carried(url); }, Qt::QueuedConnection);
    });
}

void ShowMover::cancel() {
    if (!decided_)
        cancelled_ = true;
}

void ShowMover::carried(const Result<std::optional<std::string>>& url) {
    if (ended_)
        return;
    if (!url)
        stay(url.error());
    else if (!*url || cancelled_)
        stay({});
    else
        decide(**url);
}

/// From here on there is no way back: the places first, as the record is looked up in them.
void ShowMover::decide(const std::string& url) {
    RunPlaces places = readRunPlaces(parts_.placesFile, move_.run);
    places[move_.epoch] = hostOf(from_);
    places[move_.epoch + 1] = hostOf(to_);
    if (const auto written = writeRunPlaces(parts_.placesFile, move_.run, places); !written)
        return stay(written.error());
    decided_ = true;
    emit progressed(100, true);
    parts_.dispatcher.showMoved(url, move_.epoch + 1);
    lookWhetherDurable(parts_.dispatcher.studioSeq(), url);
}

/// With a broken disk nobody sells until it is mended: only the record may open the run at the new server.
void ShowMover::lookWhetherDurable(std::uint64_t seq, const std::string& url) {
    parts_.journal.run([this, seq, url, run = move_.run](journal::ShowFile& file) {
        const bool durable = file.lastSeq(run, record::Origin::Studio) >= seq;
        QMetaObject::invokeMethod(
            this,
            [this, durable, seq, url] {
                if (durable)
                    settle(url);
                else
                    QTimer::singleShot(lookAgainMs, this, [this, seq, url] { lookWhetherDurable(seq, url); });
            },
            Qt::QueuedConnection);
    });
}

void ShowMover::settle(const std::string& url) {
    if (ended_)
        return;
    words_.push_back(std::make_unique<link::MovedWord>(move_, url));
    work([this, to = to_, epoch = move_.epoch + 1] {
        parts_.server.serveFrom(to, epoch);
        QMetaObject::invokeMethod(
            this,
            [this] {
                moving_ = false;
                emit arrived(to_);
            },
            Qt::QueuedConnection);
    });
}

void ShowMover::stay(const Error& why) {
    if (why.code != ErrorCode::None)
        logWarning("studio", "the show stays where it is: " + why.detail);
    work([this, from = from_, epoch = move_.epoch, why] {
        parts_.server.serveFrom(from, epoch);
        QMetaObject::invokeMethod(
            this,
            [this, why] {
                moving_ = false;
                emit stayed(why);
            },
            Qt::QueuedConnection);
    });
}

void ShowMover::tellAgain(const std::optional<link::PairedServer>& before, std::uint64_t epoch,
                          const std::string& url) {
    const control::State& state = parts_.dispatcher.state();
    words_.push_back(std::make_unique<link::MovedWord>(
        link::ShowMove{endOf(before), {}, state.show.id, state.run.id, epoch - 1}, url));
}

} // namespace vitrina::studio
