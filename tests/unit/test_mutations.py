"""The lists of breaks stay true: each still finds its line, and the test it names is still there. The breaks
themselves take minutes: `tools/vault_mutations.py`, `tools/sync_mutations.py`, `tools/guard_mutations.py`."""

from __future__ import annotations

import ast

import pytest

from tools import guard_mutations, sync_mutations, vault_mutations
from tools.mutations import ROOT, Mutation

MUTATIONS = {**vault_mutations.MUTATIONS, **sync_mutations.MUTATIONS, **guard_mutations.MUTATIONS}


@pytest.mark.parametrize("mutation", MUTATIONS.values(), ids=MUTATIONS.keys())
def test_each_break_finds_its_line_and_its_test(mutation: Mutation) -> None:
    assert (ROOT / mutation.file).read_text("utf-8").count(mutation.old) == 1
    file, _, name = mutation.test.partition("::")
    tree = ast.parse((ROOT / file).read_text("utf-8"))
    known = {node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    assert not name or name.partition("[")[0] in known
