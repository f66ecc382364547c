# SPDX-FileCopyrightText: 2026 The Vitrina authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""OBS Studio as a peer: a set-up written for it with the same canvas, encoder, cameras, scenes and card as the studio's,
driven through its own WebSocket."""
import json
import os
import pathlib
import signal
import subprocess
import time

from processes import end
from rtmp_sink import free_port
from websocket import WebSocket

CANVAS = (960, 540)
CAMERA = (640, 360)
VIDEO_KBPS, AUDIO_KBPS = 1500, 128  # EngineConfig
ENCODER = {"rate_control": "CBR", "bitrate": VIDEO_KBPS, "keyint_sec": 1, "preset": "superfast", "tune": "zerolatency",
           "profile": "main", "bf": 0}  # engine/obs/Encoders.cpp
CARD = (0.04, 0.66)


def version():
    answer = subprocess.run(["dpkg-query", "-W", "-f", "${Version}", "obs-studio"], capture_output=True, text=True, check=True)
    return "OBS Studio " + answer.stdout.split("+")[0]


def camera_name(name):
    """A scene is a source too, and names are one space."""
    return name + " camera"


def item(number, source, area):
    return {"name": camera_name(source), "id": number, "visible": True, "locked": False, "rot": 0.0, "align": 5,
            "pos": {"x": area[0] * CANVAS[0], "y": area[1] * CANVAS[1]},
            "scale": {"x": area[2] * CANVAS[0] / CAMERA[0], "y": area[2] * CANVAS[0] / CAMERA[0]}}


def scene(name, items, card):
    placed = [item(number, source, area) for number, (source, area) in enumerate(items, 1)]
    if card:
        placed.append({"name": "card", "id": len(placed) + 1, "visible": True, "align": 5, "scale": {"x": 1.0, "y": 1.0},
                       "pos": {"x": CARD[0] * CANVAS[0], "y": CARD[1] * CANVAS[1]}})
    return {"id": "scene", "versioned_id": "scene", "name": name,
            "settings": {"custom_size": False, "id_counter": len(placed), "items": placed}}


def collection(cameras, scenes, card):
    sources = [{"id": "ffmpeg_source", "versioned_id": "ffmpeg_source", "name": camera_name(name), "volume": 1.0, "mixers": 255,
                "settings": {"local_file": str(path), "looping": True, "is_local_file": True, "hw_decode": False,
                             "restart_on_activate": False, "close_when_inactive": False}}
               for name, path in cameras.items()]
    if card:
        sources.append({"id": "image_source", "versioned_id": "image_source", "name": "card", "settings": {"file": str(card)}})
    sources += [scene(name, items, card) for name, items in scenes.items()]
    first = next(iter(scenes))
    return {"name": "Bench", "current_scene": first, "current_program_scene": first, "current_transition": "Fade",
            "transition_duration": 300, "scene_order": [{"name": name} for name in scenes], "sources": sources}


class Obs:
    """One OBS Studio process under the display given, publishing and recording from its start."""

    def __init__(self, display, folder, cameras, scenes, rtmp_server, key, card=None, environment=None):
        self.folder = pathlib.Path(folder)
        self.port = free_port()
        self.write_set_up(cameras, scenes, rtmp_server, key, card)
        self.log = open(self.folder / "obs.log", "w", encoding="utf-8")
        variables = dict(os.environ, DISPLAY=display, QT_QPA_PLATFORM="xcb", HOME=str(self.folder),
                         XDG_CONFIG_HOME=str(self.folder / "config"), LC_ALL="C.UTF-8", **(environment or {}))
        self.started = time.monotonic()
        self.process = subprocess.Popen(["obs", "--multi", "--profile", "Bench", "--collection", "Bench", "--startstreaming",
                                         "--startrecording"], env=variables, stdout=self.log, stderr=self.log,
                                        stdin=subprocess.DEVNULL)
        self.socket = None

    def write_set_up(self, cameras, scenes, rtmp_server, key, card):
        base = self.folder / "config" / "obs-studio"
        profile, scenes_folder = base / "basic/profiles/Bench", base / "basic/scenes"
        recordings = self.folder / "recordings"
        for folder in (profile, scenes_folder, recordings):
            folder.mkdir(parents=True)
        (base / "global.ini").write_text(
            "[General]\nFirstRun=true\nPre19Defaults=false\nPre21Defaults=false\nPre23Defaults=false\nPre24.1Defaults=false\n"
            "EnableAutoUpdates=false\nLastVersion=486539266\nInfoIncrement=1000\nMaxLogs=3\nProcessPriority=Normal\n"
            "[Basic]\nProfile=Bench\nProfileDir=Bench\nSceneCollection=Bench\nSceneCollectionFile=Bench\nConfigOnNewProfile=true\n"
            "[BasicWindow]\nPreviewEnabled=true\nPreviewProgramMode=true\nSceneDuplicationMode=true\nSwapScenesMode=true\n"
            "WarnBeforeStartingStream=false\nWarnBeforeStoppingStream=false\nRecordWhenStreaming=false\nSysTrayEnabled=false\n"
            f"[OBSWebSocket]\nFirstLoad=false\nServerEnabled=true\nServerPort={self.port}\nAlertsEnabled=false\n"
            "AuthRequired=false\n")
        (profile / "basic.ini").write_text(
            "[General]\nName=Bench\n"
            f"[Video]\nBaseCX={CANVAS[0]}\nBaseCY={CANVAS[1]}\nOutputCX={CANVAS[0]}\nOutputCY={CANVAS[1]}\nFPSType=0\nFPSCommon=30\n"
            "[Audio]\nSampleRate=48000\nChannelSetup=Stereo\n"
            "[Output]\nMode=Advanced\nReconnect=true\n"
            f"[AdvOut]\nEncoder=obs_x264\nApplyServiceSettings=false\nTrackIndex=1\nTrack1Bitrate={AUDIO_KBPS}\nRecType=Standard\n"
            f"RecFilePath={recordings}\nRecFormat=mkv\nRecEncoder=none\nRecTracks=1\n")
        (profile / "service.json").write_text(json.dumps(
            {"type": "rtmp_custom", "settings": {"server": rtmp_server, "key": key, "use_auth": False, "bwtest": False}}))
        (profile / "streamEncoder.json").write_text(json.dumps(ENCODER))
        (scenes_folder / "Bench.json").write_text(json.dumps(collection(cameras, scenes, card)))

    def join(self, seconds=20):
        """Opens the WebSocket."""
        deadline = time.monotonic() + seconds
        while True:
            try:
                self.socket = WebSocket(self.port)
                break
            except OSError as error:
                if self.process.poll() is not None or time.monotonic() > deadline:
                    raise SystemExit(f"OBS Studio does not answer ({error}): {self.tail()}") from error
                time.sleep(0.1)
        self.socket.receive_json()
        self.socket.send_json({"op": 1, "d": {"rpcVersion": 1, "eventSubscriptions": 0}})
        self.socket.receive_json()

    def ask(self, what, **fields):
        self.socket.send_json({"op": 6, "d": {"requestType": what, "requestId": "1", "requestData": fields}})
        answer = self.socket.receive_json()["d"]
        if not answer["requestStatus"]["result"]:
            raise SystemExit(f"OBS Studio refused {what}: {answer['requestStatus']}")
        return answer.get("responseData", {})

    def show(self, name, following, fade):
        """A scene to program and the one after it to preview."""
        self.ask("SetCurrentSceneTransition", transitionName="Fade" if fade else "Cut")
        self.ask("SetCurrentProgramScene", sceneName=name)
        self.ask("SetCurrentPreviewScene", sceneName=following)

    def on_program(self):
        return self.ask("GetCurrentProgramScene")["currentProgramSceneName"]

    def tail(self):
        self.log.flush()
        return "\n".join((self.folder / "obs.log").read_text(encoding="utf-8", errors="replace").splitlines()[-12:])

    def stop(self):
        if self.socket:
            self.socket.close()
        end(self.process, 10, signal.SIGINT)
        self.log.close()
