"""The account of hours as a page: what was held, by what it is looked at, and the way to each credential."""

from collections.abc import Iterator, Sequence
from datetime import date

from coachcli.domain.hours.account import Account
from coachcli.domain.hours.credential import Credential
from coachcli.domain.hours.entry import Work
from coachcli.domain.hours.needs import Need, NeedKind, Standing
from coachcli.domain.hours.sums import By, Group, Sum, hours_of, hours_words, number_words
from coachcli.domain.page.model import Line, Page, Section, Table
from coachcli.domain.terms import Held

NAMES: dict[Work, str] = {
    "coaching": "Coaching",
    "mentoring": "Mentoring",
    "three": "Meetings of three",
    "supervision": "Supervision",
    "reflection": "Your own reflection",
}
WAYS: dict[Held | None, str] = {
    "video": "by video",
    "phone": "by phone",
    "room": "in one room",
    None: "not said how",
}
_HEADINGS: dict[By, str] = {"client": "By client", "month": "By month", "type": "By type of work"}
_FIRST: dict[By, str] = {"client": "Client", "month": "Month", "type": "Type"}
_COLUMNS = ("Paid", "Pro bono", "Not said", "Mentoring", "Planned only")
_FIGURES: dict[str, NeedKind] = {"Hours": "hours", "Paid": "paid", "Clients": "clients", "Recent": "recent"}
_NO_CREDENTIAL = "count for no credential"


def hours_page(account: Account, *, whole: bool = True, names: bool = True) -> Page:
    """The page of an account; `whole` with all that credentials ask for beside hours, and where the figures are from.

    Without `names` no client is named.
    """
    sections = [
        Section("What was held", lines=tuple(_held(account))),
        Section("How it was held", lines=tuple(_ways(account))),
        Section(_HEADINGS[account.by], tables=tuple(_tables(account)) if names or account.by != "client" else ()),
        Section(
            "On the way to a credential",
            lines=tuple(_members(account.standings)),
            tables=tuple(_ways_table(account.standings)),
        ),
        Section("What is missing", lines=tuple(map(_missing, account.standings))),
        Section("What does not count, and what cannot be listed", lines=tuple(_aside(account.standings))),
    ]
    if whole:
        credentials = [one.credential for one in account.standings]
        sections += [
            Section("Asked for as well, and not counted here", lines=tuple(_besides(credentials))),
            Section("Where the figures are from", lines=tuple(_sources(credentials))),
        ]
    kept = tuple(one for one in sections if one.lines or one.tables)
    return Page("Hours", _facts(account), kept, on=_last(account))


def period_words(account: Account) -> str:
    """The days that are looked at: `until 29 November 2026`."""
    since = f"from {_day(account.period.since)} " if account.period.since else ""
    return f"{since}until {_day(_last(account))}"


def _last(account: Account) -> date:
    return min(account.period.until or account.today, account.today)


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _facts(account: Account) -> dict[str, str]:
    return {"Period": period_words(account)}


def _held(account: Account) -> Iterator[Line]:
    for work, name in NAMES.items():
        sum_ = account.sums.get(work, Sum())
        if sum_.sessions or sum_.rows:
            yield Line(hours_words(sum_.seconds), label=f"{name}:", details=tuple(_details(work, sum_)))
    yield from _unmeasured(account)
    if account.left_out:
        rows = _counted(account.left_out, "row")
        why = "their days do not lie wholly in this period, or are not said"
        yield Line(f"{rows} from before", label="Left out:", details=(why,))


def _details(work: Work, sum_: Sum) -> Iterator[str]:
    yield _counted(sum_.sessions, "meeting" if work == "three" else "session")
    if sum_.rows:
        yield f"{_counted(sum_.rows, 'entry', 'entries')} from before"
    if work == "three":
        yield _NO_CREDENTIAL
    elif work in {"coaching", "mentoring"}:
        parts = {"paid": sum_.paid, "pro bono": sum_.pro_bono, "not said whether paid": sum_.not_said}
        yield from (f"{hours_words(seconds)} {words}" for words, seconds in parts.items() if seconds)


def _unmeasured(account: Account) -> Iterator[Line]:
    """A line for each kind of work, as those with clients alone stand in the table as well."""
    for work, name in NAMES.items():
        sum_ = account.sums.get(work, Sum())
        if sum_.unmeasured:
            sessions = _counted(sum_.unmeasured, "meeting" if work == "three" else "session")
            told = f"{sessions}, {hours_words(sum_.planned * 60)} planned" if sum_.planned else sessions
            yield Line(told, label=f"{name}, planned only:", details=("no time was measured", _NO_CREDENTIAL))


def _ways(account: Account) -> Iterator[Line]:
    # Where nobody ever said how, there is nothing to tell.
    if set(account.ways) - {None}:
        for way, words in WAYS.items():
            if seconds := account.ways.get(way):
                yield Line(f"{hours_words(seconds)} {words}")


def _tables(account: Account) -> Iterator[Table]:
    """One table; a column in which there is nothing is left out."""
    if account.groups:
        rows = [_cells(group) for group in account.groups]
        total = tuple(sum(row[number] for row in rows) for number in range(len(_COLUMNS)))
        kept = [number for number, cell in enumerate(total) if cell or number == 0]
        columns = (_FIRST[account.by], *(_COLUMNS[number] for number in kept))
        titles = [group.title for group in account.groups]
        body = [(title, *_shown(row, kept)) for title, row in zip(titles, rows, strict=True)]
        yield Table(columns, (*body, ("Total", *_shown(total, kept))))


def _cells(group: Group) -> tuple[int, ...]:
    coaching, mentoring = group.coaching, group.mentoring
    planned = (coaching.planned + mentoring.planned) * 60
    return coaching.paid, coaching.pro_bono, coaching.not_said, mentoring.seconds, planned


def _shown(cells: Sequence[int], kept: Sequence[int]) -> list[str]:
    return [number_words(hours_of(cells[number])) if cells[number] else "" for number in kept]


def _members(standings: Sequence[Standing]) -> Iterator[Line]:
    """Why there are more clients than anybody can count in the table above."""
    told: dict[str, list[str]] = {}
    for one in standings:
        need = _need(one, "clients")
        if need and 0 < one.parties < need.there:
            with_whom = _counted(one.parties, "client or team", "clients and teams")
            words = f"Each member of a team counts: {with_whom} are {need.words(need.there)}"
            told.setdefault(words, []).append(one.credential.title)
    yield from (Line(words, details=(f"for {', '.join(titles)}",)) for words, titles in told.items())


def _ways_table(standings: Sequence[Standing]) -> Iterator[Table]:
    """What is there for each, of what is asked: the figures that most of them have."""
    if standings:
        rows = [(one.credential.title, *(_of_its(one, name) for name in _FIGURES.values())) for one in standings]
        yield Table(("Credential", *_FIGURES), tuple(rows))


def _title(one: Standing) -> str:
    return one.credential.title if one.credential.confirmed else f"{one.credential.title} (not confirmed)"


def _of_its(one: Standing, kind: NeedKind) -> str:
    need = _need(one, kind)
    return f"{number_words(need.there)} of {number_words(need.asked)}" if need else ""


def _need(one: Standing, kind: NeedKind) -> Need | None:
    return next((need for need in one.needs if need.kind == kind), None)


def _missing(one: Standing) -> Line:
    missing = [need.words(need.missing) for need in one.needs if need.missing]
    told = ", ".join(missing) if missing else "nothing that can be counted"
    return Line(told, label=f"{_title(one)}:")


def _aside(standings: Sequence[Standing]) -> Iterator[Line]:
    """Each thing once, with the credentials for which it is so where these are not all."""
    told = {one.credential.title: (*one.aside, *_unlisted(one)) for one in standings}
    for words in dict.fromkeys(words for theirs in told.values() for words in theirs):
        titles = [title for title, theirs in told.items() if words in theirs]
        yield Line(words, details=() if len(titles) == len(told) else (f"for {', '.join(titles)}",))


def _unlisted(one: Standing) -> Iterator[str]:
    if one.unlisted:
        clients = _counted(one.unlisted_clients, "client")
        yield f"{hours_words(one.unlisted)} with {clients} cannot stand in the log: no consent to be listed"


def _besides(credentials: Sequence[Credential]) -> Iterator[Line]:
    for one in credentials:
        for words in one.also:
            yield Line(words, label=f"{one.title}:")
    for words in dict.fromkeys(words for one in credentials for words in one.beware):
        yield Line(words)


def _sources(credentials: Sequence[Credential]) -> Iterator[Line]:
    for source in dict.fromkeys(source for one in credentials for source in one.sources):
        yield Line(source.where, details=(f"read in {source.read}",))


def _counted(count: int, one: str, many: str = "") -> str:
    return f"{count} {one if count == 1 else many or f'{one}s'}"
