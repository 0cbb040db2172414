"""A backup has all that carries information, names what it cannot have, and nothing that could not be put back."""

import os
import sys
from pathlib import Path

import pytest
from store.backup.conftest import FILES

from coachcli.errors import UnreadableError
from coachcli.store.backup.contents import contents_of
from coachcli.store.paths import Practice

assert sys.platform != "win32"


def test_what_can_be_made_anew_and_what_is_half_written_stays_out(filled: Practice) -> None:
    contents = contents_of(filled)

    assert {one.name for one in contents.found if one.is_file} == set(FILES)
    assert {"frameworks", "clients/jane-example/exports"} <= {one.name for one in contents.found if one.is_folder}
    assert (contents.files, contents.left_out) == (len(FILES), ())


def test_a_folder_that_a_killed_process_was_writing_stays_out_with_all_in_it(filled: Practice) -> None:
    before = contents_of(filled).files
    aside = filled.exports("jane-example") / ".all-held.999999999.0123abcd.tmp"
    aside.mkdir(parents=True)
    (aside / "README.md").write_text("words")

    assert contents_of(filled).files == before


def test_links_and_what_is_no_plain_file_are_named(filled: Practice, tmp_path: Path) -> None:
    (filled.root / "clients" / "zoe").symlink_to(tmp_path)
    os.mkfifo(filled.root / "pipe")

    told = [error.message for error in contents_of(filled).left_out]

    assert [str(filled.root / "clients" / "zoe") in told[0], str(filled.root / "pipe") in told[1]] == [True, True]


def test_two_names_that_are_one_on_another_machine_are_refused_before_anything_is_written(filled: Practice) -> None:
    (filled.root / "Readme.md").write_bytes(b"theirs\n")

    with pytest.raises(UnreadableError, match="could not be restored everywhere: there are two of that name"):
        contents_of(filled)
