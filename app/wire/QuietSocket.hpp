// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

using BIO = struct bio_st;

namespace vitrina::wire {

/// A socket for OpenSSL, not owned, on which a peer that has gone raises no SIGPIPE: that would end a process
/// which has not said that it wants none, as the studio.
BIO* quietSocket(int socket);

} // namespace vitrina::wire
