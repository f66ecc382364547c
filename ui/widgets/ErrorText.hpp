// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.hpp"

#include <QString>

namespace vitrina::ui {

/// What a person reads of an error: what happened, what it means, what to do. One for every code; the detail
/// is for the log and only shown where the dialog says so.
QString errorSentence(ErrorCode code);
/// A few words for a line in a list: "key refused".
QString errorWords(ErrorCode code);

} // namespace vitrina::ui
