"""A name in plain letters: the name of a folder, and what tells whether two names look the same."""

from coachcli.patterns import pattern

_PLAIN = pattern(r"[A-Za-z0-9 -]*")
_WORD = pattern(r"[a-z0-9]+")


def letters(name: str) -> str:
    """The name in small letters without accents, with a hyphen between its words; look-alikes come out the same."""
    if _PLAIN.fullmatch(name):
        return "-".join(_WORD.findall(name.lower()))
    from slugify import slugify  # noqa: PLC0415 8 ms, and only for a name that has other letters

    return slugify(name)
