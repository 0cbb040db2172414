"""A framework of the coach's own, from its first version on."""

import re
from pathlib import Path

import pytest

from coachcli.app.context import Context
from coachcli.app.framework.starter import keep_schemas, new_framework, write_schema
from coachcli.domain.terms import FrameworkKind
from coachcli.errors import CoachError, InUseError, NotFoundError, UsageError
from coachcli.render.framework.schema import DERIVED_FILE, PLAIN_FILE, framework_schema, schema_text
from coachcli.store.framework import catalogue
from coachcli.store.framework.catalogue import check_file, shipped_folder
from coachcli.store.practice import set_up

SHIPPED = sorted(path.stem for path in shipped_folder().glob("*.yaml") if "." not in path.stem)
KINDS: tuple[FrameworkKind, ...] = ("conversation", "meeting", "reflection")


def problems(path: Path) -> list[str]:
    return [f"{problem.line}: {problem.text}" for problem in check_file(path).problems]


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_new_works_as_it_stands_and_nothing_is_wrong_with_it(context: Context, kind: FrameworkKind) -> None:
    path = new_framework(context, "my-own", kind=kind)

    assert path == context.practice.frameworks / "my-own.yaml"
    assert problems(path) == []
    framework = catalogue.load(catalogue.find(context.practice, "my-own"))
    assert (framework.kind, framework.title) == (kind, "My own")
    assert sum(stage.minutes or 0 for stage in framework.stages) == framework.minutes


@pytest.mark.parametrize("parent", ["grow", "egan", "checkin", "reflection"])
def test_from_another_all_is_as_it_is_there(context: Context, parent: str) -> None:
    path = new_framework(context, "mine", parent)
    above, mine = (catalogue.load(catalogue.find(context.practice, name)) for name in (parent, "mine"))

    assert problems(path) == []
    assert mine.stages == above.stages
    assert mine.title == f"{above.title}, my way"
    assert all(
        place.question.id in path.read_text(encoding="utf-8") for place in above.places if "__" not in place.question.id
    )


@pytest.mark.parametrize("parent", SHIPPED)
def test_every_example_works_when_its_sign_is_taken_away(context: Context, parent: str) -> None:
    path = new_framework(context, "mine", parent)
    head, version, examples = path.read_text(encoding="utf-8").partition("version: 1\n")
    path.write_text(head + version + re.sub("^# ", "", examples, flags=re.MULTILINE), encoding="utf-8")

    assert [problem.text for problem in check_file(path).errors] == []
    above, mine = (catalogue.load(catalogue.find(context.practice, name)) for name in (parent, "mine"))
    assert {"my_question"} <= set(mine.by_id)
    assert len(mine.stages) == len(above.stages) + 1
    assert mine.minutes == above.minutes


def test_both_schemas_lie_beside_it(context: Context) -> None:
    for name, parent in (("one", None), ("two", "grow")):
        first, second, *_ = new_framework(context, name, parent).read_text(encoding="utf-8").split("\n")
        schema = first.partition("$schema=./")[2]
        assert first == f"# yaml-language-server: $schema=./{schema}"
        assert second == f"# $schema: ./{schema}"
        assert (context.practice.frameworks / schema).is_file()


def test_a_shipped_one_is_made_ones_own_under_its_own_name(context: Context) -> None:
    new_framework(context, "grow", "grow")

    assert catalogue.load(catalogue.find(context.practice, "grow")).title == "GROW, my way"


def test_one_from_ones_own_does_not_repeat_itself(context: Context) -> None:
    new_framework(context, "grow", "grow")
    new_framework(context, "short-grow", "grow")

    assert catalogue.load(catalogue.find(context.practice, "short-grow")).title == "Short grow"


def test_another_kind_is_written_into_what_is_made_from_another(context: Context) -> None:
    new_framework(context, "mine", "grow", "reflection")
    new_framework(context, "same", "grow", "conversation")

    mine = catalogue.load(catalogue.find(context.practice, "mine"))
    assert (mine.kind, mine.room) == ("reflection", "alone")
    assert "kind:" not in (context.practice.frameworks / "same.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "better"),
    [
        ("My Grow", "my-grow"),
        ("grow.yaml", "grow"),
        ("2nd-talk", "my-2nd-talk"),
        ("../grow", "grow"),
        ("größe!", "groesse"),
        ("a" * 61, "a" * 40),
        ("", "my"),
        ("\x1b[31m", "my-31m"),
    ],
)
def test_a_name_that_cannot_be_one_is_answered_with_one_that_can(context: Context, name: str, better: str) -> None:
    with pytest.raises(UsageError) as refused:
        new_framework(context, name)

    assert refused.value.hint == f"For example: coach framework new {better}"
    assert not context.practice.root.exists()


@pytest.mark.parametrize("parent", [None, "grow"])
def test_ones_own_is_never_overwritten(context: Context, parent: str | None) -> None:
    path = new_framework(context, "mine")
    path.write_text("title: Mine\n", encoding="utf-8")
    with pytest.raises(InUseError) as refused:
        new_framework(context, "mine", parent)

    assert str(path) in refused.value.message
    assert refused.value.hint == "Nothing was changed. To change it: coach framework edit mine"
    assert path.read_text(encoding="utf-8") == "title: Mine\n"


@pytest.mark.parametrize("parent", [None, "egan"])
def test_a_shipped_name_is_not_taken_unawares(context: Context, parent: str | None) -> None:
    with pytest.raises(InUseError) as refused:
        new_framework(context, "grow", parent)

    assert refused.value.hint.endswith("coach framework new grow --from grow")


def test_from_what_is_not_there_or_is_broken_nothing_is_made(context: Context) -> None:
    with pytest.raises(NotFoundError, match="There is no framework grwo"):
        new_framework(context, "mine", "grwo")
    context.practice.frameworks.mkdir(parents=True)
    (context.practice.frameworks / "broken.yaml").write_text("stages: []\n", encoding="utf-8")
    with pytest.raises(CoachError):
        new_framework(context, "mine", "broken")

    assert not (context.practice.frameworks / "mine.yaml").exists()


def test_both_are_written_and_those_of_another_version_made_anew(context: Context) -> None:
    set_up(context.practice)
    keep_schemas(context.practice)
    plain, derived = (context.practice.frameworks / name for name in (PLAIN_FILE, DERIVED_FILE))
    plain.write_text("{}", encoding="utf-8")
    before = derived.stat()
    keep_schemas(context.practice)

    assert plain.read_text(encoding="utf-8") == schema_text(framework_schema(derived=False))
    assert derived.read_text(encoding="utf-8") == schema_text(framework_schema(derived=True))
    assert derived.stat().st_ino == before.st_ino


def test_a_schema_is_written_over_an_older_one_and_over_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "mine.json"
    write_schema(target, '{\n "$schema": "old"\n}\n')
    write_schema(target, '{\n "$schema": "new"\n}\n')
    assert "new" in target.read_text(encoding="utf-8")

    target.write_text("Dear diary", encoding="utf-8")
    with pytest.raises(InUseError, match="is no schema"):
        write_schema(target, "{}")
    assert target.read_text(encoding="utf-8") == "Dear diary"


def test_a_schema_needs_a_folder(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="There is no folder"):
        write_schema(tmp_path / "nowhere" / "mine.json", "{}")
