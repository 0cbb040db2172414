"""What a line of words does in a call: it answers the question, is noted, or goes to another question."""

from coachcli.app.call import stage_map
from coachcli.app.call.call import Call
from coachcli.app.call.mode import AnsweredAgain, Doubting, NotingAction, Rewriting, StageOpened, is_looking
from coachcli.app.editor_copy import OpenLine
from coachcli.domain.framework.questions import LineQuestion, NoteQuestion
from coachcli.domain.line.burst import read_burst
from coachcli.domain.line.grammar import (
    Doubted,
    Reading,
    Refused,
    Understood,
    read_action,
    read_line,
)
from coachcli.domain.line.place_names import find, nearest_name, question_words
from coachcli.domain.session.answers import answer_words
from coachcli.domain.session.lists import at_hand, waiting
from coachcli.domain.session.model import Note
from coachcli.domain.session.moves import Answered, Backed, Detailed, Dropped, Jumped, KeptList, Noted, Passed
from coachcli.domain.text import one_line
from coachcli.domain.value import changed
from coachcli.errors import CoachError, Saying, harmless
from coachcli.live.source import Line
from coachcli.render.client.earlier_numbers import in_a_line

# Of the questions that a name could mean, so many are listed.
_LISTED = 4


def bring_in(call: Call, opened: OpenLine) -> None:
    """Put on the line what was saved in an editor that came back at once; where nothing was, the line as it was."""
    call.wait_for_editor(None)
    try:
        text = opened.saved()
    except CoachError as error:
        call.refuse_after(error, Line.ending(opened.text))
        return
    call.put_on_line(Line.ending(opened.text if text is None else text))
    if text is None:
        call.tell(f"Nothing was saved there yet. What you still save is in {opened.copy}")


def go(call: Call, name: str, line: Line) -> None:
    """Go to the question that `name` means; or say why not, and give the line back."""
    places = find(call.services.walk, call.session, name)
    if len(places) == 1:
        call.move(Jumped(places[0].question.id))
    elif places:
        rows = [f"  {question_words(call.walk, call.session, place)}  ({place.stage.title})" for place in places]
        more = [f"  … and {len(rows) - _LISTED} more"] if len(rows) > _LISTED else []
        call.refuse("\n".join(("Which one?", *rows[:_LISTED], *more)), line)
    else:
        call.refuse(f"Nothing here is called that; {_near(call, name)}", line)


def _near(call: Call, name: str) -> str:
    near = nearest_name(call.walk, call.session, name)
    return f"did you mean {near}{'' if near[-1] in '?!…' else '?'}" if near else "/map shows all."


def note_action(call: Call, text: str, line: Line) -> None:
    """Note an action, whatever the question at hand is."""
    _note(call, read_action(text, call.expecting), line)


def note_signed(call: Call, text: str, line: Line) -> bool:
    """Note a text that begins with a sign; returns whether it was kept."""
    return _note(call, read_line(text, call.expecting), line)


def _note(call: Call, reading: Reading, line: Line) -> bool:
    match reading:
        case Understood():
            take(call, reading, line)
            return True
        case Refused(message=message):
            call.refuse(message, line)
    return False


def take(call: Call, reading: Understood, line: Line) -> None:
    """Make the move that a line means; at the map, where no question is asked, a line may be the name of one."""
    remark = call.told(quoting_nothing(reading.remark)) if reading.remark else ""
    if call.stop is None and isinstance(reading.move, Noted):
        _take_at_map(call, reading.move, remark, line)
        return
    if reading.standing is not None and call.services.source.interactive:
        _give_back(call, reading.standing, line)
        return
    if reading.standing is not None:
        remark = call.told(_stands(reading.standing, "Kept as a note for you alone."))
    call.tell(_off_the_list(call, reading.move.number) if isinstance(reading.move, Dropped) else remark)
    call.move(reading.move)
    if isinstance(reading.move, Noted | Answered | Detailed):
        call.services.source.kept(call.echo(reading.move.note))
    if isinstance(reading.move, Answered) and reading.move.note.scale is not None and not call.discreet:
        _tell_numbers(call, remark)


def _tell_numbers(call: Call, remark: str) -> None:
    """Say what the number that was just given was before."""
    numbers = call.services.numbers(call.session, call.services.walk.framework)
    call.tell(in_a_line(numbers, call.session.turns[-1].item) or remark)


def _off_the_list(call: Call, number: int) -> str:
    walk = call.services.walk
    line = at_hand(walk.lists, walk.framework, call.session)[number - 1]
    return call.told(Saying(f"Off the list: {one_line(line.text)}", discreet="Off the list."))


def quoting_nothing(remark: str) -> Saying:
    """A remark of the grammar as a Saying: one that quotes the line is a Saying already, any other is for anybody."""
    return remark if isinstance(remark, Saying) else harmless(remark)


def _give_back(call: Call, answer: Note, line: Line) -> None:
    """Give back a second answer to the same question: Enter alone then leaves the first one as it is, and goes on."""
    corrects = "" if call.discreet else ", Up corrects"
    call.tell(call.told(_stands(answer, f"Enter goes on{corrects}.")))
    call.put_on_line(changed(line, stale=True))
    call.turn_to(AnsweredAgain())


def _stands(answer: Note, what_now: str) -> Saying:
    return Saying(f"Answered: {_value_of(answer)}. {what_now}", discreet=f"Answered. {what_now}")


def _value_of(answer: Note) -> str:
    return answer.reviewed.outcome if answer.reviewed else answer_words(answer)


def ask_again(call: Call, reading: Doubted, line: Line, *, is_sure: bool) -> None:
    """Give back, once, a line that may mean something else; where nobody can be asked, keep it for the coach alone."""
    if is_sure or not call.services.source.interactive:
        take(call, reading.taken if is_sure else reading.kept, line)
        return
    call.refuse(reading.message, line)
    call.turn_to(Doubting(line.text))


def take_burst(call: Call, line: Line) -> None:
    """Keep lines that came together as one note, whatever is being asked; then the same is asked again."""
    mode, waiting = call.mode, Line()
    if isinstance(mode, NotingAction):
        waiting, mode = mode.line, mode.before
    call.turn_to(mode.before if isinstance(mode, Rewriting) else mode)
    take(call, read_burst(line.text), line)
    call.put_on_line(waiting)


def _take_at_map(call: Call, move: Noted, remark: str, line: Line) -> None:
    walk, session, name = call.services.walk, call.session, line.text.strip()
    may_be_name = move.note.kind == "note" and not remark
    is_short = len(name.split()) <= 3
    opened = call.mode.stage if isinstance(call.mode, StageOpened) else None
    if may_be_name and opened is not None and stage_map.take(call, opened, name, line):
        return
    if may_be_name and is_short and (find(walk, session, name) or nearest_name(walk, session, name)):
        go(call, name, line)
        return
    if not call.session.turns:
        call.move(Passed())
    call.move(move)
    where = "Kept with the question before." if call.discreet else f"Kept with: {call.session.turns[-1].asked}"
    call.tell("\n".join(filter(None, (where, remark))))
    call.services.source.kept(call.echo(move.note))


def go_on(call: Call) -> None:
    """Go on after an empty line: first take the question's default where nothing was noted, then ask the next one."""
    here = call.stop
    if is_looking(call.mode):
        call.move(Backed())
        return
    if isinstance(call.mode, StageOpened):
        call.turn_to(call.mode.before)
        return
    _take_default(call)
    _keep_list(call)
    before = call.session.position
    call.move(Passed())
    if here is None and call.session.position == before:
        call.tell("Everything was asked. /end closes the session.")


def _keep_list(call: Call) -> None:
    """Keep the list with which the question begins, where there is one that waits."""
    walk = call.services.walk
    if waiting(walk.lists, walk.framework, call.session):
        call.move(KeptList())


def _take_default(call: Call) -> None:
    place = call.place
    question = place.question if place else None
    if not isinstance(question, NoteQuestion | LineQuestion) or not question.default or call.session.turns[-1].notes:
        return
    reading = read_line(question.default, call.expecting)
    if isinstance(reading, Understood):
        call.move(reading.move)


def note_action_for(call: Call, mode: NotingAction, line: Line) -> None:
    """Note the action that was asked for; then put the line that waited back on the line."""
    if line.text.lstrip().startswith("/"):
        call.refuse("Here an action is noted. Enter alone leaves it; then commands do what they do.", line)
        return
    call.turn_to(mode.before)
    if line.text.strip():
        note_action(call, line.text, line)
    call.put_on_line(mode.line)
