// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/OutsideDialog.hpp"

#include "control/Reach.hpp"
#include "ui/models/OutsideWords.hpp"
#include "ui/widgets/ErrorText.hpp"
#include "ui/widgets/Format.hpp"
#include "ui/widgets/Labels.hpp"

#include <QClipboard>
#include <QComboBox>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPointer>
#include <QScrollArea>
#include <QSpinBox>
#include <QUrl>
#include <QVBoxLayout>

#include <array>

namespace vitrina::ui {
namespace {

constexpr int longestField = 300;
constexpr int tlsPort = 465;
constexpr int startTlsPort = 587;

void addField(const Theme& theme, QGridLayout& grid, const QString& words, QWidget* field, int row,
              int column, int span = 1) {
    auto* both = new QVBoxLayout;
    both->setSpacing(3);
    QLabel* label = plainLabel(words, theme.large.small, 400, theme.text.label, field->parentWidget());
    label->setBuddy(field);
    field->setAccessibleName(words);
    both->addWidget(label);
    both->addWidget(field);
    grid.addLayout(both, row, column, 1, span, Qt::AlignBottom);
}

QLabel* wrapped(const Theme& theme, const QColor& color, QWidget* parent) {
    QLabel* label = plainLabel({}, theme.large.small, 400, color, parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

QString trimmed(const QLineEdit& field) {
    return field.text().trimmed();
}

bool isAddress(const QString& text) {
    const auto at = text.indexOf(QLatin1Char('@'));
    return at > 0 && at + 1 < text.size() && !text.contains(QLatin1Char(' ')) &&
           !text.contains(QLatin1Char('<')) && !text.contains(QLatin1Char('>'));
}

/// What was typed, or nothing: then the one that is set stays. Never trimmed: a blank may be part of it.
std::optional<std::string> typed(const QLineEdit& field) {
    return field.text().isEmpty() ? std::nullopt : std::optional(field.text().toStdString());
}

} // namespace

OutsideDialog::OutsideDialog(const Theme& theme, control::OutsidePort& port, QWidget* parent)
    : Dialog(theme, tr("Mail and other shops"), parent), port_(port),
      host_(lineEdit(QStringLiteral("mail.host"))), security_(new QComboBox(this)),
      mailPort_(new QSpinBox(this)), user_(lineEdit(QStringLiteral("mail.user"))),
      password_(passwordEdit(QStringLiteral("mail.password"))), from_(lineEdit(QStringLiteral("mail.from"))),
      to_(lineEdit(QStringLiteral("mail.to"))), answer_(wrapped(theme, theme.text.primary, this)),
      mailState_(wrapped(theme, theme.text.secondary, this)),
      secret_(passwordEdit(QStringLiteral("hooks.secret"))), hookUrl_(new QLineEdit(this)),
      hooksState_(wrapped(theme, theme.text.secondary, this)), shopUrl_(lineEdit(QStringLiteral("shop.url"))),
      shopUser_(lineEdit(QStringLiteral("shop.user"))),
      shopPassword_(passwordEdit(QStringLiteral("shop.password"))),
      shopState_(wrapped(theme, theme.text.secondary, this)),
      note_(wrapped(theme, theme.warning.text, this)) {
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* all = new QWidget;
    auto* column = new QVBoxLayout(all);
    column->setContentsMargins(0, 0, 10, 0);
    column->setSpacing(8);
    buildMail(*column);
    column->addSpacing(8);
    buildHooks(*column);
    column->addSpacing(8);
    buildShop(*column);
    column->addStretch(1);
    scroll->setWidget(all);
    all->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    body().addWidget(scroll, 1);
    body().addWidget(note_);
    connect(addButton(tr("Close"), ButtonKind::Normal), &QAbstractButton::clicked, this, &QDialog::close);
    save_ = addButton(tr("Save"), ButtonKind::Primary);
    connect(save_, &QAbstractButton::clicked, this, &OutsideDialog::save);
    connect(&port_, &control::OutsidePort::changed, this, &OutsideDialog::presentStates);
    setModal(false);
    resize(820, 650);
    setMinimumSize(760, 520);
    fill();
    host_->setFocus();
}

QLineEdit* OutsideDialog::lineEdit(const QString& name) {
    auto* field = new QLineEdit(this);
    field->setObjectName(name);
    field->setMaxLength(longestField);
    connect(field, &QLineEdit::textChanged, this, &OutsideDialog::touched);
    return field;
}

QLineEdit* OutsideDialog::passwordEdit(const QString& name) {
    QLineEdit* field = lineEdit(name);
    field->setEchoMode(QLineEdit::Password);
    return field;
}

QLineEdit& OutsideDialog::field(const QString& name) const {
    auto* found = findChild<QLineEdit*>(name);
    Q_ASSERT(found);
    return *found;
}

Button* OutsideDialog::sideButton(const QString& words, const QString& spoken) {
    auto* button = new Button(theme(), ButtonKind::Normal, ButtonSize::Normal, words, this);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setAccessibleName(spoken);
    return button;
}

void OutsideDialog::buildMail(QVBoxLayout& column) {
    column.addWidget(
        plainLabel(tr("Mail that confirms orders"), theme().large.body, 600, theme().text.primary));
    auto* grid = new QGridLayout;
    grid->setSpacing(8);
    host_->setPlaceholderText(QStringLiteral("mail.example"));
    from_->setPlaceholderText(QStringLiteral("shop@mail.example"));
    security_->addItem(QStringLiteral("TLS"), int(control::MailSecurity::Tls));
    security_->addItem(QStringLiteral("STARTTLS"), int(control::MailSecurity::StartTls));
    mailPort_->setRange(1, 65'535);
    mailPort_->setValue(tlsPort);
    addField(theme(), *grid, tr("Mail server"), host_, 0, 0, 2);
    addField(theme(), *grid, tr("Security"), security_, 0, 2);
    addField(theme(), *grid, tr("Port"), mailPort_, 0, 3);
    addField(theme(), *grid, tr("User"), user_, 1, 0);
    addField(theme(), *grid, tr("Password"), password_, 1, 1);
    addField(theme(), *grid, tr("Sender's address"), from_, 1, 2);
    removeMail_ = sideButton(tr("Remove"), tr("Remove the mail server"));
    grid->addWidget(removeMail_, 1, 3, Qt::AlignBottom);
    addField(theme(), *grid, tr("Test mail to"), to_, 2, 0, 2);
    test_ = sideButton(tr("Send a test mail"), tr("Send a test mail"));
    test_->reserveFor({tr("Sending…")});
    grid->addWidget(test_, 2, 2, 1, 2, Qt::AlignBottom | Qt::AlignLeft);
    for (int i = 0; i < 3; ++i)
        grid->setColumnStretch(i, 1);
    column.addLayout(grid);
    column.addWidget(answer_);
    column.addWidget(mailState_);
    answer_->hide();
    connect(security_, &QComboBox::currentIndexChanged, this, [this](int index) {
        const int other = index == 0 ? startTlsPort : tlsPort;
        if (mailPort_->value() == other)
            mailPort_->setValue(index == 0 ? tlsPort : startTlsPort);
        touched();
    });
    connect(mailPort_, &QSpinBox::valueChanged, this, &OutsideDialog::touched);
    connect(test_, &QAbstractButton::clicked, this, &OutsideDialog::testMail);
    connect(removeMail_, &QAbstractButton::clicked, this, [this] {
        port_.removeMail();
        fill();
    });
}

void OutsideDialog::buildHooks(QVBoxLayout& column) {
    column.addWidget(plainLabel(tr("Messages of the shop where buyers check out"), theme().large.body, 600,
                                theme().text.primary));
    auto* grid = new QGridLayout;
    grid->setSpacing(8);
    addField(theme(), *grid, tr("Secret, as that shop shows it"), secret_, 0, 0);
    removeHooks_ = sideButton(tr("Remove"), tr("Remove the secret"));
    grid->addWidget(removeHooks_, 0, 1, Qt::AlignBottom);
    hookUrl_->setObjectName(QStringLiteral("hooks.url"));
    hookUrl_->setReadOnly(true);
    addField(theme(), *grid, tr("Address to enter there as webhook for orders"), hookUrl_, 1, 0);
    copy_ = sideButton(tr("Copy"), tr("Copy the address"));
    grid->addWidget(copy_, 1, 1, Qt::AlignBottom);
    grid->setColumnStretch(0, 1);
    column.addLayout(grid);
    column.addWidget(hooksState_);
    connect(copy_, &QAbstractButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(hookUrl_->text()); });
    connect(removeHooks_, &QAbstractButton::clicked, this, [this] {
        port_.setHookSecret({});
        fill();
    });
}

void OutsideDialog::buildShop(QVBoxLayout& column) {
    column.addWidget(plainLabel(tr("Shop that orders are handed on to (Vendure)"), theme().large.body, 600,
                                theme().text.primary));
    auto* grid = new QGridLayout;
    grid->setSpacing(8);
    shopUrl_->setPlaceholderText(QStringLiteral("https://shop.example/admin-api"));
    addField(theme(), *grid, tr("Address of its admin API"), shopUrl_, 0, 0, 2);
    addField(theme(), *grid, tr("User"), shopUser_, 1, 0);
    addField(theme(), *grid, tr("Password"), shopPassword_, 1, 1);
    removeShop_ = sideButton(tr("Remove"), tr("Remove the shop"));
    grid->addWidget(removeShop_, 1, 2, Qt::AlignBottom);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    column.addLayout(grid);
    column.addWidget(shopState_);
    connect(removeShop_, &QAbstractButton::clicked, this, [this] {
        port_.removeShop();
        fill();
    });
}

void OutsideDialog::fill() {
    const control::Outside& outside = port_.outside();
    const control::MailSet mail =
        outside.mail.value_or(control::MailSet{{}, tlsPort, control::MailSecurity::Tls, {}, {}, false});
    security_->setCurrentIndex(std::max(0, security_->findData(int(mail.security))));
    mailPort_->setValue(mail.port);
    host_->setText(text(mail.host));
    user_->setText(text(mail.user));
    from_->setText(text(mail.from));
    const control::ShopSet shop = outside.shop.value_or(control::ShopSet{});
    shopUrl_->setText(text(shop.url));
    shopUser_->setText(text(shop.user));
    fillSecrets();
    presentStates();
}

/// What is set is said, and never shown.
void OutsideDialog::fillSecrets() {
    const control::Outside& outside = port_.outside();
    const auto draw = [](QLineEdit& field, bool set) {
        field.clear();
        field.setPlaceholderText(set ? tr("is set; type to replace it") : tr("not set"));
    };
    draw(*password_, outside.mail && outside.mail->password);
    draw(*secret_, outside.hookSecret);
    draw(*shopPassword_, outside.shop && outside.shop->password);
}

void OutsideDialog::touched() {
    if (!save_)
        return; // still being built
    answer_->hide();
    presentStates();
}

QString OutsideDialog::firstProblem() const {
    const bool mail = !trimmed(*host_).isEmpty();
    if (!mail && (!trimmed(*from_).isEmpty() || !trimmed(*user_).isEmpty()))
        return tr("The mail server's name is missing.");
    QUrl host;
    host.setHost(trimmed(*host_), QUrl::StrictMode);
    if (mail && host.host().isEmpty())
        return tr("The mail server's name is no name of a computer: only “mail.example”, without “https”.");
    if (mail && !isAddress(trimmed(*from_)))
        return tr("The sender's address is missing or no e-mail address.");
    const QUrl shop(trimmed(*shopUrl_), QUrl::StrictMode);
    if (!trimmed(*shopUrl_).isEmpty() &&
        ((shop.scheme() != QLatin1String("https") && shop.scheme() != QLatin1String("http")) ||
         shop.host().isEmpty()))
        return tr("The shop's address must begin with https://.");
    if (trimmed(*shopUrl_).isEmpty() && !trimmed(*shopUser_).isEmpty())
        return tr("The shop's address is missing.");
    return {};
}

void OutsideDialog::saveMail() {
    if (trimmed(*host_).isEmpty())
        return;
    port_.setMail({trimmed(*host_).toStdString(), mailPort_->value(),
                   control::MailSecurity(security_->currentData().toInt()), trimmed(*user_).toStdString(),
                   trimmed(*from_).toStdString(), false},
                  typed(*password_));
}

/// A part that is empty stays as it is: only “Remove” takes one away.
bool OutsideDialog::save() {
    if (!firstProblem().isEmpty())
        return false;
    saveMail();
    if (!secret_->text().isEmpty())
        port_.setHookSecret(secret_->text().toStdString());
    if (!trimmed(*shopUrl_).isEmpty())
        port_.setShop({trimmed(*shopUrl_).toStdString(), trimmed(*shopUser_).toStdString(), false},
                      typed(*shopPassword_));
    fillSecrets();
    presentStates();
    return true;
}

/// Of what stands in the fields, so it is saved first.
void OutsideDialog::testMail() {
    if (testing_ || !save())
        return;
    testing_ = true;
    answer_->hide();
    presentStates();
    port_.testMail(trimmed(*to_).toStdString(), [self = QPointer(this)](const Error& error) {
        if (self)
            self->tested(error);
    });
}

void OutsideDialog::tested(const Error& error) {
    testing_ = false;
    QString words = tr("The mail server has taken the test mail. See whether it has come.");
    if (error.code != ErrorCode::None) {
        words = errorSentence(error.code);
        if (!error.detail.empty())
            words += QStringLiteral(" (%1)").arg(text(error.detail));
    }
    setLabelColor(*answer_, error.code == ErrorCode::None ? theme().text.primary : theme().warning.text);
    answer_->setText(words);
    answer_->show();
    presentStates();
}

void OutsideDialog::present(bool rehearsal, bool up) {
    if (rehearsal == rehearsal_ && up == up_)
        return;
    rehearsal_ = rehearsal;
    up_ = up;
    if (testing_ && !up)
        return tested({ErrorCode::LinkDown, {}}); // its answer may have gone down with the link
    presentStates();
}

void OutsideDialog::presentStates() {
    const control::Outside& outside = port_.outside();
    const OutsideHow how = rehearsal_ ? OutsideHow::Rehearsal : up_ ? OutsideHow::Used : OutsideHow::Silent;
    const std::array drawn{std::pair{mailState_, mailText(outside, how)},
                           std::pair{hooksState_, hooksText(outside, how)},
                           std::pair{shopState_, shopText(outside, how)}};
    for (const auto& [label, does] : drawn) {
        label->setText(does.words);
        setLabelColor(*label, does.trouble ? theme().warning.text : theme().text.secondary);
    }
    presentHookUrl(outside);
    const QString problem = firstProblem();
    note_->setText(outside.kept.code == ErrorCode::NotAuthorised
                       ? tr("What was kept is not used: others can read its file. Set it anew. %1")
                             .arg(text(outside.kept.detail))
                   : outside.kept.code != ErrorCode::None ? errorSentence(outside.kept.code)
                                                          : problem);
    note_->setVisible(!note_->text().isEmpty());
    save_->setEnabled(problem.isEmpty());
    test_->setText(testing_ ? tr("Sending…") : tr("Send a test mail"));
    test_->setEnabled(!testing_ && up_ && !rehearsal_ && problem.isEmpty() && !trimmed(*host_).isEmpty() &&
                      isAddress(trimmed(*to_)));
    removeMail_->setEnabled(outside.mail.has_value());
    removeHooks_->setEnabled(outside.hookSecret);
    removeShop_->setEnabled(outside.shop.has_value());
}

/// An address that the shop can't open is worth nothing to it.
void OutsideDialog::presentHookUrl(const control::Outside& outside) {
    const bool known = outside.hookSecret && !outside.hookUrl.empty();
    hookUrl_->setText(known ? text(outside.hookUrl) : QString());
    hookUrl_->setPlaceholderText(outside.hookSecret ? tr("the show server has not said it yet")
                                                    : tr("known once the secret is set"));
    copy_->setEnabled(known);
    const bool everyone = !known || control::whoCanOpen(outside.hookUrl) == control::Openness::Everyone;
    if (!everyone && outside.hooksDoes.done == 0 && outside.hooksDoes.error.code == ErrorCode::None) {
        hooksState_->setText(tr("A shop on the internet can't open this address. Pair with a server "
                                "elsewhere first: Show › Pair with a server."));
        setLabelColor(*hooksState_, theme().warning.text);
    }
}

QString OutsideDialog::mailState() const {
    return mailState_->text();
}

QString OutsideDialog::hooksState() const {
    return hooksState_->text();
}

QString OutsideDialog::shopState() const {
    return shopState_->text();
}

QString OutsideDialog::answer() const {
    return answer_->isVisible() ? answer_->text() : QString();
}

} // namespace vitrina::ui
