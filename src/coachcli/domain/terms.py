"""The closed sets of words that frameworks, sessions and exports share."""

from typing import Literal

Role = Literal[
    "topic",
    "aim",
    "goal",
    "insight",
    "option",
    "action",
    "obstacle",
    "resource",
    "value",
    "measure",
    "takeaway",
    "theme",
    "next",
]
Capture = Literal["quote", "promise", "parked", "observation"]
Typed = Literal["scale", "choice", "choices", "yesno", "date", "number", "review"]
# What a sponsor lets the client hear: only the question for it makes one, and no sign or command.
Message = Literal["message"]
Kind = Literal["note", Role, Capture, Typed, Message]
ShareWith = Literal["nobody", "client", "sponsor"]
Audience = Literal["me", "client", "sponsor"]
# What a sponsor may hear beyond dates; the client agrees to each by itself.
Scope = Literal["goals", "themes"]
# What an engagement is, or an hour.
Mode = Literal["coaching", "mentoring"]
Phase = Literal["call", "closing", "after_call"]
# The kinds of note that stay open until somebody says what came of them.
Commitments = Literal["action", "goal", "promise", "parked", "message"]
Outcome = Literal["done", "partly", "not yet", "dropped"]
# Who was in the room; coachcli.domain.room says what follows.
Room = Literal["client", "three", "sponsor", "stakeholder", "alone"]
# How somebody who is asked about the client stands to them.
Group = Literal["boss", "peer", "report", "outside", "former boss", "former report"]
Held = Literal["video", "phone", "room"]
# Whose a thing is that was taken down: who is to do it.
Whose = Literal["client", "coach", "sponsor", "stakeholder", "other"]
FrameworkKind = Literal["conversation", "meeting", "reflection"]
Status = Literal["live", "paused", "ended"]
Theme = Literal["dark", "light", "none"]
Field = Literal[
    "what",
    "who",
    "by_when",
    "confidence",
    "obstacles",
    "support",
    "measure",
    "specific",
    "achievable",
    "relevant",
    "serves",
    "tests",
]
