// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/LabelWords.hpp"

#include "ui/widgets/Format.hpp"

namespace vitrina::ui {

QStringList usualLabels(const show::Show& show) {
    QStringList labels;
    if (!show.disclosureText.empty())
        labels << text(show.disclosureText);
    if (show.locale.starts_with("lv"))
        labels << QStringLiteral("#reklāma") << QStringLiteral("#reklāma · apmaksāta sadarbība")
               << QStringLiteral("#reklāma · dāvana") << QStringLiteral("#pašreklāma");
    else
        labels << QStringLiteral("Paid partnership") << QStringLiteral("Advertisement")
               << QStringLiteral("Advertisement · gift") << QStringLiteral("Our own brand");
    labels.removeDuplicates();
    return labels;
}

} // namespace vitrina::ui
