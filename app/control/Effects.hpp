// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/State.hpp"
#include "engine/Engine.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace vitrina::control {

/// What the card on the picture says. Words and money are made by whoever draws it, in the show's locale.
struct CardContent {
    std::string name;
    std::string code;
    std::string image;
    std::int64_t fromMinor = 0; ///< lowest price of what can be bought (priceRange)
    bool pricesDiffer = false;  ///< "from"
    std::string currency;
    std::string locale;
    commerce::StockWord stock = commerce::StockWord::Unknown;
    std::int64_t available = 0;
    std::string pageUrl;                          ///< for the code; empty leaves it off
    std::optional<std::int64_t> wasMinor;         ///< wasMinor() of the product
    std::optional<std::int64_t> countdownSeconds; ///< of a countdown that belongs to this item

    bool operator==(const CardContent&) const = default;
};

/// Draw the card (nothing: take it off the picture).
struct DrawCard {
    std::optional<CardContent> content;
    bool operator==(const DrawCard&) const = default;
};
/// Draw the standby slate over everything (nothing: take it off).
struct DrawSlate {
    struct Content {
        std::string shopName;
        bool operator==(const Content&) const = default;
    };
    std::optional<Content> content;
    bool operator==(const DrawSlate&) const = default;
};
/// Draw the disclosure label (empty: take it off).
struct DrawLabel {
    std::string text;
    bool operator==(const DrawLabel&) const = default;
};
/// Draw the lower third (nothing: take it off).
struct DrawLowerThird {
    struct Content {
        std::string title;
        std::string subtitle;
        bool operator==(const Content&) const = default;
    };
    std::optional<Content> content;
    bool operator==(const DrawLowerThird&) const = default;
};
/// Draw the countdown (nothing: take it off). It comes anew every second while it runs.
struct DrawCountdown {
    struct Content {
        std::string title;
        std::int64_t seconds = 0;
        bool operator==(const Content&) const = default;
    };
    std::optional<Content> content;
    bool operator==(const DrawCountdown&) const = default;
};
/// Where what is drawn stands from now on; it comes before the drawing.
struct PlaceOverlays {
    stage::OverlayPlaces places;
    bool operator==(const PlaceOverlays&) const = default;
};
/// Tell the server that the show has ended in order: it serves the goodbye and the child may stop.
struct CloseShow {
    bool operator==(const CloseShow&) const = default;
};
/// Two engine commands come without what only the studio knows, and it fills it in: StartRtmp without the key
/// (keyring, by output id), StartRecording without the name. Outputs run from WentLive to RunEnded;
/// in a rehearsal those to platforms never start. CloseShow leaves for another party: it is carried out only
/// when the records appended before it are durable (design rule 7). Engine commands wait for nothing.
/// Requests are no effects: the link asks what the journal holds as RequestMade.
using Effect = std::variant<engine::EngineCommand, DrawCard, DrawLabel, DrawSlate, DrawLowerThird,
                            DrawCountdown, PlaceOverlays, CloseShow>;

/// Standing effects from the difference of two states: any jump lands right. `before` without a run means
/// "all of it", which is what a resume does.
std::vector<Effect> plan(const State& before, const State& after, Instant now);
/// One-shot effects, only from the fact that first caused them: never on resume, undo or a jump.
std::vector<Effect> planOnce(const State& after, const record::Fact& fact);

/// Where effects go. The studio implements it; GUI thread; must not block.
class EffectSink {
  public:
    virtual ~EffectSink() = default;
    virtual void carryOut(const Effect& effect) = 0;
};

/// Where the studio's own records go: the journal thread, then the outbox. Must not block and must not fail:
/// a broken journal comes back as a fault.
class RecordSink {
  public:
    virtual ~RecordSink() = default;
    virtual void append(std::vector<record::Record> records) = 0;
};

} // namespace vitrina::control
