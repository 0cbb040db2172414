"""Six months with Jane Example along the road of Careerminds: 22 meetings, and what was done between them."""

from e2e.months.script import Script, Typed, Written, met

_TYRANT = '"She is a tyrant when tired\n*Ask HR about the complaint by 2026-10-01'
_FILE = "clients/jane-example/engagements/2026-leading-the-new-division.yaml"

SAID_OF_HER = (
    "Sees trouble early",
    "Hard to reach by noon",
    "Keeps her word",
    "She is a tyrant when tired",
    "Ask HR about the complaint",
    "Knows the figures",
    "Decides alone",
    "Fights for us",
    "Takes work back at night",
    "Explains it well",
    "Slow with praise",
    "Straight with customers",
    "Always in a hurry",
    "She still answers every page",
    "Free her from the night shift",
    "She asks before she answers",
    "The board asks the leads now",
    "I pushed for the handover",
)
"""Words of the sponsor, of those who were asked, and of the coach alone: they are for nobody else."""
PASSED_ON = "She may take Fridays off, Sam says"
"""What the sponsor lets Jane hear from the coach."""


def _interview(day: str, person: str, well: str, less: str, numbers: tuple[int, int, int]) -> Typed:
    """One of the six talks about Jane: her areas come by themselves, and each is given a number."""
    code, group = person.split()
    given = "\n\n".join(str(number) for number in numbers)
    lines = f"/go do really well\n{well}\n/go do less well\n{less}\n/go there are a few areas\n\n{given}\n"
    return met(f"{day} 14:00", "jane", "stakeholder-interview", lines, "--with", code, "--group", group)


def _reported(day: str, reader: str, until: str) -> Typed:
    """A report that was seen, and goes out."""
    return Typed(day, ("report", "jane", "--for", reader, "--until", until, "--yes"))


SCRIPT: Script = (
    Typed("2026-09-01", ("client", "add", "Jane Example", "--organisation", "Example Freight", "--every", "2 weeks")),
    Typed(
        "2026-09-01",
        (
            *("engagement", "start", "jane", "--title", "Leading the new division", "--road", "careerminds"),
            *("--start", "2026-09-01", "--end", "2027-02-28", "--sessions", "12", "--minutes", "60"),
            *("--every", "2 weeks", "--sponsor", "Sam Boss, head of operations", "--sponsor-hears", "dates"),
        ),
    ),
    Written(
        "2026-09-01",
        _FILE,
        "  - {do: careerminds, week: 6}\n  - {do: session, every: 2 weeks}\n",
        "  - {do: sponsor-checkin, every: month}\n"
        "  - {do: values, week: 7}\n"
        "  - {do: careerminds, week: 9, every: 6 weeks}\n",
    ),
    met(
        "2026-09-01 10:00",
        "jane",
        "intake",
        """
/go may others know
Dates, and what I tell them myself
/go each of us commit
Keep two hours free for each talk by 2026-09-15
client
Send the agreement in writing by 2026-09-04
coach
Change the rota by 2026-10-20
Sam

/go see move
Delegating
Being heard on the board
Sleep

3 I do it all myself

5

4

/go on the day we finish
Lead the division instead of running it by 2027-02-28
The leads decide a week without me
The growth plan for the north

/go both notice
Two free evenings a week
Nobody waits for my yes

/go before we meet again
Write down what only I can do by 2026-09-10 8/10

/go when do we meet next
2026-10-05
/go main thing you go home
I may stop carrying it all
""",
    ),
    Typed("2026-09-03", ("goal", "rate", "jane", "division", "3")),
    met(
        "2026-09-08 10:00",
        "jane",
        "three-way",
        """
/go hope to see more of
Leads who bring decisions, not questions
/go stand behind
A leadership team that decides on its own by 2027-02-28
Decisions are made at Monday's round
The growth plan for the north

/go who commits
Give her the budget for a deputy by 2026-09-30
sponsor
Name the three leads in public by 2026-09-22
client

/go three of us meet again
2026-11-19
/go sum up
We look at decisions, not at hours
"What I hear is that I may let go
""",
    ),
    Typed("2026-09-10", ("action", "done", "jane", "only I can do", "--note", "eleven things, four are mine")),
    _interview("2026-09-15", "P1 boss", "Sees trouble early", "Hard to reach by noon", (3, 5, 4)),
    Written(
        "2026-09-15",
        _FILE,
        "  - {do: assessment-debrief, week: 3}\n",
        "  - {do: assessment-debrief, week: 3, done: 2026-09-15}\n",
    ),
    _interview("2026-09-16", "P2 peer", "Keeps her word", _TYRANT, (4, 6, 3)),
    _interview("2026-09-17", "P3 peer", "Knows the figures", "Decides alone", (2, 4, 4)),
    _interview("2026-09-21", "P4 report", "Fights for us", "Takes work back at night", (3, 5, 5)),
    _interview("2026-09-22", "P5 report", "Explains it well", "Slow with praise", (4, 5, 4)),
    Typed("2026-09-23", ("action", "done", "jane", "name the three leads")),
    _interview("2026-10-01", "P6 outside", "Straight with customers", "Always in a hurry", (2, 5, 4)),
    met(
        "2026-10-05 10:00",
        "jane",
        "feedback-debrief",
        """
/go areas you wanted to hear about

4

They see it as I do

5


4


/go see now that you did not see an hour ago
My speed teaches them to wait
/go try first
Let Ana run the Monday round by 2026-10-12 7/10
Nobody looks at me for the answer
/go take with you from what you heard
They want more of me, and less of my work
""",
    ),
    met(
        "2026-10-06 16:00",
        "jane",
        "sponsor-checkin",
        """
/go noticed about
"She still answers every page
/share client
/go how much of what you hoped
4
/go know all of this
no

no

She may take Fridays off, Sam says
/go until we speak again
Free her from the night shift by 2026-10-20
sponsor

/go when do we speak next
2026-11-05
""",
        "--held",
        "phone",
    ),
    met(
        "2026-10-13 10:00",
        "jane",
        "values",
        """
/go get easier
Which of two good offers to take up
/go which one wins
Fairness
Courage
Time with my children

/go this week for the sake of
Home by six on Wednesday by 2026-10-14 6/10
""",
    ),
    Typed("2026-10-13", ("action", "done", "jane", "fridays off")),
    Typed("2026-10-15", ("action", "drop", "jane", "home by six", "--note", "the audit came")),
    met(
        "2026-10-27 10:00",
        "jane",
        "careerminds",
        """
/go where did you get to
partly, two Mondays of three

/go deserves the hour
The round without me
/go hour is over
Know what to say on day 8


/go will you do to get there
Practise asking before answering #skill by 2026-11-03 8/10
I ask three questions before I answer
Let the leads set the agenda #experiment by 2026-11-09 7/10


/go learning about yourself
I rescue when I am tired
/go on which day shall we see
2026-11-10
/go take along from this hour
Questions are work, too
""",
    ),
    Typed("2026-11-02", ("goal", "rate", "jane", "division", "5")),
    Typed("2026-11-03", ("action", "done", "jane", "practise asking")),
    met(
        "2026-11-05 16:00",
        "jane",
        "sponsor-checkin",
        """
/go noticed about
She asks before she answers
/go how much of what you hoped
5
/go came of what you wanted
done, the deputy starts in December


/go when do we speak next
2026-12-04
""",
        "--with",
        "S1",
        "--held",
        "phone",
    ),
    met(
        "2026-11-10 10:00",
        "jane",
        "grow",
        """
/go most worth our time
The board meeting on the 17th
/go by the end of this call
Three sentences for the opening


/go what will you do
Open with the question by 2026-11-17 8/10


/go taking away
I need not fill the silence
""",
    ),
    met(
        "2026-11-19 10:00",
        "jane",
        "midpoint",
        """
/go things you chose to do
done
/go sponsor be with us
yes
/go set out for this
partly, two leads of three 6/10

partly

/go live by these

/go wanted to see move
Saying no

6

The round runs without me

6


5


4


/go show us that it works

2

1

/go first half, jane
The leads decide on Mondays
/go second half to be about
Hand the customers to the leads by 2027-01-31
Two of three are met without me
The growth plan for the north
/go who does what
Tell the board who decides what by 2026-12-15
sponsor
Name a lead for each customer by 2026-12-01
client

/go three of us meet again
2027-02-09
/go two of us alone
Sleep
/go make of how far
Half of it was letting go
""",
    ),
    _reported("2026-11-20", "sponsor", "midpoint"),
    Written(
        "2026-11-20",
        _FILE,
        "sponsor_hears: dates\n",
        "sponsor_hears: goals\nconsents: {goals: 2026-11-19}   # said at the midpoint, before the three of us\n",
    ),
    Typed("2026-11-30", ("action", "done", "jane", "name a lead")),
    met(
        "2026-12-04 16:00",
        "jane",
        "sponsor-checkin",
        """
/go noticed about
The board asks the leads now
/go how much of what you hoped
7
/go came of what you wanted
done

/go when do we speak next
2027-01-05
""",
        "--with",
        "S1",
    ),
    met(
        "2026-12-08 10:00",
        "jane",
        "careerminds",
        """
/go deserves the hour
Handing over the largest customer
/go hour is over
A sentence for the customer


/go will you do to get there
Take Ana to the largest customer #exercise by 2026-12-18 8/10
She does the talking

/go on which day shall we see
2026-12-22
""",
    ),
    met(
        "2026-12-09 09:00",
        "jane",
        "reflection",
        """
I pushed for the handover
""",
    ),
    met(
        "2026-12-22 10:00",
        "jane",
        "egan",
        """
/go what do you want to make real
Three evenings a week at home by 2027-02-15

/go what will you do?
Leave at six on Tuesdays by 2027-01-05 7/10
My calendar says so

/go stays with you
Rest is part of the work
""",
    ),
    Typed("2027-01-06", ("action", "done", "jane", "leave at six")),
    met(
        "2027-01-12 10:00",
        "jane",
        "grow",
        """
/go by the end of this call
A plan for the last month


/go what will you do
Write the handover page by 2027-01-22 9/10


""",
    ),
    Typed("2027-01-15", ("goal", "rate", "jane", "division", "7")),
    met(
        "2027-01-26 10:00",
        "jane",
        "learning-plan",
        """
/go like to learn for it
Saying no in the room
Coaching the leads

4

Thursdays

6

The Monday round

/go look at the plan again
2027-02-09
/go what will you do first
Say no once a week by 2027-02-08 8/10

""",
    ),
    Typed("2027-02-08", ("action", "done", "jane", "agreement", "--note", "sent on the third")),
    met(
        "2027-02-09 10:00",
        "jane",
        "closing",
        """
/go things that were still open
partly, she runs two of three


/go sponsor coming in
yes
/go set out for this
done, 9/10

done

partly

done

/go areas we kept an eye on

8

7

7

6

/go show us that it worked

1

1

/go how does the list read

/go what has come of it
The leads run the round
/go should this be in a year
The division runs a quarter without me
/go who does what
Give the leads a seat on the board by 2027-06-30
sponsor

Look at the plan each month by 2027-03-31
client

/go two of you look at it again
2027-05-11
/go slipping back
I answer at night
/go calendar today
A day alone by 2027-03-10 8/10

/go all our work
I lead by asking
""",
    ),
    Typed("2027-02-20", ("engagement", "end", "jane", "--why", "as agreed", "--keep-open")),
    _reported("2027-02-21", "sponsor", "closing"),
    _reported("2027-02-21", "client", "closing"),
)
