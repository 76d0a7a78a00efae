"""What Scripts/check-corpus looks at."""
import subprocess


class Failed(Exception):
    """Something is not as it has to be."""


class Missing(Exception):
    """Something that a check needs is not there, or not allowed."""


def expect(condition, text):
    if not condition:
        raise Failed(text)


class Program:
    """The program and a corpus."""

    def __init__(self, newsgraph, corpus):
        self.newsgraph, self.path = newsgraph, corpus

    def run(self, *words, status=0, says=()):
        """Runs the program; what it wrote to standard output and to standard error."""
        command = [self.newsgraph, *map(str, words)]
        done = subprocess.run(command, capture_output=True, timeout=300)
        said = done.stderr.decode(errors="replace").strip()
        name = " ".join(command[1:])
        allowed = status if isinstance(status, tuple) else (status,)
        expect(done.returncode in allowed, f"{name}: status {done.returncode}: {said}")
        for text in says if done.returncode != 0 or status == 0 else ():
            expect(text in said, f"{name}: does not say '{text}': {said}")
        self.status = done.returncode
        return done.stdout, said

    def corpus(self, *words, **expected):
        return self.run("corpus", words[0], "--corpus", self.path, *words[1:], **expected)

    def versions(self):
        """The hashes of the versions, the first one first."""
        return [line.split()[0] for line in
                self.corpus("log", "--hashes")[0].decode().splitlines()][::-1]
