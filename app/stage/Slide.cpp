// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "stage/Slide.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace vitrina::stage {
namespace {

constexpr std::int64_t dayMs = 86'400'000;
constexpr std::int64_t minuteMs = 60'000;
constexpr std::string_view untilMark = "?until=";
constexpr std::array names{
    std::pair{SlideKind::StartingSoon, std::string_view("starting_soon")},
    std::pair{SlideKind::Break, std::string_view("break")},
    std::pair{SlideKind::Thanks, std::string_view("thanks")},
    std::pair{SlideKind::Standby, std::string_view("standby")},
};

std::optional<int> number(std::string_view text, int below) {
    int value = -1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc() && end == text.data() + text.size() && !text.empty();
    return whole && value >= 0 && value < below ? std::optional(value) : std::nullopt;
}

std::optional<int> minuteOfDay(std::string_view text) {
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos)
        return std::nullopt;
    const auto hour = number(text.substr(0, colon), 24);
    const auto minute = number(text.substr(colon + 1), 60);
    return hour && minute ? std::optional(*hour * 60 + *minute) : std::nullopt;
}

} // namespace

std::optional<Slide> slideFromAddress(std::string_view address) {
    const std::size_t mark = std::min(address.find(untilMark), address.size());
    const auto named =
        std::ranges::find(names, address.substr(0, mark), &std::pair<SlideKind, std::string_view>::second);
    if (named == names.end())
        return std::nullopt;
    Slide slide{named->first, std::nullopt};
    if (mark < address.size()) {
        slide.untilMinute = minuteOfDay(address.substr(mark + untilMark.size()));
        if (!slide.untilMinute)
            return std::nullopt;
    }
    return slide;
}

std::string addressOf(const Slide& slide) {
    const auto named = std::ranges::find(names, slide.kind, &std::pair<SlideKind, std::string_view>::first);
    if (named == names.end())
        return {};
    std::string address(named->second);
    if (!slide.untilMinute)
        return address;
    const std::string minute = std::to_string(*slide.untilMinute % 60);
    return address + std::string(untilMark) + std::to_string(*slide.untilMinute / 60) + ":" +
           (minute.size() < 2 ? "0" : "") + minute;
}

bool countsDown(SlideKind kind) {
    return kind == SlideKind::StartingSoon || kind == SlideKind::Break;
}

SlideKind slideOf(SceneRole role) {
    switch (role) {
    case SceneRole::StartingSoon:
        return SlideKind::StartingSoon;
    case SceneRole::Break:
        return SlideKind::Break;
    case SceneRole::Thanks:
        return SlideKind::Thanks;
    case SceneRole::Standby:
        return SlideKind::Standby;
    default:
        return SlideKind::None;
    }
}

std::optional<std::int64_t> secondsLeft(const Slide& slide, std::int64_t plannedStartWallMs,
                                        std::int64_t nowWallMs, std::int64_t utcOffsetMs) {
    std::int64_t leftMs = 0;
    if (!countsDown(slide.kind))
        return std::nullopt;
    if (slide.untilMinute) {
        const std::int64_t localMs = ((nowWallMs + utcOffsetMs) % dayMs + dayMs) % dayMs;
        leftMs = *slide.untilMinute * minuteMs - localMs;
        if (leftMs < -dayMs / 2)
            leftMs += dayMs;
        else if (leftMs > dayMs / 2)
            leftMs -= dayMs;
    } else if (slide.kind == SlideKind::StartingSoon && plannedStartWallMs > 0) {
        leftMs = plannedStartWallMs - nowWallMs;
        if (leftMs < -dayMs / 2)
            return std::nullopt;
    } else {
        return std::nullopt;
    }
    return leftMs <= 0 ? 0 : (leftMs + 999) / 1000;
}

} // namespace vitrina::stage
