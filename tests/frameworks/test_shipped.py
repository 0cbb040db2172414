"""Every shipped framework: it checks without a word, adds up, and can be walked to its end whatever a coach does."""

import re
from pathlib import Path
from typing import get_args

import pytest
from builders import CLIENT, NOW, unbegun
from domain.strategies import Way, ways
from hypothesis import given, settings
from hypothesis import strategies as st

from coachcli.app.reading import Form, Opened, export_text
from coachcli.app.screen import view_of
from coachcli.domain.closing import closing_card
from coachcli.domain.framework import Framework
from coachcli.domain.moves import Answered, Closed, Jumped, Nexted
from coachcli.domain.session import Note, Session
from coachcli.domain.walk import Walk
from coachcli.domain.words import Audience
from coachcli.live.source import Meter
from coachcli.render.outline import outline
from coachcli.store import frameworks, records, sessions, snapshots
from coachcli.store.framework_text import check
from coachcli.store.paths import Practice

FILES = sorted(frameworks.shipped_folder().glob("*.yaml"))
AUDIENCES: tuple[Audience, ...] = get_args(Audience)
FORMS: tuple[Form, ...] = get_args(Form)

each = pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)


def read(file: Path) -> Framework:
    framework = check(file.read_bytes(), file.stem).framework
    assert framework is not None
    return framework


def ended(way: Way) -> Session:
    """The session after all that happened, closed as often as it takes."""
    session = way.sessions()[-1]
    for _ in range(len(way.framework.places) + 2):
        session = way.walk.apply(session, Closed(), NOW)
    return session


@each
def test_it_checks_without_a_problem(file: Path) -> None:
    assert check(file.read_bytes(), file.stem).problems == ()


@each
def test_its_id_is_the_name_of_its_file_and_nothing_is_left_to_be_made_up(file: Path) -> None:
    framework, text = read(file), file.read_text("utf-8")

    assert framework.id == file.stem
    written = set(re.findall(r"^\s*-? ?id: (\S+)$", text, re.MULTILINE))
    assert {framework.id, *framework.by_id, *(stage.id for stage in framework.stages)} <= written
    assert {step.id for stage in framework.stages for step in stage.steps or ()} <= written


@each
def test_its_minutes_add_up(file: Path) -> None:
    framework = read(file)

    assert framework.minutes == sum(stage.minutes or 0 for stage in framework.stages)
    assert all(stage.minutes for stage in framework.stages)


@each
def test_it_has_a_goal_an_action_and_a_takeaway(file: Path) -> None:
    questions = [place.question for place in read(file).places]

    assert {"goal", "action"} <= {question.type for question in questions}
    assert "takeaway" in {question.keep_as for question in questions}


@each
def test_it_says_what_it_is_for_and_whose_it_is(file: Path) -> None:
    framework = read(file)

    assert framework.about
    assert framework.credit
    assert framework.language == "en"
    assert all(stage.aim and stage.cue and stage.exit for stage in framework.stages)
    assert all(place.question.cue or place.question.phase == "after_call" for place in framework.places)
    assert all(place.question.probes for place in framework.places)


@each
def test_what_comes_after_the_call_is_the_coachs_alone(file: Path) -> None:
    framework = read(file)
    after = [place for place in framework.places if place.question.phase == "after_call"]

    assert after
    assert {framework.share_with_at(place) for place in after} == {"nobody"}


@each
def test_it_survives_being_written_out_and_read_again(file: Path, practice: Practice) -> None:
    framework = read(file)
    canonical = snapshots.text_of(framework)

    assert check(canonical, "another").framework == framework
    assert check(canonical, "another").problems == ()
    assert snapshots.text_of(snapshots.load(practice, snapshots.keep(practice, framework))) == canonical


@each
@pytest.mark.parametrize("probes", [False, True])
def test_its_outline_holds_every_question(file: Path, probes: bool) -> None:
    framework = read(file)
    page = "\n".join(text for _, text in outline(framework, probes=probes))

    assert [place.question.id for place in framework.places if place.question.ask not in page] == []
    shown = [probe for place in framework.places for probe in place.question.probes if probe in page]
    assert bool(shown) == probes


@each
def test_enter_after_enter_comes_by_every_question_of_a_stage(file: Path) -> None:
    framework = read(file)
    walk = Walk(framework, CLIENT)
    for stage in framework.stages:
        expected = [
            place.question.id for place in framework.places if place.stage is stage and place.question.phase == "call"
        ]
        session = walk.apply(walk.begin(unbegun(framework), NOW), Jumped(expected[0]), NOW)
        for _ in expected[1:]:
            session = walk.apply(session, Nexted(), NOW)
        assert [turn.question for turn in session.turns[-len(expected) :]] == expected


@each
def test_every_question_can_be_read_aloud(file: Path) -> None:
    framework = read(file)
    walk = Walk(framework, CLIENT)
    session = walk.begin(unbegun(framework), NOW)
    for place in framework.places:
        session = walk.apply(session, Jumped(place.question.id), NOW)
        session = walk.apply(session, Answered(Note(kind="note", text="words")), NOW)

    assert [turn.asked for turn in session.turns if re.search(r"[{}…]", turn.asked)] == []


@each
def test_whatever_happens_it_comes_to_an_end_that_everyone_can_read(file: Path) -> None:
    framework = read(file)

    @settings(max_examples=50, deadline=None)
    @given(ways(st.just(framework)))
    def walk_and_read(way: Way) -> None:
        for session in way.sessions():
            assert view_of(way.walk, session, CLIENT, Meter).crumbs
        session = ended(way)

        assert session.status == "ended"
        assert session.ended is not None
        raw = sessions.text_of(session)
        assert sessions.validated(records.parsed(file, raw)).session == session
        opened = Opened(session, CLIENT, file)
        for audience in AUDIENCES:
            for form in FORMS:
                assert CLIENT in export_text(opened, audience, form)
        assert closing_card(framework, session, CLIENT, ()).heading

    walk_and_read()


def test_there_are_some() -> None:
    assert {file.stem for file in FILES} >= {"grow", "egan", "egan-atd"}
