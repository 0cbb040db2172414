"""`coach report`: shown before it leaves, noted when it does."""

import errno
from collections.abc import Iterator
from pathlib import Path

import pytest
from app.play import Chooser
from cli.conftest import Answer, Coach, everything_in
from engagements import written

from coachcli.cli import report
from coachcli.store.client import engagements
from coachcli.store.disk import primitives
from coachcli.store.paths import Practice

LEAD = "start: 2024-01-01\ntitle: Leading the team\nsponsor: Sam Example\nsponsor_hears: dates\n"
TIME = ("--since", "2024-01-01", "--until", "2024-12-31")
SPONSOR = ("report", "jane", "--for", "sponsor", *TIME)
HELD = "Friday 1 March 2024"


@pytest.fixture(autouse=True)
def agreed(ended: Path, practice: Practice) -> Path:
    """The engagement to which the session belongs; the session says so."""
    written(practice, "jane-doe", LEAD)
    text = ended.read_text(encoding="utf-8")
    ended.write_text(text.replace("client: jane-doe\n", "client: jane-doe\nengagement: lead\n", 1), encoding="utf-8")
    return practice.engagements("jane-doe") / "lead.yaml"


@pytest.fixture
def at_desk(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Somebody sits at the terminal, with these answers; the pages go into a pipe."""
    answers: list[str] = []
    monkeypatch.setattr(report, "_is_somebody_there", lambda: True)
    monkeypatch.setattr(report, "somebody_to_ask", lambda: Chooser(answers))
    yield answers
    assert not answers


def left(practice: Practice) -> int:
    (lead,) = engagements.of_client(practice, "jane-doe").found
    return len(lead.left)


def told(page: str) -> int:
    """How many lines a page tells."""
    return sum(1 for row in page.split("\n") if row.strip())


class TestThroughAPipe:
    def test_what_is_the_coachs_own_needs_no_word(self, coach: Coach, practice: Practice) -> None:
        answer = coach("report", "jane", *TIME)

        assert answer.code == 0
        assert HELD in answer.out
        assert left(practice) == 0

    @pytest.mark.parametrize("audience", ["client", "sponsor"])
    def test_for_anybody_else_it_is_refused_until_it_was_seen(
        self, coach: Coach, practice: Practice, audience: str
    ) -> None:
        before = everything_in(practice.root)

        answer = coach("report", "jane", "--for", audience)

        assert (answer.code, answer.out) == (2, "")
        assert answer.err == (
            "Nobody can be asked here, so nothing left.\n"
            f"See it in a terminal first. Once you know what leaves: coach report jane --for {audience} --yes\n"
        )
        assert everything_in(practice.root) == before

    @pytest.mark.parametrize("audience", ["client", "sponsor"])
    def test_with_yes_it_leaves_and_that_is_noted(self, coach: Coach, practice: Practice, audience: str) -> None:
        answer = coach("report", "jane", "--for", audience, *TIME, "--yes")

        assert answer.code == 0
        assert "1 March 2024" in answer.out or "once" in answer.out
        (lead,) = engagements.of_client(practice, "jane-doe").found
        assert [(one.audience, one.what, one.lines) for one in lead.left] == [
            (audience, "report 2024-01-01 to 2024-12-31", told(answer.out))
        ]

    def test_it_counts_the_same_lines_in_every_form(self, coach: Coach, practice: Practice) -> None:
        for form in ("markdown", "text", "html", "json"):
            coach(*SPONSOR, "--yes", "--as", form)

        (lead,) = engagements.of_client(practice, "jane-doe").found
        assert len({one.lines for one in lead.left}) == 1

    def test_the_command_that_is_named_has_all_that_was_typed(self, coach: Coach) -> None:
        answer = coach(*SPONSOR, "--as", "pdf", "-o", ".", "--force")

        assert answer.err.endswith(
            "coach report jane --for sponsor --since 2024-01-01 --until 2024-12-31 --as pdf -o . --force --yes\n"
        )

    def test_a_program_reads_the_same(self, coach: Coach) -> None:
        told = coach(*SPONSOR, "--yes", "--as", "json").data

        assert (told["client"], told["held"], told["sessions"]) == ("Jane Doe", 1, ["2024-03-01"])

    def test_there_is_no_colour_in_it(self, coach: Coach) -> None:
        assert all("\x1b" not in coach(*SPONSOR, "--yes", "--as", form).out for form in ("markdown", "text", "json"))


class TestAtTheDesk:
    def test_all_that_leaves_is_shown_before_anybody_is_asked(
        self, coach: Coach, practice: Practice, at_desk: list[str], tmp_path: Path
    ) -> None:
        at_desk.append("yes")

        answer = coach(*SPONSOR, "-o", str(tmp_path))

        (made,) = tmp_path.glob("jane-doe-2024-01-01-to-2024-12-31-for-sponsor.md")
        page = made.read_text(encoding="utf-8")
        many = told(page)
        head = f"For the sponsor: Jane Doe, Leading the team. This is all that leaves, {many} lines:\n\n"
        assert answer.err == f"{head}{page}\nWritten: {made}\n"
        assert left(practice) == 1

    def test_no_leaves_everything_as_it_was(
        self, coach: Coach, practice: Practice, at_desk: list[str], tmp_path: Path
    ) -> None:
        at_desk.append("no")
        before = everything_in(practice.engagements("jane-doe"))

        answer = coach(*SPONSOR, "-o", str(tmp_path))

        assert answer.err.endswith("Nothing left, and nothing was written down.\n")
        assert (answer.code, answer.out, list(tmp_path.glob("*.md"))) == (0, "", [])
        assert everything_in(practice.engagements("jane-doe")) == before

    @pytest.mark.usefixtures("at_desk")
    def test_what_is_taken_back_while_it_is_looked_at_does_not_leave(
        self, coach: Coach, practice: Practice, agreed: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        class TakenBack(Chooser):
            def agree(self, question: str, *, on_enter: bool | None = True) -> bool:
                agreed.write_text(LEAD.replace("dates", "nothing"), encoding="utf-8")
                return super().agree(question, on_enter=on_enter)

        monkeypatch.setattr(report, "somebody_to_ask", lambda: TakenBack(["yes"]))

        answer = coach(*SPONSOR)

        assert (answer.code, answer.out, left(practice)) == (2, "", 0)
        assert "the sponsor hears nothing" in answer.err

    @pytest.mark.usefixtures("at_desk")
    def test_whoever_breaks_it_off_has_sent_nothing(self, coach: Coach, practice: Practice) -> None:
        assert coach(*SPONSOR).code == 130
        assert left(practice) == 0

    @pytest.mark.usefixtures("at_desk")
    def test_yes_beforehand_is_refused(self, coach: Coach, practice: Practice) -> None:
        answer = coach(*SPONSOR, "--yes")

        assert (answer.code, answer.out) == (2, "")
        assert answer.err == "--yes is for pipes: here you are shown what leaves, and asked.\nLeave it out.\n"
        assert left(practice) == 0

    def test_enter_alone_is_no(self, coach: Coach, at_desk: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
        asked = Chooser(["no"])
        monkeypatch.setattr(report, "somebody_to_ask", lambda: asked)

        coach(*SPONSOR)

        assert asked.on_enter == [False]
        assert at_desk == []

    def test_a_session_that_says_no_engagement_is_shown_and_asked_about(
        self, coach: Coach, ended: Path, at_desk: list[str]
    ) -> None:
        ended.write_text(ended.read_text(encoding="utf-8").replace("engagement: lead\n", ""), encoding="utf-8")
        at_desk += ["all of it", "yes"]

        answer = coach(*SPONSOR)

        assert f"  {HELD}, GROW\n" in answer.err
        assert f"- {HELD}\n" in answer.out
        assert "engagement: lead\n" in ended.read_text(encoding="utf-8")


class TestWhatStandsInTheWay:
    def test_a_file_that_is_there_stays_and_nothing_is_noted(
        self, coach: Coach, practice: Practice, tmp_path: Path
    ) -> None:
        target = tmp_path / "page.md"
        target.write_text("mine", encoding="utf-8")

        answer = coach(*SPONSOR, "--yes", "-o", str(target))

        assert answer.code == 5
        assert (target.read_text(encoding="utf-8"), left(practice)) == ("mine", 0)
        assert coach(*SPONSOR, "--yes", "--force", "-o", str(target)).code == 0
        assert (HELD in target.read_text(encoding="utf-8"), left(practice)) == (True, 1)

    def test_it_is_told_before_anybody_is_shown_the_page_and_asked(
        self, coach: Coach, practice: Practice, at_desk: list[str], tmp_path: Path
    ) -> None:
        target = tmp_path / "page.md"
        target.write_text("mine", encoding="utf-8")

        for place in (str(target), str(tmp_path / "nowhere" / "page.md")):
            answer = coach(*SPONSOR, "-o", place)
            assert answer.code in {2, 5}
            assert HELD not in answer.err
        assert (at_desk, left(practice)) == ([], 0)

    def test_a_disk_that_does_not_take_it_leaves_nothing_noted(
        self, coach: Coach, practice: Practice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        fill(monkeypatch)

        answer = coach(*SPONSOR, "--yes", "-o", str(tmp_path / "page.md"))

        assert answer.code == 4
        assert (list(tmp_path.glob("*.md")), left(practice)) == ([], 0)

    def test_a_line_that_cannot_be_noted_keeps_it_from_leaving(
        self, coach: Coach, agreed: Path, tmp_path: Path
    ) -> None:
        agreed.write_text("{start: 2024-01-01, sponsor_hears: dates}\n", encoding="utf-8")

        for more in ((), ("-o", str(tmp_path / "page.md"))):
            answer = coach(*SPONSOR, "--yes", *more)
            assert (answer.code, answer.out) == (1, "")
        assert list(tmp_path.glob("*.md")) == []

    def test_what_could_not_be_read_is_told_and_the_code_says_so(self, coach: Coach, practice: Practice) -> None:
        practice.session_file("jane-doe", "2024-03-02-1000-grow").write_text("", encoding="utf-8")

        mine, theirs = coach("report", "jane", *TIME), coach("report", "jane", "--for", "client", *TIME, "--yes")
        sponsors = coach(*SPONSOR, "--yes")

        assert (mine.code, theirs.code) == (4, 4)
        assert HELD in mine.out
        assert "the file is empty" in mine.err
        assert "the file is empty" in theirs.err
        assert (sponsors.code, sponsors.out) == (4, "")


def fill(monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk has no room left for the page."""
    write = primitives.write

    def refuse(fd: int, data: bytes) -> None:
        if data.startswith(b"# Coaching of"):
            raise OSError(errno.ENOSPC, "no space left")
        write(fd, data)

    monkeypatch.setattr(primitives, "write", refuse)


def test_the_words_of_a_refusal_are_two_lines(coach: Coach) -> None:
    answers: list[Answer] = [
        coach("report", "jane", "--until", "closing"),
        coach("report", "jane", "--since", "2024-03-02", "--until", "2024-03-01"),
        coach("report", "nobody"),
        coach("report", "jane", "--engagement", "other"),
    ]

    assert [answer.code for answer in answers] == [2, 2, 3, 3]
    assert all(answer.err.count("\n") == 2 and answer.out == "" for answer in answers)
