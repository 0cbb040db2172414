"""The preparation form: how it is made for a client to fill in, and taken in when it comes back."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from coachcli.app.client.history import ClientHistory, brought
from coachcli.app.client.prep import lately
from coachcli.app.context import Context
from coachcli.domain.client.model import Client
from coachcli.domain.client.prep_form import Form, ever_in_it, form_for
from coachcli.domain.client.prep_form_reader import Answer, read_form
from coachcli.domain.history.between import Entry
from coachcli.domain.history.extract import with_client
from coachcli.domain.session.model import Note, Session
from coachcli.domain.value import Value
from coachcli.errors import CoachError, UnreadableError
from coachcli.render.client.prep_form import form_markdown, form_text
from coachcli.store.disk import files
from coachcli.store.framework.foreign_files import kind_of
from coachcli.store.session import between

_LARGEST = 200 << 10
_LEFT = "Nothing was taken in, and the file was left as it is."


class TakenIn(Value, frozen=True):
    """The questions with a new answer in a form; where none is new, the day on which it was taken in before."""

    answered: tuple[str, ...]
    known_since: date | None = None


def form_of(context: Context, client: Client) -> Form:
    """The form for a client; raises where something of theirs could not be read: no form is sent that is half right."""
    known, whole = _known(context, client)
    if known.passed_over:
        raise known.passed_over[0]
    return form_for(client.called, known.extracts, known.entries, whole)


def form_page(context: Context, client: Client, *, as_text: bool) -> str:
    """The form as it is sent: as Markdown, or as plain text."""
    form = form_of(context, client)
    return form_text(form) if as_text else form_markdown(form)


def take_in(context: Context, client: Client, path: Path) -> TakenIn:
    """Keep what a client wrote into their form, unless it was kept before."""
    text = _text_of(path)
    known, whole = _known(context, client)
    greeting = Form(client.called).greeting
    answers = read_form(text, greeting, ever_in_it(known.extracts, known.entries, whole))
    if answers is None:
        raise UnreadableError(f"{path} is no preparation form: it has none of its questions.", _LEFT)
    if not answers:
        raise CoachError(f"{path} is not filled in.", "Nothing was taken in; ask for it once more.")
    before = _taken_in_before(answers, known)
    if before is not None:
        return TakenIn((), before)
    fresh = [answer for answer in answers if not _is_there(answer, _since_last(known))]
    for answer in fresh:
        between.add(context.practice, client.id, _entry(context, answer))
    return TakenIn(tuple(answer.asked for answer in fresh))


def _known(context: Context, client: Client) -> tuple[ClientHistory, list[Session]]:
    known = brought(context, client.id)
    return known, list(lately(known))


def _text_of(path: Path) -> str:
    """The text of a file in UTF-8, UTF-16 or Windows' own encoding, whichever program saved it."""
    if kind := kind_of(files.read_ends(path)):
        raise UnreadableError(
            f"{path} is no preparation form: it is {kind}.", f"Save it as plain text, then read that. {_LEFT}"
        )
    raw = files.read_bytes(path, _LARGEST)
    encodings = ("utf-16",) if raw[:2] in {b"\xff\xfe", b"\xfe\xff"} else ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise UnreadableError(f"{path} is no preparation form: it is not text.", _LEFT)


def _entry(context: Context, answer: Answer) -> Entry:
    note = Note(kind="topic" if answer.question == "focus" else "note", text=answer.words)
    return Entry(at=context.clock.now(), question=answer.question, asked=answer.asked, notes=(note,))


def _since_last(known: ClientHistory) -> list[Entry]:
    calls = with_client(known.extracts)
    return [entry for entry in known.entries if not calls or entry.at > calls[-1].started]


def _is_there(answer: Answer, entries: Sequence[Entry]) -> bool:
    return any(entry.question == answer.question and _words(entry) == answer.words for entry in entries)


def _taken_in_before(answers: Sequence[Answer], known: ClientHistory) -> date | None:
    """The day on which the last of these answers was kept, if all of them are kept already; else None."""
    same = [entry for entry in known.entries if any(_is_there(answer, [entry]) for answer in answers)]
    return same[-1].at.date() if all(_is_there(answer, same) for answer in answers) else None


def _words(entry: Entry) -> str:
    return "\n".join(note.text for note in entry.notes)
