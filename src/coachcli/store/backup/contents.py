"""What of a practice a backup has: everything that carries information; and what lies there and is left out."""

import sys
from typing import NamedTuple

from coachcli.domain.practice.archive_names import Names
from coachcli.errors import CoachError, PassedOverError, UnreadableError
from coachcli.store.disk import temp_files
from coachcli.store.disk.reader import passed_over_link
from coachcli.store.disk.tree import Found, walk
from coachcli.store.paths import Practice

_DERIVED = frozenset({".index", ".locks"})
"""The folders that can be made anew at any time."""


class Contents(NamedTuple):
    """Files and folders, each folder before what is in it, and errors for what is left out."""

    found: tuple[Found, ...]
    left_out: tuple[CoachError, ...]

    @property
    def files(self) -> int:
        """How many files there are."""
        return sum(one.is_file for one in self.found)


def contents_of(practice: Practice) -> Contents:
    """All that goes into a backup; raises UnreadableError where it could not be put back as it is."""
    names, found, left_out = Names(for_windows=sys.platform == "win32"), list[Found](), list[CoachError]()
    for one in walk(practice.root, _is_entered):
        if one.name in _DERIVED or temp_files.is_leftover(one.last):
            continue
        wrong = _wrong(one)
        if wrong is not None:
            left_out.append(wrong)
        elif why := names.refusal(one.name, is_folder=one.is_folder):
            hint = "Nothing was written. Give it another name, then try again."
            raise UnreadableError(f"{one.path} could not be restored everywhere: {why}.", hint)
        else:
            found.append(one)
    return Contents(tuple(found), tuple(left_out))


def _is_entered(found: Found) -> bool:
    return found.is_folder and found.name not in _DERIVED and not temp_files.is_leftover(found.last)


def _wrong(one: Found) -> CoachError | None:
    if one.wrong is not None:
        return one.wrong
    if one.is_link:
        return passed_over_link(one.path)
    if one.is_file or one.is_folder:
        return None
    return PassedOverError(f"{one.path} is not a plain file, and is not in the backup.", "Put a plain file there.")
