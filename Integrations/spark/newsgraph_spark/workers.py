"""The processes `newsgraph worker` that the tasks of a job start."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from threading import Thread
from typing import IO

PROTOCOL = 1
"""The version of the lines that workers read and write."""


class WorkerDiedError(RuntimeError):
    """A worker ended before its input; Spark tries the task again."""


class MixedVersionsError(RuntimeError):
    """A worker with another program, model or other tables than the job began with."""


@dataclass(frozen=True)
class Workers:
    """How workers are started, the same on every machine.

    Attributes:
        program: The path of `newsgraph`, or its name where it is on the PATH.
        arguments: Further arguments, such as `("--ontology", "newsgraph/Ontology")`.
        fingerprint: What all workers have to say of themselves; nothing allows any.

    """

    program: str = "newsgraph"
    arguments: tuple[str, ...] = ()
    fingerprint: str | None = None

    def hello(self) -> str:
        """Ask a worker for its fingerprint."""
        command = [self.program, "worker", "--hello", *self.arguments]
        run = subprocess.run(command, capture_output=True, text=True, check=False)
        if run.returncode != 0:
            raise WorkerDiedError(f"{' '.join(command)}: {run.stderr.strip()}")
        return self._check(run.stdout, "read")

    def expecting(self, fingerprint: str) -> Workers:
        """Return the same, with the fingerprint that all workers have to have."""
        return replace(self, fingerprint=fingerprint)

    def run(self, step: str, lines: Iterable[str]) -> Iterator[str]:
        """Start a worker, hand it lines and yield the lines that it writes after its first.

        A thread of its own writes, so that neither side ever waits for the other; as the pipes hold
        64 KiB each, no more than that is on the way.

        Raises:
            WorkerDiedError: Where the worker ends with an error or is killed.
            MixedVersionsError: Where it is not the worker that the job began with.

        """
        command = [self.program, "worker", "--step", step, *self.arguments]
        with subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as process:
            messages = _Messages(_pipe(process.stderr))
            feeder = _Feeder(_pipe(process.stdin), lines)
            output = _pipe(process.stdout)
            try:
                first = output.readline().decode()
                if first:
                    self._check(first, step)
                    feeder.start()
                    for line in output:
                        yield line[:-1].decode()
                    feeder.join()
                status = process.wait()
                messages.join()
                if feeder.error:
                    raise feeder.error
                if status != 0:
                    raise WorkerDiedError(
                        f"{' '.join(command)} ended with status {status}: {messages.last}"
                    )
            finally:
                # Whoever stops reading early, or an error, leaves nothing running behind.
                if process.poll() is None:
                    process.kill()
                # Where the program is a script, what it started ends with this pipe.
                output.close()
                if feeder.is_alive():
                    feeder.join()

    def _check(self, line: str, step: str) -> str:
        hello = json.loads(line)
        if hello.get("protocol") != PROTOCOL or hello.get("step") != step:
            raise MixedVersionsError(
                f"expected a worker of protocol {PROTOCOL} for '{step}', found {line.strip()}"
            )
        fingerprint = hello["fingerprint"]
        if self.fingerprint not in (None, fingerprint):
            raise MixedVersionsError(
                f"the worker on this machine has the fingerprint {fingerprint}, the job began with "
                f"{self.fingerprint}: another program, model, ontology, lexicon or gazetteer"
            )
        return fingerprint


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise ValueError("a worker was started without a pipe")
    return pipe


class _Feeder(Thread):
    """Writes lines to a worker."""

    def __init__(self, pipe: IO[bytes], lines: Iterable[str]) -> None:
        super().__init__(daemon=True)
        self._pipe = pipe
        self._lines = lines
        self.error: BaseException | None = None

    def run(self) -> None:
        try:
            for line in self._lines:
                self._pipe.write(line.encode() + b"\n")
        except BrokenPipeError:
            # The worker is gone; its status says why.
            pass
        except BaseException as error:  # noqa: BLE001 - it is raised again where it is seen
            self.error = error
        finally:
            with suppress(BrokenPipeError):
                self._pipe.close()


class _Messages(Thread):
    """Shows what a worker says to people, and keeps the last of it for an error."""

    def __init__(self, pipe: IO[bytes]) -> None:
        super().__init__(daemon=True)
        self._pipe = pipe
        self._kept: deque[str] = deque(maxlen=20)
        self.start()

    def run(self) -> None:
        for line in self._pipe:
            text = line.decode(errors="replace")
            self._kept.append(text)
            sys.stderr.write(text)

    @property
    def last(self) -> str:
        """The last lines."""
        return "".join(self._kept).strip() or "it said nothing"
