// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/Dispatcher.hpp"
#include "control/OutsidePort.hpp"
#include "protocol/Messages.hpp"

#include <QString>
#include <QThreadPool>

#include <functional>

namespace vitrina::studio {

/// Keeps how mail goes, the webhooks' secret and the shop behind the server in a file of its owner's, and
/// says it to the server. GUI thread; the file is written on a thread of its own.
class OutsideKeeper final : public control::OutsidePort {
    Q_OBJECT

  public:
    struct Says {
        std::function<void(const protocol::Outside&)> outside;
        std::function<void(const std::string&)> mailTest;
    };

    /// Reads the file. One that is damaged, or that others can read, is not used and left as it is until
    /// something new is set; outside().kept says so.
    OutsideKeeper(QString file, control::Dispatcher& dispatcher);
    ~OutsideKeeper() override; ///< what is to be written is

    /// How it gets to the server, from now on. Where nothing was ever set nothing is said: a server elsewhere
    /// may have its own.
    void connectTo(Says says);
    void serverSaid(const protocol::OutsideState& state);
    void mailTested(const protocol::MailTested& tested);

    const control::Outside& outside() const override { return shown_; }
    void setMail(const control::MailSet& mail, const std::optional<std::string>& password) override;
    void removeMail() override;
    void setHookSecret(const std::string& secret) override;
    void setShop(const control::ShopSet& shop, const std::optional<std::string>& password) override;
    void removeShop() override;
    void testMail(const std::string& to, Tested tested) override;

  private:
    void take(protocol::Outside next);
    void keep();
    void show();
    void tellFault(const char* subject, const control::OutsideDoes& does);

    QString file_;
    control::Dispatcher& dispatcher_;
    protocol::Outside held_;
    control::Outside shown_;
    bool set_ = false; ///< something was, even if nothing is now
    Says says_;
    Tested tested_;
    QThreadPool thread_;
};

/// What the file holds; nothing when there is none. NotAuthorised: others can read it. FileUnreadable,
/// FileDamaged.
Result<std::optional<protocol::Outside>> readOutside(const QString& file);

} // namespace vitrina::studio
