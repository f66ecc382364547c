// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/StallMeter.hpp"

#include <algorithm>
#include <chrono>

namespace vitrina::studio {

using std::chrono::steady_clock;

StallMeter::StallMeter(QObject* parent) : QObject(parent), thread_([this] { measure(); }) {}

StallMeter::~StallMeter() {
    stop_ = true;
    thread_.join();
}

void StallMeter::measure() {
    auto next = steady_clock::now();
    while (!stop_) {
        next += std::chrono::milliseconds(5);
        std::this_thread::sleep_until(next); // the pace of the measurement, not a wait for something
        if (outstanding_.exchange(true))
            continue; // The last one still waits: its time says it all.
        const auto sent = steady_clock::now();
        QMetaObject::invokeMethod(
            this,
            [this, sent] {
                const std::chrono::duration<float, std::milli> waited = steady_clock::now() - sent;
                outstanding_ = false;
                const std::scoped_lock lock(mutex_);
                waitsMs_.push_back(waited.count());
            },
            Qt::QueuedConnection);
    }
}

void StallMeter::forget() {
    const std::scoped_lock lock(mutex_);
    waitsMs_.clear();
}

double StallMeter::percentileMs(double part) const {
    const std::scoped_lock lock(mutex_);
    if (waitsMs_.empty())
        return 0.0;
    std::vector<float> sorted = waitsMs_;
    const auto index = std::min(sorted.size() - 1, std::size_t(part * double(sorted.size())));
    std::nth_element(sorted.begin(), sorted.begin() + std::ptrdiff_t(index), sorted.end());
    return sorted[index];
}

double StallMeter::maxMs() const {
    const std::scoped_lock lock(mutex_);
    return waitsMs_.empty() ? 0.0 : *std::max_element(waitsMs_.begin(), waitsMs_.end());
}

} // namespace vitrina::studio
