// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.hpp"
#include "protocol/Replicator.hpp"
#include "server/Pairing.hpp"
#include "server/control/Assets.hpp"
#include "server/control/MoveDesk.hpp"
#include "server/control/StudioSocket.hpp"
#include "server/store/Store.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/steady_timer.hpp>

#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace vitrina::server {

/// The server's end of the link (link.md): the control socket, one studio at a time, and its video
/// connection. The Replicator decides what goes when; this carries it between the sockets and the store. Io
/// thread only.
class StudioLink final : private protocol::ReplicatorPort {
  public:
    struct Events {
        std::function<void(const ShowId&, const RunId&)> onAttached;
        std::function<void()> onLost;  ///< the studio has vanished without a word
        std::function<void()> onClose; ///< it ends the show
        std::function<void()> onQuit;  ///< it goes without a show on
        std::function<void(std::string_view)> onVideo;
        std::function<void(bool)> onPhones; ///< phones on this network are to be let in, or no more
        std::function<void(protocol::Outside)> onOutside;
        std::function<void(std::string)> onMailTest; ///< to this address; the answer goes back by say()
        std::function<void(const std::string&)> onTokenKey; ///< see MoveDesk
    };
    struct Parts {
        boost::asio::io_context& io;
        const Clock& clock;
        Store& store;
        Assets& assets;
        Pairing* pairing = nullptr; ///< of a server that stands elsewhere; null: a studio's own
    };

    StudioLink(Parts parts, std::string secret, Events events);
    ~StudioLink() override;

    /// FileUnwritable.
    Result<void> listen(const std::string& path);
    /// One that has come by TLS.
    void adopt(wire::Channel channel, Doorkeeper::Slot slot);
    /// How pages reach us: for the next welcome, and told to the studio that is there.
    void setReach(protocol::Reach reach);
    /// To the studio that is there; nobody hears it otherwise.
    void say(const protocol::Message& message);
    void committed(std::uint64_t serverSeq); ///< our records up to here are durable
    void tick(std::int64_t nowMs);
    bool attached() const { return control_ != nullptr; }
    /// A studio that moves a show, or has moved one and sends its viewers on.
    bool attended() const { return moves_.attended(); }
    bool allAcked() const { return acked_ >= durable_; } ///< the studio holds all our records
    void close();

  private:
    using Socket = StudioSocket::Pointer;

    void accept();
    void received(const Socket& socket, protocol::Message message);
    bool takeAside(protocol::Message& message);
    void tellBuyers(std::vector<OrderNumber> orders);
    void exportBuyer(const OrderNumber& order);
    void takeShopOrders(protocol::ShopOrders told);
    void greet(const Socket& socket, const protocol::Message& message);
    bool rightSecret(const StudioSocket& socket, const std::string& secret) const;
    void pair(const Socket& socket, const protocol::Pair& asked);
    void hello(const Socket& socket, const protocol::Hello& hello);
    void attach(const Socket& socket, const protocol::Hello& hello, const RunAnswer& answer);
    void closed(const Socket& socket);
    void storeNext();
    void later(std::function<void()> what);

    void readOwn(std::uint64_t after, std::size_t limit) override;
    void storeOther(std::vector<record::Record> records) override;
    void peerHolds(std::uint64_t seq) override;
    void send(protocol::Message message) override;
    void requested(protocol::Request request) override;
    void requestOver(const RequestId&, ErrorCode) override {}
    void broken(Error error) override;

    Parts parts_;
    std::string secret_;
    Events events_;
    protocol::Reach reach_;
    boost::asio::local::stream_protocol::acceptor acceptor_;
    std::vector<Socket> sockets_;
    Socket control_; ///< the one that said hello, while it lives
    Socket pending_; ///< has said hello; the store is opening its run
    RunId run_;
    MoveDesk moves_;
    std::unique_ptr<protocol::Replicator> replicator_;
    std::uint64_t generation_ = 0; ///< of the attachment: answers for one before are dropped
    std::deque<std::vector<record::Record>> toStore_;
    bool storing_ = false;
    std::uint64_t durable_ = 0;
    std::uint64_t acked_ = 0;
    bool closing_ = false;
    bool paused_ = false; ///< accepting waits for the next tick
};

} // namespace vitrina::server
