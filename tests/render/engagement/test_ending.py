"""What is read when an engagement was ended."""

from datetime import date

from coachcli.domain.engagement.model import Ended
from coachcli.domain.engagement.settlement import Settled
from coachcli.render.engagement.ending import ending_text


def test_each_open_thing_stands_under_what_became_of_it() -> None:
    settled = (Settled("Call Ana", "keep"), Settled("Rest", "done"), Settled("Write\nto Tom", "dropped"))

    text = ending_text("Lead", "Jane Example", Ended(on=date(2027, 2, 20), why="as agreed"), settled)

    assert text == (
        "Ended on Saturday 20 February 2027, with Jane Example: as agreed\n  Lead\n"
        "Theirs from now on\n  Call Ana\nDone\n  Rest\nDropped\n  Write to Tom\nNothing of it is due any more.\n"
    )


def test_only_what_is_the_clients_is_theirs_and_what_is_nobodys_is_a_count() -> None:
    settled = (
        Settled("Call Ana", "keep"),
        Settled("Send the article", "keep", "coach"),
        Settled("Tell her I am proud", "keep", "nobody"),
    )

    text = ending_text("Lead", "Jane Example", Ended(on=date(2027, 2, 20)), settled)

    assert text.partition("  Lead\n")[2] == (
        "Theirs from now on\n  Call Ana\nStill yours\n  Send the article\n"
        "Let go: 1 that was others' to do, or to pass on.\nOf the rest nothing is due any more.\n"
    )


def test_without_a_reason_and_with_nothing_open_it_is_short() -> None:
    text = ending_text("Lead", "Jane Example", Ended(on=date(2027, 2, 20)), ())

    assert text == ("Ended on Saturday 20 February 2027, with Jane Example\n  Lead\nNothing of it is due any more.\n")
