// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <obs.h>

#include <memory>
#include <string>
#include <utility>

/// Owning handles for libobs objects: move-only, released where they go out of scope.
namespace vitrina::engine::obs {

template <auto Release>
struct Releaser {
    template <class T>
    void operator()(T* object) const {
        Release(object);
    }
};

using SourceHandle = std::unique_ptr<obs_source_t, Releaser<obs_source_release>>;
using OutputHandle = std::unique_ptr<obs_output_t, Releaser<obs_output_release>>;
using EncoderHandle = std::unique_ptr<obs_encoder_t, Releaser<obs_encoder_release>>;
using ServiceHandle = std::unique_ptr<obs_service_t, Releaser<obs_service_release>>;
using DataHandle = std::unique_ptr<obs_data_t, Releaser<obs_data_release>>;
using VolmeterHandle = std::unique_ptr<obs_volmeter_t, Releaser<obs_volmeter_destroy>>;

inline DataHandle newData() {
    return DataHandle(obs_data_create());
}

/// A second owner of the same source, for another thread.
inline SourceHandle share(const SourceHandle& source) {
    return SourceHandle(source ? obs_source_get_ref(source.get()) : nullptr);
}

/// One connected signal. Declared last among the members it uses, so that it goes first. Disconnecting waits
/// for a callback that is running, so never let one die inside its own callback.
class SignalConnection {
  public:
    SignalConnection() = default;
    SignalConnection(signal_handler_t* handler, std::string signal, signal_callback_t callback, void* param)
        : handler_(handler), signal_(std::move(signal)), callback_(callback), param_(param) {
        signal_handler_connect(handler_, signal_.c_str(), callback_, param_);
    }
    SignalConnection(SignalConnection&& other) noexcept { *this = std::move(other); }
    SignalConnection& operator=(SignalConnection&& other) noexcept {
        disconnect();
        handler_ = std::exchange(other.handler_, nullptr);
        signal_ = std::move(other.signal_);
        callback_ = other.callback_;
        param_ = other.param_;
        return *this;
    }
    ~SignalConnection() { disconnect(); }

  private:
    void disconnect() {
        if (handler_)
            signal_handler_disconnect(handler_, signal_.c_str(), callback_, param_);
        handler_ = nullptr;
    }

    signal_handler_t* handler_ = nullptr; ///< lives as long as the obs object the owner holds
    std::string signal_;
    signal_callback_t callback_ = nullptr;
    void* param_ = nullptr;
};

} // namespace vitrina::engine::obs
