"""What happened between sessions is added to and taken back entry by entry, and nothing else moves."""

from datetime import timedelta

from builders import NOW, note

from coachcli.domain.history.between import Between, Entry

CALLED = Entry(at=NOW, notes=(note("call Tom", "action"), note("send it", "promise")))
ASKED = Entry(at=NOW + timedelta(days=1), question="since", asked="What came of it?", notes=(note("nothing yet"),))
BOTH = Between(client="jane-example", entries=(CALLED, ASKED))


def test_an_entry_is_added_at_the_end_whatever_its_time() -> None:
    earlier = Entry(at=NOW - timedelta(days=9), notes=(note("before"),))

    assert BOTH.with_entry(earlier).entries == (CALLED, ASKED, earlier)
    assert BOTH.entries == (CALLED, ASKED)


def test_notes_come_with_their_entry_in_the_order_they_were_written() -> None:
    assert [(entry.asked, one.text) for entry, one in BOTH.notes] == [
        ("", "call Tom"),
        ("", "send it"),
        ("What came of it?", "nothing yet"),
    ]


def test_an_entry_that_is_taken_back_is_the_only_one_that_goes() -> None:
    assert BOTH.without(CALLED).entries == (ASKED,)
    assert BOTH.without(ASKED).entries == (CALLED,)


def test_of_entries_that_are_alike_the_last_one_goes() -> None:
    twice = BOTH.with_entry(CALLED)

    assert twice.without(CALLED).entries == (CALLED, ASKED)
