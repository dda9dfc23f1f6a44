"""The list of breaks stays true: each still finds its line, and the test it names is still there. The breaks
themselves take minutes: `python3 tools/dev.py run -- python tools/vault_mutations.py`."""

from __future__ import annotations

import ast

import pytest

from tools.vault_mutations import MUTATIONS, ROOT, Mutation


@pytest.mark.parametrize("mutation", MUTATIONS.values(), ids=MUTATIONS.keys())
def test_each_break_finds_its_line_and_its_test(mutation: Mutation) -> None:
    assert (ROOT / mutation.file).read_text("utf-8").count(mutation.old) == 1
    file, _, name = mutation.test.partition("::")
    tree = ast.parse((ROOT / file).read_text("utf-8"))
    assert name in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
