// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/RtmpServer.hpp"

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <fstream>

namespace vitrina::test {
namespace {

bool listens(int port) {
    const int probe = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(std::uint16_t(port));
    const bool connected = connect(probe, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) == 0;
    close(probe);
    return connected;
}

} // namespace

RtmpServer::RtmpServer(const std::string& folder, int port) : port_(port != 0 ? port : freePort()) {
    const std::string configuration = folder + "/nginx.conf";
    std::ofstream(configuration) << "load_module /usr/lib/nginx/modules/ngx_rtmp_module.so;\n"
                                 << "daemon off;\nmaster_process off;\nworker_processes 1;\n"
                                 << "pid " << folder << "/nginx.pid;\n"
                                 << "error_log " << folder << "/error.log info;\n"
                                 << "events { worker_connections 64; }\n"
                                 << "rtmp { server { listen 127.0.0.1:" << port_ << ";\n"
                                 << "  application live { live on; wait_key on; wait_video on; }\n"
                                 << "  application closed { live on; deny publish all; }\n} }\n";
    server_ = ChildProcess({"/usr/sbin/nginx", "-p", folder, "-c", configuration}, folder + "/nginx.out");
    for (int tries = 0; tries < 500 && server_.running() && !works_; ++tries) {
        works_ = listens(port_);
        if (!works_)
            poll(nullptr, 0, 10);
    }
}

} // namespace vitrina::test
