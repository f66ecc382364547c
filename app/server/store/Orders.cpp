// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/Statements.hpp"

/// The part of the writer that changes orders.
namespace vitrina::server {

ErrorCode Writer::perform(const commerce::ChangeOrder&, Answered&) {
    return ErrorCode::NotFound;
}

ErrorCode Writer::perform(const commerce::VoidSince&, Answered&) {
    return ErrorCode::NotFound;
}

} // namespace vitrina::server
