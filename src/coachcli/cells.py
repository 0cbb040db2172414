"""How many cells of a terminal a text takes, and texts cut and wrapped by that: one measure for pages and screens."""

from itertools import accumulate

from coachcli.patterns import pattern

# Letters, figures and signs of one cell each, among them what the languages of Europe write in Latin letters. To
# know more, `wcwidth` is needed, which takes 52 ms to import: it is imported with the first text that is not so.
_PLAIN = pattern("[ -~\xa0-\xac\xae-\u02ff\u2010-\u2027\u2190-\u2193]*")


def cells(text: str) -> int:
    """How many cells a text takes; a control character takes none."""
    if _is_plain(text):
        return len(text)
    from wcwidth import wcswidth, wcwidth  # noqa: PLC0415 52 ms

    width: int = wcswidth(text)
    return width if width >= 0 else sum(max(0, wcwidth(sign)) for sign in text)


def cut(text: str, room: int) -> str:
    """The beginning of a text, in at most so many cells; what is cut says so."""
    if cells(text) <= room:
        return text
    return f"{clipped(text, room - 1).rstrip()}…" if room > 0 else ""


def clipped(text: str, room: int) -> str:
    """As many of the first letters as have room."""
    if _is_plain(text):
        return text[: max(0, room)]
    from wcwidth import clip, wcswidth, wcwidth  # noqa: PLC0415 52 ms

    if wcswidth(text) >= 0:
        return clip(text, 0, max(0, room))
    widths = accumulate(max(0, wcwidth(sign)) for sign in text)
    return "".join(sign for sign, width in zip(text, widths, strict=True) if width <= room)


def wrap(text: str, width: int, first: str = "", following: str = "", *, breaks: bool = False) -> list[str]:
    """A text in rows of at most `width` cells, each behind its indent, broken between words.

    Where it `breaks`, a word that is longer than a row is broken too. Of an empty text there are no rows.
    """
    if text and text == text.strip() and _is_plain(text) and len(first) + len(text) <= width:
        return [first + text]
    from wcwidth import wrap as wrapped  # noqa: PLC0415 52 ms

    return wrapped(
        text,
        width,
        initial_indent=first,
        subsequent_indent=following,
        break_long_words=breaks,
        break_on_hyphens=False,
    )


def _is_plain(text: str) -> bool:
    return (text.isascii() and text.isprintable()) or _PLAIN.fullmatch(text) is not None
