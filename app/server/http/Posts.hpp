// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/HttpConnection.hpp"
#include "server/store/Store.hpp"

#include <boost/json/object.hpp>

#include <cstddef>
#include <string>
#include <string_view>

/// What pages post, as values and back: pure.
namespace vitrina::server::post {

/// BadRequest: not one JSON object in UTF-8 within `maxDepth` levels.
Result<boost::json::object> parseBody(std::string_view body, std::size_t maxDepth);

struct MessagePost {
    std::string key;
    audience::Message message; ///< id and viewer empty
};
Result<MessagePost> readMessage(const boost::json::object& body);

int statusOf(ErrorCode code);
HttpReply refused(const Refusal& refusal, std::string_view detail = {});
HttpReply refused(const Error& error);
HttpReply rateLimited(std::int64_t waitMs);
HttpReply posted(const MessageAnswer& answer);
HttpReply session(const ViewerId& viewer, const std::string& token);

} // namespace vitrina::server::post
