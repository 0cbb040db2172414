"""Who is coached: one person, or a team."""

from datetime import date
from typing import NamedTuple

from coachcli.errors import UnreadableError
from coachcli.patterns import pattern

# The coach fills in any address that is more unusual: who knows what the header of a mail makes of it.
_ADDRESS = pattern(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*")
_COUNT = pattern(r"[1-9][0-9]{0,3}")


class Client(NamedTuple):
    """A client. The id is the name of their folder, the rest is in their file's words.

    `cadence` is how often they are to be seen, `people` how many a team or a group is.
    """

    id: str
    name: str
    cadence: str = ""
    language: str = ""
    people: str = ""
    archived: str = ""

    @property
    def is_archived(self) -> bool:
        """Whether they are out of the lists that a coach works with; words that say neither take nobody out."""
        return self.archived.casefold() not in NOT_ARCHIVED and is_archive_mark(self.archived)

    @property
    def called(self) -> str:
        """What a question calls them: somebody by their first name, a team by all of its name."""
        return self.name if people_words(self.people) else given_name(self.name)


LISTED = Client._fields[1:]
"""What lists need to know of a client beside the id, all of it from the client's file."""
NOT_ARCHIVED = frozenset({"", "no", "false"})


class ClientRecord(NamedTuple):
    """The fields of a client's file, in the words that are written there; empty where nothing is.

    A new field is one line here. Where not any words will do, `store.client.client_file` checks them.
    """

    name: str = ""
    cadence: str = ""
    email: str = ""
    organisation: str = ""
    role: str = ""
    language: str = ""
    people: str = ""
    archived: str = ""
    id: str = ""


class DamagedClientError(UnreadableError):
    """A client's file that cannot be used as it is. `known` is what could be read of it, sound or not."""

    def __init__(self, client: str, message: str, hint: str, known: ClientRecord | None = None) -> None:
        super().__init__(message, hint)
        self.client = client
        self.known = known or ClientRecord()


def is_address(text: str) -> bool:
    """Whether a mail can be addressed to this as it stands."""
    return len(text) <= 254 and _ADDRESS.fullmatch(text) is not None  # RFC 5321


def given_name(name: str) -> str:
    """What a question calls the client by: their first name, or all of it where that is no name."""
    first = name.split(maxsplit=1)[0] if name.split() else name
    return name if first.endswith(".") or len(first) < 2 else first


def is_archive_mark(words: str) -> bool:
    """Whether these words say that a client is archived, or is not: a day, yes or no."""
    try:
        return words.casefold() in {*NOT_ARCHIVED, "yes", "true"} or bool(date.fromisoformat(words))
    except ValueError:
        return False


def head_count(words: str) -> int | None:
    """How many people a client is, from 1 to 9999; None where the words are no such number."""
    return int(words) if _COUNT.fullmatch(words) else None


def people_words(words: str) -> str:
    """A team or a group in words: `a team of 6`; nothing for one person."""
    count = head_count(words) or 1
    return {1: "", 2: "two people"}.get(count, f"a team of {count}")
