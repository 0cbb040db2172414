"""What a framework's checks say of a session, and when."""

from typing import Any

import pytest
from builders import NOW, framework_of, note, session_of, turn_with, typed_in, walked
from domain.strategies import SOMETIMES, Way, ways
from hypothesis import given
from pydantic import TypeAdapter, ValidationError

from coachcli.domain.framework.checks import Check, EnoughNoted, EveryHas, WasAnswered, WasVisited
from coachcli.domain.framework.model import Framework, Stage
from coachcli.domain.framework.questions import LineQuestion, NoteQuestion, YesNoQuestion
from coachcli.domain.record_data import checked
from coachcli.domain.session.hints import at_the_end, on_moving
from coachcli.domain.session.model import Note, Session, When
from coachcli.domain.session.moves import Amended, Closed, Jumped, Noted, NoteRef, Skipped
from coachcli.domain.session.walk import Walk
from coachcli.domain.terms import Kind
from coachcli.domain.value import changed

SAY = "Look again."
CHECK: TypeAdapter[Check] = TypeAdapter(Check)


def check(**settings: Any) -> Check:
    return CHECK.validate_python({"say": SAY, **settings})


def staged(*checks: Check, of_all: tuple[Check, ...] = ()) -> Framework:
    """Three stages; the checks are those of the middle one, or of the whole."""
    return Framework(
        id="staged",
        title="Staged",
        checks=of_all,
        stages=(
            Stage(id="reality", title="Reality", ask=(NoteQuestion(id="now", type="note", ask="What is?"),)),
            Stage(
                id="options",
                title="Options",
                checks=checks,
                ask=(
                    LineQuestion(id="ways", type="line", ask="What could be?", many=9, keep_as="option"),
                    YesNoQuestion(id="still", type="yesno", ask="Is it still the goal?"),
                ),
            ),
            Stage(id="will", title="Will", ask=(NoteQuestion(id="last", type="note", ask="What will be?"),)),
        ),
    )


def met(one: Check, session: Session) -> bool:
    """Whether there is nothing to say of a session."""
    return at_the_end(staged(of_all=(one,)), session) == []


def noted(*notes: Note) -> Session:
    return session_of(turn_with(*notes))


class TestEachCheck:
    @pytest.mark.parametrize(("count", "enough"), [(0, False), (2, False), (3, True), (4, True)])
    def test_so_many_notes_of_a_kind(self, count: int, enough: bool) -> None:
        others = [note(kind="insight"), note(), note(kind="action")]

        assert met(check(at_least=3, of="option"), noted(*[note(kind="option")] * count, *others)) == enough

    @pytest.mark.parametrize("kind", ["option", "goal", "quote", "promise", "parked", "observation", "note"])
    def test_of_any_kind_that_can_be_noted(self, kind: Kind) -> None:
        assert met(check(at_least=1, of=kind), noted(note(kind=kind)))
        assert not met(check(at_least=1, of=kind), noted(note(kind="insight")))

    def test_they_may_be_noted_anywhere(self) -> None:
        session = walked(Noted(note(kind="option")), Jumped("last"), Noted(note(kind="option")), framework=staged())

        assert met(check(at_least=2, of="option"), session)

    @pytest.mark.parametrize(
        ("settings", "so"),
        [
            ({}, False),
            ({"due": When(words="friday")}, False),
            ({"confidence": 0}, False),
            ({"due": When(words="soon"), "confidence": 0}, True),
        ],
    )
    def test_every_action_has_what_is_asked_of_it(self, settings: dict[str, Any], so: bool) -> None:
        whole = Note(kind="action", text="a", due=When(words="friday"), confidence=8)
        other = Note(kind="action", text="b", **settings)

        assert met(check(every="action", has=["by_when", "confidence"]), noted(whole, other)) == so

    @pytest.mark.parametrize("field", ["who", "obstacles", "support", "measure"])
    def test_also_what_was_asked_field_by_field(self, field: str) -> None:
        told = checked(Note, {"kind": "goal", "text": "lead", "details": {field: "Ana"}})

        assert met(check(every="goal", has=[field]), noted(told))
        assert not met(check(every="goal", has=[field]), noted(note(kind="goal")))

    def test_with_no_action_at_all_every_one_has_it(self) -> None:
        assert met(check(every="action", has=["by_when"]), noted(note(), note(kind="goal")))

    def test_a_question_was_answered(self) -> None:
        still = check(answered="still")

        assert not met(still, walked(framework=staged()))
        assert not met(still, walked(Jumped("still"), Skipped(), framework=staged()))
        assert not met(still, walked(Jumped("still"), Noted(note("hm")), framework=staged()))
        assert met(still, typed_in(walked(Jumped("still"), framework=staged()), ["no"], staged()))

    def test_something_was_noted_in_a_stage(self) -> None:
        reality = check(visited="reality")

        assert not met(reality, walked(framework=staged()))
        assert not met(reality, walked(Jumped("ways"), Noted(note()), framework=staged()))
        assert met(reality, walked(Noted(note(kind="quote")), framework=staged()))

    def test_what_was_taken_away_does_not_count(self) -> None:
        session = walked(Noted(note(kind="option")), Amended(NoteRef(0, 0), None), framework=staged())

        assert not met(check(at_least=1, of="option"), session)
        assert not met(check(visited="reality"), session)

    def test_one_that_names_what_is_gone_says_nothing_of_a_question(self) -> None:
        assert met(check(answered="gone"), walked(framework=staged()))


class TestWhen:
    UNMET = walked(framework=staged())

    def moving(self, one: Check, left: str | None, entered: str | None) -> list[str]:
        return on_moving(staged(one), self.UNMET, left, entered)

    def test_a_stages_check_speaks_when_it_is_left(self) -> None:
        one = check(at_least=3, of="option")

        assert self.moving(one, "options", "will") == [SAY]
        assert self.moving(one, "reality", "options") == []
        assert self.moving(one, "will", "reality") == []

    @pytest.mark.parametrize(
        ("at", "left", "entered", "said"),
        [
            ("entering", "reality", "options", [SAY]),
            ("entering", None, "options", [SAY]),
            ("entering", "options", "will", []),
            ("leaving", "options", None, [SAY]),
            ("leaving", "options", "reality", [SAY]),
            ("leaving", "reality", "options", []),
            ("closing", "reality", "options", []),
            ("closing", "options", "will", []),
        ],
    )
    def test_or_when_it_says(self, at: str, left: str | None, entered: str | None, said: list[str]) -> None:
        assert self.moving(check(visited="will", at=at), left, entered) == said

    @pytest.mark.parametrize("stage", ["options", None])
    @pytest.mark.parametrize("at", ["entering", "leaving"])
    def test_while_the_conversation_stays_nothing_is_said(self, at: str, stage: str | None) -> None:
        assert self.moving(check(visited="will", at=at), stage, stage) == []

    def test_one_that_is_met_says_nothing(self) -> None:
        session = walked(Noted(note(kind="option")), framework=staged())

        assert on_moving(staged(check(at_least=1, of="option")), session, "options", "will") == []

    def test_what_is_left_is_spoken_of_before_what_is_entered(self) -> None:
        framework = staged(check(visited="will"))
        last = changed(framework.stages[2], checks=(check(visited="will", at="entering", say="Second."),))
        framework = changed(framework, stages=(*framework.stages[:2], last))

        assert on_moving(framework, self.UNMET, "options", "will") == [SAY, "Second."]

    def test_the_checks_of_the_whole_speak_at_the_end_alone(self) -> None:
        framework = staged(of_all=(check(visited="will"),))

        assert on_moving(framework, self.UNMET, "options", "will") == []
        assert at_the_end(framework, self.UNMET) == [SAY]

    def test_a_stages_check_speaks_at_the_end_only_where_it_says_so_and_the_stage_was_visited(self) -> None:
        closing = staged(check(visited="will", at="closing"))
        visited = walked(Jumped("ways"), framework=closing)

        assert at_the_end(closing, self.UNMET) == []
        assert at_the_end(closing, visited) == [SAY]
        assert at_the_end(staged(check(visited="will")), visited) == []

    def test_the_whole_comes_before_its_stages(self) -> None:
        framework = staged(check(visited="will", at="closing"), of_all=(check(visited="will", say="Of all."),))

        assert at_the_end(framework, walked(Jumped("ways"), framework=framework)) == ["Of all.", SAY]

    @SOMETIMES
    @given(ways())
    def test_whatever_happened_only_what_the_framework_says_is_said(self, way: Way) -> None:
        stages = [None, *(stage.id for stage in way.framework.stages)]
        checks = [*way.framework.checks, *(one for stage in way.framework.stages for one in stage.checks)]
        session = way.walk.apply(way.sessions()[-1], Closed(), NOW)
        said = [hint for a in stages for b in stages for hint in on_moving(way.framework, session, a, b)]

        assert {*said, *at_the_end(way.framework, session)} <= {one.say for one in checks}


class TestReading:
    @pytest.mark.parametrize(
        ("settings", "model"),
        [
            ({"at_least": 3, "of": "option"}, EnoughNoted),
            ({"every": "action", "has": ["by_when"]}, EveryHas),
            ({"answered": "still"}, WasAnswered),
            ({"visited": "reality", "at": "entering"}, WasVisited),
        ],
    )
    def test_each_is_told_by_what_it_looks_at(self, settings: dict[str, Any], model: type) -> None:
        assert isinstance(check(**settings), model)
        assert CHECK.validate_python(check(**settings)) == check(**settings)

    @pytest.mark.parametrize(
        "settings",
        [
            {},
            {"of": "option"},
            {"at_least": 3},
            {"at_least": 0, "of": "option"},
            {"at_least": 101, "of": "option"},
            {"at_least": 3, "of": "scale"},
            {"every": "option", "has": ["by_when"]},
            {"every": "action", "has": []},
            {"every": "action", "has": ["what"]},
            {"answered": "Still"},
            {"visited": "reality", "at": "later"},
            {"visited": "reality", "answered": "still"},
            {"visited": "reality", "say": "  "},
            {"at_least": 3, "of": "option", "unless": "x"},
        ],
    )
    def test_anything_else_is_refused(self, settings: dict[str, Any]) -> None:
        with pytest.raises(ValidationError):
            check(**settings)


def test_a_check_never_keeps_anybody_from_going_on() -> None:
    framework = staged(check(at_least=9, of="option"), of_all=(check(visited="will"),))
    session = walked(Jumped("still"), framework=framework)
    session = typed_in(session, ["no", ""], framework)

    assert session.turns[-1].question == "last"
    assert Walk(framework, "Jane").apply(session, Closed(), NOW).status == "ended"


def test_a_framework_without_checks_has_nothing_to_say() -> None:
    framework = framework_of(NoteQuestion(id="now", type="note", ask="?"))

    assert at_the_end(framework, walked(framework=framework)) == []
    assert on_moving(framework, walked(framework=framework), "only", None) == []
