// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Theme.hpp"

#include <QAbstractButton>
#include <QWidget>

namespace vitrina::ui {

/// STANDBY, LIVE, REHEARSAL or ENDED with the clock that belongs to it.
class LivePill final : public QWidget {
    Q_OBJECT

  public:
    enum class Kind { None, Standby, Live, Rehearsal, Ended };

    LivePill(const Theme& theme, QWidget* parent = nullptr);
    void setCompact(bool compact);
    void setState(Kind kind, const QString& clock);
    Kind kind() const { return kind_; }
    const QString& clock() const { return clock_; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QString word() const;
    QString icon() const;

    const Theme& theme_;
    Kind kind_ = Kind::None;
    QString clock_;
    bool compact_ = false;
};

enum class PillTone { None, Quiet, Ready, Warning, Danger, Recording };

/// A destination and how it is: shape, name, and a word when something is wrong. Can be pressed where that
/// does something (the page's address).
class OutputPill final : public QAbstractButton {
    Q_OBJECT

  public:
    OutputPill(const Theme& theme, bool pressable, QWidget* parent = nullptr);
    void setState(PillTone tone, const QString& name, const QString& detail);
    PillTone tone() const { return tone_; }
    bool isPressable() const { return pressable_; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QString icon() const;

    const Theme& theme_;
    const bool pressable_;
    PillTone tone_ = PillTone::None;
    QString name_;
    QString detail_;
};

} // namespace vitrina::ui
