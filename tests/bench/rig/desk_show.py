# SPDX-FileCopyrightText: 2026 The Vitrina authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A show for a bench: items that ask for one scene after the other, with a product's card on the picture, and a script
that takes them. Its set-up: three cameras in three scenes, the same as a peer gets."""
import json
import pathlib

# Camera: its place in the picture, x and y and width in parts of it.
SCENES = {"full": [("host", (0.0, 0.0, 1.0))],
          "closeup": [("closeup", (0.0, 0.0, 1.0)), ("host", (0.66, 0.66, 0.3))],
          "side": [("wide", (0.0, 0.2, 0.5)), ("closeup", (0.5, 0.2, 0.5))]}
ROLES = {"full": "full", "closeup": "close_up", "side": "side_by_side"}


def set_up(folder, scenes, transition_ms=300):
    cameras = sorted({name for items in scenes.values() for name, _ in items})
    document = {
        "format": "vitrina.setup", "version": 1, "canvas": {"width": 960, "height": 540, "fps": 30},
        "sources": [{"id": name, "name": name.capitalize(), "kind": "test_camera"} for name in cameras],
        "scenes": [{"id": scene, "name": scene.capitalize(), "role": ROLES[scene], "layouts": {
            shape: [{"source": name, "area": {"x": x, "y": y, "width": width, "height": width}, "fit": "cover"}
                    for name, (x, y, width) in items] for shape in ("landscape", "portrait")}}
            for scene, items in scenes.items()],
        "transition": {"kind": "fade" if transition_ms else "cut", "durationMs": transition_ms}, "destinations": []}
    path = pathlib.Path(folder) / "setup.json"
    path.write_text(json.dumps(document))
    return path, cameras


def show(folder, scenes, count, product=True):
    names = list(scenes)
    items = [{"id": f"item-{n}", "kind": "product" if product else "talk", "title": f"Item {n}", "plannedMs": 2000,
              "role": ROLES[names[n % len(names)]], **({"product": "mug"} if product else {})} for n in range(count)]
    mug = {"id": "mug", "code": "1", "name": "Clay mug", "variants": [
        {"sku": "MUG", "label": "", "price": {"minor": 1890, "currency": "EUR"}, "allocated": 500}]}
    demo = json.loads((pathlib.Path(__file__).resolve().parents[3] / "resources/demo/show.json").read_text(encoding="utf-8"))
    path = pathlib.Path(folder) / "show.json"
    path.write_text(json.dumps({
        "format": "vitrina.show", "version": 1, "id": "bench-desk", "title": "Bench", "shopName": "Bench", "hostName": "Bench",
        "locale": "en-IE", "currency": "EUR", "segments": [{"id": "segment", "title": "Items", "items": items}],
        "products": [mug] if product else [], "terms": demo["terms"]}))  # without them its checkout is closed
    return path


def script(folder, steps):
    path = pathlib.Path(folder) / "script.json"
    path.write_text(json.dumps(steps))
    return path


def takes(seconds, every=2.0, first=0.3):
    """A take each two seconds, with a fade and with a cut in turn."""
    count = int((seconds - first) / every) + 1
    return [{"at": first + n * every, "do": "take_cut" if n % 2 else "take"} for n in range(count)]
