"""What does not fit together in what a credential asks for, and in the rules of what counts."""

from hours import RULES, credential

from coachcli.domain.hours.credential import Credential, LogColumn, Recent, credential_flaws, rules_flaws
from coachcli.domain.value import changed


def where(one: Credential) -> list[tuple[str | int, ...]]:
    return [flaw.where for flaw in credential_flaws(one)]


def test_no_part_is_more_than_the_whole() -> None:
    assert where(credential(paid=11.0)) == [("paid",)]
    assert where(credential(recent=Recent(hours=11.0, months=18))) == [("recent", "hours")]
    assert where(credential(paid=10.0, recent=Recent(hours=1.0, months=18))) == []


def test_a_framework_is_supervision_or_mentoring() -> None:
    (flaw,) = rules_flaws(changed(RULES, supervision=("supervision-clear", "mentoring")))

    assert flaw.where == ("supervision", 1)
    assert list(rules_flaws(RULES)) == []


def test_a_log_has_hours() -> None:
    (flaw,) = rules_flaws(changed(RULES, log=(LogColumn(heading="Client", holds="client"),)))

    assert flaw.where == ("log",)
