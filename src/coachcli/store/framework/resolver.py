"""Reads and checks frameworks at their places: with what they extend, translate and draw on."""

import re
from collections.abc import Callable, Collection
from pathlib import Path

from coachcli.command_line import command
from coachcli.domain.framework.fields import source_of
from coachcli.domain.framework.model import Framework
from coachcli.domain.near_names import nearest
from coachcli.domain.problems import Problem
from coachcli.domain.value import changed
from coachcli.errors import CoachError
from coachcli.patterns import pattern
from coachcli.store.disk import files
from coachcli.store.disk.status import is_file
from coachcli.store.framework import packs, translations
from coachcli.store.framework.check import Checked, check, named
from coachcli.store.framework.files import Source, Translates, shipped, sources_in, translates, translation_files
from coachcli.store.framework.foreign_files import foreign
from coachcli.store.framework.parent import (
    BROKEN_PARENT,
    CIRCLE,
    TOO_DEEP,
    UNKNOWN_PARENT,
    Inherited,
    ParentError,
    inherited,
)
from coachcli.store.framework.parts import short
from coachcli.store.framework.text import file_bytes

_DEEPEST = 3
_TRANSLATION = pattern(rb"^translates[ \t]*:", re.MULTILINE)
_PACK = pattern(rb"^probes[ \t]*:", re.MULTILINE)
_STAGES = pattern(rb"^(stages|extends)[ \t]*:", re.MULTILINE)


class Shelf:
    """It finds what a framework names. `chain` ends in that framework; before it come those that build upon it.

    The frameworks that it builds upon are taken in the language `speaking`, where they have a translation.
    """

    def __init__(self, *chain: Source, speaking: str | None = None) -> None:
        self._chain = chain
        self._speaking = speaking
        self.speaks = False
        """Whether a framework that it builds upon was there in that language."""
        self._here = chain[-1]
        self._found: dict[tuple[str, str | None], Inherited] = {}

    def checked(self, text: bytes | None = None) -> Checked:
        """The framework itself, read and checked, with this text in place of its own if one is given."""
        if other := foreign(files.read_ends(self._here.path) if text is None else text):
            return Checked((), None, (other,))
        data, name = file_bytes(self._here.path) if text is None else text, self._here.path.stem
        misplaced = _misplaced(data)
        if misplaced is not None:
            return Checked(tuple(data.decode(errors="replace").split("\n")), None, (misplaced,))
        result = named(check(data, name, references=self), name)
        return changed(result, problems=(*self._unused(), *result.problems))

    def parent(self, name: str, language: str | None) -> Inherited:
        """The framework that is extended. One with the name of the file itself is the shipped one it replaces."""
        language = self._speaking or language
        if (name, language) not in self._found:
            self._found[name, language] = self._inherited(name, language)
        return self._found[name, language]

    def packs(self) -> Collection[str]:
        """The packs there are to draw on."""
        return packs.names(self._here.own)

    def framework(self, name: str) -> Framework:
        """The framework of a name, in its own language."""
        source = self._source(name)
        return _usable(source.path, source.id, Shelf(source).checked)

    def _unused(self) -> tuple[Problem, ...]:
        other = self._here.path.with_suffix(".yml")
        if self._here.path.suffix != ".yaml" or not is_file(other):
            return ()
        text, hint = f"{other.name} lies beside this file and is not used", "delete one of the two, or rename it"
        return (Problem("W304", 1, 1, text, hint=hint, level="warning"),)

    def _inherited(self, name: str, language: str | None) -> Inherited:
        above = shipped(name) if name.casefold() == self._here.id.casefold() else self._source(name)
        if above is None:
            text = f"'{name}' is this framework itself, and none of that name is shipped"
            raise ParentError(UNKNOWN_PARENT, text, "extend another one")
        line = " -> ".join(source.id for source in (*self._chain, above))
        if above.path in {source.path for source in self._chain}:
            raise ParentError(CIRCLE, f"these extend each other in a circle: {line}", "extend another one")
        if len(self._chain) > _DEEPEST:
            text = f"this goes more than {_DEEPEST} deep: {line}"
            raise ParentError(TOO_DEEP, text, "extend one that is nearer to the end of this line")
        shelf = Shelf(*self._chain, above, speaking=self._speaking)
        framework = _usable(above.path, above.id, shelf.checked)
        path = translation_files(above).get((language or framework.language).casefold())
        if path is not None and language and language.casefold() != framework.language.casefold():
            framework = _usable(path, str(path), lambda: translated(path, framework))
            self.speaks = True
        self.speaks = self.speaks or shelf.speaks
        return inherited(framework.id, source_of(framework))

    def _source(self, name: str) -> Source:
        by_id = {source.id.casefold(): source for source in sources_in(self._here.own)}
        key = name.strip().casefold()
        if key in by_id:
            return by_id[key]
        close = nearest(key, by_id)
        hint = f"did you mean '{close}'?" if close else f"{command('framework', 'list')} shows what there is"
        raise ParentError(UNKNOWN_PARENT, f"there is no framework '{short(name)}'", hint)


def translated(path: Path, framework: Framework) -> Checked:
    """A framework in the language of a translation."""
    target = translates(path) or Translates(framework.id, framework.language)
    return translations.check(file_bytes(path), target, lambda _: framework)


def _usable(path: Path, name: str, read: Callable[[], Checked]) -> Framework:
    """A framework to build upon; raises ParentError with the first place where it is wrong."""
    try:
        result = read()
    except CoachError as error:
        raise ParentError(BROKEN_PARENT, f"'{name}' cannot be used: {error.message}", error.hint) from None
    if result.framework is not None:
        return result.framework
    # A problem of a framework further down the line is told as it is: it is the same for all that build upon that one.
    deeper = (problem for problem in result.errors if problem.code in {CIRCLE, TOO_DEEP, BROKEN_PARENT})
    first = next(deeper, result.errors[0])
    if first.code in {CIRCLE, TOO_DEEP, BROKEN_PARENT}:
        raise ParentError(first.code, first.text, first.hint)
    text = f"'{name}' cannot be used: {path}:{first.line}:{first.column}: {first.text}"
    raise ParentError(BROKEN_PARENT, text, f"mend it first: {command('framework', 'check', name)}")


def _misplaced(data: bytes) -> Problem | None:
    """The problem of a translation or a pack that lies where frameworks are."""
    match = _TRANSLATION.search(data)
    if match:
        text, hint = "this is a translation, but the file is not called as one", "call it, for example, grow.de.yaml"
        return Problem("E304", data.count(b"\n", 0, match.start()) + 1, 1, text, len(b"translates"), hint)
    match = _PACK.search(data)
    if match and looks_like_a_pack(data):
        text, hint = "this is a topic pack and no framework", "put it into the folder packs"
        return Problem("E304", data.count(b"\n", 0, match.start()) + 1, 1, text, len(b"probes"), hint)
    return None


def looks_like_a_pack(data: bytes) -> bool:
    """Whether a file has `probes:` at its top, where no framework has them."""
    return _PACK.search(data) is not None and _STAGES.search(data) is None
