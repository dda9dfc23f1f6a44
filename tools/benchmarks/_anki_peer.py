"""Anki's own client and server on as many notes of the same size; run by a Python that has the package `anki` alone.

One argument: a JSON file with the texts. The last line of the output holds seconds as JSON. Nothing of ours is imported.
"""

import json
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from anki.collection import (  # type: ignore[import-not-found]
    AddNoteRequest,
    Collection,
)

_SMALL = 5


def main() -> None:
    texts = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        server = subprocess.Popen(
            [sys.executable, "-m", "anki.syncserver"],
            env={**os.environ, "SYNC_USER1": "u:p", "SYNC_BASE": folder + "/server", "SYNC_HOST": "127.0.0.1", "SYNC_PORT": str(port)},
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            _until_it_answers(port)
            print(json.dumps(_measured(folder, f"http://127.0.0.1:{port}/", texts)))
        finally:
            server.kill()
            server.wait()


def _measured(folder: str, url: str, texts: list[str]) -> dict[str, float]:
    one, other = (Collection(f"{folder}/{name}.anki2") for name in ("one", "other"))
    auth = one.sync_login("u", "p", url)
    _add(one, ["the first"])  # a server that holds no note wants everything anew
    _whole(one, auth, upload=True)
    _whole(other, auth, upload=False)
    _add(one, texts)
    told = {"push_s": _seconds(one, auth), "pull_s": _seconds(other, auth)}
    # Each of our rounds lays a connection and proves anew who asks; so does Anki's here. Without it, as a second figure.
    anew = auth
    taken: dict[str, list[float]] = {"changed_s": [], "nothing_s": []}
    for _ in range(_SMALL):
        _change(one)
        for times in taken.values():
            began = time.perf_counter()
            anew = one.sync_login("u", "p", url)
            signed_in = time.perf_counter() - began
            times.append(signed_in + _seconds(one, anew))
    told |= {name: statistics.median(times) for name, times in taken.items()}
    told["nothing_signed_in_s"] = _seconds(one, anew)
    assert len(other.find_notes("")) == len(texts) + 1
    return told


def _change(col: Collection) -> None:
    for id in col.find_notes("")[:100]:
        note = col.get_note(id)
        note.fields = [note.fields[0], note.fields[1] + "."]
        col.update_note(note)


def _add(col: Collection, texts: list[str]) -> None:
    kind = col.models.by_name("Basic")
    requests = []
    for text in texts:
        note = col.new_note(kind)
        note.fields = [text[:80], text]
        requests.append(AddNoteRequest(note=note, deck_id=1))
    col.add_notes(requests)


def _whole(col: Collection, auth: object, *, upload: bool) -> None:
    out = col.sync_collection(auth, False)
    if out.required == out.NO_CHANGES:
        return
    col.close_for_full_sync()
    col.full_upload_or_download(auth=auth, server_usn=None, upload=upload)
    col.reopen(after_full_sync=True)


def _seconds(col: Collection, auth: object) -> float:
    began = time.perf_counter()
    out = col.sync_collection(auth, False)
    assert out.required in (out.NO_CHANGES, out.NORMAL_SYNC), out.required
    return time.perf_counter() - began


def _until_it_answers(port: int) -> None:
    for _ in range(600):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=5).read()
            return
        except OSError as error:
            if "HTTP Error" in str(error):
                return
            time.sleep(0.1)
    raise SystemExit("Anki's server does not answer")


if __name__ == "__main__":
    main()
