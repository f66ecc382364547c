// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "stage/SoundWatch.hpp"

#include <algorithm>
#include <utility>

namespace vitrina::stage {

void SoundWatch::listen(Ear& ear, const SoundReading& reading, bool onAir, std::int64_t nowMs) {
    if (!reading.open)
        ear.heard = false;
    const bool sounds = reading.peakDb >= silentBelowDb;
    ear.heard = ear.heard || (reading.open && sounds);
    // Off air the time does not run: who comes back from a break has ten seconds again.
    if (sounds || !reading.open || !onAir || ear.soundMs == 0)
        ear.soundMs = nowMs;
    // The program is silent when all of them are; each has its own line.
    const bool missed = !reading.source.empty() && (ear.heard || reading.host);
    if (missed && nowMs - ear.soundMs >= silentAfterMs)
        warnings_.silentSinceMs[reading.source] = ear.soundMs;
    else
        warnings_.silentSinceMs.erase(reading.source);
}

void SoundWatch::watchTop(Ear& ear, const SoundReading& reading, std::int64_t nowMs) {
    if (!reading.open) {
        ear.clipsMs.clear();
        warnings_.clipping.erase(reading.source);
        return;
    }
    if (reading.peakDb >= clipsFromDb)
        ear.clipsMs.push_back(nowMs);
    while (!ear.clipsMs.empty() && nowMs - ear.clipsMs.front() > clipKeptMs)
        ear.clipsMs.pop_front();
    const auto recent = std::count_if(ear.clipsMs.begin(), ear.clipsMs.end(),
                                      [&](std::int64_t at) { return nowMs - at <= clipsWithinMs; });
    if (recent >= clipsTold)
        warnings_.clipping.insert(reading.source);
    else if (ear.clipsMs.empty())
        warnings_.clipping.erase(reading.source);
}

void SoundWatch::measured(const std::vector<SoundReading>& readings, bool onAir, std::int64_t nowMs) {
    std::map<SourceId, Ear> before = std::exchange(ears_, {});
    for (const SoundReading& reading : readings) {
        Ear& ear = ears_[reading.source];
        if (const auto known = before.find(reading.source); known != before.end())
            ear = std::move(known->second);
        listen(ear, reading, onAir, nowMs);
        watchTop(ear, reading, nowMs);
    }
    std::erase_if(warnings_.silentSinceMs, [&](const auto& told) { return !ears_.contains(told.first); });
    std::erase_if(warnings_.clipping, [&](const SourceId& told) { return !ears_.contains(told); });
}

} // namespace vitrina::stage
