"""Break each promise of sync once, in a copy of the tree, and see the test that guards it turn red.

`python3 tools/dev.py run -- python tools/sync_mutations.py [NAME …]`; 1 when a break went unnoticed. A few minutes.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tools.mutations import Mutation, run

_FEED, _ROUND = "tests/server/test_feed.py::", "tests/sync/test_round.py::"
_COPY = "tests/sync/test_put_back.py::"
_STORIES = "tests/sync/test_simulator.py"
MUTATIONS = {
    "a-counter-nobody-locks": Mutation(
        "server/book.py", 'sa.bindparam("feed")).with_for_update()', 'sa.bindparam("feed"))',
        _FEED + "test_eight_writers_at_once_leave_no_gap_and_a_reader_never_misses_one",
    ),
    "an-answer-before-the-commit": Mutation(
        "server/api/app.py", "with desk.engine.begin() as tx:\n        pushed = feed.push",
        "with desk.engine.connect() as tx:\n        pushed = feed.push",
        "tests/sync/test_two_computers.py::test_a_note_written_offline_is_found_on_the_other_computer",
    ),
    "no-prev": Mutation(
        "server/feed.py", "elif op.prev != hash:", "elif not op.prev:",
        _FEED + "test_an_operation_that_follows_another_predecessor_is_a_fork",
    ),
    "the-last-writer-wins": Mutation(
        "server/merge.py", "    there = state.vals[name]\n    return ", "    there = state.vals[name]\n    return True or ",
        "tests/server/test_merge.py::test_the_later_of_two_who_had_not_seen_each_other_waits_for_a_decision",
    ),
    "any-answer-is-a-receipt": Mutation(
        "app/sync/round.py", "        check_receipts(sent, pushed)\n", "",
        _ROUND + "test_a_receipt_that_does_not_name_each_operation_clears_nothing",
    ),
    "the-cursor-before-the-rows": Mutation(
        "app/sync/disk.py", "            step = self._apply(tx, page, found, sync_state.scoped(tx).keys())\n",
        "            sync_state.put(tx, rev=page.rev, chain=page.chain)\n        with self._vault.begin() as tx:\n"
        "            step = self._apply(tx, page, found, sync_state.scoped(tx).keys())\n",
        _STORIES,
    ),
    "a-value-nobody-takes-away": Mutation(
        "app/sync/disk.py", "elif result.rev is not None and result.rev <= read:", "elif result.rev is None:",
        "tests/sync/test_following.py::"
        "test_a_change_that_the_feed_brought_before_its_receipt_shows_what_the_server_says",
    ),
    "an-epoch-nobody-reads": Mutation(
        "server/pages.py", "if cursor.epoch != feed.epoch or not", "if not",
        "tests/server/test_office.py::test_who_had_read_before_the_restore_is_told_that_the_history_is_another",
    ),
    "purged-before-it-was-delivered": Mutation(
        "app/sync/disk.py", "staying = {cand for cand in gone if sync_state.has_unsent(tx, cand)}", "staying = set[UUID]()",
        "tests/sync/test_two_computers.py::test_a_draft_keeps_a_participant_until_it_is_finished",
    ),
    "erased-text-that-comes-back": Mutation(
        "server/book.py", "    if twin.p is None:\n        return True\n", "    if twin.p is None:\n        return False\n",
        "tests/server/test_retention.py::test_what_was_erased_does_not_come_back_from_a_computer_that_still_has_it",
    ),
    "any-key-at-the-right-address": Mutation(
        "app/sync/link.py", "if found.pin not in self._target.pins:", "if not found.pin:",
        "tests/sync/test_wrong_network.py::test_another_certificate",
    ),
    "gate-0-open": Mutation(
        "app/network/seen.py", "return tuple(found) or Why.ELSEWHERE", "return tuple(found) or tuple(interfaces)",
        "tests/sync/test_networks.py::test_a_clinics_network_with_our_servers_name_sees_not_one_packet",
    ),
    "not-tied-to-the-network": Mutation(
        "app/sync/leaving.py", "    return list(way.options)", "    return []",
        "tests/sync/test_networks.py::test_with_both_plugged_in_what_is_ours_leaves_by_the_municipalitys_alone",
    ),
    "a-computers-word-is-enough": Mutation(
        "server/feed.py", "bool(version) and believe and not known.leads", "bool(version) and not known.leads",
        "tests/server/test_door.py::test_a_computers_word_that_its_guard_has_read_a_text_opens_no_door",
    ),
    "a-file-sent-from-the-start": Mutation(
        "app/sync/parcels.py", "if n not in set(state.have)]", "if n not in ()]",
        "tests/sync/test_files.py::test_a_file_goes_on_where_the_line_broke_and_comes_whole",
    ),
    "files-in-clear": Mutation(
        "server/safe.py", "return nonce + AESGCM(self.key).encrypt(nonce, data, place.encode())", "return data",
        "tests/sync/test_files.py::test_neither_side_keeps_a_file_in_clear",
    ),
    "sent-without-its-files": Mutation(
        "app/services/sync.py", "not (self.waiting or self.held or self.parked or self.files)",
        "not (self.waiting or self.held or self.parked)",
        "tests/sync/test_files.py::test_a_file_goes_on_where_the_line_broke_and_comes_whole",
    ),
    "a-copy-that-counts-as-itself": Mutation(
        "app/protocol/operation.py", 'return f"{dev}/{gen}" if', "return dev if",
        _COPY + "test_a_field_changed_before_and_after_the_copy_is_a_question_and_not_overwritten",
    ),
    "signed-again-what-the-server-has": Mutation(
        "app/store/rejoining.py", "if row.id not in theirs and row.p", "if row.p",
        _COPY + "test_what_was_signed_anew_once_is_known_again_by_its_id",
    ),
    "a-fork-that-stays-one": Mutation(
        "app/sync/round.py", "if told.astray:\n        yield from _rejoin(disk, tally)",
        'if told.astray:\n        raise ServerRefused("device-fork")',
        _COPY + "test_what_was_sent_after_the_copy_comes_back_with_its_place_in_the_chain",
    ),
    "a-cursor-past-what-others-wrote": Mutation(
        "app/sync/following.py", "or result.rev != rev + 1", "or result.rev <= rev",
        "tests/sync/test_following.py::test_behind_what_somebody_else_wrote_the_feed_is_read",
    ),
    "receipts-that-go-with-the-line": Mutation(
        "app/sync/asks.py", "    finally:\n        own_work(request)()", "    finally:\n        own_work(Beacon())()",
        "tests/sync/test_following.py::test_a_receipt_that_came_counts_though_the_line_broke_at_the_next_push",
    ),
    "two-copies-nobody-hears-of": Mutation(
        "server/pulse.py", "if told and told == before.other else 0", "if told == before.word else 0",
        "tests/sync/test_two_copies.py::test_it_is_told_once_both_have_come_back",
    ),
    "a-sample-that-finds-nothing": Mutation(
        "server/sampling.py", "return bool(held)", "return False",
        "tests/server/test_door.py::test_a_computer_found_to_vouch_for_what_is_refused_has_its_whole_batch_read",
    ),
    "a-signature-for-any-text-before-it": Mutation(
        "app/sync/apply.py", "follower.get(dev) == one.hash", "dev in follower",
        "tests/sync/test_incoming.py::test_a_signature_speaks_for_the_very_text_before_it_and_no_other",
    ),
    "a-second-spelling": Mutation(
        "app/protocol/canonical.py", '== text.encode():', '!= b"":',
        "tests/unit/test_canonical.py::test_two_readings_of_one_text_do_not_exist",
    ),
    "one-half-of-the-signatures": Mutation(
        "server/feed.py", "range(0, len(ops), step)]", "range(0, len(ops) // 2, step)]",
        "tests/server/test_feed.py::test_one_bad_signature_among_many_refuses_the_whole_batch",
    ),
    "done-before-all-is-here": Mutation(
        "app/sync/disk.py", "return bool(outbox.waiting_count(tx)) or unfilled or", "return unfilled or",
        "tests/sync/test_following.py::test_a_round_ends_with_its_greeting_only_where_nothing_waits",
    ),
    "answers-that-wait": Mutation(
        "server/serve.py", "socket.SOCK_STREAM, socket.IPPROTO_TCP)", "socket.SOCK_STREAM)",
        "tests/server/test_greeting.py::test_an_answer_leaves_at_once",
    ),
    "others-cases-in-ones-own-chain": Mutation(
        "server/own.py", " and (row.cand is None or row.cand in mine)", "",
        "tests/server/test_wire.py::test_a_device_is_told_its_own_operations_and_no_text_that_is_not_its_persons",
    ),
}  # fmt: skip

if __name__ == "__main__":
    sys.exit(run(MUTATIONS, __doc__ or ""))
