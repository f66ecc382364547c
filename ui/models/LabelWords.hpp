// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "show/Show.hpp"

#include <QStringList>

namespace vitrina::ui {

/// The words usual on a disclosure label, in the show's language and not the window's: viewers read them. The
/// show's own come first.
QStringList usualLabels(const show::Show& show);

} // namespace vitrina::ui
