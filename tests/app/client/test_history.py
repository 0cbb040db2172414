"""What was chosen in one session comes up in the next one, whatever framework either was held with."""

from datetime import datetime, timedelta, timezone
from itertools import groupby

import pytest
from app.conftest import MakeSession
from app.play import Play, over_a_pipe
from app.scripted_call import FakeClock, Step
from builders import NOW, note, turn_with

from coachcli.app.client.history import carried_into
from coachcli.app.context import Context
from coachcli.app.session import resumption, start
from coachcli.app.session.request import StartRequest
from coachcli.domain.client.model import Client
from coachcli.domain.framework.model import Framework
from coachcli.domain.session.model import Note, Reviewed, Session, When
from coachcli.domain.terms import Outcome
from coachcli.domain.value import changed
from coachcli.store.client import client_file, clients
from coachcli.store.framework import catalogue
from coachcli.store.paths import Practice
from coachcli.store.session import sessions, trash

FIRST = """
kind: conversation
stages:
  - title: All of it
    ask:
      - {id: what_next, type: action, ask: "What will you do?", many: 5, fields: [what]}
      - {id: aim, type: goal, ask: "Where to?"}
"""
SECOND = """
kind: meeting
stages:
  - title: Looking back
    ask:
      - {id: came_of_it, type: review, ask: "What came of it?", share_with: client}
      - {id: still_aim, type: review, of: goals, ask: "And of where you were heading?"}
      - {id: step, type: line, keep_as: action, ask: "And now?"}
"""
ALONE = """
kind: reflection
stages:
  - title: Alone
    ask:
      - {id: my_own, type: review, ask: "What came of what I wanted to try?"}
      - {id: my_next, type: action, ask: "What do I want to try?", fields: [what]}
"""


@pytest.fixture(autouse=True)
def _frameworks(jane: Client, practice: Practice) -> None:
    assert jane.id
    practice.frameworks.mkdir(exist_ok=True)
    for name, text in {"first": FIRST, "second": SECOND, "alone": ALONE}.items():
        (practice.frameworks / f"{name}.yaml").write_text(text, encoding="utf-8")


def held(context: Context, clock: FakeClock, framework: str, *steps: Step, who: str = "Jane Doe") -> Play:
    """A session held with somebody, a week after the one before."""
    clock.pass_(7 * 86_400)
    play = over_a_pipe(*steps)
    start.start(
        context,
        StartRequest(client=who, framework=framework, new=not _known(context, who)),
        play.conversation,
    )
    return play


def _known(context: Context, who: str) -> bool:
    return who in {client.name for client in clients.clients(context.practice)}


def asked(play: Play) -> list[str]:
    """What was asked, one after the other."""
    return [question for question, _ in groupby(view.question for view in play.script.views)]


def framework_named(context: Context, name: str) -> Framework:
    return catalogue.load(catalogue.find(context.practice, name))


class TestFromOneSessionToTheNext:
    def test_what_was_chosen_is_asked_about_one_by_one_in_another_framework(
        self, context: Context, clock: FakeClock
    ) -> None:
        held(context, clock, "first", "call Tom by friday", "rest", "", "lead the team", "/end")
        play = held(context, clock, "second", "done", "", "not yet", "", "partly", "", "/end")

        assert asked(play)[:4] == [
            "What came of it?\n→ call Tom · by Friday 4 December 2026",
            "What came of it?\n→ rest",
            "And of where you were heading?\n→ lead the team",
            "And now?",
        ]
        assert [line for line in play.script.said if line.startswith("·")] == [
            "· call Tom: done  → client",
            "· rest: not yet  → client",
            "· lead the team: partly",
        ]

    def test_what_is_done_is_never_asked_about_again_and_the_rest_is(self, context: Context, clock: FakeClock) -> None:
        held(context, clock, "first", "call Tom", "rest", "/end")
        held(context, clock, "second", "done", "", "not yet, by friday", "/end")

        assert asked(held(context, clock, "second", "/end"))[0] == (
            "What came of it?\n→ rest · by Friday 11 December 2026"
        )

    def test_on_a_first_call_nothing_is_asked(self, context: Context, clock: FakeClock) -> None:
        assert asked(held(context, clock, "second", "/end"))[0] == "And now?"

    def test_what_another_client_chose_is_theirs(self, context: Context, clock: FakeClock) -> None:
        held(context, clock, "first", "call Tom", "/end", who="Bo Li")

        assert asked(held(context, clock, "second", "/end"))[0] == "And now?"
        assert "call Tom" in asked(held(context, clock, "second", "/end", who="Bo Li"))[0]

    def test_what_the_coach_chose_alone_does_not_come_up_in_a_call_nor_the_other_way_round(
        self, context: Context, clock: FakeClock
    ) -> None:
        held(context, clock, "first", "call Tom", "/end")
        held(context, clock, "alone", "listen longer", "/end")

        assert [q for q in asked(held(context, clock, "second", "/end")) if "listen" in q] == []
        assert asked(held(context, clock, "alone", "/end"))[0].endswith("→ listen longer")

    def test_a_session_that_is_not_ended_counts_too(self, context: Context, clock: FakeClock) -> None:
        held(context, clock, "first", "call Tom")

        assert "call Tom" in asked(held(context, clock, "second", "/end"))[0]

    def test_what_was_chosen_in_a_later_session_does_not_come_up_when_an_earlier_one_is_resumed(
        self, context: Context, clock: FakeClock
    ) -> None:
        held(context, clock, "first", "call Tom", "/end")
        held(context, clock, "second", "not yet")
        held(context, clock, "first", "climb a hill", "/end")
        play = over_a_pipe("/map", "/go what came", "/end")
        resumption.resume(context, "Jane Doe", play.conversation)

        assert [view.question for view in play.script.views if "climb" in view.question] == []
        assert play.script.views[2].question == "What came of it?\n→ call Tom"

    def test_a_rehearsal_brings_nothing_along(self, context: Context, clock: FakeClock) -> None:
        held(context, clock, "first", "call Tom", "/end")
        play = over_a_pipe("/end")
        start.start(context, StartRequest("Jane Doe", "second", rehearse=True), play.conversation)

        assert asked(play)[0] == "And now?"


def chosen(*words: str) -> dict[str, object]:
    return {"turns": (turn_with(*(note(each, "action") for each in words)),)}


def came_of(words: str, outcome: Outcome) -> Note:
    seen = Reviewed(kind="action", what=words, session="jane-doe/2026-11-01-1000", outcome=outcome)
    return Note(kind="review", reviewed=seen)


class TestWhatIsRead:
    def opened(self, context: Context, made: MakeSession, jane: Client) -> list[str]:
        """What comes up in a session that begins now."""
        now = made(jane, "2026-11-20-1400")
        return [thing.what for thing in carried_into(context, now, framework_named(context, "second"))]

    def test_sessions_count_in_the_order_in_which_they_were_held(
        self, context: Context, made: MakeSession, jane: Client
    ) -> None:
        made(jane, "2026-11-02-1000", turns=(turn_with(came_of("rest", "done")),))
        made(jane, "2026-11-03-1000", **chosen("walk"))
        made(jane, "2026-11-01-1000", **chosen("rest"))

        assert self.opened(context, made, jane) == ["walk"]

    def test_one_written_up_afterwards_counts_from_the_day_it_was_held(
        self, context: Context, made: MakeSession, jane: Client
    ) -> None:
        made(jane, "2026-11-02-1000", turns=(turn_with(came_of("rest", "done")),))
        made(jane, "2026-11-01-1000", written_up=NOW, **chosen("rest"))

        assert self.opened(context, made, jane) == []

    def test_of_two_time_zones_the_moment_counts_and_not_the_clock_on_the_wall(
        self, context: Context, made: MakeSession, jane: Client
    ) -> None:
        in_delhi = datetime(2026, 11, 18, 14, 0, tzinfo=timezone(timedelta(hours=5, minutes=30)))
        made(jane, "2026-11-18-1400", started=in_delhi, **chosen("rest"))
        made(jane, "2026-11-18-1000", turns=(turn_with(came_of("rest", "done")),))

        assert self.opened(context, made, jane) == []

    def test_a_review_that_was_amended_counts_as_it_is_now(
        self, context: Context, made: MakeSession, jane: Client
    ) -> None:
        made(jane, "2026-11-01-1000", **chosen("rest"))
        reviewed = made(jane, "2026-11-02-1000", turns=(turn_with(came_of("rest", "done")),))
        assert self.opened(context, made, jane) == []

        mended = changed(reviewed.session, turns=(turn_with(came_of("rest", "partly")),))
        sessions.save(reviewed, mended)
        now = sessions.load(next(context.practice.sessions(jane.id).glob("2026-11-20-1400*.yaml")))
        assert [thing.what for thing in carried_into(context, now, framework_named(context, "second"))] == ["rest"]

    @pytest.mark.parametrize(
        "damage", [b"", b"format: 1\n", b"format: 99\n", b"\xff\xfe\x00", b"turns: [", b"- just\n- a list\n"]
    )
    def test_a_damaged_session_stops_nothing_and_is_left_as_it_is(
        self, context: Context, made: MakeSession, jane: Client, damage: bytes
    ) -> None:
        made(jane, "2026-11-01-1000", **chosen("rest"))
        broken = made(jane, "2026-11-02-1000", **chosen("walk")).path
        broken.write_bytes(damage)

        assert self.opened(context, made, jane) == ["rest"]
        assert broken.read_bytes() == damage

    def test_a_session_in_the_bin_is_not_read(self, context: Context, made: MakeSession, jane: Client) -> None:
        trash.delete(context.practice, made(jane, "2026-11-01-1000", **chosen("rest")).path)

        assert self.opened(context, made, jane) == []

    def test_where_a_framework_does_not_look_back_nothing_is_read(
        self, context: Context, made: MakeSession, jane: Client, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        now = made(jane, "2026-11-20-1400")

        def refuse(_path: object) -> Session:
            raise AssertionError("it was read")

        monkeypatch.setattr(sessions, "load", refuse)
        assert carried_into(context, now, framework_named(context, "first")) == ()

    def test_another_clients_sessions_are_not_read(self, context: Context, made: MakeSession, jane: Client) -> None:
        bo = client_file.add(context.practice, "Bo Li")
        made(bo, "2026-11-01-1000", **chosen("rest"))

        assert self.opened(context, made, jane) == []

    def test_the_day_it_is_due_comes_along(self, context: Context, made: MakeSession, jane: Client) -> None:
        due = Note(kind="action", text="rest", due=When(words="soon"))
        made(jane, "2026-11-01-1000", turns=(turn_with(due),))
        now = made(jane, "2026-11-20-1400")

        assert [thing.in_words for thing in carried_into(context, now, framework_named(context, "second"))] == [
            "rest · by soon"
        ]
