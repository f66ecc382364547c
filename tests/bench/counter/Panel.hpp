// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commerce/Facts.hpp"

#include <string>

#include <sys/types.h>

namespace vitrina::bench {

/// A studio without a picture, in a process of its own as in life: journal, link, dispatcher, and the word
/// that a panel shows of one SKU's stock. Opens the shop and goes live.
class Panel {
  public:
    /// Forks: to be called before any thread is made. `folder`: the server's.
    Panel(const std::string& folder, const commerce::ShopOpened& shop, const Sku& sku, int core);
    ~Panel();
    Panel(const Panel&) = delete;
    Panel& operator=(const Panel&) = delete;

    /// When the panel came to show this many, by nowSeconds(); below zero: it did not within 5 s.
    double shownAt(std::int64_t left);

  private:
    pid_t studio_ = 0;
    int told_ = -1;
    std::string lines_;
};

} // namespace vitrina::bench
