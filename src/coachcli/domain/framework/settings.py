"""The settings of a framework's file, part by part: what each is for, how a change of it is told, what depends on it.

All code that knows of settings reads them here: the reader and its corrections, the schema for editors, translations,
and the comparison of two versions. Which record has which settings is in coachcli.domain.framework.fields.
"""

from collections.abc import Callable
from functools import cache
from typing import NamedTuple


class Setting(NamedTuple):
    """One setting of a part.

    `label` is what it is called where a change of it is told; without one it goes by its name.
    """

    help: str
    """What it is for, as an editor shows it beside the word."""
    label: str = ""
    is_words: bool = False
    """Its value is words for people: a translation puts them into another language."""
    is_quoting: bool = False
    """An {id} in it stands for an earlier answer."""
    names_question: bool = False
    """Its value is the id of a question."""
    is_harmless: bool = False
    """No other setting of its part has to fit it, and nothing that other questions say of this one depends on it."""
    excludes: str = ""
    """The setting that cannot stand beside it."""
    only_extending: bool = False
    """Only a file that extends another has it. No record does: the merge of the two takes it out."""
    takes_list: bool = False
    """Its value is a list. Only settings that no record has say so here: of the others the record says it."""


_SHARE = "Who may see what is noted: nobody (you alone), client, or sponsor (who then sees what the client sees)."
_CHECKS = "Hints for you, shown where there is reason for one. They never keep you from going on."
_ID = "A short name that stays when the words change. Small letters, digits and _."

_PACKS = Setting(
    "Topics whose follow-up questions /probe goes on with, each by its id.", "topic pack", is_harmless=True
)
_ALSO = Setting("Other names by which it is found.", "other name", is_harmless=True)
_WITH = Setting(
    "Who talks. client: the client. three: client and sponsor. sponsor. stakeholder: somebody else who knows the "
    "client. alone: you.",
    "who is in the room",
    is_harmless=True,
)
_CUE = Setting("A reminder for you alone. Nobody else ever sees it.", is_words=True, is_quoting=True, is_harmless=True)
_SHARE_WITH = Setting(_SHARE, "who may see it", is_harmless=True)
_WHEN = Setting(
    "Only if this is so, in a sentence about earlier answers:  confidence below 8 / mood is yes / "
    'values has "Play" / goal answered.  Also: above, at least, at most, is not, has not, empty; and, or.',
    "asked only if",
    is_harmless=True,
)
_ASK = Setting("The questions. A plain line of text is one.", excludes="steps")
_BEFORE = Setting("Put it before this one of the parent's, by its id.", only_extending=True)
_AFTER = Setting("Put it after this one of the parent's, by its id.", only_extending=True)

SETTINGS: dict[str, dict[str, Setting]] = {
    "Framework": {
        "id": Setting("The name of the file without .yaml. May be left out.", is_harmless=True),
        "title": Setting("What it is called.", is_words=True, is_harmless=True),
        "kind": Setting("The group in which lists show it: conversation, meeting or reflection."),
        "with": _WITH,
        "also": _ALSO,
        "version": Setting("A number of your own. It decides nothing."),
        "language": Setting("In which language the questions are, such as en, de or fr."),
        "minutes": Setting("How long you book it for.", is_harmless=True),
        "about": Setting(
            "What it is for, and when to take something else. The list shows the first sentence.", is_words=True
        ),
        "credit": Setting("Where it comes from.", is_words=True),
        "order": Setting(
            "fixed: one stage after the other. free: it begins with the map of the stages, and you choose."
        ),
        "share_with": _SHARE_WITH._replace(help=f"{_SHARE} Holds for everything that says nothing else."),
        "packs": _PACKS,
        "checks": Setting(f"{_CHECKS} These are looked at when the call is closed.", "hint", is_harmless=True),
        "renamed": Setting("Ids that changed, old: new. So earlier answers still belong to the question."),
        "stages": Setting("The legs of the conversation, in their order."),
        "extends": Setting(
            "The framework this one is made from, by its id. What is not written here is as it is there.",
            only_extending=True,
        ),
        "remove": Setting(
            "What to leave out of the parent: questions, steps or stages, each as  id  or  stage.id",
            only_extending=True,
            takes_list=True,
        ),
    },
    "Stage": {
        "id": Setting(_ID, is_harmless=True),
        "title": Setting("What the stage is called.", is_words=True, is_harmless=True),
        "minutes": Setting(
            "How long it takes. The minutes are scaled when the call is booked shorter or longer.", is_harmless=True
        ),
        "aim": Setting(
            "What this stage is for, in a sentence to you.", is_words=True, is_quoting=True, is_harmless=True
        ),
        "cue": _CUE,
        "exit": Setting(
            "How you know that the stage is done. Shown when you leave it.",
            "on leaving",
            is_words=True,
            is_quoting=True,
            is_harmless=True,
        ),
        "with": _WITH._replace(help=f"{_WITH.help} Without it: as in the whole framework."),
        "share_with": _SHARE_WITH,
        "when": _WHEN,
        "series": Setting(
            "The series of the scale that this stage is about: coach progress tells when it was worked on.",
            "series",
            is_harmless=True,
        ),
        "packs": _PACKS,
        "checks": Setting(
            f"{_CHECKS} These are looked at when you leave the stage, unless at: says otherwise.",
            "hint",
            is_harmless=True,
        ),
        "ask": _ASK,
        "steps": Setting("Parts of the stage with questions of their own, in place of ask:", excludes="ask"),
        "before": _BEFORE,
        "after": _AFTER,
    },
    "Step": {
        "id": Setting(_ID, is_harmless=True),
        "title": Setting("What the step is called.", is_words=True, is_harmless=True),
        "cue": _CUE,
        "share_with": _SHARE_WITH,
        "when": _WHEN,
        "for_each": Setting(
            "Ask all of this once for each answer to an earlier question with many:, named by its id. "
            "{item} in a text is that answer.",
            "for each of",
            names_question=True,
        ),
        "most": Setting("For so many of them at most. You are asked which ones."),
        "ask": _ASK._replace(excludes=""),
        "before": _BEFORE,
        "after": _AFTER,
    },
    "Question": {
        "id": Setting(
            f"{_ID} Give one wherever the answer is compared from session to session, or asked about in a when:",
            is_harmless=True,
        ),
        "type": Setting("What kind of answer it takes. Without one: running notes."),
        "ask": Setting(
            "The words. {client} is the client's name, {some_id} the answer to an earlier question.",
            "words",
            is_words=True,
            is_quoting=True,
        ),
        "cue": _CUE,
        "low": Setting("What the lowest number means.", is_words=True, is_quoting=True, is_harmless=True),
        "high": Setting("What the highest number means.", is_words=True, is_quoting=True, is_harmless=True),
        "default": Setting("The answer that is there already.", is_words=True, is_harmless=True),
        "probes": Setting(
            "Follow-up questions. You get them one after the other with /probe.",
            "follow-up question",
            is_words=True,
            is_quoting=True,
            is_harmless=True,
        ),
        "choices": Setting("What there is to choose from.", "choice", is_words=True, excludes="choices_from"),
        "choices_from": Setting(
            "Choose from the answers to an earlier question with many:, named by its id.",
            "choices from",
            names_question=True,
            excludes="choices",
        ),
        "other": Setting("yes: an answer that is not on the list is taken as well.", "an answer of their own"),
        "many": Setting("So many answers at most, one after the other, until an empty Enter."),
        "again": Setting(
            "Begins with the list that the client last gave to the question of this id. Enter keeps it, words add "
            "one, -2 drops the second.",
            "brings again",
            is_harmless=True,
        ),
        "passes_on": Setting("yes: the answer is what the client may hear from the sponsor.", "is passed on"),
        "from": Setting("The lowest number of the scale. Without it: 1."),
        "to": Setting("The highest number of the scale. Without it: 10."),
        "half_points": Setting("yes: 6.5 is an answer as well.", "half points"),
        "series": Setting(
            "A name that this scale shares with scales of other frameworks: their numbers are compared.",
            "series",
            is_harmless=True,
        ),
        "lasts": Setting("yes: a goal of the whole work. Without it: an aim of this hour.", "lasts", is_harmless=True),
        "serves": Setting("yes: which aim of the organisation it serves is asked too.", "serves", is_harmless=True),
        "smart": Setting(
            "off: the goal alone. light: and how they will notice. full: all that makes it smart.", is_harmless=True
        ),
        "fields": Setting("What is asked about an action.", "field", is_harmless=True),
        "of": Setting("What is gone through: the open actions, or the open goals, of earlier sessions."),
        "keep_as": Setting("What the answer is, for summaries and for later sessions.", "kept as", is_harmless=True),
        "share_with": _SHARE_WITH,
        "when": _WHEN,
        "required": Setting(
            "yes: you are reminded before the end if it was not answered. Nothing is ever a must.",
            "listed before the end",
            is_harmless=True,
        ),
        "phase": Setting(
            "call: in its place. closing: when the call is closed, if nothing of its kind was noted. "
            "after_call: for you, when they have gone.",
            "asked in",
        ),
        "before": _BEFORE,
        "after": _AFTER,
    },
    "Check": {
        "say": Setting("The hint, as it is shown.", is_words=True, is_quoting=True),
        "at": Setting("When it is looked at: entering or leaving the stage, or closing the call."),
        "at_least": Setting("So many notes at least,"),
        "of": Setting("of this kind."),
        "every": Setting("Every action, or every goal,"),
        "has": Setting("has all of this."),
        "answered": Setting("This question was answered, by its id.", names_question=True),
        "visited": Setting("Something was noted in this stage, by its id."),
    },
}
"""Every setting by its part and its name. Texts to translate are listed in this order."""

PARTS = {"stages": "Stage", "steps": "Step", "ask": "Question", "checks": "Check"}
"""The part that each item of a list is, by the setting that holds the list."""
TRANSLATION = ("translates", "language", "texts")
"""The settings of a translation."""


def part_of(record: str) -> str:
    """The part whose settings a record has."""
    if record in SETTINGS:
        return record
    return "Question" if record.endswith("Question") else "Check"


@cache
def extending_in(part: str) -> frozenset[str]:
    """The names that may stand in a part only where the file extends another framework."""
    return frozenset(name for name, setting in SETTINGS[part].items() if setting.only_extending)


def words_of(part: str) -> list[str]:
    """The settings of a part that a translation puts into other words."""
    return [name for name, setting in SETTINGS[part].items() if setting.is_words]


def names_where(holds: Callable[[Setting], bool]) -> frozenset[str]:
    """The names of all settings, in whatever part, of which something holds."""
    return frozenset(name for rows in SETTINGS.values() for name, setting in rows.items() if holds(setting))
