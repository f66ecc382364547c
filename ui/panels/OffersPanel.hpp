// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/OfferGuard.hpp"
#include "ui/panels/View.hpp"
#include "ui/widgets/Button.hpp"
#include "ui/widgets/FigureLine.hpp"
#include "ui/widgets/Labels.hpp"
#include "ui/widgets/Panel.hpp"

#include <map>
#include <vector>

namespace vitrina::ui {

/// One offer: what it is, what is left of it, and what can be done with it now.
class OfferRow final : public QWidget {
    Q_OBJECT

  public:
    explicit OfferRow(const Theme& theme, QWidget* parent = nullptr);
    void showRunning(const View& view, const commerce::RunningOffer& running);
    void showNext(const View& view, const commerce::Offer& offer, const OfferGuard& guard);
    void showEnded(const View& view, const commerce::RunningOffer& last, commerce::OfferEnd why);
    const OfferId& offer() const { return offer_; }
    QString title() const { return title_->fullText(); }
    QString detail() const { return detail_->line(); }
    const QColor& detailColor() const { return detail_->color(); }
    Button& startButton() { return *start_; }
    Button& moreButton() { return *more_; }
    Button& stopButton() { return *stop_; }

  signals:
    void startAsked(const vitrina::OfferId& offer);
    void moreAsked(const vitrina::OfferId& offer);
    void stopAsked(const vitrina::OfferId& offer);

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    void say(const QString& title, const QString& detail, const QColor& color);
    void setRunning(bool running);

    const Theme& theme_;
    OfferId offer_;
    bool running_ = false;
    ElidedLabel* title_;
    FigureLine* detail_;
    Button* start_;
    Button* more_;
    Button* stop_;
};

/// The offers that run, newest first, the one that would start next, and those that have just ended. Not
/// there while there are none.
class OffersPanel final : public Panel {
    Q_OBJECT

  public:
    explicit OffersPanel(const Theme& theme, QWidget* parent = nullptr);
    void setCompact(bool compact);
    void present(const View& view, const OfferGuard& guard);
    const std::vector<OfferRow*>& rows() const { return rows_; }
    int shownCount() const { return shown_; }

  signals:
    void startAsked(const vitrina::OfferId& offer);
    void moreAsked(const vitrina::OfferId& offer);
    void stopAsked(const vitrina::OfferId& offer);
    void listAsked();

  private:
    /// As last seen running, and until when it is shown (monotonic).
    struct Ended {
        commerce::RunningOffer last;
        std::int64_t untilMs = 0;
    };
    OfferRow& row(int index);
    void noteEnded(const View& view);

    Button* all_;
    std::map<OfferId, commerce::RunningOffer> running_; ///< when last presented
    std::vector<Ended> ended_;                          ///< newest first
    std::vector<OfferRow*> rows_;
    int shown_ = 0;
    bool compact_ = false;
};

} // namespace vitrina::ui
