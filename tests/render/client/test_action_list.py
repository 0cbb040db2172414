"""What is open, as a coach reads it between sessions."""

from datetime import date, timedelta

import pytest
from builders import FRIDAY, NOW

from coachcli.cells import cells
from coachcli.domain.history.open_items import Followed
from coachcli.domain.session.carried import Carried
from coachcli.domain.session.model import Note, Reviewed, When
from coachcli.domain.terms import Commitments, Outcome
from coachcli.domain.value import changed
from coachcli.render.client.action_list import list_data, list_text, taken_text

TODAY = NOW.date()


def thing(
    number: int, what: str, kind: Commitments = "action", due: date | None = None, sure: int | None = None
) -> Followed:
    when = When(words="then", on=due) if due else None
    details = (f"by {due:%A} {due.day} {due:%B %Y}",) if due else ()
    return Followed(number, Carried(kind, what, "jane-doe/1", when, details, "client", sure))


def alone(one: Followed) -> Followed:
    return changed(one, thing=changed(one.thing, room="alone", whose="coach"))


def closed(one: Followed, outcome: Outcome, day: int, comment: str = "") -> Followed:
    return Followed(one.number, one.thing, outcome, NOW + timedelta(days=day), comment)


EVERYTHING = (
    thing(1, "Lead the team", "goal"),
    closed(thing(2, "Ask Sam"), "done", -5, "it is half meetings"),
    thing(3, "Hand the rota to Sam", due=FRIDAY, sure=8),
    thing(4, "Write the page", due=TODAY - timedelta(days=1)),
    thing(5, "send the article", "promise"),
    thing(6, "her manager", "parked"),
    alone(thing(7, "Listen longer")),
    alone(thing(8, "Read about silence", "goal")),
    closed(thing(9, "Rest"), "dropped", -2),
)


class TestTheList:
    def test_it_says_by_client_what_is_open_by_when_and_how_sure(self) -> None:
        assert list_text([("Jane Doe", EVERYTHING), ("Tom", [thing(1, "Walk")])], TODAY) == (
            "Jane Doe\n"
            "  Actions\n"
            "   3  Hand the rota to Sam · by Friday 27 November 2026 · 8/10\n"
            "   4  Write the page · overdue since Thursday 19 November 2026\n"
            "  You promised\n"
            "   5  send the article\n"
            "  Parked\n"
            "   6  her manager\n"
            "  Goals\n"
            "   1  Lead the team\n"
            "  You\n"
            "   7  Listen longer\n"
            "   8  goal · Read about silence\n"
            "\n"
            "Tom\n"
            "  Actions\n"
            "   1  Walk\n"
        )

    def test_what_was_done_or_dropped_is_told_when_it_is_asked_for_the_newest_first(self) -> None:
        assert list_text([("Jane Doe", EVERYTHING)], TODAY, closed=True).endswith(
            "  Done or dropped\n"
            "   9  Rest · dropped on Wednesday 18 November 2026\n"
            "   2  Ask Sam · done on Sunday 15 November 2026 · it is half meetings\n"
        )

    def test_who_has_nothing_open_is_not_in_it(self) -> None:
        assert list_text([("Jane Doe", [EVERYTHING[1]]), ("Tom", [])], TODAY) == ""
        assert list_text([("Jane Doe", [EVERYTHING[1]])], TODAY, closed=True).startswith(
            "Jane Doe\n  Done or dropped\n"
        )

    def test_what_is_due_today_is_not_overdue(self) -> None:
        assert "overdue" not in list_text([("Jane", [thing(1, "Walk", due=TODAY)])], TODAY)

    def test_in_a_narrow_window_words_stay_whole_behind_their_number(self) -> None:
        shown = list_text([("Jane Doe", EVERYTHING)], TODAY, 40)

        assert "   3  Hand the rota to Sam · by Friday\n      27 November 2026 · 8/10\n" in shown
        assert max(cells(row) for row in shown.split("\n")) < 40

    def test_words_of_two_lines_are_shown_on_one_and_act_on_nothing(self) -> None:
        shown = list_text([("Ja\x1bne", [thing(1, "Call\x1b[2J")])], TODAY)

        assert shown == "Ja‹U+001B›ne\n  Actions\n   1  Call‹U+001B›[2J\n"

    def test_programs_are_told_the_same(self) -> None:
        first, *_ = list_data("jane-doe", "Jane Doe", [EVERYTHING[3]], TODAY)

        assert first == {
            "client": "jane-doe",
            "client_name": "Jane Doe",
            "number": 4,
            "whose": "client",
            "with": "client",
            "who": None,
            "kind": "action",
            "what": "Write the page",
            "due": "2026-11-19",
            "due_words": "then",
            "overdue": True,
            "confidence": None,
            "share_with": "client",
            "session": "jane-doe/1",
            "outcome": None,
            "closed": None,
        }

    def test_programs_are_told_whose_it_is_and_what_came_of_it(self) -> None:
        told = list_data("jane-doe", "Jane Doe", EVERYTHING, TODAY)

        assert [one["number"] for one in told if one["whose"] == "coach"] == [5, 7, 8]
        assert (told[1]["outcome"], told[1]["closed"]) == ("done", "2026-11-15T14:00:00+00:00")


def review(outcome: Outcome, comment: str = "", due: date | None = None) -> Note:
    seen = Reviewed(kind="action", what="Hand the rota to Sam", session="", outcome=outcome)
    return Note(kind="review", text=comment, reviewed=seen, due=When(words="then", on=due) if due else None)


class TestWhatWasDone:
    @pytest.mark.parametrize(
        ("note", "says"),
        [
            (review("done"), "Done: Hand the rota to Sam\n"),
            (review("dropped", "he\nleft"), "Dropped: Hand the rota to Sam · he left\n"),
            (
                review("not yet", due=date(2026, 12, 4)),
                "Moved to Friday 4 December 2026, it was Friday 27 November 2026: Hand the rota to Sam\n",
            ),
        ],
    )
    def test_it_says_with_what(self, note: Note, says: str) -> None:
        assert taken_text(EVERYTHING[2], note) == says

    def test_what_had_no_day_is_just_given_one(self) -> None:
        assert taken_text(EVERYTHING[0], review("not yet", due=FRIDAY)).startswith("Moved to Friday 27 November 2026: ")

    def test_what_is_new_is_said_as_it_was_understood_and_who_sees_it(self) -> None:
        due = When(words="friday", on=FRIDAY)
        chosen = Note(kind="action", text="Call Tom", due=due, confidence=8, share_with="client")

        assert taken_text(None, chosen) == "Action: Call Tom · by Friday 27 November 2026 · 8/10  → client\n"
        assert taken_text(None, Note(kind="promise", text="Write")) == "Promised: Write  for you alone\n"

    def test_what_was_open_already_is_told_of(self) -> None:
        chosen = Note(kind="action", text="Hand the rota to Sam", share_with="client")

        assert taken_text(EVERYTHING[2], chosen).startswith("It was open already, and is now as you say.\nAction: ")

    def test_what_is_closed_already_is_told_of(self) -> None:
        assert taken_text(EVERYTHING[1], None) == (
            "It was done on Sunday 15 November 2026 already: Ask Sam\nTo open it again: coach action add CLIENT TEXT\n"
        )

    def test_where_the_coach_thought_better_of_it_nothing_was_changed(self) -> None:
        assert taken_text(None, None) == "Nothing was changed.\n"


def test_what_was_to_be_done_until_a_day_is_told_so() -> None:
    until = When(words="until friday 14:00", on=FRIDAY)
    late = Followed(1, Carried("action", "Call Ana", "jane-doe/1", until))
    seen = Reviewed(kind="action", what="Call Ana", session="", outcome="not yet")

    assert "overdue, until Friday 27 November 2026, 14:00" in list_text([("Jane", [late])], FRIDAY + timedelta(days=1))
    assert taken_text(late, Note(kind="review", reviewed=seen, due=until)).startswith(
        "Moved, until Friday 27 November 2026, 14:00, it was until Friday"
    )
