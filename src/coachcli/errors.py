"""What can go wrong, each with its exit code. Nothing here prints; no message ever holds a note's text."""


class CoachError(Exception):
    """One line that says what and where (`message`), and one that says what to do (`hint`)."""

    exit_code = 1

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class PassedOverError(CoachError):
    """Something in the practice belongs to nobody, is a second version or leads elsewhere; it counts nowhere."""


class UsageError(CoachError):
    """The command line does not make sense."""

    exit_code = 2


class NotFoundError(CoachError):
    """No client, session or framework goes by that name."""

    exit_code = 3


class UnreadableError(CoachError):
    """A file cannot be wholly read; it is left exactly as it is."""

    exit_code = 4


class NotSavedError(CoachError):
    """The disk did not take what was to be written; what was saved before is intact."""

    exit_code = 4


class InUseError(CoachError):
    """Another terminal, or another program, has it."""

    exit_code = 5
