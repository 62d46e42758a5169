// browser.mjs MODULES PAGES BROWSER: opens pages in headless Chromium, with and without script, in light
// and dark, on a wide screen, a phone and paper: nothing is asked of the network, nothing complains, what
// can be pressed works by keyboard, and axe finds no fault.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import url from 'node:url';

const [modules, pages, browserPath] = process.argv.slice(2);
const require = createRequire(path.join(path.resolve(modules), 'package.json'));
const { chromium } = require('playwright-core');
const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const WIDE = { width: 1280, height: 900 };
const PHONE = { width: 360, height: 740 };

let failures = 0;
let about = '';
const want = (truth, text) => {
  if (truth) return;
  failures++;
  console.log(`${about}: ${text}`);
};

const browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox'] });

// Opens a page, calls `look`, and complains of what the page asked for or said meanwhile.
async function open(name, options, look) {
  about = `${name} ${JSON.stringify(options)}`;
  const context = await browser.newContext({ viewport: WIDE, ...options });
  const page = await context.newPage();
  const address = url.pathToFileURL(path.resolve(pages, `${name}.html`)).href;
  page.on('request', (request) => want(request.url() === address, `asks for ${request.url()}`));
  page.on('console', (message) => want(false, `console: ${message.text()}`));
  page.on('pageerror', (error) => want(false, `error: ${error}`));
  page.on('dialog', (dialog) => want(false, `a dialog: ${dialog.message()}`) ?? dialog.dismiss());
  await page.goto(address);
  await look(page);
  await context.close();
}

const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
const visible = (page, selector) =>
  page.locator(selector).evaluateAll((all) => all.filter((one) => one.checkVisibility()).length);

// Texts of a chart stand on bars, which axe does not look through: their contrast is worked out here.
function chartContrasts() {
  const luminance = (colour) => {
    const parts = colour.match(/[\d.]+/g).slice(0, 3).map((part) => {
      const share = Number(part) / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
  };
  const paper = getComputedStyle(document.body).backgroundColor;
  return [...document.querySelectorAll('.chart text')].map((text) => {
    const below = text.classList.contains('in') ? getComputedStyle(text.previousElementSibling).fill : paper;
    const [low, high] = [luminance(getComputedStyle(text).fill), luminance(below)].sort((a, b) => a - b);
    return { text: text.textContent, ratio: (high + 0.05) / (low + 0.05) };
  });
}

async function checkAxe(page) {
  await page.evaluate(axe);
  const result = await page.evaluate(() => window.axe.run({ resultTypes: ['violations', 'incomplete'] }));
  for (const rule of result.violations)
    want(false, `axe: ${rule.id} (${rule.impact}), ${rule.nodes.length} times: ${rule.nodes[0].html.slice(0, 200)}`);
  for (const rule of result.incomplete)
    for (const node of rule.nodes)
      want(rule.id === 'color-contrast' && /^<text/.test(node.html), `axe cannot tell: ${rule.id}: ${node.html.slice(0, 200)}`);
  want(result.passes.length > 15, `axe looked at little: ${result.passes.length} rules`);
  for (const { text, ratio } of await page.evaluate(chartContrasts))
    want(ratio >= 4.5, `contrast of ${text} in the chart: ${ratio.toFixed(2)}`);
}

const names = fs.readdirSync(pages).filter((name) => name.endsWith('.html')).map((name) => name.slice(0, -5));
want(names.length > 12, `only ${names.length} pages`);

// Every page on a phone; some without script, too.
for (const javaScriptEnabled of [true, false])
  for (const name of javaScriptEnabled ? names : ['several', 'hostile', 'whole--planted'])
    await open(name, { javaScriptEnabled, viewport: PHONE }, async (page) => {
      want((await overflow(page)) === 0, `scrolls sideways by ${await overflow(page)}`);
      await page.setViewportSize(WIDE);
      want((await overflow(page)) === 0, `scrolls sideways by ${await overflow(page)} when wide`);
    });

// Contrast and the other rules.
for (const [colorScheme, viewport] of [['light', WIDE], ['dark', PHONE]])
  for (const name of ['whole--planted', 'whole--sentence-case', 'several', 'hostile'])
    await open(name, { colorScheme, viewport }, checkAxe);
await open('whole--sentence-case', { colorScheme: 'dark', viewport: WIDE }, checkAxe);

// The colours follow the system.
const papers = [];
for (const colorScheme of ['light', 'dark'])
  await open('whole--capstone', { colorScheme }, async (page) => {
    papers.push(await page.evaluate(() => getComputedStyle(document.body).backgroundColor));
  });
want(papers[0] !== papers[1], 'light and dark are the same');

const focused = (page, script) => page.evaluate(script);
const tabTo = async (page, selector) => {
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press('Tab');
    if (await focused(page, `document.activeElement.matches('${selector}')`)) return true;
  }
  return false;
};

// From the top of the page to a filtered list, without a mouse.
await open('whole--planted', {}, async (page) => {
  await page.keyboard.press('Tab');
  want(await focused(page, `document.activeElement.matches('.skip') && document.activeElement.getBoundingClientRect().top >= 0`),
    'the first stop is not the skip link, or it is not seen');
  await page.keyboard.press('Enter');
  want(await focused(page, `document.activeElement.id === 'p1-findings'`), 'the skip link does not lead to the findings');
  const all = await page.locator('.finding').count();
  want((await visible(page, '.finding')) === all, 'not all findings are shown at first');
  for (const kind of ['critical', 'improvement', 'polish', 'verify']) {
    const own = await page.locator(`.finding.${kind}`).count();
    want(own > 0, `no finding is ${kind}`);
    want(await tabTo(page, `[value=${kind}]`), `the box ${kind} cannot be reached`);
    want(await focused(page, `getComputedStyle(document.activeElement).outlineStyle !== 'none'`), `the focus on ${kind} is not seen`);
    await page.keyboard.press('Space');
    want((await visible(page, `.finding.${kind}`)) === 0 && (await visible(page, '.finding')) === all - own, `the box ${kind} does not work`);
    want((await page.locator('[role=status]').textContent()) === `${all - own} of ${all} shown`, 'the number shown is wrong');
    await page.keyboard.press('Space');
    want((await visible(page, '.finding')) === all, `${kind} does not come back`);
  }
  want(await tabTo(page, '.by-rule select'), 'the list of rules cannot be reached');
  await page.keyboard.press('ArrowDown');
  const rule = await page.locator('.by-rule select').inputValue();
  const chosen = await page.locator(`.finding[data-rule="${rule}"]`).count();
  want(rule !== '' && chosen > 0, `no rule was chosen by keyboard: "${rule}"`);
  want((await visible(page, '.finding')) === chosen && (await visible(page, `.finding[data-rule="${rule}"]`)) === chosen,
    'the list of rules does not work');
  // Paper shows all of it whatever was chosen, and no controls.
  await page.emulateMedia({ media: 'print' });
  want((await visible(page, '.finding')) === all, 'paper leaves out findings');
  want((await visible(page, '.filter, nav, .skip')) === 0, 'paper shows controls');
  want((await visible(page, '.places li')) === (await page.locator('.places li').count()), 'paper leaves out places');
  await page.emulateMedia({ media: 'screen' });
  want(await tabTo(page, '.by-rule select'), 'the list of rules cannot be reached again');
  await page.keyboard.press('Home');
  want((await visible(page, '.finding')) === all, 'all rules do not come back');
  // Places beyond the first few are opened by keyboard, too.
  want(await tabTo(page, 'summary'), 'no more places can be reached');
  const before = await visible(page, '.places li');
  await page.keyboard.press('Enter');
  want((await visible(page, '.places li')) > before, 'more places do not open');
});

// Before printing the script opens what is closed, for browsers whose style sheets cannot.
await open('whole--planted', {}, async (page) => {
  const closed = () => page.locator('details:not([open])').count();
  const at_first = await closed();
  want(at_first > 0, 'nothing is closed at first');
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  want((await closed()) === 0, 'something is closed in print');
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  want((await closed()) === at_first, 'something stays open after printing');
});

// Without script the boxes work, and what needs it is not there.
await open('whole--planted', { javaScriptEnabled: false }, async (page) => {
  want((await visible(page, '.by-rule')) === 0, 'the list of rules is shown');
  await page.locator('[value=critical]').uncheck();
  want((await visible(page, '.finding.critical')) === 0 && (await visible(page, '.finding.polish')) > 0, 'the boxes do not work');
});

// The filter of one pair leaves the others alone; the list at the top leads to each.
await open('several', {}, async (page) => {
  const third = page.locator('#p3 .finding.polish');
  await page.locator('#p3 [value=polish]').uncheck();
  want((await third.evaluateAll((all) => all.filter((one) => one.checkVisibility()).length)) === 0, 'the box of the third pair does not work');
  want((await visible(page, '#p4 .finding')) === (await page.locator('#p4 .finding').count()), 'it works on the fourth, too');
  await page.locator('.index a').nth(3).click();
  const top = await page.locator('#p4').evaluate((pair) => pair.getBoundingClientRect().top);
  want(Math.abs(top) < 80, `the fourth link leads ${top} pixels off`);
  // On a wide screen the summary stays in sight, as long as its pair does.
  await page.evaluate(() => scrollBy(0, 1500));
  const summary = await page.locator('#p4 .summary').evaluate((one) => one.getBoundingClientRect().top);
  want(summary >= 0 && summary < 200, `the summary stands at ${summary}`);
});

await browser.close();
console.log(`${names.length} pages, ${failures} complaints`);
process.exit(failures ? 1 : 0);
