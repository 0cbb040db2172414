"""Which frameworks there are: the shipped ones, and the coach's own, which come first where both have an id."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from coachcli.command_line import command
from coachcli.domain import namesakes
from coachcli.domain.languages import language_name, widened
from coachcli.domain.namesakes import which_of
from coachcli.domain.near_names import near
from coachcli.domain.value import changed
from coachcli.errors import NotFoundError, Saying, UnreadableError, UsageError
from coachcli.store.disk import files
from coachcli.store.framework.files import (
    CREDENTIALS,
    EARLIER_HOURS,
    ENGAGEMENTS,
    PACKS,
    ROADS,
    Source,
    passed_over,
    shipped,
    shipped_folder,
    sources_in,
    translates,
    translation_files,
)
from coachcli.store.index import checked_frameworks
from coachcli.store.paths import Practice

if TYPE_CHECKING:
    from coachcli.domain.framework.model import Framework
    from coachcli.store.framework.check import Checked

# The code that checks frameworks is loaded only where one is checked, as most are remembered.
__all__ = ["BrokenFrameworkError", "Source", "passed_over", "shipped", "shipped_folder", "translation_files"]


class BrokenFrameworkError(UnreadableError):
    """A framework that cannot be used; `checked` says why and where."""

    def __init__(self, source: Source, checked: "Checked") -> None:
        first = checked.errors[0]
        self.again = command("framework", "check", str(source.path) if translates(source.path) else source.id)
        super().__init__(
            f"{source.path}:{first.line}:{first.column}: {first.text}",
            f"{_sentence(first.hint)}Mend the file, then: {self.again}",
        )
        self.source = source
        self.checked = checked


def _sentence(hint: str) -> str:
    return f"{hint}{'' if hint.endswith(('?', '.')) else '.'} " if hint else ""


def sources(practice: Practice) -> list[Source]:
    """Every framework there is, in the order of their ids."""
    return sources_in(practice.frameworks)


def find(practice: Practice, framework_id: str) -> Source:
    """The framework of that id; the case of letters makes no difference."""
    by_id = {source.id.casefold(): source for source in sources(practice)}
    key = framework_id.strip().casefold()
    if key in by_id:
        return by_id[key]
    for other in passed_over(practice.frameworks):
        if Path(other.meant).stem.casefold() == key:
            raise NotFoundError(f"There is no framework {framework_id.strip()[:60]}.", other.sentence)
    close = near(key, by_id)
    hint = f"Did you mean {' or '.join(close)}?" if close else f"{command('framework', 'list')} shows what there is."
    message = Saying(
        f"There is no framework {framework_id.strip()[:60]}.", discreet="There is no framework of that name."
    )
    raise NotFoundError(message, hint)


def meant(practice: Practice, name: str) -> list[str]:
    """The ids of the frameworks that a coach can mean by a name: an id, another name, or a part of one."""
    from coachcli.store.index.other_names import other_names  # noqa: PLC0415 most names are ids

    paths = {source.id: source.path for source in sources(practice)}
    return namesakes.meant(name, paths, lambda one: other_names(paths[one]))


def named(practice: Practice, name: str) -> Source:
    """The one framework that a coach means by a name."""
    ids = meant(practice, name)
    if len(ids) > 1:
        message = f"{name.strip()[:60]} can mean more than one framework."
        raise NotFoundError(Saying(message, discreet="That can mean more than one framework."), which_of(ids))
    return find(practice, ids[0] if ids else name)


def load(source: Source, language: str | None = None, *, preferred: str | None = None) -> "Framework":
    """A framework that can be used; raises BrokenFrameworkError with everything that is wrong with it.

    It comes in `language`; raises UsageError with the languages there are where that is not one of them. It comes in
    the `preferred` language only if that is one of them. A framework that extends another and has no translation of its
    own takes the other's translation; the coach's own words stay as they are.
    """
    from coachcli.domain.framework.plain_json import framework_bytes, framework_from  # noqa: PLC0415

    made_from = "framework", source, language or "", preferred or ""
    name = checked_frameworks.of_source(*made_from)
    if remembered := checked_frameworks.recall(name):
        with suppress(ValueError):
            return framework_from(remembered)
    framework = _loaded(source, language, preferred)
    if checked_frameworks.of_source(*made_from) == name:  # nobody changed it meanwhile
        checked_frameworks.remember(name, framework_bytes(framework))
    return framework


def _loaded(source: Source, language: str | None, preferred: str | None) -> "Framework":
    from coachcli.store.framework import resolver  # noqa: PLC0415

    framework = _usable(source, checked(source))
    wanted = language or preferred or framework.language
    # What is preferred may be had in a wider language; what was asked for is that or nothing.
    for code in [wanted.strip().casefold()] if language else widened(wanted):
        if code == framework.language.casefold():
            return framework
        there = translation_files(source)
        if code in there:
            return _usable(source._replace(path=there[code]), resolver.translated(there[code], framework))
        shelf_of = resolver.Shelf(source, speaking=code)
        spoken = shelf_of.checked().framework
        if spoken is not None and shelf_of.speaks:
            return changed(spoken, language=code)
    if language is None:
        return framework
    raise UsageError(
        f"{framework.title} is not available in {language_name(language[:20])}.",
        f"It is in {', '.join(f'{language_name(code)} ({code})' for code in _languages(framework, source))}.",
    )


def languages(practice: Practice, framework_id: str) -> list[str]:
    """The languages that a framework has, its own first; raises BrokenFrameworkError."""
    source = find(practice, framework_id)
    return _languages(load(source), source)


def checked(source: Source) -> "Checked":
    """A framework's file, read and checked."""
    from coachcli.store.framework.resolver import Shelf  # noqa: PLC0415

    return Shelf(source).checked()


def check_file(path: Path, *, own: Path | None = None) -> "Checked":
    """A file checked as what it is: a framework whose id is the file's name, a translation, a topic pack or a road.

    The names in it are looked up in the folder `own` of a coach's frameworks, or else beside it.
    """
    from coachcli.store.framework import packs, resolver, translations  # noqa: PLC0415
    from coachcli.store.framework.check import Checked  # noqa: PLC0415
    from coachcli.store.framework.foreign_files import foreign  # noqa: PLC0415
    from coachcli.store.framework.text import file_bytes  # noqa: PLC0415

    is_shipped = path.absolute().parent == shipped_folder()
    source = Source(path.stem, path, is_shipped, own=None if is_shipped else own or path.parent)
    target = translates(path)
    if other := foreign(files.read_ends(path)):
        return Checked((), None, (other,))
    if target is not None:
        return translations.check(file_bytes(path), target, resolver.Shelf(source).framework)
    if path.absolute().parent.name in {ROADS, ENGAGEMENTS}:
        return _of_an_engagement(path, source.own)
    if path.name == EARLIER_HOURS or path.absolute().parent.name == CREDENTIALS:
        return _of_hours(path)
    if path.absolute().parent.name == PACKS or resolver.looks_like_a_pack(file_bytes(path)):
        outcome = packs.check_file(path)
        return Checked(outcome.lines, None, outcome.problems)
    return checked(source)


def _of_an_engagement(path: Path, own: Path | None) -> "Checked":
    """A road, or the engagement of a client, checked; neither is a framework."""
    from coachcli.store.engagement import engagement_text, roads  # noqa: PLC0415 as above
    from coachcli.store.framework.check import Checked  # noqa: PLC0415
    from coachcli.store.framework.text import file_bytes  # noqa: PLC0415

    if path.absolute().parent.name == ROADS:
        road = roads.check_file(path, own)
        return Checked(road.lines, None, road.problems)
    ids = [source.id for source in sources_in(own)]
    agreed = engagement_text.check_with_road(file_bytes(path), path.stem, ids)
    return Checked(agreed.lines, None, agreed.problems)


def _of_hours(path: Path) -> "Checked":
    """Hours from before, or what a credential asks for, checked."""
    from coachcli.store.framework.check import Checked  # noqa: PLC0415 as above
    from coachcli.store.hours import credentials, earlier_file  # noqa: PLC0415

    if path.name == EARLIER_HOURS:
        hours = earlier_file.check(files.read_bytes(path, earlier_file.LIMITS.bytes))
        return Checked(hours.lines, None, hours.problems)
    asked = credentials.check_file(path)
    return Checked(asked.lines, None, asked.problems)


def _languages(framework: "Framework", source: Source) -> list[str]:
    return [framework.language, *sorted(set(translation_files(source)) - {framework.language.casefold()})]


def _usable(source: Source, result: "Checked") -> "Framework":
    if result.framework is None:
        raise BrokenFrameworkError(source, result)
    return result.framework
