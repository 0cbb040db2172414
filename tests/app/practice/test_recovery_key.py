"""A recovery key is in one file, for the coach alone, that says what to do with it."""

from pathlib import Path

import pytest
from app.practice.checked import context_of

from coachcli.app.practice.recovery_key import make_key, opened_with
from coachcli.errors import InUseError, UsageError
from coachcli.store.backup.age import ForKey
from coachcli.store.paths import Practice


def test_it_opens_what_was_locked_to_its_public_part(practice: Practice, tmp_path: Path) -> None:
    path, public = make_key(context_of(practice), tmp_path / "key.txt")
    out, back = bytearray(), bytearray()
    ForKey(public).encrypt([b"words"], out.extend)

    opened_with(path).decrypt([bytes(out)], back.extend)

    assert bytes(back) == b"words"
    assert path.stat().st_mode & 0o777 == 0o600
    text = path.read_text(encoding="utf-8")
    assert "Print this page" in text
    assert f"# public key: {public}" in text
    assert all(line.startswith(("#", "AGE-SECRET-KEY-1")) for line in text.rstrip().split("\n"))


def test_another_is_never_overwritten_and_none_lies_in_the_practice(practice: Practice, tmp_path: Path) -> None:
    make_key(context_of(practice), tmp_path / "key.txt")

    with pytest.raises(InUseError):
        make_key(context_of(practice), tmp_path / "key.txt")
    with pytest.raises(UsageError, match="inside the practice"):
        make_key(context_of(practice), practice.root / "key.txt")


def test_a_file_without_one_is_told(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("words", encoding="utf-8")

    with pytest.raises(UsageError, match="no recovery key in that file"):
        opened_with(tmp_path / "x")
