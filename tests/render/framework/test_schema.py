"""The schema by which an editor completes and checks."""

import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from coachcli.domain.framework.model import Framework
from coachcli.domain.framework.questions import TYPES
from coachcli.domain.framework.settings import SETTINGS, part_of
from coachcli.domain.record_data import json_schema
from coachcli.domain.terms import FrameworkKind
from coachcli.render.framework.derived_starter import derived_starter
from coachcli.render.framework.schema import framework_schema, schema_text
from coachcli.render.framework.starter import starter
from coachcli.store.framework.catalogue import Source, checked, shipped_folder
from coachcli.store.framework.check import check

PLAIN = jsonschema.Draft7Validator(framework_schema(derived=False))
DERIVED = jsonschema.Draft7Validator(framework_schema(derived=True))
# A file with a second dot in its name is a translation.
SHIPPED = sorted(path for path in shipped_folder().glob("*.yaml") if "." not in path.stem)


def is_child(path: Path) -> bool:
    return "\nextends: " in path.read_text(encoding="utf-8")


class Editor(yaml.SafeLoader):
    """Reads as an editor does that follows YAML 1.2: `yes` and a date are texts, 10 is a number."""

    yaml_implicit_resolvers = {  # noqa: RUF012 as in the loader it is made from
        first: [(tag, pattern) for tag, pattern in known if tag.rpartition(":")[2] in {"int", "float", "null"}]
        for first, known in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


Editor.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(true|True|TRUE|false|False|FALSE)$"), list("tTfF"))


def told(schema: jsonschema.Draft7Validator, text: str) -> list[str]:
    """What is wrong, read as an editor reads and with every value a text, as we do."""
    readings = (yaml.load(text, Editor), yaml.load(text, yaml.BaseLoader))
    return [error.message for reading in readings for error in schema.iter_errors(reading)]


def in_a_stage(question: str) -> str:
    lines = "".join(f"      {line}\n" for line in question.split("\n"))
    return f"stages:\n  - title: One\n    ask:\n{lines}"


def with_its_examples(starter: str) -> str:
    """What becomes of it when the `# ` is taken away from every example."""
    head, first, examples = starter.partition("\nversion: 1\n")
    return head + first + "\n".join(line.removeprefix("# ") for line in examples.split("\n"))


def is_good(text: str) -> bool:
    return not check(text.encode(), "mine").errors


@pytest.mark.parametrize("derived", [False, True])
def test_it_is_a_schema(derived: bool) -> None:
    schema = framework_schema(derived=derived)

    jsonschema.Draft7Validator.check_schema(schema)
    assert schema_text(schema).startswith('{\n "$schema": "http://json-schema.org/draft-07/schema#"')


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_shipped_framework_keeps_to_it(path: Path) -> None:
    own, other = (DERIVED, PLAIN) if is_child(path) else (PLAIN, DERIVED)
    text = path.read_text(encoding="utf-8")

    assert told(own, text) == []
    assert told(other, text)


@pytest.mark.parametrize("kind", ["conversation", "meeting", "reflection"])
def test_every_starter_keeps_to_it(kind: FrameworkKind) -> None:
    assert told(PLAIN, starter("mine", "Mine", kind)) == []


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_derived_starter_keeps_to_the_other_with_its_examples_too(path: Path) -> None:
    parent = checked(Source(path.stem, path, shipped=True)).framework
    assert parent is not None
    text = derived_starter("mine", "Mine", parent)

    assert told(DERIVED, text) == []
    assert told(DERIVED, with_its_examples(text)) == []


GOOD = [
    in_a_stage("- What is up"),
    in_a_stage("- {type: scale, ask: Sure, from: 0, to: '5', half_points: yes, low: 1}"),
    in_a_stage("- {type: scale, ask: Sure, required: true}"),
    in_a_stage("- {type: choice, ask: Which, choices: [1, Yes, true, 2026-01-01], other: no}"),
    in_a_stage("- {id: ways, type: line, ask: Which, many: 8}\n- {type: choices, ask: And, choices_from: ways}"),
    in_a_stage("- {type: action, ask: What, fields: [what, by_when], share_with: sponsor, phase: closing}"),
    in_a_stage("- {type: review, ask: What came of it, of: goals}"),
    "title: 2026\nminutes: 50\nrenamed: {old: new}\npacks: [managing-up-and-down]\n"
    + in_a_stage("- {id: new, ask: A}"),
    "stages:\n- id: one\n  steps:\n  - title: A\n    for_each: ways\n    most: 3\n    ask: [What of it]\n",
    "checks:\n- {at_least: 3, of: option, say: More}\n- {every: action, has: [by_when], say: When}\n"
    + in_a_stage("- A"),
]


@pytest.mark.parametrize("text", GOOD)
def test_what_can_be_written_is_let_through(text: str) -> None:
    assert told(PLAIN, text) == []


BROKEN = [
    "title: A\n",
    "titel: A\n" + in_a_stage("- A"),
    "minutes: one hour\n" + in_a_stage("- A"),
    "minutes: 0\n" + in_a_stage("- A"),
    "kind: talk\n" + in_a_stage("- A"),
    "order: any\n" + in_a_stage("- A"),
    "stages: []\n",
    "stages:\n- title: A\n",
    "stages:\n- ask: [A]\n",
    "stages:\n- {title: A, ask: [A], steps: [{title: B, ask: [C]}]}\n",
    "stages:\n- {title: A, ask: What}\n",
    in_a_stage("- {id: Sure-ness, ask: A}"),
    in_a_stage("- {type: scael, ask: A}"),
    in_a_stage("- {type: scale}"),
    in_a_stage("- {type: note, ask: A, choices: [a]}"),
    in_a_stage("- {ask: A, from: 1}"),
    in_a_stage("- {type: choice, ask: A, choices: [a], choices_from: b}"),
    in_a_stage("- {type: choice, ask: A, choices: []}"),
    in_a_stage("- {ask: A, share_with: clients}"),
    in_a_stage("- {ask: A, keep_as: notes}"),
    in_a_stage("- {ask: A, required: perhaps}"),
    in_a_stage("- {type: action, ask: A, fields: [when]}"),
    in_a_stage("- {ask: A, after: b}"),
    "checks:\n- {at_least: 3, say: More}\n" + in_a_stage("- A"),
    "checks:\n- {say: More}\n" + in_a_stage("- A"),
    "extends: grow\n" + in_a_stage("- A"),
]


@pytest.mark.parametrize("text", BROKEN)
def test_what_a_check_refuses_is_refused_by_the_editor(text: str) -> None:
    readings = (yaml.load(text, Editor), yaml.load(text, yaml.BaseLoader))

    assert all(not PLAIN.is_valid(reading) for reading in readings)
    assert "extends" in text or not is_good(text)


DERIVED_GOOD = [
    "extends: grow\n",
    "extends: grow\nminutes: 60\nremove: [reality.tried, now, will]\n",
    "extends: grow\nstages:\n- {id: goal, minutes: 8}\n",
    "extends: grow\nstages:\n- id: goal\n  ask:\n  - {id: importance, low: nothing, probes: [Why]}\n  - Whose is it\n",
    "extends: grow\nstages:\n- id: goal\n  ask:\n  - {id: breath, type: say, ask: Breathe., before: topic}\n",
    "extends: egan\nstages:\n- id: current\n  steps:\n  - id: story\n    ask:\n    - {id: story, cue: Slowly.}\n",
    "extends: grow\nstages:\n- {title: Values, after: reality, ask: [Which]}\n",
]


@pytest.mark.parametrize("text", DERIVED_GOOD)
def test_a_file_that_extends_writes_only_what_changes(text: str) -> None:
    assert told(DERIVED, text) == []
    assert told(PLAIN, text)


@pytest.mark.parametrize(
    "text",
    [
        "title: A\n",
        "extends: Grow!\n",
        "extends: grow\nremove: arriving\n",
        "extends: grow\nstages:\n- {minutes: 5}\n",
        "extends: grow\nstages:\n- {id: goal, ask: [{id: topic, aks: A}]}\n",
        "extends: grow\nstages:\n- {id: goal, ask: [{id: topic, type: tpoic}]}\n",
    ],
)
def test_slips_in_a_file_that_extends_are_seen(text: str) -> None:
    assert told(DERIVED, text)


def settings(schema: dict[str, Any]) -> list[tuple[str, str, dict[str, Any]]]:
    parts = {"Framework": schema, **schema["definitions"]}
    patch = [part for one in parts.values() for part in one.get("anyOf", []) if "properties" in part]
    named = [(name, part) for name, part in parts.items() if "properties" in part]
    named += [("NoteQuestion", part) for part in patch]
    return [(name, key, value) for name, part in named for key, value in part["properties"].items()]


@pytest.mark.parametrize("derived", [False, True])
def test_every_setting_says_what_it_is_for(derived: bool) -> None:
    for name, key, value in settings(framework_schema(derived=derived)):
        assert value["description"] == SETTINGS[part_of(name)][key].help


def test_there_is_no_word_for_a_setting_that_is_gone() -> None:
    both = [*settings(framework_schema(derived=False)), *settings(framework_schema(derived=True))]
    known = {(part_of(name), key) for name, key, _ in both}

    assert {(part, key) for part, keys in SETTINGS.items() for key in keys} == known


def test_every_type_of_question_is_offered() -> None:
    plain = framework_schema(derived=False)["definitions"]
    every = {
        part["properties"]["type"]["const"]
        for name, part in plain.items()
        if name.endswith("Question") and "properties" in part
    }

    assert every == set(TYPES)


def test_a_setting_means_the_same_in_every_type_of_question() -> None:
    """A patch names no type, so that it may hold the settings of all."""
    seen: dict[str, Any] = {}
    for name, part in framework_schema(derived=False)["definitions"].items():
        if name.endswith("Question") and "properties" in part:
            for key, value in part["properties"].items():
                if key not in {"type", "choices"}:
                    assert seen.setdefault(key, value) == value


def test_it_is_made_from_the_models() -> None:
    assert set(json_schema(Framework)["properties"]) <= set(framework_schema(derived=False)["properties"])
