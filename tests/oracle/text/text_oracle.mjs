// Compares the text that text_dump prints with what TypeScript compiles and React renders.
//
// Every JSX tree of a file is rendered by React itself, after three changes to its source: attributes
// are taken out, tags that are no elements of the page become stand-ins, and {expressions} that are
// no literal become one character. What React renders is then cut at block elements. Attributes and
// strings are compared with the values that TypeScript's own compiler gives them.
import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const require = createRequire(join(resolve(process.argv[2]), '/'))
const ts = require('typescript')
const React = require('react')
const { renderToStaticMarkup } = require('react-dom/server')

const PLACEHOLDER = '\uFFFC'
const SHOWN_MOST = 20

// Written down here once more, from the description of the format and not from the program.
const INLINE = new Set(
  ('strong em b i span sub sup a u small kbd tspan LessonLink ExternalLink Link abbr cite del dfn ' +
    'ins mark q s time var').split(' '),
)
const ONE_CHARACTER = new Set(['code', 'InlineMath', 'samp'])
const NO_PROSE = new Set(
  'CodeBlock CodeEditor Highlight Mermaid MermaidDiagram SyntaxHighlighter pre script style BlockMath Katex Latex Math TeX'.split(
    ' ',
  ),
)
const FRAGMENTS = new Set(['', 'Fragment', 'React.Fragment'])
const VISIBLE =
  'title subtitle description label alt placeholder aria-label items achievements references left right headline note'.split(
    ' ',
  )

const compile = (code) =>
  ts.transpileModule(code, {
    fileName: 'a.tsx',
    compilerOptions: { jsx: ts.JsxEmit.React, target: ts.ScriptTarget.ES2020, module: ts.ModuleKind.CommonJS },
  }).outputText
const evaluate = (code) => new Function('React', 'let value;' + compile('value = ' + code) + ';return value')(React)

const isJsx = (node) =>
  ts.isJsxElement(node) || ts.isJsxSelfClosingElement(node) || ts.isJsxFragment(node)
const tagOf = (node) => {
  if (ts.isJsxFragment(node)) return ''
  const tag = (ts.isJsxElement(node) ? node.openingElement : node).tagName
  return tag.getText()
}
const attributesOf = (node) =>
  ts.isJsxFragment(node) ? [] : (ts.isJsxElement(node) ? node.openingElement : node).attributes.properties
const attribute = (node, name) =>
  attributesOf(node).find((one) => ts.isJsxAttribute(one) && one.name.getText() === name)

// An inline element with one of these classes is a block all the same.
const isMadeBlock = (node) => {
  const text = attribute(node, 'className')?.initializer?.getText() ?? ''
  return /(?<![\w:-])(block|flex|grid)(?![\w-])/.test(text)
}
// A flex or grid box whose children are not read on from one to the next: all but a row with a gap.
function keepsApart(node) {
  const text = attribute(node, 'className')?.initializer?.getText() ?? ''
  const names = (text.match(/[^\s'"`{}(),]+/g) ?? []).map((one) => one.replace(/^([\w-]+:)+/, ''))
  const has = (pattern) => names.some((one) => pattern.test(one) && !one.endsWith('-0'))
  if (has(/^space-x-/)) return false
  if (!has(/^(inline-)?(flex|grid)$/)) return false
  return !has(/^gap-(?!y-)/) || has(/^((inline-)?grid$|flex-col)/)
}
const isPlaced = (node) =>
  tagOf(node) === 'tspan' && ['x', 'y', 'dy'].some((name) => attribute(node, name))

function standIn(node) {
  const tag = tagOf(node)
  if (isPlaced(node)) return 'x-block'
  if ((INLINE.has(tag) || ONE_CHARACTER.has(tag)) && isMadeBlock(node))
    return ONE_CHARACTER.has(tag) ? 'x-code' : 'x-block'
  if (FRAGMENTS.has(tag) || INLINE.has(tag)) return 'x-inline'
  if (ONE_CHARACTER.has(tag)) return 'x-one'
  return NO_PROSE.has(tag) ? 'x-code' : 'x-block'
}

const firstJsx = (node) => (isJsx(node) ? node : ts.forEachChild(node, firstJsx))

function isLiteral(expression) {
  return (
    ts.isStringLiteral(expression) ||
    ts.isNoSubstitutionTemplateLiteral(expression) ||
    ['null', 'undefined', 'true', 'false'].includes(expression.getText())
  )
}

// The source of a tree that React can render alone; trees inside its expressions go to `roots`.
function rewrite(node, roots) {
  const tag = standIn(node)
  const open = `<${tag} data-p="${node.getStart()}">`
  for (const one of attributesOf(node)) collect(one, roots)
  if (ts.isJsxSelfClosingElement(node) || tag === 'x-one' || tag === 'x-code') return `${open}</${tag}>`
  let inside = ''
  const apart = keepsApart(node)
  for (const child of node.children) {
    if (isJsx(child)) {
      const cut = apart && !FRAGMENTS.has(tagOf(child)) ? '<x-cut></x-cut>' : ''
      inside += cut + rewrite(child, roots) + cut
    } else if (ts.isJsxText(child)) {
      inside += child.getFullText()
    } else if (!child.expression || isLiteral(child.expression)) {
      inside += child.getText()
    } else {
      const first = firstJsx(child.expression)
      collect(child.expression, roots)
      inside += first && /^x-(block|code)$/.test(nameFlow(first)) ? '<x-block></x-block>' : `{"${PLACEHOLDER}"}`
    }
  }
  return `${open}${inside}</${tag}>`
}

// Of the first element of an expression the name alone decides.
function nameFlow(node) {
  const tag = tagOf(node)
  return FRAGMENTS.has(tag) || INLINE.has(tag) || ONE_CHARACTER.has(tag) ? 'x-inline' : 'x-block'
}

function collect(node, roots) {
  if (isJsx(node)) roots.push(node)
  else ts.forEachChild(node, (child) => collect(child, roots))
}

const decode = (text) =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&amp;/g, '&')

// Cuts rendered HTML at block elements: a list of [offset of the block, text].
function cut(html) {
  const runs = []
  const blocks = []
  let text = ''
  const end = () => {
    if (text.replaceAll(PLACEHOLDER, '').trim()) runs.push([blocks.at(-1), text])
    text = ''
  }
  for (const [token, closing, tag, offset] of html.matchAll(/<(\/?)([\w-]+)(?: data-p="(\d+)")?>|[^<]+/g)) {
    if (!tag) {
      text += decode(token)
    } else if (tag === 'x-cut') {
      end()
    } else if (tag === 'x-one') {
      text += closing ? '' : PLACEHOLDER
      if (!closing && blocks.length === 0) blocks.push(Number(offset))
    } else if (tag === 'x-inline') {
      if (!closing && blocks.length === 0) blocks.push(Number(offset))
    } else {
      end()
      if (closing) blocks.pop()
      else blocks.push(Number(offset))
    }
  }
  end()
  return runs
}

function renderedRuns(file) {
  const roots = []
  collect(file, roots)
  const runs = []
  for (const root of roots) {
    const code = `(${rewrite(root, roots)})`
    runs.push(...cut(renderToStaticMarkup(evaluate(code))))
  }
  return runs
}

const templateText = (node) =>
  [node.head.text, ...node.templateSpans.map((span) => span.literal.text)].join(PLACEHOLDER)

const isSum = (node) =>
  ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken

// What `+` puts beside a string is one character.
function withAdded(node, text) {
  const sum = isSum(node.parent) ? node.parent : null
  const before = sum?.right === node
  const behind = sum && (sum.left === node || (isSum(sum.parent) && sum.parent.left === sum))
  return (before ? PLACEHOLDER : '') + text + (behind ? PLACEHOLDER : '')
}

// Every attribute and string of the file with the value that the program has at run time.
function stringValues(file) {
  const values = new Map()
  const visit = (node) => {
    if (ts.isJsxAttribute(node) && node.initializer && ts.isStringLiteral(node.initializer))
      values.set(node.getStart(), () => evaluate(`(<a b=${node.initializer.getText()}/>)`).props.b)
    else if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node))
      values.set(node.getStart(), () => withAdded(node, node.text))
    else if (ts.isTemplateExpression(node)) values.set(node.getStart(), () => withAdded(node, templateText(node)))
    ts.forEachChild(node, visit)
  }
  visit(file)
  return values
}

// Strings directly in the props that the format calls visible: they have to be among ours.
function visibleStrings(file) {
  const found = []
  const take = (node) => {
    if (ts.isStringLiteral(node)) found.push([node.getStart(), node.text])
    else if (ts.isArrayLiteralExpression(node)) node.elements.forEach(take)
    else if (ts.isObjectLiteralExpression(node))
      for (const one of node.properties)
        if (ts.isPropertyAssignment(one) && VISIBLE.includes(one.name.text)) take(one.initializer)
  }
  const visit = (node) => {
    if (ts.isJsxAttribute(node) && VISIBLE.includes(node.name.getText()) && node.initializer) {
      if (ts.isStringLiteral(node.initializer)) found.push([node.getStart(), node.initializer.text])
      else if (node.initializer.expression) take(node.initializer.expression)
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found.filter(([, text]) => text.trim())
}

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

const total = { files: 0, skipped: 0, runs: 0, strings: 0, visible: 0, differences: 0 }

function differ(path, what, offset, ours, theirs) {
  total.differences++
  if (total.differences <= SHOWN_MOST)
    console.log(`${path}: ${what} at ${offset}\n  ours:   ${JSON.stringify(ours)}\n  theirs: ${JSON.stringify(theirs)}`)
}

function compare(path, ours) {
  const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '')
  const file = ts.createSourceFile('a.tsx', text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  if (ours.fault || file.parseDiagnostics.length > 0) {
    total.skipped++
    return
  }
  total.files++
  const bytes = byteOffsets(text)
  const key = ([offset, run]) => `${offset}\t${run}`
  const theirs = renderedRuns(file).map(([offset, run]) => [bytes[offset], run])
  total.runs += theirs.length
  const left = new Map()
  for (const run of theirs) left.set(key(run), (left.get(key(run)) ?? 0) + 1)
  for (const run of ours.P) {
    const count = left.get(key(run)) ?? 0
    if (count === 0) differ(path, 'text that React does not render', run[0], run[1], null)
    else left.set(key(run), count - 1)
  }
  for (const run of theirs)
    if (left.get(key(run)) > 0) {
      left.set(key(run), left.get(key(run)) - 1)
      differ(path, 'text that only React renders', run[0], null, run[1])
    }
  const values = new Map([...stringValues(file)].map(([offset, value]) => [bytes[offset], value]))
  for (const [offset, value] of ours.S) {
    total.strings++
    const expected = values.get(offset)?.()
    if (expected !== value) differ(path, 'the value of a string', offset, value, expected ?? null)
  }
  const seen = new Set(ours.S.concat(ours.C).map(([offset]) => offset))
  for (const [offset, value] of visibleStrings(file)) {
    total.visible++
    if (!seen.has(bytes[offset])) differ(path, 'a visible string', bytes[offset], null, value)
  }
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
    ours[letter].push([Number(first), JSON.parse(text)])
  }
}
flush()
console.log(
  `${total.files} files (${total.skipped} with faults left out), ${total.runs} texts, ` +
    `${total.strings} strings, ${total.visible} of visible props: ${total.differences} differences`,
)
process.exit(total.differences > 0 || total.files === 0 ? 1 : 0)
