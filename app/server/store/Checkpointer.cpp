// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/Checkpointer.hpp"

#include <utility>

namespace vitrina::server {

namespace {

constexpr int pagesInLog = 2'000; ///< 8 MB
/// The disk does not follow: orders wait rather than that it grows without end.
constexpr int pagesMost = 50'000;

} // namespace

Checkpointer::Checkpointer(std::unique_ptr<Database> database)
    : database_(std::move(database)), thread_([this] { loop(); }) {}

Checkpointer::~Checkpointer() {
    {
        const std::lock_guard lock(mutex_);
        step_ = Step::Stop;
    }
    wake_.notify_one();
    thread_.join();
}

void Checkpointer::committed(Database& writer) {
    if (writer.logPages() < pagesInLog)
        return;
    std::unique_lock lock(mutex_);
    if (step_ == Step::Idle) {
        step_ = Step::Asked;
        wake_.notify_one();
    } else if (step_ == Step::Done) {
        step_ = Step::Idle;
        lock.unlock();
        writer.checkpoint();
    } else if (writer.logPages() > pagesMost) {
        lock.unlock();
        writer.checkpoint();
    }
}

void Checkpointer::loop() {
    std::unique_lock lock(mutex_);
    while (true) {
        wake_.wait(lock, [this] { return step_ == Step::Asked || step_ == Step::Stop; });
        if (step_ == Step::Stop)
            return;
        lock.unlock();
        database_->checkpoint();
        lock.lock();
        if (step_ == Step::Asked)
            step_ = Step::Done;
    }
}

} // namespace vitrina::server
