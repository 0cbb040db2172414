"""What a client is told: their own, as far as it is marked for them; and that nothing else makes a difference."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from builders import note, strings
from reports import JANE, came_of, goal, held, visit

from coachcli.domain.client.coverage import Library
from coachcli.domain.history.between import Entry
from coachcli.domain.history.goals import Nearness
from coachcli.domain.page.model import Page
from coachcli.domain.report.client_page import client_page
from coachcli.domain.report.client_report import Ahead, ClientReport, client_report
from coachcli.domain.report.material import Material
from coachcli.domain.report.period import Period
from coachcli.domain.session.model import Appointment, Note, Score, Session, Turn, When
from coachcli.domain.terms import Kind, Room, ShareWith
from coachcli.domain.value import changed

PERIOD = Period(date(2026, 9, 10), date(2026, 11, 30))
BEFORE, FIRST, LATER, AFTER = date(2026, 9, 1), date(2026, 9, 10), date(2026, 10, 1), date(2026, 12, 1)
AT = datetime(2026, 10, 5, tzinfo=UTC)


def told(*sessions: Session, **more: object) -> ClientReport:
    return client_report(changed(Material(JANE, sessions), **more), Library(), PERIOD)


def words(text: str, kind: Kind, share: ShareWith = "client") -> Note:
    return note(text, kind, share)


def rated(score: float, item: str | None = None, share: ShareWith = "client", **more: object) -> Turn:
    """A visit to a question with a scale, about a thing."""
    point = Note(kind="scale", scale=Score(score=score, low=1, high=10), share_with=share)
    return changed(visit(point, question="rated", asked="How near?", item=item), **more)


def done(what: str, share: ShareWith = "client") -> Note:
    return changed(came_of(what, share=share), reviewed=changed(came_of(what).reviewed, kind="action"))  # type: ignore[type-var]


RESCUE = words("I rescue", "insight")


class TestTheWay:
    def test_their_words_are_there_day_by_day_within_the_time(self) -> None:
        report = told(
            held(BEFORE, words("too early", "takeaway")),
            held(
                FIRST,
                RESCUE,
                words("They call me", "quote"),
                words("unmarked", "quote", "nobody"),
            ),
            held(LATER, words("Questions are work", "takeaway"), words("the topic", "topic")),
            held(AFTER, words("too late", "takeaway")),
        )

        assert [(one.on, [seen.note.text for seen in one.notes]) for one in report.stayed] == [
            (FIRST, ["I rescue", "They call me"]),
            (LATER, ["Questions are work"]),
        ]

    def test_the_days_are_those_on_which_they_met_with_the_sponsor_there_or_not(self) -> None:
        rooms: tuple[Room, ...] = ("client", "three", "sponsor", "stakeholder", "alone")
        sessions = [held(date(2026, 10, day), room=room) for day, room in enumerate(rooms, 1)]

        assert told(*sessions).sessions == (date(2026, 10, 1), date(2026, 10, 2))

    def test_values_are_one_list_with_their_days(self) -> None:
        report = told(held(FIRST, words("Courage #core", "value")), held(LATER, words("Courage #core", "value")))

        assert [(one.words, one.days) for one in report.progress.values] == [("Courage", (FIRST, LATER))]
        assert report.stayed == ()


class TestGoalsAndNumbers:
    def test_a_goal_has_the_numbers_that_are_marked_and_how_it_ended(self) -> None:
        near = changed(came_of("Lead #boss", "not yet", "client"), confidence=5)
        hidden = changed(came_of("Lead #boss", "not yet", "nobody"), confidence=9)

        set_on, reached = held(FIRST, goal("Lead #boss", "client")), held(date(2026, 11, 1), came_of("Lead #boss"))
        report = told(set_on, held(LATER, near, hidden), reached)

        (one,) = report.progress.goals
        assert (one.what, one.outcome, one.points) == ("Lead", "done", (Nearness(LATER, 5),))

    def test_numbers_of_things_that_are_theirs_to_know(self) -> None:
        areas = visit(words("Sleep", "topic"), words("Her temper", "topic", "nobody"))

        report = told(
            held(FIRST, turns=(areas, rated(3, "Sleep", series="areas"), rated(2, "Her temper", series="areas"))),
            held(LATER, turns=(rated(6, "Sleep", series="areas"), rated(4, "Her temper", series="areas"))),
        )

        (group,) = report.progress.groups
        assert [(one.title, [point.score for point in one.points]) for one in group.numbers] == [("Sleep", [3, 6])]
        assert "temper" not in " ".join(strings(report))

    def test_a_question_that_quotes_what_they_do_not_know_of_is_not_told(self) -> None:
        plain = rated(3)
        quoting = changed(plain, asked="How much of her temper is there?", quoting=("topic",))

        assert told(*(held(day, turns=(quoting,)) for day in (FIRST, LATER))).progress.groups == ()
        assert told(*(held(day, turns=(plain,)) for day in (FIRST, LATER))).progress.groups != ()

    def test_of_others_and_of_the_coach_there_is_no_number(self) -> None:
        rooms: tuple[Room, ...] = ("three", "client")
        theirs = [
            held(day, room=room, turns=(rated(3, room=room, series="seen", phase=phase),))
            for day in (FIRST, LATER)
            for room, phase in zip(rooms, ("call", "after_call"), strict=True)
        ]

        assert told(*theirs).progress.groups == ()


class TestWhatGoesOn:
    DUE = When(words="friday #x", on=date(2026, 12, 4))
    OPEN = (changed(words("Ask Sam #skill", "action"), due=DUE), words("send the article", "promise"))

    def test_what_is_open_goes_on_with_its_day_and_what_the_coach_owes_stands_apart(self) -> None:
        report = told(held(FIRST, *self.OPEN, words("Rest", "action"), words("mine", "action", "nobody")))

        assert report.ahead == (Ahead("Ask Sam", changed(self.DUE, words="friday")), Ahead("Rest"))
        assert report.promised == (Ahead("send the article"),)

    def test_what_is_done_does_not_even_if_that_is_the_coachs_note_alone(self) -> None:
        report = told(held(FIRST, words("Rest", "action")), entries=(Entry(at=AT, notes=(done("Rest", "nobody"),)),))

        assert report.ahead == ()
        assert report.progress.actions.counts() == {"kept": 1}

    def test_it_is_told_as_it_was_at_the_end_of_the_time(self) -> None:
        late = Entry(at=datetime(2026, 12, 2, tzinfo=UTC), notes=(done("Rest"),))

        assert told(held(FIRST, words("Rest", "action")), entries=(late,)).ahead == (Ahead("Rest"),)

    def test_nothing_is_called_open_where_something_could_not_be_read(self) -> None:
        report = told(held(FIRST, *self.OPEN), is_whole=False)

        assert (report.ahead, report.promised, report.is_whole) == ((), (), False)
        assert report.progress.actions.counts() == {}

    def test_what_was_done_is_told_even_where_something_could_not_be_read(self) -> None:
        sessions = held(FIRST, words("Rest", "action"), words("Ask Sam", "action"))

        report = told(sessions, entries=(Entry(at=AT, notes=(done("Rest"),)),), is_whole=False)

        assert report.progress.actions.counts() == {"kept": 1}

    @pytest.mark.parametrize(("day", "is_told"), [(AFTER, True), (PERIOD.until, True), (LATER, False)])
    def test_when_they_meet_again_is_told_where_that_is_not_over(self, day: date, *, is_told: bool) -> None:
        meeting = Appointment(words="then", on=day)

        assert (told(held(FIRST, next=meeting)).next == meeting) == is_told


# What makes no difference

Telling = Callable[[Material], Page]
LEAD = goal("Lead", "client")
BASE = Material(JANE, (held(FIRST, RESCUE, LEAD), held(LATER, words("Rest", "action"))))
OTHERWISE: dict[str, Material] = {
    "words that are the coach's": changed(
        BASE,
        sessions=(held(FIRST, RESCUE, LEAD, note("secret")), BASE.sessions[1]),
    ),
    "a number that is the coach's": changed(
        BASE, sessions=(BASE.sessions[0], held(LATER, turns=(*BASE.sessions[1].turns, rated(3, "Lead", "nobody"))))
    ),
    "an interview": changed(
        BASE, sessions=(*BASE.sessions, held(LATER, words("slow", "quote", "nobody"), room="stakeholder"))
    ),
    "a talk with the sponsor": changed(BASE, sessions=(*BASE.sessions, held(LATER, note("a"), room="sponsor"))),
    "the coach's own work": changed(BASE, sessions=(*BASE.sessions, held(LATER, note("a"), room="alone"))),
    "an observation": changed(
        BASE, sessions=(BASE.sessions[0], held(LATER, words("Rest", "action"), note("tired", "observation")))
    ),
    "a promise that is the coach's": changed(BASE, entries=(Entry(at=AT, notes=(note("call Sam", "promise"),)),)),
    "a tag": changed(BASE, sessions=(held(FIRST, words("I rescue #saviour", "insight"), LEAD), BASE.sessions[1])),
}


def true(material: Material) -> Page:
    return client_page(client_report(material, Library(), PERIOD))


@pytest.mark.parametrize("name", OTHERWISE)
def test_what_is_not_for_the_client_makes_no_difference(name: str) -> None:
    assert true(OTHERWISE[name]) == true(BASE)


def needs_no_mark(material: Material) -> Page:
    return true(changed(material, sessions=tuple(map(_all_marked, material.sessions))))


def _all_marked(session: Session) -> Session:
    if session.framework.room not in {"client", "three"}:
        return session
    turns = (changed(one, notes=tuple(map(_marked, one.notes))) for one in session.turns)
    return changed(session, turns=tuple(turns))


def _marked(one: Note) -> Note:
    kind = "insight" if one.kind == "note" else one.kind
    return one if kind == "observation" else changed(one, share_with="client", kind=kind)


def hears_other_rooms(material: Material) -> Page:
    reference = BASE.sessions[0].framework
    return true(changed(material, sessions=tuple(changed(one, framework=reference) for one in material.sessions)))


def marks_what_lies_between(material: Material) -> Page:
    entries = (changed(one, notes=tuple(map(_marked, one.notes))) for one in material.entries)
    return true(changed(material, entries=tuple(entries)))


@pytest.mark.parametrize(
    ("leak", "name"),
    [
        (needs_no_mark, "words that are the coach's"),
        (needs_no_mark, "a number that is the coach's"),
        (hears_other_rooms, "an interview"),
        (hears_other_rooms, "a talk with the sponsor"),
        (hears_other_rooms, "the coach's own work"),
        (marks_what_lies_between, "a promise that is the coach's"),
    ],
)
def test_a_leak_would_be_seen(leak: Telling, name: str) -> None:
    assert leak(OTHERWISE[name]) != leak(BASE)
