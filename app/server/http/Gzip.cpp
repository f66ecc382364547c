// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/Gzip.hpp"

#include <boost/beast/core/string.hpp>
#include <zlib.h>

#include <algorithm>

namespace vitrina::server {

namespace {

std::string_view trimmed(std::string_view text) {
    text.remove_prefix(std::min(text.size(), text.find_first_not_of(" \t")));
    return text.substr(0, text.find_last_not_of(" \t") + 1);
}

/// "q=0", "q=0.0": not wanted.
bool refused(std::string_view parameters) {
    const std::size_t q = parameters.find("q=");
    return q != std::string_view::npos &&
           trimmed(parameters.substr(q + 2)).find_first_not_of("0.") == std::string_view::npos;
}

} // namespace

bool acceptsGzip(std::string_view header) {
    bool any = false;
    while (!header.empty()) {
        const std::size_t end = std::min(header.size(), header.find(','));
        const std::string_view coding = header.substr(0, end);
        header.remove_prefix(std::min(header.size(), end + 1));
        const std::size_t semicolon = std::min(coding.size(), coding.find(';'));
        const std::string_view name = trimmed(coding.substr(0, semicolon));
        const bool wanted = !refused(coding.substr(semicolon));
        if (boost::beast::iequals(name, "gzip"))
            return wanted;
        any = any || (name == "*" && wanted);
    }
    return any;
}

std::string gzipped(std::string_view bytes, int level) {
    constexpr int gzipWindow = 15 + 16; // deflateInit2: + 16 writes gzip's head and tail
    z_stream stream{};
    if (deflateInit2(&stream, level, Z_DEFLATED, gzipWindow, 9, Z_DEFAULT_STRATEGY) != Z_OK)
        return {};
    std::string packed(deflateBound(&stream, bytes.size()), '\0');
    // zlib reads what next_in points to and never writes there; its interface is older than const.
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    const bool whole = deflate(&stream, Z_FINISH) == Z_STREAM_END;
    packed.resize(whole ? stream.total_out : 0);
    deflateEnd(&stream);
    return packed;
}

} // namespace vitrina::server
