"""The client's own summary: asked for from anywhere, and offered once before the end."""

from typing import Any

import pytest
from app.desk import Sitting, Step, play
from builders import STORY, THANKS, framework_of, walked

from coachcli.domain.framework.model import Framework
from coachcli.domain.framework.questions import LineQuestion
from coachcli.live.source import EndOfInput, Line, Pressed

PLAIN = framework_of(STORY, THANKS)
ASKED = "What do you take away from today, in your own words?"
OFFER = "/recap asks for their own summary.\n/end again ends it."
STILL = "Still to ask (/go and some of the words goes there):"
ASKING = LineQuestion(id="away", type="line", ask="What stays?", keep_as="takeaway", phase="closing")


def held(*steps: Step, framework: Framework = PLAIN, **changes: Any) -> Sitting:
    return play(framework, walked(framework=framework).model_copy(update=changes), [*steps, EndOfInput()])


class TestAskingForIt:
    def test_the_next_line_is_theirs_and_shared_with_them(self) -> None:
        sitting = held("busy", "/recap", "I can ask for help", "and well")

        assert [(note.kind, note.text, note.share_with) for _, note in sitting.session.notes] == [
            ("note", "busy", "nobody"),
            ("takeaway", "I can ask for help", "client"),
            ("note", "and well", "nobody"),
        ]
        assert sitting.questions == [STORY.ask, STORY.ask, ASKED, STORY.ask, STORY.ask]

    def test_enter_alone_leaves_it(self) -> None:
        sitting = held("/recap", "", "busy")

        assert [note.kind for _, note in sitting.session.notes] == ["note"]
        assert sitting.questions[-1] == STORY.ask

    @pytest.mark.parametrize("typed", ["\\?who knows", '"?who knows"', "“?who knows”"])
    def test_their_words_may_begin_with_a_sign_and_stand_between_quotation_marks(self, typed: str) -> None:
        (note,) = [note for _, note in held("/recap", typed).session.notes]

        assert (note.kind, note.text, note.share_with) == ("takeaway", "?who knows", "client")

    @pytest.mark.parametrize("steps", [("/recap", "~she said little"), ("/recap ~she said little",)])
    def test_a_sign_means_what_it_means_elsewhere_and_one_line_is_all(self, steps: tuple[str, ...]) -> None:
        sitting = held(*steps, "I am worried")

        assert [(note.kind, note.text, note.share_with) for _, note in sitting.session.notes] == [
            ("observation", "she said little", "nobody"),
            ("note", "I am worried", "nobody"),
        ]
        assert sitting.questions[-1] == STORY.ask

    @pytest.mark.parametrize("typed", ["**She** said little", "I see\n~not yet", '"~not yet', '"I see\nmore'])
    def test_what_is_held_back_is_not_theirs(self, typed: str) -> None:
        sitting = held("/recap", typed)

        assert [(note.kind == "takeaway", note.share_with) for _, note in sitting.session.notes] == [(False, "nobody")]

    def test_a_sign_with_nothing_behind_it_is_given_back(self) -> None:
        sitting = held("/recap", "~", "I see")

        assert sitting.script.lines[2] == Line.ending("~")
        assert sitting.words == ["I see"]

    def test_a_command_is_given_back(self) -> None:
        sitting = held("/recap", "/end", "I see")

        assert sitting.script.lines[2] == Line.ending("/end")
        assert sitting.words == ["I see"]

    def test_with_words_it_is_taken_at_once(self) -> None:
        assert [note.kind for _, note in held("/recap I see").session.notes] == ["takeaway"]

    def test_an_action_can_be_noted_meanwhile(self) -> None:
        sitting = held("/recap", Pressed("action", Line.ending("I s")), "call Tom", "I see")

        assert [(note.kind, note.text) for _, note in sitting.session.notes] == [
            ("action", "call Tom"),
            ("takeaway", "I see"),
        ]

    def test_back_leaves_it(self) -> None:
        assert [note.kind for _, note in held("/recap", Pressed("back", Line()), "busy").session.notes] == ["note"]

    def test_alone_there_is_nobody_to_ask(self) -> None:
        alone = PLAIN.model_copy(update={"kind": "reflection"})

        assert held("/recap", framework=alone).remarks == ["There is nobody to ask: this is your own reflection."]


class TestBeforeTheEnd:
    def test_it_is_offered_once(self) -> None:
        sitting = held("busy", "/end", "/end")

        assert sitting.remarks == [OFFER]
        assert sitting.left.how == "ended"

    def test_what_is_still_to_be_asked_comes_with_it(self) -> None:
        must = framework_of(STORY, LineQuestion(id="sure", type="line", ask="Sure?", required=True))

        assert held("busy", "/end", framework=must).remarks == [f"{STILL}\n  Sure?\n{OFFER}"]

    def test_taken_it_is_not_offered(self) -> None:
        assert held("busy", "/recap I see", "/end").remarks == []

    def test_where_the_model_asks_for_it_before_the_end_it_is_not_offered(self) -> None:
        assert held("busy", "/end", framework=framework_of(STORY, ASKING)).remarks == []

    def test_where_nothing_was_said_there_is_nothing_to_sum_up(self) -> None:
        assert held("/end").left.how == "ended"

    def test_it_is_for_a_conversation_with_a_client_that_takes_place_now(self) -> None:
        meeting, alone = (PLAIN.model_copy(update={"kind": kind}) for kind in ("meeting", "reflection"))
        now = walked().started

        assert held("busy", "/end", framework=meeting).left.how == "ended"
        assert held("busy", "/end", framework=alone).left.how == "ended"
        assert held("busy", "/end", written_up=now).left.how == "ended"
        assert held("busy", "/end", amending=now).left.how == "ended"

    def test_a_pipe_that_ends_behind_end_has_ended_the_session(self) -> None:
        assert play(PLAIN, walked(framework=PLAIN), ["busy", "/end"]).left.how == "ended"


def test_half_of_it_is_remembered_as_what_it_is() -> None:
    """After a kill the line comes back where a question is asked, whose answer it would be."""
    sitting = held("/recap", "I can shut a door")

    assert "/recap I can shut a door" in sitting.keeper.drafts
