"""Progress for programs: whose number, on which scale, on which day."""

from datetime import date

from coachcli.domain.client.coverage import Coverage
from coachcli.domain.client.kept import KeptAction, KeptActions
from coachcli.domain.client.perception import Others
from coachcli.domain.client.progress import AimedAt, Dated, Group, Numbers, Progress
from coachcli.domain.history.between import GroupMean
from coachcli.domain.history.goals import Nearness
from coachcli.render.client.progress_data import progress_data

DAY = date(2026, 9, 3)


OTHERS = Others(11, 6, (GroupMean(group="peer", people=5, mean=4),))


def test_it_has_everything_with_its_days() -> None:
    points = (Nearness(DAY, 3),)
    told = Progress(
        client="jane-example",
        name="Jane Example",
        today=DAY,
        goals=(AimedAt("Lead", "", None, points),),
        groups=(
            Group(
                "",
                "Areas",
                (Numbers("Delegating", 1, 10, points, OTHERS),),
            ),
        ),
        actions=KeptActions((KeptAction("Call Tom", "kept", DAY),)),
        values=(Dated("fairness", (DAY,)),),
        topics=(Coverage("Trust"),),
    )

    number = [{"score": 3, "on": "2026-09-03"}]
    assert progress_data(told) == {
        "client": "jane-example",
        "client_name": "Jane Example",
        "since": None,
        "goals": [{"what": "Lead", "outcome": None, "closed": None, "numbers": number}],
        "numbers": [
            {
                "speaker": "client",
                "heading": "Areas",
                "title": "Delegating",
                "from": 1,
                "to": 10,
                "numbers": number,
                "others": {"people": 11, "score": 6, "groups": [{"group": "peer", "people": 5, "score": 4}]},
            }
        ],
        "actions": [{"what": "Call Tom", "state": "kept", "on": "2026-09-03", "tags": []}],
        "values": [{"words": "fairness", "days": ["2026-09-03"]}],
        "tags": [],
        "areas": [],
        "topics": [{"title": "Trust", "days": []}],
    }
