// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/OutsideKeeper.hpp"

#include "base/Log.hpp"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QUrl>

#include <utility>

namespace vitrina::studio {

namespace {

constexpr auto owners = QFile::ReadOwner | QFile::WriteOwner;
constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
constexpr const char* vendure = "vendure";

std::string urlOf(const control::MailSet& mail) {
    QUrl url;
    url.setScheme(mail.security == control::MailSecurity::StartTls ? QStringLiteral("smtp")
                                                                   : QStringLiteral("smtps"));
    url.setHost(QString::fromStdString(mail.host));
    url.setPort(mail.port);
    return url.toString(QUrl::FullyEncoded).toStdString();
}

control::MailSet mailOf(const protocol::MailWay& way) {
    const QUrl url(QString::fromStdString(way.url));
    const bool later = url.scheme() == QLatin1String("smtp");
    return {url.host().toStdString(),
            url.port(later ? 587 : 465),
            later ? control::MailSecurity::StartTls : control::MailSecurity::Tls,
            way.user,
            way.from,
            !way.password.empty()};
}

control::OutsideDoes doesOf(const protocol::OutsidePart& part) {
    return {{part.error, part.detail}, part.done, part.lastMs};
}

std::optional<Error> write(const QString& path, const std::string& text) {
    QSaveFile file(path);
    // Before a byte is in it.
    const bool open = file.open(QIODevice::WriteOnly) && file.setPermissions(owners);
    if (!open || file.write(QByteArray::fromStdString(text)) < 0 || !file.commit())
        return fail(ErrorCode::FileUnwritable, path.toStdString());
    return std::nullopt;
}

} // namespace

Result<std::optional<protocol::Outside>> readOutside(const QString& path) {
    QFile file(path);
    if (!file.exists())
        return std::optional<protocol::Outside>();
    if (QFileInfo(path).permissions() & others)
        return fail(ErrorCode::NotAuthorised, path.toStdString() + ": may be read by others (chmod 600)");
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, path.toStdString());
    auto message = protocol::decodeMessage(file.readAll().toStdString());
    auto* outside = message ? std::get_if<protocol::Outside>(&*message) : nullptr;
    if (!outside)
        return fail(ErrorCode::FileDamaged, path.toStdString());
    return std::optional(std::move(*outside));
}

OutsideKeeper::OutsideKeeper(QString file, control::Dispatcher& dispatcher)
    : file_(std::move(file)), dispatcher_(dispatcher) {
    thread_.setMaxThreadCount(1); // in the order they were set
    auto read = readOutside(file_);
    if (!read) {
        shown_.kept = read.error();
        logWarning("studio", std::string(errorName(read.error().code)) + ": " + read.error().detail);
    } else if (*read) {
        held_ = std::move(**read);
        set_ = true;
    }
    show();
}

OutsideKeeper::~OutsideKeeper() {
    thread_.waitForDone();
}

void OutsideKeeper::connectTo(Says says) {
    says_ = std::move(says);
    if (set_)
        says_.outside(held_);
}

void OutsideKeeper::serverSaid(const protocol::OutsideState& state) {
    control::Outside next = shown_;
    next.mailDoes = doesOf(state.mail);
    next.hooksDoes = doesOf(state.hooks);
    next.shopDoes = doesOf(state.shop);
    next.hookUrl = state.hookUrl;
    if (next == shown_)
        return;
    shown_ = std::move(next);
    tellFault("mail", shown_.mailDoes);
    tellFault("shop-behind", shown_.shopDoes);
    emit changed();
}

/// For the go-live check. The detail stays out: it is a stranger's words, and a fault stands in the journal.
void OutsideKeeper::tellFault(const char* subject, const control::OutsideDoes& does) {
    if (does.error.code != ErrorCode::None)
        dispatcher_.faultRaised(subject, does.error.code, {});
    else
        dispatcher_.faultCleared(subject);
}

void OutsideKeeper::mailTested(const protocol::MailTested& tested) {
    if (const Tested done = std::exchange(tested_, nullptr))
        done({tested.error, tested.detail});
}

void OutsideKeeper::setMail(const control::MailSet& mail, const std::optional<std::string>& password) {
    protocol::Outside next = held_;
    const std::string before = next.mail ? next.mail->password : std::string();
    next.mail = protocol::MailWay{urlOf(mail), mail.user, password.value_or(before), mail.from};
    take(std::move(next));
}

void OutsideKeeper::removeMail() {
    take({std::nullopt, held_.hookSecret, held_.shop});
}

void OutsideKeeper::setHookSecret(const std::string& secret) {
    protocol::Outside next = held_;
    next.hookSecret = secret;
    take(std::move(next));
}

void OutsideKeeper::setShop(const control::ShopSet& shop, const std::optional<std::string>& password) {
    protocol::Outside next = held_;
    const std::string before = next.shop ? next.shop->password : std::string();
    next.shop = protocol::ShopBehind{vendure, shop.url, shop.user, password.value_or(before)};
    take(std::move(next));
}

void OutsideKeeper::removeShop() {
    take({held_.mail, held_.hookSecret, std::nullopt});
}

void OutsideKeeper::testMail(const std::string& to, Tested tested) {
    tested_ = std::move(tested);
    if (says_.mailTest)
        says_.mailTest(to);
    else
        mailTested({ErrorCode::LinkDown, {}});
}

void OutsideKeeper::take(protocol::Outside next) {
    if (next == held_ && set_)
        return;
    held_ = std::move(next);
    set_ = true;
    keep();
    if (says_.outside)
        says_.outside(held_);
    show();
    emit changed();
}

void OutsideKeeper::keep() {
    thread_.start([this, file = file_, text = protocol::encodeMessage(held_)] {
        const auto failed = write(file, text);
        QMetaObject::invokeMethod(
            this,
            [this, failed] {
                if (failed)
                    logWarning("studio", "not kept: " + failed->detail);
                shown_.kept = failed.value_or(Error{});
                emit changed();
            },
            Qt::QueuedConnection);
    });
}

void OutsideKeeper::show() {
    shown_.mail = held_.mail ? std::optional(mailOf(*held_.mail)) : std::nullopt;
    shown_.hookSecret = !held_.hookSecret.empty();
    shown_.shop = held_.shop ? std::optional(control::ShopSet{held_.shop->url, held_.shop->user,
                                                              !held_.shop->password.empty()})
                             : std::nullopt;
}

} // namespace vitrina::studio
