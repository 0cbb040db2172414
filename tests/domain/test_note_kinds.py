"""The kinds of note: one row says all there is to know of a kind, and whatever speaks of kinds reads it."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from builders import CLIENT, FRAMEWORK, note, read_date, session_of, turn_with
from domain.strategies import KINDS

from coachcli.app.call.help_card import help_card
from coachcli.app.call.screen import noted
from coachcli.domain.export.audience import shared
from coachcli.domain.export.session_page import coach_page
from coachcli.domain.export.summary import client_summary, sponsor_summary
from coachcli.domain.history.extract import extract_of
from coachcli.domain.line.grammar import Expecting, Understood, read_line
from coachcli.domain.note_kinds import BY_QUESTION, HEADINGS, NOTE_KINDS, STILL_OPEN, is_coachs_alone, is_open, signed
from coachcli.domain.session.closing_card import closing_card
from coachcli.domain.session.model import Note
from coachcli.domain.session.moves import Noted
from coachcli.domain.session.walk import Walk
from coachcli.domain.terms import Commitments, Kind, Outcome, ShareWith
from coachcli.domain.value import changed
from coachcli.render.client.action_list import HEADINGS as OPEN_HEADINGS

SRC = Path(__file__).parents[2] / "src" / "coachcli"
# Who else may write three kinds side by side, and why it is no list of kinds.
OTHER_LISTS = {
    "domain.terms": "the words themselves, for the type checker",
    "domain.note_kinds": "the table",
    "domain.framework.questions": "types of question, which have a table of their own",
    "domain.framework.question_types": "their table",
    "domain.answer.types": "and how they are answered",
    "live.terminal.themes": "rows on the screen that have a style",
    "domain.line.commands": "names of commands, some of which are the words of kinds",
    "app.call.commands": "and what they do",
    "app.between.entries": "what a coach can say between sessions, for the type checker",
    "render.client.prep_data": "names of fields in what programs read",
    "app.client.prep": "what the card before a call quotes from earlier sessions",
}
BEGINS_SOMETHING_ELSE = "+-.,/\\#"


def test_every_kind_has_a_row_and_every_row_is_a_kind() -> None:
    assert set(NOTE_KINDS) == set(KINDS)


def test_what_may_stay_open_is_what_can_be_looked_back_on() -> None:
    assert {kind for kind in KINDS if is_open(kind)} == set(get_args(Commitments)) == set(OPEN_HEADINGS)


@pytest.mark.parametrize("kind", get_args(Commitments))
def test_whatever_stays_open_has_words_for_each_way_it_can_end(kind: Commitments) -> None:
    words = NOTE_KINDS[kind].open_words

    assert words is not None
    assert set(words.outcomes) == set(get_args(Outcome))


def test_an_observation_what_is_to_be_passed_on_and_a_theme_are_always_the_coachs_alone() -> None:
    assert [kind for kind in KINDS if is_coachs_alone(kind)] == ["theme", "observation", "message"]


def test_no_two_kinds_have_the_same_sign() -> None:
    characters = "".join(f"{sign.typed}{sign.also}" for sign in signed().values())

    assert len(characters) == len(set(characters))


@pytest.mark.parametrize("kind", KINDS)
class TestEveryKind:
    def test_is_shown_in_the_call(self, kind: Kind) -> None:
        row, line = NOTE_KINDS[kind], noted(Note(kind=kind, text="words"))

        assert (f"{row.name}: " in line) != row.speaks_for_itself
        assert line.startswith(row.sign.typed if row.sign else "·")

    def test_is_counted_when_the_call_is_over(self, kind: Kind) -> None:
        session = changed(session_of(turn_with(note("one", kind))), status="ended")
        card = closing_card(Walk(FRAMEWORK, CLIENT), session, CLIENT, ())

        assert card.captured == (f"1 {NOTE_KINDS[kind].one}",)

    def test_has_its_place_in_what_the_client_and_the_sponsor_are_sent(self, kind: Kind) -> None:
        share: ShareWith = "nobody" if is_coachs_alone(kind) else "sponsor"
        session = session_of(turn_with(note("words", kind, share)))
        heading = NOTE_KINDS[kind].heading

        assert heading in {*HEADINGS, BY_QUESTION, None}
        assert heading is not STILL_OPEN
        of_client = client_summary(shared(session, CLIENT, "client")).sections
        of_sponsor = sponsor_summary(shared(session, CLIENT, "sponsor")).sections
        if heading is None:
            assert of_client == of_sponsor == ()
        else:
            assert of_client[0].title == heading.title
            assert of_sponsor[0].title == (heading.sponsor_title or heading.title)

    def test_stands_in_the_coachs_own_page(self, kind: Kind) -> None:
        page = coach_page(session_of(turn_with(note("words", kind))), CLIENT)
        (line,) = page.sections[-1].lines

        assert line.text == "words"
        assert line.label in {"", NOTE_KINDS[kind].name}

    def test_is_remembered_for_later_sessions_while_it_may_be_open(self, kind: Kind) -> None:
        session = session_of(turn_with(note("words", kind)))

        assert any(extract_of(session).notes) == (is_open(kind) or kind in {"review", "next", "value"})


def unfit(sign: str) -> bool:
    """Whether this cannot be a sign, because other things begin with it."""
    return len(sign) != 1 or sign.isalnum() or sign.isspace() or sign in BEGINS_SOMETHING_ELSE


@pytest.mark.parametrize("sign", ["+", "-", "/", "#", "\\", "a", "7", " ", "", "!!"])
def test_what_cannot_be_a_sign_is_seen(sign: str) -> None:
    assert unfit(sign)


@pytest.mark.parametrize("kind", signed())
class TestEverySign:
    def test_begins_nothing_else(self, kind: Kind) -> None:
        sign = signed()[kind]

        assert [one for one in (sign.typed, *sign.also) if unfit(one)] == [], (
            f"a sign is one character that is no letter, digit or blank, and none of {BEGINS_SOMETHING_ELSE}: "
            "an answer, a command or a tag begins with these, as +7 does"
        )

    def test_is_read_from_a_line(self, kind: Kind) -> None:
        sign = signed()[kind]
        for character in f"{sign.typed}{sign.also}":
            reading = read_line(f"{character}words", Expecting(None, read_date))

            assert isinstance(reading, Understood)
            assert isinstance(reading.move, Noted)
            assert (reading.move.note.kind, reading.move.note.text) == (kind, "words")

    def test_is_on_the_help_card_of_every_window(self, kind: Kind) -> None:
        sign = signed()[kind]

        assert f"{sign.typed}{sign.help}" in "\n".join(help_card([], 80, 24))
        assert f"{sign.typed}{sign.short}" in "\n".join(help_card([], 40, 5))


def test_a_list_of_kinds_stands_in_the_table_and_nowhere_else() -> None:
    """What lists kinds forgets the next one, and no type tells it."""
    listed = {
        f"{module}, line {line}: {', '.join(kinds)}"
        for path in sorted(SRC.rglob("*.py"))
        if (module := ".".join(path.relative_to(SRC).with_suffix("").parts)) not in OTHER_LISTS
        for line, kinds in lists_of_kinds(path.read_text(encoding="utf-8"))
    }

    assert listed == set()


@pytest.mark.parametrize(
    "source",
    [
        '_SHARED = frozenset({"goal", "action", "takeaway"})',
        '_NAMES = {"quote": 1, "insight": 2, "parked": 3}',
        'if kind in ("value", "resource", "obstacle"): pass',
        'match kind:\n    case "value" | "resource" | "obstacle": pass',
    ],
)
def test_a_list_of_kinds_is_seen(source: str) -> None:
    assert len(list(lists_of_kinds(source))) == 1


def lists_of_kinds(source: str) -> Iterator[tuple[int, list[str]]]:
    for node in ast.walk(ast.parse(source)):
        kinds = [str(text) for text in _texts_in(node) if text in KINDS]
        if len(kinds) > 2:
            yield getattr(node, "lineno", 0), kinds


def _texts_in(node: ast.AST) -> list[object]:
    match node:
        case ast.Dict(keys=parts):
            pass
        case ast.Set(elts=parts) | ast.Tuple(elts=parts) | ast.List(elts=parts):
            pass
        case ast.MatchOr(patterns=patterns):
            parts = [one.value for one in patterns if isinstance(one, ast.MatchValue)]
        case _:
            return []
    return [part.value for part in parts if isinstance(part, ast.Constant)]


def test_each_reason_for_another_list_still_holds() -> None:
    paths = {module: SRC.joinpath(*module.split(".")).with_suffix(".py") for module in OTHER_LISTS}

    assert [module for module, path in paths.items() if not list(lists_of_kinds(path.read_text("utf-8")))] == []
