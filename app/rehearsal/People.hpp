// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <random>
#include <string>

namespace vitrina::rehearsal {

/// Who a simulated viewer is. Contacts are at example.org: nobody is written to by mistake.
struct Person {
    std::string name;
    std::string contact;
    std::string language; ///< "lv" or "en"
};

Person makePerson(int index, const std::string& language, std::mt19937_64& random);
/// Something a viewer of such a show writes.
std::string chatLine(const Person& person, std::mt19937_64& random);

} // namespace vitrina::rehearsal
