"""The schemas of engagements and roads: what is right passes, what is wrong is told, and every word is explained."""

from pathlib import Path

import jsonschema
import pytest
import yaml
from engagements import START
from render.framework.test_schema import Editor

from coachcli.domain.engagement.model import Engagement, Milestone
from coachcli.render.engagement.schema import engagement_schema, road_schema
from coachcli.store.engagement.new_file import new_text
from coachcli.store.framework.files import shipped_folder

ENGAGEMENT = jsonschema.Draft7Validator(engagement_schema())
ROAD = jsonschema.Draft7Validator(road_schema())
SHIPPED = sorted((shipped_folder() / "roads").glob("*.yaml"))


def told(schema: jsonschema.Draft7Validator, text: str) -> list[str]:
    """What is wrong, read as an editor reads."""
    return [error.message for error in schema.iter_errors(yaml.load(text, Editor))]


def test_they_are_schemas() -> None:
    jsonschema.Draft7Validator.check_schema(engagement_schema())
    jsonschema.Draft7Validator.check_schema(road_schema())


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_shipped_road_keeps_to_it(path: Path) -> None:
    assert not told(ROAD, path.read_text(encoding="utf-8"))


def test_a_new_file_keeps_to_it() -> None:
    one = Engagement(id="lead", start=START, end=START, paid=False, road=(Milestone(do="grow", every="2 weeks"),))

    assert not told(ENGAGEMENT, new_text(one, ""))


@pytest.mark.parametrize(
    "line",
    [
        "titel: Lead",
        "end: soon",
        "mode: couching",
        "sessions: 0",
        "sponsor_hears: all",
        "paid: perhaps",
        "consents: {goals: yes}",
        "road: [{week: 3}]",
        "road: [{do: grow, tmes: 3}]",
        "ended: {why: as agreed}",
        "left: [{on: 2026-12-01, for: boss, what: report, lines: 9}]",
    ],
)
def test_what_is_wrong_is_told(line: str) -> None:
    assert len(told(ENGAGEMENT, f"start: 2026-09-01\n{line}\n")) == 1


@pytest.mark.parametrize(
    "line",
    [
        "paid: no",
        "hours: 1.5",
        "consents: {goals: 2026-09-03}",
        "ended: {on: 2027-02-20}",
        "left: [{on: 2026-12-01, for: sponsor, what: report, lines: 9}]",
    ],
)
def test_what_is_right_passes(line: str) -> None:
    assert not told(ENGAGEMENT, f"start: 2026-09-01\n{line}\n")


def test_an_engagement_needs_its_start_and_its_id_is_not_written() -> None:
    assert told(ENGAGEMENT, "title: Lead\n") == ["'start' is a required property"]
    assert told(ENGAGEMENT, "start: 2026-09-01\nid: lead\n")
