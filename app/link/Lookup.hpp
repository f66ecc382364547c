// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/asio/io_context.hpp>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace vitrina::link {

/// Looks up a host's addresses on a thread of its own, which nobody waits for: the system's resolver can't be
/// stopped and may take half a minute. Used and destroyed on the io_context's thread, or when that has ended.
class Lookup {
  public:
    using Found = std::function<void(std::vector<std::string>)>; ///< numeric, best first; empty: none

    /// `found` is called on the io_context's thread, unless this is gone by then.
    Lookup(boost::asio::io_context& io, const std::string& host, Found found);
    ~Lookup();
    Lookup(const Lookup&) = delete;
    Lookup& operator=(const Lookup&) = delete;

  private:
    struct Shared;
    std::shared_ptr<Shared> shared_;
};

} // namespace vitrina::link
