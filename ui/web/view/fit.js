// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Larger letters, by a viewer's own setting, need more room than the design gave: on a phone, where things lie over one
// another, what has grown says how much, and the style makes way (--bar, --peek, --under).

import { byId } from './dom.js';

const barPx = 66, peekPx = 254, gripPx = 24, gapPx = 8, largePx = 60;
const mostOfHeight = 0.55; // the sheet scrolls from there on

export function fitLetters() {
    const phone = matchMedia('(max-width: 599.98px)');
    const bar = document.querySelector('.bar');
    const [air, stage, unmute] = [byId('air'), byId('stage'), byId('unmute')];
    const meta = stage.querySelector('.meta');
    const set = (name, px) => {
        if (px === null) document.documentElement.style.removeProperty(name);
        else document.documentElement.style.setProperty(name, Math.ceil(px) + 'px');
    };
    const measure = () => {
        const barEnd = bar.getBoundingClientRect().bottom + gapPx;
        const peek = gripPx + air.offsetHeight + 2 * gapPx;
        set('--bar', phone.matches && barEnd > barPx ? barEnd : null);
        set('--peek', phone.matches && peek > peekPx ? Math.min(peek, innerHeight * mostOfHeight) : null);
        document.body.dataset.letters = phone.matches && peek > peekPx + largePx ? 'large' : 'usual';
        const crowded = phone.matches && unmute.offsetWidth + meta.offsetWidth > innerWidth - 4 * gapPx;
        set('--under', crowded ? meta.offsetTop + meta.offsetHeight + gapPx : null);
    };
    const watch = new ResizeObserver(measure);
    for (const one of [bar, air, meta, unmute, document.body]) watch.observe(one);
}
