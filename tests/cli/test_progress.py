"""`coach progress`: how the work has moved, for the coach alone."""

import json
from pathlib import Path

import pytest
from app.conftest import MakeSession
from app.conftest import made as made  # noqa: PLC0414 the fixture
from app.play import Chooser
from cli.conftest import Coach
from domain.client.months import rated
from pypdf import PdfReader

from coachcli.domain.client.model import Client
from coachcli.store.client import client_file
from coachcli.store.paths import Practice


@pytest.fixture
def jane(practice: Practice) -> Client:
    return client_file.add(practice, "Jane Example")


@pytest.fixture
def _held(jane: Client, made: MakeSession) -> None:
    made(jane, "2020-09-03-1000", turns=(rated(3),), status="ended")
    made(jane, "2020-11-10-1000", turns=(rated(6),), status="ended")


@pytest.mark.usefixtures("_held")
class TestWithNumbers:
    def test_they_are_told_in_words(self, coach: Coach) -> None:
        answer = coach("progress", "jane")

        assert answer.code == 0
        assert "Areas\n  Delegating: 3 in September 2020, 6 now\n" in answer.out

    def test_for_the_ear(self, coach: Coach) -> None:
        assert "  Delegating: 3 in September 2020, 6 now.\n" in coach("progress", "jane", "--plain").out

    def test_for_programs(self, coach: Coach) -> None:
        (number,) = json.loads(coach("progress", "jane", "--json").out)["numbers"]

        assert [point["on"] for point in number["numbers"]] == ["2020-09-03", "2020-11-10"]

    def test_since_a_day(self, coach: Coach) -> None:
        assert "Delegating: 6 of 10" in coach("progress", "jane", "--since", "2020-10-01").out
        assert coach("progress", "jane", "--since", "the flood").code == 2

    def test_where_others_see_the_screen_it_has_no_name_and_no_words(self, coach: Coach) -> None:
        answer = coach("progress", "jane", "--discreet")

        assert answer.out == "Progress: 1 thing with numbers. The rest is hidden.\n"
        assert answer.err == ""

    @pytest.mark.parametrize("words", [("--json",), ("--as", "markdown"), ("-o", "page.md")])
    @pytest.mark.parametrize("screen", ["--discreet", "--plain"])
    def test_a_page_to_hand_on_is_for_no_screen(self, coach: Coach, screen: str, words: tuple[str, ...]) -> None:
        answer = coach("progress", "jane", screen, *words)

        assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 2)

    def test_as_a_page_with_its_charts_in_words(self, coach: Coach, tmp_path: Path) -> None:
        answer = coach("progress", "jane", "--as", "markdown", "-o", str(tmp_path))
        (page,) = tmp_path.glob("jane-example-progress-*.md")

        assert answer.err == f"Written: {page}\n"
        assert "- Delegating: 3 on Thursday 3 September 2020, 6 on " in page.read_text(encoding="utf-8")

    def test_as_a_web_page_with_its_charts(self, coach: Coach) -> None:
        page = coach("progress", "jane", "--as", "html").out

        assert page.count('<svg class="drawing"') == 1
        assert '<li dir="auto">Delegating: 3 on Thursday 3 September 2020, 6 on ' in page

    def test_as_a_pdf(self, coach: Coach, tmp_path: Path) -> None:
        coach("progress", "jane", "--as", "pdf", "-o", str(tmp_path))
        (page,) = tmp_path.glob("jane-example-progress-*.pdf")
        (sheet,) = PdfReader(page).pages

        assert sheet.extract_text().startswith("Jane Example: progress\nClient Jane Example\n")
        assert "Delegating: 3 on Thursday 3 September 2020, 6 on " in sheet.extract_text().replace("\n", " ")

    def test_a_file_that_is_there_is_left_unless_told(self, coach: Coach, tmp_path: Path) -> None:
        words = ("progress", "jane", "-o", str(tmp_path / "page.txt"))

        assert [coach(*words).code, coach(*words).code, coach(*words, "--force").code] == [0, 5, 0]
        assert "AREAS" in (tmp_path / "page.txt").read_text(encoding="utf-8")

    def test_the_page_of_programs_is_the_same_in_two_ways(self, coach: Coach) -> None:
        assert coach("progress", "jane", "--as", "json").out == coach("progress", "jane", "--json").out


@pytest.mark.usefixtures("_held")
class TestWithoutAName:
    def test_the_only_client_is_meant(self, coach: Coach) -> None:
        assert coach("progress").out == coach("progress", "jane").out != ""

    @pytest.mark.parametrize("discreet", [(), ("--discreet",)])
    def test_of_several_one_is_to_be_named(self, coach: Coach, practice: Practice, discreet: tuple[str, ...]) -> None:
        client_file.add(practice, "Bo Example")
        answer = coach("progress", *discreet)

        assert (answer.code, answer.out) == (2, "")
        assert answer.err == 'Which client?\nName one: coach progress "Jane Doe"\n'

    def test_in_a_terminal_one_is_picked(
        self, coach: Coach, practice: Practice, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        client_file.add(practice, "Bo Example")
        asked = Chooser(["Jane"])
        monkeypatch.setattr("coachcli.cli.progress.somebody_to_ask", lambda: asked)

        assert coach("progress").out == coach("progress", "jane").out
        assert asked.asked == ["Progress with whom?"]

    def test_but_nobody_is_listed_where_others_see_the_screen(
        self, coach: Coach, practice: Practice, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        client_file.add(practice, "Bo Example")
        asked = Chooser(["Jane"])
        monkeypatch.setattr("coachcli.cli.progress.somebody_to_ask", lambda: asked)

        assert coach("progress", "--discreet").code == 2
        assert asked.asked == []


@pytest.mark.usefixtures("jane")
def test_where_there_is_nothing_yet_it_says_what_makes_numbers_appear(coach: Coach) -> None:
    answer = coach("progress", "jane")

    assert (answer.code, answer.out) == (0, "")
    assert answer.err == (
        "There are no numbers yet. A session that begins the work gives the first: coach session start jane -f intake\n"
    )


@pytest.mark.usefixtures("jane")
def test_nor_does_the_first_step_name_anybody_or_the_folder_where_others_see_the_screen(
    coach: Coach, practice: Practice
) -> None:
    answer = coach("--practice", str(practice.root), "progress", "jane", "--discreet")

    assert answer.err.endswith(": coach session start CLIENT -f intake\n")


@pytest.mark.usefixtures("jane")
def test_nobody_is_named_where_the_client_is_not_known(coach: Coach) -> None:
    assert coach("progress", "bob").code == 3
    answer = coach("progress", "bob", "--discreet")

    assert answer.code == 3
    assert "bob" not in answer.err
