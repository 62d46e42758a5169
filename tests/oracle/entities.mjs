// Writes the two tables of entities: all names of HTML5 (`html5`), which Markdown knows, and those of
// them that TypeScript's JSX transform decodes (`jsx`).
// Usage: node entities.mjs FOLDER-WITH-NODE-MODULES jsx > src/text/entities.c
//        node entities.mjs FOLDER-WITH-NODE-MODULES html5 > src/text/html5.inc
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const [folder, wanted] = [resolve(process.argv[2] ?? '.'), process.argv[3]]
const require = createRequire(folder + '/package.json')
const { characterEntities } = await import(
  pathToFileURL(folder + '/node_modules/character-entities/index.js').href
)
const byBytes = ([a], [b]) => (a < b ? -1 : 1)
const hex = (code) => '0x' + code.toString(16).padStart(4, '0')

function expectCount(rows, count) {
  if (rows.length === count) return
  console.error(`${rows.length} names, expected are ${count}`)
  process.exit(1)
}

function jsx() {
  const ts = require('typescript')
  const all = Object.keys(characterEntities)
  const code = ts.transpileModule(all.map((name) => `<p t="&${name};"/>`).join('\n;'), {
    fileName: 'entities.tsx',
    compilerOptions: { jsx: ts.JsxEmit.React, target: ts.ScriptTarget.ESNext },
  }).outputText
  const calls = ts.createSourceFile('out.js', code, ts.ScriptTarget.ESNext).statements
  const shown = calls.filter((call) => !ts.isEmptyStatement(call)).map(
    (call) => call.expression.arguments[1].properties[0].initializer.text,
  )
  const rows = all
    .map((name, i) => [name, shown[i]])
    .filter(([name, text]) => text !== `&${name};`)
    .sort(byBytes)
    .map(([name, text]) => `    {"${name}", ${hex(text.codePointAt(0))}},`)
  expectCount(rows, 253)
  return `/* The table of entities. Made by tests/oracle/entities.mjs. */
#include "text/entities.h"

/* clang-format off */
const ll_entity ll_entities[LL_ENTITY_COUNT] = {
${rows.join('\n')}
};
/* clang-format on */
`
}

// Rows side by side in lines of 100 columns.
function html5() {
  const rows = Object.entries(characterEntities)
    .sort(byBytes)
    .map(([name, text]) => `{"${name}", {${[...text].map((one) => hex(one.codePointAt(0))).join(', ')}}},`)
  expectCount(rows, 2125)
  const lines = ['/* All names of HTML5 that end with a semicolon. Made by tests/oracle/entities.mjs. */']
  for (const row of rows)
    if (lines.length > 1 && lines.at(-1).length + row.length < 100) lines.push(`${lines.pop()} ${row}`)
    else lines.push(row)
  return lines.join('\n') + '\n'
}

process.stdout.write(wanted === 'html5' ? html5() : jsx())
