"""Formats of the past, brought to the present one as plain data, step by step; files of format 1 open for ever."""

from collections.abc import Callable
from typing import Any

FORMAT = 1

# STEPS[n] turns a record of format n into one of format n + 1.
STEPS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}


class UnknownFormatError(Exception):
    """A record of no format that is known here; the message says which."""


class NewerFormatError(UnknownFormatError):
    """A record from the future."""


def migrate(record: dict[str, Any]) -> dict[str, Any]:
    """`record` in the present format; the original is not touched."""
    stated = record.get("format")
    if not isinstance(stated, str) or not stated.isascii() or not stated.isdecimal() or len(stated) > 6:
        raise UnknownFormatError("it does not say its format (its first line should be  format: 1)")
    number = int(stated)
    if number > FORMAT:
        raise NewerFormatError(f"it has format {number}, made by a newer coachcli; this one reads up to {FORMAT}")
    if number < 1:
        raise UnknownFormatError(f"there is no format {number}")
    for step in range(number, FORMAT):
        record = {**STEPS[step](record), "format": str(step + 1)}
    return record
