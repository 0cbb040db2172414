"""Frameworks: which there are, what they ask, what is wrong with them."""

from dataclasses import dataclass
from pathlib import Path

from coachcli.app.choosing import first_sentence
from coachcli.app.context import Context
from coachcli.domain.framework import Framework
from coachcli.errors import CoachError
from coachcli.store import frameworks
from coachcli.store.framework_text import Checked
from coachcli.store.frameworks import Source


@dataclass(frozen=True, slots=True)
class Entry:
    """A framework in the list; without a title, one that cannot be used."""

    id: str
    title: str
    purpose: str
    minutes: int | None
    origin: str
    path: Path
    usable: bool


@dataclass(frozen=True, slots=True)
class Examined:
    """A file that was checked, under the name the coach gave it."""

    name: str
    checked: Checked


def list_frameworks(context: Context) -> list[Entry]:
    """Every framework, shipped and own."""
    return [_entry(source, _checked(source)) for source in frameworks.sources(context.practice)]


def load(context: Context, framework_id: str) -> Framework:
    """One framework, by its id."""
    return frameworks.load(frameworks.find(context.practice, framework_id))


def examine(context: Context, named: list[str]) -> list[Examined]:
    """Check files, or frameworks by their ids; all of them where none is named."""
    if not named:
        return [Examined(source.id, frameworks.checked(source)) for source in frameworks.sources(context.practice)]
    return [_examined(context, name) for name in named]


def _examined(context: Context, name: str) -> Examined:
    path = Path(name)
    if path.suffix in {".yaml", ".yml"} or path.is_file():
        return Examined(name, frameworks.check_file(path))
    return Examined(name, frameworks.checked(frameworks.find(context.practice, name)))


def _checked(source: Source) -> Checked | CoachError:
    try:
        return frameworks.checked(source)
    except CoachError as error:
        return error


def _entry(source: Source, result: Checked | CoachError) -> Entry:
    origin = (
        "shipped" if source.shipped else "yours, instead of the shipped one" if source.replaces_shipped else "yours"
    )
    if isinstance(result, CoachError) or result.framework is None:
        why = result.message if isinstance(result, CoachError) else f"broken: coach framework check {source.id}"
        return Entry(source.id, "", why, None, origin, source.path, usable=False)
    found = result.framework
    purpose = first_sentence(found.about or "")
    return Entry(source.id, found.title, purpose, found.minutes, origin, source.path, usable=True)
