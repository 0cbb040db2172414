"""What the line of a call is for, and that nobody but the call itself writes to it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import FRAMEWORK

import coachcli
from coachcli.app.call.mode import (
    Asking,
    Looking,
    Mode,
    NotingAction,
    Rewriting,
    StageOpened,
    SummingUp,
    ground_of,
    is_looking,
    on_ground,
)
from coachcli.domain.session.moves import NoteRef
from coachcli.live.source import Line

STAGE = FRAMEWORK.stages[0]
NOTE = NoteRef(0, 0)
WAITING = Line.ending("half a thought")


@pytest.mark.parametrize(
    "mode",
    [
        Rewriting(NOTE, Looking()),
        SummingUp(Looking()),
        NotingAction(WAITING, Looking()),
        NotingAction(WAITING, Rewriting(NOTE, Looking())),
    ],
    ids=["rewriting", "summing up", "an action", "an action while rewriting"],
)
def test_what_is_asked_in_between_goes_back_to_where_the_session_stands_by_then(mode: Mode) -> None:
    moved = on_ground(mode, Asking())

    assert (ground_of(mode), ground_of(moved)) == (Looking(), Asking())
    assert type(moved) is type(mode)


@pytest.mark.parametrize(
    ("mode", "is_so"),
    [
        (Looking(), True),
        (StageOpened(STAGE, Looking()), True),
        (Rewriting(NOTE, Looking()), True),
        (Asking(), False),
        (StageOpened(STAGE, Asking()), False),
    ],
)
def test_a_look_at_the_map_is_one_whatever_is_asked_on_top_of_it(mode: Mode, *, is_so: bool) -> None:
    assert is_looking(mode) is is_so


def test_the_line_that_waits_is_kept_with_the_one_that_is_typed() -> None:
    assert NotingAction(WAITING, Asking()).whole(Line.ending("call Tom")).text == "half a thought\n*call Tom"
    assert NotingAction(Line(), Asking()).whole(Line.ending("call Tom")).text == "call Tom"


@pytest.mark.parametrize(("typed", "kept"), [("to let go", "/recap to let go"), ("/help", "/help"), (" ", " ")])
def test_what_the_client_takes_away_is_kept_as_that(typed: str, kept: str) -> None:
    assert SummingUp(Asking()).whole(Line.ending(typed)).text == kept


# Nobody else writes to a call

SOURCES = Path(coachcli.__file__).parent
CHANGERS = {"append", "extend", "insert", "clear", "pop", "remove", "add", "discard", "update", "setdefault"}


def writes_to_a_call(source: str) -> list[str]:
    """Each place at which something is assigned to a part of a call, or such a part is changed."""
    tree = ast.parse(source)
    names = {"call", *_calls_in(tree)}
    return [ast.unparse(node) for node in ast.walk(tree) if any(_is_part(part, names) for part in _written(node))]


def _calls_in(tree: ast.Module) -> Iterator[str]:
    """The names of what is a Call."""
    for node in ast.walk(tree):
        if isinstance(node, ast.arg) and node.annotation and ast.unparse(node.annotation).strip("'\"") == "Call":
            yield node.arg
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call) and ast.unparse(node.value.func) == "Call":
            yield from (target.id for target in node.targets if isinstance(target, ast.Name))


def _written(node: ast.AST) -> Iterator[ast.expr]:
    match node:
        case ast.Assign(targets=targets) | ast.Delete(targets=targets):
            for target in targets:
                yield from target.elts if isinstance(target, ast.Tuple | ast.List) else [target]
        case ast.AugAssign(target=target) | ast.AnnAssign(target=target) | ast.For(target=target):
            yield target
        case ast.withitem(optional_vars=ast.expr() as target):
            yield target
        case ast.Call(func=ast.Attribute(value=ast.Attribute() | ast.Subscript() as part, attr=name)):
            if name in CHANGERS:
                yield part
        case ast.Call(func=ast.Name(id="setattr" | "delattr"), args=[whole, *_]):
            yield ast.Attribute(whole, "any")


def _is_part(written: ast.expr, names: set[str]) -> bool:
    """Whether what is written to belongs to a call, by its name or as the `call` of something."""
    match written:
        case ast.Starred(value=value) | ast.Subscript(value=value):
            return _is_part(value, names)
        case ast.Attribute(value=ast.Name(id=name)):
            return name in names
        case ast.Attribute(value=ast.Attribute(attr="call")):
            return True
        case ast.Attribute(value=ast.Attribute() | ast.Subscript() as value):
            return _is_part(value, names)
        case _:
            return False


def test_nobody_else_writes_to_a_call() -> None:
    own = SOURCES / "app/call/call.py"
    sources = {path: path.read_text(encoding="utf-8") for path in SOURCES.rglob("*.py") if path != own}

    assert {path.name: writes for path, source in sources.items() if (writes := writes_to_a_call(source))} == {}


@pytest.mark.parametrize(
    "planted",
    [
        "call.remark = 'x'",
        "call.remark, call.line = 'x', line",
        "call.page, *call.further_pages = pages",
        "call.seconds += 1",
        "call.mode: Mode = Asking()",
        "call.hints.clear()",
        "call.probes_shown[key] = 1",
        "call.probes_shown[key].append(1)",
        "self.call.remark = 'x'",
        "sitting.call.hints += ['x']",
        "def f(held: Call) -> None:\n    held.mode = Asking()",
        "held = Call(services, session)\nheld.pages = ()",
        "del call.mode",
        "setattr(call, name, 1)",
        "with held() as call.mode:\n    pass",
        "call.services.keeper.changed = refresh",
    ],
)
def test_whoever_does_is_found(planted: str) -> None:
    assert writes_to_a_call(planted) != []


ASKING = ["call.move(Backed())", "remark = call.remark", "call = Call(a, b)", "one.update(call.hints)"]


@pytest.mark.parametrize("harmless", ASKING)
def test_whoever_asks_it_to_is_not(harmless: str) -> None:
    assert writes_to_a_call(harmless) == []
