// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.hpp"
#include "show/Edited.hpp"
#include "show/Run.hpp"

#include <string>

/// What every edit of the plan has to keep; shared by the edits of one row and those of many.
namespace vitrina::show {

std::string trimmed(const std::string& text);
/// BadText: empty or above maxTextLength.
Result<void> checkTitle(const std::string& title);
/// Only what changes is looked at: a document may hold older values that are not as strict. A new item is
/// compared with an empty one.
Result<void> checkItem(const Item& before, const Item& after);

const Segment* findSegment(const Rundown& rundown, const SegmentId& id);
std::int64_t positionOf(const Rundown& rundown, const Segment& segment);
/// The heading alone: what is said of a segment whose items stay.
PlacedSegment heading(const Rundown& rundown, const Segment& segment);
/// The item was taken in this run.
bool aired(const Run& run, const ItemId& id);
ItemId itemOnAir(const Run& run);

} // namespace vitrina::show
