// Writes src/tsx/entities.c: of all HTML5 names those that TypeScript's JSX transform decodes.
// Usage: node entities.mjs FOLDER-WITH-NODE-MODULES > src/tsx/entities.c
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const folder = resolve(process.argv[2] ?? '.')
const require = createRequire(folder + '/package.json')
const ts = require('typescript')
const html5 = await import(
  pathToFileURL(folder + '/node_modules/character-entities/index.js').href
)

const decoded = (name) => {
  const code = ts.transpileModule(`<p t="&${name};"/>`, {
    fileName: 'entity.tsx',
    compilerOptions: { jsx: ts.JsxEmit.React, target: ts.ScriptTarget.ESNext },
  }).outputText
  const call = ts.createSourceFile('out.js', code, ts.ScriptTarget.ESNext).statements[0].expression
  return call.arguments[1].properties[0].initializer.text
}

// "." would be taken as a part of the name by nobody: every name is letters and digits.
const rows = Object.keys(html5.characterEntities)
  .filter((name) => decoded(name) !== `&${name};`)
  .sort((a, b) => (a < b ? -1 : 1))
  .map((name) => `    {"${name}", 0x${decoded(name).codePointAt(0).toString(16).padStart(4, '0')}},`)

process.stdout.write(`/* The entities that JSX knows. Made by tests/oracle/entities.mjs. */
#include "tsx/entities.h"

const ll_entity ll_entities[LL_ENTITY_COUNT] = {
${rows.join('\n')}
};
`)
if (rows.length !== 253) {
  console.error(`${rows.length} names, but LL_ENTITY_COUNT is 253`)
  process.exit(1)
}
