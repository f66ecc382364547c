// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

/// What may be packed: the page's files and the show as everybody sees it. No answer to a POST: it holds a
/// session token, an order, a buyer's words, beside text that somebody else may have chosen, and the length
/// of the packed whole would tell, try by try, what stands in it (BREACH, CVE-2013-3587). In what is packed
/// here nothing is secret.
namespace vitrina::server {

/// Below this a packed body saves no packet.
inline constexpr std::size_t worthPacking = 1'024;

/// Whether an Accept-Encoding header allows gzip (RFC 9110, 12.5.3). None at all: it is not asked for.
bool acceptsGzip(std::string_view header);

/// RFC 1952. `level` 1 (quick) to 9 (small). Empty: zlib had no memory.
std::string gzipped(std::string_view bytes, int level);

} // namespace vitrina::server
