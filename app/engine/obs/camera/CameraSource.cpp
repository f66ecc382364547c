// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/obs/camera/CameraSource.hpp"

#include "engine/obs/camera/StillCamera.hpp"
#include "engine/obs/camera/StreamCamera.hpp"
#include "engine/obs/camera/TestCamera.hpp"

#include <charconv>
#include <memory>

namespace vitrina::engine::obs {
namespace {

template <class Camera>
void registerType(const char* id, const CameraReport& report) {
    obs_source_info info = {};
    info.id = id;
    info.type = OBS_SOURCE_TYPE_INPUT;
    info.output_flags = OBS_SOURCE_ASYNC_VIDEO | OBS_SOURCE_AUDIO | OBS_SOURCE_DO_NOT_DUPLICATE;
    info.get_name = [](void*) {
        return "Vitrina camera";
    };
    info.create = [](obs_data_t* settings, obs_source_t* source) -> void* {
        const auto* sink = static_cast<const CameraReport*>(obs_source_get_type_data(source));
        return std::make_unique<Camera>(source, settings, sink).release(); // given back to destroy
    };
    info.destroy = [](void* data) {
        std::unique_ptr<Camera>(static_cast<Camera*>(data));
    };
    info.update = [](void* data, obs_data_t* settings) {
        static_cast<Camera*>(data)->update(settings);
    };
    info.type_data = std::make_unique<CameraReport>(report).release(); // freed below, in obs_shutdown
    info.free_type_data = [](void* data) {
        std::unique_ptr<CameraReport>(static_cast<CameraReport*>(data));
    };
    obs_register_source(&info);
}

} // namespace

const char* cameraTypeOf(stage::SourceKind kind) {
    switch (kind) {
    case stage::SourceKind::TestCamera:
        return testCameraSourceType;
    case stage::SourceKind::Image:
    case stage::SourceKind::Colour:
        return stillSourceType;
    case stage::SourceKind::None:
    case stage::SourceKind::Microphone:
    case stage::SourceKind::Slide:
        return nullptr;
    default:
        return cameraSourceType;
    }
}

std::string controlsText(const std::vector<stage::CameraControl>& controls) {
    std::string text;
    for (const stage::CameraControl& control : controls)
        text += control.name + "=" + std::to_string(control.value) + "\n";
    return text;
}

std::vector<stage::CameraControl> controlsFromText(const std::string& text) {
    std::vector<stage::CameraControl> controls;
    std::size_t from = 0;
    while (from < text.size()) {
        const std::size_t end = std::min(text.find('\n', from), text.size());
        const std::size_t equals = text.find('=', from);
        if (equals < end) {
            stage::CameraControl control{text.substr(from, equals - from), 0};
            std::from_chars(text.data() + equals + 1, text.data() + end, control.value);
            controls.push_back(std::move(control));
        }
        from = end + 1;
    }
    return controls;
}

void registerCameraSource(CameraReport report) {
    registerType<StreamCamera>(cameraSourceType, report);
    registerType<StillCamera>(stillSourceType, report);
    registerType<TestCamera>(testCameraSourceType, report);
}

} // namespace vitrina::engine::obs
