// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Panel.hpp"

#include "commerce/Catalogue.hpp"
#include "control/Dispatcher.hpp"
#include "journal/Journal.hpp"
#include "link/Link.hpp"
#include "support/server/Load.hpp"
#include "ui/models/StockWords.hpp"

#include <QCoreApplication>

#include <array>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

namespace vitrina::bench {

namespace {

struct Nowhere final : control::RecordSink, control::EffectSink {
    void append(std::vector<record::Record>) override {}
    void carryOut(const control::Effect&) override {}
};

std::vector<record::Record> opening(const commerce::ShopOpened& shop, const Clock& clock) {
    const RunId run{"run"};
    std::vector<record::Record> records;
    for (record::Fact& fact : std::vector<record::Fact>{show::Fact(show::RunStarted{run, false, {}}),
                                                        commerce::Fact(shop), show::Fact(show::WentLive{})})
        records.push_back({ShowId{"show"}, run, record::Origin::Studio, records.size() + 1, 0, clock.now(),
                           clock.bootId(), std::move(fact)});
    return records;
}

/// The studio's process: a line "LEFT SECONDS" each time the word is another one.
int studioMain(const std::string& folder, const commerce::ShopOpened& shop, const Sku& sku, int out) {
    int count = 1;
    std::array<char*, 2> words{const_cast<char*>("panel"), nullptr};
    QCoreApplication app(count, words.data());
    const SystemClock clock;
    Nowhere nowhere;
    control::Dispatcher dispatcher(control::State{}, clock, nowhere, nowhere);
    const auto records = opening(shop, clock);
    dispatcher.resume(records);

    QString shown;
    QObject::connect(&dispatcher, &control::Dispatcher::patched, &app, [&] {
        const control::State& state = dispatcher.state();
        const commerce::Product* product = commerce::productOf(state.catalogue, sku);
        const QString now = product ? ui::stockText(state, *product, clock.now(), false).figure : QString();
        if (std::exchange(shown, now) != now)
            dprintf(out, "%s %.6f\n", qPrintable(now), test::nowSeconds());
    });
    auto file = journal::ShowFile::open(folder + "/panel.vitrina", true);
    if (!file)
        return 1;
    std::mutex mutex; // of the pointer, which the journal's callback reads
    std::unique_ptr<link::Link> link;
    journal::JournalThread journal(std::move(*file), [&](Result<std::vector<record::Record>> done) {
        const std::lock_guard lock(mutex);
        if (done && link)
            link->durable(*done);
    });
    link::LinkListener listener;
    listener.onRecords = [&](std::vector<record::Record> said) {
        QMetaObject::invokeMethod(&dispatcher, [&dispatcher, said] { dispatcher.serverSaid(said); });
    };
    listener.onStatus = [&](const link::Status& status) {
        QMetaObject::invokeMethod(&dispatcher, [&dispatcher, status] {
            const bool up = status.health == link::Health::Up;
            dispatcher.linkChanged(up ? control::LinkHealth::Up : control::LinkHealth::Down, status.url,
                                   status.clockOffsetMs);
        });
    };
    {
        const std::lock_guard lock(mutex);
        link = std::make_unique<link::Link>(
            link::LinkSetUp{ShowId{"show"}, RunId{"run"}, folder, link::Timing{}, {}}, journal, listener);
    }
    journal.append(records);
    return QCoreApplication::exec(); // until it is killed
}

} // namespace

Panel::Panel(const std::string& folder, const commerce::ShopOpened& shop, const Sku& sku, int core) {
    std::array<int, 2> ends{};
    if (pipe(ends.data()) != 0)
        std::abort();
    studio_ = fork();
    if (studio_ == 0) {
        ::close(ends[0]);
        test::pinTo(core);
        _exit(studioMain(folder, shop, sku, ends[1]));
    }
    ::close(ends[1]);
    told_ = ends[0];
}

Panel::~Panel() {
    kill(studio_, SIGKILL);
    waitpid(studio_, nullptr, 0);
    ::close(told_);
}

double Panel::shownAt(std::int64_t left) {
    const std::string wanted = std::to_string(left) + " ";
    const double until = test::nowSeconds() + 5.0;
    while (test::nowSeconds() < until) {
        for (std::size_t end = lines_.find('\n'); end != std::string::npos; end = lines_.find('\n')) {
            const std::string line = lines_.substr(0, end);
            lines_.erase(0, end + 1);
            if (line.starts_with(wanted))
                return std::atof(line.c_str() + wanted.size());
        }
        pollfd readable{told_, POLLIN, 0};
        std::array<char, 4'096> buffer{};
        if (poll(&readable, 1, 50) != 1)
            continue;
        const ssize_t got = ::read(told_, buffer.data(), buffer.size());
        if (got <= 0)
            return -1.0;
        lines_.append(buffer.data(), static_cast<std::size_t>(got));
    }
    return -1.0;
}

} // namespace vitrina::bench
