// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Counting down to a moment the server named. The figure changes silently; a person is told at one minute and at the end.

const minuteMs = 60_000;
const freshMs = 5000;
/** After an end nothing moves for this long, so that no button slips under a thumb. */
export const stillMs = 3000;

/** "02:47"; "1:02:47" from an hour on. A second is shown until it is over. */
export function clockText(leftMs) {
    const seconds = Math.max(0, Math.ceil(leftMs / 1000));
    const two = (n) => String(n).padStart(2, '0');
    const hours = Math.floor(seconds / 3600);
    const rest = two(Math.floor(seconds / 60) % 60) + ':' + two(seconds % 60);
    return hours > 0 ? hours + ':' + rest : rest;
}

/** Says once for each timer when a minute is left and when it is over. One that is first seen later says no minute. */
export class Milestones {
    constructor() {
        this.left = new Map();
    }

    /** 'minute', 'end' or '' */
    reached(id, leftMs) {
        const before = this.left.get(id) ?? (leftMs > minuteMs - freshMs ? Infinity : minuteMs);
        this.left.set(id, leftMs);
        if (leftMs <= 0) return before > 0 ? 'end' : '';
        return leftMs <= minuteMs && before > minuteMs ? 'minute' : '';
    }

    over(id) {
        return (this.left.get(id) ?? 1) <= 0;
    }
}
