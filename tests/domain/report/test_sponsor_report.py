"""What a sponsor is told, and that nothing else makes a difference to a word of it."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from builders import note, strings
from engagements import engagement
from reports import JANE, came_of, goal, held, visit

from coachcli.domain.engagement.model import Ended, Engagement, Milestone
from coachcli.domain.engagement.road import road_of
from coachcli.domain.history.between import Entry
from coachcli.domain.history.extract import extract_of
from coachcli.domain.page.model import Line, Page, Section
from coachcli.domain.report.material import Material
from coachcli.domain.report.period import Period
from coachcli.domain.report.sponsor_page import sponsor_page
from coachcli.domain.report.sponsor_report import AgreedGoal, MeetingOfThree, SponsorReport, sponsor_report
from coachcli.domain.session.model import Note, Session, Turn, When
from coachcli.domain.terms import Scope
from coachcli.domain.value import changed

LEAD = engagement(
    Milestone(do="three-way", week=2),
    Milestone(do="midpoint", week=6),
    title="Getting Jane out of trouble",
    sessions=12,
    end=date(2027, 2, 28),
    agreed="Nobody hears of the warning.",
    ended=Ended(on=date(2027, 2, 20), why="off track"),
)
PERIOD = Period(date(2026, 9, 15), date(2026, 11, 30))
BOTH: frozenset[Scope] = frozenset({"goals", "themes"})
FIRST = held(date(2026, 9, 1), goal("Lead the division"))
HELD = (
    FIRST,
    held(date(2026, 9, 15), note("her secret fear")),
    held(date(2026, 9, 22), goal("Decide on Mondays"), framework="three-way", room="three"),
    held(date(2026, 11, 30), came_of("Lead the division")),
    held(date(2026, 12, 1), goal("Too late to be in it")),
)


def told(*sessions: Session, scopes: frozenset[Scope] = BOTH, lead: Engagement = LEAD, **more: object) -> SponsorReport:
    return sponsor_report(lead, changed(Material(JANE, sessions), **more), PERIOD, scopes)


class TestWhatIsTold:
    def test_that_it_goes_on_and_the_days_and_how_many_of_how_many(self) -> None:
        report = told(*HELD)

        assert (report.client, report.mode, report.period, report.end) == ("Jane Doe", "coaching", PERIOD, LEAD.end)
        assert report.sessions == (date(2026, 9, 15), date(2026, 11, 30))
        assert (report.held, report.agreed) == (3, 12)

    def test_a_meeting_of_three_is_none_of_the_sessions_and_has_its_day(self) -> None:
        assert told(*HELD).meetings == (MeetingOfThree("Three-way contracting", date(2026, 9, 22)),)

    def test_a_midpoint_is_one_where_the_sponsor_came_in_and_counts_as_a_session_too(self) -> None:
        alone, together = visit(note("a")), visit(note("b"), room="three")
        with_sponsor = held(date(2026, 11, 19), framework="midpoint", turns=(alone, together))
        without = held(date(2026, 11, 20), framework="midpoint", turns=(alone, visit(room="three")))
        later = held(date(2026, 11, 21), turns=(visit(note("c"), room="three", phase="after_call"),))

        report = told(with_sponsor, without, later)

        assert report.meetings == (MeetingOfThree("Midpoint review", date(2026, 11, 19)),)
        assert len(report.sessions) == 3

    def test_an_hour_of_mentoring_is_told_from_the_others_where_the_work_is_none(self) -> None:
        hour = held(date(2026, 10, 1), framework="mentoring")

        assert told(*HELD, hour).mentoring == (date(2026, 10, 1),)
        assert told(*HELD, hour, mode="mentoring").mentoring == ()

    def test_no_title_of_the_coachs_own_is_told(self) -> None:
        mine = held(date(2026, 9, 22), framework="difficult-client-talk", room="three")

        assert told(mine).meetings == (MeetingOfThree("Three-way meeting", date(2026, 9, 22)),)

    def test_a_meeting_of_three_that_was_held_in_another_way_is_one(self) -> None:
        ticked = changed(
            LEAD,
            road=(Milestone(do="three-way", done=date(2026, 9, 30)), Milestone(do="midpoint", done=date(2026, 10, 1))),
        )

        assert told(lead=ticked).meetings == (MeetingOfThree("Three-way contracting", date(2026, 9, 30)),)

    def test_the_day_on_which_it_ended_and_never_why(self) -> None:
        over = changed(LEAD, ended=Ended(on=PERIOD.until, why="off track"))

        assert told(lead=over).ended == PERIOD.until
        assert told(lead=LEAD).ended is None  # it was not known then
        assert "off track" not in " ".join(strings(told(lead=over)))

    def test_without_a_last_day_or_a_number_there_is_none(self) -> None:
        open_end = changed(LEAD, end=None, sessions=None, ended=None)

        assert (told(lead=open_end).end, told(lead=open_end).agreed) == (None, None)


class TestGoals:
    def test_those_that_are_marked_with_the_end_that_is_marked(self) -> None:
        assert told(*HELD).goals == (
            AgreedGoal("Lead the division", outcome="done"),
            AgreedGoal("Decide on Mondays"),
        )

    def test_with_the_day_the_measure_and_what_it_serves_and_without_tags_and_numbers(self) -> None:
        due = When(words="march #soon", on=date(2027, 3, 1))
        details = {"measure": "two evenings #home", "serves": "growth", "obstacles": "his temper"}
        whole = goal("Lead #boss", due=due, details=details, confidence=3)

        assert told(held(date(2026, 9, 1), whole)).goals == (
            AgreedGoal("Lead", changed(due, words="march"), "two evenings", "growth"),
        )

    def test_an_end_between_sessions_is_told_where_the_goal_is_from_one_of_them_and_it_is_marked(self) -> None:
        at = datetime(2026, 11, 1, tzinfo=UTC)
        entries = (Entry(at=at, notes=(came_of("Lead the division", session=FIRST.id),)),)

        assert told(FIRST, entries=entries).goals == (AgreedGoal("Lead the division", outcome="done"),)
        assert told(FIRST, entries=(changed(entries[0], at=datetime(2026, 12, 1, tzinfo=UTC)),)).goals == (
            AgreedGoal("Lead the division"),
        )

    def test_what_was_only_what_an_hour_was_for_is_none(self) -> None:
        at = datetime(2026, 9, 2, tzinfo=UTC)
        aim = changed(came_of("Lead the division", "dropped", "nobody", FIRST.id), kind="aim")

        assert told(FIRST, entries=(Entry(at=at, notes=(aim,)),)).goals == ()

    @pytest.mark.parametrize("scopes", [frozenset[Scope](), frozenset[Scope]({"themes"})])
    def test_without_that_scope_there_are_none(self, scopes: frozenset[Scope]) -> None:
        assert told(*HELD, scopes=scopes).goals is None


def test_themes_are_the_lines_that_may_leave_and_none_without_their_scope() -> None:
    lines = ("Decides sooner #pace", "#tag")

    assert told(themes=lines).themes == ("Decides sooner",)
    assert told(themes=lines, scopes=frozenset({"goals"})).themes is None


# What makes no difference

Telling = Callable[[Engagement, Material, frozenset[Scope]], Page]
BASE = Material(JANE, HELD)
DATES = frozenset[Scope]()
GOALS = frozenset[Scope]({"goals"})
DAY = date(2026, 10, 1)
AT = datetime(2026, 10, 1, tzinfo=UTC)


def more(*sessions: Session, **parts: object) -> Material:
    return changed(BASE, sessions=(*HELD, *sessions), **parts)


def with_first(*notes: Note) -> Material:
    """The same with other notes in the first session."""
    return changed(BASE, sessions=(held(date(2026, 9, 1), *notes), *HELD[1:]))


UNTOLD = came_of("Decide on Mondays", "dropped", "client", HELD[2].id)
OTHERWISE: dict[str, tuple[Material, frozenset[Scope], Engagement]] = {
    "a private engagement beside it": (
        more(held(DAY, goal("Leave Sam"), engagement="private")), GOALS, LEAD,
    ),
    "a meeting of three of another engagement": (
        more(held(DAY, framework="three-way", room="three", engagement="private")), GOALS, LEAD,
    ),
    "a session that says no engagement": (more(held(DAY, goal("Maybe"), engagement=None)), GOALS, LEAD),
    "a session of none": (more(held(DAY, engagement="none")), GOALS, LEAD),
    "a talk about whether it goes on": (
        more(held(DAY, goal("Stop in peace"), framework="off-track")), GOALS, LEAD,
    ),
    "one that became another talk": (
        more(held(DAY, switched_from=(changed(FIRST.framework, id="off-track"),))), GOALS, LEAD,
    ),
    "a talk with the sponsor": (more(held(DAY, framework="sponsor-checkin", room="sponsor")), GOALS, LEAD),
    "an interview": (more(held(DAY, framework="stakeholder-interview", room="stakeholder")), GOALS, LEAD),
    "the coach's own work": (more(held(DAY, framework="reflection", room="alone")), GOALS, LEAD),
    "a goal that is not marked": (with_first(goal("Lead the division"), goal("Be brave", "client")), GOALS, LEAD),
    "what came of it for the client alone": (
        more(entries=(Entry(at=AT, notes=(UNTOLD,)),)), GOALS, LEAD,
    ),
    "a goal between sessions": (more(entries=(Entry(at=AT, notes=(goal("Leave Sam"),)),)), GOALS, LEAD),
    "a stop that is late": (BASE, GOALS, changed(LEAD, road=(*LEAD.road, Milestone(do="values", week=3)))),
    "why it ended": (BASE, GOALS, changed(LEAD, ended=Ended(on=date(2027, 2, 20), why="moved on"))),
    "the title of the work": (BASE, GOALS, changed(LEAD, title="Another")),
    "what both committed to": (BASE, GOALS, changed(LEAD, agreed="Something else.")),
    "who pays": (BASE, GOALS, changed(LEAD, sponsor="Kim", paid=True, keep_until=date(2030, 1, 1))),
    "words that are the coach's": (
        changed(BASE, sessions=(FIRST, held(date(2026, 9, 15), note("another fear")), *HELD[2:])), GOALS, LEAD,
    ),
    "goals that nobody agreed to tell": (with_first(goal("Lead a second one")), DATES, LEAD),
    "themes that nobody agreed to tell": (changed(BASE, themes=("She is afraid",)), GOALS, LEAD),
}  # fmt: skip


def true(lead: Engagement, material: Material, scopes: frozenset[Scope]) -> Page:
    return sponsor_page(sponsor_report(lead, material, PERIOD, scopes))


def tells_apart(telling: Telling, name: str) -> bool:
    material, scopes, lead = OTHERWISE[name]
    return telling(LEAD, BASE, scopes) != telling(lead, material, scopes)


@pytest.mark.parametrize("name", OTHERWISE)
def test_what_is_not_for_the_sponsor_makes_no_difference(name: str) -> None:
    assert not tells_apart(true, name)


def with_line(page: Page, *words: object) -> Page:
    return changed(page, sections=(*page.sections, Section("More", tuple(Line(str(one)) for one in words))))


def counts_all_sessions(lead: Engagement, material: Material, scopes: frozenset[Scope]) -> Page:
    return with_line(true(lead, material, scopes), len(material.sessions))


def tells_every_day(lead: Engagement, material: Material, scopes: frozenset[Scope]) -> Page:
    return with_line(true(lead, material, scopes), *(one.started for one in material.sessions))


def trusts_the_days(lead: Engagement, material: Material, scopes: frozenset[Scope]) -> Page:
    """As if each session were of the only engagement that its day fits."""
    said = tuple(one if one.engagement else changed(one, engagement=lead.id) for one in material.sessions)
    return true(lead, changed(material, sessions=said), scopes)


def forgets_what_it_is_about(lead: Engagement, material: Material, scopes: frozenset[Scope]) -> Page:
    """As if a talk about whether the work goes on were any other."""
    plain = changed(FIRST.framework, id="grow")
    mine = (changed(one, framework=plain, switched_from=()) if _goes_on(one) else one for one in material.sessions)
    return true(lead, changed(material, sessions=tuple(mine)), scopes)


def _goes_on(one: Session) -> bool:
    return "off-track" in {one.framework.id, *(before.id for before in one.switched_from)}


def tells_what_is_late(lead: Engagement, material: Material, scopes: frozenset[Scope]) -> Page:
    road = road_of(changed(lead, ended=None), [extract_of(one) for one in material.sessions], PERIOD.until)
    return with_line(true(lead, material, scopes), *(stop.state for stop in road))


def tells_why_it_ended(lead: Engagement, material: Material, scopes: frozenset[Scope]) -> Page:
    return with_line(true(lead, material, scopes), lead.ended.why if lead.ended else "")


def needs_no_consent(lead: Engagement, material: Material, scopes: frozenset[Scope]) -> Page:
    del scopes
    return true(lead, material, BOTH)


def takes_one_consent_for_the_other(lead: Engagement, material: Material, scopes: frozenset[Scope]) -> Page:
    return true(lead, material, BOTH if scopes else scopes)


def needs_no_mark(lead: Engagement, material: Material, scopes: frozenset[Scope]) -> Page:
    marked = (changed(one, turns=tuple(map(_marked, one.turns))) for one in material.sessions)
    return true(lead, changed(material, sessions=tuple(marked)), scopes)


def _marked(turn: Turn) -> Turn:
    return changed(turn, notes=tuple(changed(note, share_with="sponsor") for note in turn.notes))


def tells_what_came_of_it_anyway(lead: Engagement, material: Material, scopes: frozenset[Scope]) -> Page:
    entries = (
        changed(one, notes=tuple(changed(note, share_with="sponsor") for note in one.notes)) for one in material.entries
    )
    return true(lead, changed(material, entries=tuple(entries)), scopes)


def has_a_number_for_the_words(lead: Engagement, material: Material, scopes: frozenset[Scope]) -> Page:
    notes = [note.text for one in material.sessions for _, note in one.notes]
    return with_line(true(lead, material, scopes), sum(map(len, notes)))


def tells_the_title(lead: Engagement, material: Material, scopes: frozenset[Scope]) -> Page:
    return changed(true(lead, material, scopes), title=lead.name)


LEAKS: dict[Telling, str] = {
    counts_all_sessions: "a private engagement beside it",
    tells_every_day: "a private engagement beside it",
    trusts_the_days: "a session that says no engagement",
    forgets_what_it_is_about: "a talk about whether it goes on",
    tells_what_is_late: "a stop that is late",
    tells_why_it_ended: "why it ended",
    needs_no_consent: "goals that nobody agreed to tell",
    takes_one_consent_for_the_other: "themes that nobody agreed to tell",
    needs_no_mark: "a goal that is not marked",
    tells_what_came_of_it_anyway: "what came of it for the client alone",
    has_a_number_for_the_words: "words that are the coach's",
    tells_the_title: "the title of the work",
}


@pytest.mark.parametrize("leak", LEAKS)
def test_a_leak_would_be_seen(leak: Telling) -> None:
    assert tells_apart(leak, LEAKS[leak])
