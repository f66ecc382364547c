// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <atomic>
#include <cstdint>
#include <mutex>
#include <thread>
#include <vector>

namespace vitrina::studio {

/// How long the GUI thread kept an event waiting: a thread of its own posts one every 5 ms and takes the time
/// until it is handled. What a key press would have felt.
class StallMeter final : public QObject {
    Q_OBJECT

  public:
    explicit StallMeter(QObject* parent = nullptr);
    ~StallMeter() override;

    void forget(); ///< starts counting anew
    double percentileMs(double part) const;
    double maxMs() const;

  private:
    void measure();

    mutable std::mutex mutex_;
    std::vector<float> waitsMs_;
    std::atomic<bool> stop_{false};
    std::atomic<bool> outstanding_{false};
    std::thread thread_;
};

} // namespace vitrina::studio
