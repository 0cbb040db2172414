"""What Tab offers: names that go on from what is typed; nothing is written, and nothing goes wrong aloud."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from cli.conftest import Coach, everything_in

from coachcli.cli import shell
from coachcli.store.client import quick_names
from coachcli.store.paths import Practice

Tab = Callable[[str], list[str]]


@pytest.fixture
def tab(coach: Coach, monkeypatch: pytest.MonkeyPatch) -> Tab:
    """The words that are offered behind a line."""

    def press(line: str) -> list[str]:
        monkeypatch.setenv("_COACH_COMPLETE", "words")
        monkeypatch.setenv("_COACH_LINE", line)
        answer = coach()
        assert (answer.code, answer.err) == (0, "")
        return answer.out.split("\n")[:-1]

    return press


@pytest.fixture
def people(practice: Practice) -> Practice:
    """Jane Doe with two sessions, and Bob, who was seen after her."""
    for client_id, name in {"jane-doe": "Jane Doe", "bob": "Bob"}.items():
        practice.sessions(client_id).mkdir(parents=True)
        (practice.clients / client_id / "client.yaml").write_text(f"format: 1\nid: {client_id}\nname: {name}\n")
    for client_id, stem in (
        ("jane-doe", "2024-03-01-1400-grow"),
        ("jane-doe", "2024-03-09-0900-egan"),
        ("bob", "2024-04-02-0930-grow"),
    ):
        practice.session_file(client_id, stem).touch()
    return practice


def named(practice: Practice, client_id: str, name: str) -> None:
    (practice.clients / client_id).mkdir(parents=True, exist_ok=True)
    (practice.clients / client_id / "client.yaml").write_text(
        f"name: {json.dumps(name, ensure_ascii=False)}\n", encoding="utf-8"
    )


@pytest.mark.usefixtures("people")
class TestWhatIsOffered:
    @pytest.mark.parametrize(
        ("line", "offered"),
        [
            ("coach session start ", ["Bob", "Jane Doe"]),
            ("coach session start Ja", ["Jane Doe"]),
            ('coach session start "Jane D', ["Jane Doe"]),
            (r"coach session start Jane\ ", ["Jane Doe"]),
            ("coach session start ja", ["jane-doe"]),
            ("coach session list B", ["Bob"]),
            ("coach session show ", ["last", "bob", "jane-doe"]),
            ("coach session show l", ["last"]),
            ("coach session after l", ["last"]),
            ("coach session show ja", ["jane-doe", "jane-doe/2024-03-09-0900", "jane-doe/2024-03-01-1400"]),
            ("coach session show jane-doe/2024-03-01", ["jane-doe/2024-03-01-1400"]),
            ('coach session show "Jane Doe/2024-03-09', ["Jane Doe/2024-03-09-0900"]),
            ("coach session start Bob -f gro", ["grow", "growth"]),
            ("coach session start --framework=ega", ["egan", "egan-atd"]),
            ("coach session start -f grow --language ", ["de", "de-du", "fr", "fr-tu"]),
            ("coach framework new mine --from wo", ["woop"]),
            ("coach framework edit wo", ["woop"]),
            ("coach session export --for c", ["client"]),
            ("coach ses", ["session"]),
            ("coach --version ses", ["session"]),
        ],
    )
    def test_it_goes_on_from_what_is_typed(self, tab: Tab, line: str, offered: list[str]) -> None:
        assert tab(line) == offered

    def test_what_the_shell_is_at_comes_from_the_whole_line(self, tab: Tab, tmp_path: Path) -> None:
        named(Practice(tmp_path / "other one"), "zed", "Zed")

        assert tab(f'coach --practice "{tmp_path}/other one" session start ') == ["Zed"]
        assert tab(f"coach --practice={tmp_path}/nothing session start J") == ["J\t"]

    def test_the_coachs_own_frameworks_are_among_them(self, tab: Tab, practice: Practice) -> None:
        practice.frameworks.mkdir()
        (practice.frameworks / "my-grow.yaml").write_text("title: Mine\n")

        assert tab("coach framework show my") == ["my-grow"]

    def test_what_was_deleted_is_offered_for_bringing_back(self, tab: Tab, people: Practice) -> None:
        (people.trash / "bob").mkdir(parents=True)
        people.session_file("bob", "2024-04-02-0930-grow").rename(people.trash / "bob" / "2024-04-02-0930-grow.yaml")

        assert tab("coach session restore ") == ["bob/2024-04-02-0930"]
        assert "bob" not in tab("coach session show ")

    def test_where_no_name_fits_files_are_only_offered_where_a_file_will_do(self, tab: Tab) -> None:
        assert tab("coach session start nob") == ["nob\t"]
        assert tab("coach framework show nob") == ["nob\t"]
        assert tab("coach framework check nob") == []
        assert tab("coach framework try nob") == []

    def test_a_changed_name_is_known_at_once(self, tab: Tab, coach: Coach, people: Practice) -> None:
        coach("session", "list")
        named(people, "bob", "Robin Example")

        assert tab("coach session start ") == ["Jane Doe", "Robin Example"]


class TestNamesThatMeanHarm:
    @pytest.mark.parametrize("name", ["Eve \u202elive", "-rf", "\u2066Jane Doe"])
    def test_one_that_would_act_on_a_terminal_or_a_command_goes_by_its_id(
        self, tab: Tab, practice: Practice, name: str
    ) -> None:
        named(practice, "eve", name)

        assert tab("coach session start ") == ["eve"]

    def test_an_escape_sequence_in_a_name_never_comes_out(self, tab: Tab, practice: Practice) -> None:
        (practice.clients / "eve").mkdir(parents=True)
        (practice.clients / "eve" / "client.yaml").write_text("name: Eve \x1b]0;pwned\x07\x9b31m\n", encoding="utf-8")

        assert tab("coach session start ") == ["Eve ]0;pwned31m"]

    def test_a_folder_that_nobody_can_type_is_not_offered(self, tab: Tab, people: Practice) -> None:
        for folder in ("\x1b[31mred", "two\nlines", "-rf"):
            shutil.copytree(people.clients / "bob", people.clients / folder)
            (people.clients / folder / "client.yaml").unlink()

        assert tab("coach session start ") == ["Bob", "Jane Doe"]
        assert tab("coach session show ") == ["last", "bob", "jane-doe"]

    def test_two_of_one_name_go_by_their_ids(self, tab: Tab, people: Practice) -> None:
        named(people, "jane-doe-2", "Jane  doe")

        assert tab("coach session start ") == ["Bob", "jane-doe", "jane-doe-2"]


class TestNothingComesOfIt:
    def test_nothing_is_written(self, tab: Tab, people: Practice) -> None:
        before = everything_in(people.root)

        for line in ("coach session start ", "coach session show j", "coach session start -f g"):
            assert tab(line)

        assert everything_in(people.root) == before
        assert not people.index.exists()

    def test_no_practice_is_made(self, tab: Tab, practice: Practice) -> None:
        assert tab("coach session start ") == ["\t"]
        assert tab("coach session show ") == ["last"]
        assert not practice.root.exists()

    @pytest.mark.parametrize("line", ["coach session start J", "coach session show j", "coach framework show J"])
    def test_a_practice_that_is_no_folder_is_no_error(self, tab: Tab, practice: Practice, line: str) -> None:
        practice.root.write_text("not a folder")

        assert tab(line) == [f"{line[-1]}\t"]

    def test_a_damaged_client_goes_by_the_folder(self, tab: Tab, people: Practice) -> None:
        (people.clients / "bob" / "client.yaml").write_bytes(b"\xff\x00: [")

        assert tab("coach session start ") == ["bob", "Jane Doe"]

    def test_a_damaged_index_is_no_error(self, tab: Tab, people: Practice) -> None:
        people.index.mkdir()
        (people.index / "clients.json").write_text('{"format": 1, "files": [1]}')

        assert tab("coach session start ") == ["Bob", "Jane Doe"]

    @pytest.mark.parametrize("line", ["", "coach", "coach 'oops \"", "coach nothing of this kind ", "coach \udcff"])
    def test_a_line_that_makes_no_sense_is_no_error(self, tab: Tab, line: str) -> None:
        tab(line)

    @pytest.mark.usefixtures("people")
    def test_a_fault_of_our_own_is_silent(self, tab: Tab, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(quick_names, "os", None)

        assert tab("coach session start J") == ["J\t"]
        monkeypatch.setattr(shell, "split_arg_string", None)
        assert tab("coach session start J") == []


class TestSettingItUp:
    @pytest.mark.parametrize("name", ["bash", "zsh", "fish"])
    def test_the_script_can_be_shown(self, coach: Coach, name: str) -> None:
        answer = coach("--show-completion", name)

        assert (answer.code, answer.err) == (0, "")
        assert "_COACH_COMPLETE=words" in answer.out

    @pytest.mark.parametrize(("name", "profile"), [("bash", ".bashrc"), ("zsh", ".zshrc")])
    def test_the_shells_own_file_keeps_what_is_in_it_and_is_told_once(
        self, coach: Coach, tmp_path: Path, name: str, profile: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("sys.platform", "linux")
        home = tmp_path / "home"
        home.mkdir()
        (home / "kept").write_bytes(b"alias x=y\xff")
        (home / profile).symlink_to("kept")

        said = coach("--install-completion", name)
        coach("--install-completion", name)

        script = home / ".config" / "coachcli" / f"completion.{name}"
        assert (said.code, said.out) == (0, "")
        assert said.err.split("\n")[:2] == [f"Written: {script}", f"Written: {home / profile}"]
        line = f"[ -r {script} ] && . {script}\n".encode()
        assert (home / "kept").read_bytes() == b"alias x=y\xff\n" + line
        assert script.read_text(encoding="utf-8") == coach("--show-completion", name).out

    def test_fish_needs_no_more_than_the_script(self, coach: Coach, tmp_path: Path) -> None:
        coach("--install-completion", "fish")

        assert [path.name for path in (tmp_path / "home").rglob("*") if path.is_file()] == ["coach.fish"]

    def test_another_shell_is_told_which_there_are(self, coach: Coach) -> None:
        answer = coach("--install-completion", "tcsh")

        assert answer.code == 2
        assert "'bash', 'zsh', 'fish'" in answer.err
