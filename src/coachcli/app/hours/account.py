"""The account of hours for a period, and the files that are made of it."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from coachcli.app.context import Context
from coachcli.app.hours.entries import Held, held
from coachcli.app.letterhead import letterhead
from coachcli.app.page_forms import ENDINGS, ToldForm, told_bytes
from coachcli.domain.hours.account import Account, account_of
from coachcli.domain.hours.entry import Entry
from coachcli.domain.hours.page import hours_page
from coachcli.domain.hours.sums import By, Period
from coachcli.errors import CoachError

if TYPE_CHECKING:
    from coachcli.domain.hours.log import Log

OWN_ENDINGS = {**ENDINGS, "csv": "csv", "xlsx": "xlsx", "icf": "csv"}
"""The endings of the files, by their forms."""


class Told(NamedTuple):
    """The account, all that was held, and what was passed over for it."""

    account: Account
    held: Held

    @property
    def passed_over(self) -> tuple[CoachError, ...]:
        """What could not be read, or was left aside."""
        return self.held.passed_over


def told(context: Context, period: Period, by: By) -> Told:
    """The account of a period, and of all that credentials look at."""
    everything = held(context)
    today = context.clock.now().date()
    return Told(account_of(everything.entries, everything.credentials, period, by, today), everything)


def page_file(context: Context, account: Account, form: ToldForm) -> bytes:
    """The account as a page in a form, or as data."""
    from coachcli.render.hours.data import hours_data  # noqa: PLC0415 the forms are many, and one is asked for

    return told_bytes(form, hours_page(account), lambda: hours_data(account), lambda: letterhead(context))


def table_file(account: Account) -> str:
    """A row for each session, and one or two for each row from before, as CSV."""
    from coachcli.domain.hours.sheet import COLUMNS, sheet_rows  # noqa: PLC0415 as above
    from coachcli.render.hours.csv_text import csv_text  # noqa: PLC0415

    return csv_text(COLUMNS, sheet_rows(account.entries))


def workbook_file(context: Context, account: Account) -> bytes:
    """The same rows as a workbook. It tells of the last day in it, and not of the one on which it was made."""
    from coachcli.domain.hours.sheet import COLUMNS, sheet_rows  # noqa: PLC0415 as above
    from coachcli.render.hours.workbook import Origin, Sheet, workbook  # noqa: PLC0415
    from coachcli.store import settings  # noqa: PLC0415

    last = max((one.last for one in account.entries if one.last), default=account.today)
    origin = Origin("Hours", settings.load(context.practice).me.name or "", last)
    return workbook([Sheet("Hours", COLUMNS, sheet_rows(account.entries))], origin)


def log_of(context: Context, there: Told) -> "Log":
    """The log for a credential; the files of clients are looked into for those alone who are in it."""
    from coachcli.domain.hours.log import log_of as log  # noqa: PLC0415 as above

    account = there.account
    listed = [one for one in account.entries if one.row is None and one.is_listed(account.today)]
    return log(account.entries, there.held.rules, _contacts(context, listed), account.today)


def log_file(log: "Log") -> str:
    """The log as CSV, with its total as the last row."""
    from coachcli.render.hours.csv_text import csv_text  # noqa: PLC0415 as above

    return csv_text(log.headings, [*log.rows, log.total])


def file_name(form: str, today: date) -> str:
    """The name of a file where only its folder is named."""
    return f"hours-{'icf-' if form == 'icf' else ''}{today}.{OWN_ENDINGS[form]}"


def _contacts(context: Context, listed: Iterable[Entry]) -> dict[str, str]:
    """The addresses of clients; of a file that cannot be read it was said already."""
    from coachcli.store.client import client_file  # noqa: PLC0415 as above

    found: dict[str, str] = {}
    for client in sorted({one.party.key for one in listed}):
        with suppress(CoachError):
            found[client] = client_file.read(context.practice.folder(client)).email
    return found
