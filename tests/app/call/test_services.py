"""What a call needs around it, where nothing of it is to be kept."""

from builders import unbegun

from coachcli.app.call.services import NoKeeper
from coachcli.live.source import Line
from coachcli.store.paths import Practice


def test_in_a_rehearsal_nothing_at_all_is_written(practice: Practice) -> None:
    keeper, session = NoKeeper(), unbegun()
    keeper.save(session)
    keeper.typing(session, Line.ending("x"))
    keeper.keep_line(session, Line.ending("x"))
    keeper.line_done()
    keeper.close()

    assert not practice.root.exists()


def test_there_is_nothing_to_tell_of_it_and_nothing_at_risk() -> None:
    keeper = NoKeeper()

    assert (keeper.news(), keeper.trouble, keeper.pending, keeper.at_risk, keeper.is_full) == (
        "",
        "",
        False,
        False,
        False,
    )
