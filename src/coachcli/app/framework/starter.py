"""The first version of a framework of the coach's own, and the schemas that lie beside it for the editor."""

from pathlib import Path

from coachcli.app.context import Context
from coachcli.command_line import command
from coachcli.domain.framework.model import Framework
from coachcli.domain.framework.names import framework_name, is_framework_name
from coachcli.domain.terms import FrameworkKind
from coachcli.errors import InUseError, NotFoundError, UsageError
from coachcli.render.engagement.schema import ENGAGEMENT_FILE, ROAD_FILE, engagement_schema, road_schema
from coachcli.render.framework.derived_starter import derived_starter
from coachcli.render.framework.schema import DERIVED_FILE, PLAIN_FILE, framework_schema, schema_text
from coachcli.render.framework.starter import starter
from coachcli.store.disk import files
from coachcli.store.framework import catalogue
from coachcli.store.paths import Practice
from coachcli.store.practice import set_up

_MINE = ", my way"


def new_framework(context: Context, name: str, parent: str | None = None, kind: FrameworkKind | None = None) -> Path:
    """Write the first version of a framework into the practice; returns where it is."""
    framework_id = _checked_id(name)
    above = catalogue.load(catalogue.named(context.practice, parent)) if parent is not None else None
    _refuse_what_is_there(context, framework_id, above)
    path = context.practice.frameworks / f"{framework_id}.yaml"
    set_up(context.practice)
    keep_schemas(context.practice)
    files.replace(path, first_version(framework_id, above, kind).encode(), expected=None)
    return path


def first_version(framework_id: str, parent: Framework | None, kind: FrameworkKind | None = None) -> str:
    """The text of a first version: one that extends a parent, or a whole framework."""
    named = framework_id.replace("_", " ").replace("-", " ").capitalize()
    if parent is None:
        return starter(framework_id, named, kind or "conversation")
    title = named if parent.title.endswith(_MINE) else f"{parent.title}{_MINE}"
    return derived_starter(framework_id, title, parent, kind)


def _checked_id(name: str) -> str:
    if not is_framework_name(name):
        bare = name.removesuffix(".yaml").removesuffix(".yml")
        better = bare if is_framework_name(bare) else framework_name(bare)
        raise UsageError(
            f"'{name[:60]}' cannot be the id of a framework: small letters, digits, - and _ only.",
            f"For example: {command('framework', 'new', better)}",
        )
    return name


def _refuse_what_is_there(context: Context, framework_id: str, parent: Framework | None) -> None:
    there = next((one for one in catalogue.sources(context.practice) if one.id.casefold() == framework_id), None)
    if there is None:
        return
    if not there.shipped:
        raise InUseError(
            f"There is a framework {there.id} of yours already: {there.path}",
            f"Nothing was changed. To change it: {command('framework', 'edit', there.id)}",
        )
    if parent is None or parent.id != framework_id:
        yours = command("framework", "new", framework_id, "--from", framework_id)
        raise InUseError(
            f"{framework_id} is the name of a framework that comes with coachcli.",
            f"Take another name, or make that one yours: {yours}",
        )


_BEGINNING = b'{\n "$schema"'


def keep_schemas(practice: Practice) -> None:
    """Write the schemas into the practice, unless those of this version are there."""
    schemas = {
        PLAIN_FILE: framework_schema(derived=False),
        DERIVED_FILE: framework_schema(derived=True),
        ENGAGEMENT_FILE: engagement_schema(),
        ROAD_FILE: road_schema(),
    }
    for name, schema in schemas.items():
        path, data = practice.frameworks / name, schema_text(schema).encode()
        try:
            there = files.read_bytes(path)
        except NotFoundError:
            files.replace(path, data, expected=None)
        else:
            if there != data:
                files.replace(path, data, expected=files.digest(there))


def write_schema(target: Path, text: str) -> None:
    """Write a schema where the coach wants it; raises where something other than a schema is there."""
    if not target.parent.is_dir():
        raise UsageError(f"There is no folder {target.parent}.", "Make it first, or name another.")
    digest: str | None = None
    if target.exists():
        there = files.read_bytes(target)
        if not there.startswith(_BEGINNING):
            raise InUseError(f"{target} is there already, and is no schema.", "Nothing was overwritten. Name another.")
        digest = files.digest(there)
    files.replace(target, text.encode(), expected=digest)
