// Compares the text that text_dump prints with what TypeScript compiles and React renders: each JSX
// tree of a file alone (trees.mjs), and of lessons the program, too (whole.mjs). See ../README.md.
// Usage: node text_oracle.mjs lessons|samples FOLDER-WITH-NODE-MODULES ROOT KNOWN-DIFFERENCES < what
// text_dump prints
import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { isJsx, isShown, pageOf, PLACEHOLDER } from './page.mjs'
import { isSum, Trees } from './trees.mjs'
import { Stage } from './whole.mjs'

const [kind, modules, root, knownFile] = process.argv.slice(2)
process.env.NODE_ENV = 'production' // else React calls components once more for its advice
const require = createRequire(join(resolve(modules), '/'))
const ts = require('typescript')
const React = require('react')
const { renderToStaticMarkup } = require('react-dom/server')

const SHOWN_MOST = 20
const page = pageOf(ts)
const trees = new Trees(ts, React, renderToStaticMarkup)
const stage = new Stage(ts, React, renderToStaticMarkup)
const total = { files: 0, left: 0, texts: 0, reached: 0, strings: 0, props: 0, data: 0, differences: 0 }

// --- differences -------------------------------------------------------------------------------------

// Lines of the file: path | what | text as JSON | reason. Each must occur.
const known = new Map()
for (const line of readFileSync(knownFile, 'utf8').split('\n')) {
  if (!line.trim() || line.startsWith('#')) continue
  const [path, what, text, reason] = line.split(' | ')
  if (!reason) throw new Error(`${knownFile}: no reason: ${line}`)
  known.set(`${path} | ${what} | ${text}`, false)
}

function differ(path, what, offset, ours, theirs) {
  const key = `${path} | ${what} | ${JSON.stringify(ours ?? theirs)}`
  if (known.has(key)) {
    known.set(key, true)
    return
  }
  total.differences++
  if (total.differences <= SHOWN_MOST)
    console.log(`${key}\n  at ${offset}\n  ours:   ${JSON.stringify(ours)}\n  theirs: ${JSON.stringify(theirs)}`)
}

// --- one file ----------------------------------------------------------------------------------------

// Offsets of TypeScript are of UTF-16, ours of UTF-8; the byte order mark is not counted by us.
function byteOffsets(text) {
  const offsets = new Uint32Array(text.length + 1)
  for (let i = 0, at = 0; i < text.length; i++) {
    offsets[i] = at
    const code = text.codePointAt(i)
    at += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
    if (code > 0xffff) offsets[++i] = at
    offsets[i + 1] = at
  }
  return offsets
}

// Every tree: the same texts, each as often.
function compareTrees(path, file, bytes, ours) {
  const key = ([offset, run]) => `${offset}\t${run}`
  const theirs = trees.runs(file).map(([offset, run]) => [bytes[offset], run])
  total.texts += theirs.length
  const left = new Map()
  for (const run of theirs) left.set(key(run), (left.get(key(run)) ?? 0) + 1)
  for (const run of ours.P) {
    const count = left.get(key(run)) ?? 0
    if (count === 0) differ(path, 'a text that React does not render', run[0], run[1], null)
    else left.set(key(run), count - 1)
  }
  for (const run of theirs)
    if (left.get(key(run)) > 0) {
      left.set(key(run), left.get(key(run)) - 1)
      differ(path, 'a text that only React renders', run[0], null, run[1])
    }
}

// Every string that we call visible has its value, and those that the format calls visible are there.
function compareStrings(path, file, bytes, ours) {
  const values = new Map([...trees.values(file)].map(([offset, value]) => [bytes[offset], value]))
  for (const [offset, value] of ours.S) {
    total.strings++
    const expected = values.get(offset)
    if (expected !== value) differ(path, 'the value of a string', offset, value, expected ?? null)
  }
  const seen = new Set(ours.S.concat(ours.C).map(([offset]) => offset))
  for (const [offset, value] of trees.visibleStrings(file))
    if (!seen.has(bytes[offset])) differ(path, 'a visible string', bytes[offset], null, value)
}

// Starts of the strings of `a + b`, each with the start of the one that follows it in the same sum.
function sumNeighbours(file, bytes) {
  const next = new Map()
  const operands = (node) => (isSum(ts, node) ? [...operands(node.left), ...operands(node.right)] : [node])
  const isText = (node) => ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)
  const visit = (node) => {
    if (isSum(ts, node) && !isSum(ts, node.parent)) {
      const parts = operands(node).filter(isText).map((one) => bytes[one.getStart()])
      parts.slice(1).forEach((part, i) => next.set(parts[i], part))
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return next
}

// Our strings in these ranges, as they come, those of one sum joined.
function ourStrings(ours, ranges, neighbours) {
  const found = []
  let latest = null
  const inside = ours.S.filter(([at]) => ranges.some(([from, to]) => at >= from && at < to))
  for (const [at, text] of inside) {
    if (latest !== null && neighbours.get(latest) === at)
      found.push(found.pop().slice(0, -1) + PLACEHOLDER + text.slice(1))
    else found.push(text)
    latest = at
  }
  return found
}

// A sum of two literals has nothing between them; `a + x + b` has one character.
const joined = (text) => text.replaceAll(PLACEHOLDER, '')

// The props of an element without the elements among them: ranges of the source.
function propRanges(node, bytes) {
  const ranges = []
  for (const one of page.attributesOf(node)) {
    let from = one.getStart()
    const visit = (inner) => {
      if (!isJsx(ts, inner)) return ts.forEachChild(inner, visit)
      ranges.push([bytes[from], bytes[inner.getStart()]])
      from = inner.getEnd()
    }
    visit(one)
    ranges.push([bytes[from], bytes[one.getEnd()]])
  }
  return ranges
}

// What a stand-in renders of its props is what we read there, in the same order.
function compareProps(path, file, bytes, ours, rendered) {
  const neighbours = sumNeighbours(file, bytes)
  const visit = (node) => {
    ts.forEachChild(node, visit)
    if (!isJsx(ts, node) || !rendered.strings.has(node.getStart())) return
    const mine = ourStrings(ours, propRanges(node, bytes), neighbours)
    for (const { text, must } of rendered.strings.get(node.getStart())) {
      if (!isShown(text)) continue
      total.props++
      if (mine.length > 0 && joined(mine[0]) === joined(text)) mine.shift()
      else if (must) differ(path, 'a prop that React renders here', bytes[node.getStart()], mine[0] ?? null, text)
    }
    for (const text of mine) differ(path, 'a prop that React does not render', bytes[node.getStart()], text, null)
  }
  visit(file)
}

function compareWhole(path, file, bytes, ours) {
  const rendered = stage.render(file)
  for (const fault of rendered.faults) differ(path, 'the program', 0, null, fault)
  const key = ([offset, run]) => `${offset}\t${run}`
  const theirs = rendered.runs.map(([offset, run]) => [bytes[offset], run])
  const shown = new Set(theirs.map(key))
  const reached = new Set([...rendered.reached].map((offset) => bytes[offset]))
  const mine = new Set(ours.P.map(key))
  for (const run of ours.P) {
    total.reached += reached.has(run[0])
    if (!reached.has(run[0])) differ(path, 'a text that is not reached', run[0], run[1], null)
    else if (!shown.has(key(run))) differ(path, 'a text that the program does not show', run[0], run[1], null)
  }
  for (const run of theirs)
    if (!mine.has(key(run))) differ(path, 'a text that only the program shows', run[0], null, run[1])
  const texts = [...ours.S, ...ours.P].map(([, text]) => text)
  for (const [offset, name, value] of rendered.attributes)
    if (isShown(value) && !texts.some((text) => fits(text, value)))
      differ(path, `an attribute ${name} of the page`, bytes[offset], null, value)
  compareProps(path, file, bytes, ours, rendered)
  compareData(path, file, ours, rendered)
}

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const fits = (text, value) =>
  text === value ||
  (text.includes(PLACEHOLDER) && new RegExp(`^${text.split(PLACEHOLDER).map(escaped).join('[^]*')}$`).test(value))

// Four words and a mark of a sentence, without the signs of code: prose wherever it stands.
const isProse = (text) =>
  text.split(/\s+/).filter((word) => /^\p{L}{2,}/u.test(word)).length >= 4 &&
  /[.?!,]/.test(text) &&
  !/[{}[\]<>=\\|^~@_$#*/;:&`]|--/.test(text)

// Prose that an expression shows and the file holds as a string is read by us.
function compareData(path, file, ours, rendered) {
  const literals = new Set()
  const visit = (node) => {
    if (ts.isStringLiteralLike(node)) literals.add(node.text)
    ts.forEachChild(node, visit)
  }
  visit(file)
  const mine = new Set([...ours.S, ...ours.P, ...ours.C].map(([, text]) => text))
  for (const text of new Set(rendered.holes)) {
    if (!literals.has(text) || !isProse(text)) continue
    total.data++
    if (!mine.has(text)) differ(path, 'a text that data shows', 0, null, text)
  }
}

function compare(path, ours) {
  const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '')
  const file = ts.createSourceFile('a.tsx', text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const name = relative(root, path)
  const theirFault = file.parseDiagnostics[0]?.messageText ?? null
  if (ours.fault || theirFault) {
    total.left++
    differ(name, ours.fault && theirFault ? 'left out' : 'a fault of one alone', 0, ours.fault, theirFault)
    return
  }
  total.files++
  const bytes = byteOffsets(text)
  compareTrees(name, file, bytes, ours)
  compareStrings(name, file, bytes, ours)
  if (kind === 'lessons') compareWhole(name, file, bytes, ours)
}

let path = null
let ours = null
const flush = () => path && compare(path, ours)
for (const line of readFileSync(0, 'utf8').split('\n')) {
  const [letter, first, text] = line.split('\t')
  if (letter === 'F') {
    flush()
    path = first
    ours = { P: [], S: [], C: [], fault: null }
  } else if (letter === 'X') {
    ours.fault = first
  } else if (letter) {
    // Line ends of a template stay ours as they stand in the source; JavaScript makes them \n.
    ours[letter].push([Number(first), JSON.parse(text).replace(/\r\n?/g, '\n')])
  }
}
flush()
for (const [key, used] of known)
  if (!used) {
    total.differences++
    console.log(`known, but equal by now: ${key}`)
  }
console.log(
  `${total.files} files, ${total.left} with faults; ${total.texts} texts, ${total.reached} of them also reached ` +
    `by running the lesson; ${total.strings} strings, ${total.props} rendered as props, ${total.data} shown by ` +
    `data: ${total.differences} differences that are not known`,
)
process.exit(total.differences > 0 || total.files === 0 ? 1 : 0)
