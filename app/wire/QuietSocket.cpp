// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/QuietSocket.hpp"

#include <cerrno>

#include <openssl/bio.h>
#include <sys/socket.h>
#include <sys/types.h>

namespace vitrina::wire {

namespace {

int sendQuietly(BIO* bio, const char* from, int count) {
    int socket = -1;
    BIO_get_fd(bio, &socket);
    BIO_clear_retry_flags(bio);
    const ssize_t sent = ::send(socket, from, static_cast<std::size_t>(count), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent < 0 && (errno == EAGAIN || errno == EINTR))
        BIO_set_retry_write(bio);
    return static_cast<int>(sent);
}

const BIO_METHOD* socketMethod() {
    static const BIO_METHOD* const method = [] {
        const BIO_METHOD* plain = BIO_s_socket();
        BIO_METHOD* made =
            BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK | BIO_TYPE_DESCRIPTOR, "quiet socket");
        BIO_meth_set_write(made, &sendQuietly);
        BIO_meth_set_read(made, BIO_meth_get_read(plain));
        BIO_meth_set_ctrl(made, BIO_meth_get_ctrl(plain));
        BIO_meth_set_create(made, BIO_meth_get_create(plain));
        BIO_meth_set_destroy(made, BIO_meth_get_destroy(plain));
        return made;
    }();
    return method;
}

} // namespace

BIO* quietSocket(int socket) {
    BIO* bio = BIO_new(socketMethod());
    BIO_set_fd(bio, socket, BIO_NOCLOSE);
    return bio;
}

} // namespace vitrina::wire
