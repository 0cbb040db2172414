"""The first version of a coach's own framework, with what a beginner needs to know written into it."""

from coachcli.domain.terms import FrameworkKind, Room

_HEAD = """\
# yaml-language-server: $schema=./coach-framework.schema.json
# $schema: ./coach-framework.schema.json
#
# A framework of your own. It works as it stands: change it line by line, and look after each change:
#   coach framework check {id}
#   coach framework show {id}
# Where a line begins matters: use blanks, never tabs. Put a text with a colon or a # in it in "double quotes".
id: {id}
title: {title}
kind: {kind}
# Who talks: client, three (client and sponsor), sponsor, stakeholder, or alone (you).
with: {room}
version: 1
language: en
# How long you book it for. Every stage has minutes of its own.
minutes: {minutes}
about: >
  Say in one sentence what it is for. That sentence is what the list shows.
  Then say when it is good, and when you would take something else.
order: fixed
# order: free would begin with the map of the stages, and you choose.

stages:
"""

_CONVERSATION = """\
  - id: opening
    title: Opening
    minutes: 5
    aim: Arrive, and see what has happened since last time.
    ask:
      # A question can be as short as this: one line of plain text.
      - What is on your mind as you arrive?
      # What was chosen in earlier sessions, one by one. It is passed over where there is nothing.
      - id: last_actions
        type: review
        ask: What came of what you chose last time?

  - id: goal
    title: Goal
    minutes: 10
    aim: What the client wants, in their own words.
    # A cue is a reminder for you alone. Nobody else ever sees it.
    cue: Slow down here. Say it back in their words before you go on.
    ask:
      - id: topic
        type: line
        ask: What would you like to look at today?
        keep_as: topic
      - id: goal
        type: goal
        # What this hour is for. A goal of the whole work, which is looked at again, says  lasts: yes
        # light: the goal, and how they will notice. full: all that makes it smart. off: the goal alone.
        smart: light
        ask: What would you like to have by the end?
        # Follow-up questions: you get them one after the other with /probe.
        probes:
          - What would be different tomorrow?
          - How would somebody else notice?
      - id: importance
        type: scale
        ask: How much does this matter to you?
        low: not much
        high: a great deal
      - id: why_low
        ask: What would be worth working on instead?
        # Asked only then. Also: at least 7, above 3, answered, empty; and for a yes or no:  mood is yes
        when: importance below 6

  - id: now
    title: How things are
    minutes: 10
    aim: A fair picture, before anything is solved.
    ask:
      - What is happening now?
      - id: insight
        type: line
        ask: What do you see now that you did not see before?
        many: 3
        keep_as: insight

  - id: ways
    title: Ways
    minutes: 10
    ask:
      - id: options
        type: line
        ask: What could you do?
        many: 8
        keep_as: option
        probes:
          - And what else?
      - id: drawn_to
        type: choice
        ask: Which of these draws you?
        choices_from: options
        other: yes
    # A hint when you leave the stage, if there is reason for one. It never keeps you from going on.
    checks:
      - at_least: 3
        of: option
        say: Fewer than three ways so far. And what else?

  - id: steps
    title: Steps
    minutes: 10
    aim: A step small enough to happen.
    ask:
      - id: actions
        type: action
        ask: What will you do?
        many: 3
        fields: [what, by_when, confidence]
        # You are reminded of it before the end. Nothing is ever a must.
        required: yes
      - id: takeaway
        type: line
        ask: What do you take with you?
        keep_as: takeaway
        # nobody: you alone. client: the client may have it. sponsor: the sponsor and the client.
        share_with: client
      # Asked when the call is over and you are by yourself.
      - id: my_notes
        ask: What do I want to remember about this call?
        phase: after_call
        share_with: nobody
"""

_MEETING = """\
  - id: opening
    title: Opening
    minutes: 5
    aim: Everybody is there, and knows what this meeting is for.
    ask:
      # Something to say: nothing is asked, and nothing needs to be written down.
      - id: frame
        type: say
        ask: Say how long there is, what it is about, and who will read the notes.
      # A question can be as short as this: one line of plain text.
      - What do you hope for from this meeting?

  - id: picture
    title: The picture
    minutes: 15
    # A cue is a reminder for you alone. Nobody else ever sees it.
    cue: Hear each of them out before you sum up.
    ask:
      - id: seen_so_far
        ask: What is going well, and what is not?
        # Follow-up questions: you get them one after the other with /probe.
        probes:
          - What would be an example of that?
          - How do the others see it?
      - id: progress
        type: scale
        ask: How far along is this, from 1 to 10?
      - id: what_holds
        ask: What holds it back?
        # Asked only then. Also: at least 7, above 3, answered, empty; and for a yes or no:  mood is yes
        when: progress below 6

  - id: agreed
    title: What is agreed
    minutes: 10
    aim: Everybody leaves with the same list.
    ask:
      - id: actions
        type: action
        ask: Who does what, and by when?
        many: 5
        fields: [what, who, by_when]
        # nobody: you alone. client: the client may have it. sponsor: the sponsor and the client.
        share_with: client
      # Asked when the meeting is over and you are by yourself.
      - id: my_notes
        ask: What do I want to remember about this meeting?
        phase: after_call
        share_with: nobody
"""

_REFLECTION = """\
  - id: looking_back
    title: Looking back
    minutes: 10
    aim: See what happened before you judge it.
    ask:
      # A question can be as short as this: one line of plain text.
      - What stays with me?
      - id: moment
        ask: Which moment do I want to look at again?
        # Follow-up questions: you get them one after the other with /probe.
        probes:
          - What did I do there?
          - What did I feel, and what did I make of that?
      - id: content
        type: scale
        ask: How content am I with my part?
      - id: differently
        ask: What would I do differently?
        # Asked only then. Also: at least 7, above 3, answered, empty; and for a yes or no:  mood is yes
        when: content below 7

  - id: looking_ahead
    title: Looking ahead
    minutes: 10
    ask:
      - id: insight
        type: line
        ask: What do I see now that I did not see before?
        many: 3
        keep_as: insight
      - id: next_step
        type: action
        ask: What will I do about it?
        many: 3
"""

_BODIES: dict[FrameworkKind, tuple[Room, int, str]] = {
    "conversation": ("client", 45, _CONVERSATION),
    "meeting": ("three", 30, _MEETING),
    "reflection": ("alone", 20, _REFLECTION),
}


def starter(framework_id: str, title: str, kind: FrameworkKind) -> str:
    """A whole framework of this kind, which can be used as it is, and changed."""
    room, minutes, body = _BODIES[kind]
    return _HEAD.format(id=framework_id, title=title, kind=kind, room=room, minutes=minutes) + body
