// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Id.hpp"
#include "base/Result.hpp"
#include "server/store/BuyerTables.hpp"

#include <string>

namespace vitrina::server {

/// All that is held of the buyer of this order, in all of the buyer's orders, as indented JSON: what a person
/// may ask for (GDPR art. 15 and 20). Reads only; may run beside a serving server. FileUnreadable,
/// FileDamaged (no key), NotFound: no such order, or its buyer is erased.
Result<std::string> exportBuyer(const std::string& dataFolder, const OrderNumber& number);
/// The same of a store that is open.
Result<std::string> exportBuyer(Database& database, BuyerTables& tables, const OrderNumber& number);

} // namespace vitrina::server
