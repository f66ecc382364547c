// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The picture begins by itself: its line is opened while the rest of the page is still on the way. main.js takes it over.

import { LiveVideo } from './video.js';

export const socketUrl = (path) => location.origin.replace(/^http/, 'ws') + path;
export const video = new LiveVideo({ element: document.getElementById('video'), url: socketUrl('/api/video') });
if (LiveVideo.possible()) video.start();
