"""type.py LOG SHELL [ARGUMENT…] < LINES: types each line and a Tab into the interactive shell, which writes what it
completes into LOG, behind it `end`, and, asked by Control-G, `line` and the line as it stands then. The prompt of the
shell has to be `$ `."""
import os
import pty
import select
import subprocess
import sys
import time

PATIENCE = 30


class Terminal:
    def __init__(self, command):
        self.master, slave = pty.openpty()
        self.shell = subprocess.Popen(command, stdin=slave, stdout=slave, stderr=slave,
                                      start_new_session=True)
        os.close(slave)
        self.seen = b""

    def read(self):
        if select.select([self.master], [], [], 0.02)[0]:
            self.seen += os.read(self.master, 65536)

    def until(self, true, what):
        end = time.monotonic() + PATIENCE
        while not true():
            self.read()
            if time.monotonic() > end or self.shell.poll() is not None:
                sys.exit(f"the shell did not {what}; it said\n{self.seen.decode(errors='replace')}")

    def write(self, text):
        os.write(self.master, text.encode())


def told(log, word):
    with open(log, encoding="utf-8") as file:
        return file.read().count(f"\n{word}")


def main():
    log, command = sys.argv[1], sys.argv[2:]
    open(log, "w", encoding="utf-8").close()
    terminal = Terminal(command)
    terminal.until(lambda: b"$ " in terminal.seen, "begin")
    for count, line in enumerate(sys.stdin.read().splitlines()):
        with open(log, "a", encoding="utf-8") as file:
            file.write(f"== {line}\n")
        terminal.write(line + "\t")
        terminal.until(lambda: told(log, "end\n") > count, f"complete {line!r}")
        terminal.write("\x07")
        terminal.until(lambda: told(log, "line ") > count, f"tell of {line!r}")
        # The line is taken away: what has been typed so far, and what was put in by completing.
        terminal.write("\x05\x15")
    terminal.shell.kill()


main()
