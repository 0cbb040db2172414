"""What would make a framework more useful."""

import pytest

from coachcli.domain.framework.advice import missing_commitments, nameless_histories
from coachcli.domain.framework.model import Framework

Plain = dict[str, object]


def framework(*questions: Plain, kind: str = "conversation") -> Framework:
    ask = [{"id": f"q{number}", "type": "note", "ask": "How sure are you?", **q} for number, q in enumerate(questions)]
    stages = [{"id": "a", "title": "A", "ask": ask}]
    return Framework.model_validate({"id": "x", "title": "X", "kind": kind, "stages": stages})


class TestCommitments:
    @pytest.mark.parametrize(
        ("questions", "codes"),
        [
            ([{}], ["W401", "W402"]),
            ([{"type": "goal"}], ["W402"]),
            ([{"type": "action"}], ["W401"]),
            ([{"type": "goal"}, {"type": "action"}], []),
            ([{"type": "line", "keep_as": "goal"}, {"keep_as": "action"}], []),
            ([{"type": "goal", "keep_as": "topic"}], ["W401", "W402"]),
        ],
    )
    def test_a_coaching_conversation_has_a_goal_and_an_action(self, questions: list[Plain], codes: list[str]) -> None:
        found = list(missing_commitments(framework(*questions)))

        assert [flaw.code for flaw in found] == codes
        assert {flaw.level for flaw in found} <= {"warning"}
        assert all(flaw.hint.startswith("give one of them  type: ") for flaw in found)

    @pytest.mark.parametrize("kind", ["meeting", "reflection"])
    def test_nothing_else_needs_them(self, kind: str) -> None:
        assert list(missing_commitments(framework({}, kind=kind))) == []


class TestHistories:
    @pytest.mark.parametrize(
        "question", [{"type": "scale"}, {"type": "goal"}, {"type": "action"}, {"keep_as": "insight"}]
    )
    def test_what_is_compared_over_sessions_should_have_an_id(self, question: Plain) -> None:
        here = ("stages", 0, "ask", 0)
        (flaw,) = nameless_histories(framework(question), {here})

        assert (flaw.code, flaw.level, flaw.where) == ("W404", "warning", (*here, "ask"))
        assert flaw.hint == "add  id: how_sure_are_you"
        assert list(nameless_histories(framework(question), set())) == []

    @pytest.mark.parametrize("question", [{}, {"type": "line"}, {"type": "yesno"}, {"type": "say"}])
    def test_nothing_else_does(self, question: Plain) -> None:
        assert list(nameless_histories(framework(question), {("stages", 0, "ask", 0)})) == []
