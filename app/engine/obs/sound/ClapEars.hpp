// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/Engine.hpp"
#include "engine/obs/Handles.hpp"

#include <memory>
#include <vector>

namespace vitrina::engine::obs {

/// Listens to sources for claps and tells each by ClapHeard, on the source's own thread. It hears what is
/// muted as well: a camera is set right before anybody hears it. Executor thread.
class ClapEars {
  public:
    explicit ClapEars(EventSink events);
    ~ClapEars();
    ClapEars(const ClapEars&) = delete;
    ClapEars& operator=(const ClapEars&) = delete;

    void add(const SourceId& id, const SourceHandle& source);
    void remove(const SourceId& id);

  private:
    class Ear;

    EventSink events_;
    std::vector<std::unique_ptr<Ear>> ears_;
};

} // namespace vitrina::engine::obs
