// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A TCP proxy that can hold everything for a while (a dead radio link: nothing is closed, nothing arrives) and then
// lets it all go at once.

import { connect, createServer } from 'node:net';

export class Proxy {
    constructor(port, host = '127.0.0.1') {
        this.target = { port, host };
        this.pairs = new Set();
        this.held = false;
    }

    async start() {
        this.server = createServer((near) => {
            const far = connect(this.target);
            const pair = { near, far, ends: [near, far] };
            this.pairs.add(pair);
            for (const [from, to] of [[near, far], [far, near]]) {
                from.setNoDelay(true);
                from.on('data', (data) => { if (!to.destroyed) to.write(data); });
                from.on('end', () => to.end());
                from.on('error', () => to.destroy());
                from.on('close', () => { to.destroy(); this.pairs.delete(pair); });
            }
            if (this.held) for (const end of pair.ends) end.pause();
        });
        await new Promise((resolve) => this.server.listen(0, '127.0.0.1', resolve));
        this.url = 'http://127.0.0.1:' + this.server.address().port + '/';
        return this;
    }

    hold() {
        this.held = true;
        for (const { ends } of this.pairs) for (const end of ends) end.pause();
    }

    release() {
        this.held = false;
        for (const { ends } of this.pairs) for (const end of ends) end.resume();
    }

    async stop() {
        for (const { ends } of this.pairs) for (const end of ends) end.destroy();
        await new Promise((resolve) => this.server.close(resolve));
    }
}
