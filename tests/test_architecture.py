"""The house keeps its shape: who may import whom, which library has which door, and what nobody may call."""

import ast
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
SRC = TESTS.parent / "src"
PACKAGE = "coachcli"

# What each room may import. `top` is coachcli itself, which holds nothing but the version.
BELOW = {
    "top": set[str](),
    "errors": {"top"},
    "cells": {"patterns", "top"},
    "patterns": {"top"},
    "command_line": {"errors", "patterns", "top"},
    "domain": {"command_line", "errors", "patterns", "top"},
    "store": {"domain", "command_line", "errors", "patterns", "top"},
    "render": {"cells", "domain", "command_line", "errors", "patterns", "top"},
    "live": {"cells", "domain", "command_line", "errors", "patterns", "top"},
    "app": {"cells", "store", "render", "live", "domain", "command_line", "errors", "patterns", "top"},
    "cli": {"app", "store", "render", "live", "domain", "command_line", "errors", "top"},
    "__main__": {"cli"},
}

# The floors of `domain`, the lowest first. What stands in no folder of it is the ground.
FLOORS = (
    "ground",
    "framework",
    "session",
    "page",
    "version",
    "export",
    "history",
    "engagement",
    "client",
    "practice",
    "theme",
    "report",
    "hours",
    "find",
    "disclosure",
    "foreign",
    "day",
    "answer",
    "line",
)

# Where each library may be imported: a room, or one module of it.
DOORS = {
    "typer": {"cli"},
    "rich": {"render.session.console"},
    "yaml": {"store.yaml_io.strict_reader", "store.yaml_io.writer"},
    "prompt_toolkit": {
        "live.terminal.line",
        "live.terminal.prompt_parts",
        "live.terminal.keys",
        "live.terminal.enter",
        "live.terminal.replies",
        "live.terminal.paste_marks",
        "live.terminal.layout",
        "live.terminal.run",
        "live.terminal.line_wrap",
        "live.terminal.alternate_screen",
        "live.choice.pickers",
    },
    "pydantic": {
        "domain.record",
        "domain.record_data",
        "store.session.records",
        "store.framework.check",
        "store.framework.packs",
        "store.engagement.record_text",
    },
    "msgspec": {"domain"},
    "pydantic_core": {
        "domain.record",
        "store.framework.schema_errors",
        "store.framework.check",
        "store.engagement.record_text",
        "store.engagement.record_errors",
    },
    "platformdirs": {"store.paths", "store.session.rescue"},
    "slugify": {"store.client.letters"},
    "icalendar": {"render.session.calendar"},
    "openpyxl": {"render.hours.workbook"},
    "typst": {"render.page.pdf"},
    "jinja2": {"render.page.html"},
    "pygal": {"render.chart.drawing"},
    "PIL": {"store.logo"},
    "markupsafe": {"render.page.html"},
    "wcwidth": {"cells"},
    "pyrage": {"store.backup.age"},
}

# The whole of the standard library that the domain may use: nothing with a file, a terminal or a clock in it.
PURE = {
    "calendar", "collections", "dataclasses", "datetime", "decimal", "difflib", "enum", "functools", "heapq",
    "itertools", "math", "re", "string", "textwrap", "types", "typing", "unicodedata",
}  # fmt: skip

NETWORK = {
    "aiohttp", "asyncore", "ftplib", "http", "httpx", "imaplib", "nntplib", "poplib", "requests", "smtplib", "socket",
    "socketserver", "ssl", "telnetlib", "urllib", "urllib3", "webbrowser", "xmlrpc",
}  # fmt: skip

FORBIDDEN = {
    "input": "it cuts a line at 4,095 bytes",
    "eval": "no text is ever run",
    "exec": "no text is ever run",
    "__import__": "an import is written as one, or no test sees it",
    "importlib": "an import is written as one, or no test sees it",
    "conversation.source.say": "Conversation.say knows whether others see the screen",
    ".splitlines": "it breaks a line at U+2028 and at seven other characters",
    **{
        f"yaml.{how}load{many}": "it takes duplicate keys, and reads no as false; strict_reader does not"
        for how in ("", "safe_", "full_", "unsafe_")
        for many in ("", "_all")
    },
}
# Whatever opens a file by itself can be made to wait, to fill the memory, or to follow a link: who may, and why.
READERS = {
    "store.disk.reader": "it is the one way in which a file is read",
    "store.disk.locks": "a lock is opened and never read",
    "store.disk.primitives": "it makes new files, and flushes folders",
    "store.disk.files": "it writes new files, and flushes what it wrote",
    "cli.main": "it opens the null device in the place of a stream that was closed",
    "render.page.pdf": "it opens the null device for what the compiler of PDFs would say of itself",
}
OPENERS = {
    "open", "os.open", "os.fdopen", "os.sendfile", "io.open", "io.open_code", "io.FileIO", "codecs.open", "mmap.mmap",
    "linecache.getline", "fileinput.input", "json.load", "tomllib.load", "shutil.copy", "shutil.copyfile",
}  # fmt: skip
COMMAND = re.compile(r"\bcoach (?:(?:session|framework|action) [a-z{]|(?:prep|where)\b|--practice)")
HAND_WRITTEN = {
    "cli.usage.help": "the help of a command is the same for every practice",
    "cli.shell": "what Tab does is shown with any practice",
    "render.framework.starter": "a file outlives the command line that made it, and an id needs no quotes",
    "render.framework.derived_starter": "so does this one",
}
OUR_READERS = {"files.read_bytes", "reader.read_bytes"}
THE_CLOCK = "app.context"
CLOCK_READERS = {"now", "utcnow", "today"}
LONGEST_MODULE = 300
OPENERS_OF_A_CONVERSATION = {"cli.terminal.conversation", "live.conversation"}
KNOW_WHERE_A_SESSION_LIES = {"store.session.place", "store.paths"}

WIDEST_FOLDER = 20

# Where each file of tests is that of one module; what is about several stands beside these.
ROOMS_WITH_TESTS = {"app", "cli", "domain", "live", "render", "store"}

# Nouns that only look like the name of something one does, each with what it is.
NOUNS = {
    "drawing": "a picture made of lines and words",
    "ending": "the last part of a call",
    "heading": "the top of a card",
    "matching": "which question of one version is which of another, as a pair",
    "quoting": "the quotation marks of a text",
    "sharing": "with whom a note is shared, as one word",
    "sitting": "the time from opening a session to leaving it, and a session can have several",
    "standing": "how things stand with a client: what is open, as one value",
    "wording": "the words for something",
}


@dataclass(frozen=True)
class Module:
    """A module of the package by its name below it, `domain.session.walk`, and its source."""

    name: str
    source: str
    is_folder: bool = False

    @property
    def room(self) -> str:
        return self.name.partition(".")[0]

    @property
    def tree(self) -> ast.Module:
        return _parsed(self.source)


@dataclass(frozen=True)
class Import:
    """What is imported, by its whole dotted name; `typing_only` where that happens for the type checker alone."""

    name: str
    line: int
    typing_only: bool

    @property
    def library(self) -> str:
        return self.name.partition(".")[0]

    @property
    def room(self) -> str | None:
        if self.library != PACKAGE:
            return None
        room = self.name.removeprefix(PACKAGE).removeprefix(".").partition(".")[0]
        return room if room in BELOW else "top"


@cache
def _parsed(source: str) -> ast.Module:
    return ast.parse(source)


def modules() -> list[Module]:
    return [
        Module(_name_of(path), path.read_text(encoding="utf-8"), path.name == "__init__.py")
        for path in sorted(SRC.rglob("*.py"))
    ]


def _name_of(path: Path) -> str:
    parts = path.relative_to(SRC / PACKAGE).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__") or "top"


def imports(module: Module) -> list[Import]:
    typing_only = {
        id(inner)
        for block in ast.walk(module.tree)
        if isinstance(block, ast.If) and ast.unparse(block.test).endswith("TYPE_CHECKING")
        for statement in block.body
        for inner in ast.walk(statement)
    }
    return [
        Import(name, node.lineno, id(node) in typing_only)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in _imported(module, node)
    ]


def _imported(module: Module, node: ast.Import | ast.ImportFrom) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    package = ".".join([PACKAGE, *module.name.split(".")][: -node.level]) if node.level else ""
    base = ".".join(part for part in (package, node.module) if part)
    return [f"{base}.{alias.name}" for alias in node.names]


def names_used(module: Module) -> Iterator[tuple[str, int]]:
    """What is imported, what is called by its bare name, and what is reached for: `yaml.load` and `.load` as well."""
    for found in imports(module):
        yield from ((found.name, found.line), (found.library, found.line))
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.func.id, node.lineno
        elif isinstance(node, ast.Attribute):
            yield from ((ast.unparse(node), node.lineno), (f".{node.attr}", node.lineno))


Rule = Callable[[Module], list[str]]


def imports_go_down(module: Module) -> list[str]:
    allowed = BELOW[module.room] | ({module.room} - {"top", "errors"})
    return [
        f"line {found.line}: {module.room} may not import {found.name}"
        for found in imports(module)
        if found.room is not None and found.room not in allowed
    ]


def domain_goes_down(module: Module) -> list[str]:
    """Within the domain as well: a question knows nothing of a session, a session nothing of a line."""
    if module.room != "domain":
        return []
    own = FLOORS.index(_floor(module.name))
    above = {found.name: _floor(found.name.removeprefix(f"{PACKAGE}.")) for found in _within("domain", module)}
    return [
        f"{module.name} is on the floor {FLOORS[own]}, and may not import {name}"
        for name, floor in above.items()
        if FLOORS.index(floor) > own
    ]


def _within(room: str, module: Module) -> list[Import]:
    return [found for found in imports(module) if found.room == room]


def _floor(name: str) -> str:
    """Of a module of the domain, or of something in one."""
    folder = name.split(".")[1] if "." in name else ""
    return folder if folder in FLOORS else "ground"


def domain_is_pure(module: Module) -> list[str]:
    if module.room not in {"domain", "errors"}:
        return []
    return [
        f"line {found.line}: the domain knows nothing of {found.library}"
        for found in imports(module)
        if found.library in sys.stdlib_module_names - PURE
    ]


def clock_has_one_place(module: Module) -> list[str]:
    if module.name == THE_CLOCK:
        return []
    return [
        f"line {node.lineno}: {ast.unparse(node)} reads the time; Context.clock does"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute) and node.attr in CLOCK_READERS
        if ast.unparse(node.value).rpartition(".")[2] in {"datetime", "date"}
    ]


def libraries_have_doors(module: Module) -> list[str]:
    return [
        f"line {found.line}: {found.library} belongs in {', '.join(sorted(DOORS.get(found.library, {'no module'})))}"
        for found in imports(module)
        if found.library != PACKAGE and found.library not in sys.stdlib_module_names
        if not DOORS.get(found.library, set()) & {module.room, module.name}
    ]


def nothing_calls_out(module: Module) -> list[str]:
    return [
        f"line {found.line}: {found.library} reaches the network; nothing leaves the coach's machine"
        for found in imports(module)
        if found.library in NETWORK
    ]


def nothing_forbidden_is_used(module: Module) -> list[str]:
    used = sorted(set(names_used(module)))
    return [f"line {line}: no {name}: {FORBIDDEN[name]}" for name, line in used if name in FORBIDDEN]


def patterns_are_compiled_when_used(module: Module) -> list[str]:
    used = {line for name, line in names_used(module) if name == "re.compile" and module.name != "patterns"}
    return [f"line {line}: no re.compile: patterns.pattern does it when it is first used" for line in sorted(used)]


def files_are_read_in_one_way(module: Module) -> list[str]:
    if module.name in READERS:
        return []
    return [
        f"line {node.lineno}: {ast.unparse(node.func)} reads a file by itself; store.disk.reader does"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and _opens(node)
    ]


def _opens(call: ast.Call) -> bool:
    """Whether a file is opened here: by a function of the library, or by the methods of a Path."""
    name = ast.unparse(call.func)
    if name in OPENERS:
        return True
    if not isinstance(call.func, ast.Attribute) or name in OUR_READERS:
        return False
    return call.func.attr in {"read_bytes", "read_text"} or (call.func.attr == "open" and _as_of_a_path(call))


def _as_of_a_path(call: ast.Call) -> bool:
    """`path.open()`, `path.open("rb")`, `path.open(encoding=...)`, and not `things.open("conversation")`."""
    said = call.args[0] if call.args else None
    is_mode = isinstance(said, ast.Constant) and re.fullmatch("[rwxabt+]+", str(said.value)) is not None
    return said is None or is_mode or bool(call.keywords)


def commands_are_made_in_one_place(module: Module) -> list[str]:
    """One that is put together by hand has no quotes where a shell needs them, and names no practice."""
    if module.name in HAND_WRITTEN:
        return []
    inside = {id(node) for body in _bodies(module.tree) for node in ast.walk(body)}
    joined = {id(part) for node in ast.walk(module.tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    told = {id(node.value) for node in ast.walk(module.tree) if isinstance(node, ast.Expr)}
    return [
        f"line {node.lineno}: {found[0]} is written by hand; command_line.command makes it"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told
        if (found := COMMAND.search(node.value)) and (id(node) in inside | joined or "{" in node.value)
    ]


def _bodies(tree: ast.Module) -> Iterator[ast.stmt]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield from node.body


def conversations_have_one_door(module: Module) -> list[str]:
    """A command that opened one by itself would forget the colours of the practice, or what it may not leave behind."""
    if module.name in OPENERS_OF_A_CONVERSATION:
        return []
    return [
        f"line {line}: no {name}: cli.terminal.conversation opens it"
        for name, line in names_used(module)
        if name.rpartition(".")[2] == "open_conversation" and not name.startswith(".")
    ]


def places_are_values(module: Module) -> list[str]:
    if module.name in KNOW_WHERE_A_SESSION_LIES:
        return []
    return [
        f"line {node.lineno}: {ast.unparse(node)} counts folders; store.session.place knows where a session lies"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Attribute)
        if (node.value.attr, node.attr) == ("parent", "parent")
    ]


def nouns_name_modules(module: Module) -> list[str]:
    """A module is called after what is in it, and not after what one does with it."""
    noun = _last_word(module)
    return [f"{noun} is no noun"] if noun.endswith("ing") and noun not in NOUNS else []


def _last_word(module: Module) -> str:
    """What its name is about: a closing card is a card."""
    return module.name.rpartition(".")[2].rpartition("_")[2]


def modules_are_short(module: Module) -> list[str]:
    length = module.source.count("\n")
    advice = "split it by what its parts are about, each with a noun for its name"
    return [f"{length} lines, {LONGEST_MODULE} at most: {advice}"] if length > LONGEST_MODULE else []


MAY_ASK_FOR_KIND = {
    "app.framework.catalogue",
    "app.call.frameworks",
    "render.framework.outline",
    "domain.framework.lint",
    "domain.session.meeting_name",
}
"""Those that list frameworks, say what a file of theirs lacks, or call a date by what it is for."""


def rooms_say_who_is_there(module: Module) -> list[str]:
    asks = "framework.kind" in module.source
    advice = "it asks for the kind of a framework, which is for lists; who was there is for domain.room"
    return [advice] if asks and module.name not in MAY_ASK_FOR_KIND else []


def cycle(among: list[Module]) -> list[str]:
    """Modules that know one another: when they run, at the top or inside a function, or for the type checker alone."""
    names = {module.name for module in among}
    graph = {
        module.name: {
            name
            for found in imports(module)
            if found.library == PACKAGE
            for name in _module_of(found.name.removeprefix(f"{PACKAGE}."), names)
        }
        for module in among
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def _module_of(imported: str, names: set[str]) -> list[str]:
    """`app.call.loop.Call` is of app.call.loop, `app.call.lines` is app.call.lines itself."""
    return [name for name in (imported, imported.rpartition(".")[0]) if name in names][:1]


def too_wide(among: list[Module]) -> dict[str, int]:
    """The folders that nobody takes in at a glance, with how many modules stand in them."""
    folders = {module.name for module in among if module.is_folder}
    widths = Counter(module.name.rpartition(".")[0] for module in among if module.name not in folders)
    return {folder: width for folder, width in widths.items() if width > WIDEST_FOLDER}


def called_the_same(among: list[Module]) -> list[set[str]]:
    """Modules of one folder whose names say the same: one of something and several of it, or its words turned round."""
    meanings: dict[tuple[str, frozenset[str]], set[str]] = {}
    for module in among:
        folder, _, noun = module.name.rpartition(".")
        words = frozenset(word.removesuffix("s") for word in noun.split("_"))
        meanings.setdefault((folder, words), set()).add(module.name)
    return [names for names in meanings.values() if len(names) > 1]


def without_tests(among: list[Module]) -> set[str]:
    """Modules that do something, and have no file of tests in the same place by the same name."""
    return {
        module.name
        for module in among
        if not module.is_folder and _does_something(module) and not _test_file(module).is_file()
    }


def without_modules(files: Iterable[Path], among: list[Module]) -> set[Path]:
    """Files of tests in the rooms of the package that stand in the place of no module."""
    mirrored = {_test_file(module) for module in among}
    return {file for file in files if file.relative_to(TESTS).parts[0] in ROOMS_WITH_TESTS and file not in mirrored}


def _test_file(module: Module) -> Path:
    *folders, noun = module.name.split(".")
    return Path(TESTS, *folders, f"test_{noun.strip('_')}.py")


def _does_something(module: Module) -> bool:
    """Whether there is a function with more to it than its name and its docstring."""
    return any(
        isinstance(node, ast.FunctionDef) and not all(_only_says(statement) for statement in node.body)
        for node in ast.walk(module.tree)
    )


def _only_says(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


RULES: list[Rule] = [
    imports_go_down,
    domain_goes_down,
    domain_is_pure,
    clock_has_one_place,
    libraries_have_doors,
    nothing_calls_out,
    nothing_forbidden_is_used,
    patterns_are_compiled_when_used,
    files_are_read_in_one_way,
    commands_are_made_in_one_place,
    conversations_have_one_door,
    places_are_values,
    nouns_name_modules,
    modules_are_short,
    rooms_say_who_is_there,
]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_every_module_keeps_the_rule(rule: Rule) -> None:
    broken = [f"{module.name}: {problem}" for module in modules() for problem in rule(module)]

    assert not broken, "\n".join(broken)


def test_every_room_was_looked_into() -> None:
    assert {module.room for module in modules()} == set(BELOW)


def test_no_modules_import_each_other() -> None:
    found = cycle(modules())

    assert not found, " -> ".join(found)


def test_no_folder_is_wider_than_a_glance() -> None:
    assert too_wide(modules()) == {}, (
        "split it by what its modules are about: a folder of its own, and in the domain its floor in FLOORS"
    )


def test_no_two_modules_of_a_folder_are_called_the_same() -> None:
    assert called_the_same(modules()) == []


def test_every_module_that_does_something_has_its_tests_in_the_same_place() -> None:
    missing = without_tests(modules())

    assert not missing, f"write tests for {', '.join(sorted(missing))}: tests mirror src file by file"


def test_every_file_of_tests_in_a_room_is_that_of_a_module() -> None:
    stray = without_modules(TESTS.rglob("test_*.py"), modules())

    assert not stray, f"of no module: {', '.join(map(str, sorted(stray)))}; tests go where what they test went"


def test_every_noun_that_looks_like_none_is_in_the_house() -> None:
    assert set(NOUNS) <= {_last_word(module) for module in modules()}


def test_every_library_that_is_installed_with_it_has_a_door() -> None:
    """A dependency that nothing imports is one to drop; prompt_toolkit's names and pyyaml's are not their projects'."""
    project = tomllib.loads((SRC.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [text for name, texts in project["optional-dependencies"].items() if name != "dev" for text in texts]
    needed = {re.split(r"[^\w-]", text)[0].replace("-", "_") for text in (*project["dependencies"], *extras)}
    renamed = {"pyyaml": "yaml", "python_slugify": "slugify", "pillow": "PIL"}
    used = {found.library for module in modules() for found in imports(module)} & DOORS.keys()

    assert {renamed.get(name, name) for name in needed} == used - {"pydantic_core", "markupsafe"}


PLANTED: list[tuple[Rule, str, str]] = [
    (imports_go_down, "domain.session.walk", "from coachcli.store import files"),
    (imports_go_down, "domain.session.walk", "from ...store import files"),
    (imports_go_down, "store.files", "from coachcli.render.page.text import x"),
    (imports_go_down, "render.page.text", "import coachcli.live.card"),
    (imports_go_down, "live.card", "def f():\n    from coachcli.app.call.screen import x"),
    (
        imports_go_down,
        "app.client.home",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from coachcli.cli import x",
    ),
    (imports_go_down, "errors", "from coachcli.domain.text import visible"),
    (imports_go_down, "top", "from coachcli.errors import CoachError"),
    (domain_goes_down, "domain.text", "from coachcli.domain.framework.model import Framework"),
    (domain_goes_down, "domain.framework.checks", "from coachcli.domain.session import walk"),
    (domain_goes_down, "domain.session.search", "def f():\n    from coachcli.domain.page.model import Page"),
    (domain_goes_down, "domain.export.report", "from ..client.model import Client"),
    (
        domain_goes_down,
        "domain.client.prep",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from coachcli.domain.line.days import DateReader",
    ),
    (domain_is_pure, "domain.text", "import os"),
    (domain_is_pure, "domain.text", "from pathlib import Path"),
    (domain_is_pure, "domain.text", "def f():\n    import time"),
    (domain_is_pure, "errors", "import sys"),
    (clock_has_one_place, "domain.session.walk", "from datetime import datetime\nx = datetime.now()"),
    (clock_has_one_place, "app.dates", "import datetime as dt\nx = dt.date.today()"),
    (clock_has_one_place, "store.files", "from datetime import datetime\nf = datetime.utcnow"),
    (libraries_have_doors, "domain.text", "import yaml"),
    (libraries_have_doors, "store.paths", "from pydantic import BaseModel"),
    (libraries_have_doors, "render.page.text", "from rich.console import Console"),
    (libraries_have_doors, "app.client.home", "def f():\n    import prompt_toolkit"),
    (libraries_have_doors, "cli.main", "import numpy"),
    (nothing_calls_out, "app.client.home", "import socket"),
    (nothing_calls_out, "store.files", "from urllib.request import urlopen"),
    (nothing_calls_out, "live.plain", "def f():\n    import http.client"),
    (rooms_say_who_is_there, "app.call.ending", "alone = framework.kind == 'reflection'"),
    (nothing_forbidden_is_used, "live.plain", "x = input('> ')"),
    (nothing_forbidden_is_used, "domain.text", "eval('1')"),
    (nothing_forbidden_is_used, "domain.text", "exec('1')"),
    (nothing_forbidden_is_used, "domain.text", "__import__('os')"),
    (nothing_forbidden_is_used, "domain.text", "from importlib import import_module"),
    (nothing_forbidden_is_used, "domain.text", "x = 'a'.splitlines()"),
    (nothing_forbidden_is_used, "app.client.home", "def f(conversation):\n    conversation.source.say('Jane')"),
    (nothing_forbidden_is_used, "domain.text", "f = str.splitlines"),
    (nothing_forbidden_is_used, "store.yaml_io.writer", "import yaml\nyaml.load('', yaml.Loader)"),
    (nothing_forbidden_is_used, "store.yaml_io.writer", "from yaml import safe_load"),
    (nothing_forbidden_is_used, "store.yaml_io.writer", "import yaml\nyaml.safe_load_all('')"),
    (patterns_are_compiled_when_used, "domain.tags", "import re\n_TAG = re.compile('#')"),
    (patterns_are_compiled_when_used, "domain.tags", "from re import compile"),
    (files_are_read_in_one_way, "store.index.by_stamp", "data = path.read_bytes()"),
    (files_are_read_in_one_way, "app.session.export", "seen = (folder / 'x').read_text(encoding='utf-8')"),
    (files_are_read_in_one_way, "app.session.export", "with open(path) as file: pass"),
    (files_are_read_in_one_way, "app.session.export", "with path.open() as file: pass"),
    (files_are_read_in_one_way, "app.session.export", "file = path.open('rb')"),
    (files_are_read_in_one_way, "app.session.export", "file = path.open(encoding='utf-8')"),
    (files_are_read_in_one_way, "store.client.clients", "fd = os.open(path, os.O_RDONLY)"),
    (files_are_read_in_one_way, "store.client.clients", "data = mmap.mmap(fd, 0)"),
    (commands_are_made_in_one_place, "app.client.home", "def f(x):\n    return f'To see it: coach session show {x}'"),
    (commands_are_made_in_one_place, "app.client.home", "x = f'{y} (coach framework list)'"),
    (commands_are_made_in_one_place, "app.client.home", "def f():\n    raise E('No.', 'coach action list shows it.')"),
    (commands_are_made_in_one_place, "cli.prep", "def f(x):\n    err(f'Now: coach prep {x}')"),
    (commands_are_made_in_one_place, "store.framework.packs", "HINT = 'Mend it: coach framework check {id}'"),
    (conversations_have_one_door, "cli.session", "from coachcli.live.conversation import open_conversation"),
    (
        conversations_have_one_door,
        "cli.action",
        "import coachcli.live.conversation as x\nx.open_conversation(plain=True)",
    ),
    (conversations_have_one_door, "app.framework.edit", "from ...live.conversation import open_conversation"),
    (places_are_values, "app.session.export", "x = opened.path.parent.parent"),
    (places_are_values, "store.session.rescue", "def f(path):\n    return path.parent.parent.name"),
    (nouns_name_modules, "app.session.editing", ""),
    (nouns_name_modules, "store.framework.text_reading", ""),
    (modules_are_short, "app.client.home", "x = 1\n" * (LONGEST_MODULE + 1)),
]


@pytest.mark.parametrize(("rule", "name", "source"), PLANTED)
def test_what_breaks_a_rule_is_seen(rule: Rule, name: str, source: str) -> None:
    assert len(rule(Module(name, source))) == 1


ALLOWED: list[tuple[Rule, str, str]] = [
    (imports_go_down, "app.client.home", "from coachcli.store import files\nfrom coachcli import __version__"),
    (imports_go_down, "__main__", "from coachcli.cli.main import main"),
    (domain_goes_down, "domain.line.grammar", "from coachcli.domain.session import walk\nimport re"),
    (domain_goes_down, "app.client.home", "from coachcli.domain.line.days import DateReader"),
    (domain_is_pure, "domain.text", "import re\nfrom coachcli.domain import os_names"),
    (domain_is_pure, "store.files", "import os"),
    (clock_has_one_place, THE_CLOCK, "from datetime import datetime\nx = datetime.now()"),
    (clock_has_one_place, "app.client.home", "x = context.clock.now().date()"),
    (libraries_have_doors, "domain.record", "from pydantic import BaseModel\nimport re"),
    (nothing_forbidden_is_used, "store.yaml_io.writer", "import yaml\nx = yaml.CSafeLoader(input_)"),
    (nothing_forbidden_is_used, "store.sessions", "x = sessions.load(path)"),
    (patterns_are_compiled_when_used, "patterns", "import re\nre.compile('#')"),
    (files_are_read_in_one_way, "store.disk.reader", "fd = os.open(path, os.O_RDONLY)"),
    (files_are_read_in_one_way, "app.client.home", "data = files.read_bytes(path)\nx = theirs.open('conversation')"),
    (commands_are_made_in_one_place, "app.client.home", "def f():\n    'As coach session list does.'"),
    (commands_are_made_in_one_place, "cli.prep", "EXAMPLES = 'Example:\\n\\n  coach prep jane'"),
    (commands_are_made_in_one_place, "app.client.home", "def f(x):\n    return f'The coach session {x}'"),
    (
        conversations_have_one_door,
        "cli.terminal.conversation",
        "from coachcli.live.conversation import open_conversation",
    ),
    (conversations_have_one_door, "cli.session", "from coachcli.live.conversation import Conversation"),
    (places_are_values, "app.session.export", "x = path.parent / client_of(path)"),
    (places_are_values, "store.session.place", "x = path.parent.parent"),
    (nouns_name_modules, "domain.session.wording", ""),
    (nouns_name_modules, "render.framework.setting_help", ""),
    (modules_are_short, "app.client.home", "x = 1\n" * LONGEST_MODULE),
]


@pytest.mark.parametrize(("rule", "name", "source"), ALLOWED)
def test_what_keeps_a_rule_is_let_through(rule: Rule, name: str, source: str) -> None:
    assert rule(Module(name, source)) == []


def test_a_cycle_is_seen() -> None:
    ring = [
        Module("app.a", "from coachcli.app import b"),
        Module("app.b", "from coachcli.app.c import x"),
        Module("app.c", "import coachcli.app.a"),
    ]

    assert sorted(set(cycle(ring))) == ["app.a", "app.b", "app.c"]


def test_a_cycle_hidden_in_a_function_is_seen() -> None:
    assert cycle([Module("app.a", "from coachcli.app import b"), Module("app.b", "def f():\n    from . import a")])


def test_a_cycle_for_the_type_checker_alone_is_seen() -> None:
    source = "if TYPE_CHECKING:\n    from coachcli.app.a import A"

    assert cycle([Module("app.a", "from coachcli.app import b"), Module("app.b", source)])


def test_modules_that_know_one_another_one_way_make_no_cycle() -> None:
    assert cycle([Module("app.a", "from coachcli.app import b"), Module("app.b", "import re")]) == []


def test_a_folder_that_is_too_wide_is_seen() -> None:
    most = [Module(f"app.call.m{number}", "") for number in range(WIDEST_FOLDER)]

    assert too_wide([Module("app.call", "", is_folder=True), *most]) == {}
    assert too_wide([*most, Module("app.call.more", "")]) == {"app.call": WIDEST_FOLDER + 1}


@pytest.mark.parametrize(
    ("one", "other"), [("draft", "drafts"), ("open_items", "item_open"), ("copy_left", "left_copy")]
)
def test_two_names_for_the_same_are_seen(one: str, other: str) -> None:
    among = [Module(f"store.session.{name}", "") for name in (one, other, "place")]

    assert called_the_same(among) == [{f"store.session.{one}", f"store.session.{other}"}]


def test_the_same_name_in_two_folders_is_let_through() -> None:
    assert called_the_same([Module("store.session.files", ""), Module("store.client.files", "")]) == []


def test_a_module_without_tests_is_seen() -> None:
    names = ("store.session.unheard_of", "store.session.place")

    assert without_tests([Module(name, "def f():\n    return 1") for name in names]) == {names[0]}


@pytest.mark.parametrize("name", ["store/session/test_unheard_of.py", "app/test_place.py"])
def test_tests_of_no_module_are_seen(name: str) -> None:
    among = [Module("store.session.place", "")]

    assert without_modules([TESTS / name, TESTS / "store/session/test_place.py"], among) == {TESTS / name}


def test_what_tests_no_single_module_stands_outside_the_rooms() -> None:
    assert without_modules([TESTS / "e2e/test_kills.py", TESTS / "test_startup.py"], []) == set()


@pytest.mark.parametrize(
    "source",
    ["X = 1", "class A:\n    x: int", "class A(Protocol):\n    def f(self):\n        'Do it.'\n        ..."],
)
def test_what_only_says_what_there_is_needs_no_tests(source: str) -> None:
    assert without_tests([Module("store.session.unheard_of", source)]) == set()
