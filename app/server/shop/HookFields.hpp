// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/shop/HookOrder.hpp"

#include <boost/json/array.hpp>

#include <cstdint>

/// The fields of what shops post. A field that is missing or null is empty; one of another kind is an error.
namespace vitrina::server::hook {

/// Remembers the first field that was wrong.
class Fields {
  public:
    /// A text, or a whole number as text (ids are either).
    std::string text(const boost::json::object& object, std::string_view name);
    /// As cleaned for people to see, at most so many characters.
    std::string words(const boost::json::object& object, std::string_view name, std::size_t most);
    /// 0 when there is none.
    std::int64_t amount(const boost::json::object& object, std::string_view name, std::string_view currency);
    std::int64_t instant(const boost::json::object& object, std::string_view name);
    std::int64_t count(const boost::json::object& object, std::string_view name);
    bool flag(const boost::json::object& object, std::string_view name);
    /// The objects of a list; other elements are wrong.
    std::vector<const boost::json::object*> list(const boost::json::object& object, std::string_view name);
    /// Empty when there is none.
    const boost::json::object& object(const boost::json::object& object, std::string_view name);

    void wrong(std::string_view name);
    bool ok() const { return wrong_.empty(); }
    Error error() const { return fail(ErrorCode::BadFormat, wrong_); }

  private:
    std::string wrong_;
};

Result<boost::json::object> parseHook(std::string_view body);

/// Adds a line for what pieces cost together; a SKU that is none of anybody's counts as foreign.
void addLine(Fields& fields, commerce::ShopOrder& order, std::string sku, std::int64_t quantity,
             std::int64_t minor);
/// The first that is a contact; else where to ask for the buyer: the order's name and shop.
std::string contactOf(const std::string& email, const std::string& phone, const commerce::ShopOrder& order);
/// Those that say something, parted by commas.
std::string joined(const std::vector<std::string>& parts, const char* between = ", ");
/// Checked as a whole.
Told finished(const Fields& fields, ToldOrder told);

} // namespace vitrina::server::hook
