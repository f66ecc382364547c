// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/OffersDialog.hpp"

#include "control/Selling.hpp"
#include "ui/models/OfferWords.hpp"
#include "ui/widgets/Format.hpp"
#include "ui/widgets/Labels.hpp"
#include "ui/widgets/RowDelegate.hpp"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace vitrina::ui {
namespace {

constexpr int idRole = Qt::UserRole;
enum Column { NameColumn, KindColumn, PriceColumn, StandingColumn, Columns };

QString withItem(const control::State& state, const commerce::Offer& offer) {
    const show::Item* item = show::findItem(state.show.rundown, offer.item);
    return item ? text(item->title) : QString();
}

const commerce::Offer* known(const control::State& state, const OfferId& id) {
    if (const commerce::Offer* planned = commerce::findOffer(state.catalogue, id))
        return planned;
    const auto running = state.running.find(id);
    return running == state.running.end() ? nullptr : &running->second.offer;
}

} // namespace

OffersDialog::OffersDialog(const Theme& theme, QWidget* parent)
    : Dialog(theme, tr("Offers"), parent), list_(new QTreeWidget(this)),
      note_(plainLabel({}, theme.large.body, 400, theme.warning.text, this)), removal_(theme.armTimeoutMs) {
    list_->setAccessibleName(tr("Offers"));
    list_->setRootIsDecorated(false);
    list_->setUniformRowHeights(true);
    list_->setAllColumnsShowFocus(true);
    list_->setColumnCount(Columns);
    list_->setHeaderLabels({tr("Offer"), tr("Kind"), tr("Price"), tr("State")});
    list_->header()->setStretchLastSection(true);
    list_->header()->setSectionsMovable(false);
    list_->header()->setEnabled(false); // there is nothing to press in it
    list_->setItemDelegate(new RowDelegate(theme, list_));
    list_->setColumnWidth(NameColumn, 180);
    list_->setColumnWidth(KindColumn, 110);
    list_->setColumnWidth(PriceColumn, 150);
    list_->installEventFilter(this);
    body().addWidget(list_, 1);
    buildButtons();
    note_->setWordWrap(true);
    note_->setMinimumHeight(2 * note_->fontMetrics().lineSpacing() + 2);
    note_->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    body().addWidget(note_);
    connect(addButton(tr("Close"), ButtonKind::Normal), &QAbstractButton::clicked, this, &QDialog::close);
    connect(list_, &QTreeWidget::itemDoubleClicked, this, [this] { emit editAsked(current()); });
    connect(list_, &QTreeWidget::currentItemChanged, this, [this] {
        removal_.disarm();
        say({});
    });
    connect(&removal_, &Arming::changed, this, &OffersDialog::presentRemoval);
    setModal(false);
    resize(820, 480);
    setMinimumSize(760, 400);
}

Button* OffersDialog::addRowButton(QHBoxLayout& row, const QString& words, const QString& key, Asked asked) {
    auto* button = new Button(theme(), ButtonKind::Normal, ButtonSize::Normal, words, this);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setAccessibleName(words);
    button->setKeyHint(key);
    button->setTight(true);
    row.addWidget(button);
    if (asked)
        connect(button, &QAbstractButton::clicked, this, [this, asked] {
            say({});
            if (!current().empty())
                emit(this->*asked)(current());
        });
    return button;
}

void OffersDialog::buildButtons() {
    auto* row = new QHBoxLayout;
    row->setSpacing(6);
    Button* fresh = addRowButton(*row, tr("New…"), QStringLiteral("Ins"), nullptr);
    connect(fresh, &QAbstractButton::clicked, this, &OffersDialog::addAsked);
    edit_ = addRowButton(*row, tr("Edit…"), QStringLiteral("F2"), &OffersDialog::editAsked);
    copy_ = addRowButton(*row, tr("Plan anew…"), {}, &OffersDialog::copyAsked);
    copy_->setToolTip(tr("A new offer with the same lines, for one that is over"));
    drop_ = addRowButton(*row, tr("Remove"), QStringLiteral("Del"), nullptr);
    drop_->reserveFor({tr("Press again %1").arg(5)});
    connect(drop_, &QAbstractButton::clicked, this, &OffersDialog::drop);
    row->addStretch(1);
    start_ = addRowButton(*row, tr("Start"), {}, &OffersDialog::startAsked);
    start_->reserveFor({tr("Press again %1").arg(5)});
    more_ = addRowButton(*row, tr("+1 min"), {}, &OffersDialog::moreAsked);
    stop_ = addRowButton(*row, tr("Stop"), {}, &OffersDialog::stopAsked);
    stop_->setKind(ButtonKind::Danger);
    body().addLayout(row);
}

bool OffersDialog::eventFilter(QObject* watched, QEvent* event) {
    if (watched != list_ || event->type() != QEvent::KeyPress)
        return Dialog::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    const bool ours = key == Qt::Key_Insert || key == Qt::Key_F2 || key == Qt::Key_Return ||
                      key == Qt::Key_Enter || key == Qt::Key_Delete;
    if (ours && static_cast<QKeyEvent*>(event)->isAutoRepeat())
        return true; // a key that is held is one press
    if (key == Qt::Key_Insert)
        emit addAsked();
    else if (key == Qt::Key_F2 || key == Qt::Key_Return || key == Qt::Key_Enter)
        edit_->click();
    else if (key == Qt::Key_Delete)
        drop_->click();
    else
        return false;
    return true;
}

/// It can't be taken back, so it is asked for twice.
void OffersDialog::drop() {
    if (current().empty() || !removal_.press())
        return;
    say({});
    emit dropAsked(current());
}

bool OffersDialog::disarmFirst() {
    const bool any = removal_.isArmed() || startArmed_;
    removal_.disarm();
    if (startArmed_)
        emit disarmAsked();
    return any;
}

/// Closed and opened again, nothing is a second press.
void OffersDialog::hideEvent(QHideEvent* event) {
    disarmFirst();
    Dialog::hideEvent(event);
}

void OffersDialog::presentRemoval() {
    const bool armed = removal_.isArmed();
    drop_->setKind(armed ? ButtonKind::Armed : ButtonKind::Normal);
    drop_->setText(armed ? tr("Press again %1").arg(removal_.secondsLeft()) : tr("Remove"));
    drop_->setAccessibleName(drop_->text());
}

OfferId OffersDialog::current() const {
    const QTreeWidgetItem* item = list_->currentItem();
    return item ? OfferId{item->data(NameColumn, idRole).toString().toStdString()} : OfferId{};
}

void OffersDialog::choose(const OfferId& offer) {
    for (int i = 0; i < list_->topLevelItemCount(); ++i) {
        if (list_->topLevelItem(i)->data(NameColumn, idRole).toString() == text(offer.value))
            list_->setCurrentItem(list_->topLevelItem(i));
    }
}

void OffersDialog::say(const QString& words) {
    said_ = words;
    note_->setText(words);
    note_->setAccessibleName(words);
}

QString OffersDialog::note() const {
    return note_->text();
}

void OffersDialog::present(const View& view, const OfferGuard& guard) {
    std::vector<const commerce::Offer*> offers;
    for (const commerce::Offer& offer : view.state.catalogue.offers)
        offers.push_back(&offer);
    for (const auto& [id, running] : view.state.running) {
        if (!commerce::findOffer(view.state.catalogue, id))
            offers.push_back(&running.offer);
    }
    for (int i = 0; i < int(offers.size()); ++i) {
        QTreeWidgetItem* row = list_->topLevelItem(i);
        if (!row)
            row = new QTreeWidgetItem(list_);
        presentRow(*row, view, *offers[std::size_t(i)]);
    }
    while (list_->topLevelItemCount() > int(offers.size()))
        delete list_->takeTopLevelItem(list_->topLevelItemCount() - 1);
    if (!list_->currentItem() && list_->topLevelItemCount() > 0)
        list_->setCurrentItem(list_->topLevelItem(0));
    presentButtons(view, guard);
}

void OffersDialog::presentRow(QTreeWidgetItem& row, const View& view, const commerce::Offer& offer) {
    const OfferStanding standing = offerStanding(view.state, offer);
    const auto running = view.state.running.find(offer.id);
    const QString item = withItem(view.state, offer);
    QString state = offerStandingWord(standing);
    if (standing == OfferStanding::Running && running != view.state.running.end())
        state += QStringLiteral(" · ") + offerLeftText(view.state, running->second, view.now);
    else if (standing == OfferStanding::Planned && !item.isEmpty())
        state = tr("with “%1”").arg(item);
    row.setData(NameColumn, idRole, text(offer.id.value));
    row.setText(NameColumn, text(offer.title));
    row.setText(KindColumn, offerKindWord(offer.kind));
    row.setText(PriceColumn, offerPriceText(view.state, offer, view.locale));
    row.setText(StandingColumn, state);
    QStringList spoken;
    for (int column = 0; column < Columns; ++column) {
        row.setToolTip(column, row.text(column));
        spoken << row.text(column);
    }
    row.setData(NameColumn, Qt::AccessibleTextRole, spoken.join(QStringLiteral(", ")));
    const bool off = standing == OfferStanding::Over;
    for (int column = 0; column < Columns; ++column)
        row.setForeground(column, off ? theme().text.label : theme().text.primary);
}

void OffersDialog::presentButtons(const View& view, const OfferGuard& guard) {
    const commerce::Offer* offer = known(view.state, current());
    const OfferStanding standing = offer ? offerStanding(view.state, *offer) : OfferStanding::None;
    const bool planned = offer && commerce::findOffer(view.state.catalogue, offer->id);
    const bool runs = standing == OfferStanding::Running || standing == OfferStanding::Starting;
    const bool armed = offer && guard.isArmed(offer->id);
    startArmed_ = guard.isArmed();
    edit_->setEnabled(planned);
    copy_->setEnabled(offer != nullptr);
    drop_->setEnabled(planned && !runs);
    start_->setEnabled(standing == OfferStanding::Planned || standing == OfferStanding::Ended);
    more_->setEnabled(standing == OfferStanding::Running && view.state.running.at(offer->id).endsMs != 0);
    stop_->setEnabled(runs);
    start_->setKind(armed ? ButtonKind::Armed : ButtonKind::Normal);
    start_->setText(armed ? tr("Press again %1").arg(guard.secondsLeft()) : tr("Start"));
    start_->setAccessibleName(start_->text());
    const QString words = armed ? priceGuardText(view.state, *offer, view.locale) : said_;
    note_->setText(words);
    note_->setAccessibleName(words);
}

} // namespace vitrina::ui
