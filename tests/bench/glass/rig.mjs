// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the bench runs: a studio with one camera on a display of its own, and nginx-rtmp with HLS as the peer.

import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
export const source = process.env.VITRINA_SOURCE_DIR ?? fileURLToPath(new URL('../../../', import.meta.url)).replace(/\/$/, '');
export const binaries = process.env.VITRINA_BIN_DIR ?? join(source, 'build/release/bin');
export const e2e = createRequire(new URL('../../e2e/package.json', import.meta.url));

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

export async function freePort() {
    const server = createServer();
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address();
    await new Promise((resolve) => server.close(resolve));
    return port;
}

export async function until(condition, what, withinMs) {
    const end = Date.now() + withinMs;
    while (!(await condition())) {
        if (Date.now() > end) throw new Error('not within ' + withinMs / 1000 + ' s: ' + what);
        await pause(50);
    }
}
export const answers = (url) => fetch(url).then((answer) => answer.ok, () => false);

/** A process that is ended by its id, and whose last words are kept. */
export class Child {
    constructor(folder, name, command, words, options = {}) {
        this.log = join(folder, name + '.log');
        const out = openSync(this.log, 'w');
        this.process = spawn(command, words, { stdio: ['ignore', out, out], detached: true, ...options });
        this.process.on('error', (error) => { this.failed = error; });
    }

    get running() { return !this.failed && this.process.exitCode === null && this.process.signalCode === null; }

    tail(lines = 12) {
        return readFileSync(this.log, 'utf8').split('\n').slice(-lines).join('\n');
    }

    async stop(withinMs = 15000) {
        if (!this.running) return;
        this.process.kill('SIGTERM');
        await until(() => !this.running, 'the end of ' + this.log, withinMs).catch(() => {});
        try {
            process.kill(-this.process.pid, 'SIGKILL'); // what it has left of its own group
        } catch {
            // all gone
        }
    }
}

export function folder() {
    const path = mkdtempSync(join(tmpdir(), 'vitrina-glass-'));
    return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** nginx: RTMP in, HLS of 1 s segments out, and a bare page with hls.js. */
export async function startPeer(where) {
    const rtmp = await freePort(), http = await freePort();
    const root = join(where, 'peer');
    mkdirSync(join(root, 'hls'), { recursive: true });
    cpSync(e2e.resolve('hls.js/dist/hls.min.js'), join(root, 'hls.js'));
    writeFileSync(join(root, 'index.html'), '<!doctype html><meta charset=utf-8><title>peer</title><video muted autoplay playsinline width=960 height=540></video>' +
        '<script src=/hls.js></script><script>const hls = new Hls({ liveSyncDurationCount: 3 }); hls.loadSource("/hls/show.m3u8");' +
        'hls.attachMedia(document.querySelector("video")); hls.on(Hls.Events.MANIFEST_PARSED, () => document.querySelector("video").play());</script>');
    writeFileSync(join(where, 'nginx.conf'), [
        'load_module /usr/lib/nginx/modules/ngx_rtmp_module.so;', 'daemon off; worker_processes 1; pid ' + where + '/nginx.pid; error_log ' + where + '/nginx-error.log;',
        process.getuid() === 0 ? 'user root;' : '', 'events {}',
        'rtmp { server { listen 127.0.0.1:' + rtmp + '; chunk_size 4096; application live { live on; hls on; hls_path ' + root + '/hls; hls_fragment 1s; hls_playlist_length 12s; } } }',
        'http { access_log off; client_body_temp_path ' + where + '/t1; proxy_temp_path ' + where + '/t2; fastcgi_temp_path ' + where + '/t3; uwsgi_temp_path ' + where + '/t4;',
        'scgi_temp_path ' + where + '/t5; types { text/html html; text/javascript js; application/vnd.apple.mpegurl m3u8; video/mp2t ts; }',
        'server { listen 127.0.0.1:' + http + '; root ' + root + '; add_header Cache-Control no-cache; } }'].join('\n'));
    const child = new Child(where, 'nginx', '/usr/sbin/nginx', ['-c', join(where, 'nginx.conf'), '-e', join(where, 'nginx-error.log')]);
    const url = 'http://127.0.0.1:' + http + '/';
    await until(() => answers(url) || !child.running, 'nginx', 5000);
    return { child, url, publish: 'rtmp://127.0.0.1:' + rtmp + '/live/show', playlist: url + 'hls/show.m3u8' };
}

/** camera: an address as --camera takes it (test:, rtmp:PORT/KEY). */
export async function startStudio(where, camera, publish) {
    const port = await freePort();
    const words = [join(source, 'packaging/with-display'), '--private', join(binaries, 'vitrina'), '--show', join(source, 'resources/demo/show.json'),
        '--setup', join(here, 'setup.json'), '--script', join(here, 'script.json'), '--data', join(where, 'data'), '--port', String(port),
        '--camera', 'Host=' + camera, '--go-live', '--unfinished', 'new', ...(publish ? ['--rtmp', publish] : [])];
    const child = new Child(where, 'studio', 'bash', words);
    const url = 'http://127.0.0.1:' + port + '/';
    try {
        await until(async () => !child.running || await answers(url + 'healthz'), 'the studio’s server', 30000);
        await until(async () => !child.running || (await fetch(url + 'api/show').then((answer) => answer.json(), () => ({}))).state === 'live', 'the show going live', 30000);
        if (!child.running) throw new Error('the studio ended');
    } catch (error) {
        await child.stop();
        throw new Error(error.message + '\n' + child.tail(30));
    }
    return { child, url };
}

/** A network camera with the same clock: tests/bench/clocksender. */
export function startSender(where, address) {
    return new Child(where, 'sender', join(binaries, 'clocksender'), ['--url', address, '--size', '1280x720']);
}
