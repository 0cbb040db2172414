"""Taking in a log of hours: first what is understood, then its new rows, each once."""

from pathlib import Path

import pytest

from coachcli.app.context import Context
from coachcli.app.hours.log_import import Source, read, write
from coachcli.domain.client.model import Client
from coachcli.domain.hours.earlier import EarlierRow
from coachcli.errors import CoachError, InUseError, UsageError
from coachcli.store.hours import earlier_file

LOG = "Client Name;Start Date;End Date;Paid Hours;Pro-bono Hours\nJane Example;03/04/2024;12/09/2024;12,5;\n"


@pytest.fixture
def log(tmp_path: Path, jane: Client) -> Path:
    assert jane
    path = tmp_path / "log.csv"
    path.write_text(LOG)
    return path


def test_reading_writes_nothing(context: Context, log: Path) -> None:
    found = read(context, Source(str(log)))

    assert [row.client for row in found.log.new] == ["Jane Example"]
    assert not context.practice.earlier_hours.exists()


def test_what_is_new_is_written_and_the_second_time_nothing_is(context: Context, log: Path) -> None:
    path = write(context, read(context, Source(str(log))))
    (row,) = earlier_file.load(context.practice).relationships
    before = path.read_bytes()

    assert (row.client, str(row.start), row.paid) == ("Jane Example", "2024-04-03", 12.5)
    again = read(context, Source(str(log))).log
    assert ([one.fate for one in again.rows], again.new) == (["there"], ())
    assert path.read_bytes() == before


def test_two_who_saw_the_same_rows_as_new_do_not_both_add_them(context: Context, log: Path) -> None:
    one, other = (read(context, Source(str(log))) for _ in range(2))
    write(context, one)

    with pytest.raises(InUseError) as refused:
        write(context, other)

    assert refused.value.hint == "Nothing was added: say it once more, to see what is new by now."
    assert len(earlier_file.load(context.practice).relationships) == 1


def test_days_are_read_in_the_order_of_the_practice_unless_the_coach_says_another(context: Context, log: Path) -> None:
    def start(source: Source) -> str:
        (row,) = read(context, source).log.new
        return str(row.start)

    assert start(Source(str(log))) == "2024-04-03"
    assert start(Source(str(log), order="MDY")) == "2024-03-04"
    (context.practice.root / "coach.yaml").write_text("date_order: MDY\n")
    assert start(Source(str(log))) == "2024-03-04"


def test_without_headings_that_are_known_they_are_told_and_can_be_said(context: Context, log: Path) -> None:
    log.write_text("Who,Std\nJane,3\n")

    with pytest.raises(CoachError, match="No row has headings") as refused:
        read(context, Source(str(log)))
    assert refused.value.hint == (
        "Row 1 has: Who, Std. Say what a column holds: coach hours import FILE --column Who=client"
    ).replace("Who=client", '"Who=client"')
    found = read(context, Source(str(log), columns=("Who=client", "Std=paid")))
    assert found.log.new == (EarlierRow(client="Jane", paid=3),)


def test_where_one_heading_is_known_the_other_is_asked_for_with_all_that_was_said(context: Context, log: Path) -> None:
    log.write_text("Klient;Std.\nJane;3\n")
    for columns in ((), ("Klient=client",)):
        with pytest.raises(CoachError, match="Row 1 has a heading for a client, and none for hours") as refused:
            read(context, Source(str(log), columns=columns))
        said = "".join(f' --column "{words}"' for words in (*columns, "Std.=paid"))
        told = "Not known: Std. Say which column has hours: coach hours import FILE"
        assert refused.value.hint == f"{told}{said}"
    found = read(context, Source(str(log), columns=("Klient=client", "Std.=paid")))
    assert found.log.new == (EarlierRow(client="Jane", paid=3),)

    log.write_text("Wer;Ort;Stunden;Std.\nJane;Ulm;3;3\n")
    with pytest.raises(CoachError, match="Row 1 has a heading for hours, and none for a client") as refused:
        read(context, Source(str(log)))
    assert "Not known: Wer, Ort, Std. Say" in refused.value.hint
    assert '--column "HEADING=client"' in refused.value.hint


def test_two_columns_for_one_thing_are_asked_about(context: Context, log: Path) -> None:
    log.write_text("Client,Email,Contact,Paid hours\nJane,a,b,3\n")

    with pytest.raises(CoachError, match="Two columns hold the same: Email, and Contact") as refused:
        read(context, Source(str(log)))
    assert '--column "Contact=nothing"' in refused.value.hint
    assert read(context, Source(str(log), columns=("Contact=nothing",))).log.new[0].contact == "a"


@pytest.mark.parametrize("words", ["Std", "Std=money", "=paid"])
def test_what_says_nothing_of_a_column_is_refused(context: Context, log: Path, words: str) -> None:
    with pytest.raises(UsageError, match="say of a column") as refused:
        read(context, Source(str(log), columns=(words,)))

    assert "pro_bono" in refused.value.hint
