"""Which frameworks there are: the shipped ones and the coach's own, which come first."""

from pathlib import Path

import pytest

from coachcli.errors import CoachError, NotFoundError, UnreadableError
from coachcli.store import frameworks
from coachcli.store.frameworks import BrokenFrameworkError, Source
from coachcli.store.paths import Practice

OWN = "stages:\n- title: Start\n  ask:\n  - What brings you here?\n"


def write(practice: Practice, name: str, text: str = OWN) -> Path:
    path = practice.frameworks / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def ids(practice: Practice) -> list[str]:
    return [source.id for source in frameworks.sources(practice)]


class TestWhichThereAre:
    def test_the_shipped_ones_are_there_without_a_practice(self, practice: Practice) -> None:
        assert ids(practice) == ["egan", "egan-atd", "grow"]
        assert all(source.shipped for source in frameworks.sources(practice))
        assert not practice.root.exists()

    def test_the_coachs_own_stand_among_them(self, practice: Practice) -> None:
        path = write(practice, "five_whys.yaml")

        assert ids(practice) == ["egan", "egan-atd", "five_whys", "grow"]
        assert frameworks.find(practice, "five_whys") == Source("five_whys", path, shipped=False)

    @pytest.mark.parametrize("name", ["grow", "GROW"])
    def test_one_of_the_same_id_is_used_instead_of_the_shipped_one(self, practice: Practice, name: str) -> None:
        path = write(practice, f"{name}.yaml", f"id: grow\n{OWN}")

        assert ids(practice) == sorted(["egan", "egan-atd", name])
        assert frameworks.find(practice, "grow") == Source(name, path, shipped=False, replaces_shipped=True)
        assert frameworks.load(frameworks.find(practice, "grow")).stages[0].title == "Start"

    def test_what_is_hidden_or_no_yaml_is_none(self, practice: Practice) -> None:
        for name in (".grow.yaml.edit", ".mine.yaml", "mine.yaml.bak", "notes.md"):
            write(practice, name)

        assert ids(practice) == ["egan", "egan-atd", "grow"]

    def test_an_installation_without_them_says_so(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(frameworks, "_MODULE", tmp_path / "a" / "b" / "c" / "d" / "frameworks.py")

        with pytest.raises(CoachError) as caught:
            frameworks.shipped_folder()

        assert caught.value.message == "The shipped frameworks are not there; this installation is broken."
        assert caught.value.hint == "Install coachcli again."


class TestFinding:
    @pytest.mark.parametrize("said", ["grow", "GROW", " Grow "])
    def test_case_and_blanks_make_no_difference(self, practice: Practice, said: str) -> None:
        assert frameworks.find(practice, said).id == "grow"

    @pytest.mark.parametrize(
        ("said", "message", "hint"),
        [
            ("gorw", "There is no framework gorw.", "Did you mean grow?"),
            ("egan_atd", "There is no framework egan_atd.", "Did you mean egan-atd or egan?"),
            ("oskar", "There is no framework oskar.", "coach framework list shows what there is."),
            ("../grow", "There is no framework ../grow.", "Did you mean grow?"),
            ("", "There is no framework .", "coach framework list shows what there is."),
            ("z" * 90, f"There is no framework {'z' * 60}.", "coach framework list shows what there is."),
        ],
    )
    def test_otherwise_it_says_what_may_be_meant(self, practice: Practice, said: str, message: str, hint: str) -> None:
        with pytest.raises(NotFoundError) as caught:
            frameworks.find(practice, said)

        assert (caught.value.exit_code, caught.value.message, caught.value.hint) == (3, message, hint)


class TestLoading:
    def test_one_that_is_broken_says_where_and_what_to_do(self, practice: Practice) -> None:
        path = write(practice, "mine.yaml", OWN.replace("title", "titel"))

        with pytest.raises(BrokenFrameworkError) as caught:
            frameworks.load(frameworks.find(practice, "mine"))

        assert caught.value.exit_code == 4
        assert caught.value.message == f"{path}:2:3: 'titel' is not a setting here"
        assert caught.value.hint == "did you mean 'title'? Mend the file, then: coach framework check mine"
        assert [problem.code for problem in caught.value.checked.errors] == ["E201"]

    def test_one_that_calls_itself_otherwise_than_its_file_is_refused(self, practice: Practice) -> None:
        path = write(practice, "my_grow.yaml", f"# mine\nid: grow\n{OWN}")

        with pytest.raises(BrokenFrameworkError) as caught:
            frameworks.load(frameworks.find(practice, "my_grow"))

        assert caught.value.message == f"{path}:2:1: the id is 'grow', but the file is called 'my_grow'"
        assert caught.value.hint == (
            "write  id: my_grow  or name the file grow.yaml. Mend the file, then: coach framework check my_grow"
        )

    def test_only_warnings_do_not_keep_it_from_being_used(self, practice: Practice) -> None:
        write(practice, "mine.yaml", OWN.replace("brings", "matters: what brings"))

        framework = frameworks.load(frameworks.find(practice, "mine"))

        assert framework.places[0].question.ask == "What matters: what brings you here?"

    def test_a_link_is_not_followed(self, practice: Practice, tmp_path: Path) -> None:
        (tmp_path / "elsewhere.yaml").write_text(OWN)
        practice.frameworks.mkdir(parents=True)
        (practice.frameworks / "mine.yaml").symlink_to(tmp_path / "elsewhere.yaml")

        with pytest.raises(UnreadableError, match="it is a link to somewhere else"):
            frameworks.load(frameworks.find(practice, "mine"))

    def test_one_that_went_away_is_told_of(self, practice: Practice) -> None:
        path = write(practice, "mine.yaml")
        source = frameworks.find(practice, "mine")
        path.unlink()

        with pytest.raises(NotFoundError, match="There is no file"):
            frameworks.load(source)
