// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QLocale>
#include <QString>

#include <cstdint>
#include <memory>

class QTranslator;

namespace vitrina::studio {

/// Words and money on the picture. They follow the show's locale, whatever language the host's window has.
class ShowWords {
  public:
    explicit ShowWords(const QString& bcp47);
    ~ShowWords();

    QString money(std::int64_t minor, const QString& currency) const;
    QString from(const QString& price) const;
    QString left(std::int64_t pieces, bool low) const;
    QString soldOut() const;
    QString allInCheckouts() const;
    QString notOnSale() const;
    QString rightBack() const;
    QString lowestOf30Days() const; ///< what a struck-through price is
    /// "−21 %": rounded down, so that no more is promised than is given.
    QString lessBy(std::int64_t wasMinor, std::int64_t nowMinor) const;
    QString startingSoon() const;
    QString anyMoment() const; ///< when a countdown is over
    QString shortBreak() const;
    QString thanks() const;
    QString number(const QString& code) const;

  private:
    QString word(const char* source, int n = -1) const;

    QLocale locale_;
    std::unique_ptr<QTranslator> translator_;
};

} // namespace vitrina::studio
