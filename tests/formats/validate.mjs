// validate.mjs PACKAGES RUN TESTS: the reports of one run, see run.sh. Each is judged by something
// that knows its format, and says the same as the format json: which findings, where, how bad.
import assert from 'node:assert/strict';
import child from 'node:child_process';
import fs from 'node:fs';
import module from 'node:module';
import path from 'node:path';
import process from 'node:process';
import url from 'node:url';

const [packages, run, tests] = process.argv.slice(2);
const require = module.createRequire(path.join(packages, 'package.json'));
const Ajv = require('ajv').default;
const Ajv2020 = require('ajv/dist/2020').default;
const addFormats = require('ajv-formats').default;
const { SaxesParser } = require('saxes');

const bytesOf = (format) => fs.readFileSync(path.join(run, `report.${format}`));
// Refuses what is no UTF-8, unless `loose`.
const textOf = (format, loose) =>
  new TextDecoder('utf-8', { fatal: !loose, ignoreBOM: true }).decode(bytesOf(format));
const jsonOf = (format) => JSON.parse(textOf(format));

// --- what every format has to say, from the format json ----------------------------------------------

// The document's mapping of severities; a finding to verify is the mildest everywhere.
const LEVELS = {
  critical: { checkstyle: 'error', github: 'error', gitlab: 'critical', rdjson: 'ERROR', sarif: 'error' },
  improvement: { checkstyle: 'warning', github: 'warning', gitlab: 'major', rdjson: 'WARNING', sarif: 'warning' },
  polish: { checkstyle: 'info', github: 'notice', gitlab: 'minor', rdjson: 'INFO', sarif: 'note' },
  verify: { checkstyle: 'info', github: 'notice', gitlab: 'info', rdjson: 'INFO', sarif: 'note' },
  note: { checkstyle: 'info', github: 'notice', gitlab: 'info', rdjson: 'INFO', sarif: 'note' },
};

const plainPath = (file) => file.replace(/^(\.\/)+/, '');
const report = jsonOf('json');

function entriesOf(lesson) {
  const entries = lesson.findings.map((finding) => ({
    ...finding,
    level: finding.confidence === 'verify' ? 'verify' : finding.severity,
    path: plainPath(finding.file),
  }));
  for (const note of lesson.notes ?? []) {
    const at = entries.findLastIndex((entry) => entry.rule === note.rule);
    // Behind everything that is said of the same document.
    const behind = entries.findLastIndex((entry) => entry.path === entries[at].path);
    entries.splice(behind + 1, 0, {
      rule: note.rule,
      level: 'note',
      path: entries[at].path,
      message: `and ${note.unlisted} more, which are not listed`,
    });
  }
  return entries;
}
const entries = report.lessons.flatMap(entriesOf);
if (/many/.test(run)) assert.equal(entries.filter((entry) => entry.level === 'note').length, 1);
if (/pair$/.test(run)) assert.equal(new Set(entries.map((entry) => entry.level)).size, 4);
if (/hostile$/.test(run)) assert.ok(entries.length > 20);
if (/(pair|hostile)$/.test(run)) assert.ok(entries.some((entry) => entry.edits?.length > 0));

// The last line with a character of the finding: an end before the first column is that of the line before.
const lastLine = (entry) =>
  entry.endColumn === 1 && entry.endLine > entry.line ? entry.endLine - 1 : entry.endLine;

// Line ends and tabs are blanks; what else would do something to a terminal is a question mark, as is what
// is no UTF-8 (U+FFFD in JSON).
const clean = (text) =>
  text
    .replaceAll('\uFFFD', '?')
    .replace(/[\t\n\v\f\r]/g, ' ')
    .replace(/[\u0000-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069]/g, '?');
// XML 1.0 cannot hold these.
const inXml = (text) => text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '\uFFFD');

// --- the sources, for places -------------------------------------------------------------------------

const folder = fs.readFileSync(path.join(run, 'folder'), 'utf8').trim();
// What is no UTF-8 in a name is U+FFFD in reports: then the file is found by the other characters.
function sourceOf(file) {
  const name = Buffer.from(file);
  const found = fs
    .readdirSync(folder, { encoding: 'buffer' })
    .filter((entry) => entry.toString('utf8') === name.toString('utf8'));
  assert.equal(found.length, 1, `the file ${JSON.stringify(file)}`);
  return fs.readFileSync(Buffer.concat([Buffer.from(`${folder}/`), found[0]]));
}
const sources = new Map();
for (const entry of entries) if (!sources.has(entry.path)) sources.set(entry.path, sourceOf(entry.path));

const lineStart = (source, offset) => {
  const bom = source.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])) ? 3 : 0;
  let start = offset;
  while (start > bom && source[start - 1] !== 0x0a) start--;
  return start;
};
// 1-based columns of a byte: in bytes, and in code points.
const byteColumn = (source, offset) => offset - lineStart(source, offset) + 1;
const pointColumn = (source, offset) =>
  [...source.subarray(lineStart(source, offset), offset).toString('utf8')].length + 1;

for (const entry of entries.filter((one) => one.line)) {
  const source = sources.get(entry.path);
  assert.equal(pointColumn(source, entry.offset), entry.column);
  assert.equal(pointColumn(source, entry.offset + entry.length), entry.endColumn);
}

// --- XML ---------------------------------------------------------------------------------------------

// Elements with their attributes, texts and ancestors' attributes, in the order in which they begin.
function elementsOf(text) {
  const elements = [];
  const open = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    const element = { name: tag.name, of: open.at(-1), text: '', ...tag.attributes, tag: tag.name };
    elements.push(element);
    open.push(element);
  });
  parser.on('text', (part) => {
    if (open.length > 0) open.at(-1).text += part;
  });
  parser.on('closetag', () => open.pop());
  parser.write(text).close();
  return elements;
}

function checkCheckstyle() {
  const errors = elementsOf(textOf('checkstyle')).filter((element) => element.tag === 'error');
  assert.deepEqual(
    errors.map((e) => [e.of.name, e.line, e.column, e.severity, e.message, e.source]),
    entries.map((e) => [
      inXml(e.path),
      String(e.line ?? 1),
      e.column === undefined ? undefined : String(e.column),
      LEVELS[e.level].checkstyle,
      inXml(e.message),
      `lessonlint.${e.rule}`,
    ]),
  );
}

const compactLine = (e) =>
  `${clean(e.path)}${e.line ? `:${e.line}:${e.column}` : ''}: ${e.level}: ${clean(e.message)} [${e.rule}]\n`;

// Which severities make a run fail: --fail-on of run.sh.
const failing = /(many|severe)$/.test(run)
  ? ['critical', 'improvement', 'polish']
  : ['critical', 'improvement'];

function checkCase(test, lesson, suite) {
  const check = lesson.checks.find((one) => one.rule === test.name);
  const found = entriesOf(lesson).filter((one) => one.rule === test.name);
  const unlisted = (lesson.notes ?? []).find((one) => one.rule === test.name)?.unlisted ?? 0;
  const exact = found.filter((one) => failing.includes(one.level)).length;
  const parts = suite.filter((one) => one.of === test);
  const names = parts.map((one) => one.tag);
  assert.equal(names.includes('failure'), exact > 0);
  assert.equal(names.includes('error'), check.skipped === 'limit');
  assert.equal(names.includes('skipped'), check.skipped !== null && check.skipped !== 'limit');
  const shown = parts.map((one) => (['failure', 'system-out'].includes(one.tag) ? one.text : '')).join('');
  const lines = found.map(compactLine).map(inXml);
  assert.deepEqual(shown.split('\n').sort(), lines.join('').split('\n').sort());
  const failure = parts.find((one) => one.tag === 'failure');
  if (!failure) return;
  const first = found.find((one) => failing.includes(one.level));
  const more = exact - 1 + unlisted;
  assert.equal(failure.message, inXml(first.message) + (more > 0 ? ` (and ${more} more)` : ''));
  assert.equal(failure.type, first.level);
}

function checkJunit() {
  const elements = elementsOf(textOf('junit'));
  const suites = elements.filter((element) => element.tag === 'testsuite');
  assert.equal(suites.length, report.lessons.length);
  suites.forEach((suite, index) => {
    const lesson = report.lessons[index];
    const names = [lesson.plan, lesson.lesson].filter(Boolean);
    const tests_ = elements.filter((element) => element.of === suite);
    const inside = elements.filter((element) => element.of?.of === suite);
    assert.equal(suite.name, inXml(names.join(', ')));
    assert.deepEqual(tests_.map((test) => test.name), lesson.checks.map((check) => check.rule));
    assert.equal(Number(suite.tests), tests_.length);
    const count = (tag) => inside.filter((element) => element.tag === tag).length;
    assert.deepEqual(
      [suite.failures, suite.errors, suite.skipped].map(Number),
      [count('failure'), count('error'), count('skipped')],
    );
    for (const test of tests_) checkCase(test, lesson, inside);
  });
}

// --- lines -------------------------------------------------------------------------------------------

function checkCompact() {
  assert.equal(textOf('compact'), entries.map(compactLine).join(''));
}

// The lines that GitHub's own toolkit writes for the same annotations.
async function checkGithub() {
  const core = await import(
    url.pathToFileURL(path.join(packages, 'node_modules/@actions/core/lib/core.js')).href
  );
  const write = process.stdout.write;
  let expected = '';
  process.stdout.write = (text) => {
    expected += text;
    return true;
  };
  try {
    for (const e of entries) {
      const within = e.line === e.endLine;
      core[{ error: 'error', warning: 'warning', notice: 'notice' }[LEVELS[e.level].github]](
        clean(e.message) + (e.fix ? `\nFix: ${clean(e.fix)}` : ''),
        {
          title: `${e.rule} (${e.level})`,
          file: e.path,
          startLine: e.line,
          endLine: e.line && lastLine(e),
          startColumn: within ? e.column : undefined,
          endColumn: within ? e.endColumn : undefined,
        },
      );
    }
  } finally {
    process.stdout.write = write;
  }
  // A name that is no UTF-8 is written as it is, so that it is found.
  assert.equal(textOf('github', true), expected);
}

// --- JSON --------------------------------------------------------------------------------------------

function valid(ajv, schema, data, what) {
  const check = ajv.compile(schema);
  assert.ok(check(data), `${what}: ${ajv.errorsText(check.errors, { separator: '\n' })}`);
}

// TypeScript's compiler and the types of Code Climate, whose format GitLab reads.
function checkTypes(issues) {
  if (!/(pair|hostile)$/.test(run)) return; // it takes seconds
  const file = path.join(packages, `issues-${path.basename(run)}.ts`);
  const some = issues.slice(0, 200); // the compiler gives up literals that are too large
  fs.writeFileSync(
    file,
    `import type { Issue } from 'codeclimate-types'\nexport const issues: Issue[] = ${JSON.stringify(some)}\n`,
  );
  const tsc = require.resolve('typescript/bin/tsc');
  const done = child.spawnSync(process.execPath, [tsc, '--noEmit', '--strict', '--skipLibCheck', file], {
    encoding: 'utf8',
  });
  assert.equal(done.status, 0, done.stdout);
}

function checkGitlab() {
  const issues = jsonOf('gitlab');
  const schema = JSON.parse(fs.readFileSync(path.join(tests, 'gitlab.schema.json'), 'utf8'));
  valid(new Ajv({ allErrors: true }), schema, issues, 'gitlab');
  checkTypes(issues);
  assert.equal(new Set(issues.map((issue) => issue.fingerprint)).size, issues.length);
  assert.deepEqual(
    issues.map((i) => [i.check_name, i.description, i.severity, i.location.path, i.location.lines]),
    entries.map((e) => [
      e.rule,
      e.message,
      LEVELS[e.level].gitlab,
      e.path,
      { begin: e.line ?? 1, end: e.line ? lastLine(e) : 1 },
    ]),
  );
  issues.forEach((issue, index) => {
    const { level, fingerprint, issue: what, impact, fix } = entries[index];
    if (level === 'note') return;
    // without a configuration the path as given is in the second half
    assert.equal(issue.fingerprint.slice(0, 16), fingerprint.slice(0, 16));
    assert.equal(issue.content.body, [what, impact, fix].filter(Boolean).join('\n\n'));
  });
}

async function checkRdjson() {
  const { RDFormatValidator } = require('@umbrelladocs/rdformat-validator');
  const judge = new RDFormatValidator({ strictMode: true, allowExtraFields: false });
  const judged = await judge.validateString(textOf('rdjson'));
  assert.ok(judged.valid, JSON.stringify(judged.errors?.slice(0, 5)));
  const { source, diagnostics } = jsonOf('rdjson');
  assert.equal(source.name, 'lessonlint');
  assert.deepEqual(
    diagnostics.map((d) => [d.code.value, d.message, d.severity, d.location]),
    entries.map((e) => {
      const at = (line, offset) => ({ line, column: byteColumn(sources.get(e.path), offset) });
      const range = e.line && {
        start: at(e.line, e.offset),
        end: at(e.endLine, e.offset + e.length),
      };
      return [
        e.rule,
        e.message + (e.fix ? `\nFix: ${e.fix}` : ''),
        LEVELS[e.level].rdjson,
        range ? { path: e.path, range } : { path: e.path },
      ];
    }),
  );
  checkSuggestions(diagnostics);
  assert.deepEqual(
    diagnostics.map((d) => (d.related_locations ?? []).map((r) => [r.location.path, r.location.range.start.line, r.message ?? ''])),
    entries.map((e) => (e.related ?? []).map((r) => [plainPath(r.file), r.line, r.message])),
  );
}

// The document with edits made, those behind first.
function edited(source, edits) {
  return edits.reduceRight(
    (bytes, edit) =>
      Buffer.concat([
        bytes.subarray(0, edit.offset),
        Buffer.from(edit.text),
        bytes.subarray(edit.offset + edit.length),
      ]),
    source,
  );
}

// Byte offset of a 1-based line and column; `columns` counts the bytes of so many columns of a line.
function offsetAt(source, line, column, columns) {
  let start = source.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])) ? 3 : 0;
  for (let i = 1; i < line; i++) start = source.indexOf(0x0a, start) + 1;
  return start + columns(source.subarray(start), column - 1);
}
const bytesOfPoints = (rest, count) =>
  Buffer.byteLength([...rest.subarray(0, 4 * count + 4).toString('utf8')].slice(0, count).join(''));

// A suggestion mends what the edits mend.
function checkSuggestions(diagnostics) {
  diagnostics.forEach(({ suggestions = [] }, index) => {
    const { edits = [], path: file } = entries[index];
    const source = sources.get(file);
    const span = edits.length && edits.at(-1).offset + edits.at(-1).length - edits[0].offset;
    assert.equal(suggestions.length, edits.length > 0 && span <= 4000 ? 1 : 0);
    for (const { range, text } of suggestions) {
      const at = ({ line, column }) => offsetAt(source, line, column, (_, count) => count);
      const offset = at(range.start);
      const made = edited(source, [{ offset, length: at(range.end) - offset, text }]);
      assert.ok(made.equals(edited(source, edits)));
    }
  });
}

function checkNdjson() {
  const lines = textOf('ndjson').split('\n');
  assert.equal(lines.pop(), '');
  assert.deepEqual(lines.map((line) => JSON.parse(line)), report.lessons);
}

// --- SARIF -------------------------------------------------------------------------------------------

const multitool = path.join(packages, 'node_modules/@microsoft/sarif-multitool-linux');

// Errors none; the one warning is that there is no address of the tool, which has none.
function checkByMultitool(log) {
  const input = path.join(run, 'multitool-input.sarif');
  const output = path.join(run, 'multitool-output.sarif');
  // It would ask the network for the schema.
  fs.writeFileSync(input, JSON.stringify({ ...log, $schema: 'file:///sarif-2.1.0.json' }));
  const options = ['--rule-kind', 'Sarif;Ghas', '--level', 'Error;Warning', '--log', 'ForceOverwrite'];
  const done = child.spawnSync(
    path.join(multitool, 'Sarif.Multitool'),
    ['validate', input, ...options, '--output', output],
    { encoding: 'utf8', env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' } },
  );
  assert.equal(done.status, 0, done.stdout + done.stderr);
  const judged = JSON.parse(fs.readFileSync(output, 'utf8')).runs[0];
  const complaints = judged.results
    .filter((result) => result.ruleId !== 'SARIF2005')
    .map((result) => `${result.level} ${result.ruleId} ${JSON.stringify(result.message.arguments)}`);
  assert.deepEqual(complaints, []);
}

const fileOf = (location, absolute) => {
  assert.equal(location.uriBaseId, absolute ? undefined : '%SRCROOT%');
  assert.match(location.uri, /^[A-Za-z0-9\-._~/%]*$/);
  const bytes = location.uri.replace(/%([0-9A-F]{2})/g, (_, code) => String.fromCharCode(parseInt(code, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
};

function checkRegion(region, source) {
  const { byteOffset, byteLength } = region;
  assert.equal(region.startColumn, pointColumn(source, byteOffset));
  assert.equal(region.endColumn, pointColumn(source, byteOffset + byteLength));
  const text = source.subarray(byteOffset, byteOffset + byteLength).toString('utf8');
  if (region.snippet) assert.equal(region.snippet.text, text);
  else assert.ok(byteLength === 0 || byteLength > 2000);
}

// Whole lines, with more than the region.
function checkContext({ region, contextRegion }, source) {
  if (!contextRegion) return;
  const { startLine, endLine, snippet } = contextRegion;
  const lines = source.toString('utf8').replace(/^\uFEFF/, '').split('\n');
  assert.ok(startLine <= region.startLine && endLine >= Math.min(region.endLine, lines.length));
  assert.equal(snippet.text, lines.slice(startLine - 1, endLine).join('\n').replace(/\r$/, ''));
  assert.ok(Buffer.byteLength(snippet.text) > region.byteLength);
}

const sentence = (text) => (!text || /[.!?]$/.test(text) ? text : `${text}.`);

// A fix mends what the edits mend, by lines and columns and by bytes.
function checkFixes(fixes, entry) {
  const source = sources.get(entry.path);
  assert.equal(fixes.length, entry.edits.length > 0 ? 1 : 0);
  for (const { artifactChanges, properties, description } of fixes) {
    assert.ok(description.text);
    assert.equal(fileOf(artifactChanges[0].artifactLocation), entry.path);
    assert.equal(properties.safety, entry.edits.every((edit) => edit.safety === 'safe') ? 'safe' : 'unsafe');
    const edits = artifactChanges[0].replacements.map(({ deletedRegion: region, insertedContent }) => {
      const offset = offsetAt(source, region.startLine, region.startColumn, bytesOfPoints);
      const end = offsetAt(source, region.endLine, region.endColumn, bytesOfPoints);
      assert.deepEqual([region.byteOffset, region.byteLength], [offset, end - offset]);
      return { offset, length: end - offset, text: insertedContent?.text ?? '' };
    });
    assert.ok(edited(source, edits).equals(edited(source, entry.edits)));
  }
}

function checkSarifResult(result, entry, driver) {
  assert.equal(driver.rules[result.ruleIndex].id, result.ruleId);
  assert.equal(result.ruleId, entry.rule);
  assert.equal(result.level, LEVELS[entry.level].sarif);
  assert.equal(result.message.text, [entry.message, entry.fix].filter(Boolean).map(sentence).join(' '));
  const [{ physicalLocation, logicalLocations }] = result.locations;
  assert.equal(fileOf(physicalLocation.artifactLocation), entry.path);
  if (entry.level === 'note') return;
  const { startLine, endLine, byteOffset, byteLength } = physicalLocation.region;
  assert.deepEqual(
    [startLine, endLine, byteOffset, byteLength],
    [entry.line, entry.endLine, entry.offset, entry.length],
  );
  checkRegion(physicalLocation.region, sources.get(entry.path));
  checkContext(physicalLocation, sources.get(entry.path));
  if (entry.section) assert.equal(logicalLocations[0].name, entry.section);
  assert.equal(result.partialFingerprints['lessonlint/v1'], entry.fingerprint);
  checkFixes(result.fixes ?? [], entry);
  assert.deepEqual(
    (result.relatedLocations ?? []).map((related) => [
      fileOf(related.physicalLocation.artifactLocation),
      related.physicalLocation.region.startLine,
      related.message?.text ?? '',
    ]),
    (entry.related ?? []).map((r) => [plainPath(r.file), r.line, sentence(r.message)]),
  );
}

function checkSarif() {
  const log = jsonOf('sarif');
  const schema = JSON.parse(fs.readFileSync(path.join(multitool, 'sarif-2.1.0.json'), 'utf8'));
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv);
  valid(ajv, schema, log, 'sarif');
  checkByMultitool(log);
  const [one] = log.runs;
  assert.equal(one.columnKind, 'unicodeCodePoints');
  const on = new Set(report.lessons.flatMap((lesson) => lesson.checks.map((check) => check.rule)));
  assert.deepEqual(one.tool.driver.rules.map((rule) => rule.id), [...on].sort());
  for (const rule of one.tool.driver.rules) assert.ok(rule.help.text && rule.help.markdown);
  assert.deepEqual(
    one.artifacts.map((artifact) => fileOf(artifact.location)),
    report.lessons.flatMap((lesson) => [lesson.plan, lesson.lesson].filter(Boolean).map(plainPath)),
  );
  assert.equal(one.results.length, entries.length);
  one.results.forEach((result, index) => checkSarifResult(result, entries[index], one.tool.driver));
  const limit = report.lessons.some((lesson) => lesson.checks.some((check) => check.skipped === 'limit'));
  const [invocation] = one.invocations;
  assert.equal(invocation.executionSuccessful, !limit);
  assert.equal(invocation.toolExecutionNotifications.length > 0, limit);
  if (limit) assert.match(invocation.toolExecutionNotifications[0].message.text, /x-slow/);
}

// --- the formats for people: others tests look at them closely ----------------------------------------

function checkOthers() {
  assert.match(textOf('html'), /^<!DOCTYPE html>/);
  assert.match(textOf('markdown'), /^## Review/m);
  const human = textOf('human', true);
  assert.doesNotMatch(human, /[\u0000-\u0009\u000B-\u001F\u007F\u202E]/);
  assert.match(human, /^Verdict: /m);
  for (const entry of entries) assert.ok(human.includes(`[${entry.rule}]`));
}

checkCheckstyle();
checkJunit();
checkCompact();
await checkGithub();
checkGitlab();
await checkRdjson();
checkNdjson();
checkSarif();
checkOthers();
console.log(`${path.basename(run)}: ${entries.length} entries, 12 formats`);
