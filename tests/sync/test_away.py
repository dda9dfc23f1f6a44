"""Three months away, then a thin line that breaks off every half minute: all arrives, and nothing twice."""

from __future__ import annotations

import random

from app.domain.case_file import PART
from app.services import files
from app.services.door import Saved
from tests.document_parts import heavy_pdf
from tests.sync.consultant import Consultant, now
from tests.sync.slow_line import SlowLine
from tools import away


def test_months_of_work_arrive_over_a_line_that_keeps_breaking(pair: tuple[Consultant, Consultant]) -> None:
    first, second = pair
    written = {first.note(f"Vi talte om butikken {_letters(n)}.") for n in range(30)}
    for n in range(2):
        data = heavy_pdf(size=3 * PART - 17, seed=n)
        put = files.attach(first.vault, first.participant, name=f"Aftale {n}.pdf", data=data, now=now())
        assert isinstance(put, Saved)
    line = SlowLine(first=0.9)  # the first connection does not even carry the words
    rounds = away.until_whole(line, first.vault, first.settings)
    assert first.status.all_sent
    assert line.cuts >= 2
    assert rounds == line.cuts + 1, "each connection ends by the line alone, and the last by being done"
    assert line.again == []
    thin = SlowLine(first=1.5)
    away.until_whole(thin, second.vault, second.settings)
    assert second.notes() == written
    assert all(one.here for one in files.of_participant(second.vault, second.participant))
    assert thin.again == []
    assert thin.cuts >= 2


def _letters(n: int) -> str:
    return "".join(random.Random(n).choices("bdfgklmnprstv", k=900))  # noqa: S311
