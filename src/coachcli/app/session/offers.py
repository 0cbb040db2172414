"""The offers after a call: with a letter and Enter the coach takes one, as often as they like; Enter alone leaves."""

from contextlib import suppress
from pathlib import Path
from signal import SIGINT

from coachcli.app.context import Context
from coachcli.app.dates import held_at
from coachcli.app.engagement.departure import refuse_others
from coachcli.app.session import appointments, export, handover, trash
from coachcli.app.session.export import Form, Opened
from coachcli.app.session.request import StartRequest
from coachcli.app.session.resumption import not_ended
from coachcli.app.session.sitting import SittingResult
from coachcli.app.session.start import start
from coachcli.command_line import command
from coachcli.domain.export.audience import may_leave
from coachcli.domain.line.signs import is_signed, unescaped
from coachcli.domain.session.wording import appointment_words
from coachcli.domain.text import one_line
from coachcli.domain.value import Value, changed
from coachcli.errors import CoachError, UsageError
from coachcli.live import clipboard
from coachcli.live.conversation import Conversation
from coachcli.live.source import EndOfInput, Entered, Hooks, Line, Signalled, Stopped, View
from coachcli.live.terminal.tty_mode import hushed
from coachcli.store import settings
from coachcli.store.client import clients
from coachcli.store.framework import catalogue
from coachcli.store.session import lookup

_REFLECTION = "reflection"
# The next date comes first, because every file that is made later tells it; the reflection last, because it leads away.
_OFFERS = {
    "n": "next date",
    "s": "see it",
    "c": "copy",
    "m": "Markdown",
    "e": "mail draft",
    "i": "calendar",
    "r": "reflection",
}
_FILES: dict[str, tuple[Form, str]] = {
    "m": ("markdown", "Summary"),
    "e": ("eml", "Mail draft"),
    "i": ("ics", "Calendar"),
}
_REHEARSED = " A rehearsal writes nothing."


class After(Value, frozen=True):
    """How the coach left the offers: by which signal, if any, and on which client they reflect next, if on one."""

    signal: int = 0
    reflects_on: str = ""


class _LeftError(Exception):
    """The coach left by a signal, or by Ctrl-C."""

    def __init__(self, signal: int) -> None:
        super().__init__()
        self.signal = signal


def offer(context: Context, held: SittingResult, conversation: Conversation) -> After:
    """Make the offers after a call, until the coach leaves."""
    if not _anybody_wants_it(held, conversation):
        return After()
    session = held.left.session
    opened = export.open_session(context, session.id) if held.kept else Opened(session, held.name, Path())
    return _offered(_Offering(context, conversation, opened, kept=held.kept), conversation)


def offer_again(context: Context, wanted: str | None, conversation: Conversation) -> After:
    """Make the same offers for any session that has ended; in a pipe each line is a letter."""
    opened = export.handed_on(context, wanted, lambda: conversation.chooser)
    session = opened.session
    if session.status != "ended":
        raise not_ended(session)
    refuse_others(session)
    conversation.say(f" {export.whose(opened)}")
    for warning in export.warnings_of(context, opened):
        conversation.say(f" {warning.message}", f" {warning.hint}")
    return _offered(_Offering(context, conversation, opened, kept=True), conversation)


def reflect(context: Context, client_id: str, conversation: Conversation) -> SittingResult:
    """Hold the coach's own reflection on a session with a client; one with nothing noted is not kept."""
    own = start(context, StartRequest(client=_called(context, client_id), framework=_REFLECTION), conversation)
    if not trash.let_go(context, own.left.session.id):
        return own
    heading = f"{own.left.session.framework.title}: nothing was noted, so it is not kept."
    return changed(own, card=changed(own.card, heading=heading, stages=(), files=(), next_step=""))


def _offered(offering: "_Offering", conversation: Conversation) -> After:
    with conversation.signals.listening(), hushed():
        try:
            return offering.run()
        except _LeftError as left:
            return After(left.signal)


def _anybody_wants_it(held: SittingResult, conversation: Conversation) -> bool:
    """Whether a client's session is over, and the coach sits at a keyboard, before a screen that nobody else sees."""
    alone = conversation.chooser is not None and not held.left.discreet
    return held.left.how == "ended" and alone and may_leave(held.left.session)


def _called(context: Context, client_id: str) -> str | None:
    """A name that means this very client; None where each of their names means somebody else."""
    everyone = clients.clients(context.practice)
    names = (client_id, *(client.name for client in everyone if client.id == client_id))
    pairs = ((name, clients.named(name, everyone)) for name in names)
    return next((name for name, client in pairs if client is not None and client.id == client_id), None)


class _Offering:
    """The offers of one session, and the files made of it; a rehearsal is not `kept`, and no file is made of it."""

    def __init__(self, context: Context, conversation: Conversation, opened: Opened, *, kept: bool) -> None:
        self._context = context
        self._source = conversation.source
        self._is_piped = conversation.chooser is None
        self._opened = opened
        self._kept = kept
        self._made: dict[Form, handover.HandedOn] = {}
        self._remark, self._line = "", Line()
        known = {source.id for source in catalogue.sources(context.practice)}
        client = opened.session.client
        self._may_reflect = _REFLECTION in known and (not kept or _called(context, client) is not None)

    def run(self) -> After:
        """Make the offers again and again, until the coach leaves or reflects."""
        while True:
            offered = self._letters()
            line_before = self._line.text
            typed = self._ask(_row(offered), "Type a letter and Enter. Enter alone leaves.")
            if typed in {"", line_before} or typed.startswith("/"):  # /end, by habit
                self._say_how_to_come_back()
                return After()
            letter = _letter(typed, offered)
            if letter is None:
                self._refuse(typed)
            elif letter == "r" and self._kept:
                self._say_how_to_come_back()
                return After(reflects_on=self._opened.session.client)
            else:
                self._take(letter)

    def _letters(self) -> str:
        """The letters that can be taken now."""
        page = self._has_page()
        there = {
            "n": True,
            "s": page,
            "c": page and clipboard.has_clipboard(),
            "m": page,
            "e": page,
            "i": not export.agenda_for(self._context, self._opened, "client").is_empty,
            "r": self._may_reflect,
        }
        return "".join(key for key in _OFFERS if there[key])

    def _has_page(self) -> bool:
        shared = export.seen_by(self._context, self._opened, "client")
        return bool(shared.notes) or shared.next is not None

    def _refuse(self, typed: str) -> None:
        """Give back what was typed, as it may be a note; a second Enter leaves it."""
        if self._is_piped:
            raise UsageError("A line of the pipe is no letter that is offered here.", f"There are: {self._letters()}")
        self._line = Line.ending(typed).refused()
        self._remark = "Not one of these letters."
        if len(typed) > 1 and self._kept:
            self._remark = f"{self._remark} A note goes into {self._command('amend')}; Enter leaves."

    def _take(self, letter: str) -> None:
        """Do what a letter offers. An error is said to the coach; in a pipe it ends the command."""
        try:
            self._do(letter)
        except CoachError as error:
            if self._is_piped:
                raise
            self._source.say(f" {error.message}", f" {error.hint}")
            return
        if letter in "scme" and (why := export.without_what_is_open(self._context, self._opened)):
            self._source.say(*(f"   {line}" for line in why))

    def _do(self, letter: str) -> None:
        acts = {"n": self._next_date, "s": self._see, "c": self._copy}
        if letter in acts:
            acts[letter]()
        elif self._kept:
            self._file(*_FILES[letter])
        else:
            self._source.say(_REHEARSED)

    def _see(self) -> None:
        """Show what the client will read, before it goes anywhere."""
        page = export.export_text(self._context, self._opened, "client", "text").rstrip("\n")
        self._source.say(*(f"   {line}" for line in page.split("\n")))

    def _copy(self) -> None:
        page = export.export_text(self._context, self._opened, "client", "text")
        export.note_that_it_leaves(self._context, self._opened, "client", "text", page.encode())
        clipboard.copy(page)
        self._source.say(
            " Sent to the clipboard. Not every terminal takes it: if pasting brings up something else, m makes a file."
        )

    def _file(self, form: Form, name: str) -> None:
        self._made[form] = handover.hand_on(self._context, self._opened, form, self._made.get(form))
        self._source.say(f" {name}: {self._made[form].path}")
        if form == "eml" and (why := export.without_address(self._opened)):
            self._source.say(f"   {why}")

    def _next_date(self) -> None:
        agreed = self._opened.session.next
        how = "friday 14:00, in two weeks at 9. The client's summary tells it."
        cue = f"Now: {appointment_words(agreed)}. Enter leaves it." if agreed else how
        words = self._ask("When is the next one?", cue)
        if not words:
            return
        if is_signed(words):
            self._source.say(" Not kept: a line with a sign is for you, and the date goes to the client. n asks again.")
            return
        self._keep_next(words)
        for form, name in _FILES.values():
            if form in self._made:
                self._file(form, name)

    def _keep_next(self, words: str) -> None:
        order = settings.load(self._context.practice).date_order
        said_at = held_at(self._opened.session, self._context.clock.now())
        agreed, before = appointments.read_appointment(unescaped(words), said_at, order), self._opened.session.next
        if agreed.on is None and before is not None and before.on is not None:
            self._source.say(f" No day was understood, so it stays: {appointment_words(before)}. n asks again.")
            return
        session = changed(self._opened.session, next=agreed)
        if self._kept:
            session = appointments.keep_next(self._context, self._opened.path, agreed)
        self._opened = Opened(session, self._opened.name, self._opened.path)
        self._source.say(f" We meet again: {appointment_words(agreed)}", *([] if self._kept else [_REHEARSED]))
        if agreed.on is None:
            why = appointments.not_understood(words, said_at, order)
            self._source.say(f"   {why} It is in no calendar. n says it again.")
        for letter, (form, _) in _FILES.items():
            if form not in self._made and (path := handover.made_before(self._context, self._opened, form)):
                self._source.say(f"   {path.name} was made before that; {letter} makes a new one.")

    def _say_how_to_come_back(self) -> None:
        if not self._kept or self._is_piped:
            return
        self._source.say(f" To come back: {self._command('after')}")

    def _command(self, verb: str) -> str:
        """A command for this session, which needs no name where it is the last."""
        is_last = False
        with suppress(CoachError):
            is_last = lookup.find(self._context.practice, None) == self._opened.path
        return command("session", verb, *([] if is_last else [self._opened.session.id]))

    def _ask(self, question: str, cue: str) -> str:
        """Ask, and return what was typed: an empty text for Enter alone and for the end of the input."""
        view = View(("after", question), ("After the call",), question, cue=cue, remark=self._remark)
        line_before, self._remark, self._line = self._line, "", Line()
        while True:
            match self._source.read(view, line_before, Hooks(lambda _: None, lambda: None)):
                case Entered(line=line) if line.burst:
                    view = changed(view, remark="Several lines came at once. Type one, please.")
                    line_before = line
                case Entered(line=line):
                    return line.text.strip()
                case EndOfInput():
                    return ""
                case Stopped():
                    raise _LeftError(SIGINT)
                case Signalled(number=number):
                    raise _LeftError(number)
                case _:
                    continue


def _row(letters: str) -> str:
    """The letters with what they offer; where the row is wrapped, a letter and its words stay together."""
    offers = " ·\n".join(f"{letter} {_OFFERS[letter]}" for letter in letters)
    return offers.replace(" ", "\N{NO-BREAK SPACE}").replace("\n", " ")


def _letter(typed: str, letters: str) -> str | None:
    """The offered letter that was typed, or whose words were typed; None where neither was."""
    words = one_line(typed).casefold()
    return next((letter for letter in letters if words in {letter, _OFFERS[letter].casefold()}), None)
