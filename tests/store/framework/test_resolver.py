"""A framework with what it extends, wherever that stands."""

from pathlib import Path
from textwrap import dedent

import pytest

from coachcli.store.framework import catalogue
from coachcli.store.paths import Practice

OWN = "stages:\n- title: Start\n  ask:\n  - What brings you here?\n"


GERMAN = "translates: {id}\nlanguage: de\ntexts:\n  title: Auf Deutsch\n"


def write(practice: Practice, name: str, text: str = OWN) -> Path:
    path = practice.frameworks / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(dedent(text), encoding="utf-8")
    return path


def ids(practice: Practice) -> list[str]:
    return [source.id for source in catalogue.sources(practice)]


class TestExtending:
    def test_a_shipped_one_is_found(self, practice: Practice) -> None:
        write(practice, "mine.yaml", "extends: GROW\nminutes: 60\n")
        framework = catalogue.load(catalogue.find(practice, "mine"))
        grow = catalogue.load(catalogue.find(practice, "grow"))

        assert (framework.id, framework.minutes, framework.stages) == ("mine", 60, grow.stages)

    def test_the_coachs_own_comes_before_the_shipped_one(self, practice: Practice) -> None:
        write(practice, "grow.yaml")
        write(practice, "mine.yaml", "extends: grow\n")

        assert [stage.title for stage in catalogue.load(catalogue.find(practice, "mine")).stages] == ["Start"]

    def test_one_that_is_called_like_a_shipped_one_means_that_one(self, practice: Practice) -> None:
        write(practice, "grow.yaml", "extends: grow\ntitle: GROW, my way\n")
        shipped_one = catalogue.shipped("grow")
        assert shipped_one is not None

        framework = catalogue.load(catalogue.find(practice, "grow"))

        assert (framework.id, framework.title) == ("grow", "GROW, my way")
        assert framework.stages == catalogue.load(shipped_one).stages

    def test_it_goes_three_deep(self, practice: Practice) -> None:
        write(practice, "c.yaml", OWN)
        write(practice, "b.yaml", "extends: c\nminutes: 20\nstages: [{title: B, ask: [B?]}]\n")
        write(practice, "a.yaml", "extends: b\nstages: [{title: A, ask: [A?], before: start}]\nremove: [stages.b]\n")
        write(practice, "top.yaml", "extends: a\nstages: [{id: start, ask: [{id: what_brings_you_here, cue: Hm.}]}]\n")

        framework = catalogue.load(catalogue.find(practice, "top"))

        assert [stage.title for stage in framework.stages] == ["A", "Start"]
        assert framework.minutes == 20
        assert framework.by_id["what_brings_you_here"].question.cue == "Hm."

    @pytest.mark.parametrize(
        ("files", "code", "said", "hint"),
        [
            (
                {"mine": "extends: gorw"},
                "E321",
                "there is no framework 'gorw'",
                "did you mean 'grow'?",
            ),
            (
                {"mine": "extends: xyzzy"},
                "E321",
                "there is no framework 'xyzzy'",
                "coach framework list shows what there is",
            ),
            (
                {"mine": "extends: ../../etc/passwd"},
                "E321",
                "there is no framework '../../etc/passwd'",
                "coach framework list shows what there is",
            ),
            (
                {"mine": "extends: mine"},
                "E321",
                "'mine' is this framework itself, and none of that name is shipped",
                "extend another one",
            ),
            (
                {"mine": "extends: b", "b": "extends: mine"},
                "E322",
                "these extend each other in a circle: mine -> b -> mine",
                "extend another one",
            ),
            (
                {"mine": "extends: b", "b": "extends: c", "c": "extends: b"},
                "E322",
                "these extend each other in a circle: mine -> b -> c -> b",
                "extend another one",
            ),
            (
                {"mine": "extends: b", "b": "extends: grow", "grow": "extends: mine"},
                "E322",
                "these extend each other in a circle: mine -> b -> grow -> mine",
                "extend another one",
            ),
            (
                {"mine": "extends: b", "b": "extends: c", "c": "extends: d", "d": "extends: grow"},
                "E323",
                "this goes more than 3 deep: mine -> b -> c -> d -> grow",
                "extend one that is nearer to the end of this line",
            ),
        ],
    )
    def test_what_cannot_be_built_upon_is_told_at_its_name(
        self, practice: Practice, files: dict[str, str], code: str, said: str, hint: str
    ) -> None:
        for name, text in files.items():
            write(practice, f"{name}.yaml", f"{text}\n")

        checked = catalogue.checked(catalogue.find(practice, "mine"))

        (problem,) = checked.problems
        assert (problem.code, problem.line, problem.column) == (code, 1, 10)
        assert problem.width == len(files["mine"].removeprefix("extends: "))
        assert (problem.text, problem.hint) == (said, hint)

    @pytest.mark.parametrize("between", [False, True])
    def test_a_broken_one_is_told_with_its_file_and_its_first_error(self, practice: Practice, between: bool) -> None:
        path = write(practice, "base.yaml", OWN.replace("title", "titel"))
        write(practice, "mid.yaml", "extends: base\n")
        write(practice, "mine.yaml", f"extends: {'mid' if between else 'base'}\n")

        (problem,) = catalogue.checked(catalogue.find(practice, "mine")).problems

        assert (problem.code, problem.line, problem.column) == ("E324", 1, 10)
        assert problem.text == f"'base' cannot be used: {path}:2:3: 'titel' is not a setting here"
        assert problem.hint == "mend it first: coach framework check base"

    def test_one_that_cannot_be_read_is_told_too(self, practice: Practice) -> None:
        write(practice, "mine.yaml", "extends: base\n")
        (practice.frameworks / "base.yaml").symlink_to("mine.yaml")

        (problem,) = catalogue.checked(catalogue.find(practice, "mine")).problems

        assert problem.text.startswith("'base' cannot be used: ")
        assert "it is a link to somewhere else" in problem.text

    def test_a_file_elsewhere_finds_what_lies_beside_it_and_what_is_in_the_practice(
        self, practice: Practice, tmp_path: Path
    ) -> None:
        write(practice, "base.yaml")
        (tmp_path / "mine.yaml").write_text("extends: base\n")
        (tmp_path / "other.yaml").write_text("extends: mine2\n")
        (tmp_path / "mine2.yaml").write_text("extends: grow\n")

        assert catalogue.check_file(tmp_path / "mine.yaml", own=practice.frameworks).framework is not None
        assert catalogue.check_file(tmp_path / "other.yaml").framework is not None
        assert catalogue.check_file(tmp_path / "mine.yaml").framework is None

    def test_a_shipped_one_never_leans_on_the_coachs_own(self, practice: Practice) -> None:
        write(practice, "grow.yaml", "stages: []\n")

        assert catalogue.check_file(catalogue.shipped_folder() / "grow.yaml").framework is not None
