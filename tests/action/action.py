"""action.py COMMAND ROOT FOLDER [RELEASE]: action.yml run by runner.py. RELEASE is a folder with Debian packages; with
it the ways to install are run, too."""
import glob
import json
import os
import re
import shutil

import sys
import unittest

from runner import Run

COMMAND, ROOT, FOLDER = (os.path.abspath(path) for path in sys.argv[1:4])
PACKAGES = os.path.abspath(sys.argv[4]) if len(sys.argv) > 4 else None
DOCUMENTS = os.path.join(ROOT, "tests/cli/documents")


def script(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write("#!/bin/sh\n" + text)
    os.chmod(path, 0o755)


class Action(unittest.TestCase):
    def setUp(self):
        self.folder = os.path.join(FOLDER, self._testMethodName)
        shutil.rmtree(self.folder, ignore_errors=True)
        self.workspace = os.path.join(self.folder, "workspace")
        shutil.copytree(DOCUMENTS, self.workspace)
        os.makedirs(os.path.join(self.workspace, ".git"))
        self.bin = os.path.join(self.folder, "bin")
        os.makedirs(self.bin)
        self.environment = {"PATH": self.bin + ":/usr/local/bin:/usr/bin:/bin", "HOME": self.folder, "LC_ALL": "C.UTF-8"}

    def run_action(self, **inputs):
        inputs = {name.replace("_", "-"): value for name, value in inputs.items()}
        if inputs.setdefault("version", "installed") == "installed":
            os.symlink(COMMAND, os.path.join(self.bin, "lessonlint"))
        return Run(ROOT, self.workspace, os.path.join(self.folder, "temporary"), inputs, self.environment)

    def test_findings_are_annotations_a_summary_and_sarif(self):
        run = self.run_action(paths="plan.md\n  lesson.tsx\n", sarif="true")
        self.assertEqual((run.status, run.outputs["status"]), (1, "1"), run.log)
        self.assertRegex(run.log, r"(?m)^::(error|warning|notice) .*file=(plan\.md|lesson\.tsx),")
        self.assertRegex(run.summary, r"(?m)^### Verdict: [A-Z]")
        with open(run.outputs["review"], encoding="utf-8") as file:
            self.assertEqual(run.summary, file.read())
        (name, given), = run.used
        self.assertRegex(name, r"^github/codeql-action/upload-sarif@v\d+$")
        self.assertEqual(given["sarif_file"], run.outputs["sarif"])
        with open(given["sarif_file"], encoding="utf-8") as file:
            sarif = json.load(file)
        self.assertEqual(sarif["version"], "2.1.0")
        self.assertGreater(len(sarif["runs"][0]["results"]), 0)

    def test_nothing_fails_when_nothing_may(self):
        run = self.run_action(paths="plan.md", fail_on="never", format="json=report.json\nhuman")
        self.assertEqual((run.status, run.outputs["status"], run.used), (0, "0", []), run.log)
        self.assertNotIn("::", run.log)
        self.assertIn("lessonlint explain", run.log)
        with open(os.path.join(self.workspace, "report.json"), encoding="utf-8") as file:
            self.assertEqual(json.load(file)["lessons"][0]["plan"], "plan.md")

    def test_what_cannot_work_is_an_error_without_reports(self):
        run = self.run_action(paths="missing.md", sarif="true")
        self.assertEqual((run.status, run.outputs), (2, {"status": "2", "review": "", "sarif": ""}), run.log)
        self.assertRegex(run.log, r"(?m)^missing\.md: error: ")
        self.assertRegex(run.log, r"(?m)^::error title=lessonlint::missing\.md: error: ")
        self.assertEqual((run.summary, run.used), ("", []))

    def test_notes_are_no_errors(self):
        known = ["--baseline=known"]
        run = self.run_action(paths="plan.md\nlesson.tsx", options="\n".join(known + ["--update-baseline"]))
        self.assertEqual(run.status, 0, run.log)
        run = self.run_action_again(paths="plan.md\nlesson.tsx", options="\n".join(known))
        self.assertEqual(run.status, 0, run.log)
        self.assertRegex(run.log, r"(?m)^::notice title=lessonlint::lessonlint: note: \d+ known finding")
        self.assertNotIn("::error", run.log)

    def test_options_and_the_configuration_are_handed_on(self):
        with open(os.path.join(self.workspace, "other.yaml"), "w", encoding="utf-8") as file:
            file.write("plans: '*.md'\nlessons: '*.tsx'\n")
        run = self.run_action(config="other.yaml", options="--only=row-wrapping\n--fail-on=never")
        self.assertEqual(run.status, 0, run.log)
        with open(run.outputs["sarif"], encoding="utf-8") as file:
            rules = {result["ruleId"] for result in json.load(file)["runs"][0]["results"]}
        self.assertLessEqual(rules, {"row-wrapping"})
        run = self.run_action_again(config="nowhere.yaml")
        self.assertEqual(run.status, 2, run.log)
        self.assertIn("nowhere.yaml", run.log)

    def run_action_again(self, **inputs):
        shutil.rmtree(os.path.join(self.folder, "temporary"))
        os.remove(os.path.join(self.bin, "lessonlint"))
        return self.run_action(**inputs)

    def test_names_are_no_code(self):
        name = "a $(touch stolen) `touch stolen`; touch stolen 'b\".md"
        os.rename(os.path.join(self.workspace, "plan.md"), os.path.join(self.workspace, name))
        run = self.run_action(paths=name, fail_on="never")
        self.assertEqual(run.status, 0, run.log)
        self.assertFalse(os.path.exists(os.path.join(self.workspace, "stolen")))

    def test_a_long_review_is_cut_at_a_line(self):
        script(os.path.join(self.bin, "lessonlint"),
               'for a; do case $a in --format=markdown=*) yes -- "- ä line of the review" | '
               'head -c 1500000 >"${a#*=*=}" ;; --format=sarif=*) echo "{}" >"${a#*=*=}" ;; esac; done\n')
        os.makedirs(os.path.join(self.folder, "empty"))
        self.bin = os.path.join(self.folder, "empty")
        run = self.run_action(paths="plan.md")
        self.assertEqual(run.status, 0, run.log)
        self.assertLess(len(run.summary.encode()), 1024 * 1024)
        lines = run.summary.splitlines()
        self.assertEqual(set(lines[:-3]), {"- ä line of the review"})
        self.assertIn("has no room here", lines[-1])

    def test_unknown_versions_are_errors(self):
        run = self.run_action(version="newest")
        self.assertEqual((run.status, run.outputs["status"]), (1, ""))
        self.assertRegex(run.log, r"^::error title=lessonlint::unknown version \"newest\"; expected")
        shutil.rmtree(os.path.join(self.folder, "temporary"))
        self.environment["PATH"] = "/usr/bin:/bin"
        if not os.path.exists("/usr/bin/lessonlint"):
            self.bin = self.folder
            self.assertIn("no lessonlint is in PATH", self.run_action().log)

    def test_a_release_is_looked_for_where_the_action_comes_from(self):
        asked = os.path.join(self.folder, "asked")
        script(os.path.join(self.bin, "curl"), f'for a; do :; done\necho "$a" >>{asked}\nexit 22\n')
        for version in ("0.1.0", "v0.1.0"):
            run = self.run_action(version=version)
            self.assertEqual((run.status, run.outputs["status"]), (1, ""))
            self.assertIn("::error title=lessonlint::there is no release 0.1.0 of owner/lessonlint, used at v0.1.0: ", run.log)
            shutil.rmtree(os.path.join(self.folder, "temporary"))
        with open(asked, encoding="utf-8") as file:
            lines = file.read().splitlines()
        self.assertEqual(len(set(lines)), 1, lines)
        self.assertRegex(lines[0], r"^https://github\.com/owner/lessonlint/releases/download/v0\.1\.0/lessonlint_0\.1\.0_[a-z0-9]+\.deb$")

    @unittest.skipUnless(PACKAGES, "without packages")
    def test_a_release_is_installed_from_its_package(self):
        package, = glob.glob(os.path.join(PACKAGES, "lessonlint_*.deb"))
        version = os.path.basename(package).split("_")[1]
        shelf = os.path.join(self.folder, f"server/owner/lessonlint/releases/download/v{version}")
        os.makedirs(shelf)
        shutil.copy(package, shelf)
        # Nothing is installed on this machine: the package's files are put where the command is looked for.
        script(os.path.join(self.bin, "sudo"), 'exec "$@"\n')
        script(os.path.join(self.bin, "apt-get"),
               f'for a; do :; done\n[ "$1" != install ] || {{ dpkg-deb -x "$a" {self.folder}/root && '
               f'ln -s {self.folder}/root/usr/bin/lessonlint {self.bin}/; }}\n')
        self.environment["GITHUB_SERVER_URL"] = "file://" + os.path.join(self.folder, "server")
        run = self.run_action(version=version, paths="plan.md\nlesson.tsx")
        self.assertEqual(run.outputs["status"], "1", run.log)
        os.remove(os.path.join(self.bin, "lessonlint"))
        shutil.rmtree(os.path.join(self.folder, "temporary"))
        run = self.run_action(version="0.0.9")
        self.assertEqual(run.status, 1)
        self.assertIn("::error title=lessonlint::there is no release 0.0.9", run.log)

    @unittest.skipUnless(PACKAGES, "without the optimised build")
    def test_the_sources_are_built_without_a_version(self):
        self.environment.update({name: value for name, value in os.environ.items() if re.match("CC$|CMAKE_|CCACHE_", name)})
        run = self.run_action(version="", paths="plan.md\nlesson.tsx")
        self.assertEqual(run.outputs["status"], "1", run.log)


unittest.main(argv=sys.argv[:1])
