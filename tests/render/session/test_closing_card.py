"""The card at the end of a call."""

from coachcli.domain.session.closing_card import ClosingCard, StageTime
from coachcli.render.session.closing_card import closing_text


def card(
    *,
    stages: tuple[StageTime, ...] = (),
    captured: tuple[str, ...] = (),
    shared: int = 0,
    asked: tuple[str, ...] = (),
    hints: tuple[str, ...] = (),
) -> str:
    return closing_text(ClosingCard("GROW with Jane ended", stages, captured, shared, asked, hints, (), "Go on."))


class TestTheClosingCard:
    def test_it_says_how_long_what_was_captured_and_where_it_is(self) -> None:
        whole = ClosingCard(
            heading="GROW with Jane ended, 43 minutes",
            stages=(StageTime("Goal", 12, 10), StageTime("Will", 31, None)),
            captured=("2 notes and answers", "1 action"),
            shared=1,
            never_asked=("What else?",),
            hints=("An action has no date.",),
            files=("/home/me/coaching/a.yaml", "/home/me/coaching/a.md"),
            next_step="The summary to send: coach session export jane/2026-11-18 --for client",
        )

        assert closing_text(whole) == (
            "\n"
            " GROW with Jane ended, 43 minutes\n"
            "   Goal: 12 of 10 min\n"
            "   Will: 31 min\n"
            "   Captured: 2 notes and answers, 1 action\n"
            "   Shared with the client: 1. Everything else is yours alone.\n"
            "   Not asked this time (1):\n"
            "     What else?\n"
            "   Worth a look:\n"
            "     An action has no date.\n"
            "   /home/me/coaching/a.yaml\n"
            "   /home/me/coaching/a.md\n"
            " The summary to send: coach session export jane/2026-11-18 --for client\n"
        )

    def test_of_a_call_in_which_nothing_happened_there_is_little_to_say(self) -> None:
        assert card() == "\n GROW with Jane ended\n Go on.\n"

    def test_it_says_when_nothing_is_shared(self) -> None:
        assert "   Nothing is marked to be shared: all of it is yours alone.\n" in card(captured=("1 note",))

    def test_six_questions_that_were_not_asked_are_shown_and_the_others_counted(self) -> None:
        six = tuple(f"Question {number}?" for number in range(6))

        assert "     Question 5?\n Go on.\n" in card(asked=six)
        assert "     Question 5?\n     and 1 more\n Go on.\n" in card(asked=(*six, "Seven?"))
        assert "Not asked this time (8):" in card(asked=(*six, "Seven?", "Eight?"))
        assert "     Question 5?\n     and 2 more\n Go on.\n" in card(asked=(*six, "Seven?", "Eight?"))

    def test_a_question_written_on_two_lines_is_shown_on_one(self) -> None:
        assert "     What is\n" not in card(asked=("What is\ngoing on?",))
        assert "     What is going on?\n" in card(asked=("What is\ngoing on?",))

    def test_with_nothing_worth_a_look_it_says_nothing_of_the_kind(self) -> None:
        assert "Worth a look" not in card()

    def test_a_hint_written_on_two_lines_is_shown_on_one(self) -> None:
        assert "   Worth a look:\n     Look again.\n Go on.\n" in card(hints=("Look\nagain.",))

    def test_nothing_in_a_framework_acts_on_the_terminal(self) -> None:
        shown = card(stages=(StageTime("\x1b[31mGoal", 1, None),), asked=("\u202ewhy?",), hints=("\x1b[2Jgone",))

        assert "   ‹U+001B›[31mGoal: 1 min\n" in shown
        assert "     ‹U+202E›why?\n" in shown
        assert "     ‹U+001B›[2Jgone\n" in shown
