// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/CueLine.hpp"

#include "ui/models/Times.hpp"
#include "ui/models/Words.hpp"
#include "ui/widgets/Button.hpp"
#include "ui/widgets/Format.hpp"

#include <QLineEdit>

namespace vitrina::ui {

CueLine::CueLine(const Theme& theme, QWidget* parent)
    : QWidget(parent), field_(new QLineEdit(this)),
      clear_(new Button(theme, ButtonKind::Normal, ButtonSize::Normal, {}, this)) {
    setFixedHeight(theme.large.field);
    field_->setMaxLength(int(show::longestCue));
    field_->setAccessibleName(tr("Cue to the host"));
    clear_->setIconName(QStringLiteral("cross"));
    clear_->setAccessibleName(tr("Take the cue away"));
    clear_->setToolTip(tr("Take the cue away"));
    clear_->hide();
    connect(field_, &QLineEdit::returnPressed, this, &CueLine::send);
    connect(clear_, &QAbstractButton::clicked, this, [this] { emit asked(show::ClearCue{standing_}); });
}

void CueLine::begin() {
    field_->setFocus(Qt::ShortcutFocusReason);
    field_->selectAll();
}

void CueLine::send() {
    const QString words = field_->text().simplified();
    if (words.isEmpty())
        return;
    field_->clear();
    emit asked(show::SendCue{{}, words.toStdString(), {}});
}

void CueLine::present(const View& view) {
    const std::optional<show::Cue>& cue = view.state.run.cue;
    standing_ = cue ? cue->id : CueId{};
    if (clear_->isVisibleTo(this) != cue.has_value()) {
        clear_->setVisible(cue.has_value());
        resizeEvent(nullptr);
    }
    QString words = tr("Cue to the host · Enter sends");
    if (cue && cue->seen)
        words = tr("Seen %1 ago: “%2”").arg(waitText(spanMs(*cue->seen, view.now)), text(cue->text));
    else if (cue)
        words = tr("Not seen for %1: “%2”").arg(waitText(spanMs(cue->sent, view.now)), text(cue->text));
    if (field_->placeholderText() == words)
        return;
    field_->setPlaceholderText(words);
    field_->setToolTip(cue ? words : QString());
    field_->setAccessibleDescription(words);
}

void CueLine::resizeEvent(QResizeEvent*) {
    const int button = clear_->isVisibleTo(this) ? height() + 4 : 0;
    field_->setGeometry(0, 0, width() - button, height());
    clear_->setGeometry(width() - height(), 0, height(), height());
}

} // namespace vitrina::ui
