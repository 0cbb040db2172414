"""Work of the coach's own that is about nobody, in the place of a client."""

from coachcli.domain.client.model import Client
from coachcli.domain.client.own import OWN_WORK, called
from coachcli.domain.session import model
from coachcli.store.session import place


def test_it_has_one_name_on_every_floor() -> None:
    assert OWN_WORK.id == model.OWN == place.OWN


def test_a_question_calls_nobody_by_it() -> None:
    assert called(OWN_WORK) == "the client"
    assert called(Client("jane-example", "Jane Example")) == "Jane"
