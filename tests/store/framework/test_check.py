"""From the text of a framework to a framework: all that is wrong is told at once, and short forms are written out."""

from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from store.slips import asking, marked

from coachcli.domain.framework.model import Framework
from coachcli.store.framework.check import check, named


def test_all_slips_are_told_at_once_in_the_order_of_the_file() -> None:
    text = dedent("""\
        titel: Mine
        minutes: an hour
        stages:
          - title: A
            minuts: 3
            ask:
              - type: scael
                ask: What?
              - What matters: money or time?
              - ask: And?
                share_with: boss
          - title: B
            ask: What else?
    """)

    problems = check(text.encode(), "mine").problems

    assert [(problem.line, problem.code) for problem in problems] == [
        (1, "E201"),
        (2, "E205"),
        (5, "E201"),
        (7, "E203"),
        (8, "W404"),
        (9, "W115"),
        (11, "E204"),
        (13, "E207"),
    ]


@pytest.mark.parametrize(
    ("name", "good"), [("My GROW", "my-grow"), ("über", "ueber"), ("2024", "my-2024"), ("a b", "a-b")]
)
def test_a_file_whose_name_cannot_be_an_id_says_what_to_call_it(name: str, good: str) -> None:
    (problem,) = check(asking("- What?").encode(), name).problems

    assert (problem.code, problem.line, problem.text) == ("E206", 1, "the name of the file cannot be an id")
    assert problem.hint == f"call the file {good}.yaml"
    assert check(f"id: mine\n{asking('- What?')}".encode(), name).framework is not None


@pytest.mark.parametrize(
    ("name", "hint"),
    [("yours", "write  id: yours  or name the file mine.yaml"), ("My GROW", "name the file mine.yaml")],
)
def test_what_is_proposed_for_a_file_of_another_name_can_be_done(name: str, hint: str) -> None:
    checked = named(check(f"id: mine\n{asking('- What?')}".encode(), name), name)

    (problem,) = checked.problems
    assert (problem.code, problem.hint) == ("E303", hint)


class TestShortForms:
    def test_six_lines_are_a_framework(self) -> None:
        text = dedent("""\
            stages:
              - title: Start
                ask:
                  - What brings you here today?
                  - What would make this call worth your time?
                  - What is one step you will take?
        """)

        framework = read(text, "my_first-model")

        assert (framework.id, framework.title, framework.order) == ("my_first-model", "My first model", "fixed")
        assert [(place.question.id, place.question.type) for place in framework.places] == [
            ("what_brings_you_here_today", "note"),
            ("what_would_make_this_call_worth", "note"),
            ("what_is_one_step_you_will", "note"),
        ]
        assert framework.stages[0].id == "start"

    def test_words_stay_as_they_are_written(self) -> None:
        framework = read(asking("- Yes", "- NO", "- 10:30", "- 1.10", "- 2026-01-01", "- null", "- ~"), "mine")

        asked = [place.question.ask for place in framework.places]
        assert asked == ["Yes", "NO", "10:30", "1.10", "2026-01-01", "null", "~"]

    def test_a_setting_with_nothing_behind_it_was_left_out(self) -> None:
        framework = read("about:\nminutes:\n" + asking("- ask: What?", "  cue:", "  type:"), "mine")

        assert (framework.about, framework.minutes) == (None, None)
        assert framework.places[0].question.type == "note"

    @pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
    @pytest.mark.parametrize("mark", ["", "\ufeff"])
    def test_it_may_come_from_any_editor(self, ending: str, mark: str) -> None:
        text = mark + asking("- What?", "- And?").replace("\n", ending)

        assert len(read(text, "mine").places) == 2

    def test_lines_are_counted_as_an_editor_counts_them(self) -> None:
        checked = check(
            ("\ufeff" + asking("- What?", "- {ask: And?, typ: note}").replace("\n", "\r\n")).encode(), "mine"
        )

        (problem,) = checked.errors
        assert marked(checked, problem) == "typ"


def read(text: str, name: str) -> Framework:
    framework = check(text.encode(), name).framework
    assert framework is not None
    return framework


class TestAnythingAtAll:
    @settings(max_examples=75, deadline=None)
    @given(st.binary(max_size=200))
    def test_no_bytes_do_more_than_be_told_of(self, data: bytes) -> None:
        checked = check(data, "mine")

        assert checked.framework is not None or checked.errors

    @settings(max_examples=125, deadline=None)
    @given(
        st.recursive(
            st.sampled_from(["", "x", "1", "yes", "scale", "choice", "action", "after_call", "{x}", "What: now?"]),
            lambda inner: (
                st.lists(inner, max_size=3)
                | st.dictionaries(
                    st.sampled_from(
                        ["id", "title", "stages", "steps", "ask", "type", "choices", "probes", "from", "x"]
                    ),
                    inner,
                    max_size=4,
                )
            ),
            max_leaves=15,
        ),
        st.sampled_from(["{}", "stages: {}", "stages: [{{title: A, ask: {}}}]", "stages: [{{title: A, ask: [{}]}}]"]),
    )
    def test_no_shape_does_either_and_each_problem_has_a_place(self, value: object, around: str) -> None:
        checked = check(around.format(flow(value)).encode(), "mine")

        assert checked.framework is not None or checked.errors
        for problem in checked.problems:
            assert 1 <= problem.line <= len(checked.lines)
            assert 1 <= problem.column <= len(checked.lines[problem.line - 1]) + 1
            assert problem.text
            assert "\n" not in problem.text + problem.hint


def flow(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(item) for item in value) + "]"
    return f'"{value}"' if value else "~"
