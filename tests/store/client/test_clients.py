"""Clients: whatever a name looks like, it has one folder, inside the practice, and that folder has one client."""

import errno
import json
import os
import re
import stat
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coachcli.domain.client.model import LISTED, Client
from coachcli.errors import NotFoundError, NotSavedError, UnreadableError, UsageError
from coachcli.store.client.client_file import add
from coachcli.store.client.clients import clients, existing, known, named, near, of_folder
from coachcli.store.paths import Practice
from coachcli.store.practice import set_up

assert sys.platform != "win32"  # pipes, signals and owners of files as Unix has them

CYRILLIC_ANNA = "\N{CYRILLIC CAPITAL LETTER A}nna"


@pytest.fixture
def umask_of_everyone() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


def people(*names: str) -> list[Client]:
    return [Client(f"id-{number}", name) for number, name in enumerate(names)]


def names(found: list[Client]) -> list[str]:
    return [client.name for client in found]


class TestAdding:
    @pytest.mark.parametrize(
        ("name", "folder"),
        [
            ("Jane Doe", "jane-doe"),
            ("../../x", "x"),
            ("/etc/passwd", "etc-passwd"),
            ("..", "client"),
            (".", "client"),
            (".hidden", "hidden"),
            ("...and more", "and-more"),
            ("--practice", "practice"),
            ("CON", "con-client"),
            ("nul", "nul-client"),
            ("COM¹", "com1-client"),
            ("Aux.", "aux-client"),
            ("console", "console"),
            ("🙂🙂", "client"),
            ("x" * 300, "x" * 60),
            ("質問", "zhi-wen"),
            (CYRILLIC_ANNA, "anna"),
            ("Zoë Müller-Lüdenscheidt", "zoe-muller-ludenscheidt"),
            ("a\\b:c*d?e", "a-b-c-d-e"),
            ("$(rm -rf ~)", "rm-rf"),
            ("#1: [Jane] & 'Joe'", "1-jane-joe"),
        ],
    )
    def test_the_folder_is_made_from_the_name_and_the_name_is_kept(
        self, practice: Practice, name: str, folder: str
    ) -> None:
        client = add(practice, name)

        assert client == Client(folder, name)
        assert [path.name for path in practice.clients.iterdir()] == [folder]
        assert clients(practice) == [client]

    @settings(max_examples=30, deadline=None)
    @given(name=st.text(max_size=80))
    def test_no_name_leads_out_of_the_practice(self, tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
        practice = Practice(tmp_path_factory.mktemp("anyone") / "practice")
        try:
            client = add(practice, name)
        except UsageError:
            assert not practice.root.exists()
            return

        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", client.id)
        assert len(client.id) <= 67
        assert [path.name for path in practice.root.parent.iterdir()] == ["practice"]
        assert clients(practice) == [client]
        assert named(client.name, clients(practice)) == client

    @pytest.mark.parametrize("name", ["", "   ", "\n", "\t \u2028", "\x00\x1b"])
    def test_a_name_of_nothing_is_refused(self, practice: Practice, name: str) -> None:
        with pytest.raises(UsageError) as caught:
            add(practice, name)

        assert caught.value.exit_code == 2
        assert caught.value.message == "A client needs a name."
        assert caught.value.hint == 'Give one: coach session start "Jane Doe"'
        assert not practice.root.exists()

    def test_names_that_look_the_same_have_folders_of_their_own(self, practice: Practice) -> None:
        made = [add(practice, name) for name in ("Anna", CYRILLIC_ANNA, "ANNA!", "Ánna")]

        assert [client.id for client in made] == ["anna", "anna-2", "anna-3", "anna-4"]
        assert sorted(names(clients(practice))) == sorted(["Anna", CYRILLIC_ANNA, "ANNA!", "Ánna"])

    def test_a_folder_that_somebody_else_made_is_left_to_them(self, practice: Practice) -> None:
        (practice.clients / "jane-doe").mkdir(parents=True)
        (practice.clients / "jane-doe-2").write_text("a file")

        assert add(practice, "Jane Doe").id == "jane-doe-3"
        assert list((practice.clients / "jane-doe").iterdir()) == []

    @pytest.mark.parametrize("text", ["name: 'open\n", "name: [Jane]\n", "email: jane@example.com\n", "", "\x00"])
    def test_no_second_folder_is_made_where_the_first_may_be_theirs(self, practice: Practice, text: str) -> None:
        file = practice.clients / add(practice, "Jane Doe").id / "client.yaml"
        file.write_text(text)

        with pytest.raises(UnreadableError) as caught:
            add(practice, "Jane Doe")

        assert caught.value.message.startswith(f"{file}:1: ")
        assert "coach session start jane-doe " in caught.value.hint
        assert [path.name for path in practice.clients.iterdir()] == ["jane-doe"]

    def test_where_the_file_says_that_it_is_somebody_else_one_is(self, practice: Practice) -> None:
        file = practice.clients / add(practice, CYRILLIC_ANNA).id / "client.yaml"
        file.write_text(f"name: {CYRILLIC_ANNA}\nemail: none of mine\n")

        assert add(practice, "Anna").id == "anna-2"

    def test_the_file_says_who_it_is(self, practice: Practice) -> None:
        add(practice, "#1: Jane")

        text = (practice.clients / "1-jane" / "client.yaml").read_text()
        assert text == "format: 1\nid: 1-jane\nname: '#1: Jane'\n"

    def test_control_characters_and_line_ends_are_not_part_of_a_name(self, practice: Practice) -> None:
        assert add(practice, " Jane\x1b[31m\n\tDoe ").name == "Jane[31m Doe"

    @pytest.mark.usefixtures("umask_of_everyone")
    def test_all_of_it_is_for_the_coach_alone(self, practice: Practice) -> None:
        add(practice, "Jane Doe")

        modes = {
            path.relative_to(practice.root).as_posix(): stat.S_IMODE(path.stat().st_mode)
            for path in (practice.root, *practice.root.rglob("*"))
        }
        assert modes == {
            ".": 0o700,
            "clients": 0o700,
            "clients/jane-doe": 0o700,
            "clients/jane-doe/client.yaml": 0o600,
            "clients/jane-doe/sessions": 0o700,
        }

    def test_a_linked_clients_folder_is_not_followed(self, practice: Practice, tmp_path: Path) -> None:
        practice.root.mkdir()
        (tmp_path / "elsewhere").mkdir()
        practice.clients.symlink_to(tmp_path / "elsewhere", target_is_directory=True)

        with pytest.raises(NotSavedError, match="a link to somewhere else is in its way"):
            add(practice, "Jane Doe")

        assert list((tmp_path / "elsewhere").iterdir()) == []


class TestListing:
    def test_where_there_is_no_practice_there_is_nobody(self, practice: Practice) -> None:
        assert clients(practice) == []
        assert not practice.root.exists()

    def test_they_come_by_name_whatever_its_case(self, practice: Practice) -> None:
        for name in ("bob", "Zoë", "Alice", "carol"):
            add(practice, name)

        assert names(clients(practice)) == ["Alice", "bob", "carol", "Zoë"]

    def test_a_folder_that_is_no_clients_is_not_one(self, practice: Practice, tmp_path: Path) -> None:
        jane = add(practice, "Jane")
        (tmp_path / "elsewhere").mkdir()
        (practice.clients / "linked").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
        (practice.clients / ".stfolder").mkdir()
        (practice.clients / "notes.txt").write_text("mine")

        assert clients(practice) == [jane]

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "name:\n",
            "name: [a, b]\n",
            "name: '  '\n",
            "name: 'open\n",
            "name: Jane\nname: Joan\n",
            "- Jane\n",
            "\x00",
            "x" * 100,
        ],
    )
    def test_a_client_whose_file_says_no_name_goes_by_the_folder(self, practice: Practice, text: str) -> None:
        jane = add(practice, "Jane Doe")
        (practice.clients / jane.id / "client.yaml").write_text(text)

        assert clients(practice) == [Client("jane-doe", "jane-doe")]

    @pytest.mark.parametrize("slip", ["cadence: when she cries", "email: not an address", "id: [a, b]"])
    def test_one_whose_file_has_another_slip_keeps_the_name(self, practice: Practice, slip: str) -> None:
        jane = add(practice, "Jane Doe")
        (practice.clients / jane.id / "client.yaml").write_text(f"name: Jane Doe\n{slip}\n")

        assert names(clients(practice)) == ["Jane Doe"]

    def test_so_does_one_whose_file_is_gone_or_a_link(self, practice: Practice, tmp_path: Path) -> None:
        file = practice.clients / add(practice, "Jane Doe").id / "client.yaml"
        file.rename(tmp_path / "real.yaml")
        assert names(clients(practice)) == ["jane-doe"]

        file.symlink_to(tmp_path / "real.yaml")
        assert names(clients(practice)) == ["jane-doe"]

    def test_the_coach_may_write_more_into_the_file_and_another_name(self, practice: Practice) -> None:
        file = practice.clients / add(practice, "Jane Doe").id / "client.yaml"
        assert names(clients(practice)) == ["Jane Doe"]

        file.write_text("format: 1\nname: |\n  Jane\n  Miller\norganisation: ACME\nnotes:\n- likes tea\n")

        assert clients(practice) == [Client("jane-doe", "Jane Miller")]

    @pytest.mark.parametrize(
        "remembered",
        [b"", b"{", b"[]", b'{"format": 1}', b'{"format": 9, "files": {}}', b"\xff\x00", b"[" * 9000],
    )
    def test_what_lists_remember_may_be_damaged(self, practice: Practice, remembered: bytes) -> None:
        jane = add(practice, "Jane Doe")
        clients(practice)
        (practice.index / "clients.json").write_bytes(remembered)

        assert clients(practice) == [jane]

    @pytest.mark.parametrize(
        "facts", ["{}", '{"name": 7}', '{"name": "Joan"}', '{"name": "Joan", "cadence": null}', "[]", "7"]
    )
    def test_or_hold_something_else_than_a_name(self, practice: Practice, facts: str) -> None:
        jane = add(practice, "Jane Doe")
        clients(practice)
        index = practice.index / "clients.json"
        remembered = index.read_text("utf-8")
        known = json.dumps({**dict.fromkeys(LISTED, ""), "name": "Jane Doe"})
        index.write_text(remembered.replace(known, facts), "utf-8")
        assert index.read_text("utf-8") != remembered

        assert clients(practice) == [jane]


class TestCadence:
    @pytest.mark.parametrize(
        ("written", "kept"),
        [("2 weeks", "2 weeks"), ("  'every  month' ", "every month"), ("", ""), ("now and then", "now and then")],
    )
    def test_it_is_known_as_it_is_written(self, practice: Practice, written: str, kept: str) -> None:
        file = practice.clients / add(practice, "Jane Doe").id / "client.yaml"
        file.write_text(f"name: Jane Doe\nsponsor: ACME\ncadence: {written}\n")

        assert clients(practice) == [Client("jane-doe", "Jane Doe", kept)]

    def test_a_new_client_has_none(self, practice: Practice) -> None:
        assert add(practice, "Jane Doe").cadence == ""
        assert "cadence" not in (practice.clients / "jane-doe" / "client.yaml").read_text()


class TestNaming:
    @pytest.mark.parametrize("said", ["Jane Doe", "jane doe", " JANE   DOE ", "jane-doe", "Ｊａｎｅ Ｄｏｅ"])
    def test_a_client_goes_by_name_and_by_id(self, said: str) -> None:
        jane = Client("jane-doe", "Jane Doe")

        assert named(said, [jane, Client("joe", "Joe")]) == jane

    def test_accents_may_be_written_two_ways(self) -> None:
        zoe = Client("zoe", "Zo\N{LATIN SMALL LETTER E WITH DIAERESIS}")

        assert named("zoe\N{COMBINING DIAERESIS}", [zoe]) == zoe

    @pytest.mark.parametrize("said", ["Jane", "Doe", "Jane Do", "", "jane-do", "../jane-doe"])
    def test_a_part_is_not_the_name(self, said: str) -> None:
        assert named(said, [Client("jane-doe", "Jane Doe")]) is None

    def test_a_name_goes_before_an_id(self) -> None:
        latin, cyrillic = Client("anna-2", "Anna"), Client("anna", CYRILLIC_ANNA)

        assert named("anna", [cyrillic, latin]) == latin
        assert named(CYRILLIC_ANNA, [cyrillic, latin]) == cyrillic


class TestNearNames:
    @pytest.mark.parametrize(
        ("said", "meant"),
        [
            ("Jane", "Jane Doe"),
            ("doe", "Jane Doe"),
            ("Jnae Doe", "Jane Doe"),
            ("Jane Dow", "Jane Doe"),
            ("Jane-Doe", "Jane Doe"),
            ("Jane Maria Doe", "Jane Doe"),
            ("Zoe", "Zoë"),
            ("Anna", CYRILLIC_ANNA),
            ("Müler", "Müller"),
            ("Katherine", "Katharine"),
            ("jaen", "Jane Doe"),
            ("jnae", "Jane Maria Doe"),
            ("Jana", "Jane Doe"),
            ("jan", "Ian Jna"),
            ("Janne", "Jane Doe"),
            ("Jean", "Jean-Luc Doe"),
            ("doe jaen", "Jane Doe"),
            ("zoe", "Zoë Doe"),
            ("jane-deo", "Jane Doe"),
            ("Jan", "Jane Doe"),
            ("ja do", "Jane Doe"),
        ],
    )
    def test_a_slip_is_seen(self, said: str, meant: str) -> None:
        assert names(near(said, people(meant, "Somebody Else"))) == [meant]

    @pytest.mark.parametrize(
        ("said", "other"),
        [
            ("Ana", "Jana"),
            ("Ana", "Jana Doe"),
            ("Jo", "Oj Doe"),
            ("Jaen Smith", "Jane Doe"),
            ("Jane Doe", "Jana"),
            ("Jona", "Jane Doe"),
        ],
    )
    def test_another_name_is_no_slip(self, said: str, other: str) -> None:
        assert near(said, people(other)) == []

    @pytest.mark.parametrize("said", ["Bob", "J", "Joan Smith", "", "🙂"])
    def test_somebody_else_is_somebody_else(self, said: str) -> None:
        assert near(said, people("Jane Doe", CYRILLIC_ANNA)) == []

    def test_the_name_itself_is_no_slip(self) -> None:
        assert near("jane  DOE", people("Jane Doe")) == []


class TestWhoMustBeThere:
    @pytest.mark.parametrize("said", ["jane doe", "id-0", "Jane", "doe"])
    def test_a_part_will_do_if_only_one_has_it(self, said: str) -> None:
        assert existing(said, people("Jane Doe", "Joe Miller")).name == "Jane Doe"

    @pytest.mark.parametrize("said", ["jan", "do", "Jane Do", "JÁ"])
    def test_so_will_the_beginning_of_a_word(self, said: str) -> None:
        assert existing(said, people("Jane Doe", "Joe Miller")).name == "Jane Doe"

    def test_a_whole_word_goes_before_a_beginning(self) -> None:
        assert existing("jan", people("Jane Doe", "Jan Miller")).name == "Jan Miller"

    @pytest.mark.parametrize(
        ("said", "message", "hint"),
        [
            ("Jane", "There is no client Jane.", "Did you mean Jane Doe or Jane Miller?"),
            ("Jane Dow", "There is no client Jane Dow.", "Did you mean Jane Doe?"),
            ("ja", "There is no client ja.", "Did you mean Jane Doe or Jane Miller?"),
            ("m", "There is no client m.", "coach client list shows who there is."),
            ("Bob", "There is no client Bob.", "coach client list shows who there is."),
            ("../../etc", "There is no client ../../etc.", "coach client list shows who there is."),
            ("B\x1b[2Job\n", "There is no client B[2Job.", "coach client list shows who there is."),
            ("y" * 300, f"There is no client {'y' * 60}.", "coach client list shows who there is."),
            ("  ", "There is no client by that name.", "coach client list shows who there is."),
        ],
    )
    def test_otherwise_it_says_who_may_be_meant(self, said: str, message: str, hint: str) -> None:
        with pytest.raises(NotFoundError) as caught:
            existing(said, people("Jane Doe", "Jane Miller"))

        assert (caught.value.exit_code, caught.value.message, caught.value.hint) == (3, message, hint)


@pytest.mark.parametrize("make", [Path.touch, os.mkfifo])
def test_what_has_the_name_of_a_client_and_is_no_folder_is_told(
    practice: Practice, make: Callable[[Path], object]
) -> None:
    set_up(practice)
    make(practice.clients / "jane-example")
    (practice.clients / "desktop.ini").touch()
    (error,) = known(practice).passed_over
    assert "jane-example is not a folder" in error.message


def test_where_nobody_is_found_it_is_told_what_could_not_be_read(practice: Practice) -> None:
    set_up(practice)
    (practice.clients / "jane-example").touch()
    with pytest.raises(NotFoundError, match="There is no client Jane") as caught:
        existing("Jane", *known(practice))
    assert "jane-example is not a folder" in caught.value.hint


def test_a_client_goes_by_the_folder_where_the_others_cannot_be_read(
    practice: Practice, monkeypatch: pytest.MonkeyPatch
) -> None:
    jane = add(practice, "Jane Example")
    assert of_folder(practice, jane.id) == jane

    def refuse(folder: Path) -> object:
        raise OSError(errno.EIO, os.strerror(errno.EIO), str(folder))

    monkeypatch.setattr(os, "scandir", refuse)
    assert of_folder(practice, jane.id) == Client(jane.id, jane.id)
