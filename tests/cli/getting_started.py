"""getting_started.py COMMAND ROOT FOLDER: docs/getting-started.md, done as it says: files are written, lines are typed one
after the other, each ends with the status that stands behind it (0 without), and prints what the page shows, where `…` stands
for lines that are left out. What is fetched or installed is the command itself."""
import os
import re
import shutil
import subprocess
import sys

COMMAND, ROOT, FOLDER = (os.path.abspath(path) for path in sys.argv[1:4])
STUBS = {
    "curl": 'for a; do :; done\n: >"${a##*/}"\n',
    "sudo": f'[ -e "$4" ] && ln -s {COMMAND} {FOLDER}/bin/lessonlint\n',
}


def parts(page):
    """The page's blocks: (kind, what, text); `what` is the path of a file."""
    for match in re.finditer(r"(?ms)^```(\w+)\n(.*?)^```$", page):
        before = page[:match.start()].rstrip()
        name = re.search(r"`([^`]+)`:$", before)
        yield ("file" if name else match[1], name and name[1], match[2])


class Shell:
    def __init__(self):
        self.environment = dict(os.environ, PATH=f"{FOLDER}/bin:/usr/bin:/bin", HOME=FOLDER, LC_ALL="C.UTF-8",
                                GIT_CONFIG_NOSYSTEM="1")
        for role in ("AUTHOR", "COMMITTER"):
            self.environment.update({f"GIT_{role}_NAME": "Reader", f"GIT_{role}_EMAIL": "reader@example.org"})
        self.folder, self.printed = os.path.join(FOLDER, "work"), ""

    def type(self, line):
        """Where a line ends, the next one begins."""
        wanted = re.search(r"# status (\d+)", line)
        done = subprocess.run(["bash", "-c", f'{line}\nstatus=$?; pwd >"{FOLDER}/folder"; exit $status'],
                              cwd=self.folder, env=self.environment, check=False, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        self.printed = done.stdout.decode()
        with open(f"{FOLDER}/folder", encoding="utf-8") as file:
            self.folder = file.read().rstrip("\n")
        if done.returncode != int(wanted[1] if wanted else 0):
            sys.exit(f"{line}\nends with {done.returncode}:\n{self.printed}")

    def shows(self, text):
        pattern = "".join(r"(?:.*\n)*?" if line == "…" else re.escape(line) + r"\n" for line in text.splitlines())
        if not re.fullmatch(pattern, self.printed):
            sys.exit(f"the page shows\n{text}\nbut this was printed:\n{self.printed}")


def main():
    shutil.rmtree(FOLDER, ignore_errors=True)
    os.makedirs(f"{FOLDER}/work")
    os.makedirs(f"{FOLDER}/bin")
    for name, text in STUBS.items():
        with open(f"{FOLDER}/bin/{name}", "w", encoding="utf-8") as file:
            file.write("#!/bin/sh\n" + text)
        os.chmod(f"{FOLDER}/bin/{name}", 0o755)
    shell, lines = Shell(), 0
    with open(f"{ROOT}/docs/getting-started.md", encoding="utf-8") as file:
        page = file.read()
    for kind, name, text in parts(page):
        if kind == "file":
            path = os.path.join(shell.folder, name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
        elif kind == "text":
            shell.shows(text)
        elif kind == "sh":
            for line in text.splitlines():
                shell.type(line)
                lines += 1
        else:
            sys.exit(f"a block of {kind} that nothing is said of")
    if lines < 10:
        sys.exit(f"only {lines} lines")


main()
