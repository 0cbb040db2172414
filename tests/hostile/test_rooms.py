"""Nothing that a sponsor, somebody else who was asked, or the coach alone said reaches anybody else.

The commands, their forms and their readers are found in the program: none is forgotten.
"""

import io
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from cli.conftest import Coach
from engagements import written
from hostile.calls import Command, commands
from pypdf import PdfReader

from coachcli.app.page_forms import ToldForm
from coachcli.app.session.export import Form
from coachcli.domain.terms import Audience
from coachcli.store.paths import Practice

FOR_OTHERS: frozenset[Command] = frozenset(
    {("session", "export"), ("session", "after"), ("prep",), ("report",), ("client", "export")}
)
"""Commands that make something for somebody else; all others are for the coach at their own desk."""
COACHS_OWN: frozenset[Command] = frozenset({
    (), ("where",), ("progress",), ("find",), ("hours",),
    *((noun, verb) for noun, verbs in {
        "action": "list done drop move add undo",
        "client": "list show add edit rename archive erase",
        "engagement": "start show edit end schema",
        "goal": "list add rate close undo",
        "hours": "import",
        "framework": "list show check new edit try diff schema merge delete reset",
        "practice": "check retention backup restore",
        "session": "start resume show edit list search amend delete restore move compare merge import transcript",
        "shell": "install remove",
        "themes": "show add list remove",
    }.items() for verb in verbs.split()),
})  # fmt: skip
OTHERS: dict[str, tuple[str, str]] = {
    "sponsor-checkin": ("2026-03-02 10:00", "sponsorcanary"),
    "stakeholder-interview": ("2026-03-03 10:00", "stakeholdercanary"),
    "reflection": ("2026-03-04 10:00", "ownercanary"),
}
WITH_JANE = "2026-03-01 10:00", "janecanary"
IDS = {name: f"jane-example/{at.replace(' ', '-').replace(':', '')}" for name, (at, _) in OTHERS.items()}
GROW = "jane-example/2026-03-01-1000"
READERS = [reader for reader in get_args(Audience) if reader != "me"]


def words(canary: str) -> str:
    """Everything that a coach can take down by a line, each marked for as many as they ask for."""
    lines = (f"{sign}{canary} {number}" for number, sign in enumerate(("", '"', "!", "*", ">", "?")))
    return "".join(f"{line}\n/share sponsor\n" for line in lines) + f"/recap {canary} 9\n/end\n/end\n/end\n"


@pytest.fixture
def alone(coach: Coach, practice: Practice) -> None:
    """A practice in which nobody but the client was talked to, and a sponsor may hear as much as there is."""
    at, canary = WITH_JANE
    assert coach("client", "add", "Jane Example").code == 0
    written(
        practice,
        "jane-example",
        "start: 2026-02-01\nsponsor_hears: themes\nconsents: {goals: 2026-02-02, themes: 2026-02-02}\n",
    )
    assert coach("session", "start", "jane", "-f", "grow", "--at", at, typed=words(canary)).code == 0


@pytest.fixture
def with_others(alone: None, coach: Coach) -> None:
    """The same, with a talk with the sponsor, an interview and a reflection besides."""
    assert alone is None
    for framework, (at, canary) in OTHERS.items():
        assert coach("session", "start", "jane", "-f", framework, "--at", at, typed=words(canary)).code == 0


def for_others() -> Iterator[Command]:
    """Every way in which the session with the client can go to somebody else."""
    for reader in READERS:
        for form in get_args(Form):
            yield "session", "export", GROW, "--for", reader, "--as", form
    for reader in READERS:
        for form in get_args(ToldForm):
            yield "report", "jane", "--for", reader, "--as", form, "--yes"
    yield "prep", "jane", "--form"


def told(coach: Coach, call: Command, target: Path) -> bytes:
    """What a call hands on; the moment at which a calendar was made is no word of anybody's."""
    target.unlink(missing_ok=True)
    coach(*call, "-o", str(target))
    rows = target.read_bytes().split(b"\n") if target.exists() else []
    return b"\n".join(row for row in rows if not row.startswith((b"DTSTAMP", b"SEQUENCE", b"LAST-MODIFIED")))


def words_of(page: bytes) -> str:
    if not page.startswith(b"%PDF"):
        return page.decode()
    return "\n".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(page)).pages)


def leaks(text: str) -> list[str]:
    return [canary for _, canary in OTHERS.values() if canary in text]


def test_whom_each_command_is_for_was_thought_of() -> None:
    there = {command for command, _ in commands()}

    assert there - FOR_OTHERS - COACHS_OWN == set(), "is it for somebody else? Say so here, and try it below"


@pytest.mark.usefixtures("alone")
def test_not_a_byte_of_what_goes_to_others_changes_by_what_was_said_elsewhere(
    coach: Coach, practice: Practice, tmp_path: Path
) -> None:
    before = {call: told(coach, call, tmp_path / "page") for call in for_others()}
    shutil.copytree(practice.root, tmp_path / "before")
    for framework, (at, canary) in OTHERS.items():
        coach("session", "start", "jane", "-f", framework, "--at", at, typed=words(canary))

    assert {call: told(coach, call, tmp_path / "page") for call in for_others()} == before
    assert any(WITH_JANE[1].encode() in page for page in before.values())


@pytest.mark.usefixtures("with_others")
@pytest.mark.parametrize("framework", OTHERS)
def test_a_page_of_what_was_held_without_the_client_is_made_for_nobody_else(coach: Coach, framework: str) -> None:
    for reader in READERS:
        for form in get_args(Form):
            answer = coach("session", "export", IDS[framework], "--for", reader, "--as", form)

            assert (answer.code, answer.out) == (2, "")
            assert "nothing of it is for anybody else" in answer.err
            assert leaks(answer.err) == []
    assert coach("session", "after", IDS[framework], typed="m\n").code == 2


@pytest.mark.usefixtures("with_others")
def test_neither_the_card_nor_the_next_call_has_a_word_of_it(coach: Coach) -> None:
    for call, typed in (
        (("prep", "jane"), ""),
        (("prep", "jane", "--as", "json"), ""),
        (("prep", "jane", "--as", "markdown"), ""),
        (("session", "start", "jane", "-f", "checkin"), "/done\n/last\n\n\n\n/end\n/end\n/end\n"),
    ):
        answer = coach(*call, typed=typed)

        assert answer.code == 0
        assert leaks(answer.out + answer.err) == []
    assert "1 talk with the sponsor, 1 interview" in coach("prep", "jane").out


@pytest.mark.usefixtures("with_others")
def test_whoever_is_asked_next_hears_of_nobody_else(coach: Coach) -> None:
    heard = coach("session", "start", "jane", "-f", "stakeholder-interview", typed="/done\n/last\n/end\n/end\n/end\n")

    assert leaks(heard.out + heard.err) == []
    assert WITH_JANE[1] not in heard.out


@pytest.mark.usefixtures("with_others")
@pytest.mark.parametrize("framework", OTHERS)
def test_a_mark_by_hand_is_refused(coach: Coach, practice: Practice, tmp_path: Path, framework: str) -> None:
    (path,) = practice.sessions("jane-example").glob(f"*-{framework}.yaml")
    text = path.read_text("utf-8")
    marked = text.replace("kind: quote", "share_with: client\n    kind: quote").replace(
        "{kind: quote", "{share_with: client, kind: quote"
    )
    assert marked != text
    path.write_text(marked, "utf-8")

    answer = coach("session", "export", IDS[framework], "--for", "client")

    assert answer.code != 0
    assert leaks(answer.out + answer.err) == []
    for call in for_others():
        assert leaks(words_of(told(coach, call, tmp_path / "page"))) == []


@pytest.mark.parametrize(("began", "now"), [("sponsor", "client"), ("client", "sponsor"), ("stakeholder", "three")])
def test_a_session_does_not_go_on_in_another_room_when_its_framework_has_changed(
    coach: Coach, practice: Practice, began: str, now: str
) -> None:
    path = practice.frameworks / "mine.yaml"
    path.parent.mkdir(parents=True)
    text = "title: Mine\nwith: {}\nstages: [{{id: one, title: One, ask: [{{id: first, ask: What is it}}]}}]\n"
    path.write_text(text.format(began), encoding="utf-8")
    assert coach("session", "start", "Jane Example", "--new", "-f", "mine", typed="a canary\n").code == 0
    path.write_text(text.format(now), encoding="utf-8")

    refused = coach("session", "resume", "jane", "--framework", "latest", typed="more\n/share client\n/end\n")

    assert refused.code == 2
    assert "today the framework would make it" in refused.err
    assert "canary" not in refused.out + refused.err
    assert coach("session", "resume", "jane", typed="/end\n").code == 0
