// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/Message.hpp"

#include <algorithm>
#include <memory>

#include <unicode/brkiter.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

namespace vitrina::audience {

namespace {

/// On the average of a whole text; a single one may have more (a family is 25 bytes), in a short text all.
constexpr std::size_t mostBytesPerCharacter = 8;
constexpr std::size_t shortTextBytes = 256;
constexpr std::int32_t maxClusterCodePoints =
    12; // the longest emoji in use has 11; beyond are stacks of marks

bool validUtf8(const std::string& text) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto length = static_cast<std::int32_t>(text.size());
    std::int32_t at = 0;
    while (at < length) {
        UChar32 point = 0;
        U8_NEXT(bytes, at, length, point);
        if (point < 0)
            return false;
    }
    return true;
}

/// Joiners make emoji and several scripts, tag characters make flags; every other format mark only hides or
/// reorders.
bool isDropped(UChar32 point) {
    if (point == 0x200C || point == 0x200D || (point >= 0xE0020 && point <= 0xE007F))
        return false;
    const int8_t type = u_charType(point);
    return type == U_FORMAT_CHAR || type == U_CONTROL_CHAR || type == U_PRIVATE_USE_CHAR ||
           type == U_UNASSIGNED || type == U_SURROGATE;
}

bool isVisible(UChar32 point) {
    return point != 0x2800 && !u_isUWhiteSpace(point) &&
           !u_hasBinaryProperty(point, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) &&
           (U_GET_GC_MASK(point) & U_GC_M_MASK) == 0;
}

icu::UnicodeString folded(const icu::UnicodeString& text, bool& visible) {
    icu::UnicodeString out;
    bool blank = false;
    for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
        const UChar32 point = text.char32At(at);
        if (u_isUWhiteSpace(point)) {
            blank = true;
            continue;
        }
        if (isDropped(point))
            continue;
        if (blank && !out.isEmpty())
            out.append(static_cast<UChar32>(' '));
        blank = false;
        visible = visible || isVisible(point);
        out.append(point);
    }
    return out;
}

/// Clusters of the text, or −1 when one of them is a stack too high to show.
std::int64_t countClusters(const icu::UnicodeString& text) {
    UErrorCode status = U_ZERO_ERROR;
    // One iterator a thread: making it costs more than the text does.
    thread_local const std::unique_ptr<icu::BreakIterator> breaks(
        icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
    if (!breaks)
        return -1;
    breaks->setText(text);
    std::int64_t count = 0;
    std::int32_t from = breaks->first();
    for (std::int32_t to = breaks->next(); to != icu::BreakIterator::DONE; from = to, to = breaks->next()) {
        if (text.countChar32(from, to - from) > maxClusterCodePoints)
            return -1;
        ++count;
    }
    return count;
}

/// Printable ASCII with single blanks inside: nothing in it is folded, normalised or joined, and each byte is
/// a character. Most names are such, and an order's are cleaned on the thread that serves everybody.
bool isPlain(const std::string& text) {
    char before = ' ';
    for (const char c : text) {
        if (c < ' ' || c > '~' || (c == ' ' && before == ' '))
            return false;
        before = c;
    }
    return before != ' ';
}

} // namespace

Result<std::string> cleanText(const std::string& utf8, std::size_t maxCharacters) {
    // 12 code points of 4 bytes a cluster: what is longer can't be right, and is not worth looking at.
    if (utf8.size() > maxCharacters * maxClusterCodePoints * 4 || !validUtf8(utf8))
        return fail(ErrorCode::BadText);
    if (isPlain(utf8))
        return utf8.size() <= maxCharacters ? utf8 : Result<std::string>(fail(ErrorCode::BadText));
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status))
        return fail(ErrorCode::Internal, "no normaliser");
    bool visible = false;
    const icu::UnicodeString kept = folded(icu::UnicodeString::fromUTF8(utf8), visible);
    const icu::UnicodeString text = nfc->normalize(kept, status);
    if (U_FAILURE(status) || !visible)
        return fail(ErrorCode::BadText);
    const std::int64_t clusters = countClusters(text);
    if (clusters < 1 || static_cast<std::size_t>(clusters) > maxCharacters)
        return fail(ErrorCode::BadText);
    std::string cleaned;
    text.toUTF8String(cleaned);
    if (cleaned.size() > std::max(maxCharacters * mostBytesPerCharacter, shortTextBytes))
        return fail(ErrorCode::BadText);
    return cleaned;
}

} // namespace vitrina::audience
