"""Six months with Robin Example along the road of The Coaching Relationship, shortened: nine meetings."""

from e2e.months.script import Script, Typed, Written, met

SAID_OF_ROBIN = (
    "Solves everything alone",
    "Two have left",
    "Robin will not last",
    "Raise it with the board",
    "I talk too",
)
"""Words of the sponsor, and of the coach alone: they are for nobody else."""
_FILE = "clients/robin-example/engagements/2026-leaders-who-coach.yaml"
_LEFT_OUT = """\
  - {do: stakeholder-interview, week: 3, times: 6}
  - {do: client-view, week: 4}
  - {do: feedback-debrief, week: 5}
  - {do: assessment-debrief, week: 6}
  - {do: values, week: 7}
  - {do: stakeholder-map-together, week: 8}
  - {do: session, every: week}
  - {do: checkin, every: month}
  - {do: sponsor-checkin, every: month}
  - {do: midpoint, week: 12}
"""
_PUT_IN = """\
  - {do: coach-the-coach, week: 5}
  - {do: learning-plan, week: 9}
  - {do: midpoint, week: 12}
  - {do: coach-the-coach, week: 20}
"""


def _looked_at(skills: int, time: int, worth: int, contribution: int, derailers: tuple[int, int, int, int]) -> str:
    """The numbers of the talk on coaching others, as they are typed."""
    given = "\n\n".join(str(number) for number in derailers)
    return (
        f"/go sure are you of how\n{skills}\n\n{time}\n\n{worth}\n"
        f"/go growth of the people\n{contribution}\n/go people you depend on\n{given}\n"
    )


SCRIPT: Script = (
    Typed("2026-09-03", ("client", "add", "Robin Example")),
    met(
        "2026-09-03 09:00",
        "robin",
        "chemistry",
        """
/go look for a coach
Leading people who know more than I do
/go right does this feel
8
/go what happens next
Send the outline by 2026-09-04
coach

""",
        "--held",
        "video",
    ),
    Typed("2026-09-04", ("action", "done", "robin", "outline")),
    Typed(
        "2026-09-07",
        (
            *("engagement", "start", "robin", "--title", "Leaders who coach", "--road", "coaching-relationship"),
            *("--start", "2026-09-07", "--end", "2027-03-06", "--sessions", "6", "--sponsor", "Kim Boss, the board"),
            *("--sponsor-hears", "nothing"),
        ),
    ),
    Written("2026-09-07", _FILE, _LEFT_OUT, _PUT_IN),
    met(
        "2026-09-07 14:00",
        "robin",
        "sponsor-intake",
        """
/go miss if
"Solves everything alone
/go be different
Two have left
/go we each do next
Raise it with the board by 2026-10-01
sponsor

/go shall you and I speak
2026-12-01
~Robin will not last
""",
    ),
    met(
        "2026-09-10 10:00",
        "robin",
        "intake",
        """
/go see move
Coaching my people
Managing upwards

3

5

/go on the day we finish
Two of my people lead projects of their own by 2027-02-26
Their names are on the plan


/go both notice
I am asked fewer questions

/go when do we meet next
2026-10-06
""",
    ),
    Typed("2026-09-10", ("goal", "rate", "robin", "two of my people", "2")),
    met(
        "2026-09-15 10:00",
        "robin",
        "three-way",
        """
/go may be reported
Nothing
/go who commits
Free an hour a week for it by 2026-09-30
sponsor

/go three of us meet again
2027-02-23
""",
    ),
    met(
        "2026-10-06 10:00",
        "robin",
        "coach-the-coach",
        _looked_at(3, 4, 8, 4, (5, 8, 4, 6))
        + """
/go try with your people
Ask Lee three questions first #experiment by 2026-10-13 7/10



""",
    ),
    Typed("2026-10-14", ("action", "done", "robin", "lee", "--note", "he had the answer")),
    met(
        "2026-11-03 10:00",
        "robin",
        "learning-plan",
        """
/go like to learn for it
Listening without solving
Giving feedback

4


5

/go learn it from
Lee
/go look at the plan
2026-11-24
/go do first
Ten minutes with each of the four by 2026-11-20 6/10


""",
    ),
    met(
        "2026-11-24 10:00",
        "robin",
        "midpoint",
        """
/go sponsor be with us
no
/go set out for this
partly, one does 5/10

/go wanted to see move

5


6

/go show us that it works

2

/go second half to be about
Speak up before I am asked by 2027-02-20
Once a month on the board


/go what will you do first
Put one point on the agenda by 2026-12-10 8/10

""",
    ),
    met(
        "2027-01-19 10:00",
        "robin",
        "coach-the-coach",
        _looked_at(6, 5, 9, 6, (7, 8, 6, 6)),
    ),
    met(
        "2027-02-23 10:00",
        "robin",
        "closing",
        """
/go sponsor coming in
no
/go set out for this
done

partly

/go areas we kept an eye on

7

6

/go show us that it worked

1

/go slipping back
I answer before they ask
/go all our work
They had the answers
""",
    ),
    Typed("2027-03-01", ("engagement", "end", "robin", "--why", "as agreed", "--drop-open")),
    Typed("2027-03-01", ("report", "robin", "--for", "client", "--until", "closing", "--yes")),
)
