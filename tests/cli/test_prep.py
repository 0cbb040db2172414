"""`coach prep`."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cli.conftest import CANARY, Coach, process
from pypdf import PdfReader

from coachcli.store.paths import Practice

FOCUS = "What do you want to look at this time?"


@pytest.fixture
def form(coach: Coach, tmp_path: Path, ended: Path) -> Path:
    """A form for Jane, filled in."""
    assert ended.exists()
    path = tmp_path / "form.md"
    coach("prep", "jane", "--form", "-o", str(path))
    path.write_text(path.read_text(encoding="utf-8").replace(FOCUS, f"{FOCUS}\n\nThe rota"), encoding="utf-8")
    return path


@pytest.mark.usefixtures("ended")
class TestTheCard:
    def test_through_a_pipe_it_is_all_there(self, coach: Coach) -> None:
        answer = coach("prep", "jane")

        assert (answer.code, answer.err) == (0, "")
        assert answer.out.startswith("Session 2 with Jane Doe\n\nLast session: Friday 1 March 2024, ")
        assert "YOU PROMISED\n  - send the article\n" in answer.out

    def test_the_only_client_need_not_be_named(self, coach: Coach) -> None:
        assert coach("prep").out == coach("prep", "Jane Doe").out

    def test_as_markdown_to_print(self, coach: Coach, tmp_path: Path) -> None:
        answer = coach("prep", "jane", "--as", "markdown", "-o", str(tmp_path))

        assert answer.err == f"Written: {tmp_path / 'jane-doe-session-2.md'}\n"
        page = (tmp_path / "jane-doe-session-2.md").read_text(encoding="utf-8")
        assert "## You promised\n\n- send the article\n" in page

    def test_as_a_web_page(self, coach: Coach, tmp_path: Path) -> None:
        coach("prep", "jane", "--as", "html", "-o", str(tmp_path))
        page = (tmp_path / "jane-doe-session-2.html").read_text(encoding="utf-8")

        assert '<h1 dir="auto">Session 2 with Jane Doe</h1>' in page
        assert "send the article" in page

    def test_as_a_pdf(self, coach: Coach, tmp_path: Path) -> None:
        answer = coach("prep", "jane", "--as", "pdf", "-o", str(tmp_path))

        assert answer.err == f"Written: {tmp_path / 'jane-doe-session-2.pdf'}\n"
        (sheet,) = PdfReader(tmp_path / "jane-doe-session-2.pdf").pages
        assert "You promised\n• send the article\n" in sheet.extract_text()

    def test_a_page_that_is_there_is_left_unless_told(self, coach: Coach, tmp_path: Path) -> None:
        words = ("prep", "jane", "-o", str(tmp_path / "page.txt"))

        assert [coach(*words).code, coach(*words).code, coach(*words, "--force").code] == [0, 5, 0]

    @pytest.mark.parametrize("words", [("--json",), ("--as", "json")])
    def test_for_programs(self, coach: Coach, words: tuple[str, ...]) -> None:
        data = coach("prep", "jane", *words).data

        assert (data["client"], data["session"], data["last"]) == ("jane-doe", 2, "2024-03-01")
        assert (data["promises"], data["actions"], data["took_away"]) == (["send the article"], [], None)

    def test_a_damaged_file_is_told_after_the_rest(self, coach: Coach, practice: Practice) -> None:
        practice.between_file("jane-doe").write_bytes(b"format: 1\n")
        answer = coach("prep", "jane")

        assert answer.code == 4
        assert "send the article" in answer.out
        assert "between.yaml:1:" in answer.err
        assert answer.err.count("\n") == 2


class TestTheForm:
    @pytest.mark.usefixtures("ended")
    def test_it_goes_to_the_screen_or_into_a_folder(self, coach: Coach, tmp_path: Path) -> None:
        page = coach("prep", "jane", "--form").out

        assert page.startswith("# Before our next session\n\nHello Jane,\n")
        assert CANARY not in page
        assert "article" not in page
        answer = coach("prep", "jane", "--form", "--as", "text", "-o", str(tmp_path))
        assert answer.err == f"Written: {tmp_path / 'jane-doe-preparation.txt'}\n"

    def test_taken_in_it_is_on_the_card(self, coach: Coach, form: Path) -> None:
        assert coach("prep", "jane", "--read", str(form)).err == (
            "Taken in from Jane Doe: 1 answer.\nOn the card now: coach prep jane-doe\n"
        )
        assert f"THEY WROTE\n  - {FOCUS} The rota\n" in coach("prep", "jane").out
        again = coach("prep", "jane", "--read", str(form))
        assert (again.code, again.err.startswith("This form was taken in already")) == (0, True)

    @pytest.mark.parametrize(
        ("spoil", "code"),
        [(lambda text: text.replace("The rota", ""), 1), (lambda _text: "Dear coach,\nall is well", 4)],
        ids=["not filled in", "no form"],
    )
    def test_what_cannot_be_taken_in_is_told_in_two_lines(
        self, coach: Coach, form: Path, spoil: Callable[[str], str], code: int, practice: Practice
    ) -> None:
        form.write_text(spoil(form.read_text(encoding="utf-8")), encoding="utf-8")
        answer = coach("prep", "jane", "--read", str(form))

        assert (answer.code, answer.err.count("\n")) == (code, 2)
        assert not practice.between_file("jane-doe").exists()


@pytest.mark.usefixtures("ended")
@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("nobody",), 3),
        (("jane", "--form", "--json"), 2),
        (("jane", "--form", "--as", "json"), 2),
        (("jane", "--form", "--as", "pdf"), 2),
        (("jane", "--read", "x.md", "--form"), 2),
        (("jane", "--read", "x.md", "-o", "y"), 2),
        (("jane", "--read", "no-such-file.md"), 3),
        (("jane", "-o", "no-such-folder/page.md"), 2),
    ],
)
def test_what_makes_no_sense_is_told(coach: Coach, words: tuple[str, ...], code: int) -> None:
    answer = coach("prep", *words)

    assert (answer.code, answer.out) == (code, "")
    assert answer.err.strip()


@pytest.mark.usefixtures("ended")
def test_it_brings_no_live_line_along() -> None:
    answer = process("prep", "jane", program=("-X", "importtime", "-m", "coachcli"))
    imported = {row.rpartition("|")[2].strip() for row in answer.err.split("\n")}

    assert "send the article" in answer.out
    assert not imported & {"prompt_toolkit", "questionary", "asyncio", "rich", "icalendar"}
