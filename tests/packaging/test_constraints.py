"""What the tests and the build are run with: every package by its exact version, and none that is not allowed."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
FILE = ROOT / "constraints.txt"
# hatchling is in no environment but the one it builds in.
BUILDER = {"hatchling", "packaging", "pathspec", "pluggy", "trove-classifiers"}
_PIN = re.compile(r"(?P<name>[A-Za-z0-9._-]+)==(?P<version>[A-Za-z0-9.+]+)")


def pinned(text: str) -> dict[str, str]:
    """The version of each package; a line that is no pin fails."""
    lines = [line for line in text.split("\n") if line and not line.startswith("#")]
    pins = [_PIN.fullmatch(line) for line in lines]
    assert None not in pins, [line for line in lines if not _PIN.fullmatch(line)]
    return {canonicalize_name(pin["name"]): pin["version"] for pin in pins if pin}


def asked_for() -> list[Requirement]:
    """What pyproject.toml names, for people, for developing and for building."""
    data = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    project = data["project"]
    texts = [*project["dependencies"], *project["optional-dependencies"]["dev"], *data["build-system"]["requires"]]
    return [Requirement(text) for text in texts]


def needed(wanted: Requirement, seen: set[str]) -> Iterator[str]:
    """What is here because of one requirement, itself first."""
    name = canonicalize_name(wanted.name)
    asked = f"{name}{sorted(wanted.extras)}"
    if asked in seen or not _applies(wanted):
        return
    seen.add(asked)
    try:
        texts = requires(name) or []
    except PackageNotFoundError:
        return
    yield name
    for text in texts:
        inner = Requirement(text)
        if _applies(inner, wanted.extras):
            inner.marker = None
            yield from needed(inner, seen)


def _applies(requirement: Requirement, extras: set[str] | None = None) -> bool:
    marker = requirement.marker
    return marker is None or any(marker.evaluate({"extra": extra}) for extra in ("", *(extras or ())))


@cache
def pins() -> dict[str, str]:
    return pinned(FILE.read_text(encoding="utf-8"))


def without_a_pin(pins: dict[str, str]) -> set[str]:
    """What is needed here, or to build it, and has no version."""
    seen: set[str] = set()
    return ({name for wanted in asked_for() for name in needed(wanted, seen)} | BUILDER) - pins.keys()


def not_allowed(pins: dict[str, str]) -> list[str]:
    """What pyproject.toml asks for and the version is not within."""
    return [
        str(wanted)
        for wanted in asked_for()
        if not wanted.specifier.contains(pins.get(canonicalize_name(wanted.name), "0"), prereleases=True)
    ]


def test_every_package_that_is_needed_has_its_version() -> None:
    assert without_a_pin(pins()) == set()


def test_every_version_is_within_what_is_allowed() -> None:
    assert not_allowed(pins()) == []


def test_nothing_in_it_says_where_it_was_made() -> None:
    assert not re.search(r"[/@\\]|://|--", FILE.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ["pytest", "typing-extensions", "linkify-it-py", "hatchling", "pluggy"])
def test_one_that_is_missing_is_seen(name: str) -> None:
    without = {pin: version for pin, version in pins().items() if pin != name}

    assert without_a_pin(without) == {name}


def test_one_that_is_too_old_or_missing_is_seen() -> None:
    wrong = pins() | {"rich": "1.0"}
    del wrong["pyte"]

    assert [Requirement(text).name for text in not_allowed(wrong)] == ["rich", "pyte"]
