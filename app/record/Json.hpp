// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.hpp"

#include <boost/json/value.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// JSON text in and out, for the codecs of record and protocol.
namespace vitrina::record {

/// Levels of nesting: a fact's body fits into a record, a record into a message.
inline constexpr std::size_t maxBodyDepth = 24;
inline constexpr std::size_t maxRecordDepth = maxBodyDepth + 2;
inline constexpr std::size_t maxMessageDepth = maxRecordDepth + 2;

/// BadFormat when the text is not exactly one JSON value in UTF-8 of at most `maxDepth` levels.
Result<boost::json::value> parseJson(std::string_view text, std::size_t maxDepth = maxMessageDepth);

/// The exact bytes of a member's value, of a text that parseJson() has accepted; nothing if it is no object
/// or has no such member. This is how a body of unknown kind is passed on untouched.
std::optional<std::string_view> rawMember(std::string_view object, std::string_view name);
/// The exact bytes of each element of an array that parseJson() has accepted; empty if it is none.
std::vector<std::string_view> rawElements(std::string_view array);

/// Writes JSON text straight away. What is not UTF-8 in a string comes out as U+FFFD, so that whatever was
/// written can be read. Numbers keep 15 significant digits, which is what every reader gives back unchanged.
class JsonWriter {
  public:
    explicit JsonWriter(bool indented = false) : indented_(indented) {}

    void beginObject() { begin('{'); }
    void endObject() { end('}'); }
    void beginArray() { begin('['); }
    void endArray() { end(']'); }
    void key(std::string_view name);
    void string(std::string_view utf8);
    void integer(std::int64_t value);
    void natural(std::uint64_t value);
    void number(double value);
    void boolean(bool value);
    void null();
    /// JSON text as it is; the caller knows that it is valid.
    void raw(std::string_view json);

    std::string take() { return std::move(out_); }

  private:
    void begin(char bracket);
    void end(char bracket);
    void element();
    void newLine();
    void quoted(std::string_view utf8);

    std::string out_;
    std::size_t depth_ = 0;
    bool indented_ = false;
    bool first_ = true; ///< nothing stands in the innermost bracket yet
    bool afterKey_ = false;
};

} // namespace vitrina::record
