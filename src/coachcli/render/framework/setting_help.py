"""What every setting of a framework is for, as an editor shows it beside the word."""

_SHARE = "Who may see what is noted: nobody (you alone), client, or sponsor (who then sees what the client sees)."
_WHEN = (
    "Only if this is so, in a sentence about earlier answers:  confidence below 8 / mood is yes / "
    'values has "Play" / goal answered.  Also: above, at least, at most, is not, has not, empty; and, or.'
)
_PACKS = "Topics whose follow-up questions /probe goes on with, each by its id."
_CHECKS = "Hints for you, shown where there is reason for one. They never keep you from going on."
_BEFORE = "Put it before this one of the parent's, by its id."
_AFTER = "Put it after this one of the parent's, by its id."
_ID = "A short name that stays when the words change. Small letters, digits and _."

SETTINGS: dict[str, dict[str, str]] = {
    "Framework": {
        "id": "The name of the file without .yaml. May be left out.",
        "title": "What it is called.",
        "kind": "conversation: with the client. meeting: of an engagement. reflection: your own work, nobody there.",
        "version": "A number of your own. It decides nothing.",
        "language": "In which language the questions are, such as en, de or fr.",
        "minutes": "How long you book it for.",
        "about": "What it is for, and when to take something else. The list shows the first sentence.",
        "credit": "Where it comes from.",
        "order": "fixed: one stage after the other. free: it begins with the map of the stages, and you choose.",
        "share_with": f"{_SHARE} Holds for everything that says nothing else.",
        "packs": _PACKS,
        "checks": f"{_CHECKS} These are looked at when the call is closed.",
        "renamed": "Ids that changed, old: new. So earlier answers still belong to the question.",
        "stages": "The legs of the conversation, in their order.",
        "extends": "The framework this one is made from, by its id. What is not written here is as it is there.",
        "remove": "What to leave out of the parent: questions, steps or stages, each as  id  or  stage.id",
    },
    "Stage": {
        "id": _ID,
        "title": "What the stage is called.",
        "minutes": "How long it takes. The minutes are scaled when the call is booked shorter or longer.",
        "aim": "What this stage is for, in a sentence to you.",
        "cue": "A reminder for you alone. Nobody else ever sees it.",
        "exit": "How you know that the stage is done. Shown when you leave it.",
        "share_with": _SHARE,
        "when": _WHEN,
        "packs": _PACKS,
        "checks": f"{_CHECKS} These are looked at when you leave the stage, unless at: says otherwise.",
        "ask": "The questions. A plain line of text is one.",
        "steps": "Parts of the stage with questions of their own, in place of ask:",
        "before": _BEFORE,
        "after": _AFTER,
    },
    "Step": {
        "id": _ID,
        "title": "What the step is called.",
        "cue": "A reminder for you alone. Nobody else ever sees it.",
        "share_with": _SHARE,
        "when": _WHEN,
        "for_each": "Ask all of this once for each answer to an earlier question with many:, named by its id. "
        "{item} in a text is that answer.",
        "most": "For so many of them at most. You are asked which ones.",
        "ask": "The questions. A plain line of text is one.",
        "before": _BEFORE,
        "after": _AFTER,
    },
    "Question": {
        "id": f"{_ID} Give one wherever the answer is compared from session to session, or asked about in a when:",
        "type": "What kind of answer it takes. Without one: running notes.",
        "ask": "The words. {client} is the client's name, {some_id} the answer to an earlier question.",
        "probes": "Follow-up questions. You get them one after the other with /probe.",
        "cue": "A reminder for you alone. Nobody else ever sees it.",
        "keep_as": "What the answer is, for summaries and for later sessions.",
        "share_with": _SHARE,
        "when": _WHEN,
        "required": "yes: you are reminded before the end if it was not answered. Nothing is ever a must.",
        "phase": "call: in its place. closing: when the call is closed, if nothing of its kind was noted. "
        "after_call: for you, when they have gone.",
        "default": "The answer that is there already.",
        "many": "So many answers at most, one after the other, until an empty Enter.",
        "from": "The lowest number of the scale. Without it: 1.",
        "to": "The highest number of the scale. Without it: 10.",
        "low": "What the lowest number means.",
        "high": "What the highest number means.",
        "half_points": "yes: 6.5 is an answer as well.",
        "choices": "What there is to choose from.",
        "choices_from": "Choose from the answers to an earlier question with many:, named by its id.",
        "other": "yes: an answer that is not on the list is taken as well.",
        "smart": "off: the goal alone. light: and how they will notice. full: all that makes it smart.",
        "fields": "What is asked about an action.",
        "of": "What is gone through: the open actions, or the open goals, of earlier sessions.",
        "before": _BEFORE,
        "after": _AFTER,
    },
    "Check": {
        "say": "The hint, as it is shown.",
        "at": "When it is looked at: entering or leaving the stage, or closing the call.",
        "at_least": "So many notes at least,",
        "of": "of this kind.",
        "every": "Every action, or every goal,",
        "has": "has all of this.",
        "answered": "This question was answered, by its id.",
        "visited": "Something was noted in this stage, by its id.",
    },
}


def part_of(model: str) -> str:
    """By which of these words the settings of a model go."""
    if model in SETTINGS:
        return model
    return "Question" if model.endswith("Question") else "Check"
