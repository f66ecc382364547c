// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/StayAwake.hpp"

#include "base/Log.hpp"

#include <QCoreApplication>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

#include <utility>

namespace vitrina::studio {
namespace {

constexpr int answerMs = 5'000;

QDBusMessage toScreenSaver(const QString& method, const QVariantList& arguments) {
    QDBusMessage call = QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.ScreenSaver"),
                                                       QStringLiteral("/org/freedesktop/ScreenSaver"),
                                                       QStringLiteral("org.freedesktop.ScreenSaver"), method);
    call.setArguments(arguments);
    return call;
}

QDBusMessage toLogin(const QString& why) {
    QDBusMessage call = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.login1"), QStringLiteral("/org/freedesktop/login1"),
        QStringLiteral("org.freedesktop.login1.Manager"), QStringLiteral("Inhibit"));
    call.setArguments(
        {QStringLiteral("sleep:idle"), QCoreApplication::applicationName(), why, QStringLiteral("block")});
    return call;
}

/// Calls `then` with the reply, when there is one; what it is about goes into the log when there is none.
template <class Reply, class Then>
void ask(QObject* owner, const QDBusConnection& bus, const QDBusMessage& call, const char* about, Then then) {
    auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(call, answerMs), owner);
    QObject::connect(
        watcher, &QDBusPendingCallWatcher::finished, owner, [about, then](QDBusPendingCallWatcher* done) {
            done->deleteLater();
            const QDBusPendingReply<Reply> reply = *done;
            if (reply.isError())
                logInfo("studio",
                        std::string(about) + " can't be held off: " + reply.error().message().toStdString());
            else
                then(reply.value());
        });
}

} // namespace

StayAwake::StayAwake(QDBusConnection session, QDBusConnection system, QObject* parent)
    : QObject(parent), session_(std::move(session)), system_(std::move(system)) {}

StayAwake::~StayAwake() {
    release();
}

void StayAwake::hold(const QString& why) {
    if (std::exchange(wanted_, true))
        return;
    holdScreen(why);
    holdSleep(why);
}

void StayAwake::release() {
    if (!std::exchange(wanted_, false))
        return;
    lock_ = {};
    if (cookie_)
        letScreenGo(*std::exchange(cookie_, std::nullopt));
}

void StayAwake::holdScreen(const QString& why) {
    ask<std::uint32_t>(this, session_,
                       toScreenSaver(QStringLiteral("Inhibit"), {QCoreApplication::applicationName(), why}),
                       "the screen lock", [this](std::uint32_t cookie) {
                           if (wanted_)
                               cookie_ = cookie;
                           else
                               letScreenGo(cookie); // the show was over before the desktop answered
                       });
}

void StayAwake::holdSleep(const QString& why) {
    ask<QDBusUnixFileDescriptor>(this, system_, toLogin(why), "sleep",
                                 [this](const QDBusUnixFileDescriptor& lock) {
                                     if (wanted_)
                                         lock_ = lock;
                                 });
}

void StayAwake::letScreenGo(std::uint32_t cookie) {
    session_.send(toScreenSaver(QStringLiteral("UnInhibit"), {cookie}));
}

} // namespace vitrina::studio
