from pathlib import Path

import pytest
from app.scripted_call import Sitting, Step, play
from builders import FRAMEWORK, FREE, walked

from coachcli.app.editor_copy import OpenLine
from coachcli.domain.framework.model import Framework
from coachcli.domain.session.moves import Jumped
from coachcli.errors import CoachError
from coachcli.live.source import Entered, Line, Outcome, Pressed


def held(*lines: str, framework: Framework = FRAMEWORK) -> Sitting:
    return play(framework, walked(framework=framework), lines)


def at(question: str, *lines: str) -> Sitting:
    return play(FRAMEWORK, walked(Jumped(question)), lines)


class TestMoving:
    def test_next_goes_on_and_back_returns(self) -> None:
        assert held("/next", "/back").questions == ["What is going on?", "What shall we work on?", "What is going on?"]

    def test_back_at_the_beginning_says_so(self) -> None:
        assert "This is where it began." in held("/back").remarks

    def test_go_takes_a_part_of_a_name(self) -> None:
        assert held("/go middle").session.turns[-1].stage == "middle"

    def test_go_to_nothing_gives_the_line_back_with_what_was_meant(self) -> None:
        sitting = held("/go midle")

        assert "did you mean Middle?" in sitting.remarks[-1]
        assert sitting.script.lines[-1].text == "/go midle"

    def test_go_alone_and_map_show_the_stages(self) -> None:
        assert held("/go").questions[-1] == held("/map").questions[-1] == "Where to?"

    def test_at_the_map_a_number_or_a_name_goes_there(self) -> None:
        assert held("/map", "2").session.turns[-1].stage == held("/map", "Middle").session.turns[-1].stage == "middle"

    def test_at_the_map_words_are_kept_with_the_last_question(self) -> None:
        sitting = held("/map", "she is in tears, and has been for a week")

        assert sitting.words == ["she is in tears, and has been for a week"]
        assert "Kept with: What is going on?" in sitting.remarks

    def test_words_at_a_map_that_opens_the_call_are_kept_with_the_first_question(self) -> None:
        assert held("she is in tears already", framework=FREE).words == ["she is in tears already"]

    def test_skip_at_a_field_skips_all_that_are_left(self) -> None:
        sitting = at("actions", "Talk to Ana", "/skip", "Call Tom by friday 8/10", "/skip")

        assert sitting.words == ["Talk to Ana", "Call Tom"]
        assert sitting.session.position is not None
        assert sitting.session.position.question == "actions"


class TestProbing:
    def test_follow_ups_come_one_at_a_time_and_then_from_the_top(self) -> None:
        sitting = held("/probe", "/probe", "/probe")

        assert [view.probe for view in sitting.script.views] == ["", "And what else?", "Since when?", "And what else?"]
        assert "from the top again" in sitting.remarks[-1]

    def test_where_there_are_none_it_says_so(self) -> None:
        assert at("importance", "/probe").remarks == [
            "There are no follow-up questions here; /probe PACK shows those of a topic."
        ]


class TestCorrecting:
    def test_undo_takes_back_the_last_thing_written(self) -> None:
        assert held("one", "two", "/undo").words == ["one"]

    def test_undo_after_an_answer_is_back_at_its_question(self) -> None:
        sitting = at("importance", "7", "/undo")

        assert sitting.session.turns[-1].question == "importance"
        assert sitting.words == []

    def test_undo_with_nothing_to_take_back_says_what_else_helps(self) -> None:
        assert "/edit changes the last note" in held("/undo").remarks[-1]

    def test_edit_with_words_replaces_the_last_note_at_once(self) -> None:
        assert held("sprng", "/edit spring").words == ["spring"]

    def test_edit_alone_puts_it_on_the_line(self) -> None:
        assert held("sprng", "/edit").script.lines[-1].text == "sprng"

    def test_edit_where_nothing_was_noted_gives_the_words_back(self) -> None:
        assert held("/edit spring").script.lines[-1].text == "spring"

    def test_a_rewritten_action_keeps_what_was_asked_about_it(self) -> None:
        (note,) = [
            note
            for _, note in at(
                "actions", "Call Tom by friday 8/10", "Ana", "/edit Call Tim by monday 9/10"
            ).session.notes
        ]

        assert (note.text, note.confidence, note.details) == ("Call Tim", 9, {"support": "Ana"})

    def test_the_editor_takes_the_line_and_brings_it_back(self) -> None:
        steps = [Pressed("editor", Line.ending("half"))]

        assert play(FRAMEWORK, walked(), steps, edited=str.upper).script.lines[-1].text == "HALF"

    def test_an_editor_that_fails_gives_the_line_back_and_says_where_the_text_is(self) -> None:
        def fail(_text: str) -> str:
            raise CoachError("The editor ended with an error (1).", "What you wrote is in /somewhere")

        sitting = play(FRAMEWORK, walked(), [Pressed("editor", Line.ending("half"))], edited=fail)

        assert sitting.script.lines[-1].text == "half"
        assert "What you wrote is in /somewhere" in sitting.remarks[-1]


class TestAnEditorThatComesBackAtOnce:
    """Its window is open still; what is saved there is brought in by Enter."""

    @pytest.fixture
    def opened(self, tmp_path: Path) -> OpenLine:
        (tmp_path / "copy.md").write_text("half", encoding="utf-8")
        return OpenLine(tmp_path / "copy.md", b"half")

    def test_it_is_said_and_enter_brings_in_what_was_saved(self, opened: OpenLine) -> None:
        def save(*_asked: object) -> Outcome:
            opened.copy.write_text("half, and all the rest\n", encoding="utf-8")
            return Entered(Line())

        sitting = play(FRAMEWORK, walked(), [Pressed("editor", Line.ending("half")), save], edited=lambda _: opened)

        assert sitting.script.lines[1].text == ""
        assert "The editor came back at once." in sitting.remarks[0]
        assert sitting.script.lines[-1].text == "half, and all the rest"
        assert sitting.remarks == sitting.remarks[:1]
        assert not opened.copy.exists()

    def test_meanwhile_the_call_goes_on(self, opened: OpenLine) -> None:
        steps: list[Step] = [Pressed("editor", Line.ending("half")), "a note", "!so that is it", "/help map"]
        sitting = play(FRAMEWORK, walked(), steps, edited=lambda _: opened)

        assert sitting.words == ["a note", "so that is it"]
        assert all("The editor came back at once." in remark for remark in sitting.remarks)
        assert sitting.call.news == f"What you save in the editor is in {opened.copy}"

    def test_where_nothing_was_saved_the_line_is_as_it_was_and_the_copy_stays(self, opened: OpenLine) -> None:
        sitting = play(FRAMEWORK, walked(), [Pressed("editor", Line.ending("half")), ""], edited=lambda _: opened)

        assert sitting.script.lines[-1].text == "half"
        assert sitting.remarks[-1] == f"Nothing was saved there yet. What you still save is in {opened.copy}"
        assert opened.copy.exists()

    def test_a_copy_that_is_gone_stops_nothing(self, opened: OpenLine) -> None:
        opened.copy.unlink()
        sitting = play(
            FRAMEWORK, walked(), [Pressed("editor", Line.ending("half")), "", "a note"], edited=lambda _: opened
        )

        assert str(opened.copy) in sitting.remarks[-1]
        assert sitting.words == ["a note"]

    def test_the_line_is_back_then_and_where_others_see_the_screen_no_file_is_named(self, opened: OpenLine) -> None:
        opened.copy.unlink()
        steps: list[Step] = [Pressed("editor", Line.ending("half")), ""]
        sitting = play(FRAMEWORK, walked(), steps, edited=lambda _: opened, discreet=True)

        assert sitting.script.lines[-1].text == "half"
        assert opened.copy.name not in sitting.remarks[-1]

    def test_a_second_one_says_where_the_first_is(self, opened: OpenLine, tmp_path: Path) -> None:
        copies = iter([opened, OpenLine(tmp_path / "other.md", b"")])
        steps = [Pressed("editor", Line.ending("half")), Pressed("editor", Line())]
        sitting = play(FRAMEWORK, walked(), steps, edited=lambda _: next(copies))

        assert str(opened.copy) in sitting.remarks[-1]


class TestTime:
    def test_time_alone_tells_each_stage(self) -> None:
        assert held("/time").script.views[-1].page == (
            " The call: 0 min, 50 left", "   Opening  0 of 10 min", "   Middle  20 min", "   Will  20 min",
        )  # fmt: skip

    @pytest.mark.parametrize(("typed", "planned"), [("45", 45), ("+10", 60), ("-10", 40), ("45 min", 45), ("0", 1)])
    def test_the_length_of_the_call_is_changed_and_the_stages_with_it(self, typed: str, planned: int) -> None:
        session = held(f"/time {typed}").session

        assert session.minutes.planned == planned
        assert sum(line.minutes or 0 for line in session.stages) <= max(planned, len(session.stages))

    def test_what_is_no_number_of_minutes_is_given_back(self) -> None:
        assert held("/time soon").script.lines[-1].text == "/time soon"


class TestHelp:
    def test_help_says_what_answers_here_and_every_command(self) -> None:
        said = "\n".join(at("importance", "/help").script.views[-1].page)

        assert "a number from 1 to 10" in said
        assert all(
            f"/{name}" in said for name in ("next", "back", "go", "map", "probe", "undo", "share", "pause", "end")
        )

    def test_f1_keeps_the_line(self) -> None:
        assert play(FRAMEWORK, walked(), [Pressed("help", Line("half", 2))]).script.lines[-1] == Line("half", 2)


class TestActions:
    def test_action_with_words_notes_one_anywhere(self) -> None:
        (note,) = [note for _, note in held("/action Call Tom by friday 8/10").session.notes]

        assert (note.kind, note.text, note.confidence) == ("action", "Call Tom", 8)

    def test_action_alone_asks_for_it(self) -> None:
        assert held("/action", "Call Tom").words == ["Call Tom"]


# What today is about


def today(*steps: Step, discreet: bool = False) -> Sitting:
    return play(FRAMEWORK, walked(), steps, discreet=discreet)


def test_it_is_noted_wherever_the_call_is_and_told_again() -> None:
    sitting = today("/go how much", "/topic the rota", "/topic")

    assert [(note.kind, note.text, note.share_with) for _, note in sitting.session.notes] == [
        ("topic", "the rota", "nobody")
    ]
    assert sitting.remarks == ["Today: the rota"]


def test_the_last_one_counts() -> None:
    assert today("/topic the rota", "/topic trust", "/topic").remarks[-1] == "Today: trust"


def test_it_can_be_set_before_anything_was_asked() -> None:
    sitting = play(FREE, walked(framework=FREE), ["/topic the rota"])

    assert sitting.words == ["the rota"]


def test_nothing_is_said_yet() -> None:
    assert today("/topic").remarks == ["Nothing is said yet of what today is about: /topic TEXT"]


def test_on_a_shared_screen_it_is_not_told() -> None:
    assert today("/topic the rota", "/topic", discreet=True).remarks == ["Notes are hidden now; /discreet shows them."]


def test_a_line_for_the_coach_alone_is_no_topic() -> None:
    (note,) = [note for _, note in today("/topic ~the affair").session.notes]

    assert (note.kind, note.text, note.share_with) == ("observation", "the affair", "nobody")


def test_nor_is_what_only_looks_like_a_sign() -> None:
    sitting = today("/topic **Hunch**: afraid", "/topic")

    assert [note.kind for _, note in sitting.session.notes] == ["note"]
    assert sitting.remarks[-1] == "Nothing is said yet of what today is about: /topic TEXT"
    assert today("/topic \\~the affair").words == ["~the affair"]
