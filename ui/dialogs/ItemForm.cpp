// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/ItemForm.hpp"

#include "ui/models/RundownRow.hpp"
#include "ui/models/RundownWords.hpp"
#include "ui/widgets/Format.hpp"
#include "ui/widgets/Labels.hpp"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace vitrina::ui {
namespace {

constexpr int pointLines = 5;

QString productText(const commerce::Product& product) {
    return product.code.empty() ? text(product.name)
                                : text(product.name) + QStringLiteral(" · ") + text(product.code);
}

std::vector<std::string> linesOf(const QString& typed) {
    std::vector<std::string> lines;
    for (const QString& line : typed.split(u'\n'))
        if (const QString words = line.trimmed(); !words.isEmpty())
            lines.push_back(words.toStdString());
    return lines;
}

bool fits(const std::vector<std::string>& points) {
    return points.size() <= show::maxTalkingPoints &&
           std::all_of(points.begin(), points.end(), [](const std::string& point) {
               return text(point).toUcs4().size() <= qsizetype(show::maxTextLength);
           });
}

template <class T>
void putIfOther(std::optional<T>& into, const T& now, const T& before) {
    if (now != before)
        into = now;
}

} // namespace

ItemForm::ItemForm(const Theme& theme, QWidget* parent)
    : QWidget(parent), theme_(theme), title_(new QLineEdit(this)), kind_(new QComboBox(this)),
      planned_(new QLineEdit(this)), scene_(new QComboBox(this)), product_(new QComboBox(this)),
      points_(new QPlainTextEdit(this)), note_(new QLineEdit(this)), mark_(new QComboBox(this)),
      disclosure_(new QCheckBox(tr("Paid for: the disclosure label is on the picture"), this)) {
    for (const show::ItemKind kind : itemKinds)
        kind_->addItem(kindWord(kind), int(kind));
    for (const SceneRole role : sceneRoles)
        scene_->addItem(roleWord(role), int(role));
    for (const show::ItemMark mark : itemMarks)
        mark_->addItem(markWord(mark), int(mark));
    product_->setEditable(true);
    product_->setInsertPolicy(QComboBox::NoInsert);
    product_->completer()->setFilterMode(Qt::MatchContains);
    product_->completer()->setCompletionMode(QCompleter::PopupCompletion);
    product_->completer()->setCaseSensitivity(Qt::CaseInsensitive);
    product_->lineEdit()->setPlaceholderText(tr("Type a part of its name or code"));
    title_->setMaxLength(int(show::maxTextLength));
    note_->setMaxLength(int(show::maxTextLength));
    planned_->setToolTip(tr("90, 90s, 1:30 or 1.30"));
    points_->setTabChangesFocus(true);
    points_->setPlaceholderText(tr("One in each line"));
    points_->setFixedHeight(points_->fontMetrics().lineSpacing() * pointLines + 16);
    build();
    for (QLineEdit* field : {title_, planned_, note_})
        connect(field, &QLineEdit::textEdited, this, &ItemForm::touch);
    for (QComboBox* field : {kind_, scene_, mark_})
        connect(field, &QComboBox::currentIndexChanged, this, &ItemForm::touch);
    connect(kind_, &QComboBox::currentIndexChanged, this, &ItemForm::kindChanged);
    connect(product_, &QComboBox::editTextChanged, this, &ItemForm::touch);
    connect(points_, &QPlainTextEdit::textChanged, this, &ItemForm::touch);
    connect(disclosure_, &QAbstractButton::toggled, this, &ItemForm::touch);
}

QWidget* ItemForm::labelled(const QString& words, QWidget* field) {
    auto* both = new QWidget(this);
    auto* column = new QVBoxLayout(both);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3);
    QLabel* label = plainLabel(words, theme_.large.small, 400, theme_.text.label, both);
    label->setBuddy(field);
    field->setAccessibleName(words);
    column->addWidget(label);
    column->addWidget(field);
    return both;
}

void ItemForm::build() {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(8);
    grid->addWidget(labelled(tr("Title"), title_), 0, 0, 1, 3);
    grid->addWidget(labelled(tr("Kind"), kind_), 1, 0);
    grid->addWidget(labelled(tr("Planned time"), planned_), 1, 1);
    grid->addWidget(labelled(tr("Scene"), scene_), 1, 2);
    grid->addWidget(labelled(tr("Product"), product_), 2, 0, 1, 2);
    grid->addWidget(labelled(tr("Mark"), mark_), 2, 2);
    grid->addWidget(labelled(tr("Talking points"), points_), 3, 0, 1, 3);
    grid->addWidget(labelled(tr("Note"), note_), 4, 0, 1, 3);
    disclosure_->setAccessibleName(disclosure_->text());
    grid->addWidget(disclosure_, 5, 0, 1, 3);
    for (int column = 0; column < 3; ++column)
        grid->setColumnStretch(column, 1);
    QWidget* before = title_;
    for (QWidget* field : std::initializer_list<QWidget*>{kind_, planned_, scene_, product_, mark_, points_,
                                                          note_, disclosure_}) {
        setTabOrder(before, field);
        before = field;
    }
}

void ItemForm::setCatalogue(const commerce::Catalogue& catalogue) {
    std::vector<ProductId> ids;
    QStringList words;
    for (const commerce::Product& product : catalogue.products) {
        ids.push_back(product.id);
        words << productText(product);
    }
    if (ids == products_)
        return;
    products_ = std::move(ids);
    filling_ = true;
    product_->clear();
    product_->addItems(words);
    filling_ = false;
}

void ItemForm::edit(const show::Item& item) {
    filling_ = true;
    item_ = item;
    title_->setText(text(item.title));
    kind_->setCurrentIndex(kind_->findData(int(item.kind)));
    planned_->setText(durationText(item.plannedMs));
    scene_->setCurrentIndex(scene_->findData(int(item.role)));
    mark_->setCurrentIndex(mark_->findData(int(item.mark)));
    const auto found = std::find(products_.begin(), products_.end(), item.product);
    product_->setCurrentIndex(found == products_.end() ? -1 : int(found - products_.begin()));
    if (found == products_.end())
        product_->clearEditText();
    QStringList points;
    for (const std::string& point : item.talkingPoints)
        points << text(point);
    points_->setPlainText(points.join(u'\n'));
    note_->setText(text(item.note));
    disclosure_->setChecked(item.disclosure);
    filling_ = false;
    touched_ = false;
    kindChanged();
    title_->selectAll();
    title_->setFocus();
}

void ItemForm::kindChanged() {
    product_->setEnabled(kind_->currentData().toInt() == int(show::ItemKind::Product));
}

void ItemForm::touch() {
    if (filling_)
        return;
    touched_ = true;
    emit touched();
}

Result<ProductId> ItemForm::chosenProduct() const {
    const int index = product_->findText(product_->currentText().trimmed(), Qt::MatchFixedString);
    if (index < 0)
        return fail(ErrorCode::UnknownProduct, product_->currentText().toStdString());
    return products_[std::size_t(index)];
}

Result<show::ChangeItem> ItemForm::change() {
    show::ChangeItem change;
    change.item = item_.id;
    const std::string title = title_->text().trimmed().toStdString();
    if (title.empty()) {
        title_->setFocus();
        return fail(ErrorCode::BadText, "title");
    }
    putIfOther(change.title, title, item_.title);
    // What can't be written to the millisecond in the field stays as it is while the field says the same.
    if (planned_->text().trimmed() != durationText(item_.plannedMs)) {
        const auto planned = show::parseDuration(planned_->text().toStdString());
        if (!planned) {
            planned_->setFocus();
            planned_->selectAll();
            return fail(ErrorCode::BadDuration, planned_->text().toStdString());
        }
        putIfOther(change.plannedMs, *planned, item_.plannedMs);
    }
    const auto kind = show::ItemKind(kind_->currentData().toInt());
    putIfOther(change.kind, kind, item_.kind);
    if (scene_->currentIndex() >= 0)
        putIfOther(change.role, SceneRole(scene_->currentData().toInt()), item_.role);
    putIfOther(change.mark, show::ItemMark(mark_->currentData().toInt()), item_.mark);
    if (kind == show::ItemKind::Product) {
        const Result<ProductId> product = chosenProduct();
        if (!product) {
            product_->setFocus();
            product_->lineEdit()->selectAll();
            return product.error();
        }
        putIfOther(change.product, *product, item_.product);
    }
    const std::vector<std::string> points = linesOf(points_->toPlainText());
    if (points != item_.talkingPoints && !fits(points)) {
        points_->setFocus();
        return fail(ErrorCode::BadText, "talking points");
    }
    putIfOther(change.talkingPoints, points, item_.talkingPoints);
    putIfOther(change.note, note_->text().trimmed().toStdString(), item_.note);
    putIfOther(change.disclosure, disclosure_->isChecked(), item_.disclosure);
    return change;
}

} // namespace vitrina::ui
