"""Tags and verdicts of a journal, by another program: written from the format page in store/README.md alone.

    python3 another-program.py JOURNAL  ->  {"tags": {tag: [cable, ...]}, "verdicts": {queue: {cable: verdict}}}
"""
import hashlib
import json
import pathlib
import re
import sys

NAME = re.compile(r"[0-9a-z]{4}-\d{4}-\d\d(\.reading)?(\.sync-conflict.*)?\.ndjson")
VERDICTS = {"cable.kept": "kept", "cable.skipped": "skipped", "cable.deferred": "later", "cable.reset": None}


def read_events(journal):
    events = {}
    for path in sorted(pathlib.Path(journal).glob("*/*.ndjson")):
        if not NAME.fullmatch(path.name) or not re.fullmatch("[0-9a-f]{8}", path.parent.name):
            continue
        for line in path.read_bytes().split(b"\n")[:-1]:
            at = line.rfind(b',"sum"')
            try:
                event = json.loads(line)
                if hashlib.sha256(line[:at]).hexdigest()[:16] == event["sum"] and event["v"] == 1:
                    events[event["id"]] = event
            except (ValueError, KeyError, TypeError):
                continue
    return [events[key] for key in sorted(events)]


def find_undone(events):
    undone = set()
    for event in reversed(events):
        if event["type"] == "action.undone" and event["action"] not in undone:
            undone.add(event["data"]["action"])
    return undone


def fold(events):
    undone = find_undone(events)
    tags, verdicts = {}, {}
    for event in events:
        if event["action"] in undone:
            continue
        kind, data = event["type"], event["data"]
        if kind in ("tag.added", "tag.removed"):
            for cable in data["cables"]:
                tags.setdefault(cable, {})[data["tag"]] = (kind == "tag.added", event["id"])
        elif kind == "tag.renamed" and data["from"] != data["to"]:
            for own in tags.values():
                moved = own.pop(data["from"], None)
                if moved and (data["to"] not in own or own[data["to"]][1] < moved[1]):
                    own[data["to"]] = moved
        elif kind in VERDICTS:
            for cable in data["cables"]:
                verdicts.setdefault(data["queue"] or "", {})[cable] = VERDICTS[kind]
    return {
        "tags": {t: sorted(c for c in tags if tags[c].get(t, (False,))[0]) for own in tags.values() for t, (on, _) in own.items() if on},
        "verdicts": {q: {c: v for c, v in own.items() if v} for q, own in verdicts.items()},
    }


print(json.dumps(fold(read_events(sys.argv[1]))))
