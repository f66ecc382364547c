// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>
#include <memory>

class QSocketNotifier;

namespace vitrina::studio {

/// Brings INT, TERM and HUP to the GUI thread, so that a program told to end does it in order. One at a time.
class Signals {
  public:
    explicit Signals(std::function<void()> told);
    ~Signals();
    Signals(const Signals&) = delete;
    Signals& operator=(const Signals&) = delete;

  private:
    int descriptor_ = -1;
    std::unique_ptr<QSocketNotifier> notifier_;
    std::function<void()> told_;
};

} // namespace vitrina::studio
