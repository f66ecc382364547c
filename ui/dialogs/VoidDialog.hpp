// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/Commands.hpp"
#include "ui/dialogs/Dialog.hpp"
#include "ui/widgets/Arming.hpp"

#include <map>
#include <set>
#include <vector>

class QComboBox;
class QDateTimeEdit;
class QLineEdit;

namespace vitrina::ui {

/// Cancels what was ordered under an offer since a moment, with a message to each buyer: a wrong price was on
/// air, say. How many orders that is stands there all the time; it wants a second press.
class VoidDialog final : public Dialog {
    Q_OBJECT

  public:
    explicit VoidDialog(const Theme& theme, QWidget* parent = nullptr);
    /// `changed`: orders that patches have named since; `all`: everything anew.
    void present(const control::State& state, const std::set<OrderNumber>& changed, bool all);
    QComboBox& offer() { return *offer_; }
    QDateTimeEdit& since() { return *since_; }
    QLineEdit& message() { return *message_; }
    Button& voidButton() { return *void_; }
    QString said() const;

  signals:
    void asked(const vitrina::control::Command& command);

  protected:
    bool disarmFirst() override;
    void hideEvent(QHideEvent* event) override;

  private:
    /// Of an order with a line under an offer, what decides here.
    struct Candidate {
        std::int64_t placedMs = 0;
        bool cancellable = false;
        std::vector<OfferId> offers;
    };
    void note(const control::OrderEntry& entry);
    void presentOffers(const control::State& state);
    void presentSince();
    void presentMessage(const std::string& locale);
    void pressed();
    void presentCount();
    std::int64_t sinceMs() const; ///< wall time of the server
    int count() const;

    std::map<OrderNumber, Candidate> candidates_;
    std::set<OfferId> offers_; ///< of theirs
    std::int64_t clockOffsetMs_ = 0;
    bool sinceChosen_ = false; ///< by the person: it stays as it is
    QString proposed_;         ///< the message that was put there, in the show's language
    QComboBox* offer_;
    QDateTimeEdit* since_;
    QLineEdit* message_;
    QLabel* said_;
    Button* void_ = nullptr;
    Arming arming_;
};

} // namespace vitrina::ui
