// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace vitrina {

/// A visitor put together from lambdas, one for each case of a variant: std::visit(Overloaded{…}, value).
template <class... Cases>
struct Overloaded : Cases... {
    using Cases::operator()...;
};
template <class... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>; // clang 14 (the fuzz build) does not deduce it by itself

} // namespace vitrina
