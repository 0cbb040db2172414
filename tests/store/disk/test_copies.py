import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachcli.store.disk.copies import original_of

COPIES = [
    ("grow.sync-conflict-20261120-101010-ABCDEFG.yaml", "grow.yaml"),
    ("grow.sync-conflict-20261120-101010.yaml", "grow.yaml"),
    ("grow.de.sync-conflict-20261120-101010-ABCDEFG.yaml", "grow.de.yaml"),
    ("grow~20261120-101010.yaml", "grow.yaml"),
    ("grow (Jane's conflicted copy 2026-11-20).yaml", "grow.yaml"),
    ("grow (conflicted copy 2026-11-20 101010).yaml", "grow.yaml"),
    ("grow (Jane Example's conflicted copy 2026-11-20 (1)).yaml", "grow.yaml"),
    ("grow (Case Conflict).yaml", "grow.yaml"),
    ("grow (In Konflikt stehende Kopie von Jane 2026-11-20).yaml", "grow.yaml"),
    ("grow (SFConflict jane@example.org 2026-11-20-10-10-10).yaml", "grow.yaml"),
    ("grow_conflict-20261120-101010.yaml", "grow.yaml"),
    ("grow (1).yaml", "grow.yaml"),
    ("grow(12).yaml", "grow.yaml"),
    ("grow 2.yaml", "grow.yaml"),
    ("grow 12.yaml", "grow.yaml"),
    ("grow copy.yaml", "grow.yaml"),
    ("grow copy 2.yaml", "grow.yaml"),
    ("grow Kopie.yaml", "grow.yaml"),
    ("grow - Copy.yaml", "grow.yaml"),
    ("grow - Copy (2).yaml", "grow.yaml"),
    ("grow - Kopie.yaml", "grow.yaml"),
    ("grow (copy).yaml", "grow.yaml"),
    ("grow (another copy).yaml", "grow.yaml"),
    ("grow (3rd copy).yaml", "grow.yaml"),
    ("Copy of grow.yaml", "grow.yaml"),
    ("grow.yaml~", "grow.yaml"),
    ("grow.yaml.~3~", "grow.yaml"),
    ("grow.yaml.bak", "grow.yaml"),
    ("grow.yaml.orig", "grow.yaml"),
    ("#grow.yaml#", "grow.yaml"),
    (".grow.yaml.swp", "grow.yaml"),
    ("GROW COPY.YAML", "GROW.YAML"),
    ("2026-11-20-1400-2-grow 2.yaml", "2026-11-20-1400-2-grow.yaml"),
    ("client 2.yaml", "client.yaml"),
    ("between.sync-conflict-20261120-101010-ABCDEFG.yaml", "between.yaml"),
    ("jane-example 2", "jane-example"),
    ("jane-example (1)", "jane-example"),
    ("grow copy 2.yaml~", "grow.yaml"),
    ("grow (1) (conflicted copy 2026-11-20).yaml", "grow.yaml"),
]


@pytest.mark.parametrize(("name", "original"), COPIES)
def test_a_second_version_is_told_by_its_name_and_says_which_file_it_was_made_from(name: str, original: str) -> None:
    assert original_of(name) == original


@pytest.mark.parametrize(
    "name",
    [
        "grow.yaml",
        "grow.de.yaml",
        "grow-2.yaml",
        "grow2.yaml",
        "grow_2.yaml",
        "2.yaml",
        "copy.yaml",
        "(1).yaml",
        "~",
        ".bak",
        "",
        "2026-11-20-1400-grow.yaml",
        "2026-11-20-1400-2-grow.yaml",
        "2026-11-20-1400-grow.md",
        "client.yaml",
        "between.yaml",
        "notes 2026.yaml",
        "three-way conflict.yaml",
        "walk (conflict).yaml",
        "photocopy.yaml",
        "my walk.yaml",
        ".gitignore",
        "my-walk.yaml.txt",
    ],
)
def test_a_name_that_somebody_chose_is_no_second_version(name: str) -> None:
    assert original_of(name) is None


@given(name=st.text(alphabet="grow 2().~-_copyofkn#bak.y1", max_size=60))
def test_an_original_is_never_itself_a_second_version_nor_longer_than_it(name: str) -> None:
    original = original_of(name)

    assert original is None or (original and len(original) < len(name) and original_of(original) is None)
