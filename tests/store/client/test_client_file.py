"""A client's file: what is understood of it, and what is wrong with it, with its line and without its words."""

import os
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from coachcli.domain.client.model import LISTED, ClientRecord, DamagedClientError
from coachcli.errors import NotFoundError, UsageError
from coachcli.store.client import client_file

assert sys.platform != "win32"  # pipes, signals and owners of files as Unix has them


def folder_of(tmp_path: Path, text: str) -> Path:
    (tmp_path / "client.yaml").write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("text", "record"),
    [
        ("format: 1\nid: jane-doe\nname: Jane Doe\n", ClientRecord("Jane Doe", id="jane-doe")),
        ("name: Jane\ncadence: 2  weeks\n", ClientRecord("Jane", "2 weeks")),
        ("name: Jane\nemail:  jane@example.com \n", ClientRecord("Jane", email="jane@example.com")),
        ("name: Jane\ncadence:\nemail: ''\n", ClientRecord("Jane")),
        ("name: |\n  Jane\n  Miller\nnotes:\n- likes tea\nsponsor: {name: Ada}\n", ClientRecord("Jane Miller")),
    ],
)
def test_what_is_understood_is_read_and_the_rest_is_the_coachs_own(
    tmp_path: Path, text: str, record: ClientRecord
) -> None:
    assert client_file.read(folder_of(tmp_path, text)) == record


def test_lists_remember_what_they_show_and_nothing_else(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, "name: Jane\ncadence: weekly\nemail: jane@example.com\n")

    assert client_file.facts(folder / "client.yaml") == {
        **dict.fromkeys(LISTED, ""),
        "name": "Jane",
        "cadence": "weekly",
    }


@pytest.mark.parametrize(
    ("text", "line", "reason", "known"),
    [
        ("", 1, "the file is empty", ClientRecord()),
        ("- Jane\n", 1, "there is no name here", ClientRecord()),
        ("\nemail: jane@example.com\n", 2, "there is no name here", ClientRecord(email="jane@example.com")),
        ("id: x\nname:\n", 2, "there is no name here", ClientRecord(id="x")),
        ("name: ' '\n", 1, "there is no name here", ClientRecord()),
        ("id: x\nname: [a, b]\n", 2, "there is no name here", ClientRecord(id="x")),
        ("name: Jane\nname: Joan\n", 2, "a name is given twice (first on line 1)", ClientRecord()),
        ("name: Jane\n\ncadence: when she cries\n", 3, "this cadence cannot be read", None),
        ("name: Jane\ncadence: [2, weeks]\n", 2, "this cadence cannot be read", ClientRecord("Jane")),
        ("name: Jane\nemail: not an address\n", 2, "a mail draft cannot have this address", None),
        ("name: Jane\nemail: [jane@example.com]\n", 2, "a mail draft cannot have this address", ClientRecord("Jane")),
        ("name: Jane\nid: {a: b}\n", 2, "this id cannot be read", ClientRecord("Jane")),
    ],
)
def test_what_is_wrong_is_told_with_its_line_and_without_its_words(
    tmp_path: Path, text: str, line: int, reason: str, known: ClientRecord | None
) -> None:
    folder = folder_of(tmp_path, text)

    with pytest.raises(DamagedClientError) as caught:
        client_file.read(folder)

    assert caught.value.message.startswith(f"{folder / 'client.yaml'}:{line}: {reason}")
    assert caught.value.exit_code == 4
    assert caught.value.hint
    assert not {"cries", "address\n", "Joan"} & set(f"{caught.value}{caught.value.hint}".split())
    assert known is None or caught.value.known == known


def test_what_is_no_plain_file_is_told_as_that(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "client.yaml")

    with pytest.raises(DamagedClientError, match="it is not a plain file"):
        client_file.read(tmp_path)


def test_where_there_is_none_that_is_said(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        client_file.read(tmp_path)


class Planted(NamedTuple):
    """A record with one field more."""

    name: str = ""
    cadence: str = ""
    email: str = ""
    id: str = ""
    pronouns: str = ""


class TestAFieldMore:
    @pytest.fixture(autouse=True)
    def planted(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(client_file, "ClientRecord", Planted)

    def test_is_read_once_it_is_in_the_record(self, tmp_path: Path) -> None:
        record: object = client_file.read(folder_of(tmp_path, "name: Jane\npronouns:  she / her\n"))

        assert record == Planted("Jane", pronouns="she / her")
        without: object = client_file.read(folder_of(tmp_path, "name: Jane\n"))
        assert without == Planted("Jane")

    def test_is_told_of_with_its_line_where_it_is_no_words(self, tmp_path: Path) -> None:
        with pytest.raises(DamagedClientError) as caught:
            client_file.read(folder_of(tmp_path, "name: Jane\npronouns: [she, her]\n"))

        assert caught.value.message.endswith("client.yaml:2: pronouns cannot be read.")
        assert caught.value.hint == "Write it on one line, like  pronouns: words"

    def test_is_remembered_for_lists_once_it_is_one_of_a_clients(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(client_file, "LISTED", ("name", "cadence", "pronouns"))
        folder = folder_of(tmp_path, "name: Jane\npronouns: they\n")

        assert client_file.facts(folder / "client.yaml") == {"name": "Jane", "cadence": "", "pronouns": "they"}


def test_a_field_is_kept_in_one_way_however_it_is_typed() -> None:
    assert client_file.checked({"language": "German", "role": "  Head\tof  x ", "email": ""}) == {
        "language": "de",
        "role": "Head of x",
        "email": None,
    }


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("email", "no address"),
        ("cadence", "now and then"),
        ("people", "many"),
        ("people", "0"),
        ("language", "Klingon!"),
        ("archived", "sometimes"),
    ],
)
def test_what_a_field_cannot_be_is_refused_before_anything_is_written(field: str, words: str) -> None:
    with pytest.raises(UsageError) as caught:
        client_file.checked({field: words})
    assert words in caught.value.message
    assert caught.value.hint
