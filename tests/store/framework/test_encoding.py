"""A framework, and the text it is remembered as."""

import pytest

from coachcli.store.framework import catalogue, snapshots
from coachcli.store.framework.encoding import decoded, encoded
from coachcli.store.paths import Practice


def test_every_shipped_framework_comes_back_to_the_letter(practice: Practice) -> None:
    for source in catalogue.sources(practice):
        framework = catalogue.checked(source).framework
        assert framework is not None
        again = decoded(encoded(framework))

        assert again == framework
        assert snapshots.text_of(again) == snapshots.text_of(framework)


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b"\xff", b'{"id": "grow", "title": "GROW", "stages": []}'])
def test_what_is_no_framework_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 whichever it is
        decoded(data)
