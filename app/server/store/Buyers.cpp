// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/Statements.hpp"

/// The part of the writer that keeps who buys.
namespace vitrina::server {

void Writer::insertBuyer(std::int64_t order, const Buyer& buyer) {
    statements_->insertBuyer.bind(1, order).bind(2, buyer.name).bind(3, buyer.contact).run();
}

ErrorCode Writer::perform(const commerce::EraseBuyer&, Answered&) {
    return ErrorCode::NotFound;
}

} // namespace vitrina::server
