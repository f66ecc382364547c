// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/EditWords.hpp"

#include "ui/widgets/Format.hpp"

#include <QCoreApplication>

namespace vitrina::ui {
namespace {

/// A menu is not as wide as a title may be.
constexpr int titleLength = 40;

struct EditWords {
    Q_DECLARE_TR_FUNCTIONS(EditWords)

  public:
    static QString of(show::EditKind kind) {
        switch (kind) {
        case show::EditKind::AddItem:
        case show::EditKind::AddSegment:
            return tr("add “%1”");
        case show::EditKind::RemoveItem:
        case show::EditKind::RemoveSegment:
            return tr("remove “%1”");
        case show::EditKind::MoveItem:
        case show::EditKind::MoveSegment:
            return tr("move “%1”");
        case show::EditKind::SkipItem:
            return tr("skip “%1”");
        case show::EditKind::UnskipItem:
            return tr("no longer skip “%1”");
        case show::EditKind::ReserveItem:
            return tr("put “%1” in reserve");
        case show::EditKind::UnreserveItem:
            return tr("take “%1” out of reserve");
        case show::EditKind::Import:
            return tr("import “%1” and what came with it");
        case show::EditKind::ChangeItem:
        case show::EditKind::ChangeSegment:
        case show::EditKind::None:
            break;
        }
        return tr("change “%1”");
    }
};

} // namespace

QString stepText(const show::RundownEdited& edited) {
    QString title = text(show::editedTitle(edited));
    if (title.size() > titleLength)
        title = title.left(titleLength - 1).trimmed() + QStringLiteral("…");
    return EditWords::of(show::editKind(edited)).arg(title);
}

} // namespace vitrina::ui
