// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audience/Message.hpp"
#include "base/Clock.hpp"
#include "base/Id.hpp"
#include "base/Result.hpp"
#include "commerce/Facts.hpp"
#include "show/Take.hpp"
#include "stage/Stage.hpp"

#include <cstdint>
#include <string>
#include <type_traits>
#include <variant>

/// Facts as records: one numbered line of one origin, and its bytes.
namespace vitrina::record {

enum class Origin { None, Studio, Server };

/// A fault somewhere, raised and cleared, so that journal and report know of it.
struct FaultRaised {
    std::string subject; ///< "journal", "server", "source:<id>", …
    ErrorCode error = ErrorCode::None;
    std::string detail;
    bool operator==(const FaultRaised&) const = default;
};
struct FaultCleared {
    std::string subject;
    bool operator==(const FaultCleared&) const = default;
};
/// Studio: the server that carries this run, as the studio reached it. No secret in it.
struct ServerAttached {
    std::string url;
    std::int64_t clockOffsetMs = 0; ///< server's wall clock minus the studio's
    bool operator==(const ServerAttached&) const = default;
};
/// Studio: this run is served elsewhere from now on (design rule 11). A server whose epoch of it is lower has
/// an old copy and must not serve it again.
struct ShowMoved {
    std::string url; ///< of the page at its new place
    std::uint64_t epoch = 0;
    bool operator==(const ShowMoved&) const = default;
};
/// Studio: a person asked something of the server. Written before it is sent, so that it survives a kill.
struct RequestMade {
    RequestId request;
    commerce::Request body;
    std::int64_t validUntilWallMs = 0; ///< 0: never expires
    std::uint64_t basedOn = 0;         ///< server seq the studio had seen
    bool operator==(const RequestMade&) const = default;
};
/// Studio: a request went back to the person unanswered: its time was over.
struct RequestLapsed {
    RequestId request;
    bool operator==(const RequestLapsed&) const = default;
};
using OwnFact =
    std::variant<FaultRaised, FaultCleared, ServerAttached, ShowMoved, RequestMade, RequestLapsed>;

/// A fact of a kind this version does not know (a newer peer wrote it): kept and passed on untouched.
struct UnknownFact {
    std::string kind;
    int version = 0;
    std::string body; ///< JSON text
    bool operator==(const UnknownFact&) const = default;
};

using Fact = std::variant<show::Fact, stage::Fact, commerce::Fact, audience::Fact, OwnFact, UnknownFact>;

/// The fact of type T inside, or null: factAs<show::ItemTaken>(record.fact).
template <class T>
const T* factAs(const Fact& fact) {
    return std::visit(
        []<class Group>(const Group& group) -> const T* {
            const auto exact = []<class Value>(const Value& value) -> const T* {
                if constexpr (std::is_same_v<Value, T>)
                    return &value;
                else
                    return nullptr;
            };
            if constexpr (std::is_same_v<Group, UnknownFact>)
                return exact(group);
            else
                return std::visit(exact, group);
        },
        fact);
}

struct Record {
    ShowId show;
    RunId run;
    Origin origin = Origin::None;
    std::uint64_t seq = 0;       ///< 1, 2, 3 … within (show, run, origin)
    std::uint64_t seenOther = 0; ///< the other origin's seq the writer had seen
    Instant at;
    std::string boot; ///< in which at.monoMs is valid
    Fact fact;

    bool operator==(const Record&) const = default;
};

/// What is stored and sent of a fact: its kind ("show.item_taken"), the version of its layout and a JSON
/// object.
struct EncodedFact {
    std::string kind;
    int version = 1;
    std::string body;
    bool operator==(const EncodedFact&) const = default;
};

EncodedFact encodeFact(const Fact& fact);
/// Older versions are brought up to the newest; a newer version or an unknown kind becomes UnknownFact.
/// BadFormat: a known kind whose body does not parse or lacks a field.
Result<Fact> decodeFact(const EncodedFact& encoded);

/// A whole record as one JSON object (UTF-8, no line breaks) and back.
std::string encodeRecord(const Record& record);
Result<Record> decodeRecord(const std::string& json);

} // namespace vitrina::record
