// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Id.hpp"
#include "base/Result.hpp"
#include "commerce/Facts.hpp"
#include "commerce/ShopOrder.hpp"
#include "record/Record.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// What studio and show server say to each other on the control connection; link.md has the table and the
/// rules.
namespace vitrina::protocol {

inline constexpr int linkVersion = 1;

struct Hello {
    int version = linkVersion;
    std::string secret;
    ShowId show;
    RunId run;
    std::uint64_t have = 0; ///< server records of this run that are durable at the studio
    std::int64_t wallMs = 0;
    std::uint64_t epoch = 0; ///< how often the run has moved, as the studio has recorded it
    bool operator==(const Hello&) const = default;
};
struct Welcome {
    int version = linkVersion;
    std::uint64_t have = 0; ///< studio records of this run that are durable at the server
    std::string url;        ///< of the viewers' page
    std::int64_t wallMs = 0;
    bool operator==(const Welcome&) const = default;
};
struct Records {
    std::vector<record::Record> records;
    bool operator==(const Records&) const = default;
};
/// The other side's records up to seq are durable here.
struct Ack {
    std::uint64_t seq = 0;
    bool operator==(const Ack&) const = default;
};
struct Request {
    RequestId id;
    commerce::Request body;
    std::uint64_t basedOn = 0;     ///< server seq the studio had seen
    std::int64_t validUntilMs = 0; ///< wall time; 0: never expires. On the wire by the server's clock
    bool operator==(const Request&) const = default;
};
inline constexpr std::size_t maxAssetBytes = 2u << 20;
struct Asset {
    std::string name;
    std::string type; ///< MIME type
    std::string data; ///< bytes; Base64 on the wire
    bool operator==(const Asset&) const = default;
};
struct Ping {
    std::int64_t wallMs = 0;
    bool operator==(const Ping&) const = default;
};
struct Pong {
    std::int64_t wallMs = 0;
    std::int64_t echoMs = 0; ///< the ping's
    bool operator==(const Pong&) const = default;
};
struct Close {
    bool operator==(const Close&) const = default;
};
struct Quit {
    bool operator==(const Quit&) const = default;
};
struct Refused {
    ErrorCode error = ErrorCode::None;
    std::string detail;
    bool operator==(const Refused&) const = default;
};
/// Whose these orders are.
struct BuyersAsk {
    std::vector<OrderNumber> orders;
    bool operator==(const BuyersAsk&) const = default;
};
struct BuyerWord {
    std::int64_t atMs = 0; ///< wall time of the server
    std::string from;      ///< "shop" or "buyer"
    std::string text;
    bool operator==(const BuyerWord&) const = default;
};
struct BuyerOf {
    OrderNumber order;
    std::string name;
    std::string contact;
    std::string phone;
    std::string address;
    std::string note;
    std::string reference; ///< what a transfer says; empty: it is not paid so
    std::vector<BuyerWord> words;
    bool operator==(const BuyerOf&) const = default;
};
/// The answer, in several messages when they are many; an order that is not known or whose buyer is erased
/// is left out. Never a record, never in the show file.
struct Buyers {
    std::vector<BuyerOf> buyers;
    bool operator==(const Buyers&) const = default;
};
/// First and only JSON frame of a video connection.
struct Video {
    std::string secret;
    bool operator==(const Video&) const = default;
};
/// Phones on this network: the server opens a second way in for them, or shuts it. Answered by Reach.
struct Phones {
    bool on = false;
    bool operator==(const Phones&) const = default;
};
/// How the pages can be reached, whenever that has changed.
struct Reach {
    std::string url;         ///< what viewers are to open
    std::string fingerprint; ///< of the certificate they will be shown, "AB:CD:…"; empty: not our own
    std::string words;       ///< the same to be read aloud
    ErrorCode error = ErrorCode::None; ///< why phones were not let in
    std::string detail;
    bool operator==(const Reach&) const = default;
};
/// A shop's way to send mail; the password is said and kept, and shown to nobody.
struct MailWay {
    std::string url; ///< "smtps://mail.example:465"; "smtp://mail.example:587" goes over to TLS
    std::string user;
    std::string password;
    std::string from;
    bool operator==(const MailWay&) const = default;
};
/// A shop that takes the orders on: what its connector signs in with.
struct ShopBehind {
    std::string connector; ///< ShopConnector::name(); "vendure"
    std::string url;
    std::string user;
    std::string password;
    bool operator==(const ShopBehind&) const = default;
};
/// What the server needs of the world beyond the show. Said after each welcome and when it has changed;
/// holds secrets: never a record, never in a log. Answered by OutsideState.
struct Outside {
    std::optional<MailWay> mail;
    std::string hookSecret; ///< with which the shop that checks out signs its webhooks; empty: none is taken
    std::optional<ShopBehind> shop;
    bool operator==(const Outside&) const = default;
};
/// How one part of it does.
struct OutsidePart {
    ErrorCode error = ErrorCode::None;
    std::string detail;
    std::int64_t done = 0;   ///< mails sent, webhooks taken, orders handed on
    std::int64_t lastMs = 0; ///< wall time of the newest of them, or of the error; 0: none yet
    bool operator==(const OutsidePart&) const = default;
};
struct OutsideState {
    OutsidePart mail;
    OutsidePart hooks;
    OutsidePart shop;
    std::string hookUrl; ///< what the shop is to be told; empty: no webhooks are taken
    bool operator==(const OutsideState&) const = default;
};
/// A mail to oneself, to see whether it comes.
struct MailTest {
    std::string to;
    bool operator==(const MailTest&) const = default;
};
struct MailTested {
    ErrorCode error = ErrorCode::None; ///< None: the mail server has taken it
    std::string detail;
    bool operator==(const MailTested&) const = default;
};
/// What the shop writes to a buyer, ahead of the request that sends it: its note is "words:KEY", so that no
/// record holds them. Said again after each welcome; kept in memory on both sides.
struct ShopWords {
    std::string key;
    std::string text;
    bool operator==(const ShopWords&) const = default;
};
/// All that is held of the buyer of an order, for the person who asks for it. Answered by Exported.
struct ExportAsk {
    OrderNumber order;
    bool operator==(const ExportAsk&) const = default;
};
struct Exported {
    OrderNumber order;
    ErrorCode error = ErrorCode::None; ///< NotFound: no such order, or its buyer is erased
    std::string json;                  ///< indented; personal: never a record
    bool operator==(const Exported&) const = default;
};
/// An order of a shop with a checkout of its own, as a table told of it, with its buyer.
struct ShopOrderOf {
    commerce::ShopOrder order;
    std::string name;
    std::string contact;
    std::string phone;
    std::string address;
    std::string note;
    bool operator==(const ShopOrderOf&) const = default;
};
inline constexpr std::size_t shopOrdersAtOnce = 50;
/// Buyers' data: never a record, never in a log. Each is answered by ShopOrdersTaken with its `part`; what
/// was not answered is sent again by the person, and nothing is counted twice by it.
struct ShopOrders {
    std::uint64_t part = 0;
    std::vector<ShopOrderOf> orders; ///< at most shopOrdersAtOnce
    bool operator==(const ShopOrders&) const = default;
};
struct ShopOrdersTaken {
    std::uint64_t part = 0;
    std::int64_t placed = 0;  ///< new here
    std::int64_t changed = 0; ///< known, and otherwise than before
    std::int64_t known = 0;   ///< nothing new, or not sold yet
    std::int64_t passed = 0;  ///< not of this show
    std::int64_t refused = 0; ///< Busy, or not well-formed
    bool operator==(const ShopOrdersTaken&) const = default;
};
/// First and only message of a studio that wants to be known: the one-time secret of a pairing code, hex.
struct Pair {
    std::string secret;
    bool operator==(const Pair&) const = default;
};
struct Paired {
    std::string secret; ///< to be kept by the studio and said in every hello
    std::string url;
    bool operator==(const Paired&) const = default;
};
// Moving a show from one server to another (link.md). On a connection of its own each.
/// The server that has the run closes it, and gives it out in parts.
struct MoveOut {
    std::string secret;
    ShowId show;
    RunId run;
    std::uint64_t epoch = 0; ///< that it has
    bool operator==(const MoveOut&) const = default;
};
/// The server that is to have it.
struct MoveIn {
    std::string secret;
    ShowId show;
    RunId run;
    std::uint64_t epoch = 0; ///< that it will have
    bool operator==(const MoveIn&) const = default;
};
struct MoveNext {
    bool operator==(const MoveNext&) const = default;
};
/// Rows of one table, buyers' data among them: never a record, never in a log, on no disk.
struct MovePart {
    std::string data;
    bool last = false;
    bool operator==(const MovePart&) const = default;
};
/// It is done, durably where link.md says so.
struct MoveState {
    std::int64_t rows = 0; ///< there are in all; 0: not said
    std::string url;       ///< of the pages of the server that says it
    bool operator==(const MoveState&) const = default;
};
/// Served elsewhere from now on.
struct Moved {
    std::string secret;
    ShowId show;
    RunId run;
    std::uint64_t epoch = 0;
    std::string url; ///< where pages are sent
    bool operator==(const Moved&) const = default;
};
/// What the server's own tables of the run come to, for the end of a show.
struct TallyAsk {
    bool operator==(const TallyAsk&) const = default;
};
struct Tally {
    std::int64_t messages = 0;
    std::int64_t orders = 0;
    std::int64_t units = 0;
    std::int64_t gmvMinor = 0;
    std::int64_t oversold = 0; ///< pieces beyond what was allocated
    bool operator==(const Tally&) const = default;
};
/// A message of a kind this version does not know; passed over.
struct UnknownMessage {
    std::string type;
    bool operator==(const UnknownMessage&) const = default;
};

using Message =
    std::variant<Hello, Welcome, Records, Ack, Request, Asset, Ping, Pong, Close, Quit, Refused, BuyersAsk,
                 Buyers, Video, Phones, Reach, Outside, OutsideState, MailTest, MailTested, ShopOrders,
                 ShopOrdersTaken, ShopWords, ExportAsk, Exported, Pair, Paired, MoveOut, MoveIn, MoveNext,
                 MovePart, MoveState, Moved, TallyAsk, Tally, UnknownMessage>;

std::string encodeMessage(const Message& message);
/// BadFormat: not an object with "t", or a known kind that lacks a field.
Result<Message> decodeMessage(std::string_view json);

/// The message as frames ready to be sent: one, but Records are cut into frames of about 1 MiB.
std::vector<std::string> encodeFrames(const Message& message);

std::string toBase64(std::string_view bytes);
Result<std::string> fromBase64(std::string_view text);

} // namespace vitrina::protocol
