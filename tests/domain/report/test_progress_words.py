"""What others say is told in means, and what is left of a map by name or by count."""

from coachcli.domain.client.coverage import Coverage
from coachcli.domain.client.perception import Others
from coachcli.domain.history.between import GroupMean
from coachcli.domain.report.progress_words import kept_words, left_words, others_words


def test_others_have_one_mean_and_those_of_groups_behind_it() -> None:
    groups = (GroupMean(group="peer", people=5, mean=4), GroupMean(group="former report", people=6, mean=8))

    assert others_words(None) == ""
    assert others_words(Others(5, 7)) == "Mean of 5 others: 7."
    assert others_words(Others(11, 6, groups)) == "Mean of 11 others: 6 (5 peers: 4, 6 former direct reports: 8)."


def test_actions_are_counted_by_what_became_of_them() -> None:
    assert kept_words({"open": 2, "kept": 3}) == "3 kept, 2 open"
    assert kept_words({}) == ""


def test_what_is_left_is_named_unless_it_is_nearly_all() -> None:
    spots = [Coverage(f"Topic {number}") for number in range(9)]

    assert left_words(spots[:2]) == "Topic 0, Topic 1"
    assert left_words(spots) == "9 others"
    assert left_words([]) == ""
