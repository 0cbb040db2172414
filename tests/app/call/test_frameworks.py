"""The models a call can go on along."""

import shutil

import pytest
from app.conftest import MakeSession

from coachcli.app.call.frameworks import PracticeFrameworks, as_begun, ref_to
from coachcli.app.context import Context
from coachcli.domain.client.model import Client
from coachcli.domain.framework.model import Framework
from coachcli.domain.value import changed
from coachcli.errors import NotFoundError
from coachcli.store.disk import files
from coachcli.store.framework import catalogue, snapshots


def grow(context: Context) -> Framework:
    return catalogue.load(catalogue.find(context.practice, "grow"))


def test_it_speaks_the_language_of_the_call_where_it_can(context: Context) -> None:
    models = PracticeFrameworks(context, grow(context), ref_to(grow(context), "0" * 64), None)

    assert models.named("grow", "de").language == "de"
    assert models.named("egan", "de").language == "en"
    assert models.meant("Skilled helper") == ["egan"]


def test_one_that_was_left_is_as_it_was_then(context: Context, jane: Client, made: MakeSession) -> None:
    begun = made(jane)
    models = PracticeFrameworks(context, grow(context), begun.session.framework, begun)
    older = changed(grow(context), title="GROW of old")
    kept = models.kept(older)

    assert models.again(kept.ref) == older
    assert snapshots.load(context.practice, kept.ref.sha256) == older


def test_one_that_was_not_kept_is_todays_in_the_language_of_then(context: Context) -> None:
    spoken = catalogue.load(catalogue.find(context.practice, "grow"), "de")
    ref = ref_to(spoken, files.digest(snapshots.text_of(spoken)))

    assert as_begun(context, ref) == spoken
    with pytest.raises(NotFoundError, match="is not there any more"):
        as_begun(context, changed(ref, sha256="0" * 64))


def test_one_that_cannot_be_kept_is_walked_along_all_the_same(
    context: Context, jane: Client, made: MakeSession
) -> None:
    begun = made(jane)
    models = PracticeFrameworks(context, grow(context), begun.session.framework, begun)
    shutil.rmtree(context.practice.snapshots)
    context.practice.snapshots.write_text("a file in the way")
    older = changed(grow(context), title="GROW of old")
    kept = models.kept(older)

    assert "Leave GROW of old as it is" in kept.trouble
    assert models.again(kept.ref) == older


def test_in_a_rehearsal_it_is_kept_in_memory_alone(context: Context) -> None:
    models = PracticeFrameworks(context, grow(context), ref_to(grow(context), "0" * 64), None)
    kept = models.kept(models.named("egan", "en"))

    assert models.again(kept.ref).id == "egan"
    assert not context.practice.root.exists()


def test_a_session_names_it_to_the_letter(context: Context) -> None:
    ref = ref_to(grow(context), "0" * 64)

    assert (ref.id, ref.title, ref.kind, ref.version) == ("grow", "GROW", "conversation", 2)
