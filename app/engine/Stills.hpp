// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/Engine.hpp"

#include <functional>
#include <memory>

namespace vitrina::engine {

/// Null: no such source, or it shows nothing yet.
using StillSink = std::function<void(std::shared_ptr<const Picture>)>;

/// For dialogs. An Engine that can hand out a picture of a source is one of these too.
class Stills {
  public:
    virtual ~Stills() = default;
    /// What a source shows now, turned and cut as it is looked at, opaque. Any thread; returns at once.
    /// `done` is called once, on a thread of the engine; also when the engine is not running.
    virtual void takeStill(const SourceId& source, StillSink done) = 0;
};

} // namespace vitrina::engine
