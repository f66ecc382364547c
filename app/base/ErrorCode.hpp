// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace vitrina {

/// Every way a thing can be refused or fail. The list only grows and a number is never used again: journals
/// and remote peers keep them. errorName() is the stable word that goes over the wire and into logs.
enum class ErrorCode {
    None = 0,
    // a command that can't be done now
    StaleCommand = 1, ///< the host has moved on since the command was made
    TooSoon = 2,      ///< a second take within the guard time
    NothingNext = 3,  ///< the rundown has no next item
    UnknownItem = 4,
    UnknownScene = 5,
    UnknownSource = 6,
    WrongPhase = 7, ///< not live, already live, already ended
    UnknownOutput = 8,
    NoSceneForRole = 9,
    ItemOnAir = 10, ///< the item is on air now: it can't be made next, removed or moved
    UnknownSegment = 11,
    SegmentAired = 12, ///< an item of the segment was on air in this run: its heading stays
    BadDuration = 13,  ///< a planned time below zero or above a day
    UnknownProduct = 14,
    NothingToUndo = 15, ///< nor to redo
    EditOutdated = 16,  ///< what a step would undo has changed since
    SourceOnAir = 17,   ///< it is on program and can't be taken away
    SceneOnAir = 18,    ///< it is on program, or the last one
    BadLayout = 19,     ///< an area, crop or rotation that leaves no picture
    // files
    FileMissing = 20,
    FileUnreadable = 21,
    FileNotOurs = 22,
    FileTooNew = 23,
    FileDamaged = 24,
    FileUnwritable = 25,
    DiskFull = 26,
    BadFormat = 27, ///< a document that does not parse or breaks its own rules
    // engine
    EngineUnavailable = 40,
    CameraAddressInvalid = 41,
    PortInUse = 42,
    CameraLost = 43,
    OutputRefused = 44,
    OutputLost = 45,
    // link and server
    LinkDown = 60,
    VersionMismatch = 61,
    NotAuthorised = 62,
    ServerStartFailed = 63,
    RequestExpired = 64,
    // commerce and audience, as a page gets them
    UnknownSku = 80,
    BadQuantity = 81,
    SoldOut = 82,
    AllInCheckouts = 83,
    PriceChanged = 84,
    SalesClosed = 85,
    KeyReused = 86, ///< the same idempotency key with another order
    RateLimited = 87,
    BadText = 88,
    BadRequest = 89,
    TooLarge = 90,
    Busy = 91,      ///< try again; nothing was done
    BelowSold = 92, ///< a stock correction below sold + reserved
    BadContact = 93,
    NotFound = 94,
    SkuStopped = 95,    ///< the host has taken it off sale
    ChatHidden = 96,    ///< the host has hidden the page's chat
    OfferNotLower = 97, ///< an offer's price that is not below the list's
    UnknownOffer = 98,  ///< not running here
    Internal = 99,
    // buying, as a page gets them
    CheckoutClosed = 100,  ///< the seller has not filled in what the law asks
    LimitReached = 101,    ///< one buyer's limit under an offer
    OfferOver = 102,       ///< it has ended, or its pieces are taken
    ReservationOver = 103, ///< released, expired or ordered already
    BadDelivery = 104,     ///< that way does not exist, does not go there or can't be paid so
    WrongWord = 105,       ///< no running coupon has this word
    OrderFixed = 106,      ///< too late: sent, collected, cancelled or refunded
    OnHold = 107,          ///< too many reservations of this buyer ran out; wait
    PriorUnknown = 108,    ///< a "was" the price ledger does not bear out
    CardNumber = 109, ///< a payment card's number stands in a text: it is not taken, not even to be kept safe
    // the shop behind the server, and the way to buyers
    ShopUnreachable = 111, ///< it does not answer; it is asked again by itself
    ShopRefused = 112,     ///< it understood and said no
    MailUnreachable = 113, ///< the mail server does not answer
    MailRefused = 114,     ///< it answered and took nothing: user, password, sender or receiver
    BadSignature = 115,    ///< a message in a shop's name that it did not sign
    ShowMoved = 116,       ///< this server's copy of the run is older than the one that is served elsewhere
    // the machine
    LowBattery = 110,
    // what stands on the picture
    PlaceOfLabel = 120,  ///< the disclosure label stands there, and nothing may cover it
    CountedBefore = 121, ///< this item has had its countdown: one that starts again is not believed
    MissingGlyphs = 122, ///< no font of this machine has the characters
};

std::string_view errorName(ErrorCode code);
ErrorCode errorFromName(std::string_view name);

} // namespace vitrina
