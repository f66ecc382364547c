// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/RundownWords.hpp"

#include "ui/widgets/Format.hpp"

#include <QCoreApplication>

namespace vitrina::ui {
namespace {

/// What a cell says can be a whole page.
constexpr int quotedLength = 40;

struct RundownWords {
    Q_DECLARE_TR_FUNCTIONS(RundownWords)

  public:
    static QString kind(show::ItemKind kind) {
        switch (kind) {
        case show::ItemKind::Product:
            return tr("Product");
        case show::ItemKind::Talk:
            return tr("Talk");
        case show::ItemKind::Video:
            return tr("Video clip");
        case show::ItemKind::Break:
            return tr("Break");
        case show::ItemKind::None:
            break;
        }
        return {};
    }
    static QString role(SceneRole role) {
        switch (role) {
        case SceneRole::Full:
            return tr("Full");
        case SceneRole::CloseUp:
            return tr("Close-up");
        case SceneRole::PictureInPicture:
            return tr("Picture in picture");
        case SceneRole::SideBySide:
            return tr("Side by side");
        case SceneRole::CloseUpWithHost:
            return tr("Close-up with host");
        case SceneRole::StartingSoon:
            return tr("Starting soon");
        case SceneRole::Break:
            return tr("Break", "scene");
        case SceneRole::Thanks:
            return tr("Thanks");
        case SceneRole::Standby:
            return tr("Standby slate");
        case SceneRole::None:
            break;
        }
        return {};
    }
    static QString column(show::PlanColumn column) {
        using show::PlanColumn;
        switch (column) {
        case PlanColumn::Segment:
            return tr("Part");
        case PlanColumn::Title:
            return tr("Title");
        case PlanColumn::Kind:
            return tr("Kind");
        case PlanColumn::Planned:
            return tr("Planned time");
        case PlanColumn::Scene:
            return tr("Scene");
        case PlanColumn::Product:
            return tr("Product", "column");
        case PlanColumn::TalkingPoints:
            return tr("Talking points");
        case PlanColumn::Note:
            return tr("Note");
        case PlanColumn::Disclosure:
            return tr("Paid for");
        case PlanColumn::Standby:
            return tr("In reserve");
        case PlanColumn::Skipped:
            return tr("Skipped");
        case PlanColumn::Mark:
            return tr("Mark");
        default:
            return tr("– not used –");
        }
    }
    static QString fatal(show::RowIssue issue, const QString& value) {
        using show::RowIssue;
        switch (issue) {
        case RowIssue::NoTitle:
            return tr("there is no title");
        case RowIssue::LongTitle:
            return tr("the title is longer than 200 characters");
        case RowIssue::BadTime:
            return tr("“%1” is not a time").arg(value);
        case RowIssue::UnknownKind:
            return tr("“%1” is no kind of row").arg(value);
        case RowIssue::UnknownScene:
            return tr("“%1” is no kind of scene").arg(value);
        case RowIssue::UnknownProduct:
            return tr("no product is called “%1”").arg(value);
        case RowIssue::SeveralProducts:
            return tr("more than one product is called “%1”").arg(value);
        case RowIssue::ProductMissing:
            return tr("the kind is product, but no product is named");
        case RowIssue::LongText:
            return tr("a text is longer than 200 characters");
        case RowIssue::ManyPoints:
            return tr("there are more than 50 talking points");
        case RowIssue::NeitherYesNorNo:
            return tr("“%1” is neither yes nor no").arg(value);
        case RowIssue::UnknownMark:
            return tr("“%1” is no mark").arg(value);
        default:
            return {};
        }
    }
    static QString harmless(show::RowIssue issue, const QString& value) {
        using show::RowIssue;
        switch (issue) {
        case RowIssue::NoTime:
            return tr("there is no time, so it gets 0:00");
        case RowIssue::ProductTwice:
            return tr("“%1” is in a row above too").arg(value);
        case RowIssue::LongPart:
            return tr("the name of the part is cut to 200 characters");
        case RowIssue::HeaderAgain:
            return tr("the headings come again and are left out");
        default:
            return {};
        }
    }
};

} // namespace

QString kindWord(show::ItemKind kind) {
    return RundownWords::kind(kind);
}

QString roleWord(SceneRole role) {
    return RundownWords::role(role);
}

QString planColumnWord(show::PlanColumn column) {
    return RundownWords::column(column);
}

QString issueSentence(const show::RowReport& report) {
    QString value = text(report.value).simplified();
    if (value.size() > quotedLength)
        value = value.left(quotedLength - 1) + QStringLiteral("…");
    return show::isFatal(report.issue) ? RundownWords::fatal(report.issue, value)
                                       : RundownWords::harmless(report.issue, value);
}

std::vector<show::ProductName> productNames(const commerce::Catalogue& catalogue) {
    std::vector<show::ProductName> names;
    for (const commerce::Product& product : catalogue.products) {
        show::ProductName name{product.id, product.name, product.code, {}};
        for (const commerce::Variant& variant : product.variants)
            name.skus.push_back(variant.sku.value);
        names.push_back(std::move(name));
    }
    return names;
}

} // namespace vitrina::ui
