// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/Record.hpp"

#include "record/Layouts.hpp"

namespace vitrina::record {
namespace {

/// A record's own fields as they stand in its JSON, beside "body".
struct Head {
    ShowId show;
    RunId run;
    Origin origin = Origin::None;
    std::uint64_t seq = 0;
    std::uint64_t seen = 0;
    std::int64_t wall = 0;
    std::int64_t mono = 0;
    std::string boot;
    std::string kind;
    int version = 0;
};

} // namespace

template <>
struct Layout<Head> {
    static constexpr std::tuple fields{
        field("show", &Head::show), field("run", &Head::run),   field("origin", &Head::origin),
        field("seq", &Head::seq),   field("seen", &Head::seen), field("wall", &Head::wall),
        field("mono", &Head::mono), field("boot", &Head::boot), field("kind", &Head::kind),
        field("v", &Head::version),
    };
};

std::string encodeRecord(const Record& record) {
    EncodedFact fact = encodeFact(record.fact);
    const Head head{record.show,      record.run,       record.origin, record.seq,           record.seenOther,
                    record.at.wallMs, record.at.monoMs, record.boot,   std::move(fact.kind), fact.version};
    JsonWriter out;
    out.beginObject();
    writeFields(out, head);
    out.key("body");
    out.raw(fact.body);
    out.endObject();
    return out.take();
}

Result<Record> decodeRecord(const std::string& json) {
    const Result<boost::json::value> parsed = parseJson(json, maxRecordDepth);
    if (!parsed)
        return parsed.error();
    Result<Head> head = fromJson<Head>(*parsed);
    if (!head)
        return head.error();
    if (head->origin == Origin::None || head->seq == 0 || head->run.empty())
        return fail(ErrorCode::BadFormat, "a record without run, origin or seq");
    const auto body = rawMember(json, "body");
    if (!body)
        return fail(ErrorCode::BadFormat, "body: is missing");
    Result<Fact> fact = decodeFact({std::move(head->kind), head->version, std::string(*body)});
    if (!fact)
        return fact.error();
    return Record{std::move(head->show),    std::move(head->run),  head->origin,    head->seq, head->seen,
                  {head->wall, head->mono}, std::move(head->boot), std::move(*fact)};
}

} // namespace vitrina::record
