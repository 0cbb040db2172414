"""Which frameworks there are, and what is wrong with them."""

from pathlib import Path

import pytest

from coachcli.app import frameworks
from coachcli.app.context import Context
from coachcli.errors import CoachError, NotFoundError
from coachcli.store.frameworks import BrokenFrameworkError

MINE = "title: Mine\nabout: For a short call. And more.\nminutes: 20\nstages:\n- title: One\n  ask: [What is up?]\n"
BROKEN = "title: Mine\nstages: []\n"


def own(context: Context, name: str, text: str) -> Path:
    context.practice.frameworks.mkdir(parents=True, exist_ok=True)
    path = context.practice.frameworks / name
    path.write_text(text, encoding="utf-8")
    return path


def entry(context: Context, framework_id: str) -> frameworks.Entry:
    (found,) = [entry for entry in frameworks.list_frameworks(context) if entry.id == framework_id]
    return found


def test_the_shipped_ones_are_there_without_a_practice(context: Context) -> None:
    listed = frameworks.list_frameworks(context)

    assert [item.id for item in listed] == ["egan", "egan-atd", "grow"]
    assert all(item.usable and item.title and item.purpose.endswith(".") for item in listed)
    assert {item.origin for item in listed} == {"shipped"}
    assert not context.practice.root.exists()


def test_ones_own_stand_beside_them(context: Context) -> None:
    path = own(context, "mine.yaml", MINE)

    assert entry(context, "mine") == frameworks.Entry(
        "mine", "Mine", "For a short call.", 20, "yours", path, usable=True
    )


def test_ones_own_of_the_same_id_is_used_instead_and_says_so(context: Context) -> None:
    own(context, "grow.yaml", MINE)

    assert entry(context, "grow").origin == "yours, instead of the shipped one"
    assert frameworks.load(context, "grow").title == "Mine"


def test_a_broken_one_is_listed_with_what_to_do(context: Context) -> None:
    own(context, "mine.yaml", BROKEN)
    found = entry(context, "mine")

    assert (found.usable, found.title) == (False, "")
    assert found.purpose == "broken: coach framework check mine"


def test_one_that_cannot_be_read_at_all_is_listed_with_the_reason(context: Context) -> None:
    context.practice.frameworks.mkdir(parents=True)
    (context.practice.frameworks / "mine.yaml").mkdir()

    assert "is not a plain file" in entry(context, "mine").purpose


def test_a_framework_is_loaded_by_its_id(context: Context) -> None:
    assert frameworks.load(context, "grow").title == "GROW"
    with pytest.raises(NotFoundError, match="There is no framework grwo"):
        frameworks.load(context, "grwo")
    own(context, "mine.yaml", BROKEN)
    with pytest.raises(BrokenFrameworkError):
        frameworks.load(context, "mine")


# Checking


def codes(examined: list[frameworks.Examined]) -> dict[str, list[str]]:
    return {item.name: [problem.code for problem in item.checked.problems] for item in examined}


def test_all_are_checked_where_none_is_named(context: Context) -> None:
    own(context, "mine.yaml", BROKEN)
    found = codes(frameworks.examine(context, []))

    assert set(found) == {"egan", "egan-atd", "grow", "mine"}
    assert found["grow"] == []
    assert found["mine"]


def test_a_file_anywhere_or_an_id_is_checked_under_the_name_it_was_given(
    context: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("draft.yaml").write_text(MINE, encoding="utf-8")
    Path("no-ending").write_text(MINE, encoding="utf-8")

    assert codes(frameworks.examine(context, ["draft.yaml", "no-ending", "egan"])) == {
        "draft.yaml": [],
        "no-ending": [],
        "egan": [],
    }


@pytest.mark.parametrize("named", ["nowhere.yaml", "nothing"])
def test_what_is_not_there_is_told(context: Context, named: str) -> None:
    with pytest.raises(CoachError) as told:
        frameworks.examine(context, [named])

    assert named in told.value.message
    assert told.value.exit_code == 3
