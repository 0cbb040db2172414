"""Signatures of mails: what stands below two dashes, and the lines in which a phone or a mail program names itself."""

import re
from collections.abc import Collection, Sequence

from coachcli.domain.text import folded
from coachcli.patterns import pattern

_DASHES = pattern(r"[ \t]*--[ \t\N{NO-BREAK SPACE}]*")
# A mail program puts a blank behind the dashes; no person does.
_PROGRAMS_DASHES = pattern(r"--[ \t\N{NO-BREAK SPACE}]+")

_LONGEST = 2000
_LINK = pattern(r"<[^<>]*>|\(https?:[^()]*\)|\[https?:[^\[\]]*\]|https?:\S+")
_SENT = pattern(
    r"(?:(?:sent (?:from|with(?= proton))|gesendet (?:von|mit)|envoyé (?:depuis|de|à partir de|à partir d)|"
    r"enviado (?:desde|do)|inviato (?:dal|da)|(?:verstuurd|verzonden) vanaf)\b\W+(?P<by>.+)|"
    r"(?:diese nachricht wurde )?von meine[mr] (?P<by_mine>.+) gesendet)"
)
_OUTLOOK = r"outlook (?:for|für|pour|para|per|voor) (?:ios|android|mac|windows)"
_OFFERED = pattern(
    rf"(?:get|holen sie sich|obten(?:ez|ir|er)|télécharge[rz]|ottieni|scarica|download) {_OUTLOOK}|"
    rf"{_OUTLOOK} (?:beziehen|herunterladen|downloaden)"
)
_DEVICE = pattern(
    r"android|blackberry|galaxy|gerät|gmail|gmx|googlemail|handy|huawei|ios|ipad|iphone|ipod|mac|macbook|mobile|"
    r"mobilgerät|mobiltelefon|nokia|oneplus|outlook|phone|pixel|proton|protonmail|samsung|smartphone|tablet|telefon|"
    r"thunderbird|téléphone|windows|xiaomi|xperia|yahoo"
)
# With any other word beside the device it is somebody's sentence: "Sent from my phone to Tom".
_BESIDE = pattern(
    r"app|apple|de|dem|der|desktop|device|email|for|für|google|l|lite|mail|max|mein|meinem|meiner|mi|mijn|mini|mio|mit|"
    r"mon|my|new|on|orange|para|per|plus|pour|pro|secure|sony|t|the|ultra|verizon|voor|watch|web|"
    r"[a-z]{0,2}\d{1,4}[a-z]{0,2}"
)


def unsigned(text: str, name: Collection[str]) -> str:
    """What somebody wrote, up to their signature; `name` is what they are called by."""
    rows = text.split("\n")
    certain = _certain_dashes(rows, name)
    dashes = _likely_dashes(rows) if certain is None else certain
    device = next((at for at, row in enumerate(rows) if _is_of_a_device(row)), len(rows))
    return "\n".join(rows[: min(dashes, device)])


def unsigned_for_certain(text: str, name: Collection[str]) -> str:
    """What somebody wrote in the midst of a mail, where dashes may be no more than a line between two thoughts."""
    rows = text.split("\n")
    certain = _certain_dashes(rows, name)
    return "\n".join(row for row in rows[:certain] if not _is_of_a_device(row))


def _certain_dashes(rows: Sequence[str], name: Collection[str]) -> int | None:
    """The first dashes that a mail program made, or that have a name, a device or nothing below them."""
    first, below = None, ""
    for at in range(len(rows) - 1, -1, -1):
        row = rows[at]
        if _DASHES.fullmatch(row) and (_PROGRAMS_DASHES.fullmatch(row) or _begins_one(below, name)):
            first = at
        below = row if row.strip() else below
    return first


def _likely_dashes(rows: Sequence[str]) -> int:
    """The first dashes with words above them. Dashes with none above may begin an answer."""
    has_words = False
    for at, row in enumerate(rows):
        dashes = _DASHES.fullmatch(row) is not None
        if dashes and has_words:
            return at
        has_words = has_words or (not dashes and bool(row.strip()))
    return len(rows)


def _begins_one(row: str, name: Collection[str]) -> bool:
    names = {folded(word) for word in name} & set(re.findall(r"\w+", folded(row)))
    return not row or bool(names) or _is_of_a_device(row)


def _is_of_a_device(row: str) -> bool:
    """Whether a phone or a mail program wrote this row: `Sent from my iPhone`, `Get Outlook for iOS`."""
    if not row.strip() or len(row) > _LONGEST:
        return False
    phrase = folded(_LINK.sub(" ", row)).strip(" *_.!-–—")
    sender = _SENT.fullmatch(phrase)
    if sender is None:
        return _OFFERED.fullmatch(phrase) is not None
    words = re.findall(r"\w+", sender["by"] or sender["by_mine"])
    beside = [word for word in words if not _DEVICE.fullmatch(word)]
    return len(beside) < len(words) and all(map(_BESIDE.fullmatch, beside))
