"""Requests to others' servers go where they were sent: no redirect is followed, and a broken answer is none."""

from __future__ import annotations

import http.client
import urllib.request
from typing import Any, Final


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: Any, **__: Any) -> None:
        return None


OPENER: Final = urllib.request.build_opener(_NoRedirect)
BROKEN: Final = (OSError, ValueError, http.client.HTTPException)
