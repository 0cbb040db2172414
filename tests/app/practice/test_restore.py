"""What comes back is what was there, checked; and a backup is opened by what it was locked with."""

from pathlib import Path

import pytest
from app.practice.checked import context_of
from store.backup.boxes import Open, box, file

from coachcli.app.practice.backup import back_up
from coachcli.app.practice.recovery_key import make_key
from coachcli.app.practice.restore import folder_for, opener_of, restore
from coachcli.errors import InUseError, UsageError
from coachcli.store.backup.age import ByKey, ByPassphrase, ForKey
from coachcli.store.paths import Practice


def test_a_practice_goes_into_a_file_and_comes_back_as_it_was(filled: Practice, tmp_path: Path) -> None:
    context = context_of(filled)
    path, public = make_key(context, tmp_path / "key.txt")
    back_up(context, tmp_path / "b.age", ForKey(public))
    target = folder_for(context, tmp_path / "again")

    restored = restore(
        context, tmp_path / "b.age", target, opener_of(by_passphrase=False, identity=path, passphrase_file=None)
    )

    assert (restored.practice.root, restored.found.findings) == (tmp_path / "again", ())
    assert restored.files == restored.found.files
    names = {path.relative_to(target) for path in target.rglob("*")}
    assert all((target / name).read_bytes() == (filled.root / name).read_bytes() for name in names if name.suffix)


def test_what_was_wrong_before_is_told_afterwards(filled: Practice, tmp_path: Path) -> None:
    (tmp_path / "b.age").write_bytes(box(file("practice/coach.yaml", b"colour: red\n")))

    restored = restore(context_of(filled), tmp_path / "b.age", tmp_path / "again", Open())

    assert [one.file for one in restored.found.errors] == ["coach.yaml"]


def test_it_goes_into_the_practice_where_nothing_else_is_said_and_over_nothing(
    filled: Practice, practice: Practice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(InUseError, match="is not empty"):
        folder_for(context_of(filled), None)
    elsewhere = Practice(tmp_path / "none")
    assert folder_for(context_of(elsewhere), None) == elsewhere.root
    monkeypatch.chdir(tmp_path)
    assert folder_for(context_of(practice), Path("there")) == tmp_path / "there"


def test_what_opens_it_is_asked_for_by_its_kind(filled: Practice, tmp_path: Path) -> None:
    path, _ = make_key(context_of(filled), tmp_path / "key.txt")
    words = tmp_path / "words"
    words.write_text("any\n", encoding="utf-8")

    assert isinstance(opener_of(by_passphrase=False, identity=path, passphrase_file=None), ByKey)
    assert isinstance(opener_of(by_passphrase=True, identity=None, passphrase_file=words), ByPassphrase)
    with pytest.raises(UsageError, match="locked to a recovery key"):
        opener_of(by_passphrase=False, identity=None, passphrase_file=None)
    with pytest.raises(UsageError, match="by a passphrase, and not to a key"):
        opener_of(by_passphrase=True, identity=path, passphrase_file=None)
