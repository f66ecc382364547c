// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "link/Link.hpp"

#include "link/LinkImpl.hpp"

#include <boost/asio/post.hpp>

namespace vitrina::link {

Link::Link(LinkSetUp setUp, journal::JournalThread& journal, LinkListener listener)
    : impl_(std::make_shared<Impl>(std::move(setUp), journal, std::move(listener))) {
    impl_->begin();
}

Link::~Link() {
    impl_->end();
}

void Link::durable(const std::vector<record::Record>& records) {
    boost::asio::post(impl_->io, [impl = impl_.get(), records] { impl->durable(records); });
}

void Link::putAsset(std::string name, std::string type, std::string bytes) {
    boost::asio::post(
        impl_->io, [impl = impl_.get(),
                    asset = protocol::Asset{std::move(name), std::move(type), std::move(bytes)}]() mutable {
            impl->putAsset(std::move(asset));
        });
}

void Link::askBuyers(std::vector<OrderNumber> orders) {
    boost::asio::post(impl_->io, [impl = impl_.get(), ask = protocol::BuyersAsk{std::move(orders)}] {
        if (impl->welcome)
            impl->connection->send(protocol::encodeFrames(ask));
    });
}

void Link::askTally() {
    boost::asio::post(impl_->io, [impl = impl_.get()] {
        if (impl->welcome)
            impl->connection->send(protocol::encodeFrames(protocol::TallyAsk{}));
    });
}

void Link::tellShopOrders(protocol::ShopOrders orders) {
    boost::asio::post(impl_->io, [impl = impl_.get(), orders = std::move(orders)] {
        if (impl->welcome)
            impl->connection->send(protocol::encodeFrames(orders));
    });
}

void Link::video(VideoPiece piece) {
    impl_->videoSender.push(std::move(piece));
}

void Link::letPhonesIn(bool on) {
    boost::asio::post(impl_->io, [impl = impl_.get(), on] { impl->letPhonesIn(on); });
}

void Link::setOutside(protocol::Outside outside) {
    boost::asio::post(impl_->io, [impl = impl_.get(), outside = std::move(outside)]() mutable {
        impl->setOutside(std::move(outside));
    });
}

void Link::testMail(std::string to) {
    boost::asio::post(impl_->io, [impl = impl_.get(), test = protocol::MailTest{std::move(to)}] {
        if (impl->welcome)
            impl->connection->send(protocol::encodeFrames(test));
        else if (impl->listener.onMailTested)
            impl->listener.onMailTested({ErrorCode::LinkDown, {}});
    });
}

void Link::putWords(std::string key, std::string text) {
    boost::asio::post(impl_->io, [impl = impl_.get(),
                                  words = protocol::ShopWords{std::move(key), std::move(text)}]() mutable {
        impl->putWords(std::move(words));
    });
}

void Link::askExport(OrderNumber order) {
    boost::asio::post(impl_->io, [impl = impl_.get(), ask = protocol::ExportAsk{std::move(order)}] {
        if (impl->welcome)
            impl->connection->send(protocol::encodeFrames(ask));
    });
}

void Link::closeShow() {
    impl_->afterAppended([](Impl& impl) { impl.wish(protocol::Close{}); });
}

void Link::quitServer() {
    impl_->afterAppended([](Impl& impl) { impl.wish(protocol::Quit{}); });
}

std::uint64_t Link::videoDropped() const {
    return impl_->videoSender.dropped();
}

} // namespace vitrina::link
