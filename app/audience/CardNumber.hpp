// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace vitrina::audience {

/// Whether a text holds what looks like the number of a payment card (PCI DSS: what is never taken needs no
/// guarding): 14 to 19 digits of whatever script, single or in groups, that begin as a card's do (ISO/IEC
/// 7812 issuers) and whose last digit is right (Luhn, annex B). 13 digits are left alone: no card has been
/// issued with so few for years, and barcodes have them.
bool holdsCardNumber(const std::string& utf8);

} // namespace vitrina::audience
