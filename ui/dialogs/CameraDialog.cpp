// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/CameraDialog.hpp"

#include "ui/dialogs/CameraFields.hpp"
#include "ui/models/CameraWords.hpp"
#include "ui/widgets/ErrorText.hpp"
#include "ui/widgets/Format.hpp"
#include "ui/widgets/Labels.hpp"

#include <QColorDialog>
#include <QComboBox>
#include <QFileDialog>
#include <QGridLayout>
#include <QLineEdit>
#include <QSpinBox>
#include <QStackedWidget>

namespace vitrina::ui {
namespace {

using stage::SourceKind;

bool listens(SourceKind kind) {
    return kind == SourceKind::Rtmp || kind == SourceKind::Srt;
}

bool isChosen(SourceKind kind) {
    return kind == SourceKind::Webcam || kind == SourceKind::Screen || kind == SourceKind::Window;
}

bool isBrowsed(SourceKind kind) {
    return kind == SourceKind::File || kind == SourceKind::Image || kind == SourceKind::Colour;
}

} // namespace

CameraDialog::CameraDialog(const Theme& theme, const stage::SetUp& setUp,
                           const std::optional<stage::Source>& edited, SendEdit send, const LookAround& look,
                           QWidget* parent)
    : Dialog(theme, edited ? tr("Edit camera") : tr("Add a camera"), parent), setUp_(setUp), edited_(edited),
      send_(std::move(send)), look_(look), name_(new QLineEdit(this)), kind_(new QComboBox(this)),
      pages_(new QStackedWidget(this)), listen_(new ListenFields(theme)), choice_(new ChoiceFields(theme)),
      text_(new QLineEdit), browse_(new Button(theme, ButtonKind::Normal, ButtonSize::Normal, tr("Choose…"))),
      lookFields_(new LookFields(theme, this)),
      problem_(plainLabel({}, theme.large.body, 400, theme.warning.text, this)) {
    auto* grid = new QGridLayout;
    grid->setSpacing(8);
    for (const SourceKind kind : cameraKinds)
        kind_->addItem(cameraKindWords(kind), int(kind));
    kind_->setMaxVisibleItems(int(cameraKinds.size()));
    grid->addWidget(fieldLabel(theme, tr("Kind"), kind_), 0, 0);
    grid->addWidget(kind_, 0, 1);
    grid->addWidget(fieldLabel(theme, tr("Name"), name_), 1, 0);
    grid->addWidget(name_, 1, 1);
    grid->setColumnStretch(1, 1);
    name_->setMaxLength(int(stage::maxNameLength));
    body().addLayout(grid);
    buildPages();
    body().addWidget(lookFields_);
    problem_->setWordWrap(true);
    problem_->setMinimumHeight(2 * problem_->fontMetrics().lineSpacing() + 2);
    problem_->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    body().addWidget(problem_);
    if (!edited_)
        body().addWidget(plainLabel(tr("A new camera is muted until you switch its sound on."),
                                    theme.large.small, 400, theme.text.secondary, this));
    Button* cancel = addButton(tr("Cancel"), ButtonKind::Normal);
    save_ = addButton(edited_ ? tr("Save") : tr("Add camera"), ButtonKind::Primary);

    connect(cancel, &QAbstractButton::clicked, this, &QDialog::reject);
    connect(save_, &QAbstractButton::clicked, this, &CameraDialog::save);
    connect(kind_, &QComboBox::currentIndexChanged, this, &CameraDialog::kindChosen);
    connect(name_, &QLineEdit::textChanged, this, &CameraDialog::check);
    setModal(false);
    setMinimumWidth(620);
    setKind(edited_ ? edited_->kind : SourceKind::Rtmp);
    if (edited_) {
        name_->setText(text(edited_->name));
        lookFields_->setLook(edited_->rotation, edited_->crop);
    }
    kind_->setFocus();
    lookAgain();
}

void CameraDialog::lookAgain() {
    if (look_)
        look_(this, [this](const engine::Surroundings& around) { surroundings(around); });
    else
        surroundings({});
}

void CameraDialog::buildPages() {
    auto* typed = new QWidget;
    auto* row = new QGridLayout(typed);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(fieldLabel(theme(), tr("Address"), text_), 0, 0);
    row->addWidget(text_, 0, 1);
    row->addWidget(browse_, 0, 2);
    row->setColumnStretch(1, 1);
    row->setRowStretch(1, 1);
    browse_->setFocusPolicy(Qt::StrongFocus);
    browse_->setAccessibleName(tr("Choose…"));
    pages_->addWidget(new QWidget);
    pages_->addWidget(listen_);
    pages_->addWidget(choice_);
    pages_->addWidget(typed);
    body().addWidget(pages_);
    connect(listen_, &ListenFields::changed, this, &CameraDialog::check);
    connect(text_, &QLineEdit::textChanged, this, &CameraDialog::check);
    connect(browse_, &QAbstractButton::clicked, this, &CameraDialog::choosePath);
    connect(choice_, &ChoiceFields::changed, this, [this] {
        if (isChosen(kind())) // it also changes unseen, when what is around becomes known
            proposeName(choice_->chosenName());
        check();
    });
    connect(choice_, &ChoiceFields::lookAsked, this,
            [this] { look_(this, [this](const engine::Surroundings& around) { surroundings(around); }); });
}

SourceKind CameraDialog::kind() const {
    return SourceKind(kind_->currentData().toInt());
}

void CameraDialog::setKind(SourceKind kind) {
    const int index = kind_->findData(int(kind));
    if (index == kind_->currentIndex())
        return kindChosen();
    kind_->setCurrentIndex(std::max(0, index));
}

void CameraDialog::kindChosen() {
    const bool same = edited_ && edited_->kind == kind();
    stage::CameraForm form = same ? stage::formOf(*edited_) : stage::CameraForm{};
    form.kind = kind();
    const bool listening = listens(kind()) && (!same || form.listens);
    if (listening) {
        if (!same)
            form.port = freshPort();
        listen_->setForm(form);
        listen_->setAddresses(around_.addresses);
        pages_->setCurrentIndex(1);
    } else if (isChosen(kind())) {
        choice_->setChoice(kind(), text(form.text),
                           same ? edited_->controls : std::vector<stage::CameraControl>{});
        choice_->setSurroundings(around_);
        pages_->setCurrentIndex(2);
    } else {
        text_->setText(text(form.text));
        // A password may stand in it, and screens are shared.
        const bool secret = form.text.find('@') != std::string::npos;
        text_->setEchoMode(secret ? QLineEdit::PasswordEchoOnEdit : QLineEdit::Normal);
        browse_->setVisible(isBrowsed(kind()));
        pages_->setCurrentIndex(stage::needsAddress(kind()) ? 3 : 0);
    }
    proposeName(isChosen(kind()) && !choice_->chosenName().isEmpty() ? choice_->chosenName()
                                                                     : cameraNameProposed(kind()));
    check();
    // Another kind's page may want more room than the one before.
    layout()->activate();
    resize(size().expandedTo(minimumSizeHint()));
}

/// The usual ones of the kind, until it is known which of them are free.
int CameraDialog::freshPort() {
    const bool rtmp = kind() == SourceKind::Rtmp;
    const std::vector<int>& found = rtmp ? around_.freeTcpPorts : around_.freeUdpPorts;
    const std::vector<int> usual =
        rtmp ? std::vector{1935, 1936, 1937, 1938} : std::vector{9000, 9001, 9002, 9003};
    proposedPort_ = stage::proposedPort(setUp_, kind(), found.empty() ? usual : found);
    return proposedPort_;
}

/// A name that a person has typed is left alone.
void CameraDialog::proposeName(const QString& name) {
    const bool own = !name_->text().isEmpty() && name_->text() != proposed_;
    if (edited_ || own || name.isEmpty())
        return;
    proposed_ = name.left(int(stage::maxNameLength));
    name_->setText(proposed_);
}

void CameraDialog::surroundings(const engine::Surroundings& around) {
    around_ = around;
    choice_->setSurroundings(around);
    listen_->setAddresses(around.addresses);
    // Which ports are free is known only now; one that a person has chosen stays.
    if (!edited_ && listens(kind()) && listen_->port().value() == proposedPort_)
        listen_->port().setValue(freshPort());
}

stage::CameraForm CameraDialog::form() const {
    stage::CameraForm form;
    form.kind = kind();
    if (pages_->currentIndex() == 1)
        listen_->fill(form);
    else if (isChosen(kind()))
        form.text = choice_->address().toStdString();
    else if (stage::needsAddress(kind()))
        form.text = text_->text().trimmed().toStdString();
    return form;
}

stage::Source CameraDialog::source() const {
    stage::Source source = edited_.value_or(stage::Source{});
    source.name = name_->text().trimmed().toStdString();
    const stage::CameraForm now = form();
    // One that was left as it was keeps what the form has no field for.
    if (!edited_ || stage::formOf(*edited_) != now)
        source.address = stage::addressOf(now);
    source.kind = kind();
    source.rotation = lookFields_->rotation();
    source.crop = lookFields_->crop();
    source.controls = kind() == SourceKind::Webcam ? choice_->held() : std::vector<stage::CameraControl>{};
    return source;
}

QString CameraDialog::problem() const {
    return problem_->text();
}

void CameraDialog::check() {
    if (!pressed_)
        return;
    const stage::FormFault fault = stage::faultOf(form(), setUp_, edited_ ? edited_->id : SourceId{});
    const bool kept = edited_ && stage::formOf(*edited_) == form(); // an older, shorter key may stay
    if (name_->text().trimmed().isEmpty())
        problem_->setText(tr("Give the camera a name."));
    else if (fault != stage::FormFault::None && !kept)
        problem_->setText(formFaultSentence(fault, kind()));
    else
        problem_->clear();
}

void CameraDialog::save() {
    pressed_ = true;
    check();
    if (!problem_->text().isEmpty()) {
        QWidget* field =
            name_->text().trimmed().isEmpty() ? static_cast<QWidget*>(name_) : pages_->currentWidget();
        field->setFocus();
        if (field != name_ && field->nextInFocusChain())
            focusNextChild();
        return;
    }
    const Result<void> done = send_(edited_ ? stage::SetUpEdit{stage::ChangeSource{source()}}
                                            : stage::SetUpEdit{stage::AddSource{source(), true}});
    if (done)
        accept();
    else
        problem_->setText(errorSentence(done.error().code));
}

void CameraDialog::choosePath() {
    if (kind() == SourceKind::Colour) {
        auto* colours = new QColorDialog(QColor(text_->text()), this);
        colours->setAttribute(Qt::WA_DeleteOnClose);
        connect(colours, &QColorDialog::colorSelected, this,
                [this](const QColor& colour) { text_->setText(colour.name().toUpper()); });
        colours->open();
        return;
    }
    auto* files =
        new QFileDialog(this, kind() == SourceKind::Image ? tr("Choose an image") : tr("Choose a video"));
    files->setAttribute(Qt::WA_DeleteOnClose);
    files->setFileMode(QFileDialog::ExistingFile);
    files->setNameFilters(
        kind() == SourceKind::Image
            ? QStringList{tr("Images") + QStringLiteral(" (*.png *.jpg *.jpeg *.webp *.bmp *.gif)"),
                          tr("All files") + QStringLiteral(" (*)")}
            : QStringList{tr("Videos") + QStringLiteral(" (*.mp4 *.mkv *.mov *.webm *.ts *.avi)"),
                          tr("All files") + QStringLiteral(" (*)")});
    connect(files, &QFileDialog::fileSelected, this, [this](const QString& path) { text_->setText(path); });
    files->open();
}

} // namespace vitrina::ui
