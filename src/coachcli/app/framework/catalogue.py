"""The frameworks there are, and what each asks."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from coachcli.app.context import Context
from coachcli.domain.framework.summary import Listed, first_sentence
from coachcli.domain.terms import FrameworkKind
from coachcli.errors import CoachError
from coachcli.patterns import pattern
from coachcli.store.framework import catalogue
from coachcli.store.framework.catalogue import Source
from coachcli.store.framework.files import PACKS
from coachcli.store.index.framework_list import Summaries

if TYPE_CHECKING:
    from coachcli.domain.framework.model import Framework
    from coachcli.store.framework.check import Checked

_PARENT = pattern(r"extends:\s*[\"']?([a-z][a-z0-9_-]*)")


def list_frameworks(context: Context, kind: FrameworkKind | None = None, *, own: bool = False) -> list[Listed]:
    """All frameworks, or only the coach's own. With `kind`, those of that kind, and the broken ones, which may be."""
    summaries = Summaries(context.practice.frameworks)
    sources = [source for source in catalogue.sources(context.practice) if not (own and source.shipped)]
    known = [summaries.known(source, listed) for source in sources]
    summaries.save()
    return [one for one in known if kind is None or one.kind in {kind, None}]


def passed_over(context: Context) -> list[str]:
    """A sentence for each file that lies beside the coach's frameworks, was meant to be one, and is not used."""
    own = context.practice.frameworks
    return [found.sentence for folder in (own, own / PACKS) for found in catalogue.passed_over(folder)]


def listed(source: Source) -> Listed:
    """One framework as lists show it."""
    try:
        result = catalogue.checked(source)
    except CoachError as error:
        return _broken(source, _origin(source, ()), error.message)
    origin = _origin(source, result.lines)
    framework = result.framework
    if framework is None:
        return _broken(source, origin, _first_problem(result))
    purpose = first_sentence(framework.about or "")
    languages = tuple(dict.fromkeys([framework.language, *sorted(catalogue.translation_files(source))]))
    return Listed(
        framework.id,
        framework.title,
        framework.kind,
        purpose,
        framework.minutes,
        languages,
        origin,
        str(source.path),
        room=framework.room,
    )


def load(context: Context, framework_id: str, language: str | None = None) -> "Framework":
    """The framework of a name, in its own language or in another that it has."""
    return catalogue.load(catalogue.named(context.practice, framework_id), language)


def file_text(context: Context, framework_id: str) -> str:
    """The file of a framework, as it is."""
    from coachcli.store.framework.text import file_bytes  # noqa: PLC0415 a list reads no framework

    source = catalogue.named(context.practice, framework_id)
    return file_bytes(source.path).decode("utf-8-sig", errors="replace")


def resolved_text(framework: "Framework") -> str:
    """A framework as YAML with every setting written out, those included that its file leaves out."""
    from coachcli.domain.framework.fields import source_of  # noqa: PLC0415 a list checks none
    from coachcli.store.yaml_io import writer  # noqa: PLC0415 nor writes one

    return writer.write(source_of(framework))


def _broken(source: Source, origin: str, problem: str) -> Listed:
    return Listed(source.id, "", None, "", None, (), origin, str(source.path), problem)


def _first_problem(result: "Checked") -> str:
    first, *more = result.errors
    others = f", and {len(more)} more" if more else ""
    return f"line {first.line}: {first.text}{others}"


def _origin(source: Source, lines: tuple[str, ...]) -> str:
    if source.shipped:
        return "shipped"
    origin = "yours, instead of the shipped one" if source.replaces_shipped else "yours"
    parent = next((match[1] for match in map(_PARENT.match, lines) if match), None)
    return f"{origin}, extends {parent}" if parent else origin


def titles(context: Context, ids: Collection[str]) -> dict[str, str]:
    """The titles of these frameworks, by their ids; no framework is looked at where there are none."""
    return {one.id: one.title for one in list_frameworks(context) if one.id in ids and one.title} if ids else {}
