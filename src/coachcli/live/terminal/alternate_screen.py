"""The screen of a call: the coach's own, or while others see it, a second screen that keeps nothing."""

from contextlib import suppress

from prompt_toolkit.output import Output
from prompt_toolkit.output.vt100 import Vt100_Output


class AlternateScreen:
    """The screen on which the call is shown."""

    def __init__(self, output: Output) -> None:
        self._output = output
        self.is_concealed = False
        # The library never rings the bell: somebody is speaking.
        output.bell = lambda: None  # type: ignore[method-assign]
        if isinstance(output, Vt100_Output):
            output.erase_down = self._erase_rows  # type: ignore[method-assign]

    def conceal(self, *, on: bool) -> None:
        """Go to the second screen, or clear it and come back."""
        if on:
            # What was said so far is on the coach's own screen, which comes back when this one is left.
            self._wipe()
            self.is_concealed = True
            self.clear()
        elif self.is_concealed:
            self.step_out()
            self.is_concealed = False

    def clear(self) -> None:
        """Clear the second screen: nothing stays there from one question to the next."""
        if self.is_concealed:
            # The screen is entered again each time, as an editor that was open has left it.
            self._output.enter_alternate_screen()
            self._wipe()

    def step_out(self) -> None:
        """Show the coach's own screen, with nothing left on the second one."""
        if self.is_concealed:
            with suppress(OSError):  # the window is gone
                self._wipe()
                self._output.quit_alternate_screen()
                self._output.flush()

    def _erase_rows(self) -> None:
        """Erase row by row: some terminals keep a copy of a window that is cleared as a whole."""
        below = self._output.get_size().rows - 1
        self._output.write_raw("\x1b7\x1b[K" + "\x1b[B\x1b[2K" * below + "\x1b8")

    def _wipe(self) -> None:
        self._output.erase_screen()
        self._output.cursor_goto(0, 0)
        self._output.flush()
