"""What is kept too long is found with everybody, the archived ones too, and nothing of it is touched."""

import pytest
from app.practice.checked import context_of
from app.practice.conftest import Write
from hostile.world import JANE

from coachcli.app.practice.retention import told
from coachcli.errors import UsageError
from coachcli.store.paths import Practice

ENGAGEMENT = f"{JANE}/engagements/2026-lead-janecanary.yaml"


def test_what_an_engagement_says_counts_for_archived_clients_too(filled: Practice, write: Write) -> None:
    write(ENGAGEMENT, "start: 2020-01-01\nkeep_until: 2026-11-28\n")
    write(f"{JANE}/client.yaml", "name: Jane Example\narchived: yes\n")

    found = told(context_of(filled)).retention

    assert [(one.client.id, str(one.until)) for one in found.past] == [("jane-example", "2026-11-28")]
    assert (found.soon, found.without_day) == ((), 1)


def test_the_usual_term_is_that_of_the_settings_and_the_day_can_be_another(filled: Practice, write: Write) -> None:
    write(ENGAGEMENT, "start: 2026-01-01\nend: 2026-06-30\n")
    write("coach.yaml", "keep: 2 years\n")

    assert told(context_of(filled)).retention.past == ()
    later = told(context_of(filled), "1 July 2028")
    assert [(str(one.until), one.is_said) for one in later.retention.past] == [("2028-06-30", False)]
    assert later.term == "2 years"
    assert [str(one.until) for one in told(context_of(filled), "1 January 2040").retention.past] == ["2028-06-30"]
    with pytest.raises(UsageError, match="When is the twelfth of never"):
        told(context_of(filled), "the twelfth of never")


def test_who_has_no_engagement_goes_by_their_last_session(filled: Practice, write: Write) -> None:
    (filled.root / ENGAGEMENT).unlink()
    write("coach.yaml", "keep: 6 months\n")

    found = told(context_of(filled)).retention

    assert [(one.client.id, str(one.until)) for one in found.past] == [("jane-example", "2026-09-08")]


def test_one_that_cannot_be_read_is_told(filled: Practice, write: Write) -> None:
    write(ENGAGEMENT, "start: soon\n")

    assert ["2026-lead-janecanary" in error.message for error in told(context_of(filled)).passed_over] == [True]
