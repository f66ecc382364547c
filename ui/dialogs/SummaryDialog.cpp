// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/SummaryDialog.hpp"

#include "ui/widgets/Format.hpp"
#include "ui/widgets/Labels.hpp"

#include <QDesktopServices>
#include <QFileInfo>
#include <QGridLayout>
#include <QLocale>
#include <QUrl>
#include <QVBoxLayout>

namespace vitrina::ui {

SummaryDialog::SummaryDialog(const Theme& theme, const insight::Summary& summary, const QString& reportPath,
                             const QString& recordingPath, QWidget* parent)
    : Dialog(theme, tr("The show has ended"), parent) {
    addHeading(tr("The show has ended"));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(32);
    grid->setVerticalSpacing(12);
    const std::pair<QString, QString> figures[] = {
        {tr("On air"), durationText(summary.durationMs)},
        {tr("Viewers, peak"), countText(summary.viewersPeak)},
        {tr("Messages"), countText(summary.messages)},
        {tr("Orders"), countText(summary.orders)},
        {tr("Pieces sold"), countText(summary.units)},
        {tr("GMV, VAT included"), moneyText(summary.gmv.minor, summary.gmv.currency, QLocale())},
    };
    int cell = 0;
    for (const auto& [label, figure] : figures) {
        auto* stat = new StatLabel(this->theme(), label, this);
        stat->setFigure(figure);
        grid->addWidget(stat, cell / 3, cell % 3, Qt::AlignLeft);
        ++cell;
    }
    body().addLayout(grid);
    if (!summary.faults.empty())
        addText(tr("Problems during the show: %1. The report names them.").arg(summary.faults.size()));
    const auto addOpen = [this](const QString& words, const QString& path) {
        Button* open = addButton(words, ButtonKind::Normal);
        connect(open, &QAbstractButton::clicked, this,
                [path] { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); });
    };
    if (!recordingPath.isEmpty())
        addOpen(tr("Open recording folder"), QFileInfo(recordingPath).absolutePath());
    if (!reportPath.isEmpty())
        addOpen(tr("Open report"), QFileInfo(reportPath).absoluteFilePath());
    Button* close = addButton(tr("Close"), ButtonKind::Primary);
    connect(close, &QAbstractButton::clicked, this, &QDialog::accept);
    close->setFocus();
    setModal(false);
}

} // namespace vitrina::ui
