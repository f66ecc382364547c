// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/Documents.hpp"
#include "record/Kinds.hpp"
#include "record/Record.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

/// Records, facts, documents and requests from any bytes: refused, or read into something that can be written
/// and read again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace vitrina;
    const std::string text(reinterpret_cast<const char*>(data), size);
    if (const auto one = record::decodeRecord(text)) {
        const auto again = record::decodeRecord(record::encodeRecord(*one));
        if (!again || record::encodeRecord(*again) != record::encodeRecord(*one))
            std::abort();
    }
    for (const record::Kind& kind : record::allKinds())
        (void)record::decodeFact({std::string(kind.name), 1, text});
    (void)record::decodeFact({"future.kind", 3, text});
    if (const auto show = record::decodeShowDocument(text)) {
        const auto again = record::decodeShowDocument(record::encodeShowDocument(*show));
        if (!again)
            std::abort();
    }
    (void)record::decodeSetUp(text);
    (void)record::decodeRequest(text);
    return 0;
}
