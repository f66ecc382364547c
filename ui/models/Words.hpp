// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/State.hpp"

#include <QLocale>
#include <QString>

/// Words and figures that more than one panel says.
namespace vitrina::ui {

/// "€ 38.00", with "from" when what can be bought costs differently; without unit for a column.
QString priceText(const control::State& state, const commerce::Product& product, const QLocale& locale,
                  bool withUnit);
/// The struck-through price of before; empty when there is none that may be said (control::wasMinor).
QString wasText(const control::State& state, const commerce::Product& product, const Instant& now,
                const QLocale& locale);
QString kindIcon(show::ItemKind kind);
/// Scene's name and its key: the digit that puts it in preview, 0 beyond nine.
QString sceneName(const stage::SetUp& setUp, const SceneId& scene);
int sceneKey(const stage::SetUp& setUp, const SceneId& scene);
QString sourceName(const stage::SetUp& setUp, const SourceId& source);
QString outputName(const stage::SetUp& setUp, const OutputId& output);
/// The source that M mutes: the first microphone, else the set-up's first source, where the host stands.
SourceId hostSource(const stage::SetUp& setUp);
/// The source is in the scene's layout for the canvas.
bool sceneShows(const stage::SetUp& setUp, const SceneId& scene, const SourceId& source);
/// "12 s" or "3:05".
QString waitText(std::int64_t milliseconds);

} // namespace vitrina::ui
