// Compares the TSX scanner with TypeScript's own tree: elements (range, name, depth), attributes
// (name, kind and range of the value), JSX texts, strings, templates, top-level declarations.
// Usage: node tsx_oracle.mjs --modules FOLDER --dump PROGRAM --known FILE FILE-OF-PATHS
// Paths come as "name<TAB>path", one a line; the name is what the list of known differences uses.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'

const option = (name) => process.argv[process.argv.indexOf(`--${name}`) + 1]
const ts = createRequire(resolve(option('modules')) + '/package.json')('typescript')
const inputs = readFileSync(process.argv.at(-1), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => line.split('\t'))

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

const expectedOf = (path) => {
  const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '')
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const at = byteOffsets(text)
  const lines = []
  const stack = [[file, 0]]
  while (stack.length > 0) {
    const [node, depth] = stack.pop()
    const line = lineOf(node, file, at, depth)
    if (line) lines.push(line.join('\t'))
    const inner = depth + (isElement(node) ? 1 : 0)
    ts.forEachChild(node, (child) => void stack.push([child, inner]))
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
    ...missing.slice(0, 3).map((line) => `missing ${line}`),
    ...extra.slice(0, 3).map((line) => `extra ${line}`),
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
console.log(`${inputs.length} files, ${lines} entries, ${rejected} rejected by TypeScript, ` +
  `${known.size} known differences listed, ${wrong} wrong`)
process.exit(wrong > 0 || inputs.length === 0 ? 1 : 0)
