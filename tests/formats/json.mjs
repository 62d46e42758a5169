// json.mjs PACKAGES SCHEMA PAGE REPORT…: each report in the format json is valid by the schema, has no key that the schema
// does not name, and together they have every key that it names. So is each line of the ndjson beside it, and the example of
// the page.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import module from 'node:module';
import path from 'node:path';
import process from 'node:process';

const [packages, schemaFile, page, ...reports] = process.argv.slice(2);
const require = module.createRequire(path.join(packages, 'package.json'));
const Ajv2020 = require('ajv/dist/2020').default;
const schema = JSON.parse(fs.readFileSync(schemaFile, 'utf8'));

// A reader of the schema may meet new keys; here they are not to be forgotten.
function closed(part) {
  if (Array.isArray(part)) return part.map(closed);
  if (part === null || typeof part !== 'object') return part;
  const made = Object.fromEntries(Object.entries(part).map(([key, value]) => [key, closed(value)]));
  return 'properties' in part ? { ...made, additionalProperties: false } : made;
}

const named = new Set();
(function gather(part) {
  if (part === null || typeof part !== 'object') return;
  if ('properties' in part) Object.keys(part.properties).forEach((key) => named.add(key));
  Object.values(part).forEach(gather);
})(schema);

const seen = new Set();
function see(value) {
  if (value === null || typeof value !== 'object') return;
  if (!Array.isArray(value)) Object.keys(value).forEach((key) => seen.add(key));
  Object.values(value).forEach(see);
}

const options = { strict: true, allowUnionTypes: true, allErrors: true };
assert.ok(new Ajv2020(options).validateSchema(schema), 'the schema itself');
const ajv = new Ajv2020(options);
const valid = ajv.compile(closed(schema));
const judge = (text, what) => {
  const report = JSON.parse(text);
  assert.ok(valid(report), `${what}: ${ajv.errorsText(valid.errors, { separator: '\n' })}`);
  return report;
};
for (const file of reports) see(judge(fs.readFileSync(file, 'utf8'), file));
assert.deepEqual([...named].filter((key) => !seen.has(key)), [], 'keys that no report has');
assert.ok(reports.length > 100);

let lines = 0;
const line = ajv.compile({ $ref: '#/$defs/lesson', $defs: closed(schema.$defs) });
for (const file of reports.map((name) => name.replace(/json$/, 'ndjson')).filter(fs.existsSync))
  for (const text of fs.readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
    assert.ok(line(JSON.parse(text)), `${file}: ${ajv.errorsText(line.errors, { separator: '\n' })}`);
    lines++;
  }
assert.ok(lines > 5);

const example = /^## JSON$[^]*?^```json$([^]*?)^```$/m.exec(fs.readFileSync(page, 'utf8'));
judge(example[1], page);
