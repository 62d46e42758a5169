"""page.py COMMAND ROOT FOLDER: the recipes of docs/ci.md work. What they say of the action fits action.yml, versions are this
version, configurations are read, and every command with lessonlint ends with status 0 or 1, its reports being there. Writes
the workflows among them into FOLDER/workflows, for schema.mjs."""
import json
import os
import re
import shutil
import subprocess
import sys
import unittest

import yaml

COMMAND, ROOT, FOLDER = (os.path.abspath(path) for path in sys.argv[1:4])
with open(os.path.join(ROOT, "docs/ci.md"), encoding="utf-8") as page_file:
    PAGE = page_file.read()
with open(os.path.join(ROOT, "docs/getting-started.md"), encoding="utf-8") as page_file:
    START = page_file.read()
BLOCKS = re.findall(r"(?ms)^```(\w+)\n(.*?)^```$", PAGE)


def blocks(language):
    return [text for name, text in BLOCKS if name == language]


def tables(heading):
    """The first cells of the table with this heading, without their back-ticks."""
    rows = re.search(rf"(?m)^\| {heading} \|.*\n\|[-|]+\n((?:\|.*\n)+)", PAGE)[1]
    return re.findall(r"(?m)^\| `([a-z-]+)` \|", rows)


class Page(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        shutil.rmtree(FOLDER, ignore_errors=True)
        cls.work, cls.bin = os.path.join(FOLDER, "work"), os.path.join(FOLDER, "bin")
        os.makedirs(os.path.join(FOLDER, "workflows"))
        os.makedirs(cls.bin)
        os.symlink(COMMAND, os.path.join(cls.bin, "lessonlint"))
        cls.stub("reviewdog", "cat >rdjson.json\n")
        cls.stub("next", "exit 0\n")
        cls.stub("npm", 'while [ "$1" = run ]; do shift; done\nexec sh ./"$1"\n')
        documents = os.path.join(ROOT, "tests/cli/documents")
        os.makedirs(os.path.join(cls.work, "curriculum/lessons"))
        shutil.copy(os.path.join(documents, "plan.md"), os.path.join(cls.work, "curriculum/lessons/sorting.md"))
        os.makedirs(os.path.join(cls.work, "src/components/lessons"))
        shutil.copy(os.path.join(documents, "lesson.tsx"),
                    os.path.join(cls.work, "src/components/lessons/SortingLesson.tsx"))
        configuration, = (text for text in blocks("yaml") if text.startswith("plans:"))
        with open(os.path.join(cls.work, ".lessonlint.yaml"), "w", encoding="utf-8") as file:
            file.write(configuration)

    @classmethod
    def stub(cls, name, text):
        path = os.path.join(cls.bin, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write("#!/bin/sh\n" + text)
        os.chmod(path, 0o755)

    def check_command(self, command):
        environment = dict(os.environ, PATH=self.bin + ":/usr/bin:/bin", LC_ALL="C.UTF-8")
        done = subprocess.run(["bash", "-o", "pipefail", "-c", command], cwd=self.work, env=environment, check=False,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        self.assertIn(done.returncode, (0, 1), command + "\n" + done.stdout.decode())
        for report in re.findall(r"--format[ =][a-z]+=(\S+)", command):
            self.assertGreater(os.path.getsize(os.path.join(self.work, report)), 0, report)

    def test_the_configuration_finds_the_pair(self):
        files = subprocess.run([COMMAND, "--show-files"], cwd=self.work, check=True, capture_output=True, text=True)
        self.assertIn("pair\tcurriculum/lessons/sorting.md\tsrc/components/lessons/SortingLesson.tsx", files.stdout)

    def test_workflows_call_the_action_as_it_is(self):
        with open(os.path.join(ROOT, "action.yml"), encoding="utf-8") as file:
            action = yaml.safe_load(file)
        self.assertEqual(sorted(tables("input")), sorted(action["inputs"]))
        self.assertEqual(sorted(tables("output")), sorted(action["outputs"]))
        calls = 0
        for number, text in enumerate(text for text in blocks("yaml") if "\njobs:" in text):
            with open(os.path.join(FOLDER, f"workflows/{number}.yml"), "w", encoding="utf-8") as file:
                file.write(text)
            for step in (step for job in yaml.safe_load(text)["jobs"].values() for step in job["steps"]):
                if step.get("uses", "").startswith("OWNER/lessonlint@"):
                    calls += 1
                    self.assertLessEqual(set(step["with"]), set(action["inputs"]))
        self.assertGreater(calls, 0)

    def test_versions_are_this_one(self):
        version = subprocess.run([COMMAND, "--version"], check=True, capture_output=True, text=True).stdout.split()[1]
        named = re.findall(r"lessonlint[@_]v?(\d+\.\d+\.\d+)|download/v(\d+\.\d+\.\d+)|version: (\d+\.\d+\.\d+)",
                           PAGE + START)
        self.assertGreater(len(named), 5)
        self.assertEqual({"".join(groups) for groups in named}, {version})

    def test_commands_of_servers_run(self):
        commands = []
        for text in blocks("yaml"):
            document = yaml.safe_load(text)
            for job in list(document.get("jobs", {}).values()) + list(document.values()):
                if isinstance(job, dict):
                    commands += job.get("script", []) + [step.get("run", "") for step in job.get("steps", [])]
        commands += [line for text in blocks("sh") for line in text.splitlines()]
        commands = [command for command in commands if command.startswith("lessonlint")]
        self.assertGreater(len(commands), 2)
        for command in commands:
            self.check_command(command)
        with open(os.path.join(self.work, "rdjson.json"), encoding="utf-8") as file:
            self.assertGreater(len(json.load(file)["diagnostics"]), 0)
        with open(os.path.join(self.work, "gl-code-quality-report.json"), encoding="utf-8") as file:
            self.assertGreater(len(json.load(file)), 0)

    def test_scripts_of_packages_run(self):
        scripts = json.loads(blocks("json")[0])["scripts"]
        for name, command in scripts.items():
            with open(os.path.join(self.work, name), "w", encoding="utf-8") as file:
                file.write(command + "\n")
        for command in scripts.values():
            self.check_command(command)


unittest.main(argv=sys.argv[:1])
