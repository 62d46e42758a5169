// Writes src/text/entities.c: of all HTML5 names those that TypeScript's JSX transform decodes.
// Usage: node entities.mjs FOLDER-WITH-NODE-MODULES > src/text/entities.c
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const folder = resolve(process.argv[2] ?? '.')
const require = createRequire(folder + '/package.json')
const ts = require('typescript')
const html5 = await import(
  pathToFileURL(folder + '/node_modules/character-entities/index.js').href
)

const all = Object.keys(html5.characterEntities)
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
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([name, text]) => [name, text.codePointAt(0).toString(16).padStart(4, '0')])
  .map(([name, digits]) => `    {"${name}", 0x${digits}},`)

process.stdout.write(`/* The table of entities. Made by tests/oracle/entities.mjs. */
#include "text/entities.h"

/* clang-format off */
const ll_entity ll_entities[LL_ENTITY_COUNT] = {
${rows.join('\n')}
};
/* clang-format on */
`)
if (rows.length !== 253) {
  console.error(`${rows.length} names, but LL_ENTITY_COUNT is 253`)
  process.exit(1)
}
