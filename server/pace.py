"""How often one computer, or one address, may ask: so many at once, and then so many a minute. Counted in each worker."""

from __future__ import annotations

import math
import threading
from dataclasses import dataclass, field

_MOST = 10_000


@dataclass(slots=True)
class Pace:
    """A bucket for each asker that fills at `per_minute` and holds `burst`. `per_minute` 0: no limit."""

    per_minute: int
    burst: int
    _left: dict[str, tuple[float, float]] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def wait(self, who: str, at: float) -> int:
        """Whole seconds until `who` may ask again; 0 counts as asked. `at`: seconds of a clock that only goes on."""
        if not self.per_minute:
            return 0
        with self._lock:
            if len(self._left) > _MOST:
                self._forget(at)
            left, since = self._left.get(who, (float(self.burst), at))
            left = min(self.burst, left + (at - since) * self.per_minute / 60)
            if left < 1:
                self._left[who] = (left, at)
                return math.ceil((1 - left) * 60 / self.per_minute)
            self._left[who] = (left - 1, at)
            return 0

    def _forget(self, at: float) -> None:
        """Whoever's bucket is full again is as good as new."""
        full = self.burst * 60 / self.per_minute
        self._left = {who: one for who, one in self._left.items() if at - one[1] < full}
