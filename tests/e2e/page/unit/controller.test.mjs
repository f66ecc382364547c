// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LatencyController, rateFor, reserveWithSoundSec } from '../../../../ui/web/core/controller.js';

/** A picture played at the controller's word: fragments of 1/30 s with the given delays (ms); returns what happened. */
function play(controller, seconds, delayMs, startLag = 0.2) {
    let end = 10, head = end - startLag, rate = 1, now = 0, stallMs = 0, standing = null, seeks = 0, last = 0;
    const lags = [];
    const arrivals = [];
    for (let i = 0; i < seconds * 30; i++) arrivals.push({ at: i * 1000 / 30 + delayMs(i), end: 10 + (i + 1) / 30 });
    arrivals.sort((a, b) => a.at - b.at);
    controller.started(0);
    for (const arrival of arrivals) {
        const elapsed = Math.max(0, arrival.at - now);
        now = Math.max(now, arrival.at);
        const wanted = head + rate * elapsed / 1000;
        if (standing === null && wanted >= end - 0.02) {
            standing = now - Math.max(0, (wanted - (end - 0.02)) * 1000 / rate);
            head = end - 0.02;
        } else if (standing === null) {
            head = wanted;
        }
        const decision = controller.beforeAppend(now, end - head);
        rate = decision.rate;
        if (decision.seekBackSec !== null) {
            head = end - decision.seekBackSec;
            seeks++;
        }
        last = end = Math.max(last, arrival.end);
        if (standing !== null && end - head > 0.1) {
            stallMs += now - standing;
            const after = controller.stalled(now, now - standing, end - head);
            if (after.seekBackSec !== null) {
                head = end - after.seekBackSec;
                seeks++;
            }
            standing = null;
        }
        lags.push(end - head);
    }
    return { lags, stallMs, seeks, endLag: lags[lags.length - 1] };
}

test('the rate grows with the distance from the reserve and rests within 15 ms of it', () => {
    assert.equal(rateFor(0), 1);
    assert.equal(rateFor(0.0149), 1);
    assert.equal(rateFor(-0.0149), 1);
    assert.deepEqual([0.015, 0.04, 0.12, 0.25, 3].map(rateFor), [1.015, 1.04, 1.07, 1.1, 1.1]);
    assert.deepEqual([-0.015, -0.06, -1].map(rateFor), [0.98, 0.95, 0.95]);
});

test('an even stream settles at the reserve from above and from below', () => {
    for (const startLag of [0.5, 0.05]) {
        const result = play(new LatencyController(), 30, () => 0, startLag);
        const before = result.endLag - 1 / 30;
        assert.ok(Math.abs(before - reserveWithSoundSec) < 0.02, 'lag before the append ' + before);
        assert.equal(result.seeks, 0);
    }
});

test('jitter is answered by the low-water mark, not by the mean', () => {
    const result = play(new LatencyController(), 30, (i) => (i % 10 === 0 ? 60 : 0));
    assert.equal(result.stallMs, 0);
    assert.ok(result.endLag > 0.15 && result.endLag < 0.3, 'lag ' + result.endLag);
});

test('three seconds held and then sent at once: one jump, back at the edge within half a second', () => {
    const controller = new LatencyController();
    const held = (i) => (i >= 300 && i < 390 ? (390 - i) * 1000 / 30 : 0);
    const result = play(controller, 20, held);
    assert.ok(result.seeks >= 1 && result.seeks <= 2, 'seeks ' + result.seeks);
    assert.ok(result.lags[390 + 15] < 0.4, 'lag half a second later ' + result.lags[405]);
    assert.equal(controller.stalls, 1);
});

const near = (value, wanted) => assert.ok(Math.abs(value - wanted) < 1e-6, value + ' is not ' + wanted);

test('each stop raises the reserve by 30 ms, peace lowers it by 3 ms a second after twenty', () => {
    const controller = new LatencyController();
    controller.started(0);
    controller.beforeAppend(3000, 0.15);
    controller.stalled(3300, 300, 0.15);
    assert.equal(controller.stalls, 1);
    near(controller.reserve, reserveWithSoundSec + 0.03);
    for (let now = 3300; now < 23300; now += 100) controller.beforeAppend(now, 0.18);
    near(controller.reserve, reserveWithSoundSec + 0.03);
    for (let now = 23300; now <= 40000; now += 100) controller.beforeAppend(now, 0.18);
    near(controller.reserve, reserveWithSoundSec);
});

test('nearly dry is enough to raise the reserve, by what was missing and once for each late fragment', () => {
    const controller = new LatencyController();
    controller.started(0);
    controller.beforeAppend(3000, 0.111);
    near(controller.reserve, reserveWithSoundSec);
    controller.beforeAppend(3033, 0.09);
    near(controller.reserve, reserveWithSoundSec + 0.02);
    controller.beforeAppend(3066, 0.092);
    near(controller.reserve, reserveWithSoundSec + 0.02);
    controller.beforeAppend(4100, 0.1);
    near(controller.reserve, reserveWithSoundSec + 0.03);
    assert.equal(controller.stalls, 0);
});

test('at the start and just after a jump nothing is near', () => {
    const controller = new LatencyController();
    controller.started(0);
    controller.beforeAppend(1000, 0.02);
    controller.jumped(5000);
    controller.beforeAppend(5500, 0.02);
    assert.equal(controller.reserve, reserveWithSoundSec);
});

test('stops at the start and just after a jump are no reason for a larger reserve', () => {
    const controller = new LatencyController();
    controller.started(0);
    controller.stalled(900, 300, 0.1);
    assert.equal(controller.stalls, 0);
    controller.beforeAppend(5000, 2);
    controller.stalled(5600, 100, 0.1);
    assert.equal(controller.stalls, 0);
    assert.equal(controller.reserve, reserveWithSoundSec);
});

test('a long stop with much in the buffer jumps at once, a short one does not', () => {
    const controller = new LatencyController();
    controller.started(0);
    assert.equal(controller.stalled(5000, 100, 1).seekBackSec, null);
    const decision = controller.stalled(9000, 300, 1);
    assert.ok(decision.seekBackSec > controller.base);
});

test('jumps are half a second apart at least, whatever the lag', () => {
    const controller = new LatencyController();
    controller.started(0);
    const jumps = [];
    for (let now = 2000; now < 4000; now += 33) if (controller.beforeAppend(now, 3).seekBackSec !== null) jumps.push(now);
    for (let i = 1; i < jumps.length; i++) assert.ok(jumps[i] - jumps[i - 1] >= 500);
    assert.ok(jumps.length >= 3);
});
