"""A run of the application, for line after line: it rests between two, and ends before others use the terminal."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from prompt_toolkit.application import Application

from coachcli.live.source import EndOfInput, Outcome


class Run:
    """Runs the application from its first line to its last, on an event loop that turns only while a line is awaited.

    To start it anew for each line would cost a third of the time from one Enter to the next prompt. The application's
    `exit` ends a line with its result; the application itself goes on, and what it drew stays.
    """

    def __init__(self, app: Application[Outcome]) -> None:
        self._app = app
        self._runner: asyncio.Runner | None = None
        self._task: asyncio.Task[Outcome] | None = None
        self._end: asyncio.Future[Outcome] | None = None

    def line(self, begin: Callable[[], None]) -> Outcome:
        """Wait for the next line, and return what ends it; `begin` is called before any key is worked on."""
        self._runner = self._runner or asyncio.Runner()
        # Only here is the terminal raw: between two lines, Ctrl-C is a signal.
        with self._app.input.raw_mode():
            try:
                return self._runner.run(self._until_taken(begin))
            except BaseException:
                with suppress(Exception):  # the window may be gone, which the caller is told anyway
                    self._close(self._runner)
                raise

    def erase(self) -> None:
        """Erase what was drawn, so that something else can stand there."""
        if self._app.renderer.last_rendered_screen is not None:
            self._app.renderer.erase()

    def close(self) -> None:
        """Give the terminal back; the next line begins another run."""
        if self._runner is not None:
            with self._app.input.raw_mode():
                self._close(self._runner)

    def _close(self, runner: asyncio.Runner) -> None:
        self._runner = None
        with runner:
            if self._task is not None and self._end is not None:
                task, self._task = self._task, None
                runner.run(_ended(self._app, task, self._end))

    async def _until_taken(self, begin: Callable[[], None]) -> Outcome:
        loop = asyncio.get_running_loop()
        line: asyncio.Future[Outcome] = loop.create_future()
        if self._task is None:
            loop.set_exception_handler(self._hear)
            self._task = loop.create_task(self._whole(line, begin))
        else:
            self._go_on(line, begin)
        await asyncio.wait((line, self._task), return_when=asyncio.FIRST_COMPLETED)
        return line.result() if line.done() else self._task.result()

    async def _whole(self, line: asyncio.Future[Outcome], begin: Callable[[], None]) -> Outcome:
        def started() -> None:
            self._end, self._app.future = self._app.future, line
            begin()

        return await self._app.run_async(started, set_exception_handler=False, handle_sigint=False)

    def _go_on(self, line: asyncio.Future[Outcome], begin: Callable[[], None]) -> None:
        """Reset what the library resets when it starts anew, except for what stands on the screen."""
        app, keys = self._app, self._app.key_processor
        app.future, typed_ahead = line, keys.empty_queue()
        for part in (keys, app.layout, app.vi_state, app.emacs_state):
            part.reset()
        if app.renderer.last_rendered_screen is None and not typed_ahead:
            app.renderer.request_absolute_cursor_position()
        begin()
        keys.feed_multiple(typed_ahead)
        keys.process_keys()
        app.invalidate()

    def _hear(self, _loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        # The library would show what went wrong, values and all, and wait for Enter.
        error = context.get("exception")
        if isinstance(error, Exception):
            with suppress(Exception):  # the line was taken already
                self._app.exit(exception=error)


async def _ended(app: Application[Outcome], task: asyncio.Task[Outcome], end: asyncio.Future[Outcome]) -> None:
    """End the application, unless it has ended by itself."""
    app.future = end
    if not end.done():
        end.set_result(EndOfInput())
    with suppress(EOFError):
        await task
