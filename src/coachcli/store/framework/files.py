"""Where the shipped frameworks are, which files the folders of frameworks hold, and what each is by its name."""

import re
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from coachcli.domain.languages import LANGUAGE
from coachcli.errors import CoachError
from coachcli.patterns import pattern
from coachcli.store.disk.copies import original_of
from coachcli.store.disk.status import is_folder

_MODULE = Path(__file__)
PACKS = "packs"
"""The folder of topic packs beside frameworks."""
ROADS = "roads"
"""The folder of roads beside frameworks."""
CREDENTIALS = "credentials"
"""The folder of what credentials ask for, beside frameworks."""
EARLIER_HOURS = "earlier-hours.yaml"
"""The file of hours from before."""
ENGAGEMENTS = "engagements"
"""The folder of a client's engagements."""
_TRANSLATION = pattern(rf"(?P<id>[^.]+)\.(?P<language>{LANGUAGE.pattern})", re.IGNORECASE)
ENDINGS = (".yaml", ".yml")
"""The endings of the files that are used."""
_DRAFT = ".draft"
_OTHER_PROGRAMS = {".docx", ".doc", ".odt", ".rtf", ".pages"}


def shipped_folder() -> Path:
    """Where the shipped frameworks are: beside the package when installed, at the top of the checkout otherwise."""
    for folder in (_MODULE.parents[2] / "frameworks", _MODULE.parents[4] / "frameworks"):
        if folder.is_dir():
            return folder
    raise CoachError("The shipped frameworks are not there; this installation is broken.", "Install coachcli again.")


class Source(NamedTuple):
    """A framework's file. `replaces_shipped`: it is the coach's own and used instead of a shipped one.

    `own` is the folder of the coach's own frameworks, where the names in it are looked up first.
    """

    id: str
    path: Path
    shipped: bool
    replaces_shipped: bool = False
    own: Path | None = None


class Translates(NamedTuple):
    """What the name of a translation says: `grow.de.yaml`."""

    id: str
    language: str


class PassedOver(NamedTuple):
    """A file that is not used, and the name `meant` under which it would be; `is_copy`: a second version of that."""

    path: Path
    meant: str
    is_copy: bool

    @property
    def sentence(self) -> str:
        """What it is and what to do."""
        if self.path.suffix.casefold() in _OTHER_PROGRAMS:
            return f"{self.path.name} is not used: a framework is a plain text file, such as {self.meant}."
        if self.is_copy:
            why = f"it looks like a second version of {self.meant}. Keep one of the two, under that name"
        else:
            why = f"its name does not end in .yaml. Call it {self.meant}"
        return f"{self.path.name} is not used: {why}."


def yaml_files(folder: Path) -> dict[str, Path]:
    """The YAML files of a folder by their names; beside a .yaml a .yml of the same name is not used."""
    with suppress(OSError):
        paths = [*folder.glob("*.yml"), *folder.glob("*.yaml")]
        return {path.stem: path for path in paths if is_taken(path)}
    return {}


def is_taken(path: Path) -> bool:
    """Whether a file is used, judged by its name. The case of its ending counts, as it does on other systems."""
    return path.suffix in ENDINGS and not path.name.startswith(".") and original_of(path.name) is None


def passed_over(folder: Path) -> list[PassedOver]:
    """The files of a folder whose names say that they were meant to be used, and that are not."""
    with suppress(OSError):
        return [one for path in sorted(folder.iterdir()) if (one := misnamed(path))]
    return []


def misnamed(path: Path) -> PassedOver | None:
    """The file as passed over, if its name keeps it from being used; None if it is used, or is none of these files."""
    if path.name.startswith(".") or is_taken(path) or is_folder(path):
        return None
    original = original_of(path.name)
    name = Path(original or path.name)
    if name.suffix.casefold() == ".txt":
        name = name.with_suffix("")
    if name.suffix.casefold() in _OTHER_PROGRAMS:
        return PassedOver(path, str(name.with_suffix(".yaml")), is_copy=False)
    if name.suffix.casefold() not in ENDINGS:
        return None
    return PassedOver(path, str(name.with_suffix(name.suffix.casefold())), is_copy=original is not None)


def translates(path: Path) -> Translates | None:
    """What a file translates, if it has the name of a translation."""
    match = _TRANSLATION.fullmatch(path.stem)
    return Translates(match["id"].casefold(), match["language"].casefold()) if match else None


def sources_in(own: Path | None) -> list[Source]:
    """Every framework, the shipped ones and those in this folder of the coach's own, in the order of their ids."""
    shipped_ones = _frameworks(shipped_folder())
    mine = _frameworks(own) if own is not None else {}
    # Two names that differ in case are the same, here and where a framework is looked up.
    replaced = {name.casefold() for name in mine} & set(shipped_ones)
    sources = [Source(name, path, True, own=own) for name, path in shipped_ones.items() if name not in replaced]
    sources += [Source(name, path, False, name.casefold() in replaced, own) for name, path in mine.items()]
    return sorted(sources, key=lambda source: source.id)


def shipped(framework_id: str) -> Source | None:
    """The shipped framework of that id, even where the coach's own is used instead."""
    path = _frameworks(shipped_folder()).get(framework_id.strip().casefold())
    return Source(path.stem, path, shipped=True) if path is not None else None


def translation_files(source: Source) -> dict[str, Path]:
    """The files of a framework's translations by their languages; the coach's own come before shipped ones."""
    beside = _translations(shipped_folder(), source.id) if source.shipped else {}
    return beside | (_translations(source.own, source.id) if source.own is not None else {})


def _frameworks(folder: Path) -> dict[str, Path]:
    """The frameworks of a folder, without translations, and without drafts, which are not used."""
    files = yaml_files(folder)
    return {name: path for name, path in files.items() if not translates(path) and not name.endswith(_DRAFT)}


def _translations(folder: Path, framework_id: str) -> dict[str, Path]:
    pairs = ((translates(path), path) for path in yaml_files(folder).values())
    return {target.language: path for target, path in pairs if target and target.id == framework_id.casefold()}
