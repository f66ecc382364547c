// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/FakeEngine.hpp"

#include <utility>

namespace vitrina::engine {
namespace {

class NoSurface final : public Surface {
  public:
    void resize(int, int) override {}
    void setEnabled(bool) override {}
    void setLayout(SurfaceLayout) override {}
};

} // namespace

Result<void> FakeEngine::start(const EngineConfig& config, EventSink events, FragmentSink video) {
    events_ = std::move(events);
    video_ = std::move(video);
    events_(EngineStarted{"fake", 0});
    for (const stage::Source& source : config.sources) {
        events_(SourceChanged{source.id, stage::SourceStatus{stage::SourceHealth::Live,
                                                             config.canvas.width,
                                                             config.canvas.height,
                                                             double(config.canvas.fps),
                                                             {},
                                                             ErrorCode::None,
                                                             {}}});
    }
    return {};
}

void FakeEngine::post(EngineCommand command) {
    posted_.push_back(command);
    if (const auto* scene = std::get_if<ShowScene>(&command)) {
        unconfirmed_.push_back(*scene);
        if (confirmAtOnce)
            confirm();
    }
}

void FakeEngine::confirm() {
    for (const ShowScene& scene : std::exchange(unconfirmed_, {}))
        events_(SceneOnProgram{scene.token, scene.scene, 0, 1000});
}

void FakeEngine::raise(EngineEvent event) {
    events_(std::move(event));
}

std::unique_ptr<Surface> FakeEngine::createSurface(const SurfaceRequest& request) {
    surfaces_.push_back(request);
    return std::make_unique<NoSurface>();
}

void FakeEngine::takeStill(const SourceId&, StillSink done) {
    done(picture);
}

long FakeEngine::shutdown() {
    return 0;
}

} // namespace vitrina::engine
