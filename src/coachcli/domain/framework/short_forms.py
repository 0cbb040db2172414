"""Writes short forms out in full: a plain text becomes a question, and words give an id to what has none."""

import unicodedata
from typing import Any

from coachcli.patterns import pattern

Plain = Any

_WORD = pattern(r"[^\W_]+")


def expand(framework: dict[str, Plain], file_id: str) -> dict[str, Plain]:
    """A framework in full. A part of the wrong shape stays as it is, so that the schema can name it."""
    full: dict[str, Plain] = {"id": file_id, "title": _title(file_id)} | _present(framework)
    taken = {"client", "item", "who"}  # in a text, these are no questions
    if isinstance(full.get("stages"), list):
        _reserve(full["stages"], taken)
        full["stages"] = _named([_stage(stage, taken) for stage in full["stages"]], "stage")
    return full


def id_from(words: str, taken: set[str], otherwise: str) -> str:
    """An id from words: `What brings you here today?` is what_brings_you_here_today."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    base = "_".join(_WORD.findall(plain)[:6])[:40].strip("_") or otherwise
    base = base if base[0].isalpha() else f"{otherwise}_{base}"
    name, number = base, 1
    while name in taken:
        number += 1
        name = f"{base}_{number}"
    taken.add(name)
    return name


def _title(file_id: str) -> str:
    return file_id.replace("_", " ").replace("-", " ").capitalize()


def _present(part: dict[str, Plain]) -> dict[str, Plain]:
    """The settings of a part; one with nothing behind it counts as left out."""
    return {key: value for key, value in part.items() if value is not None}


def _reserve(stages: list[Plain], taken: set[str]) -> None:
    """Take the written ids, so that none that is made equals one of them."""
    for question in _questions(stages):
        if isinstance(question, dict) and isinstance(question.get("id"), str):
            taken.add(question["id"])


def _questions(parts: Plain) -> list[Plain]:
    questions: list[Plain] = []
    for part in parts if isinstance(parts, list) else []:
        if isinstance(part, dict):
            questions += part["ask"] if isinstance(part.get("ask"), list) else []
            questions += _questions(part.get("steps"))
    return questions


def _stage(stage: Plain, taken: set[str]) -> Plain:
    if not isinstance(stage, dict):
        return stage
    full = _asking(stage, taken)
    if isinstance(full.get("steps"), list):
        full["steps"] = _named([_asking(step, taken) for step in full["steps"]], "step")
    return full


def _asking(part: Plain, taken: set[str]) -> Plain:
    if not isinstance(part, dict):
        return part
    full = _present(part)
    if isinstance(full.get("ask"), list):
        full["ask"] = [_question(question, taken) for question in full["ask"]]
    return full


def _question(question: Plain, taken: set[str]) -> Plain:
    if isinstance(question, str):
        question = {"ask": question}
    if not isinstance(question, dict):
        return question
    full = {"type": "note"} | _present(question)
    if "id" not in full and isinstance(full.get("ask"), str):
        full["id"] = id_from(full["ask"], taken, "question")
    return full


def _named(parts: list[Plain], what: str) -> list[Plain]:
    """Stages or steps with both names: an id made from the title, or a title from the id."""
    taken = {part["id"] for part in parts if isinstance(part, dict) and isinstance(part.get("id"), str)}
    return [_with_name(part, taken, what) for part in parts]


def _with_name(part: Plain, taken: set[str], what: str) -> Plain:
    if not isinstance(part, dict):
        return part
    if "id" not in part and isinstance(part.get("title"), str):
        return {"id": id_from(part["title"], taken, what), **part}
    if "title" not in part and isinstance(part.get("id"), str):
        return {"title": _title(part["id"]), **part}
    return part
