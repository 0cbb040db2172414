"""Topic packs: which there are, what one of them says, and what is told of one that is wrong."""

from pathlib import Path

import pytest

from coachcli.domain.framework.model import Pack
from coachcli.errors import NotFoundError, UnreadableError
from coachcli.store.framework import packs
from coachcli.store.framework.files import shipped_folder
from coachcli.store.framework.packs import check
from coachcli.store.paths import Practice

OWN = "title: On the road\nprobes:\n- Where to?\n- And {client}?\n"
SHIPPED = sorted((shipped_folder() / "packs").glob("*.yaml"))


def write(practice: Practice, name: str, text: str = OWN) -> Path:
    path = practice.frameworks / "packs" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


class TestWhichThereAre:
    def test_the_shipped_ones_are_there_without_a_practice(self, practice: Practice) -> None:
        assert [source.id for source in packs.sources(practice)] == sorted(path.stem for path in SHIPPED)
        assert packs.names(None) == sorted(path.stem for path in SHIPPED)
        assert "delegation" in packs.names(None)

    def test_the_coachs_own_stand_among_them_and_come_first(self, practice: Practice) -> None:
        path = write(practice, "delegation.yaml")
        write(practice, "travel.yml")
        write(practice, ".hidden.yaml")

        assert packs.find(practice, "delegation") == packs.PackSource("delegation", path, shipped=False)
        assert [found for found in packs.names(practice.frameworks) if found in {"delegation", "travel"}] == [
            "delegation",
            "travel",
        ]
        assert ".hidden" not in packs.names(practice.frameworks)

    @pytest.mark.parametrize("said", ["leadership-transition", "Leadership-Transition", " leadership transition "])
    def test_case_and_blanks_make_no_difference(self, practice: Practice, said: str) -> None:
        assert packs.find(practice, said).id == "leadership-transition"

    @pytest.mark.parametrize(
        ("said", "pack"),
        [("influence", "persuasion"), ("Buy-in", "persuasion"), ("burnout", "stress-management"), ("board", None)],
    )
    def test_it_is_found_by_its_other_names(self, practice: Practice, said: str, pack: str | None) -> None:
        assert packs.find(practice, said).id == (pack or "board-communication")

    def test_the_coachs_own_is_found_by_those_it_gives_itself(self, practice: Practice) -> None:
        write(practice, "journeys.yaml", "also: [influence, hotels]\n" + OWN)
        write(practice, "persuasion.yaml")

        assert packs.find(practice, "hotels").id == "journeys"
        assert packs.find(practice, "influence").id == "journeys"

    def test_where_a_name_means_several_it_says_which(self, practice: Practice) -> None:
        with pytest.raises(NotFoundError) as caught:
            packs.find(practice, "transition")

        assert caught.value.message == "transition can mean more than one topic pack."
        assert caught.value.hint == "It could be: career-transition, leadership-transition. Which one?"
        assert caught.value.discreet == "That can mean more than one topic pack."

    def test_otherwise_it_says_what_may_be_meant(self, practice: Practice) -> None:
        with pytest.raises(NotFoundError) as caught:
            packs.find(practice, "delegtion")

        assert (caught.value.message, caught.value.hint) == (
            "There is no topic pack delegtion.",
            "Did you mean delegation?",
        )

    def test_or_which_there_are(self, practice: Practice) -> None:
        with pytest.raises(NotFoundError) as caught:
            packs.find(practice, "xyzzy")

        assert caught.value.hint.startswith("There are: ")
        assert "delegation" in caught.value.hint


class TestLoading:
    def test_what_is_left_out_comes_from_the_name_of_the_file(self, practice: Practice) -> None:
        write(practice, "on-the-road.yaml", "probes: [Where to?]\n")

        assert packs.load(packs.find(practice, "on-the-road")) == Pack(
            id="on-the-road", title="On the road", probes=("Where to?",)
        )

    def test_one_that_is_broken_says_where_and_what_to_do(self, practice: Practice) -> None:
        path = write(practice, "travel.yaml", "title: Travel\nprobes: Where to?\n")

        with pytest.raises(UnreadableError) as caught:
            packs.load(packs.find(practice, "travel"))

        assert caught.value.message.startswith(f"{path}:2:9: probes should be a list")
        assert caught.value.hint == f"Mend the file, then: coach framework check {path}"

    @pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
    def test_every_shipped_one_is_without_a_flaw(self, path: Path) -> None:
        checked = packs.check_file(path)

        assert checked.problems == ()
        assert checked.pack is not None
        assert (checked.pack.id, checked.pack.language) == (path.stem, "en")
        assert checked.pack.about
        assert checked.pack.credit


@pytest.mark.parametrize(
    ("text", "code", "line", "said", "hint"),
    [
        ("titel: A\nprobes: [B?]\n", "E201", 1, "'titel' is not a setting here", "did you mean 'title'?"),
        ("probe: [B?]\n", "E201", 1, "'probe' is not a setting here", "did you mean 'probes'?"),
        ("stages: [B?]\nprobes: [A?]\n", "E201", 1, "'stages' is not a setting here",
         "settings here: id, title, language, also, about, credit, probes"),
        ("title: A\n", "E202", 1, "'probes' is missing here", "add  probes: ..."),
        ("probes: []\n", "E202", 1, "probes is empty", "write something there, or leave the setting out"),
        ("id: b\nprobes: [A?]\n", "E303", 1, "the id is 'b', but the file is called 'travel'",
         "write  id: travel  or name the file b.yaml"),
        ("probes:\n- A?\n- And {topic}?\n", "E311", 3, "a topic pack cannot quote the answer to 'topic'",
         "only {client} has a meaning here"),
        ("- A?\n", "E207", 1, "a topic pack is a list of settings such as  title: Delegation, and its  probes:", ""),
    ],
)  # fmt: skip
def test_a_slip_is_told_with_its_place_and_what_to_do(text: str, code: str, line: int, said: str, hint: str) -> None:
    checked = check(text.encode(), "travel")

    assert checked.pack is None
    (problem,) = checked.problems
    assert (problem.code, problem.line, problem.text, problem.hint) == (code, line, said, hint)


def test_all_slips_are_told_at_once_and_a_colon_is_read_back() -> None:
    checked = check(b"titel: A\nprobe:\n- What matters: time?\n- And {topic}?\n", "travel")

    assert [(problem.line, problem.code) for problem in checked.problems] == [
        (1, "E201"),
        (2, "E201"),
        (3, "W115"),
        (4, "E311"),
    ]


def test_a_part_of_its_id_is_enough_where_no_other_has_it(practice: Practice) -> None:
    assert packs.find(practice, "deleg").id == "delegation"
    assert packs.find(practice, "conflict").id == "conflict"
    with pytest.raises(NotFoundError) as caught:
        packs.find(practice, "leadership")
    several = "global-leadership, leadership-transition, visionary-leadership"
    assert caught.value.hint == f"It could be: {several}. Which one?"
