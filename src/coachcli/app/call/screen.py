"""The view of a call, which is what a screen shows: made of its session, its framework and the clock."""

from collections.abc import Callable

from coachcli.domain.answer.types import answer_type
from coachcli.domain.framework.model import Place, Stage
from coachcli.domain.framework.question_types import answer_kind
from coachcli.domain.framework.questions import ChoiceQuestion, ChoicesQuestion, SayQuestion
from coachcli.domain.line.field_answers import DOERS
from coachcli.domain.line.place_names import stages_of_call
from coachcli.domain.line.review import OUTCOMES
from coachcli.domain.line.sharing import share_of_answer
from coachcli.domain.note_kinds import NOTE_KINDS
from coachcli.domain.session.answers import UNKNOWN, answer_here, choices_for, topic_of
from coachcli.domain.session.circle import READERS, Marked, led_by, mark_of, parted, rows_of
from coachcli.domain.session.lists import brings_again, listed, waiting
from coachcli.domain.session.model import Note, Session
from coachcli.domain.session.moves import Amended
from coachcli.domain.session.position import note_at, note_in_hand, notes_at, open_field, stop_in
from coachcli.domain.session.route import Stop
from coachcli.domain.session.schedule import left_of, spent_and_left
from coachcli.domain.session.walk import Walk
from coachcli.domain.session.wording import FIELD_PROMPTS, FIELD_SIGNS, KIND_SIGNS, asked_about, in_words
from coachcli.domain.tags import EXPERIMENT, has_tag
from coachcli.domain.terms import Field, ShareWith
from coachcli.live.source import Meter, View, Worded

_LIST_CUE = "From last time: Enter keeps the list, words add a line, -2 drops the second."
_LEARNT = "This was an experiment: what did you learn from it?"


def view_of(walk: Walk, session: Session, name: str, meter: Callable[[], Meter]) -> View:
    """The view of a session as it stands; `name` is the client's."""
    stop = walk.route.current(session)
    if stop is None:
        return _map(walk, session, name, meter)
    field, place = open_field(session), stop.place
    question = asked_at(walk, session, stop)
    return View(
        visit=(len(session.turns), *stop.key),
        crumbs=_crumbs(walk, place, name),
        step=place.step.title if place.step and place.question.phase == "call" else "",
        topic=topic_of(session),
        question=FIELD_PROMPTS[field] if field else question,
        cue=_field_cue(session, question, field) if field else _cue(walk, session, place),
        choices=() if field else _choices(walk, session, stop),
        notes=_notes(session, stop),
        prompt=FIELD_SIGNS[field] if field else _hint(walk, place, session),
        about=_named(walk, session) if field else "",
        readers=mark_of(_circle(walk, session, stop)),
        meter=meter,
    )


def _circle(walk: Walk, session: Session, stop: Stop) -> ShareWith:
    """Who will read what is typed now: a part of an action, the action's readers; words after an answer, nobody."""
    question, note = stop.place.question, note_in_hand(session)
    if open_field(session) and note is not None:
        return note.share_with
    if isinstance(question, SayQuestion) or answer_here(session, question) is not None:
        return "nobody"
    return share_of_answer(answer_kind(question), walk.framework.share_with_at(stop.place))


def _named(walk: Walk, session: Session) -> str:
    """The words of the goal or action whose parts are asked for; where others see the screen, `it`."""
    note = note_in_hand(session)
    return f'"{note.text}"' if note and note.text and walk.client is not None else "it"


def _field_cue(session: Session, question: str, field: Field) -> str:
    """The cue for a part of a goal or an action: the question it belongs to, and who else will read it."""
    note = note_in_hand(session)
    shared = f" Shared with {READERS[note.share_with]}." if note and note.share_with != "nobody" else ""
    whom = f"{', '.join(DOERS)}; or a name. " if field == "who" else ""
    return f"{question}\n{whom}Enter skips this.{shared}"


def asked_at(walk: Walk, session: Session, stop: Stop) -> str:
    """The question of a stop, and the thing it is about, where its words do not name that.

    Where others see the screen, the thing is told by its number alone.
    """
    question, about = walk.words_at(stop, session), walk.route.about(stop)
    if walk.client is None:
        return f"{question}{_counted(walk, session, stop)}"
    if about is not None:
        return f"{question}\n→ {about.in_words}"
    return question if stop.item is None or stop.item in question else f"{question}\n→ {stop.item}"


def _counted(walk: Walk, session: Session, stop: Stop) -> str:
    """The number of the thing that the question is about, and out of how many; the thing is not named."""
    stops = walk.route.stops(session, stop.place.question.phase) if stop.item is not None else []
    here = [other for other in stops if other.place == stop.place]
    return f"\n→ {here.index(stop) + 1} of {len(here)}" if stop in here else ""


def _choices(walk: Walk, session: Session, stop: Stop) -> tuple[str, ...]:
    if walk.route.about(stop) is not None:
        return OUTCOMES
    if lines := waiting(walk.lists, walk.framework, session):
        return () if walk.client is None else tuple(Marked(note.text, mark_of(note.share_with)) for note in lines)
    choices = choices_for(stop.place.question, session, walk.framework)
    question = stop.place.question
    are_clients_words = isinstance(question, ChoiceQuestion | ChoicesQuestion) and question.choices is None
    return (UNKNOWN,) * len(choices) if walk.client is None and are_clients_words else choices


def noted(note: Note) -> Marked:
    """A note as it stands on the card: its sign, its kind, its words, and with whom it is shared."""
    # Of a note on something chosen earlier, others see that it was done, and a new day; never the coach's remark on it.
    without = ", without your remark" if note.reviewed and note.text else ""
    mark = mark_of(note.share_with)
    kind = NOTE_KINDS[note.kind]
    named = "" if kind.speaks_for_itself else f"{kind.name}: "
    return Marked(f"{KIND_SIGNS.get(note.kind, '·')} {named}{in_words(note)}", f"{mark}{without}" if mark else "")


def _notes(session: Session, stop: Stop) -> Worded:
    """The notes below a question. Each is put into words when it is looked at: of hundreds, the card shows a few."""
    refs = notes_at(session, stop.key)
    lines = listed(session, stop.place.question) if brings_again(stop.place.question) else []

    def worded(number: int) -> str:
        note, words = note_at(session, refs[number]), _noted_here(note_at(session, refs[number]), stop)
        return _numbered(lines.index(refs[number]) + 1, note) if refs[number] in lines else words

    return Worded(range(len(refs)), worded)


def _numbered(number: int, note: Note) -> str:
    """A line of a list that was brought again, with the number by which it is dropped."""
    return Marked(f"{number} {in_words(note)}", mark_of(note.share_with))


def _noted_here(note: Note, stop: Stop) -> str:
    """A note as it stands below its question. The question names the thing it looks back on, so the note does not."""
    if note.reviewed is None or note.reviewed.what != stop.item:
        return noted(note)
    words, mark = parted(noted(note))
    return Marked(words.replace(f"{note.reviewed.what}: ", "", 1), mark)


def record_of(session: Session, index: int) -> list[str]:
    """A turn as it stays on the screen once the call has moved on: the question and its notes; empty without notes."""
    turn = session.turns[index]
    if not turn.notes:
        return []
    return [f" {asked_about(turn)}", *(led_by("   ", line) for note in turn.notes for line in rows_of(noted(note)))]


def left_behind(before: Session, session: Session) -> list[str] | None:
    """What stays on the screen of the question that was left between two states of a session; None where none was."""
    index, stop = len(before.turns) - 1, stop_in(before)
    if stop is None or index >= len(session.turns) or stop_in(session) == stop:
        return None
    return record_of(session, index)


def corrected(before: Session, move: Amended, echo: Callable[[Note], str]) -> str:
    """The row that tells of a note corrected at a question that was left; empty for a note that is on the card."""
    if stop_in(before) is not None and move.ref.turn == len(before.turns) - 1:
        return ""
    what, note = ("corrected", move.note) if move.note else ("taken away", note_at(before, move.ref))
    return led_by(f"   {what}: ", echo(note))


def meter_of(session: Session, seconds: int, *, saved: str = "saved", hint: str = "") -> Meter:
    """The meter after so many seconds in the call; `saved` is the word on whether all is saved."""
    if session.amending is not None or session.written_up is not None:
        clock = "adding" if session.amending is not None else "written up"
        return Meter(clock=clock, short=clock, saved=saved, hint=hint)
    planned = session.minutes.planned
    clock, short = spent_and_left(seconds, planned), left_of(seconds, planned)
    stage = _stage_time(session, seconds - session.seconds)
    return Meter(stage=stage, clock=clock, short=short or clock, saved=saved, hint=hint)


def _stage_time(session: Session, running: int) -> str:
    """The minutes spent and left in the stage at hand; empty where none are planned for it."""
    turn = session.turns[-1] if session.turns and session.position and session.position.question else None
    line = next((line for line in session.stages if turn is not None and line.id == turn.stage), None)
    if turn is None or turn.phase != "call" or line is None or line.minutes is None:
        return ""
    return spent_and_left(session.seconds_in(line.id) + running, line.minutes)


def stage_lines(walk: Walk, session: Session) -> list[str]:
    """A row for each stage: its title, minutes spent and planned, and how many notes it has."""
    return [_stage_line(session, stage.id, stage.title) for stage in stages_of_call(walk.framework)]


def _map(walk: Walk, session: Session, name: str, meter: Callable[[], Meter]) -> View:
    following = walk.route.unvisited(session)
    goes_on = f"Enter goes on with {following.place.stage.title}. " if following else ""
    back = "/back is where you were. " if session.turns else ""
    return View(
        visit=(len(session.turns), "map"),
        crumbs=(walk.framework.title, name),
        topic=topic_of(session),
        question="Where to?" if session.turns else "Where does it begin today?",
        cue=f"{goes_on}{back}A number or a name goes there; /end closes the session.",
        choices=tuple(_with_steps(line, stage) for line, stage in _stages_on_map(walk, session)),
        meter=meter,
    )


def _stages_on_map(walk: Walk, session: Session) -> list[tuple[str, Stage]]:
    return list(zip(stage_lines(walk, session), stages_of_call(walk.framework), strict=True))


def _with_steps(line: str, stage: Stage) -> str:
    return "\n".join([line, *([" · ".join(step.title for step in stage.steps)] if stage.steps else [])])


def _stage_line(session: Session, stage_id: str, title: str) -> str:
    planned = next((line.minutes for line in session.stages if line.id == stage_id), None)
    spent = session.seconds_in(stage_id) // 60
    count = sum(1 for turn, _ in session.notes if turn.stage == stage_id)
    visited = any(turn.stage == stage_id for turn in session.turns)
    minutes = f"{spent} of {planned} min" if visited and planned else f"{planned} min" if planned else ""
    notes = f"{count} note{'' if count == 1 else 's'}" if count else ""
    return "  ".join(part for part in (title, minutes, notes) if part)


def _crumbs(walk: Walk, place: Place, name: str) -> tuple[str, ...]:
    """Where the call is, the client, and the framework, in that order: where room is short, the last is cut first."""
    stages = stages_of_call(walk.framework)
    if place.question.phase == "after_call":
        return ("After the call", name, walk.framework.title)
    if place.question.phase == "closing":
        return ("Before you close", name, walk.framework.title)
    number = stages.index(place.stage) + 1 if place.stage in stages else 0
    where = f"{place.stage.title} {number} of {len(stages)}" if number else place.stage.title
    return (where, name, walk.framework.title)


def _cue(walk: Walk, session: Session, place: Place) -> str:
    """What the coach may want in mind: at the first question of a stage its aim, at the last when it can be left."""
    inside = _asked_in(walk, session, place)
    entering, leaving = inside[:1] == [place], inside[-1:] == [place]
    opens_step = place.step is not None and [p for p in inside if p.step is place.step][:1] == [place]
    stop = walk.route.current(session)
    about = walk.route.about(stop) if stop else None
    own = place.question.cue or (place.step.cue if place.step and opens_step else None)
    texts = (
        _LEARNT if about is not None and has_tag(about.what, EXPERIMENT) else None,
        "For you alone now; nobody else sees it. /end closes the session." if _is_after(place) else None,
        _LIST_CUE if waiting(walk.lists, walk.framework, session) else None,
        answer_type(place.question).ends,
        f"{place.stage.title}: {place.stage.aim}" if entering and place.stage.aim else None,
        own or (place.stage.cue if entering else None),
        f"Before you leave {place.stage.title}: {place.stage.exit}" if leaving and place.stage.exit else None,
    )
    return "\n".join(walk.fill(text, session) for text in texts if text)


def _is_after(place: Place) -> bool:
    return place.question.phase == "after_call" and place.question.share_with in {None, "nobody"}


def _asked_in(walk: Walk, session: Session, place: Place) -> list[Place]:
    """The questions that the call has for the stage of a place, as things stand."""
    return [stop.place for stop in walk.route.stops(session) if stop.place.stage is place.stage]


def _hint(walk: Walk, place: Place, session: Session) -> str:
    """The hint before the line: in a word or two, what would be an answer; empty where the question is answered."""
    if answer_here(session, place.question) is not None:
        return ""
    hint = answer_type(place.question, choices_for(place.question, session, walk.framework)).hint
    return f"{hint} " if hint else ""
