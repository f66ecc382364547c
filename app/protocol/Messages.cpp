// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/Messages.hpp"

#include "protocol/Frame.hpp"
#include "protocol/ServerLock.hpp"
#include "record/Documents.hpp"
#include "record/Layout.hpp"
#include "record/ShopOrderLayout.hpp"

namespace vitrina::record {

using namespace protocol;

template <>
struct Layout<Hello> {
    static constexpr std::string_view type = "hello";
    static constexpr std::tuple fields{field("v", &Hello::version),  field("secret", &Hello::secret),
                                       field("show", &Hello::show),  field("run", &Hello::run),
                                       field("have", &Hello::have),  field("wall", &Hello::wallMs),
                                       field("epoch", &Hello::epoch)};
};
template <>
struct Layout<Welcome> {
    static constexpr std::string_view type = "welcome";
    static constexpr std::tuple fields{field("v", &Welcome::version), field("have", &Welcome::have),
                                       field("url", &Welcome::url), field("wall", &Welcome::wallMs)};
};
template <>
struct Layout<Ack> {
    static constexpr std::string_view type = "ack";
    static constexpr std::tuple fields{field("seq", &Ack::seq)};
};
template <>
struct Layout<Ping> {
    static constexpr std::string_view type = "ping";
    static constexpr std::tuple fields{field("wall", &Ping::wallMs)};
};
template <>
struct Layout<Pong> {
    static constexpr std::string_view type = "pong";
    static constexpr std::tuple fields{field("wall", &Pong::wallMs), field("echo", &Pong::echoMs)};
};
template <>
struct Layout<Close> {
    static constexpr std::string_view type = "close";
    static constexpr std::tuple<> fields{};
};
template <>
struct Layout<Quit> {
    static constexpr std::string_view type = "quit";
    static constexpr std::tuple<> fields{};
};
template <>
struct Layout<Refused> {
    static constexpr std::string_view type = "refused";
    static constexpr std::tuple fields{field("error", &Refused::error), field("detail", &Refused::detail)};
};
template <>
struct Layout<BuyersAsk> {
    static constexpr std::string_view type = "buyers_ask";
    static constexpr std::tuple fields{field("orders", &BuyersAsk::orders)};
};
template <>
struct Layout<BuyerWord> {
    static constexpr std::tuple fields{field("at", &BuyerWord::atMs), field("from", &BuyerWord::from),
                                       field("text", &BuyerWord::text)};
};
template <>
struct Layout<BuyerOf> {
    static constexpr std::tuple fields{
        field("order", &BuyerOf::order),         field("name", &BuyerOf::name),
        field("contact", &BuyerOf::contact),     field("phone", &BuyerOf::phone),
        field("address", &BuyerOf::address),     field("note", &BuyerOf::note),
        field("reference", &BuyerOf::reference), field("words", &BuyerOf::words),
    };
};
template <>
struct Layout<Buyers> {
    static constexpr std::string_view type = "buyers";
    static constexpr std::tuple fields{field("buyers", &Buyers::buyers)};
};
template <>
struct Layout<Video> {
    static constexpr std::string_view type = "video";
    static constexpr std::tuple fields{field("secret", &Video::secret)};
};
template <>
struct Layout<Phones> {
    static constexpr std::string_view type = "phones";
    static constexpr std::tuple fields{field("on", &Phones::on)};
};
template <>
struct Layout<Reach> {
    static constexpr std::string_view type = "reach";
    static constexpr std::tuple fields{field("url", &Reach::url), field("fingerprint", &Reach::fingerprint),
                                       field("words", &Reach::words), field("error", &Reach::error),
                                       field("detail", &Reach::detail)};
};
template <>
struct Layout<MailWay> {
    static constexpr std::tuple fields{field("url", &MailWay::url), field("user", &MailWay::user),
                                       field("password", &MailWay::password), field("from", &MailWay::from)};
};
template <>
struct Layout<ShopBehind> {
    static constexpr std::tuple fields{field("connector", &ShopBehind::connector),
                                       field("url", &ShopBehind::url), field("user", &ShopBehind::user),
                                       field("password", &ShopBehind::password)};
};
template <>
struct Layout<Outside> {
    static constexpr std::string_view type = "outside";
    static constexpr std::tuple fields{field("mail", &Outside::mail),
                                       field("hookSecret", &Outside::hookSecret),
                                       field("shop", &Outside::shop)};
};
template <>
struct Layout<OutsidePart> {
    static constexpr std::tuple fields{
        field("error", &OutsidePart::error), field("detail", &OutsidePart::detail),
        field("done", &OutsidePart::done), field("last", &OutsidePart::lastMs)};
};
template <>
struct Layout<OutsideState> {
    static constexpr std::string_view type = "outside_state";
    static constexpr std::tuple fields{
        field("mail", &OutsideState::mail), field("hooks", &OutsideState::hooks),
        field("shop", &OutsideState::shop), field("hookUrl", &OutsideState::hookUrl)};
};
template <>
struct Layout<MailTest> {
    static constexpr std::string_view type = "mail_test";
    static constexpr std::tuple fields{field("to", &MailTest::to)};
};
template <>
struct Layout<MailTested> {
    static constexpr std::string_view type = "mail_tested";
    static constexpr std::tuple fields{field("error", &MailTested::error),
                                       field("detail", &MailTested::detail)};
};
template <>
struct Layout<ShopWords> {
    static constexpr std::string_view type = "words";
    static constexpr std::tuple fields{field("key", &ShopWords::key), field("text", &ShopWords::text)};
};
template <>
struct Layout<ExportAsk> {
    static constexpr std::string_view type = "export_ask";
    static constexpr std::tuple fields{field("order", &ExportAsk::order)};
};
template <>
struct Layout<Exported> {
    static constexpr std::string_view type = "exported";
    static constexpr std::tuple fields{field("order", &Exported::order), field("error", &Exported::error),
                                       field("json", &Exported::json)};
};
template <>
struct Layout<ShopOrderOf> {
    static constexpr std::tuple fields{
        field("order", &ShopOrderOf::order),     field("name", &ShopOrderOf::name),
        field("contact", &ShopOrderOf::contact), field("phone", &ShopOrderOf::phone),
        field("address", &ShopOrderOf::address), field("note", &ShopOrderOf::note),
    };
};
template <>
struct Layout<ShopOrders> {
    static constexpr std::string_view type = "shop_orders";
    static constexpr std::tuple fields{field("part", &ShopOrders::part),
                                       field("orders", &ShopOrders::orders)};
};
template <>
struct Layout<ShopOrdersTaken> {
    static constexpr std::string_view type = "shop_orders_taken";
    static constexpr std::tuple fields{
        field("part", &ShopOrdersTaken::part),       field("placed", &ShopOrdersTaken::placed),
        field("changed", &ShopOrdersTaken::changed), field("known", &ShopOrdersTaken::known),
        field("passed", &ShopOrdersTaken::passed),   field("refused", &ShopOrdersTaken::refused),
    };
};
template <>
struct Layout<Pair> {
    static constexpr std::string_view type = "pair";
    static constexpr std::tuple fields{field("secret", &Pair::secret)};
};
template <>
struct Layout<Paired> {
    static constexpr std::string_view type = "paired";
    static constexpr std::tuple fields{field("secret", &Paired::secret), field("url", &Paired::url)};
};
template <>
struct Layout<MoveOut> {
    static constexpr std::string_view type = "move_out";
    static constexpr std::tuple fields{field("secret", &MoveOut::secret), field("show", &MoveOut::show),
                                       field("run", &MoveOut::run), field("epoch", &MoveOut::epoch)};
};
template <>
struct Layout<MoveIn> {
    static constexpr std::string_view type = "move_in";
    static constexpr std::tuple fields{field("secret", &MoveIn::secret), field("show", &MoveIn::show),
                                       field("run", &MoveIn::run), field("epoch", &MoveIn::epoch)};
};
template <>
struct Layout<MoveNext> {
    static constexpr std::string_view type = "move_next";
    static constexpr std::tuple<> fields{};
};
template <>
struct Layout<MovePart> {
    static constexpr std::string_view type = "move_part";
    static constexpr std::tuple fields{field("data", &MovePart::data), field("last", &MovePart::last)};
};
template <>
struct Layout<MoveState> {
    static constexpr std::string_view type = "move_state";
    static constexpr std::tuple fields{field("rows", &MoveState::rows), field("url", &MoveState::url)};
};
template <>
struct Layout<Moved> {
    static constexpr std::string_view type = "moved";
    static constexpr std::tuple fields{field("secret", &Moved::secret), field("show", &Moved::show),
                                       field("run", &Moved::run), field("epoch", &Moved::epoch),
                                       field("url", &Moved::url)};
};
template <>
struct Layout<TallyAsk> {
    static constexpr std::string_view type = "tally_ask";
    static constexpr std::tuple<> fields{};
};
template <>
struct Layout<Tally> {
    static constexpr std::string_view type = "tally";
    static constexpr std::tuple fields{field("messages", &Tally::messages), field("orders", &Tally::orders),
                                       field("units", &Tally::units), field("gmvMinor", &Tally::gmvMinor),
                                       field("oversold", &Tally::oversold)};
};
template <>
struct Layout<ServerLock> {
    static constexpr std::tuple fields{
        field("pid", &ServerLock::pid),       field("socket", &ServerLock::socket),
        field("secret", &ServerLock::secret), field("port", &ServerLock::port),
        field("url", &ServerLock::url),       field("show", &ServerLock::show),
        field("run", &ServerLock::run),       field("started", &ServerLock::startedMs),
    };
};

} // namespace vitrina::record

namespace vitrina::protocol {
namespace {

using record::JsonWriter;

constexpr std::size_t recordsFrameBytes = 1u << 20;

template <class T>
void writeBody(JsonWriter& out, const T& message) {
    out.key("t");
    out.string(record::Layout<T>::type);
    record::writeFields(out, message);
}
void writeBody(JsonWriter& out, const Request& request) {
    out.key("t");
    out.string("request");
    out.key("id");
    out.string(request.id.value);
    out.key("body");
    out.raw(record::encodeRequest(request.body));
    out.key("basedOn");
    out.natural(request.basedOn);
    out.key("validUntil");
    out.integer(request.validUntilMs);
}
void writeBody(JsonWriter& out, const Asset& asset) {
    out.key("t");
    out.string("asset");
    out.key("name");
    out.string(asset.name);
    out.key("type");
    out.string(asset.type);
    out.key("data");
    out.string(toBase64(asset.data));
}
void writeBody(JsonWriter& out, const UnknownMessage& message) {
    out.key("t");
    out.string(message.type);
}

std::string recordsMessage(const std::vector<std::string>& encoded) {
    std::string text = R"({"t":"records","records":[)";
    for (const std::string& one : encoded) {
        if (&one != &encoded.front())
            text += ',';
        text += one;
    }
    return text + "]}";
}
void writeBody(JsonWriter& out, const Records& records) {
    out.key("t");
    out.string("records");
    out.key("records");
    out.beginArray();
    for (const record::Record& one : records.records)
        out.raw(record::encodeRecord(one));
    out.endArray();
}

template <class T>
Result<Message> as(const boost::json::value& json) {
    Result<T> message = record::fromJson<T>(json);
    if (!message)
        return message.error();
    return Message(std::move(*message));
}

Result<Message> decodeRecords(std::string_view text) {
    const auto list = record::rawMember(text, "records");
    if (!list || list->empty() || list->front() != '[')
        return fail(ErrorCode::BadFormat, "records: must be a list");
    Records message;
    for (const std::string_view element : record::rawElements(*list)) {
        Result<record::Record> one = record::decodeRecord(std::string(element));
        if (!one)
            return one.error();
        message.records.push_back(std::move(*one));
    }
    return Message(std::move(message));
}

bool readText(const boost::json::object& object, std::string_view name, std::string& text) {
    const boost::json::value* value = object.if_contains(name);
    if (!value || !value->is_string())
        return false;
    text = value->get_string();
    return true;
}

Result<Message> decodeRequestMessage(const boost::json::object& object, std::string_view text) {
    Request message;
    record::JsonReader in(record::JsonReader::Mode::Exact);
    const boost::json::value* basedOn = object.if_contains("basedOn");
    const boost::json::value* validUntil = object.if_contains("validUntil");
    const auto body = record::rawMember(text, "body");
    if (!readText(object, "id", message.id.value) || message.id.empty() || !body || !basedOn || !validUntil ||
        !read(in, *basedOn, message.basedOn) || !read(in, *validUntil, message.validUntilMs))
        return fail(ErrorCode::BadFormat, "a request without id, body, basedOn or validUntil");
    Result<commerce::Request> request = record::decodeRequest(std::string(*body));
    if (!request)
        return request.error();
    message.body = std::move(*request);
    return Message(std::move(message));
}

Result<Message> decodeAsset(const boost::json::object& object) {
    Asset asset;
    std::string data;
    if (!readText(object, "name", asset.name) || !readText(object, "type", asset.type) ||
        !readText(object, "data", data))
        return fail(ErrorCode::BadFormat, "an asset without name, type or data");
    Result<std::string> bytes = fromBase64(data);
    if (!bytes)
        return bytes.error();
    asset.data = std::move(*bytes);
    return Message(std::move(asset));
}

/// A studio from before shows moved says no epoch.
Result<Message> decodeHello(boost::json::object object) {
    object.emplace("epoch", 0);
    return as<Hello>(std::move(object));
}

/// The kinds whose layout says all.
template <class... Ts>
std::optional<Result<Message>> decodePlain(std::string_view type, const boost::json::value& json) {
    std::optional<Result<Message>> message;
    const auto attempt = [&]<class T>(std::type_identity<T>) {
        if (type == record::Layout<T>::type)
            message = as<T>(json);
    };
    (attempt(std::type_identity<Ts>()), ...);
    return message;
}

} // namespace

std::string encodeMessage(const Message& message) {
    JsonWriter out;
    out.beginObject();
    std::visit([&](const auto& value) { writeBody(out, value); }, message);
    out.endObject();
    return out.take();
}

Result<Message> decodeMessage(std::string_view text) {
    const Result<boost::json::value> json = record::parseJson(text);
    if (!json)
        return json.error();
    const boost::json::object* object = json->if_object();
    std::string type;
    if (!object || !readText(*object, "t", type))
        return fail(ErrorCode::BadFormat, "a message without \"t\"");
    if (type == "records")
        return decodeRecords(text);
    if (type == "request")
        return decodeRequestMessage(*object, text);
    if (type == "asset")
        return decodeAsset(*object);
    if (type == "hello")
        return decodeHello(*object);
    if (auto message =
            decodePlain<Welcome, Ack, Ping, Pong, Close, Quit, Refused, BuyersAsk, Buyers, Video, Phones,
                        Reach, Outside, OutsideState, MailTest, MailTested, ShopOrders, ShopOrdersTaken,
                        ShopWords, ExportAsk, Exported, Pair, Paired, MoveOut, MoveIn, MoveNext, MovePart,
                        MoveState, Moved, TallyAsk, Tally>(type, *json))
        return std::move(*message);
    return Message(UnknownMessage{std::move(type)});
}

std::vector<std::string> encodeFrames(const Message& message) {
    const auto* records = std::get_if<Records>(&message);
    if (!records)
        return {encodeFrame(FrameKind::Json, encodeMessage(message))};
    std::vector<std::string> frames;
    std::vector<std::string> part;
    std::size_t bytes = 0;
    for (const record::Record& record : records->records) {
        part.push_back(record::encodeRecord(record));
        bytes += part.back().size() + 1;
        if (bytes >= recordsFrameBytes) {
            frames.push_back(encodeFrame(FrameKind::Json, recordsMessage(part)));
            part.clear();
            bytes = 0;
        }
    }
    if (!part.empty())
        frames.push_back(encodeFrame(FrameKind::Json, recordsMessage(part)));
    return frames;
}

std::string encodeServerLock(const ServerLock& lock) {
    return record::toJson(lock, true) + "\n";
}

Result<ServerLock> decodeServerLock(const std::string& json) {
    const Result<boost::json::value> parsed = record::parseJson(json);
    if (!parsed)
        return parsed.error();
    return record::fromJson<ServerLock>(*parsed);
}

} // namespace vitrina::protocol
