"""Whom a note is shared with, in words: the mark behind it, and what is said when that changes."""

from typing import Self

from coachcli.domain.terms import ShareWith

READERS: dict[ShareWith, str] = {
    "nobody": "you alone",
    "client": "the client",
    "sponsor": "the client and the sponsor",
}
"""Who sees it besides the coach; what the sponsor sees, the client does too."""
CIRCLES: tuple[ShareWith, ...] = ("nobody", "client", "sponsor")
_MARKS: dict[ShareWith, str] = {"nobody": "", "client": "→ client", "sponsor": "→ client and sponsor"}
_BETWEEN = "  "


class Marked(str):
    """A text with the mark behind it that says who sees it: wherever it is shown, the mark stays whole."""

    __slots__ = ("mark",)
    mark: str

    def __new__(cls, words: str, mark: str) -> Self:
        """The words with the mark behind them; without a mark the words alone."""
        marked = super().__new__(cls, f"{words}{_BETWEEN}{mark}" if mark else words)
        marked.mark = mark
        return marked

    @property
    def words(self) -> str:
        """The text without its mark."""
        return parted(self)[0]


def mark_of(share: ShareWith) -> str:
    """`→ client and sponsor`; nothing for what is the coach's alone."""
    return _MARKS[share]


def parted(text: str) -> tuple[str, str]:
    """A text and its mark, if it has one."""
    mark = text.mark if isinstance(text, Marked) else ""
    return (text.removesuffix(f"{_BETWEEN}{mark}"), mark) if mark else (text, "")


def led_by(before: str, text: str) -> str:
    """A text with more words before it; its mark stays a mark."""
    words, mark = parted(text)
    return Marked(f"{before}{words}", mark)


def rows_of(text: str) -> list[str]:
    """The lines of a text; the mark is behind the last."""
    words, mark = parted(text)
    *rows, last = words.split("\n")
    return [*rows, Marked(last, mark)]


def narrower(one: ShareWith, other: ShareWith) -> ShareWith:
    """Of two circles of people the smaller: each of them is a part of the next."""
    return min(one, other, key=CIRCLES.index)


def shared_now(before: ShareWith, now: ShareWith) -> str:
    """Who sees a note from now on, and who no longer does."""
    if now == "nobody":
        return "Shared with nobody."
    gone = ", the sponsor no longer" if before == "sponsor" and now == "client" else ""
    return f"{READERS[now].capitalize()} {'see' if now == 'sponsor' else 'sees'} it{gone}."
