// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Holds the picture as near to the live edge as the audio output bears. It is told the lag (end of the buffer minus
// the play head) just before each append, so it works in a hidden tab, where timers and frames do not.
// The lowest lag of the last half second is what matters: it is how near the picture came to running dry.

// Chromium's sound stops near 0.1 s, and a stop costs 0.3 s: 45 ms above it are bought gladly. Measured by bench glass.
export const reserveWithSoundSec = 0.145;
const soundStopsAtSec = 0.1;
const nearMissSec = soundStopsAtSec + 0.01;
const highestReserveSec = 0.6;
const windowMs = 500;
const seekOverSec = 0.6;
const betweenSeeksMs = 500;
const graceAfterStartMs = 1500;
const graceAfterSeekMs = 1000;
const betweenRaisesMs = 1000;
// A line that was late once is late again: a reserve taken back soon is paid for with the next stop.
const peaceMs = 20000;
const loweredPerSec = 0.003;

/** The rate for being so many seconds above (+) or below (−) the reserve. */
export function rateFor(overSec) {
    if (overSec >= 0.25) return 1.1;
    if (overSec >= 0.12) return 1.07;
    if (overSec >= 0.04) return 1.04;
    if (overSec >= 0.015) return 1.015;
    if (overSec <= -0.06) return 0.95;
    if (overSec <= -0.015) return 0.98;
    return 1;
}

export class LatencyController {
    constructor(reserveSec = reserveWithSoundSec) {
        this.base = reserveSec;
        this.reserve = reserveSec;
        this.stalls = 0;
        this.samples = [];
        this.startedMs = null;
        this.seekedMs = -Infinity;
        this.troubleMs = -Infinity; // a stop or a near miss
        this.loweredMs = null;
    }

    /** The picture began (or began anew after the whole line was thrown away). */
    started(nowMs) {
        this.startedMs = nowMs;
        this.loweredMs = nowMs;
        this.samples = [];
    }

    /** The play head was moved, by this controller's word or over a gap: what was measured before says nothing now. */
    jumped(nowMs) {
        this.seekedMs = nowMs;
        this.samples = [];
    }

    /** @returns {{rate: number, seekBackSec: number | null}} seekBackSec: jump to the buffer's end minus this */
    beforeAppend(nowMs, lagSec) {
        this.samples.push({ at: nowMs, lag: lagSec });
        while (this.samples[0].at < nowMs - windowMs) this.samples.shift();
        this.#lowerAfterPeace(nowMs);
        this.#raiseAfterNearMiss(nowMs, lagSec);
        // A burst after a held line arrives at once: waiting out the half second would only keep the viewer behind.
        if (lagSec - this.reserve > seekOverSec && nowMs - this.seekedMs >= betweenSeeksMs) return this.#seek(nowMs);
        const lowest = this.samples.reduce((low, sample) => Math.min(low, sample.lag), Infinity);
        return { rate: rateFor(lowest - this.reserve), seekBackSec: null };
    }

    /** The picture stood still for so long and now goes on with so much in the buffer. */
    stalled(nowMs, forMs, lagSec) {
        const counts = this.#settled(nowMs - forMs);
        this.samples = [];
        if (counts) {
            this.stalls += 1;
            this.#raise(nowMs, 0.03);
        }
        // Catching up by rate after a stop takes 4–5 s; a jump is over in one frame.
        if (forMs > 150 && lagSec - this.reserve > 0.2) return this.#seek(nowMs);
        return { rate: 1, seekBackSec: null };
    }

    #seek(nowMs) {
        this.jumped(nowMs);
        return { rate: 1, seekBackSec: this.reserve + 0.1 };
    }

    /** What happens at the start and just after a jump says nothing of the line. */
    #settled(nowMs) {
        return this.startedMs !== null && nowMs - this.startedMs >= graceAfterStartMs &&
            nowMs - this.seekedMs >= graceAfterSeekMs;
    }

    #raise(nowMs, bySec) {
        this.troubleMs = nowMs;
        this.reserve = Math.min(highestReserveSec, this.reserve + bySec);
    }

    /** Nearly dry: what came late today comes later tomorrow. */
    #raiseAfterNearMiss(nowMs, lagSec) {
        if (lagSec >= nearMissSec || !this.#settled(nowMs) || nowMs - this.troubleMs < betweenRaisesMs) return;
        this.#raise(nowMs, nearMissSec - lagSec);
    }

    #lowerAfterPeace(nowMs) {
        const elapsed = nowMs - (this.loweredMs ?? nowMs);
        this.loweredMs = nowMs;
        if (nowMs - this.troubleMs < peaceMs) return;
        this.reserve = Math.max(this.base, this.reserve - loweredPerSec * (elapsed / 1000));
    }
}
