// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Everything on the page that counts down: written four times a second, spoken at one minute and at the end.

import { clockText, Milestones } from '../core/countdown.js';
import { setText } from './dom.js';

const spoken = {
    flash: { minute: 'flash_minute', end: 'flash_ended' },
    reserved: { minute: 'reserved_minute', end: 'reserved_ended' },
};

export class Timers {
    /** now(): the server's clock. say(key): speaks. ended(id): once, when one is over. */
    constructor({ now, say, ended }) {
        Object.assign(this, { now, say, ended });
        this.milestones = new Milestones();
    }

    tick() {
        const told = new Set();
        for (const element of document.querySelectorAll('[data-until]')) {
            const until = Number(element.dataset.until);
            const left = until - this.now();
            if (element.dataset.whole) {
                element.style.setProperty('--part', String(Math.max(0, Math.min(1, left / Number(element.dataset.whole)))));
                continue; // a bar beside a figure
            }
            setText(element, clockText(left));
            const id = element.dataset.timer + '@' + until;
            if (told.has(id)) continue; // the same end stands on the card and in the panel
            told.add(id);
            const reached = this.milestones.reached(id, left);
            if (reached) this.say(spoken[element.dataset.says][reached]);
            if (reached === 'end') this.ended(element.dataset.timer);
        }
    }
}
