// schema.mjs FILE…: action.yml and workflows are valid by the schemas that GitHub's own editors use.
import { readFileSync } from "node:fs";
import core from "@action-validator/core";

let failed = process.argv.length < 3;
for (const file of process.argv.slice(2)) {
  const text = readFileSync(file, "utf8");
  const { errors } = file.endsWith("action.yml") ? core.validateAction(text) : core.validateWorkflow(text);
  for (const error of errors) console.log(file, JSON.stringify(error));
  failed ||= errors.length > 0;
}
process.exit(failed ? 1 : 0);
