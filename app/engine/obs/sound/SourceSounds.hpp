// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/Engine.hpp"
#include "engine/obs/Handles.hpp"
#include "engine/obs/sound/ClapEars.hpp"
#include "engine/obs/sound/Microphone.hpp"

#include <map>
#include <memory>
#include <set>
#include <vector>

namespace vitrina::engine::obs {

/// How each source is heard: mute, volume, delay, headphones. It is kept here too, so that a source that is
/// made anew (another address, a microphone that came back) is heard as before and never opened by that.
/// Executor thread.
class SourceSounds {
  public:
    explicit SourceSounds(EventSink events) : events_(std::move(events)) {}

    /// Called for each source made, with what is to be in force while nothing else was said.
    void add(const stage::Source& source, const SourceHandle& handle);
    void remove(const SourceId& id);
    /// It will not come back.
    void forget(const SourceId& id);

    void carryOut(const SetSourceMuted& mute);
    void carryOut(const SetSourceVolume& volume);
    void carryOut(const SetSourceDelay& delay);
    void carryOut(const SetSolo& solo);
    void listenForClaps(bool on);

    /// Once a second. The microphones whose device is to be opened anew.
    std::vector<SourceId> checkMicrophones();

  private:
    struct Sound {
        bool muted = false;
        double db = 0.0;
        int delayMs = 0;
        bool microphone = false;
        stage::SourceHealth told = stage::SourceHealth::None; ///< of a microphone that is being reopened
        SourceHandle handle;                                  ///< null while it is not there
        std::unique_ptr<MicrophoneWatch> watch;
    };
    void apply(const Sound& sound) const;
    void applySolo(const SourceId& id, const Sound& sound) const;

    EventSink events_;
    std::map<SourceId, Sound> sounds_;
    std::set<SourceId> solo_;
    std::unique_ptr<ClapEars> ears_;
};

} // namespace vitrina::engine::obs
