// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.hpp"
#include "commerce/Catalogue.hpp"
#include "commerce/Facts.hpp"
#include "show/Show.hpp"
#include "stage/SetUp.hpp"

#include <string>

/// Documents as JSON: what is kept in a show file, what is exported for editing by hand, and this machine's
/// set-up.
namespace vitrina::record {

/// A show file's document: the plan, and what it sells at which offers and on what terms.
struct ShowDocument {
    show::Show show;
    commerce::Catalogue catalogue;

    bool operator==(const ShowDocument&) const = default;
};

inline constexpr int showDocumentVersion = 1;
inline constexpr int setUpVersion = 1;

std::string encodeShowDocument(const ShowDocument& document); ///< indented, for people
/// FileNotOurs: JSON but no Vitrina show; FileTooNew; BadFormat with the path of the bad field, e.g.
/// "segments[1].items[0].role". Unknown product in an item, two equal ids or codes: BadFormat.
Result<ShowDocument> decodeShowDocument(const std::string& json);

std::string encodeSetUp(const stage::SetUp& setUp);
Result<stage::SetUp> decodeSetUp(const std::string& json);

std::string encodeRequest(const commerce::Request& request);
Result<commerce::Request> decodeRequest(const std::string& json);

} // namespace vitrina::record
