// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/OutsideDialog.hpp"
#include "ui/models/KeyIds.hpp"
#include "ui/models/Needs.hpp"
#include "ui/panels/NeedsPanel.hpp"
#include "ui/shell/Body.hpp"
#include "ui/support/WindowRig.hpp"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

#include <algorithm>
#include <memory>

namespace vitrina::test {

/// Mail, webhooks and the shop behind the server, as a person sets them.
class OutsideDialogTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<WindowRig> rig_;

    ui::OutsideDialog& open() {
        rig_->window->showOutside();
        return *rig_->window->findChild<ui::OutsideDialog*>();
    }
    static void type(ui::OutsideDialog& dialog, const char* name, const char* words) {
        dialog.field(QLatin1String(name)).setText(QString::fromUtf8(words));
    }
    static void typeMail(ui::OutsideDialog& dialog) {
        type(dialog, "mail.host", "mail.example");
        type(dialog, "mail.user", "anna");
        type(dialog, "mail.password", " p4ss ");
        type(dialog, "mail.from", "shop@mail.example");
    }

  private slots:
    void init() {
        rig_ = std::make_unique<WindowRig>(QStringLiteral("en"), ui::ThemeKind::Dark, false);
        rig_->open(1280, 720);
        rig_->standby();
        rig_->settle();
    }
    void cleanup() { rig_.reset(); }

    void whatIsTypedIsSetAndAPasswordNeverShown() {
        ui::OutsideDialog& dialog = open();
        QVERIFY(dialog.mailState().contains(QStringLiteral("Not set")));
        QVERIFY(!dialog.removeMailButton().isEnabled());
        typeMail(dialog);
        QCOMPARE(dialog.field(QStringLiteral("mail.password")).echoMode(), QLineEdit::Password);
        dialog.saveButton().click();
        const auto& mail = rig_->outside.now.mail;
        QVERIFY(mail && mail->host == "mail.example" && mail->port == 465 &&
                mail->security == control::MailSecurity::Tls && mail->from == "shop@mail.example");
        QCOMPARE(rig_->outside.mailPassword, std::optional<std::string>(" p4ss "));
        QLineEdit& password = dialog.field(QStringLiteral("mail.password"));
        QVERIFY(password.text().isEmpty());
        QVERIFY(password.placeholderText().contains(QStringLiteral("is set")));
        QVERIFY(dialog.mailState().contains(QStringLiteral("No mail has gone out")));
        dialog.saveButton().click(); // nothing typed: the one that is set stays
        QVERIFY(!rig_->outside.mailPassword);
        QVERIFY(rig_->outside.now.mail->password);
        dialog.removeMailButton().click();
        QVERIFY(!rig_->outside.now.mail);
        QVERIFY(dialog.field(QStringLiteral("mail.host")).text().isEmpty());
    }

    void whatCantBeIsNotSaved() {
        ui::OutsideDialog& dialog = open();
        typeMail(dialog);
        for (const char* host : {"https://mail.example", "mail example", "mail.example/x"}) {
            type(dialog, "mail.host", host);
            QVERIFY2(!dialog.saveButton().isEnabled(), host);
        }
        type(dialog, "mail.host", "mail.example");
        for (const char* from : {"", "shop", "a@b <c@d>", "@x"}) {
            type(dialog, "mail.from", from);
            QVERIFY2(!dialog.saveButton().isEnabled(), from);
        }
        type(dialog, "mail.from", "shop@mail.example");
        QVERIFY(dialog.saveButton().isEnabled());
        type(dialog, "shop.url", "shop.example");
        QVERIFY(!dialog.saveButton().isEnabled());
        QVERIFY(!rig_->outside.now.mail);
    }

    void aTestMailSaysWhatTheServerSaid() {
        ui::OutsideDialog& dialog = open();
        typeMail(dialog);
        QVERIFY(!dialog.testButton().isEnabled());
        type(dialog, "mail.to", "me@example.lv");
        dialog.testButton().click();
        QVERIFY(rig_->outside.now.mail.has_value()); // saved first
        QCOMPARE(rig_->outside.testedTo, std::string("me@example.lv"));
        QVERIFY(!dialog.testButton().isEnabled());
        rig_->outside.tested({ErrorCode::MailRefused, "535 5.7.8 bad credentials"});
        QVERIFY2(dialog.answer().contains(QStringLiteral("535 5.7.8 bad credentials")),
                 qPrintable(dialog.answer()));
        QVERIFY(dialog.testButton().isEnabled());
        dialog.testButton().click();
        rig_->outside.tested({});
        QVERIFY(dialog.answer().contains(QStringLiteral("has taken the test mail")));
        dialog.testButton().click();
        QVERIFY(dialog.answer().isEmpty());
        rig_->dispatcher->linkChanged(control::LinkHealth::Down, {}, 0);
        rig_->settle();
        QVERIFY(!dialog.testButton().isEnabled());
        QVERIFY(!dialog.answer().isEmpty()); // nobody waits for a server that is gone
        QVERIFY(dialog.mailState().contains(QStringLiteral("does not answer")));
    }

    void webhooksComeToAnAddressThatCanBeCopied() {
        ui::OutsideDialog& dialog = open();
        QVERIFY(!dialog.copyButton().isEnabled());
        type(dialog, "hooks.secret", "s3cret");
        dialog.saveButton().click();
        QCOMPARE(rig_->outside.hookSecret, std::string("s3cret"));
        rig_->outside.now.hookUrl = "http://127.0.0.1:8080/api/hooks/shop";
        emit rig_->outside.changed();
        QVERIFY2(dialog.hooksState().contains(QStringLiteral("can't open this address")),
                 qPrintable(dialog.hooksState()));
        rig_->outside.now.hookUrl = "https://shop.example/api/hooks/shop";
        rig_->outside.now.hooksDoes = {{ErrorCode::BadSignature, {}}, 3, rig_->clock.now().wallMs};
        emit rig_->outside.changed();
        QVERIFY(dialog.hooksState().contains(QStringLiteral("did not sign")));
        dialog.copyButton().click();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("https://shop.example/api/hooks/shop"));
        dialog.removeHooksButton().click();
        QVERIFY(!rig_->outside.now.hookSecret);
    }

    void whoKeepsItOpenToOthersIsTold() {
        rig_->outside.now.kept = {ErrorCode::NotAuthorised, "/x/outside.json"};
        ui::OutsideDialog& dialog = open();
        const auto labels = dialog.findChildren<QLabel*>();
        QVERIFY(std::ranges::any_of(
            labels, [](QLabel* one) { return one->text().contains(QStringLiteral("/x/outside.json")); }));
    }

    void mailThatIsRefusedNeedsSomebody() {
        rig_->dispatcher->faultRaised("mail", ErrorCode::MailRefused, {});
        rig_->settle();
        for (ui::NeedRow* row : rig_->window->stageBody().needs().rows()) {
            if (row->need().opens == ui::key::outside)
                row->button().click();
        }
        QVERIFY(rig_->window->findChild<ui::OutsideDialog*>());
    }
};

} // namespace vitrina::test

QTEST_MAIN(vitrina::test::OutsideDialogTest)
#include "OutsideDialogTest.moc"
