// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The real show server with demo_peer (tests/support) at the studio's end, and a look into the server's own tables.

import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { until } from './browser.mjs';

const program = (process.env.VITRINA_BIN_DIR ?? '') + '/demo_peer';
const art = fileURLToPath(new URL('../../../../resources/demo/art', import.meta.url));
export const noPeer = existsSync(program) ? false : 'no demo_peer in VITRINA_BIN_DIR';

export class Peer {
    /** words: of demo_peer's command line */
    async start(...words) {
        this.process = spawn(program, ['--pictures', art, ...words], { stdio: ['pipe', 'pipe', 'inherit'] });
        this.answers = new Map();
        this.asked = 0;
        let first = '';
        createInterface({ input: this.process.stdout }).on('line', (line) => {
            const [id, error, ...detail] = line.split(' ');
            if (!first) first = line;
            else this.answers.set(id, { error, detail: detail.join(' ') });
        });
        await until(() => first || this.ended, 'the server’s address', 20000);
        const [address, store] = first.split(' ');
        this.store = store;
        this.url = new URL('/', address);
        this.url.hostname = '127.0.0.1';
        return this;
    }

    get ended() { return this.process.exitCode !== null || this.process.signalCode !== null; }

    /** What the studio wishes of the server (link.md); throws when it is refused. */
    async wish(kind, fields) {
        const id = 'wish-' + ++this.asked;
        this.process.stdin.write(JSON.stringify({ t: 'request', id, body: { kind, ...fields }, basedOn: 0, validUntil: 0 }) + '\n');
        const { error, detail } = await until(() => this.answers.get(id), 'an answer to ' + kind);
        if (error !== 'none') throw new Error(kind + ': ' + error + ' ' + detail);
    }

    /** Rows of the store, a list of columns each. */
    rows(query) {
        const told = execFileSync('sqlite3', ['-readonly', '-cmd', '.timeout 3000', this.store, query], { encoding: 'utf8' });
        return told.split('\n').filter(Boolean).map((row) => row.split('|'));
    }

    /** The word of a SKU as the tables have it: of its three columns, by the design's rule. */
    word(sku) {
        const [[allocated, reserved, sold]] = this.rows("SELECT allocated, reserved, sold FROM stock WHERE sku = '" + sku + "'").map((row) => row.map(Number));
        return allocated - reserved - sold > 0 ? 'available' : reserved > 0 ? 'all_in_checkouts' : 'sold_out';
    }

    get orders() { return Number(this.rows('SELECT count(*) FROM orders')[0][0]); }

    async stop() {
        if (this.ended) return;
        this.process.kill('SIGTERM');
        await until(() => this.ended, 'the server’s end', 15000);
    }
}
