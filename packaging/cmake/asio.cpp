// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/asio/impl/src.hpp>
#include <boost/beast/src.hpp>
