// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the clock mark (app/engine/obs/camera/clock.md) from RGBA pixels, in a page or in Node.

const columns = 24;
const cells = 48;
const left = 0.02;
const top = 0.2;
const cellWidth = 0.04;
const cellHeight = 0.06;

function checkSum(bytes) {
  let crc = 0xa5;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; ++bit) crc = crc & 0x80 ? ((crc << 1) ^ 0x07) & 0xff : (crc << 1) & 0xff;
  }
  return crc;
}

/**
 * The wall time in ms burnt into the picture, or null. `image` is an ImageData or the like; `picture` the rectangle of the
 * camera's picture in it (default: all of it).
 */
export function readClockMark(image, picture = { x: 0, y: 0, width: image.width, height: image.height }, near = Date.now()) {
  const greys = [];
  for (let cell = 0; cell < cells; ++cell) {
    const x = Math.floor(picture.x + (left + ((cell % columns) + 0.5) * cellWidth) * picture.width);
    const y = Math.floor(picture.y + (top + (Math.floor(cell / columns) + 0.5) * cellHeight) * picture.height);
    const reachX = Math.floor(cellWidth * picture.width * 0.22);
    const reachY = Math.floor(cellHeight * picture.height * 0.22);
    let sum = 0;
    let count = 0;
    for (let py = y - reachY; py <= y + reachY; ++py) {
      for (let px = x - reachX; px <= x + reachX; ++px) {
        if (px < 0 || py < 0 || px >= image.width || py >= image.height) continue;
        const at = (py * image.width + px) * 4;
        sum += (image.data[at] + image.data[at + 1] + image.data[at + 2]) / 3;
        ++count;
      }
    }
    greys.push(count ? sum / count : 0);
  }
  const low = Math.min(...greys);
  const high = Math.max(...greys);
  if (high - low < 60) return null;
  const bits = greys.map((grey) => (grey > (low + high) / 2 ? 1 : 0));
  const bytes = [];
  for (let i = 0; i < cells; i += 8) bytes.push(bits.slice(i, i + 8).reduce((value, bit) => value * 2 + bit, 0));
  if (checkSum(bytes.slice(0, 5)) !== bytes[5]) return null;
  const value = bytes.slice(0, 5).reduce((whole, byte) => whole * 256 + byte, 0);
  const period = 2 ** 40;
  let time = Math.floor(near / period) * period + value;
  if (time - near > period / 2) time -= period;
  else if (near - time > period / 2) time += period;
  return time;
}
