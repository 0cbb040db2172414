"""Which frameworks there are, and what they ask."""

from pathlib import Path

import pytest

from coachcli.app.context import Context
from coachcli.app.framework import catalogue
from coachcli.domain.framework.summary import Listed
from coachcli.errors import NotFoundError, UsageError
from coachcli.store.framework.catalogue import BrokenFrameworkError
from coachcli.store.framework.check import check

MINE = "title: Mine\nabout: For a short call. And more.\nminutes: 20\nstages:\n- title: One\n  ask: [What is up]\n"
BROKEN = "titel: Mine\nstages:\n- title: One\n  ask: [What is up]\n"
GERMAN = "translates: mine\nlanguage: de\ntexts:\n  title: Meins\n"


def own(context: Context, name: str, text: str) -> Path:
    context.practice.frameworks.mkdir(parents=True, exist_ok=True)
    path = context.practice.frameworks / name
    path.write_text(text, encoding="utf-8")
    return path


def entry(context: Context, framework_id: str) -> Listed:
    (found,) = [entry for entry in catalogue.list_frameworks(context) if entry.id == framework_id]
    return found


def ids(listed: list[Listed]) -> set[str]:
    return {one.id for one in listed}


def test_the_shipped_ones_are_there_without_a_practice(context: Context) -> None:
    listed = catalogue.list_frameworks(context)

    assert {"egan", "egan-atd", "grow"} <= ids(listed)
    assert all(item.usable and item.title and item.kind and item.purpose.endswith(".") for item in listed)
    assert {item.origin for item in listed} == {"shipped"}
    assert not context.practice.root.exists()


def test_ones_own_stand_beside_them(context: Context) -> None:
    path = own(context, "mine.yaml", MINE)

    assert entry(context, "mine") == Listed(
        "mine", "Mine", "conversation", "For a short call.", 20, ("en",), "yours", str(path), room="client"
    )


def test_the_list_can_be_of_one_kind_or_of_ones_own_alone(context: Context) -> None:
    own(context, "mine.yaml", MINE)
    own(context, "team.yaml", f"kind: meeting\n{MINE}")

    assert ids(catalogue.list_frameworks(context, own=True)) == {"mine", "team"}
    assert ids(catalogue.list_frameworks(context, "meeting", own=True)) == {"team"}
    assert {one.kind for one in catalogue.list_frameworks(context, "meeting")} == {"meeting"}


def test_ones_own_of_the_same_id_is_used_instead_and_says_so(context: Context) -> None:
    own(context, "grow.yaml", MINE)

    assert entry(context, "grow").origin == "yours, instead of the shipped one"
    assert catalogue.load(context, "grow").title == "Mine"


def test_one_that_is_made_from_another_says_so(context: Context) -> None:
    own(context, "mine.yaml", "# extends: egan\ntitle: Mine\nextends: grow\n")
    own(context, "grow.yaml", "extends: 'grow'\n")

    assert entry(context, "mine").origin == "yours, extends grow"
    assert entry(context, "grow").origin == "yours, instead of the shipped one, extends grow"


def test_the_languages_there_are_are_listed(context: Context) -> None:
    own(context, "mine.yaml", MINE)
    own(context, "mine.de.yaml", GERMAN)

    assert entry(context, "mine").languages == ("en", "de")
    assert catalogue.load(context, "mine", "de").title == "Meins"
    assert catalogue.load(context, "mine").title == "Mine"
    with pytest.raises(UsageError):
        catalogue.load(context, "mine", "fr")


def test_a_broken_one_is_listed_with_its_first_problem_whatever_kind_is_wanted(context: Context) -> None:
    path = own(context, "mine.yaml", BROKEN)
    problem = "line 1: 'titel' is not a setting here"

    assert entry(context, "mine") == Listed("mine", "", None, "", None, (), "yours", str(path), problem)
    assert "mine" in ids(catalogue.list_frameworks(context, "meeting"))


def test_how_many_more_problems_there_are_is_said(context: Context) -> None:
    own(context, "mine.yaml", f"minuts: 5\n{BROKEN}")

    assert entry(context, "mine").problem.endswith(", and 1 more")


def test_one_that_cannot_be_read_at_all_is_listed_with_the_reason(context: Context) -> None:
    context.practice.frameworks.mkdir(parents=True)
    (context.practice.frameworks / "mine.yaml").mkdir()

    assert "is not a plain file" in entry(context, "mine").problem


def test_a_framework_is_loaded_by_its_id(context: Context) -> None:
    assert catalogue.load(context, "grow").title == "GROW"
    with pytest.raises(NotFoundError, match="There is no framework grwo"):
        catalogue.load(context, "grwo")
    own(context, "mine.yaml", BROKEN)
    with pytest.raises(BrokenFrameworkError):
        catalogue.load(context, "mine")


def test_a_framework_is_loaded_and_shown_by_its_other_names(context: Context) -> None:
    path = own(context, "mine.yaml", f"also: [on foot]\n{MINE}")

    assert catalogue.load(context, "On Foot").title == "Mine"
    assert catalogue.file_text(context, "on foot") == path.read_text(encoding="utf-8")


def test_the_file_is_shown_as_it_is_broken_or_not(context: Context) -> None:
    own(context, "mine.yaml", f"# a comment\n{BROKEN}")

    assert catalogue.file_text(context, "mine") == f"# a comment\n{BROKEN}"


def test_what_becomes_of_it_is_a_framework_again(context: Context) -> None:
    own(context, "mine.yaml", "extends: grow\nremove: [last_actions]\n")
    framework = catalogue.load(context, "mine")
    text = catalogue.resolved_text(framework)

    assert "extends" not in text
    assert check(text.encode(), "mine").framework == framework


def test_titles_are_told_of_those_that_are_wanted_and_known(context: Context) -> None:
    assert catalogue.titles(context, {"midpoint", "nowhere", "closing"}) == {
        "midpoint": "Midpoint review",
        "closing": "Closing meeting",
    }


def test_where_no_title_is_wanted_no_framework_is_looked_at(context: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(catalogue, "list_frameworks")

    assert catalogue.titles(context, set()) == {}
