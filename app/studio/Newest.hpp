// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mutex>
#include <optional>
#include <utility>

namespace vitrina::studio {

/// Handed from one thread to another when only the newest counts: what was not yet taken is replaced.
template <class T>
class Newest {
  public:
    /// True when nothing was waiting: the one who takes has to be told.
    bool put(T value) {
        const std::lock_guard lock(mutex_);
        const bool first = !value_.has_value();
        value_ = std::move(value);
        return first;
    }
    std::optional<T> take() {
        const std::lock_guard lock(mutex_);
        return std::exchange(value_, std::nullopt);
    }

  private:
    std::mutex mutex_;
    std::optional<T> value_;
};

} // namespace vitrina::studio
