// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Theme.hpp"

#include <QAbstractButton>

namespace vitrina::ui {

enum class ButtonKind {
    None,
    Normal,
    Primary, ///< the one blue button of a quiet show
    Danger,  ///< red outline
    Ready,   ///< green outline: what stands in preview
    Warning, ///< amber outline: muted
    Armed,   ///< red fill: the next press does it
    Toggle,  ///< blue outline while checked
    Flat,
};
enum class ButtonSize { None, Small, Normal, Live };

/// A push button painted from the theme: icon, words, and the key that does the same. Its size hint is the
/// widest of the texts it was told of, so that a changing word moves nothing.
class Button : public QAbstractButton {
    Q_OBJECT

  public:
    Button(const Theme& theme, ButtonKind kind, ButtonSize size, const QString& words = {},
           QWidget* parent = nullptr);

    void setKind(ButtonKind kind);
    ButtonKind kind() const { return kind_; }
    void setIconName(const QString& name);
    void setKeyHint(const QString& key);
    const QString& keyHint() const { return keyHint_; }
    /// Also keep room for these words.
    void reserveFor(const QStringList& words);
    /// The take button: icon and key below the words, as large as its column.
    void setStacked(bool stacked);
    /// Fewer pixels around the words, in compact windows and narrow columns.
    void setTight(bool tight);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

  protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

  private:
    struct Colors {
        QColor fill, line, text, key;
    };
    Colors colors() const;
    Colors activeColors() const;
    int wordsWidth(const QString& words) const;
    int contentWidth(const QString& words) const;
    void paintRow(QPainter& painter, const Colors& colors) const;
    void paintStack(QPainter& painter, const Colors& colors) const;

    const Theme& theme_;
    ButtonKind kind_;
    ButtonSize size_;
    QString iconName_;
    QString keyHint_;
    QStringList reserved_;
    bool stacked_ = false;
    bool tight_ = false;
};

} // namespace vitrina::ui
