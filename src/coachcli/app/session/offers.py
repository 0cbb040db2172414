"""What can be made of a session when it is over: each by one key, none twice, and Enter leaves."""

from dataclasses import dataclass, replace
from signal import SIGINT

from coachcli.app import handing_on, next_date, reading, trashing
from coachcli.app.context import Context
from coachcli.app.reading import Form, Opened
from coachcli.app.sitting import Held
from coachcli.app.starting import StartRequest, start
from coachcli.domain.appointments import appointment_words
from coachcli.domain.line.sharing import is_private
from coachcli.errors import CoachError
from coachcli.live import clipboard
from coachcli.live.hush import hushed
from coachcli.live.opening import Talk
from coachcli.live.source import EndOfInput, Entered, Hooks, Line, Signalled, Stopped, View
from coachcli.store import frameworks, settings
from coachcli.store.client import clients

_REFLECTION = "reflection"
# The next date comes first, as whatever is made after it tells it; the reflection last, as it leads away from here.
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


@dataclass(frozen=True, slots=True)
class After:
    """How the offers were left: by which signal, if by one; whether for the coach's own reflection."""

    signal: int = 0
    reflects: bool = False


class _LeftError(Exception):
    """The coach left by a signal, or by Ctrl-C."""

    def __init__(self, signal: int) -> None:
        super().__init__()
        self.signal = signal


def offer(context: Context, held: Held, talk: Talk) -> After:
    """Offer what makes sense, until the coach leaves."""
    if not _anybody_wants_it(held, talk):
        return After()
    with talk.ears.listening(), hushed():
        try:
            return _Offering(context, talk, reading.open_session(context, held.left.session.id)).run()
        except _LeftError as left:
            return After(left.signal)


def reflect(context: Context, held: Held, talk: Talk) -> Held:
    """The coach's own reflection with the same client, at once; left with nothing noted it is not kept."""
    called = _called(context, held.left.session.client)
    own = start(context, StartRequest(client=called, framework=_REFLECTION), talk)
    if not trashing.let_go(context, own.left.session.id):
        return own
    told = f"{own.left.session.framework.title}: nothing was noted, so it is not kept."
    return replace(own, card=replace(own.card, heading=told, stages=(), files=(), next_step=""))


def _anybody_wants_it(held: Held, talk: Talk) -> bool:
    """A session of a client's that is kept and over, and somebody there to press a key, alone at their screen."""
    over = held.left.how == "ended" and bool(held.card.files)
    alone = talk.chooser is not None and not held.left.discreet
    return over and alone and held.left.session.framework.kind != "reflection"


def _called(context: Context, client_id: str) -> str | None:
    """By what a session is begun with this very client; None where another one answers to all that is theirs."""
    everyone = clients.clients(context.practice)
    names = (client_id, *(client.name for client in everyone if client.id == client_id))
    found = ((name, clients.named(name, everyone)) for name in names)
    return next((name for name, client in found if client is not None and client.id == client_id), None)


class _Offering:
    """The offers of one session: what was taken of them, and the files that were made."""

    def __init__(self, context: Context, talk: Talk, opened: Opened) -> None:
        self._context = context
        self._source = talk.source
        self._opened = opened
        self._taken: set[str] = set()
        self._made: dict[Form, handing_on.HandedOn] = {}
        self._remark, self._line = "", Line()
        known = {source.id for source in frameworks.sources(context.practice)}
        self._may_reflect = _REFLECTION in known and _called(context, opened.session.client) is not None

    def run(self) -> After:
        """One after the other."""
        while offered := self._offered():
            # Letter and word stay together where the line is wrapped.
            asked = " · ".join(f"{key}\N{NO-BREAK SPACE}{_OFFERS[key].replace(' ', chr(0xA0))}" for key in offered)
            given = self._line.text
            typed = self._ask(asked, "One letter. Enter leaves.", keys=offered)
            if typed in {"", given} or typed.startswith("/"):  # /end, by habit
                return After()
            if len(typed) > 1 or typed.casefold() not in offered:
                self._refuse(typed)
            elif typed.casefold() == "r":
                return After(reflects=True)
            else:
                self._take(typed.casefold())
        return After()

    def _offered(self) -> str:
        """The letters of what there is to take."""
        seen, session = reading.seen_by(self._opened, "client"), self._opened.session
        page = bool(seen.notes) or seen.next is not None
        there = {
            "n": session.next is None or session.next.on is None,
            "s": page,
            "c": page and clipboard.has_clipboard(),
            "m": page,
            "e": page,
            "i": not reading.agenda_for(self._opened, "client").is_empty,
            "r": self._may_reflect,
        }
        return "".join(key for key in _OFFERS if there[key] and key not in self._taken)

    def _refuse(self, typed: str) -> None:
        """Words are given back, as they may be a note; a second Enter leaves them."""
        self._remark = "Not one of these letters."
        if len(typed) > 1:
            self._line = Line.ending(typed).refused()
            self._remark = f"{self._remark} A note goes into coach session amend; Enter leaves."

    def _take(self, key: str) -> None:
        """Do it; what could not be done is told, and offered still."""
        try:
            done = self._do(key)
        except CoachError as error:
            self._source.say(f" {error.message}", f" {error.hint}")
            return
        if done:
            self._taken.add(key)
        if key in "scme" and (why := reading.without_what_is_open(self._context, self._opened)):
            self._source.say(*(f"   {line}" for line in why))

    def _do(self, key: str) -> bool:
        acts = {"n": self._next_date, "s": self._see, "c": self._copy}
        return acts[key]() if key in acts else self._file(*_FILES[key])

    def _see(self) -> bool:
        """What the client will read, to look through before it goes anywhere."""
        page = reading.export_text(self._context, self._opened, "client", "text").rstrip("\n")
        self._source.say(*(f"   {line}" for line in page.split("\n")))
        return True

    def _copy(self) -> bool:
        clipboard.copy(reading.export_text(self._context, self._opened, "client", "text"))
        self._source.say(
            " Sent to the clipboard. Not every terminal takes it: if pasting brings up something else, m makes a file."
        )
        return True

    def _file(self, form: Form, name: str) -> bool:
        self._made[form] = handing_on.hand_on(self._context, self._opened, form, self._made.get(form))
        self._source.say(f" {name}: {self._made[form].path}")
        if form == "eml" and (why := reading.without_address(self._opened)):
            self._source.say(f"   {why}")
        return True

    def _next_date(self) -> bool:
        words = self._ask("When is the next one?", "friday 14:00, in two weeks at 9. The client's summary tells it.")
        if not words:
            return False
        if is_private(words):
            self._source.say(
                " Not kept: a line with ~ is for you alone, and the date goes to the client. n asks again."
            )
            return False
        order = settings.load(self._context.practice).date_order
        agreed = next_date.read_appointment(words, self._context.clock.now(), order)
        session = next_date.keep_next(self._context, self._opened.path, agreed)
        self._opened = Opened(session, self._opened.name, self._opened.path)
        self._source.say(f" We meet again: {appointment_words(agreed)}")
        if agreed.on is None:
            self._source.say("   Kept as you said it. No day was understood, so it is in no calendar. n says it again.")
        for form, name in _FILES.values():
            if form in self._made:
                self._file(form, name)
        return agreed.on is not None

    def _ask(self, question: str, cue: str, keys: str = "") -> str:
        """What is typed; nothing for Enter alone and for the end of the input."""
        view = View(("after", question), ("After the call",), question, cue=cue, remark=self._remark, keys=keys)
        given, self._remark, self._line = self._line, "", Line()
        while True:
            match self._source.read(view, given, Hooks(lambda _: None, lambda: None)):
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
