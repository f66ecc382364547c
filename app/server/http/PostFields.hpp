// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.hpp"
#include "commerce/Order.hpp"

#include <boost/json/object.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The fields of what pages post, each within its bounds. An error's detail names the field.
namespace vitrina::server::post {

const boost::json::string* stringIn(const boost::json::object& object, std::string_view name);
std::string text(const boost::json::string& value);
/// A whole number that fits; 1e9 and 2^63 are none.
std::optional<std::int64_t> integerIn(const boost::json::object& object, std::string_view name);

/// 8 to 64 characters of [A-Za-z0-9_-].
Result<std::string> readKey(const boost::json::object& body);
/// The moment the page was showing; anything else than a moment is "not known", −1.
std::int64_t readMediaMs(const boost::json::object& body);
/// Cleaned; BadText when nothing is left of it, or too much; CardNumber when it holds one.
Result<std::string> readText(const boost::json::object& body, std::string_view name,
                             std::size_t maxCharacters);
/// As above, but it may be missing or empty.
Result<std::string> readOptionalText(const boost::json::object& body, std::string_view name,
                                     std::size_t maxCharacters);
/// An identity that the server has made or knows: printable ASCII, 1 to 64 characters.
Result<std::string> readId(const boost::json::object& body, std::string_view name);
/// An e-mail address or a phone number.
Result<std::string> readContact(const boost::json::object& body);
/// BadQuantity for more lines than an order may have.
Result<std::vector<commerce::OrderLine>> readLines(const boost::json::object& body);

} // namespace vitrina::server::post
