// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/Journal.hpp"

#include "record/Documents.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iterator>

namespace vitrina::journal {

Result<void> exportDocument(const ShowFile& file, const std::string& jsonPath) {
    const Result<std::string> json = file.document();
    if (!json)
        return json.error();
    const std::string draft = jsonPath + ".new";
    std::ofstream out(draft, std::ios::binary | std::ios::trunc);
    out << *json;
    out.close();
    if (!out || std::rename(draft.c_str(), jsonPath.c_str()) != 0) {
        const Error error = fail(errno == ENOSPC ? ErrorCode::DiskFull : ErrorCode::FileUnwritable,
                                 jsonPath + ": " + std::strerror(errno));
        std::remove(draft.c_str());
        return error;
    }
    return {};
}

Result<void> importDocument(ShowFile& file, const std::string& jsonPath) {
    std::ifstream in(jsonPath, std::ios::binary);
    if (!in)
        return fail(errno == ENOENT ? ErrorCode::FileMissing : ErrorCode::FileUnreadable,
                    jsonPath + ": " + std::strerror(errno));
    const std::string json{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    const Result<record::ShowDocument> document = record::decodeShowDocument(json);
    if (!document)
        return document.error();
    return file.saveDocument(record::encodeShowDocument(*document));
}

} // namespace vitrina::journal
