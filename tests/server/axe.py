"""axe-core in headless Chromium: pages as a browser lays them out, judged by the rules of WCAG 2.1 A and AA."""

from __future__ import annotations

import html
import json
import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests import provider

RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa")
_SECONDS = 240
_RUN = """
<script>%s</script>
<script>
axe.run(document, {runOnly: %s}).then(
  found => parent.postMessage({name: %s, violations: found.violations, passes: found.passes.length}, "*"),
  wrong => parent.postMessage({name: %s, violations: [{id: String(wrong), nodes: []}], passes: 0}, "*"));
</script>
"""
_COLLECT = """<!doctype html><meta charset="utf-8"><title>axe</title><body>
%s<pre id="said"></pre><script>
const said = [];
addEventListener("message", got => {
  said.push(got.data);
  document.getElementById("said").textContent = JSON.stringify(said);
});
</script>"""


def violations(pages: Mapping[str, str], style: str, folder: Path) -> dict[str, list[str]]:
    """By page, the rules it breaks and where. AssertionError when the browser has not judged every page."""
    chromium = shutil.which("chromium")
    assert chromium, "apt-get install chromium"
    script = (
        (provider.modules() / "axe-core" / "axe.min.js").read_text("utf-8").replace("</script", "<\\/script")
    )
    frames = [_frame(name, _whole(name, page, style, script)) for name, page in pages.items()]
    place = folder / "axe.html"
    # The collector listens before a frame can speak: frames are laid out after the script that follows them is read.
    listener, _, _ = _COLLECT.partition("%s")
    place.write_text(listener + _COLLECT.partition("%s")[2] + "".join(frames), "utf-8")
    done = subprocess.run(
        [
            chromium, "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
            "--window-size=1280,1000", f"--user-data-dir={folder / 'profile'}", f"--timeout={_SECONDS * 500}",
            "--virtual-time-budget=60000", "--dump-dom", place.as_uri(),
        ],
        capture_output=True, text=True, timeout=_SECONDS, check=True, env={**os.environ, "HOME": str(folder)},
    )  # fmt: skip
    found = re.search(r'<pre id="said">(.*?)</pre>', done.stdout, re.DOTALL)
    assert found, done.stderr[-2000:]
    told: list[dict[str, Any]] = json.loads(html.unescape(found[1]) or "[]")
    assert {one["name"] for one in told} == set(pages), "not every page was judged"
    assert all(one["passes"] for one in told), "a page on which no rule applies was not shown"
    return {one["name"]: [_said(rule) for rule in one["violations"]] for one in told}


def _whole(name: str, page: str, style: str, script: str) -> str:
    run = _RUN % (script, json.dumps(RULES), json.dumps(name), json.dumps(name))
    styled = re.sub(r'<link rel="stylesheet"[^>]*>', lambda _: f"<style>{style}</style>", page)
    return styled.replace("</body>", run + "</body>")


def _frame(name: str, page: str) -> str:
    return f'<iframe title="{name}" style="width:1280px;height:1600px" srcdoc="{html.escape(page)}"></iframe>'


def _said(rule: Mapping[str, Any]) -> str:
    return f"{rule['id']}: " + "; ".join(node["html"] for node in rule["nodes"])
