"""A name may come in where it leads nowhere else and is nobody else's on any machine."""

import pytest

from coachcli.domain.practice.archive_names import Names


def refused(*names: str, for_windows: bool = False) -> list[bool]:
    seen = Names(for_windows=for_windows)
    return [bool(seen.refusal(name.rstrip("/"), is_folder=name.endswith("/"))) for name in names]


@pytest.mark.parametrize(
    "names",
    [
        ("a/", "a/b", "a/c/", "a/c/d"),
        ("a/b", "a/"),
        ("a/b/c", "a/b/d", "a/", "a/b/"),
        ("...", "..a", "a..", " "),
        ("a\\b", "a:b", "\udcff"),
    ],
)
def test_these_may(names: tuple[str, ...]) -> None:
    assert not any(refused(*names))


@pytest.mark.parametrize(
    "names",
    [
        ("..",), ("a/../b",), ("/a",), ("a//b",), (".",), ("",), ("a\0b",), ("x" * 256,), ("é" * 128,), ("a", "a"),
        ("a/", "a/"),
        ("a", "A"), ("Straße", "STRASSE"), ("a/x", "A/y"), ("a/", "A/y"), ("a", "a/b"), ("a/b", "a"), ("a/b", "A"),
        ("\u00e9", "e\u0301"),
    ],
)  # fmt: skip
def test_the_last_of_these_may_not(names: tuple[str, ...]) -> None:
    assert refused(*names) == [False] * (len(names) - 1) + [True]


def test_where_windows_is_no_sign_of_its_own_may_be_in_them() -> None:
    assert refused("a\\b", "a:b", "ab", for_windows=True) == [True, True, False]
