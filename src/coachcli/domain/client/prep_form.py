"""The form a client fills in before a session: what is asked in it, and what of their sessions may stand in it."""

from collections.abc import Sequence
from typing import Literal

from coachcli.domain.client.prep import last_said
from coachcli.domain.export.audience import untagged_day
from coachcli.domain.history.between import Entry
from coachcli.domain.history.extract import SessionExtract
from coachcli.domain.history.open_items import carried
from coachcli.domain.history.still_open import as_known, entries_as_known
from coachcli.domain.room import is_call
from coachcli.domain.session.carried import Carried
from coachcli.domain.session.model import Session, When
from coachcli.domain.session.wording import due_words
from coachcli.domain.tags import without_tags
from coachcli.domain.text import one_line
from coachcli.domain.value import Value

QuestionId = Literal["done", "not_done", "in_the_way", "focus", "also"]

QUESTIONS: dict[QuestionId, str] = {
    "done": "What did you do of what you chose?",
    "not_done": "What did you not do?",
    "in_the_way": "What got in the way?",
    "focus": "What do you want to look at this time?",
}
ALSO = "Also written"
TITLE = "Before our next session"
REQUEST = "A few lines before we meet. Write as much or as little as you like under each question, and send it back."
CHOSEN = "What you chose to do:"
TOOK_AWAY = "What you took away last time:"


class Form(Value, frozen=True):
    """What stands above the questions; `first_name` is what the client is called by."""

    first_name: str
    actions: tuple[str, ...] = ()
    took_away: str = ""

    @property
    def greeting(self) -> str:
        """How it begins."""
        return f"Hello {self.first_name},"


def form_for(
    first_name: str, extracts: Sequence[SessionExtract], entries: Sequence[Entry], whole: Sequence[Session]
) -> Form:
    """The form for a client, made only of what is marked for them."""
    still_open = carried(
        [as_known(extract, "client") for extract in extracts],
        {"client"},
        entries_as_known(entries, "client"),
    )
    took_away = last_said("takeaway", [as_known(session, "client") for session in whole])
    # A thing is known by all of its words, tags included. So the tags are taken out last.
    actions = ((without_tags(thing.what), untagged_day(thing.due)) for thing in still_open if _is_chosen(thing))
    return Form(
        first_name,
        tuple(_chosen(what, due) for what, due in actions if what),
        without_tags(one_line(took_away.words)) if took_away else "",
    )


def ever_in_it(extracts: Sequence[SessionExtract], entries: Sequence[Entry], whole: Sequence[Session]) -> set[str]:
    """The lines that may have stood in an earlier form: whoever reads one back must not take them for answers."""
    notes = [note for extract in extracts for turn, note in extract.notes if is_call(turn.room)]
    notes += [note for entry in entries for note in entry.notes]
    chosen = [(one_line(note.text), note.due) for note in notes if note.kind == "action"]
    put_off = [(note.reviewed.what, note.due) for note in notes if note.reviewed]
    takeaways = [one_line(note.text) for session in whole for _, note in session.notes if note.kind == "takeaway"]
    lines = {*takeaways, *(what for what, _ in chosen), *(_chosen(what, due) for what, due in (*chosen, *put_off))}
    # Forms that were sent long ago had the tags in them.
    return lines | {without_tags(line) for line in lines}


def _is_chosen(thing: Carried) -> bool:
    return thing.kind == "action" and thing.whose == "client"


def _chosen(what: str, due: When | None) -> str:
    return f"{what} · {due_words(due)}" if due else what
