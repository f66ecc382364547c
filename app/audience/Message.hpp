// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Id.hpp"
#include "base/Result.hpp"

#include <cstdint>
#include <string>
#include <variant>

namespace vitrina::audience {

inline constexpr std::size_t maxMessageCharacters = 300; ///< user-perceived characters (grapheme clusters)
inline constexpr std::size_t maxNameCharacters = 32;

struct Message {
    MessageId id;
    ViewerId viewer;
    std::string name;
    std::string text;
    std::int64_t mediaMs = -1; ///< media time the page was showing

    bool operator==(const Message&) const = default;
};

/// Server: a message was accepted for the chat.
struct MessagePosted {
    Message message;
    bool operator==(const MessagePosted&) const = default;
};
/// Server: how many viewers are watching (connected pages) and the most there were at once in this run.
struct ViewersCounted {
    std::int64_t watching = 0;
    std::int64_t peak = 0;
    bool operator==(const ViewersCounted&) const = default;
};
/// Server: the page's chat was hidden or shown again.
struct ChatSwitched {
    bool open = false;
    bool operator==(const ChatSwitched&) const = default;
};
using Fact = std::variant<MessagePosted, ViewersCounted, ChatSwitched>;

/// NFC, white space folded to single blanks, controls and stray bidi marks removed, at most `maxCharacters`
/// grapheme clusters of at most 12 code points each. BadText: not UTF-8, empty after cleaning, or too long.
Result<std::string> cleanText(const std::string& utf8, std::size_t maxCharacters);
/// An e-mail address or a phone number by its shape. BadContact otherwise.
Result<std::string> cleanContact(const std::string& utf8);

} // namespace vitrina::audience
