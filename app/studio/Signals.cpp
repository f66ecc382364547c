// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/Signals.hpp"

#include <QSocketNotifier>

#include <csignal>
#include <utility>

#include <unistd.h>

namespace vitrina::studio {
namespace {

// A signal goes to any thread that does not block it, and libobs' threads exist already: so it is not blocked
// but handled, and the handler does the one thing a handler may do.
int wakeDescriptor = -1;

void wake(int) {
    const char byte = 1;
    [[maybe_unused]] const auto written = write(wakeDescriptor, &byte, 1);
}

} // namespace

Signals::Signals(std::function<void()> told) : told_(std::move(told)) {
    int ends[2] = {-1, -1};
    if (pipe(ends) != 0)
        return;
    descriptor_ = ends[0];
    wakeDescriptor = ends[1];
    notifier_ = std::make_unique<QSocketNotifier>(descriptor_, QSocketNotifier::Read);
    QObject::connect(notifier_.get(), &QSocketNotifier::activated, notifier_.get(), [this] {
        char byte = 0;
        [[maybe_unused]] const auto taken = read(descriptor_, &byte, 1);
        told_();
    });
    struct sigaction action {};
    action.sa_handler = wake;
    action.sa_flags = SA_RESTART;
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
        sigaction(signal, &action, nullptr);
}

Signals::~Signals() {
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
        ::signal(signal, SIG_DFL);
    notifier_.reset();
    close(descriptor_);
    close(std::exchange(wakeDescriptor, -1));
}

} // namespace vitrina::studio
