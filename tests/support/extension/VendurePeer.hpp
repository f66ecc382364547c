// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/extension/ShopWorld.hpp"

#include <boost/json/object.hpp>

#include <atomic>
#include <functional>
#include <map>
#include <string>
#include <thread>

namespace vitrina::test {

/// Vendure's admin API as far as the connector uses it, on the loopback, over a ShopWorld. It knows the
/// operations by their names, and what Vendure does with an order's states, stock and sessions; the real one
/// is asked in tests/e2e/vendure.
class VendurePeer {
  public:
    explicit VendurePeer(ShopWorld& world, bool cookies = false);
    ~VendurePeer();
    VendurePeer(const VendurePeer&) = delete;
    VendurePeer& operator=(const VendurePeer&) = delete;

    std::string url() const { return "http://127.0.0.1:" + std::to_string(port_); }
    int signIns() const { return signIns_; }
    /// How often an operation of this name has come.
    int count(const std::string& operation) const;
    /// The method that was chosen last: "1" is the post, "2" a courier ("Kurjers").
    std::string shipping() const;
    /// Called in the peer's thread after an operation was done and before it is answered.
    std::function<void(const std::string&)> done;

    static constexpr const char* user = "vitrina";
    static constexpr const char* password = "a secret word";

  private:
    using Object = boost::json::object;
    void serve();
    void talk(int socket);
    bool answer(int socket, const std::string& head, const std::string& body);
    std::string act(const std::string& operation, const Object& variables);
    Object variantOf(const std::string& sku, const ShopWorld::Good& good) const;
    Object products(const Object& variables) const;
    Object variants(const Object& variables) const;
    Object orderOf(const std::string& reference) const;
    Object setLine(const Object& variables, bool add);
    Object move(const Object& variables);
    Object changed(const std::string& reference) const;

    struct Draft {
        std::string state = "Draft";
        bool customer = false;
        bool shipping = false;
    };
    ShopWorld& world_;
    bool cookies_;
    int listener_ = -1;
    int port_ = 0;
    std::atomic<bool> stopping_ = false;
    std::atomic<int> signIns_ = 0;
    std::string session_;
    std::string shipping_;
    std::map<std::string, Draft>
        drafts_; ///< by reference, which is their id as well; under the world's mutex
    std::map<std::string, int> counts_;
    std::thread thread_;
};

} // namespace vitrina::test
