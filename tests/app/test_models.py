"""The models a call can go on along."""

from app.conftest import MakeSession

from coachcli.app.context import Context
from coachcli.app.models import PracticeModels, ref_to
from coachcli.domain.client.model import Client
from coachcli.domain.framework import Framework
from coachcli.store import frameworks, snapshots


def grow(context: Context) -> Framework:
    return frameworks.load(frameworks.find(context.practice, "grow"))


def test_it_speaks_the_language_of_the_call_where_it_can(context: Context) -> None:
    models = PracticeModels(context, grow(context), None)

    assert models.named("grow", "de").language == "de"
    assert models.named("egan", "de").language == "en"
    assert "egan" in models.names()


def test_one_that_was_left_is_as_it_was_then(context: Context, jane: Client, made: MakeSession) -> None:
    begun = made(jane)
    models = PracticeModels(context, grow(context), begun)
    older = grow(context).model_copy(update={"title": "GROW of old"})
    kept = models.kept(older)

    assert models.again(kept.ref) == older
    assert snapshots.load(context.practice, kept.ref.sha256) == older


def test_in_a_rehearsal_it_is_kept_in_memory_alone(context: Context) -> None:
    models = PracticeModels(context, grow(context), None)
    kept = models.kept(models.named("egan", "en"))

    assert models.again(kept.ref).id == "egan"
    assert not context.practice.root.exists()


def test_a_session_names_it_to_the_letter(context: Context) -> None:
    ref = ref_to(grow(context), "0" * 64)

    assert (ref.id, ref.title, ref.kind, ref.version) == ("grow", "GROW", "conversation", 1)
