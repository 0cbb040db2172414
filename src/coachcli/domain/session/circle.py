"""With whom a note is shared, in words: the mark behind it, and what the coach is told when that changes."""

from typing import Self

from coachcli.domain.terms import ShareWith

READERS: dict[ShareWith, str] = {
    "nobody": "you alone",
    "client": "the client",
    "sponsor": "the client and the sponsor",
}
"""Who sees a note besides the coach; what the sponsor sees, the client sees too."""
CIRCLES: tuple[ShareWith, ...] = ("nobody", "client", "sponsor")
_MARKS: dict[ShareWith, str] = {"nobody": "", "client": "→ client", "sponsor": "→ client and sponsor"}
_BETWEEN = "  "


class Marked(str):
    """A text with a mark behind it that says who sees it. Wherever the text is shown, the mark stays whole."""

    __slots__ = ("mark",)
    mark: str

    def __new__(cls, words: str, mark: str) -> Self:
        """The words with the mark behind them; without a mark the words alone."""
        text = super().__new__(cls, f"{words}{_BETWEEN}{mark}" if mark else words)
        text.mark = mark
        return text

    @property
    def words(self) -> str:
        """The text without its mark."""
        return parted(self)[0]


def mark_of(share: ShareWith) -> str:
    """The mark of a circle, such as `→ client and sponsor`; empty where a note is the coach's alone."""
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
    """The lines of a text; its mark stands behind the last of them."""
    words, mark = parted(text)
    *rows, last = words.split("\n")
    return [*rows, Marked(last, mark)]


def narrower(one: ShareWith, other: ShareWith) -> ShareWith:
    """The smaller of two circles of people; each circle is a part of the next."""
    return min(one, other, key=CIRCLES.index)


def shared_now(before: ShareWith, now: ShareWith) -> str:
    """Who sees a note from now on, and who no longer does."""
    if now == "nobody":
        return "Shared with nobody."
    ending = ", the sponsor no longer" if before == "sponsor" and now == "client" else ""
    return f"{READERS[now].capitalize()} {'see' if now == 'sponsor' else 'sees'} it{ending}."
