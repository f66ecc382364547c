// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/OutsidePort.hpp"

#include <string>
#include <utility>

namespace vitrina::test {

/// Remembers what the window asked, and says what the test wants it to.
class FakeOutside final : public control::OutsidePort {
  public:
    const control::Outside& outside() const override { return now; }
    void setMail(const control::MailSet& mail, const std::optional<std::string>& password) override {
        const bool had = now.mail && now.mail->password;
        now.mail = mail;
        now.mail->password = password ? !password->empty() : had;
        mailPassword = password;
        emit changed();
    }
    void removeMail() override {
        now.mail.reset();
        emit changed();
    }
    void setHookSecret(const std::string& secret) override {
        hookSecret = secret;
        now.hookSecret = !secret.empty();
        emit changed();
    }
    void setShop(const control::ShopSet& shop, const std::optional<std::string>& password) override {
        const bool had = now.shop && now.shop->password;
        now.shop = shop;
        now.shop->password = password ? !password->empty() : had;
        emit changed();
    }
    void removeShop() override {
        now.shop.reset();
        emit changed();
    }
    void testMail(const std::string& to, Tested then) override {
        testedTo = to;
        tested = std::move(then);
    }
    /// All of it is set and does.
    void setAll(std::int64_t wallMs) {
        now.mail = control::MailSet{"mail.dzintars.example",    465,
                                    control::MailSecurity::Tls, "veikals@dzintars.example",
                                    "veikals@dzintars.example", true};
        now.mailDoes = {{}, 48, wallMs};
        now.hookSecret = true;
        now.hookUrl = "https://raidijums.dzintars.example/api/hooks/shop";
        now.hooksDoes = {{ErrorCode::BadSignature, {}}, 12, wallMs};
        now.shop = control::ShopSet{"https://veikals.dzintars.example/admin-api", "vitrina", true};
        now.shopDoes = {{ErrorCode::ShopUnreachable, {}}, 12, wallMs};
        emit changed();
    }

    control::Outside now;
    std::optional<std::string> mailPassword;
    std::string hookSecret;
    std::string testedTo;
    Tested tested;
};

} // namespace vitrina::test
