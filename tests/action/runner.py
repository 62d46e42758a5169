"""Runs the steps of action.yml as GitHub's runner does: with its files for outputs, path and summary."""
import os
import re
import subprocess

import yaml


class Run:
    """What a run of the action came to: `log`, `status` of the first step that failed (0 for none), `outputs` of the
    action, `summary`, and `used`, what the steps that call other actions were given."""

    def __init__(self, action, workspace, temporary, inputs, environment):
        with open(os.path.join(action, "action.yml"), encoding="utf-8") as file:
            self.yaml = yaml.safe_load(file)
        unknown = set(inputs) - set(self.yaml["inputs"])
        assert not unknown, unknown
        self.inputs = {name: inputs.get(name, row["default"]) for name, row in self.yaml["inputs"].items()}
        self.steps, self.used, self.log, self.status = {}, [], "", 0
        self.workspace, self.temporary = workspace, temporary
        os.makedirs(temporary)
        self.environment = dict(environment, GITHUB_ACTIONS="true", GITHUB_ACTION_PATH=action, RUNNER_TEMP=temporary,
                                GITHUB_WORKSPACE=workspace, GITHUB_STEP_SUMMARY=self.file("summary"))
        self.environment.setdefault("GITHUB_SERVER_URL", "https://github.com")
        self.environment.setdefault("GITHUB_REPOSITORY", "school/course")
        # Within the steps of a composite action these are empty, or those of another action: only the context is right.
        self.environment.update(GITHUB_ACTION_REPOSITORY="", GITHUB_ACTION_REF="")
        self.github = {"action_repository": "owner/lessonlint", "action_ref": "v0.1.0"}
        for step in self.yaml["runs"]["steps"]:
            self.step(step)
        self.outputs = {name: self.value(row["value"]) for name, row in self.yaml["outputs"].items()}
        self.summary = self.read("summary")

    def file(self, name):
        path = os.path.join(self.temporary, "github-" + name)
        open(path, "a", encoding="utf-8").close()
        return path

    def read(self, name):
        with open(self.file(name), encoding="utf-8") as file:
            return file.read()

    # Of the language of expressions what action.yml uses: names, texts, ==, !=, && and always().
    def expression(self, text):
        parts = [self.comparison(part.strip()) for part in text.split("&&")]
        return parts[0] if len(parts) == 1 else all(parts)

    def comparison(self, text):
        for sign in ("==", "!="):
            if sign in text:
                left, right = (self.comparison(side.strip()) for side in text.split(sign))
                return (left == right) == (sign == "==")
        if re.fullmatch(r"'[^']*'", text):
            return text[1:-1]
        if text == "always()":
            return True
        match = re.fullmatch(r"github\.([a-z_]+)", text)
        if match:
            return self.github[match[1]]
        match = re.fullmatch(r"inputs\.([a-z-]+)", text)
        if match:
            return self.inputs[match[1]]
        match = re.fullmatch(r"steps\.([a-z-]+)\.outputs\.([a-z-]+)", text)
        assert match and match[1] in {step.get("id") for step in self.yaml["runs"]["steps"]}, text
        return self.steps.get(match[1], {}).get(match[2], "")

    def value(self, text):
        return re.sub(r"\$\{\{(.*?)\}\}", lambda match: str(self.expression(match[1].strip())), text)

    def step(self, step):
        condition = step.get("if", "success()").replace("${{", "").replace("}}", "").strip()
        if "always()" not in condition and self.status:
            return
        if condition != "success()" and not self.expression(condition):
            return
        if "uses" in step:
            self.used.append((step["uses"], {name: self.value(value) for name, value in step["with"].items()}))
            return
        # An expression in a script would let an input write the script.
        assert step["shell"] == "bash" and "${{" not in step["run"]
        script = os.path.join(self.temporary, "step.sh")
        with open(script, "w", encoding="utf-8") as file:
            file.write(step["run"])
        environment = dict(self.environment, GITHUB_OUTPUT=self.file("output"), GITHUB_PATH=self.file("path"))
        environment.update({name: self.value(value) for name, value in step.get("env", {}).items()})
        done = subprocess.run(["bash", "--noprofile", "--norc", "-eo", "pipefail", script], cwd=self.workspace,
                              env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
        self.log += done.stdout.decode()
        self.status = self.status or done.returncode
        self.steps[step.get("id")] = dict(line.split("=", 1) for line in self.read("output").splitlines())
        os.remove(self.file("output"))
        for folder in self.read("path").splitlines():
            self.environment["PATH"] = folder + ":" + self.environment["PATH"]
        os.remove(self.file("path"))
