// Compares the TSX scanner with TypeScript's own tree: elements (range, name, depth), attributes
// (name, kind and range of the value), JSX texts, strings, templates, comments, declarations.
// Usage: node tsx_oracle.mjs --sample|--all --modules FOLDER --dump PROGRAM --known FILE LIST
// LIST has "name<TAB>path", one a line; the name is what the list of known differences uses. A sample
// is all files of this project and those 300 others whose names have the smallest hashes.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'

const option = (name) => process.argv[process.argv.indexOf(`--${name}`) + 1]
const ts = createRequire(resolve(option('modules')) + '/package.json')('typescript')
const SAMPLE = 300
const whole = process.argv.includes('--all')
const files = readFileSync(process.argv.at(-1), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => line.split('\t'))

const isOurs = ([name]) => /^(fixtures|tests)\//.test(name)
const hash = (name) => createHash('sha256').update(name).digest('hex')
const others = files.filter((file) => !isOurs(file)).map((file) => [hash(file[0]), file])
const chosen = others.sort(([a], [b]) => (a < b ? -1 : 1)).slice(0, whole ? undefined : SAMPLE)
const inputs = [...files.filter(isOurs), ...chosen.map(([, file]) => file)]
if (others.length < SAMPLE) {
  console.error(`only ${others.length} files in the packages`)
  process.exit(1)
}

// As src/source repairs a document: a faulty byte or NUL becomes '?', a stray byte order mark "???".
const CHARACTER = new RegExp(
  '([\\x01-\\x7f]|[\\xc2-\\xdf][\\x80-\\xbf]|\\xe0[\\xa0-\\xbf][\\x80-\\xbf]|' +
    '[\\xe1-\\xec\\xee\\xef][\\x80-\\xbf]{2}|\\xed[\\x80-\\x9f][\\x80-\\xbf]|' +
    '\\xf0[\\x90-\\xbf][\\x80-\\xbf]{2}|[\\xf1-\\xf3][\\x80-\\xbf]{3}|' +
    '\\xf4[\\x80-\\x8f][\\x80-\\xbf]{2})|[^]',
  'g',
)
const readText = (path) => {
  const bytes = readFileSync(path).toString('latin1').replace(/^\xef\xbb\xbf/, '')
  const repaired = bytes.replace(CHARACTER, (all, good) => good ?? '?')
  return Buffer.from(repaired.replaceAll('\xef\xbb\xbf', '???'), 'latin1').toString('utf8')
}

// Byte offsets of UTF-16 offsets.
const byteOffsets = (text) => {
  if (Buffer.byteLength(text) === text.length) return (at) => at
  const offsets = new Uint32Array(text.length + 1)
  let bytes = 0
  for (let i = 0; i < text.length; i++) {
    offsets[i] = bytes
    const code = text.charCodeAt(i)
    const low = code >= 0xdc00 && code <= 0xdfff // a pair counts four, all at its first half
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : low ? 2 : code >= 0xd800 && code <= 0xdbff ? 2 : 3
  }
  offsets[text.length] = bytes
  return (at) => offsets[at]
}

const isElement = (node) =>
  ts.isJsxElement(node) || ts.isJsxSelfClosingElement(node) || ts.isJsxFragment(node)

const attributeValue = (node, file, at) => {
  const value = node.initializer
  if (!value) return ['bare', at(node.name.end), at(node.name.end)]
  const start = value.getStart(file)
  if (ts.isStringLiteral(value)) return ['quoted', at(start + 1), at(value.end - 1)]
  return [ts.isJsxExpression(value) ? 'expression' : 'tag', at(start), at(value.end)]
}

const lineOf = (node, file, at, depth) => {
  const start = at(node.getStart(file))
  const end = at(node.end)
  if (isElement(node)) {
    const tag = ts.isJsxElement(node) ? node.openingElement : node
    return ['E', start, end, depth, ts.isJsxFragment(node) ? '' : tag.tagName.getText(file)]
  }
  if (ts.isJsxAttribute(node))
    return ['A', start, node.name.getText(file), ...attributeValue(node, file, at)]
  if (ts.isJsxSpreadAttribute(node)) return ['A', start, '', 'spread', start, end]
  if (ts.isJsxText(node)) return at(node.pos) < end ? ['T', at(node.pos), end] : null
  if (ts.isStringLiteral(node)) return ts.isJsxAttribute(node.parent) ? null : ['S', start, end]
  const template =
    ts.isNoSubstitutionTemplateLiteral(node) ||
    ts.isTemplateExpression(node) ||
    ts.isTemplateLiteralTypeNode(node)
  return template ? ['P', start, end] : null
}

const declarationKeyword = (node) => {
  if (ts.isFunctionDeclaration(node)) return 'function'
  if (ts.isClassDeclaration(node)) return 'class'
  if (ts.isInterfaceDeclaration(node)) return 'interface'
  if (ts.isTypeAliasDeclaration(node)) return 'type'
  if (ts.isEnumDeclaration(node)) return 'enum'
  if (ts.isExportAssignment(node)) return node.isExportEquals ? null : 'default'
  if (!ts.isVariableStatement(node)) return null
  const flags = node.declarationList.flags
  if (flags & ts.NodeFlags.Using) return null
  return flags & ts.NodeFlags.Const ? 'const' : flags & ts.NodeFlags.Let ? 'let' : 'var'
}

const declarationLine = (node, file, at) => {
  const keyword = declarationKeyword(node)
  if (!keyword) return null
  const named = ts.isVariableStatement(node) ? node.declarationList.declarations[0] : node
  const name = named.name && ts.isIdentifier(named.name) ? named.name.text : ''
  const exported =
    ts.isExportAssignment(node) ||
    (node.modifiers ?? []).some((one) => one.kind === ts.SyntaxKind.ExportKeyword)
  const first = (node.modifiers ?? []).find((one) => !ts.isDecorator(one))
  const start = ts.getDecorators?.(node)?.length
    ? (first ?? node.getChildren(file).find((one) => one.kind === ts.SyntaxKind.ClassKeyword))
    : node
  return ['D', at(start.getStart(file)), keyword, name, exported ? 1 : 0]
}

// The comments that stand before a token; JSX text has none.
const addComments = (token, file, at, lines) => {
  const add = (pos, end) => void lines.push(`C\t${at(pos)}\t${at(end)}`)
  ts.forEachTrailingCommentRange(file.text, token.pos, add)
  ts.forEachLeadingCommentRange(file.text, token.pos, add)
}

const addHashbang = (file, at, lines) => {
  const end = file.text.startsWith('#!') ? file.text.search(/[\r\n\u2028\u2029]|$/) : 0
  if (end > 0) lines.push(`C\t0\t${at(end)}`)
}

const expectedOf = (path) => {
  const text = readText(path)
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const at = byteOffsets(text)
  const lines = []
  const stack = [[file, 0]]
  addHashbang(file, at, lines)
  while (stack.length > 0) {
    const [node, depth] = stack.pop()
    const line = lineOf(node, file, at, depth)
    if (line) lines.push(line.join('\t'))
    const inner = depth + (isElement(node) ? 1 : 0)
    if (ts.isJsxText(node) || ts.isJSDoc(node)) continue
    const children = node.getChildren(file)
    if (children.length === 0) addComments(node, file, at, lines)
    for (const child of children) stack.push([child, inner])
  }
  for (const statement of file.statements) {
    const line = declarationLine(statement, file, at)
    if (line) lines.push(line.join('\t'))
  }
  return { lines: new Set(lines), errors: file.parseDiagnostics }
}

const run = spawnSync(option('dump'), {
  input: inputs.map(([, path]) => path).join('\n') + '\n',
  encoding: 'utf8',
  maxBuffer: 1 << 30,
})
if (run.status !== 0) {
  console.error(run.stderr || `the dump ended with ${run.status ?? run.signal}`)
  process.exit(1)
}

const seen = []
for (const line of run.stdout.split('\n')) {
  if (line.startsWith('F\t')) seen.push({ lines: new Set(), fault: null })
  else if (line.startsWith('X\t')) seen.at(-1).fault = line
  else if (line) seen.at(-1).lines.add(line)
}

// The first few differences of one file, as text; empty when there is none.
const differences = (expected, found) => {
  if (expected.errors.length > 0)
    return found.fault ? [] : [`TypeScript alone: ${expected.errors[0].messageText}`]
  const missing = [...expected.lines].filter((line) => !found.lines.has(line))
  const extra = [...found.lines].filter((line) => !expected.lines.has(line))
  return [
    ...(found.fault ? [`fault ${found.fault}`] : []),
    ...missing.slice(0, 4).map((line) => `missing ${line}`),
    ...extra.slice(0, 4).map((line) => `extra ${line}`),
  ]
}

// "name: reason", one a line.
const known = new Map(
  readFileSync(option('known'), 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => line.split(/: (.*)/s)),
)
let wrong = 0
let lines = 0
let rejected = 0
inputs.forEach(([name, path], i) => {
  const expected = expectedOf(path)
  const found = differences(expected, seen[i])
  lines += expected.lines.size
  rejected += expected.errors.length > 0
  if (found.length > 0 === known.has(name)) return
  wrong++
  console.log(`${name}: ${found.length > 0 ? found.join('\n  ') : 'is listed, but differs no longer'}`)
})
const names = new Set(inputs.map(([name]) => name))
for (const name of known.keys()) {
  if (names.has(name) || !whole) continue
  wrong++
  console.log(`${name}: is listed, but no such file is compared`)
}
console.log(`${inputs.length} files, ${lines} entries, ${rejected} rejected by TypeScript, ` +
  `${known.size} known differences listed, ${wrong} wrong`)
process.exit(wrong > 0 || inputs.length === 0 ? 1 : 0)
