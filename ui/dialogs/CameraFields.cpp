// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/CameraFields.hpp"

#include "base/Id.hpp"
#include "ui/widgets/Format.hpp"
#include "ui/widgets/Labels.hpp"
#include "ui/widgets/QrCode.hpp"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLineEdit>
#include <QSpinBox>

#include <algorithm>
#include <cmath>

namespace vitrina::ui {
namespace {

constexpr int codeSide = 184;
constexpr int hideAfterMs = 60'000;
constexpr int labelWidth = 80;        ///< fields of one dialog begin in one line
constexpr std::size_t keyLength = 16; ///< hexadecimal: as much as a person types into a phone

Button* plainButton(const Theme& theme, const QString& words, QWidget* parent,
                    ButtonKind kind = ButtonKind::Normal) {
    auto* button = new Button(theme, kind, ButtonSize::Normal, words, parent);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setAccessibleName(words);
    return button;
}

} // namespace

QLabel* fieldLabel(const Theme& theme, const QString& words, QWidget* field) {
    QLabel* label = plainLabel(words, theme.large.body, 400, theme.text.secondary, field->parentWidget());
    label->setBuddy(field);
    label->setMinimumWidth(labelWidth);
    field->setAccessibleName(words);
    return label;
}

ListenFields::ListenFields(const Theme& theme, QWidget* parent)
    : QWidget(parent), port_(new QSpinBox(this)), key_(new QLineEdit(this)), host_(new QComboBox(this)),
      address_(plainLabel({}, theme.large.body, 600, theme.text.primary, this)),
      hidden_(plainLabel(tr("The code holds the key. It is seen while the key is."), theme.large.small, 400,
                         theme.text.secondary, this)),
      code_(new QrCode(this)), shown_(plainButton(theme, tr("Show key"), this, ButtonKind::Toggle)) {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(8);
    port_->setRange(1024, 65535);
    key_->setEchoMode(QLineEdit::Password);
    key_->setMaxLength(79);
    shown_->setCheckable(true);
    shown_->reserveFor({tr("Hide key")});
    Button* fresh = plainButton(theme, tr("New key"), this);
    Button* copy = plainButton(theme, tr("Copy address"), this);
    grid->addWidget(fieldLabel(theme, tr("Port"), port_), 0, 0);
    grid->addWidget(port_, 0, 1);
    grid->addWidget(fieldLabel(theme, tr("Key"), key_), 1, 0);
    grid->addWidget(key_, 1, 1);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(shown_);
    buttons->addWidget(fresh);
    buttons->addWidget(copy);
    buttons->addStretch(1);
    grid->addLayout(buttons, 2, 1);
    grid->addWidget(fieldLabel(theme, tr("This machine"), host_), 3, 0);
    grid->addWidget(host_, 3, 1);
    QLabel* how = plainLabel(tr("Type this into the phone's app, or point its camera at the code:"),
                             theme.large.small, 400, theme.text.secondary, this);
    how->setWordWrap(true);
    grid->addWidget(how, 4, 0, 1, 2);
    address_->setWordWrap(true);
    address_->setMinimumHeight(2 * address_->fontMetrics().lineSpacing());
    address_->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    grid->addWidget(address_, 5, 0, 1, 2);
    grid->setRowStretch(6, 1);
    code_->setFixedSize(codeSide, codeSide);
    hidden_->setFixedSize(codeSide, codeSide);
    hidden_->setWordWrap(true);
    hidden_->setAlignment(Qt::AlignCenter);
    grid->addWidget(code_, 0, 2, 7, 1, Qt::AlignTop);
    grid->addWidget(hidden_, 0, 2, 7, 1, Qt::AlignTop);
    grid->setColumnStretch(1, 1);

    hide_.setSingleShot(true);
    hide_.setInterval(hideAfterMs);
    connect(&hide_, &QTimer::timeout, this, [this] { shown_->setChecked(false); });
    connect(shown_, &QAbstractButton::toggled, this, [this](bool on) {
        on ? hide_.start() : hide_.stop();
        present();
    });
    connect(fresh, &QAbstractButton::clicked, this,
            [this] { key_->setText(text(randomHex128().substr(0, keyLength))); });
    connect(copy, &QAbstractButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(text(stage::phoneAddress(form(), host()))); });
    const auto changes = [this] {
        present();
        emit changed();
    };
    connect(key_, &QLineEdit::textChanged, this, changes);
    connect(port_, qOverload<int>(&QSpinBox::valueChanged), this, changes);
    connect(host_, &QComboBox::currentIndexChanged, this, [this] { present(); });
}

void ListenFields::setForm(const stage::CameraForm& form) {
    kind_ = form.kind;
    port_->setValue(form.port);
    key_->setText(form.key.empty() ? text(randomHex128().substr(0, keyLength)) : text(form.key));
    shown_->setChecked(false);
    present();
}

void ListenFields::fill(stage::CameraForm& form) const {
    form.listens = true;
    form.port = port_->value();
    form.key = key_->text().toStdString();
    form.text.clear();
}

stage::CameraForm ListenFields::form() const {
    stage::CameraForm form;
    form.kind = kind_;
    fill(form);
    return form;
}

std::string ListenFields::host() const {
    return host_->currentText().toStdString();
}

void ListenFields::setAddresses(const std::vector<std::string>& addresses) {
    const QString before = host_->currentText();
    host_->clear();
    for (const std::string& address : addresses)
        host_->addItem(text(address));
    if (addresses.empty()) // no network: cameras on this machine at least
        host_->addItem(QStringLiteral("127.0.0.1"));
    host_->setCurrentIndex(std::max(0, host_->findText(before)));
    present();
}

QString ListenFields::shownAddress() const {
    return address_->text();
}

void ListenFields::present() {
    const bool shown = shown_->isChecked();
    const QString words = shown ? tr("Hide key") : tr("Show key");
    shown_->setText(words);
    shown_->setAccessibleName(words);
    key_->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
    const std::string whole = stage::phoneAddress(form(), host());
    // An address has no spaces to break at: any slash or question mark will do.
    QString address = text(shown ? whole : stage::maskedPhoneAddress(form(), host()));
    address.replace(QLatin1Char('?'), QStringLiteral("?\u200B"));
    address_->setText(address);
    code_->setAddress(shown ? text(whole) : QString());
    code_->setVisible(shown);
    hidden_->setVisible(!shown);
}

ChoiceFields::ChoiceFields(const Theme& theme, QWidget* parent)
    : QWidget(parent), choice_(new QComboBox(this)) {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(8);
    grid->setColumnStretch(0, 1);
    choice_->setAccessibleName(tr("What is found"));
    choice_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    Button* again = plainButton(theme, tr("Look again"), this);
    grid->addWidget(choice_, 0, 0);
    grid->addWidget(again, 0, 1);
    const std::array<QString, 3> words{tr("Hold the exposure at"), tr("Hold the focus at"),
                                       tr("Hold the white balance at")};
    for (std::size_t i = 0; i < locks_.size(); ++i) {
        locks_[i].held = new QCheckBox(words[i], this);
        locks_[i].held->setAccessibleName(words[i]);
        locks_[i].held->setObjectName(QStringLiteral("hold-%1").arg(i + 1));
        locks_[i].value = new QSpinBox(this);
        locks_[i].value->setAccessibleName(words[i]);
        grid->addWidget(locks_[i].held, int(i) + 1, 0);
        grid->addWidget(locks_[i].value, int(i) + 1, 1);
        connect(locks_[i].held, &QCheckBox::toggled, locks_[i].value, &QWidget::setEnabled);
        connect(locks_[i].held, &QCheckBox::toggled, this, &ChoiceFields::changed);
    }
    connect(again, &QAbstractButton::clicked, this, &ChoiceFields::lookAsked);
    connect(choice_, &QComboBox::currentIndexChanged, this, [this] {
        presentLocks();
        emit changed();
    });
}

void ChoiceFields::setChoice(stage::SourceKind kind, const QString& address,
                             const std::vector<stage::CameraControl>& held) {
    kind_ = kind;
    wanted_ = address;
    wantedHeld_ = held;
    present();
}

void ChoiceFields::setSurroundings(const engine::Surroundings& around) {
    if (const QString chosen = address(); !chosen.isEmpty())
        wanted_ = chosen;
    around_ = around;
    present();
}

void ChoiceFields::present() {
    const QSignalBlocker quiet(choice_);
    choice_->clear();
    if (kind_ == stage::SourceKind::Webcam) {
        for (const engine::Webcam& webcam : around_.webcams)
            choice_->addItem(webcam.place.empty()
                                 ? text(webcam.name)
                                 : text(webcam.name) + QStringLiteral(" · ") + text(webcam.place),
                             text(webcam.address));
    } else if (kind_ == stage::SourceKind::Screen) {
        for (const engine::Screen& screen : around_.screens)
            choice_->addItem(tr("Screen %1 · %2×%3")
                                 .arg(text(screen.address).toInt() + 1)
                                 .arg(screen.width)
                                 .arg(screen.height),
                             text(screen.address));
    } else {
        for (const engine::Window& window : around_.windows)
            choice_->addItem(window.title.empty() ? text(window.address).section(QLatin1Char('\n'), 0, 0)
                                                  : text(window.title),
                             text(window.address));
    }
    int chosen = wanted_.isEmpty() ? std::min(0, choice_->count() - 1) : choice_->findData(wanted_);
    if (chosen < 0 && !wanted_.isEmpty()) {
        choice_->addItem(
            tr("%1 (not there now)").arg(QString(wanted_).replace(QLatin1Char('\n'), QLatin1String(" · "))),
            wanted_);
        chosen = choice_->count() - 1;
    }
    if (choice_->count() == 0)
        choice_->addItem(tr("Nothing found"), QString());
    choice_->setCurrentIndex(std::max(0, chosen));
    presentLocks();
    emit changed();
}

void ChoiceFields::presentLocks() {
    const auto webcam = std::ranges::find(around_.webcams, address().toStdString(), &engine::Webcam::address);
    for (std::size_t i = 0; i < locks_.size(); ++i) {
        Lock& lock = locks_[i];
        const auto kind = engine::WebcamControlKind(i + 1);
        lock.control = {};
        if (kind_ == stage::SourceKind::Webcam && webcam != around_.webcams.end()) {
            const auto found = std::ranges::find(webcam->controls, kind, &engine::WebcamControl::kind);
            lock.control = found == webcam->controls.end() ? engine::WebcamControl{} : *found;
        }
        const bool there = lock.control.kind != engine::WebcamControlKind::None;
        lock.held->setVisible(there);
        lock.value->setVisible(there);
        if (!there)
            continue;
        const auto held = std::ranges::find(wantedHeld_, lock.control.name, &stage::CameraControl::name);
        lock.value->setRange(int(lock.control.least), int(lock.control.most));
        lock.value->setSingleStep(int(lock.control.step));
        lock.value->setValue(int(held == wantedHeld_.end() ? lock.control.value : held->value));
        lock.held->setChecked(held != wantedHeld_.end());
        lock.value->setEnabled(lock.held->isChecked());
    }
}

QString ChoiceFields::address() const {
    return choice_->currentData().toString();
}

QString ChoiceFields::chosenName() const {
    return address().isEmpty() ? QString() : choice_->currentText().section(QStringLiteral(" · "), 0, 0);
}

std::vector<stage::CameraControl> ChoiceFields::held() const {
    std::vector<stage::CameraControl> held;
    bool known = false;
    for (const Lock& lock : locks_) {
        known = known || lock.control.kind != engine::WebcamControlKind::None;
        if (lock.control.kind != engine::WebcamControlKind::None && lock.held->isChecked())
            held.push_back({lock.control.name, lock.value->value()});
    }
    return known ? held : wantedHeld_; // not there to ask: what was held stays so
}

LookFields::LookFields(const Theme& theme, QWidget* parent)
    : QWidget(parent), rotation_(new QComboBox(this)) {
    auto* row = new QGridLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    rotation_->addItem(tr("as it comes"), 0);
    rotation_->addItem(tr("a quarter clockwise"), 90);
    rotation_->addItem(tr("upside down"), 180);
    rotation_->addItem(tr("a quarter the other way"), 270);
    row->addWidget(fieldLabel(theme, tr("Turned"), rotation_), 0, 0);
    row->addWidget(rotation_, 0, 1, 1, 4);
    QLabel* cut = plainLabel(tr("Cut off"), theme.large.body, 400, theme.text.secondary, this);
    row->addWidget(cut, 1, 0);
    const std::array<QString, 4> sides{tr("left %1"), tr("right %1"), tr("top %1"), tr("bottom %1")};
    for (std::size_t i = 0; i < crop_.size(); ++i) {
        crop_[i] = new QSpinBox(this);
        crop_[i]->setRange(0, 90);
        const QStringList around = sides[i].split(QStringLiteral("%1"));
        crop_[i]->setPrefix(around.value(0));
        crop_[i]->setSuffix(QStringLiteral(" %") + around.value(1));
        crop_[i]->setAccessibleName(tr("Cut off") + QStringLiteral(", ") + around.value(0).trimmed());
        row->addWidget(crop_[i], 1, int(i) + 1);
    }
    row->setColumnStretch(1, 1);
    row->setColumnStretch(2, 1);
    row->setColumnStretch(3, 1);
    row->setColumnStretch(4, 1);
}

void LookFields::setLook(int rotation, const stage::Crop& crop) {
    rotation_->setCurrentIndex(std::max(0, rotation_->findData(rotation)));
    const std::array<double, 4> parts{crop.left, crop.right, crop.top, crop.bottom};
    for (std::size_t i = 0; i < crop_.size(); ++i)
        crop_[i]->setValue(int(std::lround(parts[i] * 100)));
}

int LookFields::rotation() const {
    return rotation_->currentData().toInt();
}

stage::Crop LookFields::crop() const {
    const auto part = [this](std::size_t side) {
        return crop_[side]->value() / 100.0;
    };
    return {part(0), part(2), part(1), part(3)};
}

} // namespace vitrina::ui
