// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/Database.hpp"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

namespace vitrina::server {

/// Brings the write-ahead log into the store's file beside the writer, who would hold up every order for as
/// long as that takes. Only its last pages, which were written meanwhile, are left to the writer: then the
/// log begins anew.
class Checkpointer {
  public:
    /// `database`: a connection of its own to the writer's file.
    explicit Checkpointer(std::unique_ptr<Database> database);
    ~Checkpointer();
    Checkpointer(const Checkpointer&) = delete;
    Checkpointer& operator=(const Checkpointer&) = delete;

    /// Writer's thread, after a commit: does or asks for what is due.
    void committed(Database& writer);

  private:
    enum class Step { Idle, Asked, Done, Stop };
    void loop();

    std::unique_ptr<Database> database_;
    std::mutex mutex_;
    std::condition_variable wake_;
    Step step_ = Step::Idle;
    std::thread thread_;
};

} // namespace vitrina::server
