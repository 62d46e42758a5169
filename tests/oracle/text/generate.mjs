// Writes small lessons of every shape of JSX text: generate.mjs SEED COUNT FOLDER. The same seed gives
// the same files on every machine.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const [seed, count, folder] = process.argv.slice(2)

// mulberry32
let state = Number(seed) >>> 0
function random() {
  state = (state + 0x6d2b79f5) >>> 0
  let t = state
  t = Math.imul(t ^ (t >>> 15), t | 1)
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296
}
const below = (n) => Math.floor(random() * n)
const pick = (list) => list[below(list.length)]
const many = (most, make) => Array.from({ length: below(most + 1) }, make)
const maybe = (chance, text) => (random() < chance ? text : '')

const WORDS = ('gradient descends slowly, the loss a step (small) of model – learns: weights “quoted” data é 日本 x² ' +
  "it's 3.5% end. no? yes! /path a/b // -- ; & # @ 😀").split(' ')
const ENTITIES = ('&mdash; &nbsp; &amp; &lt; &gt; &quot; &apos; &#8212; &#x2014; &#x1F600; &hellip; &times; &sup2; ' +
  '&check; &NotEqualTilde; &bogus; &#xD83D;&#xDE00; &#38; &amp;mdash; &MDASH; &#X41; &ensp; &rarr;').split(' ')
const BLANKS = [' ', '  ', '\n', '\n  ', ' \n', '\t', '\n\n', '\n\t \n ', '\r\n  ', '\u00a0', ' \u2003 ', '\u2028', '']
const INLINE = ['strong', 'em', 'b', 'i', 'span', 'sub', 'sup', 'u', 'small', 'kbd', 'a', 'LessonLink', 'ExternalLink']
const BLOCK = ['p', 'div', 'li', 'h3', 'td', 'InsightBlock', 'TipBlock', 'GradientCard', 'details', 'Unknown.Part']
const ESCAPES = ["\\'", '\\"', '\\\\', '\\u2014', '\\u{1F600}', '\\x41', '\\n', '\\t', '\\u00e9', '\\`', '\\\n', '\\q', '&mdash;']

const words = (most = 4) => Array.from({ length: 1 + below(most) }, () => pick(WORDS)).join(' ')
const text = () => many(5, () => pick([words, () => pick(ENTITIES), () => pick(BLANKS)])()).join('')
const prose = () => `The ${words()}`

const inString = (quote) =>
  many(3, () => pick([() => words().replaceAll(quote, ''), () => pick(ESCAPES), () => ' '])())
    .join('')
    .replaceAll('${', '')
const quoted = () => {
  const quote = pick(["'", '"'])
  return `${quote}The one ${inString(quote).replaceAll('\u2028', '')} of them${quote}`
}
const template = (hole) =>
  `\`A text ${inString('`').replaceAll('$', '')}${maybe(0.5, hole ?? '')} with ${words().replaceAll('`', '')}\``
const sum = () => pick([() => `${quoted()} + ${quoted()}`, () => `${quoted()} + count + ${quoted()}`, () => `count + ${quoted()}`])()
const literal = () => pick([quoted, quoted, () => template(), () => template('${count}'), sum])()

function attribute() {
  const quote = pick(["'", '"'])
  const value = many(4, () => pick([() => words().replaceAll(quote, ''), () => pick(ENTITIES), () => pick([' ', '\n  ', '\\n', '\\'])])())
  return `${quote}The ${value.join('')}${quote}`
}
const props = () =>
  [
    () => `title=${attribute()}`,
    () => `description={${literal()}}`,
    () => `items={[${many(3, literal).join(', ')}]}`,
    () => `left={{ title: ${literal()}, items: [${many(2, literal).join(', ')}], url: '/never/seen of them' }}`,
    () => `right={{ items: [${literal()}] }}`,
    () => `references={[{ title: ${literal()}, note: ${quoted()}, url: 'of no one' }]}`,
    () => `label={count > 2 ? ${quoted()} : ${quoted()}}`,
    () => `subtitle={ready && ${quoted()}}`,
    () => `className="the text of none"`,
    () => `aria-label=${attribute()}`,
    () => `alt=${attribute()}`,
    () => `note={(${literal()})}`,
    () => `aside={<b>${text()}</b>}`,
  ]
    .filter(() => random() < 0.25)
    .map((make) => maybe(0.2, '\n      ') + make())
    .join(' ')

const classes = () => maybe(0.2, ` className="${pick(['flex', 'flex gap-2', 'grid', 'block', 'flex-1', 'space-x-2', 'flex flex-col gap-2', 'mx-0'])}"`)

function expression(depth) {
  return pick([
    () => `{' '}`,
    () => `{" "}`,
    () => `{'${inString("'").replaceAll('\u2028', '')}'}`,
    () => `{${template()}}`,
    () => `{/* ${words()} */}`,
    () => '{}',
    () => '{null}',
    () => '{count}',
    () => `{${template('${count}')}}`,
    () => `{ready && ${element(depth - 1)}}`,
    () => `{ready ? ${element(depth - 1)} : ${element(depth - 1)}}`,
    () => `{[${quoted()}, ${quoted()}].map((one) => <li key={one}>{one}${text()}</li>)}`,
    () => `{[1, 2].map((n) => <em key={n}>${text()}</em>)}`,
    () => `{DATA.map((one) => <div key={one.title}>${text()}{one.title}</div>)}`,
    () => `{ready ? ${quoted()} : ${quoted()}}`,
    () => `{${quoted()} + ${quoted()}}`,
  ])()
}
const children = (depth) =>
  Array.from({ length: 1 + below(5) }, () => {
    if (depth === 0) return text()
    return pick([text, text, () => expression(depth), () => element(depth - 1)])()
  }).join('')

function element(depth) {
  const level = Math.max(depth, 0)
  return pick([
    () => wrap(pick(INLINE), classes(), children(level)),
    () => wrap(pick(INLINE), '', children(level)),
    () => wrap(pick(BLOCK), classes(), children(level)),
    () => wrap(pick(['InsightBlock', 'ComparisonRow', 'Panel']), ` ${props()}`, children(level)),
    () => `<ComparisonRow ${props()} />`,
    () => `<img alt=${attribute()} />`,
    () => wrap('', '', children(level)),
    () => wrap('code', '', words()),
    () => '<InlineMath math="x\\to y" />',
    () => `<CodeBlock code={${template()}} />`,
    () => '<br />',
    () => `<Own title=${attribute()}>${children(level)}</Own>`,
    () => `<svg><text>${text()}<tspan>${text()}</tspan></text></svg>`,
  ])()
}
const wrap = (tag, more, inside) => `<${tag}${more}>${inside}</${tag}>`

const lesson = () => `'use client'
import { LessonLayout, Row, InsightBlock } from '@/lessons'

const DATA = [{ title: ${quoted()} }, { title: ${quoted()} }]
const count = 3
const ready = true

function Own({ title, children }: { title: string; children: React.ReactNode }) {
  return <section>${text()}<h3>{title}</h3>{children}${text()}</section>
}

export function GeneratedLesson() {
  return (
    <LessonLayout>
      <Row>
        <Row.Content>${children(3)}${children(2)}${children(3)}</Row.Content>
      </Row>
      <Own title="${prose().replaceAll('"', '')}"><p>{DATA[0].title}</p></Own>
    </LessonLayout>
  )
}
`

mkdirSync(folder, { recursive: true })
for (let i = 0; i < Number(count); i++) writeFileSync(join(folder, `generated-${i}.tsx`), lesson())
