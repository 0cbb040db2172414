"""What came of something, in one line: `partly, met him once, by friday`."""

import re

from coachcli.domain.answer.commitments import Commitment, read_commitment
from coachcli.domain.answer.scores import score_at_end
from coachcli.domain.day.ends import before
from coachcli.domain.day.reader import DateReader
from coachcli.domain.line.sharing import PRIVATE_SIGN
from coachcli.domain.session.carried import CLOSED, Carried
from coachcli.domain.session.circle import narrower
from coachcli.domain.session.model import Note, Reviewed
from coachcli.domain.terms import Outcome, ShareWith
from coachcli.patterns import pattern

OUTCOMES: tuple[Outcome, ...] = ("done", "partly", "not yet", "dropped")
_SAID: dict[str, Outcome] = {
    "done": "done",
    "partly": "partly",
    "partially": "partly",
    "in part": "partly",
    "half": "partly",
    "not yet": "not yet",
    "not done": "not yet",
    "still open": "not yet",
    "dropped": "dropped",
    "drop it": "dropped",
    "drop": "dropped",
    **{str(number): outcome for number, outcome in enumerate(OUTCOMES, 1)},
}
_ANSWER = pattern(rf"({'|'.join(sorted(_SAID, key=len, reverse=True))})(?=$|[\s,;:.!–-])[\s,;:.!–-]*(.*)", re.DOTALL)


def read_review(text: str, item: Carried, dates: DateReader, share: ShareWith) -> tuple[Note, str] | None:
    """The note of what came of `item`, and a remark on its new day; None where the text says no outcome."""
    match = _ANSWER.match(_lowered(text))
    if match is None:
        return None
    outcome, words = _SAID[match[1]], text[match.start(2) :].strip().removeprefix(PRIVATE_SIGN).strip()
    commitment = _over(words, item) if outcome in CLOSED else read_commitment(words, dates, wordless=True)
    note = Note(
        kind="review",
        text=commitment.what,
        due=commitment.due,
        confidence=commitment.confidence,
        reviewed=Reviewed(kind=item.kind, what=item.what, session=item.session, outcome=outcome),
        # The note repeats the words of the thing, so only those see it who could see them.
        share_with=narrower(share, item.share_with),
    )
    return note, commitment.told


def _over(words: str, item: Carried) -> Commitment:
    """What is said of a thing that is over: a day says when that was, and is no new one; how near a goal was counts."""
    score, begins = score_at_end(words) if item.kind == "goal" else (None, 0)
    return Commitment(words) if score is None else Commitment(before(words, begins), confidence=score)


def _lowered(text: str) -> str:
    """A text in lower case, letter by letter, so that a place in it is the same place in the text."""
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
