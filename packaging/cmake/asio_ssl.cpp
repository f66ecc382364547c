// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Apart from asio.cpp: who has no TLS of asio's need not link OpenSSL.
#include <boost/asio/ssl/impl/src.hpp>
