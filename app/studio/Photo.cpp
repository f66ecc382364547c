// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/Photo.hpp"

#include <QBuffer>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QImageReader>
#include <QImageWriter>

namespace vitrina::studio {
namespace {

constexpr int quality = 85;
constexpr int nameLength = 20;
/// Those that pages show and that are no programs: an SVG may bring scripts.
const QList<QByteArray> formats{"jpeg", "jpg", "png", "webp", "gif", "bmp"};

Result<QImage> decoded(QByteArray bytes, const QString& path) {
    const std::string where = path.toStdString();
    QBuffer buffer(&bytes);
    QImageReader reader(&buffer);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true); // cameras write which way is up beside the picture
    if (!reader.canRead() || !formats.contains(reader.format().toLower()))
        return fail(ErrorCode::BadFormat, where + ": no picture");
    const QSize size = reader.size();
    const qint64 pixels = qint64(size.width()) * size.height();
    if (size.isEmpty() || pixels > qint64(maxPhotoMegapixels) * 1'000'000)
        return fail(size.isEmpty() ? ErrorCode::BadFormat : ErrorCode::TooLarge, where + ": its size");
    // JPEG is then decoded smaller; the reader itself refuses what would take more memory than this.
    if (qMax(size.width(), size.height()) > photoSide)
        reader.setScaledSize(size.scaled(photoSide, photoSide, Qt::KeepAspectRatio).expandedTo(QSize(1, 1)));
    QImage image = reader.read();
    if (image.isNull())
        return fail(ErrorCode::BadFormat, where + ": " + reader.errorString().toStdString());
    if (qMax(image.width(), image.height()) > photoSide)
        image = image.scaled(photoSide, photoSide, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    return image;
}

Result<Photo> encoded(const QImage& image) {
    const bool seeThrough = image.hasAlphaChannel();
    Photo photo;
    QBuffer out(&photo.bytes);
    QImageWriter writer(&out, seeThrough ? "png" : "jpeg");
    writer.setQuality(seeThrough ? -1 : quality);
    // A copy of the pixels alone: what the camera wrote beside them stays behind.
    QImage bare = image.convertToFormat(seeThrough ? QImage::Format_ARGB32 : QImage::Format_RGB32);
    for (const QString& key : bare.textKeys())
        bare.setText(key, {});
    if (!writer.write(bare))
        return fail(ErrorCode::Internal, writer.errorString().toStdString());
    photo.name =
        QString::fromLatin1(
            QCryptographicHash::hash(photo.bytes, QCryptographicHash::Sha256).toHex().left(nameLength)) +
        (seeThrough ? QStringLiteral(".png") : QStringLiteral(".jpg"));
    return photo;
}

} // namespace

Result<Photo> readPhoto(const QString& path) {
    QFile file(path);
    if (!QFileInfo(path).isFile())
        return fail(ErrorCode::FileMissing, path.toStdString());
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, path.toStdString() + ": " + file.errorString().toStdString());
    QByteArray bytes = file.read(maxPhotoBytes + 1);
    if (bytes.size() > maxPhotoBytes)
        return fail(ErrorCode::TooLarge, path.toStdString());
    Result<QImage> image = decoded(std::move(bytes), path);
    if (!image)
        return image.error();
    return encoded(*image);
}

Result<Photo> photoOf(const engine::Picture& picture) {
    const qint64 pixels = qint64(picture.width) * picture.height;
    if (picture.width <= 0 || picture.height <= 0 || picture.rgba.size() != std::size_t(pixels) * 4)
        return fail(ErrorCode::BadFormat, "a camera's picture without pixels");
    if (pixels > qint64(maxPhotoMegapixels) * 1'000'000)
        return fail(ErrorCode::TooLarge, "a camera's picture");
    const QImage whole(picture.rgba.data(), picture.width, picture.height, picture.width * 4,
                       QImage::Format_RGBX8888);
    const int side = qMin(picture.width, picture.height);
    QImage square = whole.copy((picture.width - side) / 2, (picture.height - side) / 2, side, side);
    if (side > photoSide)
        square = square.scaled(photoSide, photoSide, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    return encoded(square);
}

} // namespace vitrina::studio
