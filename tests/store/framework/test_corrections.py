"""What was meant by a text that YAML took for something else is read, and told of."""

import pytest
from store.slips import asking, marked

from coachcli.store.framework.check import check


class TestColons:
    @pytest.mark.parametrize(
        ("written", "read", "hint"),
        [
            (
                "What matters most here: money or time?",
                "What matters most here: money or time?",
                '- "What matters most here: money or time?"',
            ),
            ("What matters:", "What matters:", '- "What matters:"'),
            ('What does "free": cost?', 'What does "free": cost?', "- 'What does \"free\": cost?'"),
            ('It\'s "so": why?', 'It\'s "so": why?', "- 'It''s \"so\": why?'"),
            ("質問: 🙂?", "質問: 🙂?", '- "質問: 🙂?"'),
        ],
    )
    def test_a_question_with_a_colon_is_read_back_and_told_of(self, written: str, read: str, hint: str) -> None:
        checked = check(asking("- Why?", f"- {written}").encode(), "mine")

        assert checked.framework is not None
        assert [place.question.ask for place in checked.framework.places] == ["Why?", read]
        (warning,) = checked.problems
        assert (warning.code, warning.level, warning.line, warning.column) == ("W115", "warning", 5, 9)
        assert warning.text == "read as one text, although it contains a colon"
        assert warning.hint == f"to be certain, write  {hint}"
        assert marked(checked, warning) == written
        assert checked.errors == []

    def test_the_hint_is_taken_at_its_word(self) -> None:
        checked = check(asking("""- It's "so": why?""").encode(), "mine")
        hint = checked.problems[0].hint.removeprefix("to be certain, write  ")

        assert check(asking(hint).encode(), "mine").framework == checked.framework
        assert check(asking(hint).encode(), "mine").problems == ()

    @pytest.mark.parametrize("where", ["probes: [And: what?]", "type: choice\n        choices: [And: what?, No]"])
    def test_probes_and_choices_may_hold_one_as_well(self, where: str) -> None:
        checked = check(asking("- ask: What?", f"  {where}").encode(), "mine")

        assert checked.framework is not None
        assert [problem.code for problem in checked.problems] == ["W115"]

    def test_a_question_that_is_a_setting_is_no_such_text(self) -> None:
        checked = check(asking("- ask: What?").encode(), "mine")

        assert checked.framework is not None
        assert checked.framework.places[0].question.ask == "What?"
        assert checked.problems == ()
