// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Money.hpp"

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

/// The report's words, figures and times in its two languages.
namespace vitrina::insight {

enum class Word {
    Report,
    Rehearsal,
    StillRunning,
    NotLive,
    Gmv,
    GmvHow,
    GmvNet,
    Orders,
    OrdersHow,
    OrdersBy,
    Viewers,
    ViewersHow,
    ViewersPeak,
    TimeLive,
    TimeLiveHow,
    Messages,
    MessagesHow,
    PerHundred,
    PerHundredHow,
    NotCounted,
    Timeline,
    TimelineHow,
    TimelineSays,
    TimelineEmpty,
    OutsideLive,
    FiguresTable,
    ViewersRow,
    ViewersRowHow,
    ChatRow,
    OrdersRow,
    PerStep,
    FaultsRow,
    From,
    Items,
    ItemsHow,
    ItemsNone,
    Item,
    Planned,
    Aired,
    NeverAired,
    Units,
    Stock,
    StockHow,
    SkuName,
    Left,
    OfAllocated,
    SoldOut,
    Oversold,
    Faults,
    FaultsHow,
    FaultsNone,
    FaultLasted,
    FaultOpen,
    Camera,
    Output,
    Link,
    Journal,
    ServerRecords,
    CameraLost,
    LinkLost,
    OutputLost,
    OutputRefused,
    PortInUse,
    DiskFull,
    Unwritable,
    RecordsMissing,
    Seconds,
    Minutes,
    Hour,
};

struct Entry {
    Word word;
    std::string_view en;
    std::string_view lv;
};
extern const std::array<Entry, 69> reportWords; ///< in the order of Word

enum class Language { None, English, Latvian };
/// "lv" and "lv-LV" are Latvian, all else English.
Language languageOf(std::string_view tag);

class Writer {
  public:
    explicit Writer(Language language) : language_(language) {}

    /// %1, %2 … replaced in order.
    std::string say(Word word, std::initializer_list<std::string> values = {}) const;
    std::string number(std::int64_t value) const;
    std::string decimal(double value, int digits) const;
    std::string money(std::int64_t minor, const std::string& currency) const;
    std::string date(std::int64_t wallMs) const;
    std::string timeOfDay(std::int64_t wallMs) const;
    /// "5 s", "1 min", "1 h".
    std::string step(std::int64_t ms) const;
    std::string_view tag() const { return language_ == Language::Latvian ? "lv" : "en"; }

  private:
    Language language_;
};

/// 4:07, 1:04:07.
std::string clock(std::int64_t ms);
/// Text as HTML text or attribute value. Controls become blanks.
std::string escaped(std::string_view text);

} // namespace vitrina::insight
