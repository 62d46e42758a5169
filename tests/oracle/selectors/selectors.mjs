// selectors.mjs FOLDER COMMAND ROUNDS: trees and selectors made by chance; what lessonlint finds by a rule of
// each selector has to be what css-select finds. A tree stands in a file with one element a line.
import { createRequire } from 'node:module';
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';

const [folder, command, rounds] = process.argv.slice(2);
const require = createRequire(`${folder}/`);
const { selectAll } = require('css-select');
const { Document, Element, Text } = require('domhandler');

// mulberry32
let seed = 20261124;
function random() {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}
const below = (n) => Math.floor(random() * n);
const one = (list) => list[below(list.length)];
const chance = (p) => random() < p;

const TAGS = ['div', 'p', 'summary', 'Row', 'Row.Aside', 'TipBlock', 'A.b.C'];
const CLASSES = ['a', 'b', 'cursor-pointer', 'sm:flex', 'w-[3px]', 'é', 'B'];
const PROPS = { title: ['', 'x', 'two words', 'two', 'words two', '—é'], alt: ['', 'x y'], 'data-n': ['1', '12', '21'] };

// --- trees ---
function makeElement(depth, lines) {
  const props = {};
  if (chance(0.5)) {
    const list = Array.from({ length: below(4) }, () => one(CLASSES));
    props.className = list.join(one([' ', ' ', '  ']));
  }
  for (const [name, values] of Object.entries(PROPS)) if (chance(0.35)) props[name] = one(values);
  const { className, ...attributes } = props;
  if (className !== undefined) attributes.class = className;
  const name = one(TAGS);
  const element = new Element(name, attributes, []);
  const written = Object.entries(props).map(([key, value]) => ` ${key}="${value}"`).join('');
  const children = [];
  element.line = lines.push('');
  const at = lines.length - 1;
  const count = depth > 4 ? 0 : below(4);
  for (let i = 0; i < count; i++) {
    if (chance(0.15)) {
      lines.push('text');
      if (children.at(-1)?.type !== 'text') children.push(new Text('text'));
    } else {
      children.push(makeElement(depth + 1, lines));
    }
  }
  lines[at] = count === 0 && chance(0.7) ? `<${name}${written} />` : `<${name}${written}>`;
  if (!lines[at].endsWith('/>')) lines.push(`</${name}>`);
  children.forEach((child, i) => {
    child.parent = element;
    child.prev = children[i - 1] ?? null;
    child.next = children[i + 1] ?? null;
  });
  element.children = children;
  return element;
}

// --- selectors ---
const escape = (name) => name.replace(/[^A-Za-z0-9_é-]/g, (sign) => `\\${sign}`);
const quote = (text) => (chance(0.5) ? `"${text}"` : `'${text}'`);

function prop() {
  const name = one(Object.keys(PROPS));
  if (chance(0.3)) return `[${name}]`;
  const value = one([...PROPS[name], one(['x', 'wo', 'two', '1', '2', 'é'])]);
  // CSS says that `~=""` matches nothing; css-select 5 does not hold to it.
  const signs = value === '' ? ['', '*', '^', '$'] : ['', '*', '^', '$', '~'];
  return `[${name}${one(signs)}=${quote(value)}]`;
}
// What :has() is asked of stands before the selector in it: `:has(a b)` wants an a below the element. css-select 5 takes
// the element itself for that a, so without a combinator in front there is but one part; nor does it find
// its way in a list whose members begin with different combinators.
function pseudo(depth) {
  const kinds = ['first-child', 'last-child', 'empty', `nth-child(${1 + below(4)})`];
  if (depth < 2) kinds.push('not', 'not', 'is', 'has', 'has');
  const kind = one(kinds);
  if (kind === 'not' || kind === 'is') return `:${kind}(${list(depth + 1)})`;
  const lead = one(['> ', '+ ', '~ ']);
  if (kind === 'has') return `:has(${chance(0.4) ? compound(depth + 1) : list(depth + 1, () => lead)})`;
  return `:${kind}`;
}
function compound(depth) {
  let text = chance(0.6) ? escape(one(TAGS)) : chance(0.2) ? '*' : '';
  let parts = text === '' ? 1 + below(2) : below(3);
  while (parts-- > 0) text += chance(0.35) ? `.${escape(one(CLASSES))}` : chance(0.5) ? prop() : pseudo(depth);
  return text;
}
function chain(depth) {
  let text = compound(depth);
  for (let more = below(3); more > 0; more--) text += one([' ', ' > ', ' + ', ' ~ ', '>', '+']) + compound(depth);
  return text;
}
function list(depth, lead = () => '') {
  return Array.from({ length: chance(0.75) ? 1 : 2 }, () => lead() + chain(depth)).join(one([', ', ',']));
}

// --- comparison ---
const RULES = 60;
let compared = 0, found = 0, different = 0;
for (let round = 0; round < Number(rounds); round++) {
  rmSync(`${folder}/rules`, { recursive: true, force: true });
  mkdirSync(`${folder}/rules`, { recursive: true });
  const selectors = Array.from({ length: RULES }, () => list(0)).filter((text) => text.length < 1500);
  const ids = selectors.map((_, i) => `s-${i}`);
  selectors.forEach((selector, i) => {
    writeFileSync(`${folder}/rules/${ids[i]}.yaml`, [
      `id: ${ids[i]}`, 'kind: element', 'severity: polish', 'reads: [lesson]', 'title: t', 'message: m',
      'issue: i', 'impact: i', 'fix: f', 'element:', `  select: ${JSON.stringify(selector)}`, ''].join('\n'));
  });
  const lines = ['const tree = ('];
  const root = makeElement(0, lines);
  lines.push(')', 'export default tree', '');
  const document = new Document([root]);
  root.parent = document;
  writeFileSync(`${folder}/tree.tsx`, lines.join('\n'));
  let output;
  try {
    output = execFileSync(command, ['--no-config', '--rules', 'rules', '--only', ids.join(','), '--format', 'json', 'tree.tsx'],
      { cwd: folder, maxBuffer: 1 << 28 });
  } catch (error) {
    if (error.status !== 1) throw error;
    output = error.stdout;
  }
  const ours = new Map(ids.map((id) => [id, []]));
  for (const finding of JSON.parse(output).lessons[0].findings) ours.get(finding.rule).push(finding.line);
  selectors.forEach((selector, i) => {
    const theirs = selectAll(selector, document, { xmlMode: true, cacheResults: false }).map((element) => element.line).sort((a, b) => a - b);
    const mine = ours.get(ids[i]).sort((a, b) => a - b);
    compared++;
    found += theirs.length;
    if (mine.join() === theirs.join()) return;
    if (different++ < 10) console.log(`${selector}\n  lessonlint: lines ${mine}\n  css-select: lines ${theirs}\n${different === 1 ? lines.join('\n') : ''}`);
  });
}
console.log(`${compared} selectors compared, ${found} elements found, ${different} differences`);
process.exit(different > 0 || found < compared / 4 ? 1 : 0);
