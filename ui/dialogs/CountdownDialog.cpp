// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/CountdownDialog.hpp"

#include "show/Edit.hpp"
#include "ui/widgets/Format.hpp"

#include <QCheckBox>
#include <QDateTime>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace vitrina::ui {

std::optional<std::int64_t> countdownMs(const QString& typed) {
    bool plain = false;
    const int minutes = typed.trimmed().toInt(&plain);
    // A plain number is minutes here: nobody waits ninety seconds for a show.
    const std::optional<std::int64_t> ms = plain ? std::optional<std::int64_t>(std::int64_t(minutes) * 60'000)
                                                 : show::parseDuration(typed.toStdString());
    return ms && *ms > 0 && *ms <= stage::longestCountdownMs ? ms : std::nullopt;
}

std::optional<QTime> clockTime(const QString& typed) {
    QString text = typed.trimmed();
    text.replace(QLatin1Char('.'), QLatin1Char(':'));
    const QTime time = QTime::fromString(text, QStringLiteral("H:mm"));
    return time.isValid() ? std::optional<QTime>(time) : std::nullopt;
}

CountdownDialog::CountdownDialog(const Theme& theme, const control::State& state, Instant now,
                                 QWidget* parent)
    : Dialog(theme, tr("Countdown"), parent), opened_(now), time_(new QLineEdit(QStringLiteral("5"), this)),
      title_(new QLineEdit(this)), clock_(new QCheckBox(tr("Until a time of day"), this)),
      card_(new QCheckBox(tr("On the product card, for the item on air"), this)) {
    if (control::currentProduct(state) && state.run.current()->id != state.stage.countedDown)
        aired_ = state.run.current()->id;
    addHeading(tr("Countdown on the picture"));
    time_->setAccessibleName(tr("How long"));
    body().addWidget(time_);
    body().addWidget(clock_);
    title_->setMaxLength(int(stage::longestOverlayText));
    title_->setPlaceholderText(tr("Words above it, may be empty"));
    title_->setAccessibleName(tr("Words above it"));
    if (state.stage.countdown)
        title_->setText(text(state.stage.countdown->title));
    body().addWidget(title_);
    card_->setEnabled(!aired_.empty());
    body().addWidget(card_);
    said_ = addText({});
    connect(addButton(tr("Cancel"), ButtonKind::Normal), &QAbstractButton::clicked, this, &QDialog::reject);
    start_ = addButton(tr("Start"), ButtonKind::Primary);
    connect(start_, &QAbstractButton::clicked, this, &QDialog::accept);
    connect(time_, &QLineEdit::textChanged, this, &CountdownDialog::say);
    connect(clock_, &QCheckBox::toggled, this, [this](bool on) {
        time_->setText(
            on ? QDateTime::fromMSecsSinceEpoch(opened_.wallMs + 600'000).toString(QStringLiteral("H:mm"))
               : QStringLiteral("5"));
        say();
    });
    connect(card_, &QCheckBox::toggled, this, [this](bool on) { title_->setEnabled(!on); });
    time_->selectAll();
    time_->setFocus();
    say();
}

void CountdownDialog::say() {
    const std::optional<stage::StartCountdown> wanted = command(opened_);
    start_->setEnabled(wanted.has_value());
    if (!wanted)
        said_->setText(clock_->isChecked() ? tr("Type a time of day: 19:00 or 19.00.")
                                           : tr("Type minutes, or minutes and seconds: 5, 1:30 or 90s."));
    else if (wanted->untilWallMs != 0)
        said_->setText(tr("It runs for %1.").arg(durationText(wanted->untilWallMs - opened_.wallMs)));
    else
        said_->setText(tr("It runs for %1.").arg(durationText(wanted->durationMs)));
}

std::optional<stage::StartCountdown> CountdownDialog::command(Instant now) const {
    stage::StartCountdown start;
    start.aired = card_->isChecked() ? aired_ : AiredId{};
    start.title = card_->isChecked() ? std::string() : title_->text().simplified().toStdString();
    if (clock_->isChecked()) {
        const std::optional<QTime> time = clockTime(time_->text());
        if (!time)
            return std::nullopt;
        QDateTime until = QDateTime::fromMSecsSinceEpoch(now.wallMs);
        until.setTime(*time);
        if (until.toMSecsSinceEpoch() <= now.wallMs)
            until = until.addDays(1);
        start.untilWallMs = until.toMSecsSinceEpoch();
        return start;
    }
    const std::optional<std::int64_t> ms = countdownMs(time_->text());
    if (!ms)
        return std::nullopt;
    start.durationMs = *ms;
    return start;
}

} // namespace vitrina::ui
