// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.hpp"
#include "commerce/ShopBook.hpp"
#include "record/Record.hpp"

/// The shop book's entries ⇄ bytes. As with facts: what is written is read for ever; a change raises the
/// version of its kind and brings an upgrade.
namespace vitrina::record {

EncodedFact encodeShopEntry(const commerce::ShopEntry& entry);
/// FileTooNew: a kind or a version that this program doesn't know. BadFormat: the body does not parse or
/// lacks a field.
Result<commerce::ShopEntry> decodeShopEntry(const EncodedFact& encoded);

} // namespace vitrina::record
