// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/Dispatcher.hpp"
#include "engine/FakeEngine.hpp"
#include "support/ManualClock.hpp"
#include "ui/shell/Appearance.hpp"
#include "ui/shell/MainWindow.hpp"
#include "ui/support/FakeOutside.hpp"
#include "ui/support/FakeReach.hpp"
#include "ui/support/FakeShopBook.hpp"

#include <QApplication>

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace vitrina::test {

/// The demo show of resources/demo with two destinations and a recording. Aborts the test when it can't be
/// read.
control::State demoState(const stage::Canvas& canvas = {});

/// All that a checkout asks of a seller.
commerce::Terms sellersTerms();

/// The studio's window on a real dispatcher and the fake engine, with time that moves only when told to. What
/// the composition root does, without threads.
class WindowRig final : public control::RecordSink, public control::EffectSink {
  public:
    /// Puts the application into a language and a theme first: the windows of one test differ in both.
    /// Without pictures the window has no engine to draw into it, as where there is no display.
    /// Keys that are changed are kept in `settingsFile`.
    WindowRig(const QString& language, ui::ThemeKind theme, bool withPictures = true,
              const QString& settingsFile = {}, control::State state = demoState());
    ~WindowRig() override;

    void append(std::vector<record::Record> records) override;
    void carryOut(const control::Effect& effect) override;

    void open(int width, int height);
    /// Until nothing is left to draw.
    void settle();
    void standby();
    void goLive();
    void server(record::Fact fact);
    void order(const std::string& sku, std::int64_t quantity);
    void say(const std::string& name, const std::string& text);
    void camera(const std::string& source, stage::SourceHealth health);
    /// Takes the next item as F12 does, with a confirmation, and lets `ms` pass on it.
    void airNext(std::int64_t ms);
    void advance(std::int64_t ms);
    const control::State& state() const { return dispatcher->state(); }

    ManualClock clock;
    engine::FakeEngine engine;
    FakeShopBook shop;
    FakeReach reach;
    FakeOutside outside;
    std::vector<std::pair<std::string, std::string>> words; ///< what went beside requests, by key
    std::vector<OrderNumber> exportsAsked;
    std::unique_ptr<ui::Appearance> appearance;
    std::unique_ptr<control::Dispatcher> dispatcher;
    std::unique_ptr<ui::MainWindow> window;
    std::vector<control::Effect> effects;
    int messages = 0;
    int orders = 0;
};

} // namespace vitrina::test
