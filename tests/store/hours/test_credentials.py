"""What credentials ask for: the shipped files with their figures, and the coach's own before them."""

import pytest

from coachcli.domain.hours.credential import Credential
from coachcli.errors import UnreadableError
from coachcli.store.framework import catalogue
from coachcli.store.framework.files import CREDENTIALS, shipped_folder, yaml_files
from coachcli.store.hours.credentials import check_file, load
from coachcli.store.paths import Practice

FIGURES = {
    "icf-acc": (100, 75, 8, (25, 18), 15, True),
    "icf-pcc": (500, 450, 25, (50, 18), 15, True),
    "icf-mcc": (2500, 2250, 35, None, 15, True),
    "emcc-foundation": (50, None, 5, None, None, True),
    "emcc-practitioner": (100, None, 10, None, None, True),
    "emcc-senior": (250, None, 20, None, None, False),
    "emcc-master": (500, None, 40, None, None, False),
}
OWN = """id: icf-acc
title: My ACC
hours: 120
sources:
  - {where: example.com, read: 2026-11}
"""


def put(practice: Practice, name: str, text: str) -> None:
    folder = practice.frameworks / CREDENTIALS
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


def figures(one: Credential) -> tuple[object, ...]:
    recent = (one.recent.hours, one.recent.months) if one.recent else None
    return one.hours, one.paid, one.clients, recent, one.largest_group, one.confirmed


def test_the_shipped_ones_have_the_figures_of_their_sources(practice: Practice) -> None:
    there = load(practice)

    assert {one.id: figures(one) for one in there.found} == FIGURES
    assert all(one.sources for one in there.found)
    assert {one.id: one.years for one in there.found if one.years} == {
        "emcc-foundation": 1, "emcc-practitioner": 3, "emcc-senior": 5, "emcc-master": 7,
    }  # fmt: skip
    assert there.passed_over == ()


def test_they_stand_by_their_body_the_smaller_first(practice: Practice) -> None:
    assert [one.id for one in load(practice).found][4:] == ["icf-acc", "icf-pcc", "icf-mcc"]


def test_the_rules_know_what_is_supervision_and_how_the_log_is_laid_out(practice: Practice) -> None:
    rules = load(practice).rules

    assert rules.supervision == ("supervision-clear", "supervision-seven-eyed")
    assert rules.mentoring == ("mentoring",)
    ids = {source.id for source in catalogue.sources(practice)}
    assert ids >= {*rules.supervision, *rules.mentoring}
    assert [column.heading for column in rules.log] == [
        "Client Name", "Contact Information", "Individual/Group", "Number in Group",
        "Start Date", "End Date", "Paid Hours", "Pro-bono Hours",
    ]  # fmt: skip


@pytest.mark.parametrize("name", sorted(yaml_files(shipped_folder() / CREDENTIALS)))
def test_a_shipped_file_has_nothing_wrong(name: str) -> None:
    assert check_file(shipped_folder() / CREDENTIALS / f"{name}.yaml").problems == ()


def test_the_coachs_own_is_used_instead_of_a_shipped_one_and_beside_them(practice: Practice) -> None:
    put(practice, "icf-acc.yaml", OWN)
    put(practice, "house.yaml", OWN.replace("icf-acc", "house").replace("hours:", "listed: yes\nhours:"))
    put(practice, "other.draft.yaml", "hours: none")

    there = load(practice)

    assert {one.title for one in there.found if one.title == "My ACC"} == {"My ACC"}
    assert len(there.found) == len(FIGURES) + 1
    assert next(one for one in there.found if one.id == "house").listed
    assert there.passed_over == ()


def test_a_broken_one_is_passed_over_and_the_shipped_one_does_not_stand_for_it(practice: Practice) -> None:
    put(practice, "icf-acc.yaml", "id: icf-acc\ntitle: Mine\nhours: many\n")
    put(practice, "rules.yaml", "id: rules\n")

    there = load(practice)

    assert "icf-acc" not in {one.id for one in there.found}
    assert there.rules.supervision == ("supervision-clear", "supervision-seven-eyed")
    assert [type(error) for error in there.passed_over] == [UnreadableError] * 2
    assert "framework check" in there.passed_over[0].hint


EVERY_MISTAKE = """id: house
title: House
hours: 0
paid: much
clients: -3
recent: {hours: 5}
counts: [coaching, therapy]
largest_grup: 4
sources:
  - {where: example.com, read: yesterday}
"""


def test_every_mistake_is_told_at_once_with_its_line(practice: Practice) -> None:
    put(practice, "house.yaml", EVERY_MISTAKE)

    told = catalogue.check_file(practice.frameworks / CREDENTIALS / "house.yaml").problems

    assert [(one.line, one.text) for one in told] == [
        (3, "hours is out of range: '0'"),
        (4, "paid must be a number, not 'much'"),
        (5, "clients is out of range: '-3'"),
        (6, "'months' is missing here"),
        (7, "'therapy' is not allowed for an item of counts"),
        (8, "'largest_grup' is not a setting here"),
        (10, "read must be a month, not 'yesterday'"),
    ]


@pytest.mark.parametrize(
    ("name", "text", "wrong"),
    [
        ("house.yaml", OWN, "the id is 'icf-acc', but the file is called 'house'"),
        ("icf-acc.yaml", f"paid: 130\n{OWN}", "this is more than all hours, 120"),
        ("icf-acc.yaml", OWN.partition("sources")[0], "'sources' is missing here"),
        ("rules.yaml", "id: rules\ntitle: Mine\nlog: [{heading: X, holds: client}]\n", "the log has no hours"),
    ],
)
def test_what_does_not_fit_is_told(practice: Practice, name: str, text: str, wrong: str) -> None:
    put(practice, name, text)

    assert [one.text for one in check_file(practice.frameworks / CREDENTIALS / name).problems] == [wrong]
