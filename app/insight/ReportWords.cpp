// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/ReportWords.hpp"

#include <cstdio>
#include <cstdlib>
#include <ctime>

namespace vitrina::insight {
namespace {

constexpr const char* noBreak = "\u00A0";

constexpr std::array<std::string_view, 12> monthsEn{"January",   "February", "March",    "April",
                                                    "May",       "June",     "July",     "August",
                                                    "September", "October",  "November", "December"};
constexpr std::array<std::string_view, 12> monthsLv{"janvāris",   "februāris", "marts",     "aprīlis",
                                                    "maijs",      "jūnijs",    "jūlijs",    "augusts",
                                                    "septembris", "oktobris",  "novembris", "decembris"};
constexpr std::array<std::string_view, 7> daysEn{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                 "Thursday", "Friday", "Saturday"};
constexpr std::array<std::string_view, 7> daysLv{"Svētdiena",   "Pirmdiena",  "Otrdiena", "Trešdiena",
                                                 "Ceturtdiena", "Piektdiena", "Sestdiena"};

tm localTime(std::int64_t wallMs) {
    const std::time_t seconds = wallMs / 1000;
    tm parts{};
    localtime_r(&seconds, &parts);
    return parts;
}

bool hasNoMinorUnit(std::string_view currency) {
    return currency == "JPY" || currency == "KRW" || currency == "ISK" || currency == "VND" ||
           currency == "CLP";
}

std::string_view symbolOf(std::string_view currency) {
    if (currency == "EUR")
        return "€";
    if (currency == "GBP")
        return "£";
    return currency == "USD" ? "$" : currency;
}

} // namespace

const std::array<Entry, 69> reportWords{{
    {Word::Report, "report", "pārskats"},
    {Word::Rehearsal, "Rehearsal", "Mēģinājums"},
    {Word::StillRunning, "still live", "vēl ēterā"},
    {Word::NotLive, "The show has not been live.", "Tiešraide nav notikusi."},
    {Word::Gmv, "Sales (GMV)", "Apgrozījums"},
    {Word::GmvHow, "incl. VAT, without delivery, before cancels and refunds",
     "ar PVN, bez piegādes, pirms atcelšanas un atmaksām"},
    {Word::GmvNet, "%1 after cancels and refunds", "%1 pēc atcelšanas un atmaksām"},
    {Word::Orders, "Orders", "Pasūtījumi"},
    {Word::OrdersHow, "units: %1, %2 per order", "preces: %1, vienā pasūtījumā %2"},
    {Word::OrdersBy, "%1 per order, buyers: %2", "vidēji %1, pircēji: %2"},
    {Word::Viewers, "Viewers, average", "Skatītāji, vidēji"},
    {Word::ViewersHow, "%1 viewer-minutes ÷ %2 live", "%1 skatītāju minūtes ÷ %2 ēterā"},
    {Word::ViewersPeak, "most at once: %1", "vienlaikus visvairāk: %1"},
    {Word::TimeLive, "Time live", "Ēterā"},
    {Word::TimeLiveHow, "takes: %1 · items on air: %2", "laists ēterā: %1 · punkti ēterā: %2"},
    {Word::Messages, "Messages", "Ziņas"},
    {Word::MessagesHow, "%1 a minute over %2", "%1 minūtē, kopā %2"},
    {Word::PerHundred, "Sales per 100 viewer-minutes", "Apgrozījums uz 100 skatītāju minūtēm"},
    {Word::PerHundredHow, "%1 ÷ %2 viewer-minutes × 100", "%1 ÷ %2 skatītāju minūtes × 100"},
    {Word::NotCounted, "no viewers were counted", "skatītāji nav saskaitīti"},
    {Word::Timeline, "Over time", "Laika gaitā"},
    {Word::TimelineHow, "bands are items as aired; bars are sums of %1",
     "joslas ir punkti ēterā; stabiņi ir summas pa %1"},
    {Word::TimelineSays, "Most viewers at once: %1, at %2. Most orders in %3: %4, at %5.",
     "Visvairāk skatītāju vienlaikus: %1 (%2). Visvairāk pasūtījumu %3 laikā: %4 (%5)."},
    {Word::TimelineEmpty, "Nobody watched, wrote or ordered while the show was live.",
     "Tiešraides laikā neviens neskatījās, nerakstīja un nepasūtīja."},
    {Word::OutsideLive,
     "Before going live and after the end, counted in the totals only: orders %1, messages %2.",
     "Pirms ētera un pēc tā, ieskaitīti tikai kopsummā: pasūtījumi %1, ziņas %2."},
    {Word::FiguresTable, "The same figures as a table", "Tie paši skaitļi tabulā"},
    {Word::ViewersRow, "Viewers", "Skatītāji"},
    {Word::ViewersRowHow, "at once", "vienlaikus"},
    {Word::ChatRow, "Chat", "Tērzēšana"},
    {Word::OrdersRow, "Orders", "Pasūtījumi"},
    {Word::PerStep, "in %1", "%1 laikā"},
    {Word::FaultsRow, "Faults", "Kļūmes"},
    {Word::From, "From", "No"},
    {Word::Items, "Items", "Punkti"},
    {Word::ItemsHow,
     "orders, units and messages that came while the item was on air, whatever they were about",
     "pasūtījumi, preces un ziņas, kas saņemti, kamēr punkts bija ēterā, neatkarīgi no to satura"},
    {Word::ItemsNone, "No item was taken.", "Neviens punkts netika laists ēterā."},
    {Word::Item, "Item", "Punkts"},
    {Word::Planned, "Planned", "Plānots"},
    {Word::Aired, "Aired", "Ēterā"},
    {Word::NeverAired, "not confirmed", "nav apstiprināts"},
    {Word::Units, "Units", "Preces"},
    {Word::Stock, "Products", "Produkti"},
    {Word::StockHow, "units sold of those allocated to the show",
     "pārdotās preces no tiešraidei atvēlētajām"},
    {Word::SkuName, "Product", "Produkts"},
    {Word::Left, "Left", "Atlikums"},
    {Word::OfAllocated, "%1 of %2", "%1 no %2"},
    {Word::SoldOut, "sold out", "izpārdots"},
    {Word::Oversold, "Oversold: %1", "Pārdots vairāk, nekā bija: %1"},
    {Word::Faults, "Faults", "Kļūmes"},
    {Word::FaultsHow, "time since going live", "laiks kopš ētera sākuma"},
    {Word::FaultsNone, "None.", "Nav."},
    {Word::FaultLasted, "for %1", "ilgums %1"},
    {Word::FaultOpen, "%1, to the end", "%1, līdz beigām"},
    {Word::Camera, "Camera “%1”", "Kamera „%1”"},
    {Word::Output, "Output “%1”", "Izvade „%1”"},
    {Word::Link, "Link to the show server", "Savienojums ar serveri"},
    {Word::Journal, "Journal", "Žurnāls"},
    {Word::ServerRecords, "Records of the server", "Servera ieraksti"},
    {Word::CameraLost, "lost", "zudusi"},
    {Word::LinkLost, "lost", "zudis"},
    {Word::OutputLost, "connection lost", "savienojums zudis"},
    {Word::OutputRefused, "refused", "noraidīta"},
    {Word::PortInUse, "port in use", "ports aizņemts"},
    {Word::DiskFull, "disk full", "disks pilns"},
    {Word::Unwritable, "could not be written", "neizdevās ierakstīt"},
    {Word::RecordsMissing, "some are missing", "dažu trūkst"},
    {Word::Seconds, "%1 s", "%1 s"},
    {Word::Minutes, "%1 min", "%1 min"},
    {Word::Hour, "%1 h", "%1 h"},
}};

Language languageOf(std::string_view tag) {
    return tag == "lv" || tag.starts_with("lv-") ? Language::Latvian : Language::English;
}

std::string Writer::say(Word word, std::initializer_list<std::string> values) const {
    const Entry& entry = reportWords.at(static_cast<std::size_t>(word));
    const std::string_view text = language_ == Language::Latvian ? entry.lv : entry.en;
    std::string said;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool place = text[i] == '%' && i + 1 < text.size() && text[i + 1] >= '1' && text[i + 1] <= '9';
        if (!place) {
            said += text[i];
            continue;
        }
        const auto index = static_cast<std::size_t>(text[++i] - '1');
        if (index < values.size())
            said += *(values.begin() + index);
    }
    return said;
}

std::string Writer::number(std::int64_t value) const {
    std::string digits = std::to_string(value < 0 ? -value : value);
    const char* const gap = language_ == Language::Latvian ? noBreak : ",";
    for (std::size_t at = digits.size(); at > 3;) {
        at -= 3;
        digits.insert(at, gap);
    }
    return (value < 0 ? "−" : "") + digits;
}

std::string Writer::decimal(double value, int digits) const {
    std::array<char, 64> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%.*f", digits, value < 0 ? -value : value);
    std::string text = buffer.data();
    const std::size_t point = text.find('.');
    const std::string whole = number(std::strtoll(text.substr(0, point).c_str(), nullptr, 10));
    const std::string fraction = point == std::string::npos ? std::string() : text.substr(point + 1);
    const std::string sign = value < 0 ? "−" : "";
    if (fraction.empty())
        return sign + whole;
    return sign + whole + (language_ == Language::Latvian ? "," : ".") + fraction;
}

std::string Writer::money(std::int64_t minor, const std::string& currency) const {
    const std::int64_t size = minor < 0 ? -minor : minor;
    std::string amount = number(hasNoMinorUnit(currency) ? size : size / 100);
    if (!hasNoMinorUnit(currency)) {
        const std::int64_t cents = size % 100;
        amount += language_ == Language::Latvian ? "," : ".";
        amount += (cents < 10 ? "0" : "") + std::to_string(cents);
    }
    const std::string sign = minor < 0 ? "−" : "";
    const std::string_view symbol = symbolOf(currency);
    if (symbol.empty())
        return sign + amount;
    if (language_ == Language::Latvian)
        return sign + amount + noBreak + std::string(symbol);
    return sign + std::string(symbol) + (symbol == currency ? noBreak : "") + amount;
}

std::string Writer::date(std::int64_t wallMs) const {
    const tm parts = localTime(wallMs);
    const auto month = static_cast<std::size_t>(parts.tm_mon);
    const auto day = static_cast<std::size_t>(parts.tm_wday);
    const std::string year = std::to_string(parts.tm_year + 1900);
    const std::string number = std::to_string(parts.tm_mday);
    if (language_ == Language::Latvian)
        return std::string(daysLv.at(day)) + ", " + year + ". gada " + number + ". " +
               std::string(monthsLv.at(month));
    return std::string(daysEn.at(day)) + " " + number + " " + std::string(monthsEn.at(month)) + " " + year;
}

std::string Writer::timeOfDay(std::int64_t wallMs) const {
    const tm parts = localTime(wallMs);
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), language_ == Language::Latvian ? "%02d.%02d" : "%02d:%02d",
                  parts.tm_hour, parts.tm_min);
    return text.data();
}

std::string Writer::step(std::int64_t ms) const {
    if (ms < 60'000)
        return say(Word::Seconds, {std::to_string(ms / 1000)});
    if (ms < 3'600'000)
        return say(Word::Minutes, {std::to_string(ms / 60'000)});
    return say(Word::Hour, {std::to_string(ms / 3'600'000)});
}

std::string clock(std::int64_t ms) {
    const std::int64_t seconds = (ms < 0 ? -ms : ms) / 1000;
    const std::int64_t hours = seconds / 3600;
    std::array<char, 48> text{};
    if (hours > 0)
        std::snprintf(text.data(), text.size(), "%lld:%02lld:%02lld", static_cast<long long>(hours),
                      static_cast<long long>(seconds / 60 % 60), static_cast<long long>(seconds % 60));
    else
        std::snprintf(text.data(), text.size(), "%lld:%02lld", static_cast<long long>(seconds / 60),
                      static_cast<long long>(seconds % 60));
    return (ms < 0 && seconds > 0 ? "−" : "") + std::string(text.data());
}

std::string escaped(std::string_view text) {
    std::string safe;
    safe.reserve(text.size() + 8);
    for (const char c : text) {
        switch (c) {
        case '&':
            safe += "&amp;";
            break;
        case '<':
            safe += "&lt;";
            break;
        case '>':
            safe += "&gt;";
            break;
        case '"':
            safe += "&quot;";
            break;
        case '\'':
            safe += "&#39;";
            break;
        default:
            safe += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? ' ' : c;
        }
    }
    return safe;
}

} // namespace vitrina::insight
