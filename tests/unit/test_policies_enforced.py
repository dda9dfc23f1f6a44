"""Every policy is read where it counts, and a test shows what it changes there."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import pytest

from app.policy.table import RULES

ROOT = Path(__file__).parents[2]
_UI, _NET, _RECOVERY = (
    "tests/ui/test_policy.py",
    "tests/sync/test_wrong_network.py",
    "tests/flows/test_vault_recovery.py",
)
_GUARD = "tests/flows/test_guard_data.py"
# Policy: the test in which the program behaves otherwise because of it.
SHOWN_BY = {
    "server.url": (_UI, "test_an_invitation_to_another_server_than_the_policys_is_refused"),
    "server.pins": (_NET, "test_another_certificate"),
    "server.key": (_NET, "test_a_policy_that_names_another_jobcenter"),
    "server.chain": (_NET, "test_a_certificate_the_system_does_not_trust_is_refused_where_the_policy_says_so"),
    "server.zones": ("tests/unit/test_network.py", "test_a_server_that_sees_us_behind_a_vpn_that_is_not_allowed"),
    "gate": ("tests/unit/test_network.py", "test_a_gate_lets_through_what_it_names_and_an_unknown_gate_nothing"),
    "networks": ("tests/sync/test_networks.py", "test_a_policy_without_a_network_on_its_list_lets_nothing_out"),
    "proxy": ("tests/sync/test_way_out.py", "test_the_policys_proxy_carries_the_round_and_learns_the_address_alone"),
    "sync_minutes": (_UI, "test_it_tries_the_server_as_often_as_the_policy_says"),
    "idle_minutes": ("tests/ui/test_settings_page.py", "test_what_a_policy_decides_is_locked_and_says_who_decided"),
    "lock_hours": (_UI, "test_the_journal_locks_after_the_longest_time_whatever_is_done"),
    "visit_minutes": ("tests/ui/test_visit.py", "test_by_policy_leaving_always_needs_the_passphrase"),
    "lease_days": ("tests/flows/test_lease.py", "test_a_lease_ends_when_the_server_or_the_municipality_says"),
    "passphrase_length": (_UI, "test_a_longer_passphrase_is_asked_for"),
    "recovery.kid": (_RECOVERY, "test_two_officers_let_a_consultant_in_again"),
    "recovery.key": (_RECOVERY, "test_two_officers_let_a_consultant_in_again"),
    "recovery_required": (_UI, "test_no_journal_is_made_without_a_required_recovery_key"),
    "guard_overrides": (_UI, "test_where_overrides_are_off_what_the_guard_asks_about_cannot_be_kept"),
    "allow_export": ("tests/flows/test_export.py", "test_the_policy_can_forbid_it"),
    "allow_print": (_UI, "test_a_paper_that_may_not_be_printed_or_saved_is_not_offered"),
    "allow_clipboard": (_UI, "test_copied_text_stays_in_the_clipboard_only_where_it_may"),
    "allow_screenshots": (_UI, "test_the_system_is_told_of_every_window_whether_it_may_be_pictured"),
    "update_notice": ("tests/unit/test_release.py", "test_only_what_the_policy_asks_for_is_said"),
    "log_level": (_UI, "test_the_log_holds_what_its_level_lets_through"),
    "org_label": (_UI, "test_the_locked_screen_says_whose_it_is_and_where_to_get_help"),
    "managed_by": ("tests/ui/test_settings_page.py", "test_what_a_policy_decides_is_locked_and_says_who_decided"),
    "support_text": (_UI, "test_the_locked_screen_says_whose_it_is_and_where_to_get_help"),
    "participant_word": (_UI, "test_the_program_speaks_with_the_municipalitys_word"),
    "contact_days": (_UI, "test_days_without_contact_are_the_municipalitys"),
    "guard.key": (_GUARD, "test_a_set_signed_by_another_or_with_no_key_named_is_refused"),
    "guard.file": (_GUARD, "test_what_the_policy_names_is_fetched_once_and_again_when_it_is_another"),
    "language": ("tests/ui/test_languages.py", "test_every_page_changes_its_language_and_the_next_start_knows_it"),
    "key_days": ("tests/flows/test_vault_rotation.py", "test_a_year_brings_new_keys_and_a_day_less_does_not"),
    "theme": (_UI, "test_a_theme_the_policy_decides_cannot_be_changed_from_the_menu"),
    "text_percent": ("tests/ui/test_settings_page.py", "test_what_a_policy_decides_is_locked_and_says_who_decided"),
}  # fmt: skip
# Rooms that hand policies on or tell of them: to be read there alone is not to be followed.
_MIDDLEMEN = ("app/settings.py", "app/policy/", "app/services/policy.py", "app/services/doctor.py", "ui/window/policy.py")  # fmt: skip


@cache
def _reads() -> frozenset[str]:
    """Names of attributes that the program reads outside the middlemen, and names it asks `standing` for."""
    found: set[str] = set()
    for top in ("app", "ui"):
        for source in (ROOT / top).rglob("*.py"):
            if source.relative_to(ROOT).as_posix().startswith(_MIDDLEMEN):
                continue
            nodes = ast.walk(ast.parse(source.read_text("utf-8")))
            found |= {
                one.attr for one in nodes if isinstance(one, ast.Attribute) and isinstance(one.ctx, ast.Load)
            }
    return frozenset(found)


@pytest.mark.parametrize("name", [rule.name for rule in RULES])
def test_somebody_reads_it(name: str) -> None:
    assert name.rpartition(".")[2] in _reads()


def test_each_has_a_test_that_shows_what_it_changes() -> None:
    assert SHOWN_BY.keys() == {rule.name for rule in RULES}


@pytest.mark.parametrize(("file", "test"), sorted(set(SHOWN_BY.values())))
def test_that_test_exists(file: str, test: str) -> None:
    tree = ast.parse((ROOT / file).read_text("utf-8"))
    assert test in {one.name for one in ast.walk(tree) if isinstance(one, ast.FunctionDef)}
