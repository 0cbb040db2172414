"""What a client listed at the intake comes back at the midpoint, whatever way the call is held."""

import pytest
from app.conftest import MakeSession
from app.play import at_a_terminal, over_a_pipe
from app.scripted_call import Step
from builders import NOW, note

from coachcli.app.client import lists
from coachcli.app.client.history import brought
from coachcli.app.client.lists import lists_from, lists_into
from coachcli.app.context import Context
from coachcli.app.session import resumption
from coachcli.app.session import start as beginning
from coachcli.app.session.request import StartRequest
from coachcli.domain.client.model import Client
from coachcli.domain.session.model import Note, Session, Turn
from coachcli.domain.terms import ShareWith
from coachcli.live.source import View
from coachcli.store.framework import catalogue
from coachcli.store.session import sessions
from coachcli.store.session.sessions import Stored

AREAS = ("Delegating", "Saying no", "Sleep")
CUE = "From last time: Enter keeps the list, words add a line, -2 drops the second."


def given(*notes: Note, question: str = "areas") -> Turn:
    return Turn(room="client", stage="where", question=question, asked="What would move?", at=NOW, notes=notes)


@pytest.fixture
def intake(jane: Client, made: MakeSession) -> Stored:
    """An intake at which Jane named three areas, and kept one of them between the two of them."""
    circles: tuple[ShareWith, ...] = ("client", "client", "nobody")
    areas = (note(text, share_with=share) for text, share in zip(AREAS, circles, strict=True))
    return made(jane, "2026-09-03-1000", "intake", turns=(given(*areas),), status="ended")


def held(context: Context, *lines: Step, framework: str = "midpoint", discreet: bool = False) -> Session:
    request = StartRequest(client="Jane Doe", framework=framework, discreet=discreet)
    beginning.start(context, request, over_a_pipe(*lines).conversation)
    return newest(context)


def newest(context: Context) -> Session:
    """The session that was held last, as it is in its file."""
    paths = context.practice.clients.glob("*/sessions/*.yaml")
    return max((sessions.load(path).session for path in paths), key=lambda one: one.started)


def areas_of(session: Session) -> list[tuple[str, ShareWith]]:
    return [(one.text, one.share_with) for turn, one in session.notes if turn.question == "areas"]


def views(context: Context, *lines: Step, discreet: bool = False) -> list[View]:
    play = at_a_terminal(types=["/go areas", *lines, "/pause"], discreet=discreet)
    request = StartRequest(client="Jane Doe", framework="midpoint", discreet=discreet)
    beginning.start(context, request, play.conversation)
    return play.script.views


@pytest.mark.usefixtures("intake")
class TestInTheCall:
    def test_enter_keeps_the_list_as_it_was_each_line_for_those_who_saw_it_before(self, context: Context) -> None:
        session = held(context, "/go areas", "", "/pause")

        assert areas_of(session) == [("Delegating", "client"), ("Saying no", "client"), ("Sleep", "nobody")]

    def test_one_more_and_one_less_in_the_same_breath(self, context: Context) -> None:
        session = held(context, "/go areas", "Reading the room", "-2", "", "/pause")

        assert areas_of(session) == [("Delegating", "client"), ("Sleep", "nobody"), ("Reading the room", "client")]

    def test_it_is_shown_with_numbers_and_without_anything_else(self, context: Context) -> None:
        first = views(context)[-1]

        assert first.choices == ("Delegating  → client", "Saying no  → client", "Sleep")
        assert first.cue.split("\n")[0] == CUE
        assert list(first.notes) == []

    def test_once_it_is_kept_it_stands_below_with_the_same_numbers(self, context: Context) -> None:
        last = views(context, "-2")[-1]

        assert list(last.notes) == ["1 Delegating  → client", "2 Sleep"]
        assert last.choices == ()
        assert CUE not in last.cue
        assert last.remark == "Off the list: Saying no"

    @pytest.mark.parametrize("typed", ["-4", "-0"])
    def test_a_number_that_is_not_there_drops_nothing(self, context: Context, typed: str) -> None:
        last = views(context, typed)[-1]

        assert last.remark in {"The list ends at 3.", "The list begins at 1."}
        assert len(last.choices) == 3

    def test_the_last_one_is_not_dropped_as_nothing_would_be_left_to_go_on_with(self, context: Context) -> None:
        last = views(context, "-3", "-2", "-1")[-1]

        assert list(last.notes) == ["1 Delegating  → client"]
        assert last.remark.startswith("It is the only one.")

    def test_where_others_see_the_screen_nothing_of_it_is_shown_and_enter_keeps_it(self, context: Context) -> None:
        shown = views(context, "-2", "", discreet=True)
        here = [view for view in shown if "What would you add or change" in view.question]

        assert [view.choices for view in here] == [(), ()]
        assert here[1].remark == "Off the list."
        assert not any(word in repr([v.cue, v.remark, [*v.notes]]) for v in here for word in AREAS)
        assert areas_of(newest(context)) == [("Delegating", "client"), ("Sleep", "nobody")]

    def test_an_undo_takes_all_of_it_back_and_names_none_of_it(self, context: Context) -> None:
        last = views(context, "-1", "/undo")[-1]

        assert last.remark == "Taken back."
        assert len(last.choices) == 3

    def test_resumed_it_waits_still(self, context: Context) -> None:
        held(context, "/go areas", "/pause")
        left = resumption.resume(context, None, over_a_pipe("", "/pause").conversation).left.session

        assert [text for text, _ in areas_of(left)] == [*AREAS]

    def test_what_another_call_switches_to_finds_it_too(self, context: Context) -> None:
        session = held(context, "/switch midpoint", "/go areas", "", "/pause", framework="checkin")

        assert [text for text, _ in areas_of(session)] == [*AREAS]

    def test_a_rehearsal_brings_nobodys_list(self, context: Context) -> None:
        play = at_a_terminal(types=["/go areas", "/end", "/end"])
        request = StartRequest(client="Jane Doe", framework="midpoint", rehearse=True)
        beginning.start(context, request, play.conversation)

        assert not any(view.choices for view in play.script.views if "add or change" in view.question)

    def test_a_session_that_is_written_up_brings_what_was_there_then(self, context: Context) -> None:
        request = StartRequest(client="Jane Doe", framework="midpoint", at="2026-09-01 10:00")
        play = at_a_terminal(types=["/go areas", "/pause"])
        beginning.start(context, request, play.conversation)

        assert play.script.views[-1].choices == ()

    def test_a_stakeholder_is_asked_about_what_the_client_knows_of(self, context: Context) -> None:
        session = held(context, "/go areas", "", "/pause", framework="stakeholder-interview")

        assert areas_of(session) == [("Delegating", "nobody"), ("Saying no", "nobody")]


def test_only_the_session_that_has_the_list_is_read(
    context: Context, jane: Client, made: MakeSession, intake: Stored, monkeypatch: pytest.MonkeyPatch
) -> None:
    for day in range(1, 10):
        made(jane, f"2026-10-0{day}-1000", turns=(given(note("long story"), question="now"),))
    midpoint = catalogue.load(catalogue.find(context.practice, "midpoint"))
    known = brought(context, jane.id)
    read: list[str] = []

    def load(path: object) -> Stored:
        read.append(str(path))
        return load_session(path)  # type: ignore[arg-type]

    load_session = sessions.load
    monkeypatch.setattr(sessions, "load", load)

    assert [one.text for one in lists_from(known, midpoint)["areas"]] == [*AREAS]
    assert read == [str(intake.path)]


def test_a_framework_that_brings_nothing_again_reads_nothing(
    context: Context, intake: Stored, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lists, "brought", pytest.fail)

    assert lists_into(context, intake, catalogue.load(catalogue.find(context.practice, "grow"))) == {}


def test_a_list_whose_file_is_damaged_meanwhile_is_passed_over(context: Context, jane: Client, intake: Stored) -> None:
    midpoint = catalogue.load(catalogue.find(context.practice, "midpoint"))
    known = brought(context, jane.id)
    intake.path.write_text("format: 1\n", encoding="utf-8")

    assert lists_from(known, midpoint) == {}
