// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extension/PluginContext.hpp"

#include <boost/json/object.hpp>

#include <string>
#include <string_view>

namespace vitrina::vendure {

/// One question in GraphQL. Its name goes along, so that a log of the shop's, or a peer in a test, knows it.
struct Operation {
    std::string_view name;
    std::string_view query;
};

/// Vendure's admin API: signs in by itself, and again when the session has run out. Never gives a text of the
/// shop's that could hold a buyer's data: of errors only their codes.
class AdminApi {
  public:
    explicit AdminApi(extension::PluginContext& context);

    /// The answer's "data". Errors: ShopConnector.hpp.
    Result<boost::json::object> ask(const Operation& operation, boost::json::object variables);

  private:
    enum class Session { None, Good, Over };
    struct Answer {
        Session session = Session::None;
        boost::json::object data;
        extension::HttpReply reply;
    };
    Result<void> signIn();
    Result<Answer> post(const Operation& operation, const boost::json::object& variables);

    extension::PluginContext& context_;
    std::string url_;
    std::string token_;  ///< by header: authOptions.tokenMethod "bearer"
    std::string cookie_; ///< or by cookie, as Vendure does unless told otherwise
};

/// The member, when it is there and an object (array); null otherwise: an answer may lack anything.
const boost::json::object* objectIn(const boost::json::object& in, std::string_view name);
const boost::json::array* arrayIn(const boost::json::object& in, std::string_view name);
std::string textIn(const boost::json::object& in, std::string_view name);
std::int64_t numberIn(const boost::json::object& in, std::string_view name);
bool flagIn(const boost::json::object& in, std::string_view name);

/// An answer that can't be: ShopUnreachable, as whoever sent it is not the shop we know.
Error unreadable(const Operation& operation);

} // namespace vitrina::vendure
