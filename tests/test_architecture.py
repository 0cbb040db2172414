"""The house keeps its shape: who may import whom, which library has which door, and what nobody may call."""

import ast
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

SRC = Path(__file__).parents[1] / "src"
PACKAGE = "coachcli"

# What each room may import. `top` is coachcli itself, which holds nothing but the version.
BELOW = {
    "top": set[str](),
    "errors": {"top"},
    "domain": {"errors", "top"},
    "store": {"domain", "errors", "top"},
    "render": {"domain", "errors", "top"},
    "live": {"domain", "errors", "top"},
    "app": {"store", "render", "live", "domain", "errors", "top"},
    "cli": {"app", "store", "render", "live", "domain", "errors", "top"},
    "__main__": {"cli"},
}

# Where each library may be imported: a room, or one module of it.
DOORS = {
    "typer": {"cli"},
    "rich": {"render.console"},
    "yaml": {"store.strict_yaml", "store.yaml_text"},
    "prompt_toolkit": {"live.terminal"},
    "questionary": {"live.pickers"},
    "pydantic": {"domain", "store.sessions", "store.framework_text"},
    "pydantic_core": {"store.schema_words"},
    "platformdirs": {"store.paths", "store.rescue"},
    "filelock": {"store.locks"},
    "slugify": {"store.clients"},
    "dateparser": {"app.dates"},
    "wcwidth": {"live.card", "live.keyboard", "render.problems"},
}

# The whole of the standard library that the domain may use: nothing with a file, a terminal or a clock in it.
PURE = {
    "calendar", "collections", "dataclasses", "datetime", "decimal", "difflib", "enum", "functools", "itertools",
    "math", "re", "string", "textwrap", "types", "typing", "unicodedata",
}  # fmt: skip

NETWORK = {
    "aiohttp", "asyncore", "ftplib", "http", "httpx", "imaplib", "nntplib", "poplib", "requests", "smtplib", "socket",
    "socketserver", "ssl", "telnetlib", "urllib", "urllib3", "webbrowser", "xmlrpc",
}  # fmt: skip

FORBIDDEN_CALLS = {
    "input": "it cuts a line at 4,095 bytes",
    "eval": "no text is ever run",
    "exec": "no text is ever run",
    "__import__": "an import is written as one, or none of these tests sees it",
}
FORBIDDEN_ATTRIBUTES = {
    "splitlines": "it breaks a line at U+2028 and at seven other characters",
    "import_module": "an import is written as one, or none of these tests sees it",
}
YAML_LOADERS = {
    f"{how}load{many}": "strict_yaml reads YAML: these take duplicate keys and read no as false"
    for how in ("", "safe_", "full_", "unsafe_")
    for many in ("", "_all")
}
THE_CLOCK = "app.context"
CLOCK_READERS = {"now", "utcnow", "today"}
LONGEST_MODULE = 300


@dataclass(frozen=True)
class Module:
    """A module of the package by its name below it, `domain.walk`, and its source."""

    name: str
    source: str

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
    return [Module(_name_of(path), path.read_text(encoding="utf-8")) for path in sorted(SRC.rglob("*.py"))]


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
        for name in _imported(module, node)
    ]


def _imported(module: Module, node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        package = ".".join([PACKAGE, *module.name.split(".")][: -node.level]) if node.level else ""
        base = ".".join(part for part in (package, node.module) if part)
        yield from (f"{base}.{alias.name}" for alias in node.names)


def names_used(module: Module) -> Iterator[tuple[str, int]]:
    """Every name that is called or reached for with a dot."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Attribute):
            yield f".{node.attr}", node.lineno
        elif isinstance(node, ast.Name):
            yield node.id, node.lineno


Rule = Callable[[Module], list[str]]


def imports_go_down(module: Module) -> list[str]:
    allowed = BELOW[module.room] | ({module.room} - {"top", "errors"})
    return [
        f"line {found.line}: {module.room} may not import {found.name}"
        for found in imports(module)
        if found.room is not None and found.room not in allowed
    ]


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


def nothing_forbidden_is_called(module: Module) -> list[str]:
    used = [(name, line) for name, line in names_used(module) if name in FORBIDDEN_CALLS]
    used += [(name[1:], line) for name, line in names_used(module) if name[1:] in FORBIDDEN_ATTRIBUTES]
    used += [(found.name.rpartition(".")[2], found.line) for found in imports(module)]
    used += [
        (node.attr, node.lineno)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute) and ast.unparse(node.value) == "yaml"
    ]
    why = FORBIDDEN_CALLS | FORBIDDEN_ATTRIBUTES | YAML_LOADERS
    from_yaml = {found.line for found in imports(module) if found.library == "yaml"}
    return sorted(
        f"line {line}: no {name}: {why[name]}"
        for name, line in used
        if name in why and (name not in YAML_LOADERS or line in from_yaml or "yaml" in module.source)
    )


def modules_are_short(module: Module) -> list[str]:
    length = module.source.count("\n")
    return [f"{length} lines, {LONGEST_MODULE} at most"] if length > LONGEST_MODULE else []


RULES: list[Rule] = [
    imports_go_down,
    domain_is_pure,
    clock_has_one_place,
    libraries_have_doors,
    nothing_calls_out,
    nothing_forbidden_is_called,
    modules_are_short,
]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_every_module_keeps_the_rule(rule: Rule) -> None:
    broken = [f"{module.name}: {problem}" for module in modules() for problem in rule(module)]

    assert broken == []
