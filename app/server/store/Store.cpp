// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/Store.hpp"

#include "base/Log.hpp"
#include "server/store/Checkpointer.hpp"
#include "server/store/Schema.hpp"
#include "server/store/Upgrade.hpp"
#include "server/store/Writer.hpp"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

#include <sys/stat.h>

namespace vitrina::server {

namespace {

using Jobs = std::shared_ptr<std::vector<Job>>;

struct Refuser {
    void operator()(PlaceOrder& job) const { job.answer = OrderAnswer{{ErrorCode::Busy}}; }
    void operator()(TakeShopOrder& job) const { job.answer = {ErrorCode::Busy, {}, {}}; }
    void operator()(Reserve& job) const { job.answer = CheckoutAnswer{{ErrorCode::Busy}}; }
    void operator()(ExtendCheckout& job) const { job.answer = CheckoutAnswer{{ErrorCode::Busy}}; }
    void operator()(ReleaseCheckout& job) const { job.answer = CheckoutAnswer{{ErrorCode::Busy}}; }
    void operator()(FindOrder& job) const { job.answer = KnownAnswer{ErrorCode::Busy, {}}; }
    void operator()(WriteToShop& job) const { job.answer = KnownAnswer{ErrorCode::Busy, {}}; }
    void operator()(AskBuyers& job) const { job.answer.clear(); }
    void operator()(ExportBuyer& job) const { job.answer = fail(ErrorCode::Busy); }
    void operator()(KeepWords&) const {}
    void operator()(ConfirmByMail&) const {}
    void operator()(AskMailsDue& job) const { job.answer.clear(); }
    void operator()(MailTaken&) const {}
    void operator()(SweepBuyers&) const {}
    void operator()(Sweep&) const {}
    void operator()(PostMessage& job) const { job.answer = MessageAnswer{{ErrorCode::Busy}, {}, false}; }
    void operator()(OpenRun& job) const { job.answer = {ErrorCode::Busy, 0, 0}; }
    void operator()(TakeRecords& job) const { job.answer = {ErrorCode::Busy, 0, 0}; }
    void operator()(CountViewers&) const {}
    void operator()(TakeRequest& job) const { job.answer = {ErrorCode::Busy, 0, 0}; }
    void operator()(NoteAck&) const {}
    void operator()(AskTally&) const {}
    void operator()(LeaveRun& job) const { job.answer.error = ErrorCode::Busy; }
    void operator()(ExportRun& job) const { job.answer.error = ErrorCode::Busy; }
    void operator()(ImportRun& job) const { job.answer.error = ErrorCode::Busy; }
    void operator()(NoteMoved& job) const { job.answer.error = ErrorCode::Busy; }
    void operator()(AskShopWork& job) const { job.answer.error = ErrorCode::Busy; }
    void operator()(NoteShopStep& job) const { job.answer = ErrorCode::Busy; }
    void operator()(CapByShop& job) const { job.answer = ErrorCode::Busy; }
};

struct Answerer {
    void operator()(const CountViewers&) const {}
    void operator()(const NoteAck&) const {}
    void operator()(const Sweep&) const {}
    void operator()(const SweepBuyers&) const {}
    void operator()(const KeepWords&) const {}
    void operator()(const ConfirmByMail&) const {}
    void operator()(const MailTaken&) const {}
    void operator()(const auto& job) const {
        if (job.done)
            job.done(job.answer);
    }
};

} // namespace

struct Store::Impl {
    std::unique_ptr<Checkpointer> checkpointer;
    std::unique_ptr<Writer> writer;
    std::unique_ptr<Database> reader;
    Post post;
    Listener listener;

    mutable std::mutex mutex;
    std::condition_variable wake;
    std::vector<Job> queue;
    std::size_t batchMost = 0;
    std::size_t underWay = 0;
    bool stopping = false;
    bool broken = false;                     ///< writer thread only: said once in the log
    std::atomic<std::int64_t> nextDueMs = 0; ///< see Writer
    std::atomic<bool> sweeping = false;      ///< a Sweep is waiting
    std::thread thread;

    void loop() {
        std::unique_lock lock(mutex);
        while (true) {
            wake.wait(lock, [this] { return stopping || !queue.empty(); });
            if (queue.empty())
                return;
            const Jobs batch = take();
            lock.unlock();
            write(batch);
            lock.lock();
            underWay = 0;
        }
    }

    Jobs take() {
        auto batch = std::make_shared<std::vector<Job>>();
        if (queue.size() <= batchMost) {
            batch->swap(queue);
            queue.reserve(batch->size()); // the next is about as large
        } else {
            const auto end = queue.begin() + static_cast<std::ptrdiff_t>(batchMost);
            batch->assign(std::make_move_iterator(queue.begin()), std::make_move_iterator(end));
            queue.erase(queue.begin(), end);
        }
        underWay = batch->size();
        return batch;
    }

    void write(const Jobs& batch) {
        auto changes = std::make_shared<Changes>();
        bool written = writer->begin();
        if (written) {
            for (Job& job : *batch)
                writer->work(job);
            written = writer->commit(*changes);
        }
        if (!written) {
            for (Job& job : *batch)
                std::visit(Refuser{}, job);
        }
        nextDueMs = written ? writer->nextDueMs() : 0; // not written: what was due is due still
        sweeping = false;
        say(written);
        post([this, batch, changes, written] {
            if (written)
                listener(*changes);
            for (const Job& job : *batch)
                std::visit(Answerer{}, job);
        });
        if (written)
            checkpointer->committed(writer->database()); // after the answers are on their way
    }

    void say(bool written) {
        if (written == !broken)
            return;
        broken = !written;
        if (broken)
            logError("store", "orders are refused: " + writer->problem());
        else
            logInfo("store", "writing again");
    }
};

namespace {

Result<void> prepare(Database& database, const std::string& path) {
    database.execute(
        "CREATE TABLE IF NOT EXISTS meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID");
    const std::string version = readMeta(database, "version");
    const int number = version.empty() ? storeVersion : std::stoi("0" + version);
    if (number > storeVersion)
        return fail(ErrorCode::FileTooNew, path);
    upgradeStore(database, number);
    if (!database.ok())
        return fail(ErrorCode::FileUnwritable, path + ": " + database.problem());
    return {};
}

} // namespace

Result<Store::Opened> Store::open(const std::string& path, const Clock& clock, Post post, Listener listener,
                                  const commerce::VelocityLimits& limits, std::size_t batchMost) {
    auto database = Database::open(path, Database::Use::Write);
    if (!database)
        return database.error();
    chmod(path.c_str(), S_IRUSR | S_IWUSR); // Buyers' names and contacts are in it.
    if (const auto ready = prepare(**database, path); !ready)
        return ready.error();
    auto key = BuyerKey::open(path.substr(0, path.rfind('/') + 1) + buyerKeyName);
    if (!key)
        return key.error();
    auto buyers = BuyerTables::open(**database, std::move(*key));
    if (!buyers)
        return buyers.error();
    auto reader =
        Database::open(path, Database::Use::Write); // Writes settings, and only before the first job.
    if (!reader)
        return reader.error();

    auto impl = std::make_unique<Impl>();
    auto log = Database::open(path, Database::Use::Write);
    if (!log)
        return log.error();
    // The upgrade has had its keys checked. From here on one writer makes all rows, each with a key it has
    // just written or read: looking each up again costs every order five searches.
    (*database)->execute("PRAGMA foreign_keys=OFF");
    (*database)->leaveLog();
    impl->checkpointer = std::make_unique<Checkpointer>(std::move(*log));
    impl->writer = std::make_unique<Writer>(std::move(*database), std::move(*buyers), clock, limits);
    impl->writer->resume();
    impl->nextDueMs = impl->writer->nextDueMs();
    impl->reader = std::move(*reader);
    impl->batchMost = batchMost;
    impl->post = std::move(post);
    impl->listener = std::move(listener);
    PageView view = impl->writer->view();
    Impl* own = impl.get();
    impl->thread = std::thread([own] { own->loop(); });
    return Opened{std::unique_ptr<Store>(new Store(std::move(impl))), std::move(view)};
}

Store::Store(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}

Store::~Store() {
    {
        const std::lock_guard lock(impl_->mutex);
        impl_->stopping = true;
    }
    impl_->wake.notify_one();
    impl_->thread.join();
}

void Store::add(Job job) {
    {
        const std::lock_guard lock(impl_->mutex);
        impl_->queue.push_back(std::move(job));
    }
    impl_->wake.notify_one();
}

void Store::sweep(std::int64_t monoMs) {
    if (monoMs >= impl_->nextDueMs && !impl_->sweeping.exchange(true))
        add(Sweep{});
}

std::size_t Store::waiting() const {
    const std::lock_guard lock(impl_->mutex);
    return impl_->queue.size() + impl_->underWay;
}

std::vector<record::Record> Store::records(const RunId& run, std::uint64_t after, std::size_t limit) {
    impl_->reader->forget();
    Statement rows(*impl_->reader,
                   "SELECT json FROM record WHERE run=?1 AND origin=?2 AND seq>?3 ORDER BY seq LIMIT ?4");
    rows.bind(1, run.value)
        .bind(2, std::int64_t(record::Origin::Server))
        .bind(3, static_cast<std::int64_t>(after))
        .bind(4, static_cast<std::int64_t>(limit));
    std::vector<record::Record> records;
    while (rows.row()) {
        auto record = record::decodeRecord(rows.text(0));
        if (!record)
            break;
        records.push_back(std::move(*record));
    }
    return records;
}

std::string Store::setting(const std::string& key) {
    impl_->reader->forget();
    return readMeta(*impl_->reader, key.c_str());
}

bool Store::setSetting(const std::string& key, const std::string& value) {
    impl_->reader->forget();
    writeMeta(*impl_->reader, key.c_str(), value);
    return impl_->reader->ok();
}

} // namespace vitrina::server
