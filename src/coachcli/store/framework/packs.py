"""Topic packs on disk: the shipped ones, and the coach's own, which come first where both have an id."""

from dataclasses import dataclass
from pathlib import Path

from coachcli.command_line import command
from coachcli.domain.framework.pack import Pack
from coachcli.domain.near_names import near
from coachcli.errors import NotFoundError, UnreadableError
from coachcli.store.framework.files import PACKS, yaml_files
from coachcli.store.framework.pack_text import CheckedPack, check
from coachcli.store.framework.shipped import shipped_folder
from coachcli.store.framework.text import file_bytes
from coachcli.store.paths import Practice


@dataclass(frozen=True, slots=True)
class PackSource:
    """A pack's file."""

    id: str
    path: Path
    shipped: bool


def sources(practice: Practice) -> list[PackSource]:
    """Every pack there is, by id."""
    return _sources(practice.frameworks)


def names(own: Path | None) -> list[str]:
    """The ids of all packs that a framework can name, with the coach's own if their folder of frameworks is known."""
    return [source.id for source in _sources(own)]


def find(practice: Practice, name: str) -> PackSource:
    """The pack of that id, or with that in its id and in no other's, whatever the letters' case."""
    everything = {source.id.casefold(): source for source in sources(practice)}
    wanted = "-".join(name.split()).casefold()
    meant = [wanted] if wanted in everything else [name for name in everything if wanted and wanted in name]
    if len(meant) == 1:
        return everything[meant[0]]
    close = near(wanted, everything)
    close = meant[:3] or close
    hint = f"Did you mean {' or '.join(close)}?" if close else f"There are: {', '.join(everything) or 'none yet'}."
    raise NotFoundError(f"There is no topic pack {name.strip()[:60]}.", hint)


def load(source: PackSource) -> Pack:
    """A pack that can be used; raises UnreadableError with the first thing that is wrong with it."""
    found = check_file(source.path)
    if found.pack is None:
        first = next(problem for problem in found.problems if problem.level == "error")
        raise UnreadableError(
            f"{source.path}:{first.line}:{first.column}: {first.text}",
            f"Mend the file, then: {command('framework', 'check', str(source.path))}",
        )
    return found.pack


def check_file(path: Path) -> CheckedPack:
    """A file, checked as a pack that goes by the file's name."""
    return check(file_bytes(path), path.stem)


def _sources(own: Path | None) -> list[PackSource]:
    shipped = {name: PackSource(name, path, True) for name, path in yaml_files(shipped_folder() / PACKS).items()}
    mine = {name: PackSource(name, path, False) for name, path in (yaml_files(own / PACKS) if own else {}).items()}
    replaced = {name.casefold() for name in mine}
    found = [source for name, source in shipped.items() if name not in replaced]
    return sorted([*found, *mine.values()], key=lambda source: source.id)
