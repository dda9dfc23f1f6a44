"""Break each promise of the vault once, in a copy of the tree, and see the test that guards it turn red.

`python3 tools/dev.py run -- python tools/vault_mutations.py [NAME …]`; 1 when a break went unnoticed. A few minutes.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tools.mutations import Mutation, run

_LOSS = "tests/flows/test_vault_loss.py::"
MUTATIONS = {
    "synchronous-normal": Mutation(
        "app/vault/cipher.py", '"synchronous=FULL"', '"synchronous=NORMAL"',
        "tests/flows/test_vault.py::test_the_engine_is_set_up_as_the_design_says",
    ),
    "make-a-missing-file": Mutation(
        "app/vault/vault.py", 'cipher.FROZEN if self.frozen else "rw"', 'cipher.FROZEN if self.frozen else "rwc"',
        "tests/flows/test_vault.py::test_a_file_that_goes_away_in_the_last_moment_is_not_made_anew_either",
    ),
    "no-folder-fsync": Mutation(
        "app/vault/place.py", "        raise\n    sync_folder(path.parent)", "        raise",
        "tests/unit/test_keyfile.py::test_a_rename_is_made_durable_by_its_folder",
    ),
    "new-secret-beside-a-vault": Mutation(
        "app/vault/entry.py", 'raise DeviceSecretMissing(str(slots[0].get("keyring", "")))',
        "keychain.put(file.vault, secret := keys.new_secret())",
        "tests/flows/test_vault_bad_input.py::test_the_missing_secret_is_named_by_the_keychain_that_had_it",
    ),
    "no-anchor": Mutation(
        "app/vault/anchor.py", "if not self.held and head != self._written:", "if self.held:",
        _LOSS + "test_a_whole_old_file_is_told_even_when_the_rescue_journal_is_gone",
    ),
    "no-rescue-record": Mutation(
        "app/vault/rescue.py", "        if not rows:\n            return", "        if rows or not rows:\n            return",
        _LOSS + "test_notes_lost_with_the_log_are_back_before_the_journal_is_shown",
    ),
    "a-row-nobody-watches": Mutation(
        "app/vault/audit.py", '("UPDATE", "NEW"), ', "",
        _LOSS + "test_one_old_page_put_back_is_told_with_the_row_it_holds",
    ),
    "an-anchor-that-forgets": Mutation(
        "app/vault/vault.py", "self._anchors.held = self.loss is not None", "self._anchors.held = False",
        _LOSS + "test_a_whole_old_file_is_told_even_when_the_rescue_journal_is_gone",
    ),
    "a-copy-in-clear": Mutation(
        "app/services/rescue_copy.py", "write_atomic(folder / name, vault.seal_copy(head, said))",
        "write_atomic(folder / name, said)",
        "tests/flows/test_rescue_copy.py::test_nothing_of_it_can_be_read_and_what_the_guard_refuses_is_not_even_sealed",
    ),
    "an-older-copy-wins": Mutation(
        "app/services/rescue_copy.py", "here.updated_at >= draft.updated_at", "here.updated_at < draft.updated_at",
        "tests/flows/test_rescue_copy.py::test_an_older_copy_never_takes_the_place_of_a_newer_draft",
    ),
    "a-drive-nobody-remembers": Mutation(
        "app/vault/whereabouts.py", "return bool(known) and _name(folder) in known", "return False",
        "tests/flows/test_vault_away.py::test_after_a_start_the_keychain_still_knows_of_it",
    ),
    "a-lock-in-an-empty-mount-point": Mutation(
        "app/vault/entry.py", "    if not here:\n        raise VaultAway", "    assert here is not None",
        "tests/flows/test_vault_away.py::test_while_it_runs_a_journal_that_went_away_is_away_and_not_new",
    ),
    "finished-in-silence": Mutation(
        "app/services/unlock.py", "        told(FINISHES)\n", "        told\n",
        "tests/ui/test_unlock_finishing.py::test_new_keys_that_were_cut_off_are_said_before_while_and_after",
    ),
    "a-scanner-taken-for-a-window": Mutation(
        "app/vault/faults.py", "dbapi2.SQLITE_BUSY: FileHeld", "dbapi2.SQLITE_BUSY: DiskFailing",
        "tests/flows/test_vault_scanner.py::test_a_scanner_that_does_not_let_go_is_named_and_the_next_save_is_kept",
    ),
    "a-save-that-does-not-wait": Mutation(
        "app/vault/cipher.py", "PATIENCE = 10.0", "PATIENCE = 0.0",
        "tests/flows/test_vault_scanner.py::test_a_save_waits_until_the_scanner_lets_go_and_is_kept",
    ),
    "attach-allowed": Mutation(
        "app/vault/cipher.py", "connection.set_authorizer(_authorize)", "pass",
        "tests/flows/test_vault.py::test_the_journal_cannot_be_copied_out_by_sql",
    ),
    "a-copy-nobody-reads": Mutation(
        "app/services/upkeep.py", "    backup.check(vault, source)\n    connect", "    connect",
        "tests/flows/test_vault_backup.py::test_a_copy_that_is_damaged_is_never_put_back",
    ),
    "rescue-under-old-keys": Mutation(
        "app/vault/rescue.py", "    Rescue(place, vault, new, recovery).renew(", "    str(",
        "tests/flows/test_vault_rotation.py::test_a_recovery_brings_new_keys_with_the_next_unlock",
    ),
    "new-keys-nobody-checks": Mutation(
        "app/vault/rotation.py", "or found != counts or", "or",
        "tests/flows/test_vault_rotation.py::test_a_copy_that_does_not_hold_every_row_never_takes_the_journals_place",
    ),
    "a-lease-that-never-ends": Mutation(
        "app/services/lease.py", "expired=late > until if until else given", "expired=False",
        "tests/flows/test_lease.py::test_a_lease_ends_when_the_server_or_the_municipality_says",
    ),
    "a-clock-that-is-believed": Mutation(
        "app/services/lease.py", "late = now if floor is None else max(now, floor)", "late = now",
        "tests/flows/test_lease.py::test_a_clock_set_back_is_named_and_wins_no_time",
    ),
    "a-server-nobody-hears": Mutation(
        "app/store/keeping.py", "missing = max(n - have,", "missing = 0 * max(n - have,",
        "tests/flows/test_anchor_server.py::test_a_server_that_knows_more_than_the_file_is_believed",
    ),
    "a-server-that-forgets": Mutation(
        "server/hello.py", 'before = (0, "") if known.n is None else (known.n, known.mac)',
        'before = (0, "")',
        "tests/server/test_office.py::test_the_server_remembers_how_far_a_computers_own_chain_had_come",
    ),
    "a-note-of-no-hour": Mutation(
        "app/services/journal.py", "        if behind:\n", "        if not late:\n",
        "tests/flows/test_lease.py::test_a_note_written_under_a_clock_that_is_set_back_keeps_its_place_and_says_so",
    ),
    "a-file-nobody-finds": Mutation(
        "app/vault/vault.py", "        self._still_there()\n", "",
        "tests/flows/test_vault_failing_disk.py::test_a_journal_taken_away_while_it_is_open_takes_no_note_with_it",
    ),
    "memory-to-read": Mutation(
        "app/process.py", "libc.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)", "0",
        "tests/unit/test_process.py::test_the_same_user_reads_no_memory_of_a_hardened_process",
    ),
    "damage-without-a-page": Mutation(
        "app/vault/vault.py", "return VaultDamaged(self._met_damage())", "return VaultDamaged()",
        "tests/flows/test_vault_damage.py::test_a_journal_that_cannot_be_opened_names_the_page",
    ),
    "damage-told-once": Mutation(
        "app/vault/vault.py", "            damage.mark(self.place, pages)\n", "            pass\n",
        "tests/flows/test_vault_damage.py"
        "::test_a_page_met_in_the_middle_of_the_work_is_named_and_told_again_at_the_next_unlock",
    ),
    "a-queue-with-a-hole": Mutation(
        "app/services/salvaging.py", "integrity.refill(tx, saved)", "integrity.refill(tx, [])",
        "tests/flows/test_vault_salvage.py"
        "::test_what_the_jobcenter_has_not_received_is_whole_whichever_page_is_damaged",
    ),
    "a-feed-not-read-anew": Mutation(
        "app/services/salvaging.py", "            sync_state.start_over(tx)\n", "            pass\n",
        "tests/sync/test_salvage.py::test_what_a_damaged_page_held_comes_back_from_the_jobcenter",
    ),
    "a-salvage-that-looks-old": Mutation(
        "app/services/salvaging.py", "after=max(here, anchor, key=lambda head: head.n)", "after=None",
        "tests/flows/test_vault_salvage.py::test_a_sound_journal_is_salvaged_without_a_loss",
    ),
    "a-failing-disk-called-damage": Mutation(
        "app/vault/vault.py", "if damage.disk_reads(self._path) else", "if True else",
        "tests/flows/test_vault_medium.py::test_no_note_is_called_saved_that_a_later_start_does_not_find",
    ),
}  # fmt: skip

if __name__ == "__main__":
    sys.exit(run(MUTATIONS, __doc__ or ""))
