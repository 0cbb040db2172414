"""A new text of a framework takes the place of the one before, unless another program was quicker."""

import pytest

from coachcli.app.context import Context
from coachcli.app.framework.edit import Edited, accept
from coachcli.app.framework.prompter import Prompter
from coachcli.domain.framework.model import Framework
from coachcli.errors import InUseError
from coachcli.store.framework import catalogue
from coachcli.store.practice import set_up

TEXT = b"title: Mine\nminutes: 20\nstages:\n- title: One\n  ask:\n  - What is on your mind?\n"
LONGER = TEXT.replace(b"20", b"25")


@pytest.fixture
def edited(context: Context) -> Edited:
    """A framework of the coach's own, in use."""
    set_up(context.practice)
    (context.practice.frameworks / "mine.yaml").write_bytes(TEXT)
    source = catalogue.find(context.practice, "mine")
    return Edited(source, TEXT, catalogue.load(source))


def taken(context: Context, edited: Edited, text: bytes) -> str:
    """What is told of a text that is taken."""
    told: list[str] = []
    accept(context, Prompter(None, told.append), edited, text, framework(edited, text))
    return "".join(told)


def framework(edited: Edited, text: bytes) -> Framework:
    found = edited.check(text).framework
    assert found is not None
    return found


def test_what_changed_is_told_and_the_version_before_is_kept(context: Context, edited: Edited) -> None:
    told = taken(context, edited, LONGER)
    path = edited.source.path

    assert path.read_bytes() == LONGER
    assert path.with_name(".mine.yaml.bak").read_bytes() == TEXT
    assert "~ The framework, minutes: 20, now 25\n" in told
    assert told.endswith(f"Saved: {path}\nThe version before: {path.with_name('.mine.yaml.bak')}\n")


def test_a_text_that_asks_the_same_is_said_to(context: Context, edited: Edited) -> None:
    assert "What is asked is as it was" in taken(context, edited, TEXT + b"# a word to myself\n")


def test_the_first_one_that_replaces_a_shipped_one_says_so(context: Context, edited: Edited) -> None:
    edited.source.path.unlink()

    assert taken(context, Edited(edited.source, None, None), LONGER).endswith(
        "From now on it is used instead of the mine that comes with coachcli.\n"
    )


def test_what_another_program_wrote_meanwhile_stays(context: Context, edited: Edited) -> None:
    path = edited.source.path
    path.write_bytes(TEXT.replace(b"20", b"90"))

    with pytest.raises(InUseError, match="was changed by another program meanwhile"):
        taken(context, edited, LONGER)

    assert b"90" in path.read_bytes()
    assert path.with_name(".mine.edit.yaml").read_bytes() == LONGER
