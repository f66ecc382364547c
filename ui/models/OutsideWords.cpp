// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/OutsideWords.hpp"

#include "ui/widgets/ErrorText.hpp"
#include "ui/widgets/Format.hpp"

#include <QCoreApplication>

namespace vitrina::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(OutsideWords)

  public:
    static QString time(std::int64_t wallMs) { return wallTimeText(wallMs).left(5); }
    static QString rehearsal() { return tr("A rehearsal uses none of this."); }
    static QString silent() { return tr("The show server does not answer, so it is not known how it does."); }
    static QString at(const QString& words, std::int64_t wallMs) {
        return wallMs > 0 ? tr("At %1: %2").arg(time(wallMs), words) : words;
    }
    static QString mails(const control::OutsideDoes& does) {
        return does.done == 0
                   ? tr("Set. No mail has gone out yet.")
                   : tr("Mails sent: %1, the last one at %2.").arg(does.done).arg(time(does.lastMs));
    }
    static QString hooks(const control::OutsideDoes& does) {
        return does.done == 0
                   ? tr("Waiting for the shop's first message.")
                   : tr("Messages taken: %1, the last one at %2.").arg(does.done).arg(time(does.lastMs));
    }
    static QString orders(const control::OutsideDoes& does) {
        return does.done == 0
                   ? tr("Connected. No order was handed on yet.")
                   : tr("Orders handed on: %1, the last one at %2.").arg(does.done).arg(time(does.lastMs));
    }
    static QString noMail() { return tr("Not set: buyers get no mail. They find their order on the page."); }
    static QString noHooks() { return tr("Not set: no messages of a shop are taken."); }
    static QString noShop() { return tr("Not set: orders stay here."); }
};

/// The server's own words behind ours: what it said is what helps its owner.
DoesText trouble(const control::OutsideDoes& does) {
    QString words = errorSentence(does.error.code);
    if (!does.error.detail.empty())
        words += QStringLiteral(" (%1)").arg(text(does.error.detail));
    return {Words::at(words, does.lastMs), true};
}

DoesText doesText(bool set, const QString& notSet, const control::OutsideDoes& does, OutsideHow how,
                  QString (*good)(const control::OutsideDoes&)) {
    if (!set)
        return {notSet, false};
    if (how == OutsideHow::Rehearsal)
        return {Words::rehearsal(), false};
    if (how == OutsideHow::Silent)
        return {Words::silent(), true};
    return does.error.code != ErrorCode::None ? trouble(does) : DoesText{good(does), false};
}

} // namespace

DoesText mailText(const control::Outside& outside, OutsideHow how) {
    return doesText(outside.mail.has_value(), Words::noMail(), outside.mailDoes, how, &Words::mails);
}

DoesText hooksText(const control::Outside& outside, OutsideHow how) {
    return doesText(outside.hookSecret, Words::noHooks(), outside.hooksDoes, how, &Words::hooks);
}

DoesText shopText(const control::Outside& outside, OutsideHow how) {
    return doesText(outside.shop.has_value(), Words::noShop(), outside.shopDoes, how, &Words::orders);
}

} // namespace vitrina::ui
