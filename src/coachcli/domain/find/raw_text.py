"""Whether a file may hold what is looked for: told before it is read as YAML, which takes a hundred times as long.

A file that is passed over holds none of it for certain; one that is not may still hold none.
"""

from collections.abc import Iterable

from coachcli.domain.plain_letters import plain_letter

_ASCII = bytes(range(128))


def may_hold(raw: bytes, pieces: Iterable[bytes]) -> bool:
    """Whether all of these, which are plain letters without a blank, may be in a text that these bytes spell.

    Within double quotes YAML can spell any sign with a backslash, and break a word: such a file is always read.
    """
    if b"\\" in raw:
        return True
    try:
        text = _in_plain_letters(raw)
    except UnicodeDecodeError:
        return True
    return all(piece in text for piece in pieces)


def _in_plain_letters(raw: bytes) -> bytes:
    """The bytes with each sign in plain letters; what is put for a blank, or for a line's end, stays as it is."""
    text = raw.lower()
    others = raw.translate(None, _ASCII)
    if not others:
        return text
    raw.decode("utf-8")
    for sign in set(others.decode("utf-8")):
        letters = plain_letter(sign)
        if letters != sign:
            text = text.replace(sign.encode("utf-8"), letters.encode("utf-8"))
    return text
