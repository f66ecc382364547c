// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/Outside.hpp"

#include "base/Log.hpp"
#include "server/OwnFile.hpp"

#include <utility>

#include <sys/stat.h>

namespace vitrina::server {

namespace {

/// Nothing: there is none, or it is not to be used.
std::optional<protocol::Outside> kept(const std::string& file) {
    struct stat status {};
    if (file.empty() || stat(file.c_str(), &status) != 0)
        return std::nullopt;
    if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
        logError("outside", file + " is not used: others can read it (chmod 600)");
        return std::nullopt;
    }
    auto message = protocol::decodeMessage(readOwnFile(file));
    auto* outside = message ? std::get_if<protocol::Outside>(&*message) : nullptr;
    if (!outside) {
        logError("outside", file + " is damaged and not used");
        return std::nullopt;
    }
    return std::move(*outside);
}

template <class What>
void plugIn(Outside::Plug<What>& place, Outside::Plug<What> plug, const What& what) {
    place = std::move(plug);
    if (place.set)
        place.set(what);
}

template <class What>
void hand(const Outside::Plug<What>& plug, const What& what, What& before) {
    if (what == before)
        return;
    before = what;
    if (plug.set)
        plug.set(what);
}

} // namespace

void Outside::restore(std::optional<protocol::MailWay> mail, std::string hookSecret,
                      std::optional<protocol::ShopBehind> shop) {
    if (auto before = kept(parts_.file))
        held_ = std::move(*before);
    else
        held_ = {std::move(mail), std::move(hookSecret), std::move(shop)};
    handOn();
}

void Outside::plugMail(MailPlug plug) {
    plugIn(mail_, std::move(plug), handed_.mail);
}

void Outside::plugHooks(HookPlug plug, std::string path) {
    hookPath_ = std::move(path);
    plugIn(hooks_, std::move(plug), handed_.hookSecret);
}

void Outside::plugShop(ShopPlug plug) {
    plugIn(shop_, std::move(plug), handed_.shop);
}

void Outside::take(protocol::Outside told) {
    if (told != held_) {
        held_ = std::move(told);
        if (!parts_.file.empty()) {
            const auto written = writeOwnFile(parts_.file, protocol::encodeMessage(held_));
            if (!written)
                logError("outside", "holds until the server ends only: " + written.error().detail);
        }
        handOn();
    }
    tell();
}

void Outside::setRehearsal(bool on) {
    rehearsal_ = on;
    handOn();
}

void Outside::handOn() {
    const protocol::Outside now = rehearsal_ ? protocol::Outside{} : held_;
    hand(mail_, now.mail, handed_.mail);
    hand(hooks_, now.hookSecret, handed_.hookSecret);
    hand(shop_, now.shop, handed_.shop);
}

void Outside::greet() {
    if (held_ != protocol::Outside{})
        tell();
}

void Outside::tick() {
    if (state() != told_)
        tell();
}

protocol::OutsideState Outside::state() const {
    protocol::OutsideState now;
    if (handed_.mail && mail_.does)
        now.mail = mail_.does();
    if (!handed_.hookSecret.empty() && hooks_.does) {
        now.hooks = hooks_.does();
        now.hookUrl = parts_.pageUrl() + hookPath_;
    }
    if (handed_.shop && shop_.does)
        now.shop = shop_.does();
    return now;
}

void Outside::tell() {
    told_ = state();
    parts_.tell(told_);
}

} // namespace vitrina::server
