// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { mock, test } from 'node:test';

const listeners = new Map();
globalThis.addEventListener = (name, listener) => listeners.set(name, listener);
globalThis.navigator ??= { onLine: true };
const { LiveLine } = await import('../../../../ui/web/live.js');

class Socket {
    static made = [];
    constructor() { Socket.made.push(this); this.sent = []; }
    send(text) { this.sent.push(text); }
    close() { this.closed = true; }
    hear(message) { this.onmessage({ data: JSON.stringify(message) }); }
}
/** A line with a clock of its own; alive: what the server's door says. */
function line({ token = async () => 'token', alive = async () => true, video = false } = {}) {
    Socket.made = [];
    const heard = [], states = [];
    const one = new LiveLine({ api: { token, alive, forgetToken() {} }, url: 'ws://here/', sockets: () => new Socket(), expectsVideo: () => video,
        message: (message) => heard.push(message.t), link: (state) => states.push(state) });
    return { one, heard, states };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));
async function pass(ms) {
    for (let i = 0; i < ms; i += 250) {
        mock.timers.tick(250);
        await settled();
    }
}
/** performance.now() goes with the mocked timers. */
function withClock(body) {
    return async () => {
        mock.timers.enable({ apis: ['setTimeout', 'setInterval', 'Date'] });
        const now = mock.method(performance, 'now', () => Date.now());
        try {
            await body();
        } finally {
            now.mock.restore();
            mock.timers.reset();
        }
    };
}

test('coming online while the session is still being opened makes one socket, not two', withClock(async () => {
    let give;
    const { one, heard } = line({ token: () => new Promise((resolve) => { give = resolve; }) });
    one.start();
    const first = give;
    listeners.get('online')();
    first('token');
    give('token');
    await settled();
    assert.equal(Socket.made.length, 1);
    Socket.made[0].onopen();
    Socket.made[0].hear({ t: 'hello' });
    assert.deepEqual(heard, ['hello']);
    one.stop();
}));

test('a line that broke without a word is left, though the server’s door answers', withClock(async () => {
    const { one, states } = line({ video: true });
    one.start();
    await settled();
    Socket.made[0].onopen();
    Socket.made[0].hear({ t: 'hello' });
    for (let i = 0; i < 5; i++) {
        await pass(5000);
        Socket.made[0].hear({ t: 'here' });
    }
    assert.equal(Socket.made.length, 1, 'a word each five seconds is a line that stands');
    // Only this socket is dead: fragments still come, the door still answers.
    for (let i = 0; i < 60 && Socket.made.length === 1; i++) {
        one.fragmentCame();
        await pass(250);
    }
    assert.ok(Socket.made[0].closed);
    await pass(1000);
    assert.equal(Socket.made.length, 2);
    assert.equal(states.at(-1), 'lost');
    Socket.made[1].onopen();
    Socket.made[1].hear({ t: 'hello' });
    assert.equal(states.at(-1), 'on');
    one.stop();
}));
