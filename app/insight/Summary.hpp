// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ErrorCode.hpp"
#include "base/Id.hpp"
#include "base/Money.hpp"
#include "record/Record.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace vitrina::insight {

struct ItemSummary {
    AiredId aired;
    std::string title;
    std::string code;
    std::int64_t sinceLiveMs = 0; ///< when it came on air; when it was taken if it never did
    std::int64_t plannedMs = 0;
    std::int64_t airedMs = 0; ///< on air, from confirmation to the next take or the end
    std::int64_t orders = 0;  ///< placed while it was on air, whatever was bought
    std::int64_t units = 0;
    std::int64_t gmvMinor = 0;
    std::int64_t messages = 0;
    bool operator==(const ItemSummary&) const = default;
};

struct SkuSummary {
    Sku sku;
    std::int64_t orders = 0;
    std::int64_t units = 0;
    std::int64_t gmvMinor = 0;
    std::int64_t allocated = 0;
    std::int64_t available = 0; ///< at the end
    bool operator==(const SkuSummary&) const = default;
};

/// A fault from being raised to being cleared, or to the end.
struct FaultSpan {
    std::string subject;
    ErrorCode error = ErrorCode::None;
    std::int64_t sinceLiveMs = 0; ///< negative before going live
    std::int64_t lastedMs = 0;
    bool cleared = false;
    bool operator==(const FaultSpan&) const = default;
};

/// One step of the time line, fine enough to see a show of a minute and of five hours.
struct TimePoint {
    std::int64_t sinceLiveMs = 0; ///< where the step begins
    std::int64_t watching = 0;    ///< highest in that step
    std::int64_t messages = 0;
    std::int64_t orders = 0;
    std::int64_t gmvMinor = 0;
    bool operator==(const TimePoint&) const = default;
};

struct MinutePoint {
    std::int64_t minute = 0;   ///< since going live
    std::int64_t watching = 0; ///< highest in that minute
    std::int64_t messages = 0;
    std::int64_t orders = 0;
    std::int64_t gmvMinor = 0;
    bool operator==(const MinutePoint&) const = default;
};

/// A fold over the records of one run: the same records in any arrival order of the two origins give the same
/// summary.
struct Summary {
    std::int64_t startedWallMs = 0; ///< went live
    std::int64_t endedWallMs = 0;   ///< ended; 0 while running
    std::int64_t durationMs = 0;    ///< live to end, monotonic where the boot is the same
    std::int64_t takes = 0;
    std::int64_t viewersPeak = 0;
    std::int64_t viewerMs = 0; ///< time watched by all viewers together while live; 0 when nobody was counted
    std::int64_t buyers = 0;   ///< different viewers who ordered
    std::int64_t messages = 0;
    std::int64_t orders = 0;
    std::int64_t units = 0;
    Money gmv;    ///< accepted order lines at the charged price, VAT included, delivery excluded
    Money netGmv; ///< what cancels and refunds have left of it
    std::vector<ItemSummary> items;
    std::vector<SkuSummary> skus;
    std::vector<MinutePoint> minutes;
    std::vector<TimePoint> timeline; ///< from going live to the end
    std::int64_t timelineStepMs = 0;
    std::vector<FaultSpan> faultSpans; ///< in the order raised
    std::vector<std::string> faults;   ///< "subject: code", in order
    bool operator==(const Summary&) const = default;
};

Summary summarise(const std::vector<record::Record>& records);

/// A self-contained HTML page (no request to any host, light and dark). Words in `language` ("lv", else
/// English), money written as that language does, times of day in the machine's zone.
std::string reportHtml(const Summary& summary, const commerce::ShopOpened& shop, const std::string& language);

} // namespace vitrina::insight
