// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/PhoneForms.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace vitrina::server {

namespace {

/// Of the EU, the EEA and their neighbours: where a shop of this kind is.
constexpr std::array codes{
    std::pair{"AT", "43"},  std::pair{"BE", "32"},  std::pair{"BG", "359"}, std::pair{"CH", "41"},
    std::pair{"CY", "357"}, std::pair{"CZ", "420"}, std::pair{"DE", "49"},  std::pair{"DK", "45"},
    std::pair{"EE", "372"}, std::pair{"EL", "30"},  std::pair{"ES", "34"},  std::pair{"FI", "358"},
    std::pair{"FR", "33"},  std::pair{"GB", "44"},  std::pair{"GR", "30"},  std::pair{"HR", "385"},
    std::pair{"HU", "36"},  std::pair{"IE", "353"}, std::pair{"IS", "354"}, std::pair{"LI", "423"},
    std::pair{"LT", "370"}, std::pair{"LU", "352"}, std::pair{"LV", "371"}, std::pair{"MT", "356"},
    std::pair{"NL", "31"},  std::pair{"NO", "47"},  std::pair{"PL", "48"},  std::pair{"PT", "351"},
    std::pair{"RO", "40"},  std::pair{"SE", "46"},  std::pair{"SI", "386"}, std::pair{"SK", "421"},
    std::pair{"UA", "380"},
};

std::string_view codeOf(std::string_view country) {
    const auto known = std::ranges::find_if(codes, [&](const auto& code) { return country == code.first; });
    return known == codes.end() ? std::string_view() : std::string_view(known->second);
}

std::string digitsOf(std::string_view text) {
    std::string digits;
    for (const char c : text) {
        if (c >= '0' && c <= '9')
            digits += c;
    }
    return digits;
}

} // namespace

std::string_view callingCode(const commerce::Terms& terms) {
    const std::string_view vat = terms.trader.vatNumber;
    if (const auto code = codeOf(vat.substr(0, std::min<std::size_t>(2, vat.size()))); !code.empty())
        return code;
    std::set<std::string_view> countries;
    for (const commerce::DeliveryWay& way : terms.delivery) {
        for (const commerce::DeliveryPrice& price : way.prices)
            countries.insert(price.region);
    }
    return countries.size() == 1 ? codeOf(*countries.begin()) : std::string_view();
}

std::vector<std::string> sameContacts(std::string_view contact, std::string_view callingCode) {
    std::string digits = digitsOf(contact);
    if (contact.find('@') != std::string_view::npos)
        return {std::string(contact)};
    const bool zeros = digits.starts_with("00");
    if (zeros)
        digits.erase(0, 2);
    std::vector<std::string> forms{digits};
    if (callingCode.empty())
        return forms;
    const bool international = zeros || contact.starts_with('+');
    if (international && !digits.starts_with(callingCode))
        return forms;
    std::string own = international ? digits.substr(callingCode.size()) : digits;
    if (own.starts_with('0'))
        own.erase(0, 1);
    for (std::string form : {std::string(callingCode) + own, own, "0" + own}) {
        if (std::ranges::find(forms, form) == forms.end())
            forms.push_back(std::move(form));
    }
    return forms;
}

} // namespace vitrina::server
