"""Short forms written out: what a coach may leave unsaid, and what is left as it is for the schema to name."""

import copy
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachcli.domain.framework.model import Framework
from coachcli.domain.framework.short_forms import expand, id_from
from coachcli.domain.record_data import checked


def stages(*parts: Any) -> list[Any]:
    """The stages of a framework with these, written out."""
    found: list[Any] = expand({"stages": [*parts]}, "mine")["stages"]
    return found


def questions(*asked: Any) -> list[Any]:
    (stage,) = stages({"title": "Start", "ask": [*asked]})
    found: list[Any] = stage["ask"]
    return found


class TestQuestions:
    def test_a_text_is_a_note_question(self) -> None:
        assert questions("What now?") == [{"id": "what_now", "type": "note", "ask": "What now?"}]

    def test_what_is_said_stays(self) -> None:
        said = {"id": "x", "type": "scale", "ask": "How much?", "low": "none"}

        assert questions(said) == [said]

    def test_a_setting_with_nothing_behind_it_is_left_out(self) -> None:
        assert questions({"ask": "What?", "type": None, "cue": None}) == [
            {"id": "what", "type": "note", "ask": "What?"}
        ]

    @pytest.mark.parametrize("shape", [None, 7, ["What?"], [["What?"]]])
    def test_what_has_another_shape_is_left_as_it_is(self, shape: Any) -> None:
        assert questions(shape) == [shape]

    @pytest.mark.parametrize("ask", [None, ["What?"], {"a": "b"}])
    def test_without_words_there_is_no_id(self, ask: Any) -> None:
        assert "id" not in questions({"type": "line", "ask": ask})[0]


class TestIds:
    @pytest.mark.parametrize(
        ("words", "made"),
        [
            ("What brings you here today?", "what_brings_you_here_today"),
            ("What would you do if nobody were watching you?", "what_would_you_do_if_nobody"),
            ("  Où   étiez-vous?  ", "ou_etiez_vous"),
            ("10 out of 10?", "question_10_out_of_10"),
            ("What is {topic} worth?", "what_is_topic_worth"),
            ("snake_case stays", "snake_case_stays"),
            ("Donaudampfschifffahrtsgesellschaftskapitänsmütze?", "donaudampfschifffahrtsgesellschaftskapit"),
            ("Was ist wichtig für Dich, jetzt, außer mir?", "was_ist_wichtig_fur_dich_jetzt"),
            ("Что происходит?", "question"),
            ("今、何が起きていますか", "question"),
            ("🙂", "question"),
            ("", "question"),
            ("???", "question"),
        ],
    )
    def test_they_are_made_from_the_words(self, words: str, made: str) -> None:
        assert id_from(words, set(), "question") == made

    def test_the_same_words_get_numbers(self) -> None:
        assert [question["id"] for question in questions("And else?", "And else?", "AND ELSE!")] == [
            "and_else",
            "and_else_2",
            "and_else_3",
        ]

    def test_one_that_is_written_keeps_its_name_wherever_it_stands(self) -> None:
        found = stages(
            {"title": "A", "ask": ["What now?"]},
            {"title": "B", "steps": [{"title": "C", "ask": [{"id": "what_now", "ask": "And now?"}]}]},
        )

        assert found[0]["ask"][0]["id"] == "what_now_2"
        assert found[1]["steps"][0]["ask"][0]["id"] == "what_now"

    def test_questions_have_ids_of_their_own_in_the_whole_framework(self) -> None:
        first, second = stages({"title": "A", "ask": ["What?"]}, {"title": "B", "ask": ["What?"]})

        assert (first["ask"][0]["id"], second["ask"][0]["id"]) == ("what", "what_2")

    @given(st.text(max_size=80), st.sets(st.sampled_from(["question", "question_2", "a", "a_2", "x_x"])))
    def test_any_words_make_an_id_nobody_has(self, words: str, taken: set[str]) -> None:
        before = set(taken)
        made = id_from(words, taken, "question")

        assert re.fullmatch(r"[a-z][a-z0-9_]*", made)
        assert made not in before
        assert taken == before | {made}
        assert len(made) <= 55


class TestStagesAndSteps:
    def test_the_id_is_made_from_the_title_and_the_title_from_the_id(self) -> None:
        found = stages({"title": "Where are we?", "ask": []}, {"id": "way_forward", "ask": []})

        assert [(stage["id"], stage["title"]) for stage in found] == [
            ("where_are_we", "Where are we?"),
            ("way_forward", "Way forward"),
        ]

    def test_steps_as_well(self) -> None:
        (stage,) = stages({"title": "A", "steps": [{"title": "The story", "ask": ["What?"]}, {"id": "two"}]})

        assert [(step["id"], step["title"]) for step in stage["steps"]] == [("the_story", "The story"), ("two", "Two")]
        assert stage["steps"][0]["ask"][0]["id"] == "what"

    def test_the_same_title_twice_gets_a_number(self) -> None:
        found = stages({"title": "Talk", "ask": []}, {"title": "Talk", "ask": []}, {"id": "talk_2", "ask": []})

        assert [stage["id"] for stage in found] == ["talk", "talk_3", "talk_2"]

    def test_with_neither_title_nor_id_there_is_none(self) -> None:
        assert stages({"ask": []}) == [{"ask": []}]

    @pytest.mark.parametrize("shape", ["Opening", None, 7, ["x"]])
    def test_what_has_another_shape_is_left_as_it_is(self, shape: Any) -> None:
        assert stages(shape) == [shape]
        assert stages({"title": "A", "id": "a", "steps": shape if isinstance(shape, list) else [shape]})[0][
            "steps"
        ] == (shape if isinstance(shape, list) else [shape])


class TestTheWhole:
    @pytest.mark.parametrize(
        ("file", "title"), [("grow", "Grow"), ("my_own-model", "My own model"), ("five_whys", "Five whys")]
    )
    def test_id_and_title_come_from_the_file_where_they_are_not_said(self, file: str, title: str) -> None:
        assert expand({"stages": []}, file) == {"id": file, "title": title, "stages": []}
        assert expand({"id": "x", "title": "Y", "stages": []}, file) == {"id": "x", "title": "Y", "stages": []}

    @pytest.mark.parametrize("shape", ["words", {"title": "A"}, 7])
    def test_stages_of_another_shape_are_left_as_they_are(self, shape: Any) -> None:
        assert expand({"stages": shape}, "mine")["stages"] == shape

    def test_what_was_read_is_not_touched(self) -> None:
        read = {"about": None, "stages": [{"title": "A", "ask": ["What?", {"ask": "And?", "cue": None}]}]}
        before = copy.deepcopy(read)
        expand(read, "mine")

        assert read == before

    def test_what_is_written_out_has_nothing_left_to_write_out(self) -> None:
        read = {
            "stages": [{"title": "A", "ask": ["What?", "What?"]}, {"id": "b", "steps": [{"title": "C", "ask": ["D"]}]}]
        }
        full = expand(read, "mine")

        assert expand(full, "another") == full
        assert [place.question.id for place in checked(Framework, full).places] == ["what", "what_2", "d"]
