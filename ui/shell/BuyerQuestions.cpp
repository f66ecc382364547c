// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/BuyerQuestions.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace vitrina::ui {
namespace {

constexpr std::ptrdiff_t mostAtOnce = 500;
constexpr int patienceMs = 5000;

} // namespace

BuyerQuestions::BuyerQuestions(QObject* parent) : QObject(parent) {
    patience_.setSingleShot(true);
    patience_.setInterval(patienceMs);
    connect(&patience_, &QTimer::timeout, this, [this] {
        emit gaveUp(std::exchange(open_, {}));
        askNext();
    });
}

void BuyerQuestions::ask(const std::vector<OrderNumber>& orders) {
    waiting_.insert(orders.begin(), orders.end());
    if (open_.empty())
        askNext();
}

void BuyerQuestions::told(const std::vector<Buyer>& buyers) {
    if (open_.empty())
        return;
    for (const Buyer& buyer : buyers)
        open_.erase(buyer.order);
    if (open_.empty())
        askNext();
    else
        patience_.start();
}

void BuyerQuestions::forget() {
    waiting_.clear();
    open_.clear();
    patience_.stop();
}

void BuyerQuestions::askNext() {
    patience_.stop();
    if (waiting_.empty() || !ask_)
        return;
    const auto last = std::next(waiting_.begin(), std::min(mostAtOnce, std::ssize(waiting_)));
    const std::vector<OrderNumber> piece(waiting_.begin(), last);
    open_ = {waiting_.begin(), last};
    waiting_.erase(waiting_.begin(), last);
    patience_.start();
    ask_(piece); // may answer at once
}

} // namespace vitrina::ui
