// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.hpp"
#include "engine/Engine.hpp"

#include <QByteArray>
#include <QString>

namespace vitrina::studio {

/// A product's picture as it is kept and sent.
struct Photo {
    QString name;     ///< by its content, so that the same picture is kept once: "3f2a….jpg"
    QByteArray bytes; ///< JPEG, or PNG where it is see-through
};

inline constexpr int photoSide = 1280;                      ///< px, the longer one
inline constexpr qint64 maxPhotoBytes = 32LL * 1024 * 1024; ///< of the file
inline constexpr int maxPhotoMegapixels = 60;

/// Any thread; takes up to a second for a large one. The file's own words about its size are not believed:
/// what it takes in memory is bounded whatever they are. Errors: FileMissing, FileUnreadable, TooLarge,
/// BadFormat (no picture, or one cut off). Metadata (places, cameras) is left behind.
Result<Photo> readPhoto(const QString& path);
/// Of a camera's picture: the middle square, within the same bounds. Any thread. BadFormat: there are no
/// pixels, or not as many as it says.
Result<Photo> photoOf(const engine::Picture& picture);

} // namespace vitrina::studio
