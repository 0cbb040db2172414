"""Files of other programs, where frameworks are."""

import io
import zipfile
from pathlib import Path

import pytest

from coachcli.store.framework.catalogue import check_file, shipped_folder
from coachcli.store.framework.foreign_files import foreign, kind_of


def archive(*names: str) -> bytes:
    """A zip with files of these names, behind so much that none is to be seen at its beginning."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as packed:
        packed.writestr("[Content_Types].xml", "x" * 20_000)
        for name in names:
            packed.writestr(name, "x" * 20_000)
    return written.getvalue()


WORD = archive("_rels/.rels", "word/document.xml")
QUESTIONS = "What brings you here today?\nWhat would make this call worth your time?\n"
OTHERS = [
    (WORD, "a Word file, not plain text"),
    (archive("xl/workbook.xml"), "a spreadsheet, not plain text"),
    (archive("Index/Document.iwa"), "an archive or an office file, not plain text"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "a Word file of the older kind, not plain text"),
    (b"{\\rtf1\\ansi\nWhat brings you here?}", "an RTF file, not plain text"),
    (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "a PDF file, not plain text"),
    (b"<!DOCTYPE html>\n<html><body>What?</body></html>", "a web page, not plain text"),
    (f"# Opening\n\n{QUESTIONS}\n## Ending\n\n- What now?\n".encode(), "Markdown, and no framework"),
    (f"Opening\n\n{QUESTIONS}".encode(), "plain text, and no framework"),
    (f"My first session: a plan\n\nWishes:\n{QUESTIONS}".encode(), "plain text, and no framework"),
    (b'{"name": "x", "items": ["What?"]}', "JSON of another program, and no framework"),
    (b"stage,question,minutes\nopening,What?,5\nending,And?,5\n", "a table (CSV), and no framework"),
    (b"name: A\nquestions:\n  - text: What?\n  - text: And?\n", "a questionnaire of another program, and no framework"),
]


@pytest.mark.parametrize(("data", "said"), OTHERS, ids=[said for _, said in OTHERS])
def test_a_file_of_another_kind_is_named_for_what_it_is_and_nothing_else_is_said(
    tmp_path: Path, data: bytes, said: str
) -> None:
    path = tmp_path / "walk.yaml"
    path.write_bytes(data)
    (problem,) = check_file(path).problems

    assert (problem.code, problem.text) == ("E304", f"this is {said}")
    assert "coach framework new" in problem.hint


@pytest.mark.parametrize("name", ["walk.docx", "walk.de.docx", "walk.de.yaml"])
def test_that_goes_for_any_name(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(WORD)
    found = check_file(tmp_path / name)

    assert [problem.text for problem in found.problems] == ["this is a Word file, not plain text"]
    assert found.lines == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# nothing but a comment\n",
        "stages:\n- What?\n",
        "titel: Mine\nstags:\n- What?\n",
        "stages = What brings you here today?\n",
        "# my own\n\n# Two rows of it\nminutes: 20\n",
        "- What brings you here?\n- What would you like?\n",
        '{"title": "Mine", "stages": [{"title": "A", "ask": ["What?"]}]}',
        "[unclosed\n",
        "name: Mine\nquestions: []\nstages: []\n",
        "translates: grow\nlanguage: de\n",
        "probes:\n- What else?\n",
        "\tstages:\n",
    ],
)
def test_what_may_be_a_framework_that_went_wrong_is_read_as_one(text: str) -> None:
    assert foreign(text.encode()) is None


def test_no_file_that_is_shipped_is_taken_for_another_kind() -> None:
    shipped = [path for path in shipped_folder().rglob("*.yaml") if path.is_file()]

    assert shipped
    assert [path.name for path in shipped if foreign(path.read_bytes())] == []


def test_text_is_of_no_kind_that_only_a_program_can_read() -> None:
    assert kind_of(QUESTIONS.encode()) is None
