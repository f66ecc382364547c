// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Icons of the design, 24 × 24, drawn with lines in the text's colour. They never speak: the word beside them does.

const shapes = {
    eye: [['path', { d: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z' }], ['circle', { cx: '12', cy: '12', r: '3' }]],
    bag: [['path', { d: 'M5 8h14l1 12.5H4z' }], ['path', { d: 'M8.5 10V7a3.5 3.5 0 0 1 7 0v3' }]],
    share: [['path', { d: 'M12 15V3.5M8 7l4-3.8L16 7' }], ['path', { d: 'M5 12v8h14v-8' }]],
    send: [['path', { d: 'M4 12l16-8-5 16-3.5-6.5z' }], ['path', { d: 'M11.5 13.5L20 4' }]],
    sound: [['path', { d: 'M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11' }]],
    muted: [['path', { d: 'M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM16 9.5l5 5M21 9.5l-5 5' }]],
    check: [['path', { d: 'M5 12.5l4.5 4.5L19 7.5' }]],
    low: [['rect', { x: '3', y: '7.5', width: '16', height: '9', rx: '2.5' }], ['path', { d: 'M21.5 10.5v3' }], ['path', { d: 'M6.3 10.6v2.8', 'stroke-width': '3' }]],
    no: [['circle', { cx: '12', cy: '12', r: '8.5' }], ['path', { d: 'M6 6l12 12' }]],
    refresh: [['path', { d: 'M19.5 12a7.5 7.5 0 1 1-2.3-5.4M19.5 3.5v4h-4' }]],
    pause: [['path', { d: 'M8 5v14M16 5v14', 'stroke-width': '3' }]],
    play: [['path', { d: 'M7 4.5v15l12.5-7.5z' }]],
    full: [['path', { d: 'M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5' }]],
    left: [['path', { d: 'M14.5 6l-6 6 6 6' }]],
    down: [['path', { d: 'M6 9.5l6 6 6-6' }]],
    up: [['path', { d: 'M6 14.5l6-6 6 6' }]],
    x: [['path', { d: 'M6 6l12 12M18 6L6 18' }]],
    plus: [['path', { d: 'M12 5v14M5 12h14' }]],
    minus: [['path', { d: 'M5 12h14' }]],
    wifioff: [['path', { d: 'M3 9.5a13 13 0 0 1 4.4-2.9M11 5.9a13 13 0 0 1 10 3.6M6.3 13a8.4 8.4 0 0 1 3-2M14 11a8.4 8.4 0 0 1 3.7 2M9.6 16.4a3.8 3.8 0 0 1 4.8 0M12 19.6v.1M4 3l16 17' }]],
    clock: [['circle', { cx: '12', cy: '12', r: '8.5' }], ['path', { d: 'M12 7v5.3l3.4 2' }]],
    alert: [['path', { d: 'M12 4l9 16H3z' }], ['path', { d: 'M12 10v4.5M12 17v.2' }]],
    truck: [['path', { d: 'M2.5 6.5h11v10h-11zM13.5 10h4.2l3.3 3.4v3.1h-7.5z' }], ['circle', { cx: '7', cy: '17.5', r: '2' }], ['circle', { cx: '17', cy: '17.5', r: '2' }]],
    store: [['path', { d: 'M4 10v10h16V10M3 9.5L5 4h14l2 5.5M3 9.5a3 3 0 0 0 6 0 3 3 0 0 0 6 0 3 3 0 0 0 6 0M9.5 20v-6h5v6' }]],
    box: [['path', { d: 'M3.5 8L12 3.5 20.5 8v8.5L12 21l-8.5-4.5zM3.5 8l8.5 4.5L20.5 8M12 12.5V21' }]],
    file: [['path', { d: 'M6 3h8l4.5 4.5V21H6zM14 3v5h4.5M9 13h6M9 16.5h6' }]],
    lock: [['rect', { x: '5', y: '10.5', width: '14', height: '10', rx: '2' }], ['path', { d: 'M8 10.5V8a4 4 0 0 1 8 0v2.5' }]],
    right: [['path', { d: 'M9.5 6l6 6-6 6' }]],
    undo: [['path', { d: 'M8 3.5L3.5 8 8 12.5M4 8h10a6 6 0 0 1 0 12h-3' }]],
    ask: [['path', { d: 'M4 5h16v11.5H11L6.5 20v-3.5H4z' }], ['path', { d: 'M9.8 9a2.2 2.2 0 1 1 3 2c-.6.3-.8.6-.8 1.2M12 14v.1' }]],
    out: [['path', { d: 'M13 4h7v7M20 4l-9.5 9.5M17 14.500V20H4V7h5.500' }]],
    user: [['circle', { cx: '12', cy: '8.500', r: '4' }], ['path', { d: 'M4.500 20.500c.8-4 3.800-6 7.500-6s6.700 2 7.500 6' }]],
};

const svg = 'http://www.w3.org/2000/svg';

export function icon(name) {
    const element = document.createElementNS(svg, 'svg');
    const lines = { class: 'ic', viewBox: '0 0 24 24', 'aria-hidden': 'true', fill: 'none', stroke: 'currentColor',
        'stroke-width': '1.9', 'stroke-linecap': 'round', 'stroke-linejoin': 'round' };
    for (const [key, value] of Object.entries(lines)) element.setAttribute(key, value);
    for (const [kind, attributes] of shapes[name]) {
        const shape = document.createElementNS(svg, kind);
        for (const [key, value] of Object.entries(attributes)) shape.setAttribute(key, value);
        element.append(shape);
    }
    return element;
}
