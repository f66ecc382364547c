// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/KeysList.hpp"

#include "ui/models/Keys.hpp"
#include "ui/theme/Fonts.hpp"
#include "ui/theme/Icons.hpp"
#include "ui/widgets/Tag.hpp"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace vitrina::ui {
namespace {

enum Column { Words, KeyCaps, Note };
enum Role { Id = Qt::UserRole, Caps, Dead, Conflict };

QStringList textsOf(const KeyList& keys) {
    QStringList texts;
    for (const QKeySequence& key : keys)
        texts << key.toString(QKeySequence::NativeText);
    return texts;
}

const KeyCommand* commandOf(const KeyCommands& commands, const QString& id) {
    const auto found = std::find_if(commands.begin(), commands.end(),
                                    [&](const KeyCommand& command) { return command.id == id; });
    return found == commands.end() ? nullptr : &*found;
}

} // namespace

class KeysList::Delegate final : public QStyledItemDelegate {
  public:
    Delegate(const Theme& theme, QObject* parent) : QStyledItemDelegate(parent), theme_(theme) {}

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        return {0, theme_.large.tableRow};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        painter->save();
        const bool heading = !index.parent().isValid();
        const bool selected = option.state & QStyle::State_Selected;
        const QColor ground = heading    ? theme_.background.header
                              : selected ? theme_.accent.soft
                                         : theme_.background.panel;
        painter->fillRect(option.rect, ground);
        const QRect cell = option.rect.adjusted(heading ? 10 : index.column() == Words ? 22 : 4, 0, -4, 0);
        if (index.column() == KeyCaps)
            paintCaps(*painter, cell, index);
        else if (index.column() == Note)
            paintNote(*painter, cell, index, ground);
        else
            paintWords(*painter, cell, index.data().toString(),
                       uiFont(theme_.large.small, heading ? 600 : 400), theme_.text.primary);
        if (selected && index.column() == Words) {
            const bool focused = option.widget && option.widget->hasFocus();
            painter->fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()),
                              focused ? theme_.focus.ring : theme_.border.field);
        }
        painter->restore();
    }

  private:
    void paintWords(QPainter& painter, const QRect& cell, const QString& words, const QFont& font,
                    const QColor& color) const {
        painter.setFont(font);
        painter.setPen(color);
        painter.drawText(cell, Qt::AlignLeft | Qt::AlignVCenter,
                         QFontMetrics(font).elidedText(words, Qt::ElideRight, cell.width()));
    }

    void paintCaps(QPainter& painter, const QRect& cell, const QModelIndex& index) const {
        const QStringList dead = index.data(Dead).toStringList();
        const QStringList caps = index.data(Caps).toStringList();
        if (caps.isEmpty())
            paintWords(painter, cell, index.data().toString(), uiFont(theme_.large.caption),
                       theme_.text.label);
        int x = cell.left();
        for (const QString& key : caps) {
            const bool works = !dead.contains(key);
            paintKey(painter, theme_, key, x, cell.center().y() + 1,
                     works ? theme_.text.primary : theme_.warning.text,
                     works ? theme_.border.field : theme_.warning.border);
            const int width = keyWidth(theme_, key);
            if (!works)
                painter.fillRect(QRect(x + 3, cell.center().y(), width - 6, 1), theme_.warning.text);
            x += width + 6;
        }
    }

    void paintNote(QPainter& painter, QRect cell, const QModelIndex& index, const QColor& ground) const {
        const bool conflict = !index.data(Conflict).toString().isEmpty();
        if (conflict) {
            drawIcon(painter, QRectF(cell.left(), cell.center().y() - 6, 13, 13), QStringLiteral("warning"),
                     theme_.warning.text, ground);
            cell.setLeft(cell.left() + 18);
        }
        paintWords(painter, cell, index.data().toString(), uiFont(theme_.large.caption),
                   conflict ? theme_.warning.text : theme_.text.secondary);
    }

    const Theme& theme_;
};

KeysList::KeysList(const Theme& theme, QWidget* parent) : QTreeWidget(parent) {
    setColumnCount(3);
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setIndentation(0);
    setItemsExpandable(false);
    setUniformRowHeights(true);
    setItemDelegate(new Delegate(theme, this));
    setSelectionMode(QAbstractItemView::SingleSelection);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setTabKeyNavigation(false);
    setAccessibleName(tr("Commands and their keys"));
    setToolTip(tr("Double click or Enter: change the key"));
    setProperty(Keys::takesTextProperty, true);
    header()->setStretchLastSection(false);
    connect(this, &QTreeWidget::itemDoubleClicked, this, &KeysList::changeAsked);
}

void KeysList::resizeEvent(QResizeEvent* event) {
    QTreeWidget::resizeEvent(event);
    const int width = viewport()->width();
    header()->resizeSection(KeyCaps, 176);
    header()->resizeSection(Note, (width - 176) * 2 / 5);
    header()->resizeSection(Words, width - 176 - (width - 176) * 2 / 5);
}

void KeysList::build(const KeyCommands& commands) {
    QStringList ids;
    for (const KeyCommand& command : commands)
        ids << command.id;
    if (ids == built_)
        return;
    built_ = ids;
    clear();
    std::map<QString, QTreeWidgetItem*> groups;
    for (const KeyCommand& command : commands) {
        QTreeWidgetItem*& group = groups[command.group];
        if (!group) {
            group = new QTreeWidgetItem(this, {command.group});
            group->setFlags(Qt::ItemIsEnabled);
            group->setExpanded(true);
        }
        auto* item = new QTreeWidgetItem(group, {command.words});
        item->setData(Words, Id, command.id);
    }
}

void KeysList::present(const KeyCommands& commands, const KeyMap& map) {
    const QString before = currentId();
    build(commands);
    for (const KeyCommand& command : commands) {
        QTreeWidgetItem* item = find(command.id);
        const KeyList keys = keysOf(map, command);
        KeyList dead = keys;
        for (const QKeySequence& key : workingKeys(commands, map, command))
            dead.removeAll(key);
        QStringList conflicts;
        for (const KeyConflict& conflict : conflictsOf(commands, map, command)) {
            const KeyCommand* other = commandOf(commands, conflict.other);
            const QString key = conflict.key.toString(QKeySequence::NativeText);
            conflicts << (conflict.works ? tr("%1 is also wanted by “%2”").arg(key, other->words)
                                         : tr("%1 belongs to “%2”").arg(key, other->words));
        }
        const QStringList caps = textsOf(keys);
        item->setText(KeyCaps, caps.isEmpty() ? tr("no key") : caps.join(QStringLiteral(", ")));
        item->setData(KeyCaps, Caps, caps);
        item->setData(KeyCaps, Dead, textsOf(dead));
        const QString conflict = conflicts.join(QStringLiteral("; "));
        item->setData(Note, Conflict, conflict);
        item->setText(Note, !conflict.isEmpty()                     ? conflict
                            : map.contains(command.id)              ? tr("changed")
                            : command.reach == KeyReach::Everywhere ? tr("also while typing")
                                                                    : QString());
        item->setToolTip(Note, conflict);
    }
    if (!select(before) && !commands.empty())
        select(commands.front().id);
}

void KeysList::search(const QString& words) {
    QTreeWidgetItem* first = nullptr;
    QTreeWidgetItem* byKey = nullptr; // X is a key before it is a letter of "next"
    for (int g = 0; g < topLevelItemCount(); ++g) {
        QTreeWidgetItem* group = topLevelItem(g);
        bool any = false;
        for (int i = 0; i < group->childCount(); ++i) {
            QTreeWidgetItem* item = group->child(i);
            const bool isKey = item->data(KeyCaps, Caps).toStringList().contains(words, Qt::CaseInsensitive);
            if (isKey && !byKey)
                byKey = item;
            const bool found = words.isEmpty() || isKey ||
                               item->text(Words).contains(words, Qt::CaseInsensitive) ||
                               group->text(Words).contains(words, Qt::CaseInsensitive) ||
                               (words.size() > 1 && item->text(KeyCaps).contains(words, Qt::CaseInsensitive));
            item->setHidden(!found);
            any = any || found;
            if (found && !first)
                first = item;
        }
        group->setHidden(!any);
    }
    if (byKey)
        setCurrentItem(byKey);
    else if (first && (!currentItem() || currentItem()->isHidden()))
        setCurrentItem(first);
}

QTreeWidgetItem* KeysList::find(const QString& id) const {
    for (int g = 0; g < topLevelItemCount(); ++g)
        for (int i = 0; i < topLevelItem(g)->childCount(); ++i)
            if (topLevelItem(g)->child(i)->data(Words, Id).toString() == id)
                return topLevelItem(g)->child(i);
    return nullptr;
}

bool KeysList::select(const QString& id) {
    QTreeWidgetItem* item = find(id);
    if (item)
        setCurrentItem(item);
    return item != nullptr;
}

QString KeysList::currentId() const {
    const QTreeWidgetItem* item = currentItem();
    return item && !item->isHidden() ? item->data(Words, Id).toString() : QString();
}

QString KeysList::conflictWords(const QString& id) const {
    const QTreeWidgetItem* item = find(id);
    return item ? item->data(Note, Conflict).toString() : QString();
}

QRect KeysList::keysRect() const {
    return visualRect(indexFromItem(currentItem(), KeyCaps));
}

void KeysList::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_F2:
        emit changeAsked();
        return;
    case Qt::Key_Insert:
        emit addAsked();
        return;
    case Qt::Key_Delete:
        emit removeAsked();
        return;
    default:
        break;
    }
    const QString letters = event->text();
    const bool plain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (plain && !letters.isEmpty() && letters.front().isPrint() && event->key() != Qt::Key_Space) {
        emit typed(letters);
        return;
    }
    QTreeWidget::keyPressEvent(event);
}

} // namespace vitrina::ui
