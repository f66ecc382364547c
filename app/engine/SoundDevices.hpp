// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace vitrina::engine {

struct SoundDevice {
    std::string address; ///< of a stage::Source of kind Microphone, or as SetHeadphones takes it
    std::string name;    ///< as the machine calls it

    bool operator==(const SoundDevice&) const = default;
};

/// What there is to speak into and to listen with. Both are empty without a sound server and without a
/// sound card.
struct SoundDevices {
    std::vector<SoundDevice> microphones;
    std::vector<SoundDevice> headphones;

    bool operator==(const SoundDevices&) const = default;
};

/// For dialogs and menus. An Engine that knows sound devices is one of these too; one that isn't has none.
class SoundDeviceList {
  public:
    virtual ~SoundDeviceList() = default;
    /// Asks the machine anew. Returns at once; `done` is called once, on a thread of the engine, or never
    /// when the engine is not running.
    virtual void listSoundDevices(std::function<void(SoundDevices)> done) = 0;
};

} // namespace vitrina::engine
