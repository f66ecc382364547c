// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// 0.5 s, 1 s, 2 s … 10 s: how long a page waits before it joins again. A little spread keeps a thousand pages
// that lost the same server from coming back in the same millisecond.

export function backoffMs(attempt, random = Math.random) {
    const base = Math.min(10_000, 500 * 2 ** Math.min(attempt, 10));
    return Math.round(base * (0.9 + 0.2 * random()));
}
