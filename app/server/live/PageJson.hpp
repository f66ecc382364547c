// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/PageView.hpp"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

/// The page's wire as JSON texts; app/protocol/page.md has the table.
namespace vitrina::server::page {

enum class State { Waiting, Live, Away, Ended };

/// The hello's fields from "run" on, without the opening brace: the same for every page.
std::string snapshotTail(const PageView& view, State state, std::int64_t watching, std::uint64_t seq);
std::string hello(const std::string& tail, std::int64_t nowMs);
std::string snapshot(const std::string& tail, std::int64_t nowMs);

std::string stock(const PageView& view, const std::set<Sku>& skus, std::uint64_t seq);
/// What these SKUs cost now; those that no product has any more are left out.
std::string prices(const PageView& view, const std::map<Sku, std::int64_t>& prices, std::uint64_t seq);
std::string offers(const PageView& view, std::uint64_t seq);
std::string product(const PageView& view, const commerce::Product& product, std::uint64_t seq);
std::string terms(const PageView& view, std::uint64_t seq);
std::string pin(const Pin& pin, std::uint64_t seq);
std::string chat(const std::vector<ChatLine>& lines, std::uint64_t seq);
std::string viewers(std::int64_t watching);
std::string here(std::int64_t nowMs);
std::string state(State state);
std::string sales(bool open);
/// With the chat as it is to be shown from now on: nothing, or its last lines.
std::string chatSwitched(const PageView& view, std::uint64_t seq);
std::string bye(std::string_view reason);
std::string moved(std::string_view url);

std::string_view stateWord(State state);

} // namespace vitrina::server::page
