"""Somebody who reads every report, knows their own number and who was asked when, and learns nothing about one person.

What happens is drawn: interviews held, written up late, corrected, deleted; own numbers, debriefs, lines, and reports
in between. After each report the reader's ways are tried. The faults planted at the end are what they find.
"""

import shutil
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple, get_args

import pytest
from app.conftest import MakeSession
from app.conftest import made as made  # noqa: PLC0414 the fixture
from builders import NOW, note, session_of, turn_with
from cli.conftest import Coach
from domain.client.months import rated
from domain.theme.voices import said
from hostile.calls import Command
from hostile.conftest import ALL
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from coachcli.domain.client import perception
from coachcli.domain.client.coverage import Library
from coachcli.domain.client.model import Client
from coachcli.domain.client.perception import Others, Perception
from coachcli.domain.client.progress import Asked, progress
from coachcli.domain.history.between import Entry, GroupMean, ToldMean
from coachcli.domain.history.extract import extract_of
from coachcli.domain.history.series import Thing
from coachcli.domain.session.model import Note, Person, Session, Turn
from coachcli.domain.terms import Group
from coachcli.domain.theme import lines
from coachcli.domain.theme.interviews import interviews
from coachcli.domain.theme.lines import ToldTheme, themes, themes_for
from coachcli.domain.value import changed
from coachcli.render.client.progress import discreet_text, progress_text
from coachcli.render.client.progress_data import progress_data
from coachcli.render.session.data import as_json
from coachcli.store.client import client_file
from coachcli.store.paths import Practice

JANE = Client("jane-example", "Jane Example")
TAGS, ENGAGEMENTS = ("#listens", "#late"), ("lead", "private")
CODES = st.sampled_from([f"P{number}" for number in range(1, 12)])
SCORES = st.integers(1, 10)
SOME_TAGS = st.sets(st.sampled_from(TAGS))
GROUPS = st.sampled_from([None, *get_args(Group)[:2]])
READERS: tuple[tuple[Any, str | None], ...] = (("client", None), ("sponsor", "lead"), ("sponsor", "private"))


class Talk(NamedTuple):
    """An interview: on which day, with whom, and what they said."""

    day: int
    code: str
    group: Group | None
    score: int
    tags: tuple[str, ...]
    engagement: str
    words: str = "Waits until I am done"

    def session(self, number: int) -> Session:
        turns = (said(f"{self.words} {' '.join(self.tags)}"), changed(rated(self.score), room="stakeholder"))
        person = Person(code=self.code, group=self.group)
        held = _held(self.day, turns, "stakeholder-interview", number)
        framework = changed(held.framework, room="stakeholder")
        return changed(held, framework=framework, person=person, engagement=self.engagement)


class Desk:
    """What the coach has: talks by number, the client's own numbers, debriefs, lines, and what was told of others."""

    def __init__(self) -> None:
        self.talks: dict[int, Talk] = {}
        self.own: dict[int, int] = {}
        self.debriefs: list[int] = []
        self.lines: list[Entry] = []
        self.told: tuple[ToldMean, ...] = ()

    def copy(self) -> "Desk":
        other = Desk()
        other.talks, other.own = dict(self.talks), dict(self.own)
        other.debriefs, other.lines, other.told = [*self.debriefs], [*self.lines], self.told
        return other

    @property
    def sessions(self) -> list[Session]:
        with_client = [_held(day, (rated(score),), "grow", 0) for day, score in self.own.items()]
        debriefs = [_held(day, (turn_with(note("Heard")),), "feedback-debrief", 0) for day in self.debriefs]
        return [*with_client, *debriefs, *(talk.session(number) for number, talk in self.talks.items())]

    def report(self) -> "Report":
        """All that leaves, as it is read; what is told of others is noted first."""
        extracts = [extract_of(one) for one in self.sessions]
        seen = Perception(extracts, {})
        self.told = (*self.told, *seen.closed_since(self.told))
        others = seen.others(self.told)
        page = progress(JANE, extracts, (), Library(), Asked(date(2030, 1, 1), None, others))
        pages = (progress_text(page, 80), discreet_text(page), as_json(progress_data(page)))
        written = themes(self.lines, interviews(self.sessions))
        told = {reader: themes_for(reader[0], written, 1, reader[1]) for reader in READERS}
        return Report(next(iter(others.values()), None), pages, told)


class Report(NamedTuple):
    """What a reader has before them: the gap, the pages, and the themes of each reader."""

    gap: Others | None
    pages: tuple[str, ...]
    themes: Mapping[tuple[str, str | None], tuple[ToldTheme, ...]]


def _held(day: int, turns: tuple[Turn, ...], framework: str, number: int) -> Session:
    at = NOW + timedelta(days=day)
    session = session_of(*turns, id=f"jane-example/{day}-{number}-{framework}", started=at, status="ended")
    return changed(session, framework=changed(session.framework, id=framework))


class Reader(RuleBasedStateMachine):
    """Months of work, with a reader who compares all that they are ever given."""

    def __init__(self) -> None:
        super().__init__()
        self.desk, self.day, self.number, self.often = Desk(), 0, 0, False
        self.seen: dict[int, set[Others]] = {}
        self.spent: set[int] = set()
        self.written: dict[str, str] = {}

    @rule(
        code=CODES, group=GROUPS, score=SCORES, tags=st.sets(st.sampled_from(TAGS)), where=st.sampled_from(ENGAGEMENTS)
    )
    def interview(self, code: str, group: Group | None, score: int, tags: set[str], where: str) -> None:
        self._asked(self._tomorrow(), Talk(0, code, group, score, tuple(sorted(tags)), where))

    @rule(score=SCORES, groups=st.lists(GROUPS, min_size=1, max_size=2), count=st.integers(3, 11), over=st.booleans())
    def a_round_of_interviews(self, score: int, groups: list[Group | None], count: int, over: bool) -> None:
        """With several people on one day each, and mostly one group after another."""
        for at in range(count):
            group, tag = groups[at * len(groups) // count], TAGS[at % 2]
            self._asked(self._tomorrow(), Talk(0, f"P{at + 1}", group, 1 + (score + at) % 10, (tag,), "lead"))
        if over:
            self.own_number(score)

    @rule(code=CODES, score=SCORES, back=st.integers(1, 20))
    def written_up_late(self, code: str, score: int, back: int) -> None:
        self._asked(max(0, self.day - back), Talk(0, code, None, score, (), "lead"))

    @precondition(lambda self: self.desk.talks)
    @rule(data=st.data(), score=SCORES)
    def corrected(self, data: st.DataObject, score: int) -> None:
        number = data.draw(st.sampled_from(sorted(self.desk.talks)))
        self.desk.talks[number] = self.desk.talks[number]._replace(score=score)

    @precondition(lambda self: self.desk.talks)
    @rule(data=st.data())
    def deleted(self, data: st.DataObject) -> None:
        del self.desk.talks[data.draw(st.sampled_from(sorted(self.desk.talks)))]

    @rule(score=SCORES)
    def own_number(self, score: int) -> None:
        self.desk.own[self._tomorrow()] = score

    @rule()
    def debrief(self) -> None:
        self.desk.debriefs.append(self._tomorrow())

    @precondition(lambda self: self.desk.own)
    @rule(data=st.data())
    def own_number_deleted(self, data: st.DataObject) -> None:
        del self.desk.own[data.draw(st.sampled_from(sorted(self.desk.own)))]

    @rule(tag=st.sampled_from(TAGS), share=st.sampled_from(["client", "sponsor"]), where=st.sampled_from(ENGAGEMENTS))
    def line(self, tag: str, share: Any, where: str) -> None:
        words = f"Line {len(self.desk.lines)}"
        self.written[words] = tag
        theme = Note(kind="theme", text=f"{words} {tag}", share_with=share)
        self.desk.lines.append(Entry(at=NOW + timedelta(days=self.day), engagement=where, notes=(theme,)))

    @initialize(often=st.booleans())
    def begin(self, often: bool) -> None:
        """Whether a report is made after all that happens, or only now and then."""
        self.often = often

    @invariant()
    def after_each(self) -> None:
        if self.often:
            self._read()

    @rule()
    def report(self) -> None:
        self._nobody_outside_a_round_that_was_told_changes_a_byte(self._read())

    def _read(self) -> "Report":
        before = len(self.desk.told)
        report = self.desk.report()
        self._the_same_round_is_never_told_twice(report)
        self._nobody_is_in_two_rounds(before)
        self._groups_leave_nobody_over(report)
        self._lines_rest_on_three_and_tell_no_more(report)
        return report

    def _the_same_round_is_never_told_twice(self, report: Report) -> None:
        if report.gap is not None:
            self.seen.setdefault(len(self.desk.told), set()).add(report.gap)
        assert all(len(gaps) == 1 for gaps in self.seen.values()), "two means of the same people"

    def _nobody_is_in_two_rounds(self, before: int) -> None:
        for number in range(before, len(self.desk.told)):
            members = self._members(number)
            assert len({self.desk.talks[one].code for one in members}) >= 5, "of fewer than five"
            assert not self.spent & set(members), "a number that was told already"
            self.spent |= set(members)

    def _members(self, number: int) -> list[int]:
        begun = self._day_of(number - 1) if number else -1
        return [one for one, talk in self.desk.talks.items() if begun <= talk.day < self._day_of(number)]

    def _day_of(self, number: int) -> int:
        return (self.desk.told[number].closed - NOW).days

    def _groups_leave_nobody_over(self, report: Report) -> None:
        if report.gap is not None and report.gap.groups:
            sizes = [one.people for one in report.gap.groups]
            left = report.gap.people - sum(sizes)
            last = self._members(len(self.desk.told) - 1)
            groups = {self.desk.talks[one].code: self.desk.talks[one].group for one in sorted(last, key=self._when)}
            small = [group for group, size in Counter(groups.values()).items() if size < 5]
            assert min(sizes) >= 5, "a group of fewer than five"
            assert left == 0 or left >= 5, "fewer than five are left over"
            assert not small, "a group too small beside them"

    def _when(self, number: int) -> tuple[int, str]:
        talk = self.desk.talks[number]
        return talk.day, f"jane-example/{talk.day}-{number}-stakeholder-interview"

    def _lines_rest_on_three_and_tell_no_more(self, report: Report) -> None:
        for (_, engagement), told in report.themes.items():
            among = [talk for talk in self.desk.talks.values() if engagement in {None, talk.engagement}]
            for one in told:
                assert one.words in self.written, "more than the coach's words"
                people = {talk.code for talk in among if self.written[one.words] in talk.tags}
                assert len(people) >= 3, "of fewer than three"

    def _nobody_outside_a_round_that_was_told_changes_a_byte(self, report: Report) -> None:
        for number, talk in self.desk.talks.items():
            other = self.desk.copy()
            score = talk.score if number in self.spent or self._is_late(talk) else 11 - talk.score
            other.talks[number] = talk._replace(score=score, words="Something else altogether")
            assert other.report() == report, "one person's words or number"

    def _is_late(self, talk: Talk) -> bool:
        """Whether it was written up after its round was told: then there is silence, whatever the number."""
        return bool(self.desk.told) and talk.day < self._day_of(len(self.desk.told) - 1)

    def _tomorrow(self) -> int:
        self.day += 1
        return self.day

    def _asked(self, day: int, talk: Talk) -> None:
        self.number += 1
        self.desk.talks[self.number] = talk._replace(day=day)


HURRIED = settings(
    max_examples=60 if ALL else 10,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.filter_too_much],
)
LOOKING = settings(HURRIED, max_examples=150, derandomize=True, database=None, phases=[Phase.generate])


def test_a_reader_of_all_reports_learns_nothing_about_one_person() -> None:
    run_state_machine_as_test(Reader, settings=HURRIED)


PAGES: tuple[Command, ...] = (
    ("progress", "jane"),
    ("progress", "jane", "--plain"),
    ("progress", "jane", "--json"),
    ("progress", "jane", "--as", "markdown"),
    ("progress", "jane", "--since", "2020-09-01"),
    ("progress", "jane", "--discreet"),
    ("session", "export", "jane-example/2020-11-10-1000", "--for", "client"),
    ("session", "export", "jane-example/2020-11-10-1000", "--for", "sponsor"),
    ("prep", "jane"),
)


def _lay_out(made: MakeSession, root: Path, scores: Sequence[int], words: str, *, over: bool) -> None:
    """A practice in which so many people were asked, and gave these numbers; the first of them said these words."""
    shutil.rmtree(root, ignore_errors=True)
    jane = client_file.add(Practice(root), "Jane Example")
    made(jane, "2020-09-03-1000", turns=(rated(3),), status="ended")
    for at, score in enumerate(scores, 1):
        turns = (said(f"{words} #listens" if at == 1 else "Loud"), changed(rated(score), room="stakeholder"))
        person, when = Person(code=f"P{at}"), f"2020-10-0{at}-1000"
        made(jane, when, "stakeholder-interview", turns=turns, person=person, status="ended")
    made(jane, "2020-11-10-1000", turns=(rated(5) if over else turn_with(note("Well")),), status="ended")


@pytest.mark.parametrize("over", [False, True])
@pytest.mark.parametrize("people", [1, 3, 4, 5, 6])
def test_not_a_byte_of_any_page_changes_with_what_one_person_said(
    coach: Coach, made: MakeSession, practice: Practice, people: int, over: bool
) -> None:
    scores = [7, 5, 5, 5, 5, 5][:people]
    other = [3, *scores[1:]] if people < 5 or not over else [5, 7, *scores[2:]]
    _lay_out(made, practice.root, scores, "Waits until I am done", over=over)
    one = [coach(*call) for call in PAGES]
    _lay_out(made, practice.root, other, "The budget that only I know", over=over)

    assert [coach(*call) for call in PAGES] == one
    assert {answer.code for answer in one} == {0}
    assert ("Mean of" in one[0].out) == (over and people >= 5)


# What the reader would find: each of these is planted, and has to be noticed.


def _mean_of_an_open_round(self: Perception, _told: Sequence[ToldMean]) -> Mapping[Thing, Others]:
    """As it was before: from the fifth person on, and with each one more."""
    found = {thing: self._people(thing, None, NOW + timedelta(days=9999)) for thing in self._own}
    return {thing: Others(len(people), perception._mean(people)) for thing, people in found.items() if len(people) >= 5}


def _worked_out_anew(self: Perception, _told: Sequence[ToldMean]) -> Mapping[Thing, Others]:
    return REAL_OTHERS(self, self.closed_since(()))


def _from_the_beginning(self: Perception, thing: Thing, told: Sequence[ToldMean]) -> Iterator[ToldMean]:
    """Every round with all who were ever asked."""
    for end in sorted(point.at for point in self._own[thing].points):
        people = self._people(thing, None, end)
        if len(people) >= 5 and end not in {one.closed for one in told}:
            yield perception._told(thing, people, end)


def _each_group_of_five(people: Sequence[Any]) -> Iterator[GroupMean]:
    for group, size in Counter(one.group for one in people).items():
        if group is not None and size >= 5:
            yield GroupMean(
                group=group, people=size, mean=perception._mean([one for one in people if one.group == group])
            )


def _with_a_count(*asked: Any) -> tuple[ToldTheme, ...]:
    written, told = [*asked[1]], REAL_THEMES(*asked)
    return tuple(changed(one, words=f"{one.words} ({len(written)})") for one in told)


REAL_OTHERS, REAL_THEMES = Perception.others, lines.themes_for
FAULTS: dict[str, tuple[Any, str, object]] = {
    "the mean of a round that is open": (Perception, "others", _mean_of_an_open_round),
    "a mean worked out anew each time": (Perception, "others", _worked_out_anew),
    "a round with those of the one before": (Perception, "_new_rounds", _from_the_beginning),
    "a mean of four": (perception, "FEWEST", 4),
    "groups beside one that is too small": (perception, "_groups", _each_group_of_five),
    "a line of two people": (lines, "LEAST_FLOOR", 2),
    "a line with a count": (sys.modules[__name__], "themes_for", _with_a_count),
}


@contextmanager
def planted(where: Any, name: str, fault: object) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(where, name, fault)
        yield


@pytest.mark.parametrize("fault", FAULTS)
def test_the_reader_finds(fault: str) -> None:
    with planted(*FAULTS[fault]), pytest.raises(AssertionError):
        run_state_machine_as_test(Reader, settings=LOOKING)
