"""Both engagements, played once."""

import pytest
from e2e.months import careerminds, coaching_relationship
from e2e.months.script import Months, played


@pytest.fixture(scope="module")
def jane(tmp_path_factory: pytest.TempPathFactory) -> Months:
    """The six months along the road of Careerminds."""
    return played(tmp_path_factory.mktemp("careerminds"), careerminds.SCRIPT)


@pytest.fixture(scope="module")
def robin(tmp_path_factory: pytest.TempPathFactory) -> Months:
    """The six months along the road of The Coaching Relationship."""
    return played(tmp_path_factory.mktemp("relationship"), coaching_relationship.SCRIPT)
