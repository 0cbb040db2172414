"""The lines that a coach writes about what several people said: added, listed and taken back between sessions."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from coachcli.app.context import Context
from coachcli.app.engagement.choice import Theirs, meant, theirs
from coachcli.app.theme.interviews import KnownInterviews, known_interviews
from coachcli.command_line import command
from coachcli.domain.client.model import Client
from coachcli.domain.history.between import Entry
from coachcli.domain.line.sharing import is_private
from coachcli.domain.near_names import nearest
from coachcli.domain.session.model import Note, code_of
from coachcli.domain.tags import tags_in, without_tags
from coachcli.domain.terms import Audience, ShareWith
from coachcli.domain.text import clean, folded, one_line
from coachcli.domain.theme.answers import tags_of
from coachcli.domain.theme.lines import Theme, may_read, themes
from coachcli.domain.value import Value
from coachcli.errors import CoachError, NotFoundError, UsageError
from coachcli.live.choice.shortlist import Option
from coachcli.patterns import pattern
from coachcli.store.client import clients
from coachcli.store.session import between

if TYPE_CHECKING:
    from coachcli.live.choice.chooser import Chooser

Ask = Callable[[], "Chooser | None"]
_READERS: dict[ShareWith, str] = {
    "nobody": "you alone",
    "client": "the client",
    "sponsor": "the sponsor, and the client",
}
_WORD = pattern(r"\w+")


class Wanted(Value, frozen=True):
    """What a coach says of a new line: its words, its tag, for whom, and of which engagement; None where not said."""

    words: str
    tag: str | None = None
    share: ShareWith | None = None
    engagement: str | None = None


class Kept(Value, frozen=True):
    """A line as it was written down, and what could not be read meanwhile. `anew`: it was there before."""

    client: Client
    theme: Theme
    anew: bool = False
    passed_over: tuple[CoachError, ...] = ()


class Listed(Value, frozen=True):
    """The lines about a client, and on how many people one has to rest that is for others."""

    client: Client
    themes: tuple[Theme, ...]
    floor: int
    passed_over: tuple[CoachError, ...] = ()


def listed(context: Context, name: str) -> Listed:
    """Every line about a client."""
    client = clients.existing(name, *clients.known(context.practice))
    known = known_interviews(context, client.id)
    return Listed(client, known.themes, known.floor, known.passed_over)


def add(context: Context, ask: Ask, client: str, wanted: Wanted) -> Kept:
    """Write down a line; raises where it is for others and must not be. One of the same words takes its place."""
    who = theirs(context, client)
    between.load(context.practice, who.client.id)
    known = known_interviews(context, who.client.id)
    asked = not wanted.words.strip()
    tag = _tag(wanted, known, ask, who)
    _refuse_unset(tag, known, who)
    words = _words(wanted, ask, who)
    share = wanted.share or (_asked_share(ask) if asked else "nobody")
    engagement = meant(context, who, wanted.engagement, ask).id if wanted.engagement or share == "sponsor" else None
    note = Note(kind="theme", text=f"{words} {tag}", share_with=share)
    entry = Entry(at=context.clock.now(), engagement=engagement, notes=(note,))
    theme = themes([entry], known.held)[0]
    if share != "nobody":
        _refuse_what_gives_away(words, known)
        _refuse_below_the_floor(share, theme, known, who)
    return _kept(context, who, known, theme)


def remove(context: Context, name: str, number: int) -> Kept:
    """Take back the line of a number."""
    found = listed(context, name)
    one = next((theme for theme in found.themes if theme.number == number), None)
    if one is None:
        raise NotFoundError(
            "There is no line of that number.", f"{command('themes', 'list', found.client.id)} shows those there are."
        )
    between.take_back(context.practice, found.client.id, one.entry)
    return Kept(found.client, one, passed_over=found.passed_over)


def _kept(context: Context, who: Theirs, known: KnownInterviews, theme: Theme) -> Kept:
    before = [one for one in known.themes if (folded(one.words), one.tags) == (folded(theme.words), theme.tags)]
    between.add(context.practice, who.client.id, theme.entry)
    for one in before:
        between.take_back(context.practice, who.client.id, one.entry)
    return Kept(who.client, theme, bool(before), known.passed_over)


def _refuse_below_the_floor(reader: Audience, theme: Theme, known: KnownInterviews, who: Theirs) -> None:
    if not may_read(reader, theme, known.floor, theme.entry.engagement):
        where = " of that engagement" if reader == "sponsor" else ""
        raise UsageError(
            f"That line is for you alone as yet: it takes {known.floor} people with its tag, in interviews{where}.",
            f"Leave out --for to keep it for you. How many there are: {command('themes', 'show', who.client.id)}",
        )


def _refuse_what_gives_away(words: str, known: KnownInterviews) -> None:
    """Raise where a line for others is for the coach alone by its sign, names a code, or is what one person said."""
    if is_private(words):
        raise UsageError("A line that begins with ~ is for you alone.", "Leave out the ~, or --for.")
    if any(f" {_bare(code_of(one))} " in f" {_bare(words)} " for one in known.sessions if one.person):
        raise UsageError("The code of somebody you asked is in that line.", "Say it so that nobody is known by it.")
    # What was added later counts for nothing, and may be what they said all the same.
    in_room = (both for one in known.sessions for both in one.notes if both[0].room == "stakeholder")
    if _bare(words) in (_bare(note.text) for turn, note in in_room if turn.phase != "after_call"):
        raise UsageError("That is word for word what one person said.", "Say in words of your own what several say.")


def _bare(text: str) -> str:
    return " ".join(word.casefold() for word in _WORD.findall(without_tags(text)))


def _words(wanted: Wanted, ask: Ask, who: Theirs) -> str:
    words = one_line(without_tags(clean(wanted.words)))
    if not words and not wanted.words.strip() and (chooser := ask()) is not None:
        words = one_line(without_tags(clean(chooser.write("What do several of them say, in your own words?"))))
    if not words:
        raise UsageError("There are no words.", _say_it(who))
    return words


def _tag(wanted: Wanted, known: KnownInterviews, ask: Ask, who: Theirs) -> str:
    """The tag that backs a line: the one that was named, or else the one in its words; the coach is asked for it."""
    if wanted.tag is not None:
        tag = f"#{wanted.tag.strip().removeprefix('#')}"
        if tags_in(tag) != [tag]:
            raise UsageError("That is no tag.", "A tag is one word with a letter in it: --tag listens")
        return tag
    there = tags_in(wanted.words)
    if len(there) == 1:
        return there[0]
    if there:
        raise UsageError("A line has one tag.", _say_it(who))
    return _asked_tag(known, ask, who)


def _asked_tag(known: KnownInterviews, ask: Ask, who: Theirs) -> str:
    tags = tags_of(known.held)
    chooser = ask() if tags else None
    if not tags:
        raise _no_tag_yet(known, who)
    if chooser is None:
        raise UsageError("Which tag does it rest on?", _say_it(who))
    options = [Option(one.tag, one.tag, f"{one.people} {'person' if one.people == 1 else 'people'}") for one in tags]
    return chooser.pick("Which tag does it rest on?", options)


def _refuse_unset(tag: str, known: KnownInterviews, who: Theirs) -> None:
    """Raise where nobody was asked in whose interview a tag was set: a line that rests on nobody was mistyped."""
    tags = [one.tag for one in tags_of(known.held)]
    if not tags:
        raise _no_tag_yet(known, who)
    if folded(tag) not in tags:
        close = nearest(folded(tag), tags)
        hint = f"Did you mean {close}? " if close else ""
        there = f"Those that were set: {command('themes', 'show', who.client.id)}"
        raise NotFoundError(f"The tag {tag} was set in no interview with anybody who has a code.", f"{hint}{there}")


def _no_tag_yet(known: KnownInterviews, who: Theirs) -> UsageError:
    """Where tags are set: in the last interview with somebody who counts, or in the first that is yet to be held."""
    counted = (one for one in known.sessions if one.person and folded(code_of(one)) not in known.sponsors)
    last = max(counted, key=lambda one: one.started.timestamp(), default=None)
    if last is None:
        begin = command("session", "start", who.client.id, "-f", "stakeholder-interview")
        hint = f"Nobody was asked by a code yet. An interview begins so: {begin}"
    else:
        hint = f"Set one, as #listens, in a line of an interview. The last: {command('session', 'edit', last.id)}"
    return UsageError("No tag was set in an interview yet, and a line rests on one.", hint)


def _asked_share(ask: Ask) -> ShareWith:
    chooser = ask()
    if chooser is None:
        return "nobody"
    shares: dict[str, ShareWith] = {words: share for share, words in _READERS.items()}
    return shares[chooser.pick("Who may read it?", [Option(words, words) for words in shares])]


def _say_it(who: Theirs) -> str:
    say = command("themes", "add", who.client.id, "She hears people out", "--tag", "listens")
    return f"Say it like this: {say}"
