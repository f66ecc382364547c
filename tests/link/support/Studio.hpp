// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "journal/Journal.hpp"
#include "link/Link.hpp"

#include <cstdlib>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace vitrina::tests {

/// A studio without a picture: a journal, a link, and what the link told.
class Studio {
  public:
    struct SetUp {
        std::string showFile;
        std::string serverFolder;
        ShowId show;
        RunId run;
        link::Timing timing{100, 400, 20, 100};
        std::optional<link::ServerAddress>
            elsewhere{}; ///< a paired server; then the folder counts for nothing
        std::uint64_t epoch = 0;
    };

    explicit Studio(const SetUp& setUp) {
        auto file = journal::ShowFile::open(setUp.showFile, true);
        if (!file)
            std::abort();
        lastSeq_ = (*file)->lastSeq(setUp.run, record::Origin::Studio);
        journal_ = std::make_unique<journal::JournalThread>(std::move(*file),
                                                            [this](Result<std::vector<record::Record>> done) {
                                                                const std::lock_guard lock(mutex_);
                                                                if (done && link_)
                                                                    link_->durable(*done);
                                                            });
        link::LinkListener listener;
        listener.onRecords = [this](std::vector<record::Record> records) {
            const std::lock_guard lock(heardMutex_);
            heard_.insert(heard_.end(), records.begin(), records.end());
        };
        listener.onStatus = [this](const link::Status& status) {
            const std::lock_guard lock(heardMutex_);
            status_ = status;
        };
        listener.onBuyers = [this](std::vector<protocol::BuyerOf> told) {
            const std::lock_guard lock(heardMutex_);
            buyers_.insert(buyers_.end(), told.begin(), told.end());
        };
        listener.onOutside = [this](const protocol::OutsideState& state) {
            const std::lock_guard lock(heardMutex_);
            outside_ = state;
        };
        listener.onMailTested = [this](const protocol::MailTested& tested) {
            const std::lock_guard lock(heardMutex_);
            mailTested_ = tested;
        };
        const std::lock_guard lock(mutex_);
        link_ = std::make_unique<link::Link>(link::LinkSetUp{setUp.show, setUp.run, setUp.serverFolder,
                                                             setUp.timing, setUp.elsewhere, setUp.epoch},
                                             *journal_, listener);
        setUp_ = setUp;
    }
    ~Studio() {
        std::unique_ptr<link::Link> gone;
        {
            const std::lock_guard lock(mutex_);
            gone = std::move(link_);
        }
        gone.reset();
        journal_.reset(); // its callback reads link_ to the last
    }
    Studio(const Studio&) = delete;
    Studio& operator=(const Studio&) = delete;

    link::Link& link() { return *link_; }
    journal::JournalThread& journal() { return *journal_; }
    void append(std::vector<record::Record> records) { journal_->append(std::move(records)); }
    /// The next record of the studio.
    void write(record::Fact fact) {
        append({{setUp_.show,
                 setUp_.run,
                 record::Origin::Studio,
                 ++lastSeq_,
                 0,
                 {1, 2},
                 "boot",
                 std::move(fact)}});
    }
    std::uint64_t lastSeq() const { return lastSeq_; }
    std::vector<record::Record> heard() const {
        const std::lock_guard lock(heardMutex_);
        return heard_;
    }
    std::vector<protocol::BuyerOf> buyers() const {
        const std::lock_guard lock(heardMutex_);
        return buyers_;
    }
    std::optional<protocol::OutsideState> outside() const {
        const std::lock_guard lock(heardMutex_);
        return outside_;
    }
    std::optional<protocol::MailTested> mailTested() const {
        const std::lock_guard lock(heardMutex_);
        return mailTested_;
    }
    link::Status status() const {
        const std::lock_guard lock(heardMutex_);
        return status_;
    }

  private:
    SetUp setUp_;
    std::uint64_t lastSeq_ = 0;
    std::mutex mutex_; ///< of link_, which the journal's callback reads
    mutable std::mutex heardMutex_;
    std::vector<record::Record> heard_;
    std::vector<protocol::BuyerOf> buyers_;
    std::optional<protocol::OutsideState> outside_;
    std::optional<protocol::MailTested> mailTested_;
    link::Status status_;
    std::unique_ptr<journal::JournalThread> journal_;
    std::unique_ptr<link::Link> link_;
};

} // namespace vitrina::tests
