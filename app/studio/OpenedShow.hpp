// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.hpp"
#include "commerce/ShopBook.hpp"
#include "journal/Journal.hpp"
#include "record/Documents.hpp"

#include <QString>

#include <memory>
#include <optional>

namespace vitrina::studio {

/// A show ready to be run: its file, its plan and its pictures.
struct OpenedShow {
    std::unique_ptr<journal::ShowFile> file;
    record::ShowDocument document;
    QString assets;                              ///< folder of the products' pictures; may not exist
    std::optional<journal::RunInfo> unfinished;  ///< a live run that was not ended in order
    std::vector<commerce::DeniedClaim> denied{}; ///< prices "of before" in its document; see takeFromBook()
};

/// Opens a .vitrina file, or imports a .json document into `showsFolder` (a second import of the same show
/// replaces the plan and keeps its runs; the pictures are those beside the document, in "art"). A file that
/// can't be read is left as it is. Errors: those of ShowFile::open and decodeShowDocument, and
/// FileUnwritable.
Result<OpenedShow> openShow(const QString& path, const QString& showsFolder);

/// What the shop is, beyond this show: "was" prices from its ledger alone, the trader where the show names
/// none.
void takeFromBook(OpenedShow& opened, const commerce::ShopBook& book, std::int64_t nowMs);
/// Denied claims as the detail of a fault, a line each: SKU, claimed and known minor units (-1: not known),
/// with a tab between.
std::string claimsDetail(const std::vector<commerce::DeniedClaim>& denied);

} // namespace vitrina::studio
