// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.hpp"

#include <QObject>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace vitrina::control {

enum class MailSecurity {
    None,
    Tls,     ///< from the first byte, port 465
    StartTls ///< gone over to before anything is said, port 587
};

/// The way mail goes, without its password.
struct MailSet {
    std::string host;
    int port = 0;
    MailSecurity security = MailSecurity::None;
    std::string user;
    std::string from;
    bool password = false; ///< is set

    bool operator==(const MailSet&) const = default;
};

/// The shop behind the server, without its password.
struct ShopSet {
    std::string url;
    std::string user;
    bool password = false; ///< is set

    bool operator==(const ShopSet&) const = default;
};

/// How one part does, as the server says.
struct OutsideDoes {
    Error error;
    std::int64_t done = 0;   ///< mails sent, webhooks taken, orders handed on
    std::int64_t lastMs = 0; ///< wall time of the newest of them, or of the error; 0: none yet

    bool operator==(const OutsideDoes&) const = default;
};

/// What is set of the world beyond the show, and how it does. Of this person's shop and not of a show; no
/// secret is in it.
struct Outside {
    std::optional<MailSet> mail;
    bool hookSecret = false; ///< is set: webhooks of the shop that checks out are taken
    std::optional<ShopSet> shop;
    OutsideDoes mailDoes;
    OutsideDoes hooksDoes;
    OutsideDoes shopDoes;
    std::string hookUrl; ///< what that shop is to be told; empty: not known yet, or none is taken
    Error kept;          ///< why what was kept is not used, or what is new is not kept

    bool operator==(const Outside&) const = default;
};

/// What the window asks of the studio about it. GUI thread; every call returns at once.
class OutsidePort : public QObject {
    Q_OBJECT

  public:
    using Tested = std::function<void(const Error&)>;

    virtual const Outside& outside() const = 0;
    /// `password`: nothing leaves the one that is set. The flags of `mail` and `shop` count for nothing.
    virtual void setMail(const MailSet& mail, const std::optional<std::string>& password) = 0;
    virtual void removeMail() = 0;
    virtual void setHookSecret(const std::string& secret) = 0; ///< empty: removed
    virtual void setShop(const ShopSet& shop, const std::optional<std::string>& password) = 0;
    virtual void removeShop() = 0;
    /// A mail to oneself by what is set. `tested` comes on the GUI thread: None, or why it did not go.
    virtual void testMail(const std::string& to, Tested tested) = 0;

  signals:
    void changed();
};

} // namespace vitrina::control
