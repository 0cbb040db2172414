"""What `coach` alone shows."""

from datetime import date, timedelta
from typing import NoReturn

import pytest
from app.conftest import MakeSession
from builders import NOW, note, turn_with
from engagements import written

from coachcli.app.between import actions
from coachcli.app.between.entries import Said
from coachcli.app.client.home import overview
from coachcli.app.context import Context
from coachcli.domain.client.model import Client
from coachcli.domain.client.overview import ToPassOn
from coachcli.domain.client.own import OWN_WORK
from coachcli.domain.history.between import Entry
from coachcli.domain.session.model import Appointment, Note, Reviewed, Turn, When
from coachcli.domain.terms import Outcome
from coachcli.domain.value import changed
from coachcli.render.client.overview import overview_text
from coachcli.store.client import client_file
from coachcli.store.session import between, sessions


def action(what: str, day: str | None) -> Note:
    due = When(words="then", on=date.fromisoformat(day) if day else None)
    return changed(note(what, "action", "client"), due=due)


def due(context: Context) -> list[tuple[str, str]]:
    return [(item.whose, item.what) for item in overview(context)[0].due]


def test_before_the_first_session_everything_is_new(context: Context) -> None:
    screen, damaged = overview(context)

    assert (screen.is_new, screen.unfinished, screen.due, damaged) == (True, (), (), ())
    assert not context.practice.root.exists()


def test_what_is_unfinished_is_named_the_newest_first(context: Context, jane: Client, made: MakeSession) -> None:
    tom = client_file.add(context.practice, "Tom")
    made(jane, "2026-11-01-0900", status="paused")
    made(jane, "2026-11-02-0900", status="ended")
    made(tom, "2026-11-03-0900", "egan", status="live")
    screen, _ = overview(context)

    assert [(item.id, item.client, item.framework) for item in screen.unfinished] == [
        ("tom/2026-11-03-0900", "Tom", "Skilled Helper"),
        ("jane-doe/2026-11-01-0900", "Jane Doe", "GROW"),
    ]
    assert not screen.is_new


@pytest.mark.parametrize(
    ("day", "is_due"),
    [
        ("2025-11-19", True),
        ("2026-11-19", True),
        ("2026-11-20", True),
        ("2026-11-27", True),
        ("2026-11-28", False),
        (None, False),
    ],
)
def test_an_action_is_due_until_a_week_from_now_and_when_it_is_overdue(
    context: Context, jane: Client, made: MakeSession, day: str | None, is_due: bool
) -> None:
    made(jane, turns=(turn_with(action("call Tom", day), question="arriving"),), status="ended")

    assert due(context) == ([("Jane Doe", "call Tom")] if is_due else [])


def test_what_is_due_sooner_comes_first(context: Context, jane: Client, made: MakeSession) -> None:
    later, sooner = action("later", "2026-11-25"), action("sooner", "2026-11-21")
    made(jane, "2026-11-02-0900", turns=(turn_with(later, question="arriving"),))
    made(jane, "2026-11-01-0900", turns=(turn_with(note("no action"), sooner, question="arriving"),))

    assert due(context) == [("Jane Doe", "sooner"), ("Jane Doe", "later")]


def test_what_one_client_has_to_do_stays_together_and_who_has_something_nearest_comes_first(
    context: Context, jane: Client, made: MakeSession
) -> None:
    tom = client_file.add(context.practice, "Tom")
    of_jane = action("overdue", "2026-10-01"), action("in five days", "2026-11-25")
    made(jane, turns=(turn_with(*of_jane, question="arriving"),))
    made(tom, turns=(turn_with(action("yesterday", "2026-11-19"), question="arriving"),))

    assert due(context) == [("Tom", "yesterday"), ("Jane Doe", "overdue"), ("Jane Doe", "in five days")]


def reviewed(outcome: Outcome, **more: object) -> Note:
    said = Reviewed(kind="action", what="call Tom", session="jane-doe/2026-11-01-0900", outcome=outcome)
    return changed(Note(kind="review", reviewed=said), **more)


@pytest.mark.parametrize(
    ("outcome", "is_due"), [("done", False), ("dropped", False), ("partly", True), ("not yet", True)]
)
def test_what_was_done_or_dropped_is_due_no_more(
    context: Context, jane: Client, made: MakeSession, outcome: Outcome, is_due: bool
) -> None:
    made(jane, "2026-11-01-0900", turns=(turn_with(action("call Tom", "2026-11-21"), question="arriving"),))
    made(jane, "2026-11-02-0900", turns=(turn_with(reviewed(outcome), question="last_actions"),))

    assert due(context) == ([("Jane Doe", "call Tom")] if is_due else [])


def test_what_was_put_off_is_due_on_its_new_day(context: Context, jane: Client, made: MakeSession) -> None:
    later = When(words="2027", on=date(2027, 1, 1))
    made(jane, "2026-11-01-0900", turns=(turn_with(action("call Tom", "2026-11-21"), question="arriving"),))
    made(jane, "2026-11-02-0900", turns=(turn_with(reviewed("not yet", due=later), question="last_actions"),))

    assert due(context) == []


def test_what_the_coach_chose_alone_is_theirs(context: Context, jane: Client, made: MakeSession) -> None:
    made(jane, turns=(turn_with(action("rest", "2026-11-21"), question="arriving"),), framework="reflection")

    assert due(context) == [("You, about Jane Doe", "rest")]


def test_a_goal_with_a_day_is_not_due(context: Context, jane: Client, made: MakeSession) -> None:
    goal = changed(action("lead", "2026-11-21"), kind="goal")
    made(jane, turns=(turn_with(goal, question="arriving"),))

    assert due(context) == []


def test_what_cannot_be_read_is_told_and_hides_nothing_else(context: Context, jane: Client, made: MakeSession) -> None:
    made(jane, turns=(turn_with(action("call Tom", "2026-11-21"), question="arriving"),))
    made(jane, "2026-11-18-0900").path.write_text("format: 1\nid: [\n", encoding="utf-8")
    screen, damaged = overview(context)

    assert len(damaged) == 1
    assert len(screen.due) == 1
    assert not screen.is_new


def test_a_practice_with_nothing_but_a_damaged_session_is_not_new(
    context: Context, jane: Client, made: MakeSession
) -> None:
    made(jane).path.write_text("format: 1\nid: [\n", encoding="utf-8")

    assert not overview(context)[0].is_new


def between_sessions(context: Context, client: Client, *notes: Note) -> None:
    between.add(context.practice, client.id, Entry(at=context.clock.now(), notes=notes))


def test_what_was_done_between_sessions_is_due_no_more(context: Context, jane: Client, made: MakeSession) -> None:
    made(jane, "2026-11-01-0900", turns=(turn_with(action("call Tom", "2026-11-21"), question="arriving"),))
    assert due(context) == [("Jane Doe", "call Tom")]
    between_sessions(context, jane, reviewed("done"))

    assert due(context) == []


def test_what_was_promised_is_told_what_has_a_day_first_until_it_is_kept(
    context: Context, jane: Client, made: MakeSession
) -> None:
    by_monday = changed(note("send it", "promise"), due=When(words="then", on=date(2026, 11, 23)))
    made(jane, turns=(turn_with(note("ask Sam", "promise"), by_monday, question="arriving"),), status="ended")
    assert [(one.client, one.what, one.day) for one in overview(context)[0].promised] == [
        ("Jane Doe", "send it", date(2026, 11, 23)),
        ("Jane Doe", "ask Sam", None),
    ]

    kept = Reviewed(kind="promise", what="send it", session="jane-doe/2026-11-19-1000", outcome="done")
    between_sessions(context, jane, Note(kind="review", reviewed=kept))
    assert [one.what for one in overview(context)[0].promised] == ["ask Sam"]


class TestWhoWasNotSeenForLong:
    def unseen(self, context: Context) -> list[tuple[str, int, int]]:
        return [(one.client, one.days, one.cadence.days) for one in overview(context)[0].unseen]

    def every_two_weeks(self, made: MakeSession, client: Client, last: date, times: int = 3, **more: object) -> None:
        for number in range(times):
            when = f"{last - timedelta(days=14 * number)}-1000"
            made(client, when, status="ended", **(more if number == 0 else {}))

    def has_cadence(self, context: Context, client: Client, words: str) -> None:
        with (context.practice.clients / client.id / "client.yaml").open("a", encoding="utf-8") as file:
            file.write(f"cadence: {words}\n")

    def test_it_goes_by_the_usual_gap_between_sessions(self, context: Context, jane: Client, made: MakeSession) -> None:
        self.every_two_weeks(made, jane, date(2026, 11, 5))

        assert self.unseen(context) == [("Jane Doe", 15, 14)]

    def test_after_no_longer_than_that_nothing_is_said(self, context: Context, jane: Client, made: MakeSession) -> None:
        self.every_two_weeks(made, jane, date(2026, 11, 6))

        assert self.unseen(context) == []

    def test_two_sessions_are_no_rhythm(self, context: Context, jane: Client, made: MakeSession) -> None:
        self.every_two_weeks(made, jane, date(2026, 10, 1), times=2)

        assert self.unseen(context) == []

    def test_it_goes_by_the_clients_file_where_that_says_so(
        self, context: Context, jane: Client, made: MakeSession
    ) -> None:
        self.has_cadence(context, jane, "1 week")
        made(jane, "2026-11-10-1000", status="ended")

        assert self.unseen(context) == [("Jane Doe", 10, 7)]

    def test_of_somebody_the_file_says_need_not_be_waited_for_nothing_is_said(
        self, context: Context, jane: Client, made: MakeSession
    ) -> None:
        self.has_cadence(context, jane, "none")
        self.every_two_weeks(made, jane, date(2026, 10, 1))

        assert (self.unseen(context), overview(context)[1]) == ([], ())

    def test_nobody_is_told_of_who_never_came(self, context: Context, jane: Client) -> None:
        self.has_cadence(context, jane, "1 week")

        assert self.unseen(context) == []

    @pytest.mark.parametrize(
        ("day", "is_told"), [(date(2026, 11, 20), False), (date(2026, 11, 19), True), (None, True)]
    )
    def test_nobody_is_told_of_who_has_a_next_session_ahead(
        self, context: Context, jane: Client, made: MakeSession, day: date | None, is_told: bool
    ) -> None:
        self.every_two_weeks(made, jane, date(2026, 10, 1), next=Appointment(words="then", on=day))

        assert bool(self.unseen(context)) == is_told

    def test_what_the_coach_reflected_on_alone_is_no_session_with_them(
        self, context: Context, jane: Client, made: MakeSession
    ) -> None:
        self.every_two_weeks(made, jane, date(2026, 10, 30))
        made(jane, "2026-11-19-1000", "reflection", status="ended")

        assert self.unseen(context) == [("Jane Doe", 21, 14)]

    def test_who_waits_for_longest_comes_first(self, context: Context, jane: Client, made: MakeSession) -> None:
        self.every_two_weeks(made, jane, date(2026, 11, 5))
        self.every_two_weeks(made, client_file.add(context.practice, "Tom"), date(2026, 11, 1))

        assert [name for name, _, _ in self.unseen(context)] == ["Tom", "Jane Doe"]

    def test_a_cadence_that_is_none_is_told_with_its_line_and_the_rhythm_counts(
        self, context: Context, jane: Client, made: MakeSession
    ) -> None:
        self.has_cadence(context, jane, "now and then")
        self.every_two_weeks(made, jane, date(2026, 11, 5))
        (told,) = overview(context)[1]

        assert (
            told.message == f"{context.practice.clients / 'jane-doe' / 'client.yaml'}:4: this cadence cannot be read."
        )
        assert self.unseen(context) == [("Jane Doe", 15, 14)]


def test_what_was_read_before_is_not_read_again(
    context: Context, jane: Client, made: MakeSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(jane, turns=(turn_with(action("call Tom", "2026-11-21"), question="arriving"),))
    first = overview(context)

    def refuse(path: object) -> NoReturn:
        raise AssertionError(f"{path} was read again")

    monkeypatch.setattr(sessions, "load", refuse)
    assert overview(context) == first


def test_what_happened_between_sessions_and_cannot_be_read_is_told(
    context: Context, jane: Client, made: MakeSession
) -> None:
    made(jane, turns=(turn_with(action("call Tom", "2026-11-21"), question="arriving"),))
    context.practice.between_file(jane.id).write_text("format: 1\nentries: [\n", encoding="utf-8")
    screen, damaged = overview(context)

    assert len(damaged) == 1
    assert len(screen.due) == 1


def test_what_was_said_beside_a_day_is_said_here_as_well(context: Context, jane: Client, made: MakeSession) -> None:
    friday = date(2026, 11, 27)
    call = changed(note("call Tom", "action"), due=When(words="until friday 14:00", on=friday))
    send = changed(note("send it", "promise"), due=When(words="friday at the latest", on=friday))
    made(jane, turns=(turn_with(call, send, question="arriving"),), status="ended")
    screen, _ = overview(context)

    assert [one.what for one in screen.due] == ["call Tom (until 14:00)"]
    assert [one.what for one in screen.promised] == ["send it (at the latest)"]


def test_what_a_sponsor_lets_a_client_hear_is_counted_until_it_is_passed_on(
    context: Context, jane: Client, made: MakeSession
) -> None:
    words = ("He is glad", "He hopes for more")
    told = tuple(Note(kind="message", text=text) for text in words)
    heard = Turn(room="sponsor", stage="s", question="may_hear", asked="?", at=NOW, notes=told)
    made(jane, "2026-11-02-1000", "sponsor-checkin", turns=(heard,))

    assert overview(context)[0].to_pass_on == (ToPassOn("Jane Doe", 2),)
    screen = overview_text(overview(context)[0], 80, 24)
    assert "To pass on\n  Jane Doe: 2\n" in screen
    assert not any(text in screen for text in words)

    actions.close(context, lambda: None, Said("jane", "glad"), "done")
    assert overview(context)[0].to_pass_on == (ToPassOn("Jane Doe", 1),)


class TestEngagements:
    """Today is Friday 20 November 2026."""

    def agreed(self, day: str) -> Turn:
        agreed = Note(kind="next", day=When(words="then", on=date.fromisoformat(day)))
        return changed(turn_with(agreed, question="arriving"), room="three")

    def test_where_the_work_stands_is_told_with_what_is_late_and_due(
        self, context: Context, jane: Client, made: MakeSession
    ) -> None:
        road = "road:\n- {do: intake, week: 1}\n- {do: midpoint, week: 8}\n- {do: checkin, week: 12}\n"
        written(context.practice, jane.id, f"start: 2026-09-01\nend: 2027-02-28\nsessions: 12\n{road}")
        made(jane, "2026-09-02-0900", "intake")
        made(jane, "2026-11-04-0900")
        (one,) = overview(context)[0].under_way

        # Week 8 began on 20 October, week 12 on 17 November.
        assert (one.client, one.figures) == ("Jane Doe", "month 3 of 6 · session 3 of 12")
        assert one.stops == ("late: Midpoint review, was for 20 Oct", "due: Weekly check-in, until 23 Nov")

    @pytest.mark.parametrize(
        ("day", "is_told"),
        [("2026-10-22", False), ("2026-10-23", True), ("2026-11-27", True), ("2026-11-28", False)],
    )
    def test_a_day_that_was_agreed_is_told_when_it_is_near_and_for_a_while_after(
        self, context: Context, jane: Client, made: MakeSession, day: str, is_told: bool
    ) -> None:
        made(jane, "2026-09-12-0900", turns=(self.agreed(day),))

        told = [(one.client, one.what, one.day.isoformat()) for one in overview(context)[0].agreed]

        assert told == ([("Jane Doe", "Three-way meeting", day)] if is_told else [])

    def test_after_the_end_nothing_of_it_is_due_agreed_or_missed_and_what_you_promised_is_still_owed(
        self, context: Context, jane: Client, made: MakeSession
    ) -> None:
        said = turn_with(action("call Tom", "2026-10-21"), note("send it", "promise"), question="arriving")
        for when in ("2026-09-02-0900", "2026-09-09-0900", "2026-09-16-0900"):
            made(jane, when, turns=(said, self.agreed("2026-11-21")))
        text = "start: 2026-09-01\nroad:\n- {do: closing, week: 3}\n"
        written(context.practice, jane.id, text)
        before, _ = overview(context)
        assert all((before.due, before.promised, before.unseen, before.agreed, before.under_way))

        written(context.practice, jane.id, f"{text}ended: {{on: 2026-11-01, why: as agreed}}\n")
        after, _ = overview(context)

        assert not any((after.due, after.unseen, after.agreed, after.under_way, after.is_new))
        assert [one.what for one in after.promised] == ["send it"]

    def test_how_often_they_agreed_to_meet_takes_the_place_of_the_cadence(
        self, context: Context, jane: Client, made: MakeSession
    ) -> None:
        made(jane, "2026-11-04-0900")
        file = context.practice.clients / jane.id / "client.yaml"
        file.write_text(file.read_text(encoding="utf-8") + "cadence: 3 weeks\n", encoding="utf-8")
        assert overview(context)[0].unseen == ()

        written(context.practice, jane.id, "start: 2026-09-01\nevery: 2 weeks\n")
        (one,) = overview(context)[0].unseen

        assert (one.days, one.cadence.days, one.cadence.is_set) == (16, 14, True)

    def test_a_file_that_cannot_be_read_is_told_and_hides_nothing_else(
        self, context: Context, jane: Client, made: MakeSession
    ) -> None:
        made(jane, turns=(turn_with(action("call Tom", "2026-11-21"), question="arriving"),))
        written(context.practice, jane.id, "start: soon\n")
        screen, damaged = overview(context)

        assert (len(damaged), len(screen.due)) == (1, 1)


def test_ones_own_work_about_nobody_waits_there_too(context: Context, made: MakeSession) -> None:
    made(OWN_WORK, "2026-11-01-1000", "supervision-clear", status="paused")
    screen, _ = overview(context)

    assert [(one.id, one.client) for one in screen.unfinished] == [("own/2026-11-01-1000", "your own work")]
    assert screen.unseen == ()
