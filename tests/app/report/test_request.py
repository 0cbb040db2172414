"""What a coach asks for."""

from coachcli.app.report.request import ReportRequest


def test_the_same_of_an_engagement_can_be_typed() -> None:
    asked = ReportRequest("jane", "sponsor").again("jane-doe", "lead")

    assert asked == "coach report jane-doe --for sponsor --engagement lead --yes"
    assert ReportRequest("jane").again("jane-doe", "lead") == "coach report jane-doe --for me --engagement lead"


def test_the_command_for_a_pipe_has_all_that_was_said() -> None:
    asked = ReportRequest("jane", "client", "1 March", "closing", "lead", ("--as", "pdf", "-o", "."))

    assert asked.unasked == (
        'coach report jane --for client --since "1 March" --until closing --engagement lead --as pdf -o . --yes'
    )
