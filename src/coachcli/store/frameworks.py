"""Which frameworks there are: the shipped ones, and the coach's own, which come first where both have an id."""

from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from coachcli.domain.framework import Framework
from coachcli.errors import CoachError, NotFoundError, UnreadableError
from coachcli.store import files
from coachcli.store.framework_text import Checked, check, named
from coachcli.store.paths import Practice

_MODULE = Path(__file__)


@dataclass(frozen=True, slots=True)
class Source:
    """A framework's file. `replaces_shipped`: the coach's own, used instead of a shipped one."""

    id: str
    path: Path
    shipped: bool
    replaces_shipped: bool = False


class BrokenFrameworkError(UnreadableError):
    """A framework that cannot be used; `checked` says why and where."""

    def __init__(self, source: Source, checked: Checked) -> None:
        first = checked.errors[0]
        super().__init__(
            f"{source.path}:{first.line}:{first.column}: {first.text}",
            f"{_sentence(first.hint)}Mend the file, then: coach framework check {source.id}",
        )
        self.source = source
        self.checked = checked


def _sentence(hint: str) -> str:
    return f"{hint}{'' if hint.endswith(('?', '.')) else '.'} " if hint else ""


def shipped_folder() -> Path:
    """Where the shipped frameworks are: beside the package when installed, at the top of the checkout otherwise."""
    for folder in (_MODULE.parents[1] / "frameworks", _MODULE.parents[3] / "frameworks"):
        if folder.is_dir():
            return folder
    raise CoachError("The shipped frameworks are not there; this installation is broken.", "Install coachcli again.")


def sources(practice: Practice) -> list[Source]:
    """Every framework there is, by id."""
    shipped = {path.stem: path for path in shipped_folder().glob("*.yaml")}
    own = {path.stem: path for path in practice.frameworks.glob("*.yaml") if not path.name.startswith(".")}
    # Letters' case tells nothing apart, here as in `find`.
    replaced = {name.casefold() for name in own} & set(shipped)
    found = [Source(name, path, shipped=True) for name, path in shipped.items() if name not in replaced]
    found += [Source(name, path, False, name.casefold() in replaced) for name, path in own.items()]
    return sorted(found, key=lambda source: source.id)


def find(practice: Practice, framework_id: str) -> Source:
    """The framework of that id, whatever its letters' case."""
    everything = {source.id.casefold(): source for source in sources(practice)}
    wanted = framework_id.strip().casefold()
    if wanted in everything:
        return everything[wanted]
    close = get_close_matches(wanted, everything, n=3, cutoff=0.5)
    hint = f"Did you mean {' or '.join(close)}?" if close else "coach framework list shows what there is."
    raise NotFoundError(f"There is no framework {framework_id.strip()[:60]}.", hint)


def checked(source: Source) -> Checked:
    """A framework's file, read and checked."""
    return check_file(source.path)


def check_file(path: Path) -> Checked:
    """A file checked as a framework that goes by the file's name."""
    return named(check(files.read_bytes(path), path.stem), path.stem)


def load(source: Source) -> Framework:
    """A framework that can be used; raises BrokenFrameworkError with everything that is wrong with it."""
    result = checked(source)
    if result.framework is None:
        raise BrokenFrameworkError(source, result)
    return result.framework
