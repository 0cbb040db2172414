"""Finds roads by their names, the coach's own before the shipped ones, and reads and checks them."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from coachcli.command_line import command
from coachcli.domain.engagement.flaws import Flaw, road_flaws, unknown_frameworks
from coachcli.domain.engagement.model import Road
from coachcli.domain.namesakes import meant
from coachcli.domain.near_names import near
from coachcli.domain.problems import Problem
from coachcli.errors import NotFoundError, UnreadableError
from coachcli.store.engagement.record_text import CheckedText, Form, check
from coachcli.store.framework.files import ROADS, shipped_folder, sources_in, yaml_files
from coachcli.store.framework.text import file_bytes
from coachcli.store.paths import Practice


class RoadSource(NamedTuple):
    """A road's file."""

    id: str
    path: Path
    shipped: bool


def sources(own: Path | None) -> list[RoadSource]:
    """Every road there is, in the order of their ids; `own` is the folder of the coach's own frameworks."""
    mine = [RoadSource(name, path, shipped=False) for name, path in (yaml_files(own / ROADS) if own else {}).items()]
    replaced = {one.id.casefold() for one in mine}
    shipped = (RoadSource(name, path, shipped=True) for name, path in yaml_files(shipped_folder() / ROADS).items())
    return sorted([*mine, *(one for one in shipped if one.id not in replaced)], key=lambda one: one.id)


def find(practice: Practice, name: str) -> RoadSource:
    """The road of that id, or the only one with that in its id; the case of letters makes no difference."""
    by_id = {one.id.casefold(): one for one in sources(practice.frameworks)}
    matches = meant(name, by_id, lambda _: ())
    if len(matches) == 1:
        return by_id[matches[0]]
    close = matches[:3] or near("-".join(name.split()).casefold(), by_id)
    hint = f"Did you mean {' or '.join(close)}?" if close else f"There are: {', '.join(by_id)}."
    raise NotFoundError(f"There is no road {name.strip()[:60]}.", hint)


def load(source: RoadSource, own: Path | None) -> Road:
    """The road of a source; raises UnreadableError with the first problem if it cannot be used."""
    outcome = check_file(source.path, own)
    if outcome.record is not None:
        return outcome.record
    first = next(problem for problem in outcome.problems if problem.level == "error")
    again = command("framework", "check", str(source.path))
    raise UnreadableError(f"{source.path}:{first.line}:{first.column}: {first.text}", f"Mend the file, then: {again}")


def check_file(path: Path, own: Path | None) -> CheckedText[Road]:
    """A file checked as a road, whose id is the file's name; its frameworks are looked up in `own` as well."""
    ids = [source.id for source in sources_in(own)]
    form = Form(Road, "title: Six months", partial(_flaws, ids), {"title": "?", "do": "x", "id": "x", "-": {"do": "x"}})
    outcome = check(file_bytes(path), path.stem, form)
    return outcome if outcome.record is None else _named(outcome, outcome.record, path.stem)


def _flaws(ids: Iterable[str], road: Road) -> Iterable[Flaw]:
    return (*road_flaws(road.road), *unknown_frameworks(road.road, ids))


def _named(outcome: CheckedText[Road], road: Road, file_id: str) -> CheckedText[Road]:
    """The outcome, with an error where the id is not the name of the file."""
    if road.id == file_id.casefold():
        return outcome
    line = next((n for n, text in enumerate(outcome.lines, 1) if text.startswith("id:")), 1)
    text, hint = f"the id is '{road.id}', but the file is called '{file_id}'", f"name the file {road.id}.yaml"
    return outcome._replace(record=None, problems=(*outcome.problems, Problem("E303", line, 1, text, hint=hint)))
