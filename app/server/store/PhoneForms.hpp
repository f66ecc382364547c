// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commerce/Terms.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace vitrina::server {

/// The calling code of the country a shop is in (ITU-T E.164): by its VAT number, or the only country it
/// delivers to. Empty: not known.
std::string_view callingCode(const commerce::Terms& terms);
/// The digits of a contact in each form that means the same: as it is, international and national, with a
/// trunk 0 and without. An e-mail address, or a number of another country, is only itself.
std::vector<std::string> sameContacts(std::string_view contact, std::string_view callingCode);

} // namespace vitrina::server
