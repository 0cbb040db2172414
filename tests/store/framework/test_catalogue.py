"""Which frameworks there are: the shipped ones and the coach's own, which come first."""

from pathlib import Path
from textwrap import dedent

import pytest

from coachcli.errors import CoachError, NotFoundError, UnreadableError, UsageError
from coachcli.store.framework import catalogue, files
from coachcli.store.framework.catalogue import BrokenFrameworkError, Source
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


@pytest.fixture
def shipped_ids(tmp_path: Path) -> list[str]:
    """The ids of the shipped ones, as they are where a coach has none."""
    return ids(Practice(tmp_path / "nobody's"))


class TestWhichThereAre:
    def test_the_shipped_ones_are_there_without_a_practice(self, practice: Practice) -> None:
        assert {"egan", "egan-atd", "grow"} <= set(ids(practice))
        assert ids(practice) == sorted(ids(practice))
        assert all(source.shipped for source in catalogue.sources(practice))
        assert not practice.root.exists()

    def test_the_coachs_own_stand_among_them(self, practice: Practice, shipped_ids: list[str]) -> None:
        path = write(practice, "five_whys.yaml")

        assert ids(practice) == sorted([*shipped_ids, "five_whys"])
        assert catalogue.find(practice, "five_whys") == Source(
            "five_whys", path, shipped=False, own=practice.frameworks
        )

    @pytest.mark.parametrize("name", ["grow", "GROW"])
    def test_one_of_the_same_id_is_used_instead_of_the_shipped_one(self, practice: Practice, name: str) -> None:
        path = write(practice, f"{name}.yaml", f"id: grow\n{OWN}")

        assert [found for found in ids(practice) if found.casefold() == "grow"] == [name]
        assert catalogue.find(practice, "grow") == Source(name, path, False, True, practice.frameworks)
        assert catalogue.load(catalogue.find(practice, "grow")).stages[0].title == "Start"

    @pytest.mark.parametrize("said", ["on foot", "On-Foot", " on  foot "])
    def test_one_is_found_by_its_other_names(self, practice: Practice, said: str) -> None:
        path = write(practice, "walking.yaml", f"also: [outdoors, on foot]\n{OWN}")

        assert catalogue.named(practice, said).path == path

    def test_its_id_comes_before_the_other_name_of_another(self, practice: Practice) -> None:
        write(practice, "walking.yaml", f"also: [grow]\n{OWN}")

        assert catalogue.named(practice, "grow").id == "grow"

    def test_a_name_that_two_have_finds_neither(self, practice: Practice) -> None:
        for name in ("walking.yaml", "hiking.yaml"):
            write(practice, name, f"also: [on foot]\n{OWN}")

        with pytest.raises(NotFoundError, match="on foot can mean more than one framework"):
            catalogue.named(practice, "on foot")

    def test_the_shipped_one_can_still_be_had(self, practice: Practice) -> None:
        write(practice, "grow.yaml")
        source = catalogue.shipped("Grow")

        assert source == Source("grow", catalogue.shipped_folder() / "grow.yaml", shipped=True)
        assert catalogue.load(source).title == "GROW"
        assert catalogue.shipped("five_whys") is None

    @pytest.mark.parametrize(
        "name", [".grow.yaml.edit", ".mine.yaml", "mine.yaml.bak", "notes.md", "mine.draft.yaml", "packs/mine.yaml"]
    )
    def test_what_is_hidden_a_draft_or_no_framework_is_none(
        self, practice: Practice, name: str, shipped_ids: list[str]
    ) -> None:
        write(practice, name)

        assert ids(practice) == shipped_ids

    def test_a_translation_is_none_of_its_own(self, practice: Practice, shipped_ids: list[str]) -> None:
        for name in ("grow.xx.yaml", "grow.pt-br.yaml", "GROW.YY.yml", "egan-atd.xx.yaml"):
            write(practice, name)

        assert ids(practice) == shipped_ids

    def test_an_ending_of_three_letters_will_do(self, practice: Practice) -> None:
        path = write(practice, "mine.yml")

        assert catalogue.load(catalogue.find(practice, "mine")).id == "mine"
        assert catalogue.find(practice, "mine").path == path

    def test_of_two_endings_one_is_used_and_the_other_told_of(self, practice: Practice) -> None:
        write(practice, "mine.yml", "nonsense")
        path = write(practice, "mine.yaml")

        checked = catalogue.checked(catalogue.find(practice, "mine"))

        assert catalogue.find(practice, "mine").path == path
        assert checked.framework is not None
        assert ("warning", "mine.yml lies beside this file and is not used") in [
            (problem.level, problem.text) for problem in checked.problems
        ]

    def test_an_installation_without_them_says_so(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(files, "_MODULE", tmp_path / "a" / "b" / "c" / "d" / "frameworks.py")

        with pytest.raises(CoachError) as caught:
            catalogue.shipped_folder()

        assert caught.value.message == "The shipped frameworks are not there; this installation is broken."
        assert caught.value.hint == "Install coachcli again."


class TestFinding:
    @pytest.mark.parametrize("said", ["grow", "GROW", " Grow "])
    def test_case_and_blanks_make_no_difference(self, practice: Practice, said: str) -> None:
        assert catalogue.find(practice, said).id == "grow"

    @pytest.mark.parametrize(
        ("said", "message", "hint"),
        [
            ("egan_atd", "There is no framework egan_atd.", "Did you mean egan-atd or egan?"),
            ("xyzzy", "There is no framework xyzzy.", "coach framework list shows what there is."),
            ("", "There is no framework .", "coach framework list shows what there is."),
            ("z" * 90, f"There is no framework {'z' * 60}.", "coach framework list shows what there is."),
        ],
    )
    def test_otherwise_it_says_what_may_be_meant(self, practice: Practice, said: str, message: str, hint: str) -> None:
        with pytest.raises(NotFoundError) as caught:
            catalogue.find(practice, said)

        assert (caught.value.exit_code, caught.value.message, caught.value.hint) == (3, message, hint)

    @pytest.mark.parametrize(
        ("said", "framework"),
        [
            ("grow", "grow"),
            ("Skilled Helper", "egan"),
            ("eight parts", "careerminds"),
            ("Office politics", "stakeholder-map"),
            ("coach the coach", "coach-the-coach"),
            ("incident", "critical-incident"),
            ("two leaders", "conflict-between-two"),
        ],
    )
    def test_a_coach_may_name_it_by_its_title_by_another_name_or_by_a_part(
        self, practice: Practice, said: str, framework: str
    ) -> None:
        assert catalogue.named(practice, said).id == framework

    def test_the_coachs_own_is_found_by_the_names_it_gives_itself(self, practice: Practice) -> None:
        write(practice, "mine.yaml", "also: [skilled helper, ladder]\n" + OWN)
        write(practice, "egan.yaml")

        assert catalogue.named(practice, "skilled helper").id == "mine"
        assert catalogue.named(practice, "ladder").id == "mine"

    def test_where_a_name_means_several_it_says_which(self, practice: Practice) -> None:
        with pytest.raises(NotFoundError) as caught:
            catalogue.named(practice, "supervision")

        assert (caught.value.message, caught.value.hint) == (
            "supervision can mean more than one framework.",
            "It could be: supervision-clear, supervision-seven-eyed. Which one?",
        )
        assert caught.value.discreet == "That can mean more than one framework."

    def test_what_a_file_names_is_found_by_its_id_alone(self, practice: Practice) -> None:
        with pytest.raises(NotFoundError):
            catalogue.find(practice, "incident")

    @pytest.mark.parametrize("said", ["gorw", "../grow"])
    def test_a_slip_of_grow_may_mean_grow(self, practice: Practice, said: str) -> None:
        with pytest.raises(NotFoundError) as caught:
            catalogue.find(practice, said)

        assert caught.value.hint.startswith("Did you mean grow")


class TestLoading:
    def test_one_that_is_broken_says_where_and_what_to_do(self, practice: Practice) -> None:
        path = write(practice, "mine.yaml", OWN.replace("title", "titel"))

        with pytest.raises(BrokenFrameworkError) as caught:
            catalogue.load(catalogue.find(practice, "mine"))

        assert caught.value.exit_code == 4
        assert caught.value.message == f"{path}:2:3: 'titel' is not a setting here"
        assert caught.value.hint == "did you mean 'title'? Mend the file, then: coach framework check mine"
        assert [problem.code for problem in caught.value.checked.errors] == ["E201"]

    def test_one_that_calls_itself_otherwise_than_its_file_is_refused(self, practice: Practice) -> None:
        path = write(practice, "my_grow.yaml", f"# mine\nid: grow\n{OWN}")

        with pytest.raises(BrokenFrameworkError) as caught:
            catalogue.load(catalogue.find(practice, "my_grow"))

        assert caught.value.message.startswith(f"{path}:2:")
        assert caught.value.message.endswith("the id is 'grow', but the file is called 'my_grow'")
        assert caught.value.hint == (
            "write  id: my_grow  or name the file grow.yaml. Mend the file, then: coach framework check my_grow"
        )

    def test_only_warnings_do_not_keep_it_from_being_used(self, practice: Practice) -> None:
        write(practice, "mine.yaml", OWN.replace("brings", "matters: what brings"))

        framework = catalogue.load(catalogue.find(practice, "mine"))

        assert framework.places[0].question.ask == "What matters: what brings you here?"

    def test_a_link_is_not_followed(self, practice: Practice, tmp_path: Path) -> None:
        (tmp_path / "elsewhere.yaml").write_text(OWN)
        practice.frameworks.mkdir(parents=True)
        (practice.frameworks / "mine.yaml").symlink_to(tmp_path / "elsewhere.yaml")

        with pytest.raises(UnreadableError, match="it is a link to somewhere else"):
            catalogue.load(catalogue.find(practice, "mine"))

    def test_one_that_went_away_is_told_of(self, practice: Practice) -> None:
        path = write(practice, "mine.yaml")
        source = catalogue.find(practice, "mine")
        path.unlink()

        with pytest.raises(NotFoundError, match="There is no file"):
            catalogue.load(source)


class TestLanguages:
    def test_one_is_had_in_its_own_language_and_in_those_it_is_translated_into(self, practice: Practice) -> None:
        write(practice, "mine.yaml")
        write(practice, "mine.de.yaml", GERMAN.format(id="mine"))
        source = catalogue.find(practice, "mine")

        assert catalogue.languages(practice, "mine") == ["en", "de"]
        assert (catalogue.load(source).language, catalogue.load(source).title) == ("en", "Mine")
        for said in ("de", "DE", " de "):
            translated = catalogue.load(source, said)
            assert (translated.id, translated.language, translated.title) == ("mine", "de", "Auf Deutsch")
        assert catalogue.load(source, "en") == catalogue.load(source)

    def test_a_language_asked_for_that_is_not_there_is_told_with_those_there_are(self, practice: Practice) -> None:
        write(practice, "mine.yaml")
        write(practice, "mine.de.yaml", GERMAN.format(id="mine"))

        with pytest.raises(UsageError) as caught:
            catalogue.load(catalogue.find(practice, "mine"), "fr")

        assert (caught.value.message, caught.value.hint) == (
            "Mine is not available in French.",
            "It is in English (en), German (de).",
        )

    def test_one_that_is_only_preferred_is_used_where_it_is_there(self, practice: Practice) -> None:
        write(practice, "mine.yaml")
        source = catalogue.find(practice, "mine")
        assert catalogue.load(source, preferred="de").language == "en"

        write(practice, "mine.de.yaml", GERMAN.format(id="mine"))

        assert catalogue.load(source, preferred="de").language == "de"
        assert catalogue.load(source, "en", preferred="de").language == "en"

    def test_a_shipped_one_takes_the_coachs_own_translation(self, practice: Practice) -> None:
        write(practice, "grow.de.yaml", GERMAN.format(id="grow"))
        source = catalogue.find(practice, "grow")

        assert catalogue.load(source, "de").title == "Auf Deutsch"
        assert catalogue.translation_files(source)["de"] == practice.frameworks / "grow.de.yaml"

    def test_a_shipped_translation_is_none_of_the_coachs_own_framework(self, practice: Practice) -> None:
        write(practice, "grow.yaml")

        assert catalogue.languages(practice, "grow") == ["en"]

    def test_a_broken_translation_stops_only_its_own_language(self, practice: Practice) -> None:
        write(practice, "mine.yaml")
        path = write(practice, "mine.de.yaml", "translates: mine\nlanguage: de\ntexts: {title: [a]}\n")
        source = catalogue.find(practice, "mine")

        with pytest.raises(BrokenFrameworkError) as caught:
            catalogue.load(source, "de")

        assert caught.value.message == f"{path}:3:16: title should be a text, but it is a list"
        assert caught.value.hint == f"Mend the file, then: coach framework check {path}"
        assert catalogue.load(source).title == "Mine"

    def test_what_extends_in_a_language_takes_its_parent_in_that(self, practice: Practice) -> None:
        write(practice, "base.yaml")
        write(
            practice,
            "base.de.yaml",
            "translates: base\nlanguage: de\ntexts: {stages.start.title: Anfang, what_brings_you_here.ask: Was ist?}\n",
        )
        write(practice, "mine.yaml", "extends: base\nlanguage: de\nstages: [{title: Ende, ask: [Was noch?]}]\n")
        write(practice, "french.yaml", "extends: base\nlanguage: fr\n")

        framework = catalogue.load(catalogue.find(practice, "mine"))

        assert (framework.language, [stage.title for stage in framework.stages]) == ("de", ["Anfang", "Ende"])
        assert framework.places[0].question.ask == "Was ist?"
        assert catalogue.load(catalogue.find(practice, "french")).stages[0].title == "Start"

    def test_a_broken_translation_of_the_parent_is_told(self, practice: Practice) -> None:
        write(practice, "base.yaml")
        path = write(practice, "base.de.yaml", "translates: base\nlanguage: fr\ntexts: {}\n")
        write(practice, "mine.yaml", "language: de\nextends: base\n")

        (problem,) = catalogue.checked(catalogue.find(practice, "mine")).problems

        assert (problem.code, problem.line) == ("E324", 2)
        assert problem.text.startswith(f"'{path}' cannot be used: {path}:2:11: this says 'fr'")


class TestWhatAFileIs:
    def test_a_translation_is_checked_as_one(self, practice: Practice) -> None:
        path = write(practice, "grow.de.yaml", GERMAN.format(id="grow"))

        checked = catalogue.check_file(path)

        assert checked.framework is not None
        assert checked.framework.language == "de"
        assert [problem.code for problem in checked.problems] == ["W501"]

    def test_a_translation_of_nothing_is_told(self, practice: Practice) -> None:
        path = write(practice, "xyzzy.de.yaml", GERMAN.format(id="xyzzy"))

        (problem,) = catalogue.check_file(path).problems

        assert (problem.line, problem.column, problem.text) == (1, 13, "there is no framework 'xyzzy'")

    @pytest.mark.parametrize("name", ["packs/travel.yaml", "travel.yaml"])
    def test_a_pack_is_checked_as_one(self, practice: Practice, name: str) -> None:
        path = write(practice, name, "probes:\n- Where to?\n")
        wrong = write(practice, f"{name}-x.yaml".replace(".yaml", ""), "probes: []\n").rename(
            path.parent / "wrong.yaml"
        )

        assert catalogue.check_file(path).problems == ()
        assert [problem.text for problem in catalogue.check_file(wrong).problems] == ["probes is empty"]

    @pytest.mark.parametrize(
        ("text", "line", "said", "hint"),
        [
            (
                "# mine\ntranslates: grow\nlanguage: de\n",
                2,
                "this is a translation, but the file is not called as one",
                "call it, for example, grow.de.yaml",
            ),
            ("title: X\nprobes: [A?]\n", 2, "this is a topic pack and no framework", "put it into the folder packs"),
        ],
    )
    def test_what_lies_among_frameworks_and_is_none_says_what_it_is(
        self, practice: Practice, text: str, line: int, said: str, hint: str
    ) -> None:
        write(practice, "mine.yaml", text)

        (problem,) = catalogue.checked(catalogue.find(practice, "mine")).problems

        assert (problem.code, problem.line, problem.text, problem.hint) == ("E304", line, said, hint)

    def test_packs_that_are_named_are_the_shipped_ones_and_the_coachs_own(self, practice: Practice) -> None:
        write(practice, "packs/travel.yaml", "probes: [Where to?]\n")
        write(practice, "mine.yaml", f"packs: [travel, delegation, delegtion]\n{OWN}")

        (problem,) = catalogue.checked(catalogue.find(practice, "mine")).errors

        assert (problem.code, problem.line, problem.column) == ("E331", 1, 29)
        assert (problem.text, problem.hint) == ("there is no topic pack 'delegtion'", "did you mean 'delegation'?")


class TestAFormOfAddress:
    def test_where_it_is_only_preferred_the_language_without_it_will_do(self, practice: Practice) -> None:
        write(practice, "mine.yaml")
        write(practice, "mine.de.yaml", "translates: mine\nlanguage: de\ntexts:\n  title: Meins\n")
        mine = catalogue.find(practice, "mine")

        assert catalogue.load(mine, preferred="de-du").title == "Meins"

    def test_asked_for_it_is_that_or_nothing(self, practice: Practice) -> None:
        write(practice, "mine.yaml")
        write(practice, "mine.de.yaml", "translates: mine\nlanguage: de\ntexts:\n  title: Meins\n")

        with pytest.raises(UsageError) as caught:
            catalogue.load(catalogue.find(practice, "mine"), "de-du")

        assert caught.value.message.endswith("is not available in German (du).")
        assert caught.value.hint == "It is in English (en), German (de)."


def test_hours_from_before_are_checked_as_what_they_are(tmp_path: Path) -> None:
    path = tmp_path / "earlier-hours.yaml"
    path.write_text("relationships:\n  - {client: Jane Example}\n", encoding="utf-8")

    assert [problem.text for problem in catalogue.check_file(path).problems] == ["it has no hours"]
