// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/Stills.hpp"

#include <vector>

namespace vitrina::engine {

/// An engine without a picture, for tests of control and UI: records commands, confirms scenes when told to
/// (or at once), and lets a test raise any event. Single thread.
class FakeEngine final : public Engine, public Stills {
  public:
    Result<void> start(const EngineConfig& config, EventSink events, FragmentSink video) override;
    void post(EngineCommand command) override;
    std::unique_ptr<Surface> createSurface(const SurfaceRequest& request) override;
    long shutdown() override;
    /// At once: `picture`, of whatever source.
    void takeStill(const SourceId& source, StillSink done) override;

    std::shared_ptr<const Picture> picture; ///< null: no camera shows anything
    bool confirmAtOnce = true;              ///< false: confirm() sends the outstanding confirmations
    void confirm();
    void raise(EngineEvent event);
    const std::vector<EngineCommand>& posted() const { return posted_; }
    void forget() { posted_.clear(); }
    const std::vector<SurfaceRequest>& surfaces() const {
        return surfaces_;
    } ///< all that were ever asked for

  private:
    EventSink events_;
    FragmentSink video_;
    std::vector<EngineCommand> posted_;
    std::vector<SurfaceRequest> surfaces_;
    std::vector<ShowScene> unconfirmed_;
};

} // namespace vitrina::engine
