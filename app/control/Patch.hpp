// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace vitrina::control {

/// What has changed, by stable ids; the value itself is read from State. An empty id means "the whole of it".
enum class PatchKind {
    None,
    Show,     ///< plan edited; plan or catalogue replaced
    Run,      ///< phase, next, clocks
    Item,     ///< id: ItemId
    Product,  ///< id: ProductId; price or stock
    Stage,    ///< preview, program, transition, card, slate
    Source,   ///< id: SourceId; health, mute, volume
    Output,   ///< id: OutputId
    Chat,     ///< new messages at the end; shown on the page or not
    Audience, ///< totals
    Link,     ///< health, address, pending requests
    Fault,    ///< id: subject
    SetUp,    ///< cameras, scenes or how they are laid out
    Order,    ///< id: OrderNumber; new, moved on, written to
    Offer,    ///< id: OfferId; planned, dropped, started, extended, ended
};

struct Change {
    PatchKind kind = PatchKind::None;
    std::string id;
    bool operator==(const Change&) const = default;
};

using Patch = std::vector<Change>;

} // namespace vitrina::control
