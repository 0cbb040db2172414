"""`coach session ...`."""

import re
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from builders import practice_before
from cli.conftest import CANARY, FIRST, WHOSE, Coach, everything_in, process
from PIL import Image
from pypdf import PdfReader

from coachcli.domain.session.model import Session
from coachcli.store.disk import locks
from coachcli.store.paths import Practice
from coachcli.store.session import sessions


def words_of(path: Path) -> list[str]:
    """The words of the notes in a session file."""
    return [note.text for _, note in sessions.load(path).session.notes]


def sessions_in(practice: Practice) -> list[Session]:
    """All sessions there are."""
    return [sessions.load(path).session for path in sorted(practice.clients.glob("*/sessions/*.yaml"))]


class TestStart:
    def test_a_pipe_runs_a_whole_session(self, practice: Practice) -> None:
        answer = process("session", "start", "jane", typed=b"note\n!insight\n/end\n")

        assert answer.code == 0
        assert "New client: jane (in clients/jane)" in answer.err
        assert "GROW with jane ended" in answer.out
        (session,) = sessions_in(practice)
        assert session.status == "ended"
        assert [(note.kind, note.text) for _, note in session.notes] == [("note", "note"), ("insight", "insight")]
        assert f"coach session show {session.id}" in answer.out

    def test_a_pipe_that_only_stops_pauses(self, coach: Coach, practice: Practice) -> None:
        answer = coach("session", "start", "jane", typed="note\n")

        (session,) = sessions_in(practice)
        assert (answer.code, session.status) == (0, "paused")
        assert f"Go on with: coach session resume {session.id}" in answer.out

    def test_a_mistyped_command_is_no_note(self, coach: Coach, practice: Practice) -> None:
        answer = coach("session", "start", "jane", typed="note\n/nxt\n")

        assert "/next" in answer.err
        assert [note.text for _, note in sessions_in(practice)[0].notes] == ["note"]

    def test_the_framework_and_the_length_can_be_said(self, coach: Coach, practice: Practice) -> None:
        coach("session", "start", "jane", "-f", "egan", "-m", "90", typed="note\n")

        (session,) = sessions_in(practice)
        assert (session.framework.id, session.minutes.planned) == ("egan", 90)

    def test_the_clients_last_framework_is_the_usual_one(self, coach: Coach, practice: Practice) -> None:
        coach("session", "start", "jane", "-f", "egan", "--at", "2024-03-01 14:00", typed="note\n")
        coach("session", "start", "jane", typed="note\n")

        assert [session.framework.id for session in sessions_in(practice)] == ["egan", "egan"]

    def test_a_call_that_took_place_is_written_up(self, ended: Path) -> None:
        session = sessions.load(ended).session

        assert session.id == FIRST
        assert session.written_up is not None

    def test_a_rehearsal_leaves_nothing(self, coach: Coach, practice: Practice) -> None:
        answer = coach("session", "start", "--rehearse", typed="note\n/end\n")

        assert answer.code == 0
        assert "A rehearsal: nothing is kept." in answer.err
        assert everything_in(practice.root) == {}

    def test_an_unfinished_one_is_mentioned(self, coach: Coach, paused: Path) -> None:
        answer = coach("session", "start", "Bob", typed="note\n")

        assert paused.exists()
        assert "Go on with it: coach session resume bob/2024-04-02-0930" in answer.err

    @pytest.mark.usefixtures("ended")
    @pytest.mark.parametrize("slip", ["Jane Do", "jaen", "Jame Doe", "Jаne Doe"])
    def test_on_a_pipe_a_name_near_another_is_taken_for_a_slip(
        self, coach: Coach, practice: Practice, slip: str
    ) -> None:
        before = everything_in(practice.clients)
        answer = coach("session", "start", slip, typed="note\n")

        assert (answer.code, answer.out) == (3, "")
        assert answer.err == f"There is no client {slip}.\nDid you mean Jane Doe? --new makes a new client.\n"
        assert everything_in(practice.clients) == before

    def test_a_part_of_the_name_is_enough_as_everywhere(self, coach: Coach, ended: Path) -> None:
        answer = coach("session", "start", "jane", typed="note\n")

        assert answer.code == 0
        assert answer.err.startswith(" With Jane Doe. For somebody new called jane: --new\n")
        assert len(list(ended.parent.glob("*.yaml"))) == 2

    @pytest.mark.usefixtures("ended")
    def test_unless_it_is_said_to_be_new(self, coach: Coach, practice: Practice) -> None:
        assert coach("session", "start", "Jane Do", "--new", typed="note\n").code == 0
        assert {path.name for path in practice.clients.iterdir()} == {"jane-doe", "jane-do"}

    def test_the_same_name_otherwise_spelled_is_the_same_client(self, coach: Coach, ended: Path) -> None:
        assert coach("session", "start", " jane  DOE", typed="note\n").code == 0
        assert len(list(ended.parent.glob("*.yaml"))) == 2

    def test_an_unknown_framework_writes_nothing(self, coach: Coach, practice: Practice) -> None:
        answer = coach("session", "start", "jane", "-f", "grwo", typed="note\n")

        assert (answer.code, answer.err) == (3, "There is no framework grwo.\nDid you mean grow or tgrow?\n")
        assert not practice.root.exists()

    def test_a_framework_is_found_by_its_other_names(self, coach: Coach, practice: Practice) -> None:
        assert coach("session", "start", "jane", "-f", "Skilled helper", typed="note\n").code == 0
        assert [path.stem.rpartition("-")[2] for path in practice.clients.glob("*/sessions/*.yaml")] == ["egan"]

    def test_where_a_name_means_several_frameworks_nothing_is_written(self, coach: Coach, practice: Practice) -> None:
        answer = coach("session", "start", "jane", "-f", "supervision", typed="note\n")
        in_public = coach("session", "start", "jane", "-f", "supervision", "--discreet", typed="note\n")

        which = "It could be: supervision-clear, supervision-seven-eyed. Which one?"
        assert (answer.code, answer.err) == (3, f"supervision can mean more than one framework.\n{which}\n")
        assert "That can mean more than one framework." in in_public.err
        assert "supervision" not in in_public.err
        assert not practice.root.exists()

    def test_a_broken_framework_is_shown_before_anything_is_written(
        self, coach: Coach, practice: Practice, broken_framework: Path
    ) -> None:
        answer = coach("session", "start", "jane", "-f", "mine", typed="note\n")

        assert (answer.code, answer.out) == (4, "")
        assert answer.err.startswith(f"{broken_framework}:5:5: error[")
        assert "    5 |   - typ: note\n      |     ^^^\n" in answer.err
        assert set(everything_in(practice.root)) == {broken_framework}


class TestNames:
    @pytest.mark.parametrize(
        "name",
        ["../../x", "/etc/passwd", "..", "CON", "nul.txt", "Аnna", "質問", "x" * 300, "a\x1b[31mb", "-", "."],
        ids=["up", "absolute", "dots", "CON", "NUL", "cyrillic", "kanji", "long", "escape", "dash", "dot"],
    )
    def test_any_name_stays_inside_the_practice(
        self, coach: Coach, practice: Practice, tmp_path: Path, name: str
    ) -> None:
        answer = coach("session", "start", "--", name, typed="note\n")

        assert answer.code == 0
        (folder,) = practice.clients.iterdir()
        assert folder.name.casefold() not in {"con", "nul"}
        assert len(folder.name) <= 70
        assert {path.name for path in tmp_path.iterdir()} <= {"practice", "home", "state", "cache"}
        assert coach("session", "show", folder.name).code == 0
        assert "\x1b" not in answer.err + answer.out + coach("session", "list").out

    def test_look_alikes_never_share_a_folder(self, coach: Coach, practice: Practice) -> None:
        assert coach("session", "start", "Anna", typed="latin\n").code == 0
        assert coach("session", "start", "Аnna", typed="cyrillic\n").code == 3
        assert coach("session", "start", "Аnna", "--new", typed="cyrillic\n").code == 0

        assert {path.name for path in practice.clients.iterdir()} == {"anna", "anna-2"}
        assert "latin" in coach("session", "show", "Anna").out
        assert "cyrillic" in coach("session", "show", "Аnna").out

    @pytest.mark.usefixtures("ended")
    @pytest.mark.parametrize("wanted", ["../jane-doe", "jane-doe/../../coach", "/", "jane-doe/", ".", "x" * 300, "*/*"])
    def test_a_session_cannot_be_named_by_a_path(self, coach: Coach, wanted: str) -> None:
        for verb in ("show", "delete"):
            answer = coach("session", verb, wanted)

            if wanted != "jane-doe/":
                assert (answer.code, answer.out) == (3, "")


class TestList:
    def test_before_there_is_a_practice_it_says_how_to_begin(self, coach: Coach, practice: Practice) -> None:
        answer = coach("session", "list")

        assert (answer.code, answer.out) == (0, "")
        assert answer.err == "There is no session yet. Begin one: coach session start\n"
        assert coach("session", "list", "--json").data == []
        assert not practice.root.exists()

    @pytest.mark.usefixtures("ended", "paused")
    def test_the_newest_comes_first(self, coach: Coach) -> None:
        answer = coach("session", "list")

        assert answer.err == ""
        newest, oldest = answer.out.splitlines()
        assert newest.split("  ")[0] == "bob/2024-04-02-0930"
        assert newest.endswith("unfinished")
        assert oldest.split("  ")[0] == FIRST
        assert "Jane Doe" in oldest

    @pytest.mark.usefixtures("ended", "paused")
    def test_one_clients_or_from_a_day_on(self, coach: Coach) -> None:
        assert "Bob" not in coach("session", "list", "jane doe").out
        assert "Jane" not in coach("session", "list", "--since", "2 April 2024").out
        assert "Bob" in coach("session", "list", "--since", "2 April 2024").out

    @pytest.mark.usefixtures("ended")
    def test_that_nothing_matches_is_not_taken_for_an_empty_practice(self, coach: Coach) -> None:
        answer = coach("session", "list", "--since", "yesterday")

        assert (answer.code, answer.out) == (0, "")
        assert answer.err == "There is no such session. All there are: coach session list\n"

    @pytest.mark.usefixtures("paused")
    def test_for_programs(self, coach: Coach, ended: Path) -> None:
        data = coach("session", "list", "--json").data

        assert [row["id"] for row in data] == ["bob/2024-04-02-0930", FIRST]
        assert data[1]["file"] == str(ended)
        assert (data[1]["client_name"], data[1]["status"], data[1]["notes"]) == ("Jane Doe", "ended", 2)
        assert CANARY not in str(data)

    @pytest.mark.usefixtures("ended")
    def test_an_unknown_client_is_answered_with_the_nearest(self, coach: Coach) -> None:
        answer = coach("session", "list", "Jaine Doe")

        assert (answer.code, answer.out) == (3, "")
        assert answer.err == "There is no client Jaine Doe.\nDid you mean Jane Doe?\n"

    def test_those_of_before_are_all_there_and_nothing_is_passed_over(self, coach: Coach, tmp_path: Path) -> None:
        practice_before(tmp_path)
        answer = coach("session", "list")

        assert (answer.code, answer.err, len(answer.out.splitlines())) == (0, "", 31)
        assert answer.out.startswith("jane-example/2026-11-29-0608  Jane Example  GROW ")
        assert "\nsam-example/2026-09-24-1630   Sam Example   My mirror, for longer " in answer.out


class TestDamagedFiles:
    @pytest.mark.parametrize(
        ("damage", "line", "reason"),
        [
            (lambda _: b"", 1, "the file is empty"),
            (lambda text: text[: text.index(b"started") + 3], 11, ""),
            (lambda text: text.replace(b"status: ended", b"status: " + CANARY.encode()), 10, "status cannot be read"),
            (lambda text: text.replace(b"status: ended\n", b"", 1), 1, "status is missing"),
            (lambda text: text.replace(b"format: 1", b"format: 99"), 1, "made by a newer coachcli"),
            (lambda text: text.replace(b"format: 1\n", b"format: 1\nformat: 1\n"), 2, ""),
            (lambda text: b"\xff\xfe" + text, 1, "the file is saved as UTF-16"),
            (lambda text: text.replace(b"jane-doe", b"\x00", 1), 2, ""),
            (lambda text: text.replace(b"format: 1\n", b"format: 1\nxylophone: 1\n"), 2, "a setting is not known here"),
        ],
        ids=["empty", "torn", "wrong", "missing", "newer", "twice", "UTF-16", "NUL", "unknown"],
    )
    @pytest.mark.usefixtures("paused")
    def test_it_is_told_with_line_and_reason_and_left_as_it_is(
        self, coach: Coach, ended: Path, damage: Callable[[bytes], bytes], line: int, reason: str
    ) -> None:
        ended.write_bytes(damage(ended.read_bytes()))
        before = ended.read_bytes()

        for verb in ("show", "export", "resume"):
            answer = coach("session", verb, FIRST)
            assert (answer.code, answer.out) == (4, "")
            said, advice = answer.err.splitlines()
            assert said.startswith(f"{ended}:{line}: ")
            assert reason in said
            assert advice.startswith("The file was left as it is: ")
            assert "xylophone" not in answer.err
        for words in (("list",), ("list", "--json")):
            answer = coach("session", *words)
            assert answer.code == 4
            assert "bob/2024-04-02-0930" in answer.out
            assert answer.err.startswith(f"{ended}:")
        assert ended.read_bytes() == before

    def test_a_newer_format_asks_for_a_newer_program(self, coach: Coach, ended: Path) -> None:
        ended.write_bytes(ended.read_bytes().replace(b"format: 1", b"format: 2"))

        assert "install the newest coachcli" in coach("session", "show").err

    def test_it_can_be_deleted_and_brought_back(self, coach: Coach, ended: Path) -> None:
        ended.write_bytes(CANARY.encode())

        assert coach("session", "delete", FIRST).code == 0
        assert not ended.exists()
        assert coach("session", "restore").code == 0
        assert ended.read_bytes() == CANARY.encode()

    @pytest.mark.usefixtures("ended")
    def test_a_damaged_client_file_costs_only_the_name(self, coach: Coach, practice: Practice) -> None:
        (practice.clients / "jane-doe" / "client.yaml").write_bytes(b"\xff[")

        listed = coach("session", "list")
        assert listed.code == 4
        assert "jane-doe/2024-03-01-1400" in listed.out
        assert "client.yaml" in listed.err
        assert CANARY in coach("session", "show", "jane-doe").out


class TestShow:
    def test_everything_is_shown_and_nothing_else_said(self, coach: Coach, ended: Path) -> None:
        answer = coach("session", "show")

        assert ended.exists()
        assert (answer.code, answer.err) == (0, "")
        assert "Jane Doe, Friday 1 March 2024" in answer.out
        assert CANARY in answer.out
        assert "send the article" in answer.out

    @pytest.mark.usefixtures("ended", "paused")
    @pytest.mark.parametrize("wanted", ["Jane Doe", "jane", "jane-doe", "jane-doe/2024-03-01", FIRST, "Jane Doe/last"])
    def test_a_session_goes_by_many_names(self, coach: Coach, wanted: str) -> None:
        assert coach("session", "show", wanted).out.startswith("Jane Doe, Friday 1 March 2024\n")

    @pytest.mark.usefixtures("ended", "paused")
    def test_the_last_is_the_one_meant_where_none_is_named(self, coach: Coach) -> None:
        assert coach("session", "show").out == coach("session", "show", "last").out
        assert coach("session", "show").out.startswith("Bob, ")

    @pytest.mark.usefixtures("ended")
    def test_for_programs(self, coach: Coach) -> None:
        data = coach("session", "show", "--json").data

        assert (data["id"], data["client_name"]) == (FIRST, "Jane Doe")
        assert [note["text"] for turn in data["turns"] for note in turn.get("notes", ())] == [
            CANARY,
            "send the article",
        ]

    @pytest.mark.usefixtures("ended")
    def test_a_day_without_a_session_is_answered_with_what_there_is(self, coach: Coach) -> None:
        answer = coach("session", "show", "jane-doe/2024-03-02")

        assert answer.code == 3
        assert answer.err == f"There is no session jane-doe/2024-03-02.\nThere is: {FIRST}\n"

    def test_a_day_with_two_asks_which(self, coach: Coach, ended: Path) -> None:
        coach("session", "start", "Jane Doe", "--at", "2024-03-01 18:00", typed="note\n")
        answer = coach("session", "show", "jane-doe/2024-03-01")

        assert ended.exists()
        assert answer.code == 3
        assert answer.err.splitlines()[0] == "There are 2 sessions with Jane Doe on that day."
        assert FIRST in answer.err

    @pytest.mark.parametrize("verb", ["show", "export", "edit", "resume"])
    def test_before_there_is_a_session_the_way_to_begin_is_named(
        self, coach: Coach, practice: Practice, verb: str
    ) -> None:
        answer = coach("session", verb)

        assert (answer.code, answer.out) == (3, "")
        assert answer.err.endswith("\ncoach session start begins one.\n")
        assert not practice.root.exists()

    def test_escapes_in_a_file_do_not_reach_the_terminal(self, coach: Coach, ended: Path) -> None:
        ended.write_text(ended.read_text().replace(f"text: {CANARY}", r'text: "\e]0;gotcha\a \e[31m"'))

        for words in (("show",), ("show", "--json"), ("export",), ("export", "--as", "text")):
            answer = coach("session", *words)
            assert answer.code == 0
            assert "gotcha" in answer.out
            assert not set("\x1b\x07") & set(answer.out)


class TestExport:
    @pytest.mark.usefixtures("ended")
    @pytest.mark.parametrize("form", ["markdown", "text", "json"])
    def test_nobody_else_sees_what_was_not_shared(self, coach: Coach, form: str) -> None:
        mine, client, sponsor = (
            coach("session", "export", "--for", audience, "--as", form) for audience in ("me", "client", "sponsor")
        )

        assert [answer.code for answer in (mine, client, sponsor)] == [0, 0, 0]
        assert (mine.err, client.err, sponsor.err) == (WHOSE, WHOSE, WHOSE)
        assert [CANARY in answer.out for answer in (mine, client, sponsor)] == [True, False, False]
        assert ["send the article" in answer.out for answer in (mine, client, sponsor)] == [True, True, False]
        if form == "json":
            assert client.data["client"] == "Jane Doe"
            assert sponsor.data["notes"] == []

    def test_what_goes_to_a_file_is_what_goes_out(self, coach: Coach, ended: Path, tmp_path: Path) -> None:
        target = tmp_path / "summary.md"
        answer = coach("session", "export", "--for", "client", "-o", str(target))

        assert ended.exists()
        assert (answer.code, answer.out, answer.err) == (0, "", f"{WHOSE}Written: {target}\n")
        assert target.read_text() == coach("session", "export", "--for", "client", "-o", "-").out
        assert target.stat().st_mode & 0o777 == 0o600

    @pytest.mark.usefixtures("ended")
    @pytest.mark.parametrize(
        ("options", "name"),
        [
            (("--for", "client", "--as", "text"), "jane-doe-2024-03-01-1400-for-client.txt"),
            ((), "jane-doe-2024-03-01-1400-grow-for-me.md"),
            (("--for", "sponsor", "--as", "json"), "jane-doe-2024-03-01-for-sponsor.json"),
            (("--for", "sponsor", "--as", "pdf"), "jane-doe-2024-03-01-for-sponsor.pdf"),
        ],
    )
    def test_a_folder_gets_a_file_with_a_telling_name(
        self, coach: Coach, tmp_path: Path, options: tuple[str, ...], name: str
    ) -> None:
        folder = tmp_path / "to send"
        folder.mkdir()

        assert coach("session", "export", *options, "-o", str(folder)).err == f"{WHOSE}Written: {folder / name}\n"
        assert [path.name for path in folder.iterdir()] == [name]

    def test_as_a_web_page_it_is_below_the_coachs_logo_in_their_colour(
        self, coach: Coach, ended: Path, practice: Practice, tmp_path: Path
    ) -> None:
        assert ended.exists()
        (practice.root / "coach.yaml").write_text("me: {name: Alex Example, logo: logo.png, colour: 1f4e79}\n")
        Image.new("RGB", (4, 2), "red").save(practice.root / "logo.png")
        answer = coach("session", "export", "--for", "client", "--as", "html", "-o", str(tmp_path))
        (page,) = tmp_path.glob("jane-doe-2024-03-01-1400-for-client.html")
        words = page.read_text(encoding="utf-8")

        assert answer.err.endswith(f"Written: {page}\n")
        assert '<h1 dir="auto">Our session on Friday 1 March 2024</h1>' in words
        assert all(part in words for part in ("data:image/png;base64,", "Alex Example", "--accent: #1f4e79;"))
        assert "send the article" in words

    @pytest.mark.parametrize("form", ["html", "pdf"])
    def test_a_logo_that_is_no_picture_is_told_in_two_lines_and_nothing_is_written(
        self, coach: Coach, ended: Path, practice: Practice, tmp_path: Path, form: str
    ) -> None:
        assert ended.exists()
        (practice.root / "coach.yaml").write_text("me:\n  logo: logo.svg\n")
        (practice.root / "logo.svg").write_text("<svg/>")
        answer = coach("session", "export", "jane", "--for", "client", "--as", form, "-o", str(tmp_path / "page"))

        assert (answer.code, answer.out) == (4, "")
        assert answer.err.startswith(f"{practice.root / 'coach.yaml'}:2: the logo logo.svg is no picture that can be ")
        assert answer.err.count("\n") == 2
        assert not (tmp_path / "page").exists()
        assert "send the article" in coach("session", "export", "jane", "--for", "client").out

    @pytest.mark.usefixtures("ended")
    def test_as_a_pdf_it_is_below_the_coachs_name_and_tells_the_day_of_the_session(
        self, coach: Coach, practice: Practice, tmp_path: Path
    ) -> None:
        (practice.root / "coach.yaml").write_text("me: {name: Alex Example, mail: alex@example.com}\n")
        answer = coach("session", "export", "--for", "client", "--as", "pdf", "-o", str(tmp_path / "page.pdf"))
        reader = PdfReader(tmp_path / "page.pdf")
        words = reader.pages[0].extract_text()

        assert answer.code == 0
        assert words.startswith("Alex Example\nalex@example.com\nOur session on Friday 1 March 2024\nHello Jane,\n")
        assert "send the article" in words
        assert CANARY not in words
        assert reader.metadata is not None
        assert reader.metadata.creation_date == datetime(2024, 3, 1, tzinfo=UTC)

    @pytest.mark.usefixtures("ended")
    def test_without_the_package_for_pdfs_it_is_told_how_to_get_it(
        self, coach: Coach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setitem(sys.modules, "typst", None)
        answer = coach("session", "export", "jane", "--for", "client", "--as", "pdf", "-o", str(tmp_path / "page.pdf"))

        assert (answer.code, answer.out) == (2, "")
        assert answer.err == (
            "A PDF needs a package that is not installed.\n"
            "Get it: pip install 'coachcli[pdf]'; or say --as html and print the page from your browser.\n"
        )
        assert not (tmp_path / "page.pdf").exists()

    @pytest.mark.usefixtures("ended")
    def test_where_it_cannot_say_what_is_still_open_the_coach_is_told(self, coach: Coach, practice: Practice) -> None:
        torn = practice.between_file("jane-doe")
        torn.write_text("torn: [", encoding="utf-8")
        page, mine = coach("session", "export", "--for", "client"), coach("session", "export")

        assert page.code == 0
        assert page.err.startswith(f"{WHOSE}Without what is still open from before:\n{torn}")
        assert "Without" not in mine.err

    @pytest.mark.usefixtures("ended")
    def test_a_mail_draft_is_for_the_client_unless_somebody_is_named(self, coach: Coach) -> None:
        draft, mine = (
            coach("session", "export", "--as", "eml"),
            coach("session", "export", "--as", "eml", "--for", "me"),
        )

        assert (draft.code, draft.err) == (0, f"{WHOSE}Without an address: there is no email in client.yaml.\n")
        assert "Subject: Our session on Friday 1 March 2024" in draft.out
        assert "send the article" in draft.out
        assert CANARY not in draft.out
        assert (mine.code, mine.out) == (2, "")
        assert mine.err == f"{WHOSE}A mail draft is for somebody else.\nSay for whom: --for client, or --for sponsor.\n"

    @pytest.mark.usefixtures("ended")
    def test_a_calendar_of_ones_own_has_what_one_promised(self, coach: Coach) -> None:
        mine, client = (
            coach("session", "export", "--as", "ics", "--for", "me"),
            coach("session", "export", "--as", "ics"),
        )

        assert "SUMMARY:send the article\r\n" in mine.out
        assert (client.code, client.out) == (3, "")
        assert client.err.startswith(f"{WHOSE}There is nothing for a calendar.\n")

    @pytest.mark.usefixtures("ended")
    def test_what_is_there_is_overwritten_only_on_request(self, coach: Coach, tmp_path: Path) -> None:
        target = tmp_path / "summary.md"
        target.write_text("mine")
        refused = coach("session", "export", "-o", str(target))

        assert refused.code != 0
        assert refused.err == f"{WHOSE}{target} is there already.\nNothing was overwritten; --force overwrites it.\n"
        assert target.read_text() == "mine"
        assert coach("session", "export", "-o", str(target), "--force").code == 0
        assert CANARY in target.read_text()

    @pytest.mark.usefixtures("ended")
    def test_a_folder_that_is_not_there_is_not_made(self, coach: Coach, tmp_path: Path) -> None:
        answer = coach("session", "export", "-o", str(tmp_path / "nowhere" / "x.md"))

        assert (answer.code, answer.out) == (2, "")
        assert answer.err == f"{WHOSE}There is no folder {tmp_path / 'nowhere'}.\nMake it first, or name another.\n"
        assert not (tmp_path / "nowhere").exists()

    @pytest.mark.usefixtures("ended")
    def test_a_tilde_is_the_home_folder(self, coach: Coach) -> None:
        Path.home().mkdir()

        assert coach("session", "export", "-o", "~/summary.md").code == 0
        assert CANARY in (Path.home() / "summary.md").read_text()


class TestResume:
    @pytest.mark.usefixtures("ended")
    def test_the_unfinished_one_goes_on_where_it_was_left(self, coach: Coach, paused: Path) -> None:
        answer = coach("session", "resume", typed="and then\n/end\n")

        assert answer.code == 0
        assert words_of(paused) == [f"{CANARY} and more", "and then"]
        assert "GROW with Bob ended" in answer.out

    @pytest.mark.usefixtures("ended")
    def test_where_none_is_unfinished_the_way_to_begin_is_named(self, coach: Coach) -> None:
        answer = coach("session", "resume")

        assert (answer.code, answer.err) == (3, "No session is unfinished.\ncoach session start begins one.\n")

    @pytest.mark.usefixtures("ended")
    def test_one_that_has_ended_is_not_resumed(self, coach: Coach) -> None:
        answer = coach("session", "resume", FIRST)

        assert answer.code == 2
        hint = f"coach session amend {FIRST} adds to it; coach session edit {FIRST} corrects it."
        assert answer.err == f"The session {FIRST} has ended.\n{hint}\n"

    def test_one_that_was_paused_before_goes_on(self, coach: Coach, tmp_path: Path) -> None:
        theirs = practice_before(tmp_path).sessions("jane-example")
        answer = coach("session", "resume", typed="She has bought a book\n/end\n/end\n")

        assert answer.code == 0
        assert "She has bought a book" in words_of(theirs / "2026-11-29-0608-grow.yaml")


class TestAmend:
    def test_what_is_added_says_when_on_ones_own_page_alone(self, coach: Coach, ended: Path) -> None:
        answer = coach("session", "amend", FIRST, typed=">call her on monday\n/share client\n/end\n")

        assert answer.code == 0
        assert "GROW with Jane Doe ended" in answer.out
        assert "call her on monday" in words_of(ended)
        assert "call her on monday · by Monday 4 March 2024 · added on " in coach("session", "show", FIRST).out
        assert "added on" not in coach("session", "export", FIRST, "--for", "client").out

    @pytest.mark.usefixtures("paused")
    def test_one_that_has_not_ended_is_resumed(self, coach: Coach) -> None:
        answer = coach("session", "amend", "bob")

        assert (answer.code, answer.out) == (2, "")
        assert answer.err.endswith("has not ended.\nGo on with it: coach session resume bob/2024-04-02-0930\n")


class TestAfter:
    @pytest.mark.usefixtures("ended")
    def test_letters_come_through_a_pipe(self, coach: Coach, practice: Practice) -> None:
        answer = coach("session", "after", FIRST, typed="n\nfriday\nm\n")
        (page,) = practice.exports("jane-doe").glob("*")

        assert (answer.code, answer.out) == (0, "")
        assert f"Summary: {page}" in answer.err
        assert "\xa0" not in answer.err

    @pytest.mark.usefixtures("ended")
    def test_what_is_no_letter_is_wrong_usage(self, coach: Coach) -> None:
        answer = coach("session", "after", FIRST, typed="she was tired\n")

        assert answer.code == 2
        assert "tired" not in answer.err

    @pytest.mark.usefixtures("paused")
    def test_one_that_has_not_ended_is_resumed(self, coach: Coach) -> None:
        answer = coach("session", "after", "bob")

        assert (answer.code, answer.out) == (2, "")
        assert answer.err.endswith("has not ended.\nGo on with it: coach session resume bob/2024-04-02-0930\n")

    def test_one_that_is_not_there_is_not_found(self, coach: Coach) -> None:
        assert coach("session", "after", "nobody").code == 3


@pytest.mark.parametrize("verb", ["resume", "amend", "edit", "delete"])
def test_a_session_open_elsewhere_is_left_alone(coach: Coach, practice: Practice, paused: Path, verb: str) -> None:
    before = everything_in(practice.clients)
    with locks.held(practice.lock_file(paused)):
        answer = coach("session", verb, "bob/2024-04-02")
        assert coach("session", "show", "bob").code == 0

    assert (answer.code, answer.out) == (5, "")
    assert answer.err.splitlines()[0] == "This session is open in another terminal."
    assert everything_in(practice.clients) == before


class TestWhoseItIs:
    """A session that lies with the wrong client, and the two that may be the last."""

    @pytest.fixture
    def stray(self, coach: Coach, ended: Path, practice: Practice) -> Path:
        coach("session", "start", "Bob Example", "--at", "2024-02-01 10:00", typed="note\n")
        return ended.rename(practice.sessions("bob-example") / ended.name)

    def test_it_is_listed_as_nobodys_and_stands_nowhere_else(self, coach: Coach, stray: Path) -> None:
        listed, shown, exported = coach("session", "list"), coach("session", "show"), coach("session", "export")

        assert listed.code == 1
        assert FIRST not in listed.out
        assert f"{stray} belongs to nobody" in listed.err
        assert CANARY not in shown.out + exported.out
        assert "First session" not in coach("prep", "jane").out
        assert "bob-example/2024-03-01-1400" not in listed.out

    def test_it_can_be_shown_by_its_path_and_nothing_more(self, coach: Coach, stray: Path) -> None:
        shown = coach("session", "show", str(stray))

        assert (shown.code, CANARY in shown.out) == (0, True)
        assert "belongs to nobody" in shown.err
        for words in (("export",), ("amend",), ("resume",)):
            answer = coach("session", *words, str(stray))
            assert answer.code == 1
            assert CANARY not in answer.out

    def test_a_second_version_is_told_of_before_one_is_read_or_handed_on(self, coach: Coach, ended: Path) -> None:
        copy = ended.with_name(f"{ended.stem} 2.yaml")
        copy.write_bytes(ended.read_bytes())

        for words in (("show",), ("export",), ("export", FIRST, "--for", "client")):
            answer = coach("session", *words)
            assert answer.code == 0
            assert f"There are two versions of {FIRST}: {copy} is not used." in answer.err

    def test_two_of_one_day_are_two_files_for_a_sponsor(self, coach: Coach, ended: Path, tmp_path: Path) -> None:
        coach("session", "start", "Jane Doe", "--at", "2024-03-01 18:00", typed="note\n/end\n")
        for session in (FIRST, "jane-doe/2024-03-01-1800"):
            assert coach("session", "export", session, "--for", "sponsor", "-o", str(tmp_path)).code == 0

        assert ended.exists()
        names = sorted(path.name for path in tmp_path.glob("*.md"))
        assert names == ["jane-doe-2024-03-01-2-for-sponsor.md", "jane-doe-2024-03-01-for-sponsor.md"]

    @pytest.mark.usefixtures("ended")
    def test_an_export_that_may_mean_two_is_refused_in_a_pipe(self, coach: Coach, practice: Practice) -> None:
        coach("session", "start", "Jane Doe", "--at", "2024-02-01 10:00", typed="held later\n/end\n")
        path = practice.session_file("jane-doe", "2024-02-01-1000-grow")
        lines = path.read_text("utf-8").split("\n")
        path.write_text("\n".join(line for line in lines if not line.startswith("written_up:")), "utf-8")

        answer = coach("session", "export")
        assert (answer.code, answer.out) == (2, "")
        assert answer.err == (
            f"Which session? jane-doe/2024-02-01-1000 was held here last; {FIRST} is later by its clock.\n"
            "Name one of the two, and leave the rest of the command as it was.\n"
        )
        assert coach("session", "export", FIRST).code == 0


class TestOwnWork:
    """Work of the coach's own that is about nobody."""

    @pytest.fixture
    def own(self, coach: Coach, practice: Practice) -> Path:
        """A supervision that has ended, with a word in it, and a client beside it."""
        coach("session", "start", "Jane Example", typed="a word of hers\n/end\n/end\n")
        answer = coach("session", "start", "-f", "supervision-clear", typed="my own word\n/end\n/end\n")
        assert answer.code == 0
        (path,) = practice.own.glob("sessions/*.yaml")
        return path

    def name(self, path: Path) -> str:
        return f"own/{path.stem[:15]}"

    def test_it_lies_apart_and_names_no_client(self, own: Path, practice: Practice) -> None:
        assert own.parent == practice.root / "own" / "sessions"
        assert "client:" not in own.read_text()
        assert sessions.load(own).session.client == "own"
        assert {entry.name for entry in practice.clients.iterdir()} == {"jane-example"}

    def test_lists_call_it_what_it_is(self, own: Path, coach: Coach) -> None:
        everything, alone = coach("session", "list").out, coach("session", "list", "own").out

        assert alone.startswith(f"{self.name(own)}  your own work  Supervision (CLEAR)")
        assert "jane" not in alone
        assert "your own work" in everything
        assert "Jane Example" in everything

    def test_it_is_read_and_exported_for_the_coach(self, own: Path, coach: Coach) -> None:
        shown = coach("session", "show", "own").out
        assert "my own word" in shown
        assert "Client:" not in shown
        assert "my own word" in coach("session", "export", self.name(own)).out
        assert coach("session", "show", str(own)).out == shown

    @pytest.mark.parametrize("more", [("--for", "client"), ("--for", "sponsor"), ("--as", "eml"), ("--as", "ics")])
    def test_it_is_handed_to_nobody(self, own: Path, coach: Coach, more: tuple[str, ...]) -> None:
        answer = coach("session", "export", self.name(own), *more)

        assert answer.code == 2
        assert "is your own work: nothing of it is for anybody else." in answer.err
        assert answer.out == ""

    def test_it_is_gone_on_with_where_it_was_left(self, own: Path, coach: Coach) -> None:
        coach("session", "start", "own", "-f", "reflection", typed="half a word\n")
        assert "Reflection" in coach().out
        answer = coach("session", "resume", "own", typed="the rest\n/end\n/end\n")

        assert answer.code == 0
        (path,) = own.parent.glob("*-reflection.yaml")
        assert words_of(path) == ["half a word", "the rest"]

    def test_notes_are_added_to_it(self, own: Path, coach: Coach) -> None:
        assert coach("session", "amend", self.name(own), typed="/go bring\nlater\n/end\n/end\n").code == 0
        assert "later" in words_of(own)

    def test_it_goes_into_the_trash_and_comes_back(self, own: Path, coach: Coach) -> None:
        before = own.read_bytes()
        assert coach("session", "delete", self.name(own)).code == 0
        assert not own.exists()
        assert coach("session", "restore", self.name(own)).code == 0
        assert own.read_bytes() == before

    def test_it_is_given_to_a_client_whom_it_is_about_after_all(
        self, own: Path, coach: Coach, practice: Practice
    ) -> None:
        answer = coach("session", "move", self.name(own), "jane")

        assert answer.code == 0
        assert not own.exists()
        (moved,) = practice.sessions("jane-example").glob("*-supervision-clear.yaml")
        assert sessions.load(moved).session.client == "jane-example"

    def test_a_talk_with_somebody_cannot_become_work_about_nobody(self, own: Path, coach: Coach) -> None:
        answer = coach("session", "move", "jane", "own")

        assert answer.code == 2
        assert "it is about somebody" in answer.err
        assert list(own.parent.glob("*.yaml")) == [own]

    def test_it_is_written_up_later_and_rehearsed(self, coach: Coach, practice: Practice) -> None:
        coach("session", "start", "-f", "reflection", "--rehearse", typed="/end\n/end\n")
        assert not practice.own.exists()
        coach("session", "start", "-f", "reflection", "--at", "yesterday 14:00", typed="a word\n/end\n/end\n")

        (path,) = practice.own.glob("sessions/*.yaml")
        assert sessions.load(path).session.written_up is not None

    def test_a_call_needs_somebody(self, coach: Coach, practice: Practice) -> None:
        answer = coach("session", "start", "own", "-f", "grow", typed="/end\n")

        assert answer.code == 2
        assert answer.err.startswith("GROW is not for work about nobody.\nSay with whom: coach session start")
        assert not practice.own.exists()

    def test_what_the_coach_does_alone_about_a_client_lies_with_them(self, coach: Coach, practice: Practice) -> None:
        coach("session", "start", "Jane Example", "-f", "supervision-clear", typed="/end\n/end\n")

        assert not practice.own.exists()
        assert [session.client for session in sessions_in(practice)] == ["jane-example"]

    def test_no_client_gets_its_folder(self, coach: Coach, practice: Practice) -> None:
        coach("session", "start", "Own", typed="/end\n/end\n")

        assert not (practice.clients / "own").exists()

    def test_a_client_of_before_with_its_name_is_still_one(self, own: Path, coach: Coach, practice: Practice) -> None:
        own_folder = practice.root / "own"
        for path in own_folder.rglob("*.md"):
            path.unlink()
        own_folder.rename(practice.clients / "own")

        assert self.name(own) in coach("session", "list").out
        assert "my own word" in coach("session", "show", "own").out
        assert coach("session", "start", "-f", "supervision-clear", typed="/end\n").code == 2

    def test_a_clients_folder_beside_it_is_told_of(self, own: Path, coach: Coach, practice: Practice) -> None:
        (practice.clients / "own" / "sessions").mkdir(parents=True)
        answer = coach("session", "list")

        assert self.name(own) in answer.out
        assert "own stands for your own work, and for no client" in answer.err
        assert "Give the folder another name" in answer.err


class TestVoidMarks:
    """A file of before that marks what the room forbids."""

    @pytest.fixture
    def old(self, coach: Coach, practice: Practice) -> Path:
        lines = "/next\na word of the boss\n/end\n/end\n/end\n"
        coach("session", "start", "Jane Example", "-f", "sponsor-checkin", typed=lines)
        (path,) = practice.clients.glob("*/sessions/*.yaml")
        text = re.sub(r"with: .*\n +|^who: .*\n", "", path.read_text(), flags=re.MULTILINE)
        marked = "  - {kind: note, text: a word of the boss, share_with: client}"
        path.write_text(re.sub(r"  - .*a word of the boss.*", marked, text))
        return path

    @pytest.mark.parametrize("call", [("show",), ("export",), ("export", "--for", "client")])
    def test_it_is_told_of_and_never_obeyed(self, old: Path, coach: Coach, call: tuple[str, ...]) -> None:
        before = old.read_bytes()
        answer = coach("session", call[0], f"jane-example/{old.stem[:15]}", *call[1:])

        assert "1 mark in it is void: what was said with the sponsor cannot be shared.\n" in answer.err
        assert "the file was left as it is" in answer.err
        assert ("a word of the boss" in answer.out) is ("client" not in call)
        assert old.read_bytes() == before

    def test_a_file_of_today_that_marks_so_is_refused_with_line_and_what_to_do(
        self, coach: Coach, practice: Practice
    ) -> None:
        lines = "/next\na word of the boss\n/end\n/end\n/end\n"
        coach("session", "start", "Jane Example", "-f", "sponsor-checkin", typed=lines)
        (path,) = practice.clients.glob("*/sessions/*.yaml")
        marked = "  - {kind: note, text: a word of the boss, share_with: client}"
        text = re.sub(r"  - .*a word of the boss.*", marked, path.read_text())
        path.write_text(text)
        answer = coach("session", "export", f"jane-example/{path.stem[:15]}", "--for", "client")

        line = text[: text.index(marked)].count("\n") + 1
        assert answer.code == 4
        assert answer.out == ""
        assert answer.err == (
            f"{path}:{line}: what was noted here can be shared with nobody: it is with the sponsor, about the client.\n"
            "The file was left as it is: take share_with out of this line in an editor.\n"
        )
