// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The picture and what is said over it: state, viewers, label, sound.

import { icon } from './icons.js';
import { byId, setText } from './dom.js';

const offLine = new Set(['lost', 'offline']);

export class StageView {
    constructor({ page, video }) {
        this.page = page;
        this.video = video;
        this.element = byId('video');
        this.waiting = false;
        this.blocked = false;
        byId('unmute').addEventListener('click', (event) => { event.stopPropagation(); this.#sound(true); });
        byId('stage').addEventListener('click', (event) => {
            if (event.target.closest('button')) return;
            if (this.blocked) video.play();
            else if (this.element.muted) this.#sound(true);
        });
        byId('mute').addEventListener('click', () => this.#sound(this.element.muted));
        byId('pause').addEventListener('click', () => {
            if (video.heldByViewer) video.resume();
            else video.pause();
            this.draw();
        });
        const full = byId('full');
        full.hidden = !document.fullscreenEnabled;
        full.addEventListener('click', () => {
            if (document.fullscreenElement) document.exitFullscreen();
            else byId('stage').requestFullscreen().catch(() => { full.hidden = true; });
        });
        this.element.addEventListener('resize', () => this.#canvas());
        this.element.addEventListener('volumechange', () => this.draw());
        this.#canvas(); // the picture may have begun before
    }

    /** The picture has stood still for 1.5 s (or goes on). */
    waits(standing) {
        if (this.waiting === standing) return;
        this.waiting = standing;
        this.draw();
    }

    playBlocked(blocked) {
        if (this.blocked === blocked) return;
        this.blocked = blocked;
        this.draw();
    }

    #sound(on) {
        this.element.muted = !on;
        this.video.play();
        const pressed = document.activeElement === byId('unmute');
        this.draw();
        if (pressed) byId('mute').focus({ preventScroll: true }); // the pressed button has gone
    }

    #canvas() {
        const { videoWidth, videoHeight } = this.element;
        if (videoWidth && videoHeight) document.body.dataset.canvas = videoHeight > videoWidth ? 'tall' : 'wide';
    }

    draw() {
        const { state, words, link } = this.page;
        const lineLost = offLine.has(link) || link === 'unsure';
        const pillName = link === 'offline' ? 'offline' : lineLost ? 'lost' : state.phase;
        document.body.dataset.phase = state.phase;
        document.body.dataset.link = link;
        const pill = byId('pill');
        setText(pill, words('pill_' + pillName));
        pill.classList.toggle('on', pillName === 'live');
        pill.hidden = !state.joined;
        const viewers = byId('viewers');
        viewers.hidden = lineLost || !state.joined || state.viewers === null || state.phase === 'ended';
        if (state.viewers !== null) setText(byId('viewersCount'), this.page.figures.count(state.viewers));
        this.#drawLabel();
        this.#drawSlate();
        this.#drawBanner(lineLost);
        this.#drawControls();
    }

    #drawLabel() {
        const { state, words } = this.page;
        const parts = [state.show?.disclosure, state.pin?.disclosure ? words('paid') : ''].filter(Boolean);
        byId('label').hidden = parts.length === 0;
        setText(byId('label'), parts.join(' · '));
    }

    #drawSlate() {
        const { state, words } = this.page;
        const name = state.phase !== 'live' ? state.phase : this.page.videoPossible ? null : 'no_video';
        const slate = byId('slate');
        slate.hidden = name === null || !state.joined;
        if (slate.hidden) return;
        setText(byId('slateTitle'), words('slate_' + name));
        setText(byId('slateText'), words('slate_' + name + '_more'));
    }

    #drawBanner(lineLost) {
        const { state, words, link } = this.page;
        const banner = byId('banner');
        const standing = this.waiting && state.phase === 'live' && !this.video.heldByViewer;
        const name = link === 'offline' ? 'offline' : lineLost ? 'reconnecting' : !state.joined ? 'loading' : standing ? 'video_waits' : '';
        document.body.dataset.dim = lineLost ? 'yes' : 'no';
        if (banner.dataset.says === name + words('offline')) return;
        banner.dataset.says = name + words('offline');
        banner.replaceChildren();
        banner.hidden = !name;
        if (!name) return;
        const sign = document.createElement('span');
        if (name === 'offline') sign.append(icon('wifioff'));
        else sign.className = 'spin';
        const text = document.createElement('span');
        text.textContent = words(name);
        banner.append(sign, text);
        if (name === 'offline') {
            const button = document.createElement('button');
            button.type = 'button';
            button.textContent = words('try_again');
            button.addEventListener('click', () => this.page.retryNow());
            banner.append(button);
        }
    }

    #drawControls() {
        const { state, words } = this.page;
        const plays = this.page.videoPossible && state.phase === 'live' && state.joined;
        byId('stage').querySelector('.controls').hidden = !plays;
        const unmute = byId('unmute');
        unmute.hidden = !plays || (!this.element.muted && !this.blocked);
        byId('mute').hidden = !unmute.hidden; // one button for sound at a time
        setText(unmute.lastElementChild, words(this.blocked ? 'tap_to_play' : 'tap_for_sound'));
        this.#button(byId('mute'), this.element.muted ? 'muted' : 'sound', words(this.element.muted ? 'unmute' : 'mute'));
        this.#button(byId('pause'), this.video?.heldByViewer ? 'play' : 'pause', words(this.video?.heldByViewer ? 'play' : 'pause'));
    }

    #button(button, iconName, name) {
        if (button.dataset.icon !== iconName) {
            button.replaceChildren(icon(iconName));
            button.dataset.icon = iconName;
        }
        button.setAttribute('aria-label', name);
    }
}
