// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "show/PlanWords.hpp"

#include <array>
#include <cstddef>
#include <span>

namespace vitrina::show {
namespace {

/// One meaning and its words: the one written in English, the one written in Latvian, and others that are
/// understood, with a stroke between them. All as folded() has them.
template <class T>
struct Words {
    T meaning;
    std::string_view english;
    std::string_view latvian;
    std::string_view others;
};

constexpr std::array columns{
    Words<PlanColumn>{PlanColumn::Segment, "part", "daļa", "segment|segments|section|block|sadaļa|bloks"},
    Words<PlanColumn>{PlanColumn::Title, "title", "nosaukums",
                      "item|name|row|what|virsraksts|punkts|rinda|tēma|topic"},
    Words<PlanColumn>{PlanColumn::Kind, "kind", "veids", "type|tips"},
    Words<PlanColumn>{PlanColumn::Planned, "planned time", "plānotais laiks",
                      "planned|plan|time|length|duration|laiks|ilgums|garums|plāns|plānots"},
    Words<PlanColumn>{PlanColumn::Scene, "scene", "aina", "scene role|role|shot|view|loma|kadrs|plāns kadrā"},
    Words<PlanColumn>{PlanColumn::Product, "product", "prece",
                      "product code|code|sku|article|preces kods|kods|artikuls"},
    Words<PlanColumn>{PlanColumn::TalkingPoints, "talking points", "runas punkti",
                      "points|script|text|teksts|punkti|ko teikt|scenārijs"},
    Words<PlanColumn>{PlanColumn::Note, "note", "piezīme",
                      "notes|comment|comments|remark|piezīmes|komentārs"},
    Words<PlanColumn>{PlanColumn::Disclosure, "disclosure", "reklāma",
                      "ad|paid|advertisement|sponsored|apmaksāts|#reklāma|norāde"},
    Words<PlanColumn>{PlanColumn::Standby, "in reserve", "rezervē", "reserve|standby|rezerve"},
    Words<PlanColumn>{PlanColumn::Skipped, "skipped", "izlaists", "skip|izlaist"},
    Words<PlanColumn>{PlanColumn::Mark, "mark", "atzīme", "colour|color|krāsa|atzīmēts"},
    Words<PlanColumn>{PlanColumn::PlannedStart, "planned start", "plānotais sākums", "start|sākums"},
    Words<PlanColumn>{PlanColumn::AiredStart, "on air at", "ēterā no", ""},
    Words<PlanColumn>{PlanColumn::AiredLength, "on air for", "ēterā", "actual|faktiski"},
    Words<PlanColumn>{PlanColumn::Difference, "difference", "starpība", "+/-|+/−"},
};
constexpr std::array kinds{
    Words<ItemKind>{ItemKind::Product, "product", "prece", "offer|item|goods|produkts|piedāvājums"},
    Words<ItemKind>{ItemKind::Talk, "talk", "saruna", "chat|speech|intro|outro|stāsts|runa|ievads"},
    Words<ItemKind>{ItemKind::Video, "video", "video", "clip|film|klips|filma"},
    Words<ItemKind>{ItemKind::Break, "break", "pauze", "pause|starpbrīdis|pārtraukums"},
};
constexpr std::array roles{
    Words<SceneRole>{SceneRole::Full, "full", "viss kadrs", "full shot|host|wide|vadītājs|pilns"},
    Words<SceneRole>{SceneRole::CloseUp, "close-up", "tuvplāns", "close up|closeup|detail|close_up"},
    Words<SceneRole>{SceneRole::PictureInPicture, "picture in picture", "attēls attēlā",
                     "pip|picture_in_picture"},
    Words<SceneRole>{SceneRole::SideBySide, "side by side", "blakus", "split|side_by_side"},
    Words<SceneRole>{SceneRole::CloseUpWithHost, "close-up with host", "tuvplāns ar vadītāju",
                     "close-up + host|close_up_with_host|tuvplāns + vadītājs"},
    Words<SceneRole>{SceneRole::StartingSoon, "starting soon", "drīz sāksim", "starting_soon|countdown"},
    Words<SceneRole>{SceneRole::Break, "break", "pauze", "pause"},
    Words<SceneRole>{SceneRole::Thanks, "thanks", "paldies", "goodbye|end|beigas"},
    Words<SceneRole>{SceneRole::Standby, "standby", "gaidīšana", "slate"},
};
constexpr std::array marks{
    Words<ItemMark>{ItemMark::None, "", "", "none|nav"},
    Words<ItemMark>{ItemMark::Highlight, "highlight", "svarīgākais", "key|svarīgs"},
    Words<ItemMark>{ItemMark::Care, "take care", "uzmanīgi", "care|uzmanību"},
    Words<ItemMark>{ItemMark::Guest, "guest", "viesis", "viesi|guests"},
    Words<ItemMark>{ItemMark::Technical, "technical", "tehnisks", "technics|tehnika"},
};
constexpr std::array answers{
    Words<bool>{true, "yes", "jā", "y|x|1|true|ja|+|✓"},
    Words<bool>{false, "", "", "no|n|nē|ne|0|false|-|–"},
};

bool among(std::string_view list, std::string_view word) {
    while (!list.empty()) {
        const std::size_t end = list.find('|');
        if (list.substr(0, end) == word)
            return true;
        list = end == std::string_view::npos ? std::string_view() : list.substr(end + 1);
    }
    return false;
}

template <class T, std::size_t N>
std::optional<T> meaningOf(const std::array<Words<T>, N>& list, std::string_view word) {
    const std::string plain = folded(word);
    for (const Words<T>& words : list) {
        if (plain == words.english || plain == words.latvian || among(words.others, plain))
            return words.meaning;
    }
    return std::nullopt;
}

template <class T, std::size_t N>
std::string write(const std::array<Words<T>, N>& list, T meaning, bool latvian) {
    for (const Words<T>& words : list) {
        if (words.meaning == meaning)
            return std::string(latvian ? words.latvian : words.english);
    }
    return {};
}

/// Small letter of a code point of two bytes: Latin with marks (Latvian and its neighbours), Cyrillic.
char32_t smallLetter(char32_t point) {
    const bool even = point % 2 == 0;
    if ((point >= 0xC0 && point <= 0xDE && point != 0xD7) || (point >= 0x410 && point <= 0x42F))
        return point + 0x20;
    if ((point >= 0x100 && point <= 0x137) || (point >= 0x14A && point <= 0x177))
        return even ? point + 1 : point;
    if ((point >= 0x139 && point <= 0x148) || (point >= 0x179 && point <= 0x17E))
        return even ? point : point + 1;
    return point;
}

} // namespace

std::string folded(std::string_view text) {
    std::string plain;
    plain.reserve(text.size());
    const auto at = [&](std::size_t i) {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u;
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const unsigned byte = at(i);
        if (byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r') {
            if (!plain.empty() && plain.back() != ' ')
                plain += ' ';
        } else if (byte == '"' || byte == '\'') {
            continue;
        } else if (byte == 0xE2 && at(i + 1) == 0x80 && at(i + 2) >= 0x98 && at(i + 2) <= 0x9F) {
            i += 2; // ‘ ’ ‚ “ ” „
        } else if (byte >= 'A' && byte <= 'Z') {
            plain += static_cast<char>(byte + ('a' - 'A'));
        } else if (byte >= 0xC3 && byte <= 0xD1 && (at(i + 1) & 0xC0) == 0x80) {
            const char32_t small = smallLetter((byte & 0x1Fu) << 6 | (at(i + 1) & 0x3Fu));
            plain += static_cast<char>(0xC0 | (small >> 6));
            plain += static_cast<char>(0x80 | (small & 0x3F));
            ++i;
        } else {
            plain += static_cast<char>(byte);
        }
    }
    if (!plain.empty() && plain.back() == ' ')
        plain.pop_back();
    return plain;
}

std::optional<PlanColumn> columnOf(std::string_view word) {
    return meaningOf(columns, word);
}
std::optional<ItemKind> kindOf(std::string_view word) {
    return meaningOf(kinds, word);
}
std::optional<SceneRole> roleOf(std::string_view word) {
    return meaningOf(roles, word);
}
std::optional<ItemMark> markOf(std::string_view word) {
    return meaningOf(marks, word);
}
std::optional<bool> yesOrNo(std::string_view word) {
    return meaningOf(answers, word);
}

std::string wordOf(PlanColumn column, bool latvian) {
    return write(columns, column, latvian);
}
std::string wordOf(ItemKind kind, bool latvian) {
    return write(kinds, kind, latvian);
}
std::string wordOf(SceneRole role, bool latvian) {
    return write(roles, role, latvian);
}
std::string wordOf(ItemMark mark, bool latvian) {
    return write(marks, mark, latvian);
}
std::string yesWord(bool latvian) {
    return write(answers, true, latvian);
}

} // namespace vitrina::show
