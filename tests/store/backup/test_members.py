"""Nothing in a backup is believed: whatever leads out, is no file, or is two things at once is refused."""

import gzip
import tarfile
import threading
import tracemalloc

import pytest
from store.backup.boxes import Put, box, file, folder

from coachcli.errors import UnreadableError
from coachcli.store.backup.members import members_in

GOOD = box(folder("practice"), folder("practice/a"), file("practice/a/b", b"words"), file("practice/c", b""))
HOSTILE: dict[str, tuple[Put, ...]] = {
    "an absolute name": (file("/etc/passwd"),),
    "one that leads out": (file("practice/../../x"),),
    "one that leads out and back": (file("practice/a/../b"),),
    "the folder above": (folder("practice/.."),),
    "another folder": (file("other/x"),),
    "an empty step": (file("practice/a//b"),),
    "a link": (file("practice/a", b"", type=tarfile.SYMTYPE, linkname="/etc"),),
    "a hard link": (file("practice/a", b"", type=tarfile.LNKTYPE, linkname="practice/b"),),
    "a device": (file("practice/a", b"", type=tarfile.CHRTYPE),),
    "a pipe": (file("practice/a", b"", type=tarfile.FIFOTYPE),),
    "the practice as a link": (file("practice", b"", type=tarfile.SYMTYPE, linkname="/"),),
    "the practice as a file": (file("practice"),),
    "two of one name": (file("practice/a"), file("practice/a")),
    "two folders of one name": (folder("practice/a"), folder("practice/a")),
    "two that differ in case": (file("practice/a/x"), file("practice/A/y")),
    "two spellings of an accent": (file("practice/\u00e9"), file("practice/e\u0301")),
    "a file below a file": (file("practice/a"), file("practice/a/b")),
    "a file in place of a folder": (file("practice/a/b"), file("practice/a")),
    "a name too long": (file(f"practice/{'x' * 256}"),),
    "a path too long": (file(f"practice/{'x/' * 2000}x"),),
}


def read(data: bytes) -> dict[str, bytes]:
    with members_in(lambda write: write(data)) as members:
        return {one.name: b"".join(one.pieces) for one in members}


def test_files_come_one_after_another_with_what_is_in_them() -> None:
    assert read(GOOD) == {"a": b"", "a/b": b"words", "c": b""}


def test_whoever_reads_only_a_part_of_one_gets_the_next_one_all_the_same() -> None:
    data = box(file("practice/a", b"x" * 200_000), file("practice/b", b"y" * 1024), file("practice/c", b"z"))

    with members_in(lambda write: write(data)) as members:
        assert [(one.name, next(one.pieces)[:1]) for one in members] == [("a", b"x"), ("b", b"y"), ("c", b"z")]


@pytest.mark.parametrize("what", HOSTILE)
@pytest.mark.parametrize("form", [tarfile.PAX_FORMAT, tarfile.GNU_FORMAT], ids=["pax", "gnu"])
def test_what_no_backup_of_ours_has_is_refused(what: str, form: int) -> None:
    with pytest.raises(UnreadableError) as refused:
        read(box(*HOSTILE[what], form=form))

    assert "That is no backup of a practice: " in refused.value.message
    assert "\n" not in refused.value.message
    assert len(refused.value.message) < 240


@pytest.mark.parametrize("at", range(0, len(GOOD), 7))
def test_one_that_ends_early_is_not_whole(at: int) -> None:
    with pytest.raises(UnreadableError, match="is damaged, or not whole"):
        read(GOOD[:at])


def test_one_that_is_something_else_is_refused() -> None:
    for data in (b"words", gzip.compress(b""), gzip.compress(b"words" * 500), gzip.compress(bytes(100))):
        with pytest.raises(UnreadableError):
            read(data)


def test_what_stopped_the_decryption_is_what_is_told() -> None:
    def stopped(write: object) -> None:
        assert callable(write)
        write(GOOD[:100])
        raise UnreadableError("The key is wrong.")

    with pytest.raises(UnreadableError, match=r"The key is wrong\."), members_in(stopped) as members:
        list(members)


def test_the_end_is_looked_at_as_well() -> None:
    """A tar is over before what it is encrypted in is known to be whole."""

    def late(write: object) -> None:
        assert callable(write)
        write(GOOD)
        raise UnreadableError("It was cut at the end.")

    with pytest.raises(UnreadableError, match="cut at the end"), members_in(late) as members:
        list(members)


def test_a_head_that_says_any_size_takes_no_memory() -> None:
    huge = tarfile.TarInfo("practice/x")
    huge.size = 1 << 40
    name = tarfile.TarInfo("././@LongLink")
    name.type, name.size = tarfile.GNUTYPE_LONGNAME, 200 << 20
    heads = [huge.tobuf(tarfile.GNU_FORMAT), name.tobuf(tarfile.GNU_FORMAT) + bytes(200 << 20)]
    packed = [gzip.compress(head, compresslevel=1, mtime=0) for head in heads]
    tracemalloc.start()
    for data in packed:
        with pytest.raises(UnreadableError, match="damaged, or not whole"):
            read(data)
    assert tracemalloc.get_traced_memory()[1] < 20 << 20
    tracemalloc.stop()


def test_heads_without_end_are_refused() -> None:
    extended = tarfile.TarInfo("x")
    extended.type = tarfile.XHDTYPE

    with pytest.raises(UnreadableError, match="damaged, or not whole"):
        read(gzip.compress(extended.tobuf() * 5000))


def test_whoever_leaves_early_leaves_no_thread_behind() -> None:
    before = threading.active_count()
    data = box(*(file(f"practice/{number}", bytes(200_000)) for number in range(50)))

    with members_in(lambda write: [write(data[at : at + 50]) for at in range(0, len(data), 50)]) as members:
        next(iter(members))

    assert threading.active_count() == before
