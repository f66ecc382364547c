// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/Messages.hpp"

#include <functional>
#include <optional>
#include <string>

namespace vitrina::server {

/// What the server was told of the world beyond the show: the way mail goes, the secret of webhooks, the shop
/// behind. Keeps it, hands each part to who is concerned, and tells the studio how they do. While the run is
/// a rehearsal nothing is wired: each is then told the same as when nothing is set. Io thread only.
class Outside {
  public:
    /// One who is concerned. Of the server's parts, so it outlives this or is never called after it.
    template <class What>
    struct Plug {
        std::function<void(const What&)> set;        ///< at once with what holds, then when that has changed
        std::function<protocol::OutsidePart()> does; ///< how it does; asked about once a second
    };
    using MailPlug = Plug<std::optional<protocol::MailWay>>;
    using HookPlug = Plug<std::string>; ///< the secret; empty: none is taken
    using ShopPlug = Plug<std::optional<protocol::ShopBehind>>;

    struct Parts {
        std::string file;                                        ///< where it is kept; empty: in memory only
        std::function<std::string()> pageUrl;                    ///< ends in "/"
        std::function<void(const protocol::OutsideState&)> tell; ///< to the studio, when there is one
    };

    explicit Outside(Parts parts) : parts_(std::move(parts)) {}

    /// What was kept; `mail` (--smtp), the secret (--hook-secret) and `shop` (--shop) count while nothing is.
    /// A file that is damaged, or that others can read, is not used; the log says so.
    void restore(std::optional<protocol::MailWay> mail, std::string hookSecret = {},
                 std::optional<protocol::ShopBehind> shop = {});

    void plugMail(MailPlug plug);
    /// `path`: below the pages' address, where webhooks come in ("api/hooks/shop").
    void plugHooks(HookPlug plug, std::string path);
    void plugShop(ShopPlug plug);

    /// The studio has said it: replaces all. Answered by a state.
    void take(protocol::Outside told);
    void setRehearsal(bool on);
    /// A studio has come: it is told how things stand, when there is anything to tell.
    void greet();
    /// Once a second: tells what has changed.
    void tick();

  private:
    protocol::OutsideState state() const;
    void tell();
    void handOn();

    Parts parts_;
    protocol::Outside held_;
    protocol::Outside handed_; ///< what the plugs were told last
    bool rehearsal_ = false;
    MailPlug mail_;
    HookPlug hooks_;
    std::string hookPath_;
    ShopPlug shop_;
    protocol::OutsideState told_;
};

} // namespace vitrina::server
