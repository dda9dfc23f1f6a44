"""Where sentences, clauses and stretches of text begin and end, in words of the reading."""

from __future__ import annotations

import re

from app.guard.normalise import Reading

_END = re.compile(r"(?<=[.!?])[\"'»)]?\s+(?=\S)|\n+")
_ABBREVIATION = re.compile(
    r"(?:\b(?:kl|ca|bl|a|f|eks|evt|mht|ift|pga|jf|nr|tlf|vedr|inkl|ekskl|dvs|osv|mv|mm|psyk|obj|beh|pt|kand|k|amb|diag|dg|spl"
    r"|afd|indl|udskr|overl|sb|tbl|inj|dgl|p|n|t|d|o|s|u|m|v|st|hr|fr|dr|min|max|maks|ugtl|mdl|hhv|bla|fx|ang|stk|ml)"
    r"|\b[a-z]|\d)\.$"
)
_PARAGRAPH = re.compile(r"\n[ \t]*\n")
WINDOW = 60


def ranges(reading: Reading) -> list[tuple[int, int]]:
    """Sentences as [first, after) of the tokens; empty ones left out."""
    edges = [m.end() for m in _END.finditer(reading.text) if not _goes_on(reading.text, m)]
    out: list[tuple[int, int]] = []
    first, edge = 0, 0
    for index, token in enumerate(reading.tokens):
        while edge < len(edges) and token.start >= edges[edge]:
            edge += 1
            if index > first:
                out.append((first, index))
                first = index
    if len(reading.tokens) > first:
        out.append((first, len(reading.tokens)))
    return out


def _goes_on(text: str, end: re.Match[str]) -> bool:
    return "\n" not in end.group() and abbreviated(text, end.start())


def abbreviated(text: str, end: int) -> bool:
    """The full stop right before `end` belongs to a short form, as in "kl. 9", or to a number."""
    return bool(_ABBREVIATION.search(text[max(0, end - 8) : end].casefold()))


def opening(reading: Reading, index: int) -> int:
    """Where the word with token `index` begins, marks before it included."""
    start = reading.tokens[index].start
    return max(reading.text.rfind(" ", 0, start), reading.text.rfind("\n", 0, start)) + 1


def windows(reading: Reading, sentences: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Runs of whole sentences of at most WINDOW words, each starting where half of the last one is read.

    An empty line ends a run: what stands in another paragraph neither excuses nor accuses.
    """
    out: list[tuple[int, int]] = []
    paragraph: list[tuple[int, int]] = []
    for first, after in sentences:
        if paragraph and _PARAGRAPH.search(reading.gap(first)):
            out += _runs(paragraph)
            paragraph = []
        paragraph.append((first, after))
    return out + _runs(paragraph)


def _runs(sentences: list[tuple[int, int]]) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    start, end = 0, 0
    while end < len(sentences):
        end = start + 1
        while end < len(sentences) and sentences[end][1] - sentences[start][0] <= WINDOW:
            end += 1
        out.append((sentences[start][0], sentences[end - 1][1]))
        start = max(start + 1, (start + end) // 2)
    return out
