"""Every shipped framework: it checks without a word, adds up, and can be walked to its end whatever a coach does."""

import re
from collections.abc import Iterator
from contextlib import nullcontext
from functools import cache
from itertools import product
from pathlib import Path
from typing import get_args

import pytest
from app.scripted_call import FakeClock
from builders import CLIENT, FRIDAY, NOW, unbegun
from domain.strategies import Way, ways
from frameworks.thorough import SILENT, answer, held
from hypothesis import given, settings
from hypothesis import strategies as st

from coachcli.app.call.screen import view_of
from coachcli.app.context import Context
from coachcli.app.session.export import Form, Opened, export_text
from coachcli.domain.framework.model import Framework, Place, items_question
from coachcli.domain.framework.question_types import answer_kind
from coachcli.domain.line.place_names import find
from coachcli.domain.line.sharing import share_of_answer, share_of_capture
from coachcli.domain.record_data import without_nothing
from coachcli.domain.session.carried import Carried
from coachcli.domain.session.closing_card import closing_card
from coachcli.domain.session.model import Session, When
from coachcli.domain.session.moves import Answered, Closed, Jumped, Nexted
from coachcli.domain.session.position import key_of
from coachcli.domain.session.walk import Walk
from coachcli.domain.terms import Audience
from coachcli.domain.text import one_line
from coachcli.domain.value import plain
from coachcli.errors import UsageError
from coachcli.live.source import Meter
from coachcli.render.framework.outline import outline
from coachcli.store.framework import catalogue, snapshots
from coachcli.store.framework.check import check
from coachcli.store.framework.files import sources_in
from coachcli.store.paths import Practice
from coachcli.store.session import records, sessions

SOURCES = {source.id: source for source in sources_in(None)}
TRANSLATIONS = [
    (name, language) for name, source in SOURCES.items() for language in catalogue.translation_files(source)
]
AUDIENCES: tuple[Audience, ...] = get_args(Audience)
FORMS: tuple[Form, ...] = ("markdown", "text", "json")
EMPTY = Context(Practice(Path("nowhere")), FakeClock())
BROUGHT = (
    Carried("action", "call Tom", "jane-doe/1", When(words="friday", on=FRIDAY), ("by Friday",), "client"),
    Carried("goal", "lead the team", "jane-doe/1"),
    Carried("action", "rest on Sundays", "jane-doe/2"),
    Carried("action", "give the team a Monday of its own", "jane-doe/3", room="sponsor", whose="sponsor"),
)

each = pytest.mark.parametrize("name", SOURCES)
# In every language there is.
each_text = pytest.mark.parametrize(
    ("name", "language"),
    [*((name, None) for name in SOURCES), *TRANSLATIONS],
    ids=lambda part: str(part) if part else "own",
)


@cache
def read(name: str, language: str | None = None) -> Framework:
    return catalogue.load(SOURCES[name], language)


def written(framework: Framework) -> list[Place]:
    """The questions that stand in the file."""
    steps = {items_question(step) for stage in framework.stages for step in stage.steps or ()}
    return [place for place in framework.places if place.question.id not in steps]


def texts_of(name: str) -> Iterator[str]:
    """What a file says, and what those that it extends say."""
    text = SOURCES[name].path.read_text("utf-8")
    yield text
    for parent in re.findall(r"^extends: (\S+)$", text, re.MULTILINE):
        yield from texts_of(parent)


def ended(way: Way) -> Session:
    """The session after all that happened, closed as often as it takes."""
    session = way.sessions()[-1]
    for _ in range(len(way.framework.places) + 2):
        session = way.walk.apply(session, Closed(), NOW)
    return session


class TestTheFile:
    @pytest.mark.parametrize("file", sorted(catalogue.shipped_folder().glob("*.yaml")), ids=lambda file: file.stem)
    def test_it_checks_without_a_problem(self, file: Path) -> None:
        assert catalogue.check_file(file).problems == ()

    @each
    def test_its_id_is_the_name_of_its_file_and_nothing_is_left_to_be_made_up(self, name: str) -> None:
        framework, text = read(name), "".join(texts_of(name))

        assert framework.id == name
        ids = set(re.findall(r"^\s*-? ?id: (\S+)$", text, re.MULTILINE))
        assert {name, *(place.question.id for place in written(framework))} <= ids
        assert {stage.id for stage in framework.stages} <= ids
        assert {step.id for stage in framework.stages for step in stage.steps or ()} <= ids

    @each
    def test_its_minutes_add_up(self, name: str) -> None:
        framework = read(name)

        assert framework.minutes == sum(stage.minutes or 0 for stage in framework.stages)
        assert all(stage.minutes for stage in framework.stages)

    @each
    def test_it_says_what_it_is_for_and_whose_it_is(self, name: str) -> None:
        framework = read(name)

        assert framework.about
        assert framework.credit
        assert framework.language == "en"
        assert all(stage.aim and stage.cue and stage.exit for stage in framework.stages)
        asked = [place.question for place in written(framework)]
        assert [one.id for one in asked if not one.cue and one.phase != "after_call"] == []
        assert [one.id for one in asked if not one.probes] == []

    @each_text
    def test_it_survives_being_written_out_and_read_again(
        self, name: str, language: str | None, practice: Practice
    ) -> None:
        framework = read(name, language)
        canonical = snapshots.text_of(framework)
        again = snapshots.load(practice, snapshots.keep(practice, framework))

        assert again == framework
        assert snapshots.text_of(again) == canonical
        if language is None:
            assert check(canonical, "another").problems == ()

    @each_text
    @pytest.mark.parametrize("probes", [False, True])
    def test_its_outline_holds_every_question(self, name: str, language: str | None, probes: bool) -> None:
        framework = read(name, language)
        texts = [text for _, text in outline(framework, probes=probes)]
        page, every = "\n".join(texts), [one_line(probe) for p in framework.places for probe in p.question.probes]

        assert [place.question.id for place in written(framework) if one_line(place.question.ask) not in page] == []
        assert [probe for probe in every if f"… {probe}" in texts] == (every if probes else [])


def texts(part: object) -> Iterator[str]:
    """Every text in a framework; conditions are for the program."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict):
        yield from (text for key, inner in part.items() if key != "when" for text in texts(inner))
    elif isinstance(part, list):
        yield from (text for inner in part for text in texts(inner))


class TestWhatItSays:
    @each_text
    def test_where_it_says_to_go_one_gets_there(self, name: str, language: str | None) -> None:
        walk = Walk(read(name, language), CLIENT)
        session = walk.begin(unbegun(walk.framework), NOW)
        told = [
            where for text in texts(plain(without_nothing(walk.framework))) for where in re.findall(r"/go (.+)$", text)
        ]

        assert [where for where in told if len(find(walk, session, where)) != 1] == []

    @each_text
    def test_it_names_nothing_by_its_inner_name(self, name: str, language: str | None) -> None:
        framework = read(name, language)
        inner = {place.question.id for place in framework.places if "_" in place.question.id}
        told = [text for text in texts(plain(without_nothing(framework))) if " " in text]

        shown = (re.sub(r"\{\w+\}", "", text).split() for text in told)
        assert [word for words in shown for word in words if word.strip(".,:;") in inner] == []


class TestItsKind:
    @each
    def test_a_conversation_comes_to_an_aim_or_a_goal_an_action_and_a_takeaway(self, name: str) -> None:
        framework = read(name)
        kinds = {answer_kind(place.question) for place in framework.places}

        assert framework.kind != "conversation" or (kinds >= {"action", "takeaway"} and kinds & {"aim", "goal"})

    @each
    def test_after_a_conversation_the_coach_looks_back_alone(self, name: str) -> None:
        framework = read(name)
        after = [place for place in framework.places if place.question.phase == "after_call"]

        assert after or framework.kind != "conversation"
        assert {framework.share_with_at(place) for place in after} <= {"nobody"}

    @pytest.mark.parametrize(("name", "question"), [("checkin", "how_now"), ("values", "energy_now")])
    def test_beside_a_number_that_is_the_coachs_alone_an_action_is_the_clients(self, name: str, question: str) -> None:
        framework = read(name)
        marked = framework.share_with_at(framework.by_id[question])

        assert share_of_answer(answer_kind(framework.by_id[question].question), marked) == "nobody"
        assert share_of_capture("action", marked) == "client"

    @each
    def test_of_a_reflection_nobody_else_sees_anything(self, name: str) -> None:
        framework = read(name)
        asked = {framework.share_with_at(place) for place in framework.places}

        assert framework.kind != "reflection" or asked <= {"nobody", None}

    def test_there_are_some_of_each(self) -> None:
        assert {read(name).kind for name in SOURCES} == {"conversation", "meeting", "reflection"}
        assert set(SOURCES) >= {"grow", "egan", "egan-atd"}


class TestInACall:
    @each
    @pytest.mark.parametrize("carried", [(), BROUGHT], ids=["first", "later"])
    def test_enter_after_enter_comes_by_every_question_of_a_stage(
        self, name: str, carried: tuple[Carried, ...]
    ) -> None:
        walk = Walk(read(name), CLIENT, carried)
        for stage in walk.framework.stages:
            session = walk.begin(unbegun(walk.framework), NOW)
            expected = [stop.key for stop in walk.route.stops(session) if stop.place.stage is stage]
            if expected and [key_of(turn) for turn in session.turns] != expected[:1]:
                session = walk.apply(session, Jumped(expected[0][0]), NOW)
            for _ in expected[1:]:
                session = walk.apply(session, Nexted(), NOW)
            assert [key_of(turn) for turn in session.turns][-len(expected) or len(session.turns) :] == expected

    @each_text
    def test_every_question_can_be_read_aloud(self, name: str, language: str | None) -> None:
        walk = Walk(read(name, language), CLIENT, BROUGHT)
        session = walk.begin(unbegun(walk.framework), NOW)
        for place in written(walk.framework):
            session = walk.apply(session, Jumped(place.question.id), NOW)
            session = walk.apply(session, Answered(answer(walk, session, 0)), NOW)

        assert [turn.asked for turn in session.turns if re.search(r"[{}…]", turn.asked)] == []

    @each
    def test_every_question_is_asked_of_somebody_and_nobody_is_kept_from_the_end(self, name: str) -> None:
        framework = read(name)
        sessions_held = [
            held(Walk(framework, CLIENT, carried), way) for carried in ((), BROUGHT) for way in range(SILENT, 10)
        ]

        assert {session.status for session in sessions_held} == {"ended"}
        asked = {turn.question for session in sessions_held for turn in session.turns}
        assert [place.question.id for place in written(framework) if place.question.id not in asked] == []

    @each_text
    def test_whatever_happens_it_comes_to_an_end_that_everyone_can_read(self, name: str, language: str | None) -> None:
        framework = read(name, language)

        @settings(max_examples=12, deadline=None)
        @given(ways(st.just(framework)))
        def walk_and_read(way: Way) -> None:
            for session in way.sessions():
                assert view_of(way.walk, session, CLIENT, Meter).crumbs
            readable(way.walk, ended(way))

        walk_and_read()

    @each_text
    def test_all_answered_everyone_can_read_it(self, name: str, language: str | None) -> None:
        walk = Walk(read(name, language), CLIENT, BROUGHT)
        session = held(walk, 0)

        readable(walk, session)
        assert closing_card(walk, session, CLIENT, ()).never_asked == ()


def kept_from(framework: Framework) -> set[Audience]:
    """For whom there is no page: what was said without the client is for the coach, and off-track not for a sponsor."""
    if framework.room in {"sponsor", "stakeholder", "alone"}:
        return {"client", "sponsor"}
    return {"sponsor"} if framework.id == "off-track" else set()


def readable(walk: Walk, session: Session) -> None:
    """It ended, survives the disk, and is a page in every form for all but those from whom it is kept."""
    assert session.status == "ended"
    assert session.ended is not None
    raw = sessions.text_of(session)
    assert sessions.validated(records.parsed(Path("session.yaml"), raw)).session == session
    opened = Opened(session, CLIENT, Path("clients/jane-doe/sessions/session.yaml"))
    kept = kept_from(walk.framework)
    for audience, form in product(AUDIENCES, FORMS):
        with pytest.raises(UsageError, match="nothing of it is for") if audience in kept else nullcontext():
            assert CLIENT in export_text(EMPTY, opened, audience, form)
    assert closing_card(walk, session, CLIENT, ()).heading
