// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/RundownModel.hpp"
#include "ui/widgets/Button.hpp"

#include <QWidget>

#include <string>
#include <vector>

class QListWidget;

namespace vitrina::ui {

/// What is kept in reserve, at the foot of the rundown. Enter, a double click or the button puts a row in
/// front of the one that is next. Folded it is one line; away when nothing is in reserve.
class Shelf final : public QWidget {
    Q_OBJECT

  public:
    Shelf(const Theme& theme, QWidget* parent = nullptr);
    void present(const RundownModel& model);
    void setOpen(bool open);
    bool isOpen() const;
    QListWidget& list() { return *list_; }
    Button& bringButton() { return *bring_; }

  signals:
    void bringInAsked(const std::string& item);
    void opened(bool open);

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    struct Line {
        std::string id;
        QString words;
        QString spoken;
        bool operator==(const Line&) const = default;
    };
    void bring();
    void arrange();

    const Theme& theme_;
    Button* fold_;
    Button* bring_;
    QListWidget* list_;
    std::vector<Line> lines_;
};

} // namespace vitrina::ui
