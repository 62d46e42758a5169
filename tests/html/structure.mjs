// structure.mjs MODULES PAGES BROWSER RULES: reads every page with parse5, as a browser would, and compares it with
// the JSON and the Markdown of the same run.
import crypto from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import url from 'node:url';
import { wants } from './hostile.mjs';

const [modules, pages, , rules] = process.argv.slice(2);
const resolve = createRequire(path.join(path.resolve(modules), 'package.json')).resolve;
const { parse } = await import(url.pathToFileURL(resolve('parse5')));

let failures = 0;
let page = '';
const complain = (text) => {
  failures++;
  console.log(`${page}: ${text}`);
};
const want = (truth, text) => truth || complain(text);

const attribute = (node, name) => node.attrs?.find((one) => one.name === name)?.value;
function* walk(node) {
  yield node;
  for (const child of node.childNodes ?? []) yield* walk(child);
}
const textOf = (node) => [...walk(node)].filter((n) => n.nodeName === '#text').map((n) => n.value).join('');
const oneLine = (text) => text.replace(/\s+/g, ' ').trim();
const ancestor = (node, test) => {
  while (node && !test(node)) node = node.parentNode;
  return node;
};
const hasClass = (node, name) => (attribute(node, 'class') ?? '').split(' ').includes(name);

const allowed = new Set(
  `html head meta title style body a main section article div nav h1 h2 h3 h4 p span b ul li dl dt dd code pre mark
   table thead tbody tr th td fieldset legend label input select option details summary svg rect text path script`
    .split(/\s+/));

function checkMarkup(html, root, elements) {
  const places = [];
  parse(html, { onParseError: (error) => places.push(`${error.code} at ${error.startLine}:${error.startCol}`) });
  want(places.length === 0, `parse errors: ${places.slice(0, 5).join(', ')}`);
  for (const element of elements) {
    want(allowed.has(element.tagName), `an element that no page has: ${element.tagName}`);
    for (const { name, value } of element.attrs) {
      want(!/^on|^style$|^src|^srcset$|^action$|^xlink/.test(name), `the attribute ${name} on ${element.tagName}`);
      want(name !== 'href' || value.startsWith('#'), `a link that leaves the page: ${value}`);
    }
  }
  want(root.mode === 'no-quirks', 'quirks mode');
}

function checkPolicy(elements) {
  const policy = attribute(elements.find((e) => attribute(e, 'http-equiv') === 'Content-Security-Policy'), 'content');
  for (const [tag, directive] of [['style', 'style-src'], ['script', 'script-src']]) {
    const own = elements.filter((e) => e.tagName === tag);
    want(own.length === 1, `${own.length} of ${tag}`);
    const hash = crypto.createHash('sha256').update(textOf(own[0])).digest('base64');
    want(policy.includes(`${directive} 'sha256-${hash}'`), `the policy does not know the ${tag}`);
  }
  want(policy.startsWith("default-src 'none';") && !policy.includes('unsafe'), `the policy: ${policy}`);
}

function checkReferences(elements) {
  const ids = elements.map((e) => attribute(e, 'id')).filter((id) => id !== undefined);
  const known = new Set(ids);
  want(known.size === ids.length, `ids that stand twice: ${ids.filter((id, i) => ids.indexOf(id) !== i)}`);
  for (const element of elements) {
    const target = attribute(element, 'href');
    if (target !== undefined) want(known.has(target.slice(1)), `${target} leads nowhere`);
    for (const name of ['aria-labelledby', 'aria-describedby', 'for'])
      for (const id of (attribute(element, name) ?? '').split(' ').filter(Boolean))
        want(known.has(id), `${name} names ${id}, which is not there`);
  }
}

function checkHeadings(elements) {
  const levels = elements.filter((e) => /^h[1-6]$/.test(e.tagName)).map((e) => Number(e.tagName[1]));
  want(levels[0] === 1 && levels.filter((level) => level === 1).length === 1, `headings ${levels.slice(0, 9)}`);
  levels.forEach((level, i) => want(i === 0 || level <= levels[i - 1] + 1, `h${level} behind h${levels[i - 1]}`));
  for (const element of elements.filter((e) => /^h[1-6]$/.test(e.tagName)))
    want(oneLine(textOf(element)) !== '', 'an empty heading');
}

function checkTablesAndControls(elements) {
  for (const cell of elements.filter((e) => e.tagName === 'th')) {
    const inHead = ancestor(cell, (n) => n.tagName === 'thead');
    want(attribute(cell, 'scope') === (inHead ? 'col' : 'row'), `a th without the right scope: ${textOf(cell)}`);
  }
  for (const table of elements.filter((e) => e.tagName === 'table')) {
    const rows = [...walk(table)].filter((n) => n.tagName === 'tr');
    const widths = new Set(rows.map((row) => row.childNodes.filter((n) => /^t[hd]$/.test(n.tagName ?? '')).length));
    want(widths.size === 1, `rows of ${[...widths]} cells in one table`);
  }
  for (const control of elements.filter((e) => ['input', 'select'].includes(e.tagName)))
    want(ancestor(control, (n) => n.tagName === 'label'), 'a control without a label');
}

// The rules about earlier reviews are in no count of the review; their files say so.
const historyRules = new Set(fs.readdirSync(rules).filter((name) => name.endsWith('.yaml'))
  .filter((name) => /^about: history$/m.test(fs.readFileSync(path.join(rules, name), 'utf8')))
  .map((name) => name.slice(0, -'.yaml'.length)));
const aboutReviews = (finding) => historyRules.has(finding.rule);

function checkFindings(elements, lessons) {
  const places = new Map(elements.filter((e) => e.tagName === 'li' && attribute(e, 'id')).map((e) => [attribute(e, 'id'), e]));
  let expected = 0;
  lessons.forEach((lesson, i) => {
    for (const finding of lesson.findings) {
      expected++;
      const where = `${finding.rule} of line ${finding.line}`;
      const place = places.get(`p${i + 1}-${finding.fingerprint}`);
      if (!place) { complain(`no place for ${where}`); continue; }
      const article = ancestor(place, (n) => n.tagName === 'article');
      want(attribute(article, 'data-rule') === finding.rule, `${where} stands under ${attribute(article, 'data-rule')}`);
      want(hasClass(article, aboutReviews(finding) ? 'remark' : 'finding'), `${where} in ${attribute(article, 'class')}`);
      want(hasClass(article, finding.confidence === 'verify' ? 'verify' : finding.severity), `${where} in ${attribute(article, 'class')}`);
      const at = oneLine(textOf(place.childNodes[0]));
      want(at.startsWith(`${finding.file}, line ${finding.line}`), `${where} stands at ${at}`);
      const lines = [...walk(place)].filter((n) => hasClass(n, 'hit'));
      want(lines.length === 0 || textOf(lines[0].childNodes[0]) === String(finding.line), `${where} shows line ${lines[0] && textOf(lines[0])}`);
    }
  });
  want(places.size === expected, `${places.size} places for ${expected} findings`);
  const pairs = elements.filter((e) => hasClass(e, 'pair'));
  want(pairs.length === lessons.length, `${pairs.length} of ${lessons.length} pairs`);
  pairs.forEach((pair, i) => {
    const counts = [...walk(pair)].find((n) => hasClass(n, 'counts'));
    const numbers = [...walk(counts)].filter((n) => n.tagName === 'b').map((n) => Number(textOf(n)));
    const { critical, improvement, polish } = lessons[i].groups;
    const all = lessons[i].findings;
    const hints = all.filter((one) => one.confidence === 'verify' && !aboutReviews(one)).length;
    const history = all.filter(aboutReviews).length;
    const expect = [critical, improvement, polish, hints, history].filter((number, at) => at < 3 || number > 0);
    want(String(numbers) === String(expect), `counts ${numbers}, not ${expect}`);
    const verdict = [...walk(pair)].find((n) => hasClass(n, 'verdict'));
    want(textOf(verdict) === lessons[i].verdict, `verdict ${textOf(verdict)}`);
    want([...walk(pair)].filter((n) => n.tagName === 'article' && hasClass(n, 'finding') && !hasClass(n, 'verify')).length <= critical + improvement + polish,
      'more articles than findings');
  });
}

// Rows of tables and items of lists of the review, without Markdown's signs.
function plain(text) {
  return oneLine(text.replace(/\\([!-/:-@[-`{-~])/g, '$1').replaceAll('`', ''));
}

function checkAgainstMarkdown(pairs, markdown) {
  const reviews = markdown.split(/^## Review/m).slice(1);
  want(reviews.length === pairs.length, `${reviews.length} reviews in Markdown`);
  reviews.forEach((review, i) => {
    const shown = plain(textOf(pairs[i]));
    let section = '';
    for (const line of review.split('\n')) {
      section = /^### (.*)|^\*\*(What works well|Patterns to watch):\*\*$/.exec(line)?.slice(1).find(Boolean) ?? section;
      const row = /^\| (.*) \| (.*) \|$/.exec(line);
      if (['Checks', 'Coverage'].includes(section) && row && !/^(Check|Planned)$/.test(row[1])) {
        if (section === 'Checks') want(shown.includes(plain(row[1])), `not on the page: ${row[1]}`);
        const line_ = /line (\d+)/.exec(row[2]);
        const needed = section === 'Checks' ? plain(row[2]) : row[2] === '—' ? 'not found' : line_ ? `line ${line_[1]}` : row[2];
        want(shown.includes(needed), `not on the page: ${row[1]}: ${needed}`);
      }
      const fix = /^\| \d+ \| (.*?)(?: \[[^\]]*\])? \| [A-Z]+ \| ([A-Z ()a-z]+) \| (.*) \|$/.exec(line);
      if (/Fix Verification$/.test(section) && fix)
        for (const part of fix.slice(1)) want(shown.includes(plain(part)), `not on the page: ${part}`);
      if (/^(What works well|Patterns to watch)$/.test(section) && line.startsWith('- '))
        want(shown.includes(plain(line.slice(2))), `not on the page: ${line}`);
      const carried = /^#### .*\(carried from iteration (\d+)\)/.exec(line);
      if (carried) want(shown.includes(`carried from iteration ${carried[1]}`), `not on the page: ${line}`);
      const field = /^\*\*(?:Issue|Student impact|Suggested fix):\*\* (.*)/.exec(line);
      // The page tells each place by itself.
      const said = field?.[1].replace(/ Here: .*/, '');
      if (field && section === 'Findings') want(shown.includes(plain(said)), `not on the page: ${said}`);
    }
  });
}

function checkHostile(elements, html) {
  const shown = oneLine(textOf(elements.find((e) => e.tagName === 'body')));
  for (const text of wants) want(shown.includes(text), `does not show ${text}`);
  want(!elements.some((e) => attribute(e, 'id') === 'evil'), 'a text became an element');
  // eslint-disable-next-line no-control-regex
  want(!/[\u0000-\u0008\u000B-\u001F\u007F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/.test(html), 'a sign that no page may hold');
}

const names = fs.readdirSync(pages).filter((name) => name.endsWith('.html'));
for (const name of names) {
  page = name;
  const html = fs.readFileSync(path.join(pages, name), 'utf8');
  const stem = path.join(pages, name.slice(0, -'.html'.length));
  const json = JSON.parse(fs.readFileSync(`${stem}.json`, 'utf8'));
  const root = parse(html);
  const elements = [...walk(root)].filter((node) => node.tagName);
  checkMarkup(html, root, elements);
  checkPolicy(elements);
  checkReferences(elements);
  checkHeadings(elements);
  checkTablesAndControls(elements);
  checkFindings(elements, json.lessons);
  if (!name.startsWith('hostile'))
    checkAgainstMarkdown(elements.filter((e) => hasClass(e, 'pair')), fs.readFileSync(`${stem}.md`, 'utf8'));
  if (name === 'hostile.html') checkHostile(elements, html);
}
want(names.length > 12, `only ${names.length} pages`);
console.log(`${names.length} pages, ${failures} complaints`);
process.exit(failures ? 1 : 0);
