// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reads the clock burnt into the camera's picture (app/engine/obs/camera/clock.md) from what Chromium shows.

import { readFileSync } from 'node:fs';

const clockMark = readFileSync(new URL('../../support/clockMark.mjs', import.meta.url), 'utf8').replace(/^export /gm, '');

/** Where the camera's picture lies in the program, in parts of it. */
export const wholePicture = { x: 0, y: 0, width: 1, height: 1 };

/**
 * Begins to read in each shown frame of the page's first video. In by the debugger, not by the page: its policy would
 * rightly refuse a script of ours. Only the two rows of the clock are drawn to the canvas, which costs ≈ 1 ms.
 */
export async function install(page, picture = wholePicture) {
    await page.evaluate('(() => {' + clockMark + ';(' + begin.toString() + ')(readClockMark, ' + JSON.stringify(picture) + ');})()');
}

function begin(read, picture) {
    const width = 480, height = 270;
    const video = document.querySelector('video');
    const canvas = new OffscreenCanvas(width, Math.ceil(height * 0.16));
    const context = canvas.getContext('2d', { willReadFrequently: true });
    const frames = [];
    window.glassFrames = frames;
    const top = -(picture.y + 0.18 * picture.height) * height;
    const where = { x: picture.x * width, y: top + picture.y * height, width: picture.width * width, height: picture.height * height };
    const shown = (now, metadata) => {
        const wall = performance.timeOrigin + performance.now();
        context.drawImage(video, 0, top, width, height);
        const burnt = read(context.getImageData(0, 0, canvas.width, canvas.height), where, wall);
        frames.push({ wall, burnt, untilShownMs: metadata.expectedDisplayTime - performance.now(), media: metadata.mediaTime });
        video.requestVideoFrameCallback(shown);
    };
    video.requestVideoFrameCallback(shown);
}

export const take = (page) => page.evaluate(() => window.glassFrames.splice(0));

export function quantile(values, part) {
    const sorted = [...values].sort((a, b) => a - b);
    return sorted.length === 0 ? NaN : sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))];
}

/** Figures of the frames of a while. A still picture of more than 150 ms counts as a stop. */
export function figures(frames) {
    const read = frames.filter((frame) => frame.burnt !== null);
    const delays = read.map((frame) => frame.wall - frame.burnt);
    const gaps = frames.slice(1).map((frame, i) => frame.wall - frames[i].wall);
    return {
        frames: frames.length, unread: frames.length - read.length, p50: quantile(delays, 0.5), p95: quantile(delays, 0.95), max: Math.max(...delays),
        stops: gaps.filter((gap) => gap > 150).length, longestStill: Math.max(0, ...gaps),
        untilShown: quantile(frames.map((frame) => frame.untilShownMs), 0.5),
    };
}
