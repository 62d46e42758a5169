// Writes lessons that hold every name of HTML5 and numbers of every kind, in text and in attributes,
// with and without a semicolon; fails when esbuild reads one of them differently than TypeScript.
// Usage: node entities.mjs FOLDER-WITH-NODE-MODULES src/text/html5.inc FOLDER
import { createRequire } from 'node:module'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const [modules, table, folder] = process.argv.slice(2)
const require = createRequire(join(resolve(modules), '/'))
const ts = require('typescript')
const esbuild = require('esbuild')
const IN_ONE_FILE = 500

const names = [...readFileSync(table, 'utf8').matchAll(/\{"(\w+)", \{/g)].map(([, name]) => name)
// Left out: U+0000, which is U+FFFD to us as to a page, and what TypeScript breaks off at, past U+10FFFF.
const numbers = [1, 9, 10, 38, 127, 128, 150, 160, 8212, 0xd7ff, 0xf000, 0xfffd, 0x10000, 0x1f600]
numbers.push(0x10ffff)
const all = names.flatMap((name) => [`&${name};`, `&${name}`, `&${name.toUpperCase()};`])
for (const number of numbers) {
  const hex = number.toString(16)
  all.push(`&#${number};`, `&#${number}`, `&#x${hex};`, `&#X${hex};`, `&#x${hex.toUpperCase()};`, `&#x000${hex};`)
}
all.push('&#xD83D;&#xDE00;', '&#55357;&#56832;', '&#;', '&#x;', '&;', '&amp;amp;', '& amp;', '&am p;', '&a1;', '&frac12;', '&a-b;')

const element = (one) => `<p title="a ${one} b">a ${one} b</p>`
const shown = (code) => new Function('h', `return [${code}]`)((tag, props, ...children) => [props.title, ...children])
const source = `[${all.map(element).join(',\n')}]`
const byTypeScript = ts.transpileModule(source, {
  fileName: 'a.tsx',
  compilerOptions: { jsx: ts.JsxEmit.React, jsxFactory: 'h', target: ts.ScriptTarget.ES2020 },
}).outputText
const byEsbuild = esbuild.transformSync(source, { loader: 'tsx', jsxFactory: 'h', target: 'es2020' }).code
const [mine, theirs] = [byTypeScript, byEsbuild].map((code) => shown(code.replace(/;\s*$/, ''))[0])
const differences = all.filter((_, i) => JSON.stringify(mine[i]) !== JSON.stringify(theirs[i]))
for (const one of differences) console.log(`TypeScript and esbuild differ: ${one}`)

mkdirSync(folder, { recursive: true })
for (let i = 0; i < all.length; i += IN_ONE_FILE)
  writeFileSync(
    join(folder, `entities-${i / IN_ONE_FILE}.tsx`),
    `export const Entities = () => <div>${all.slice(i, i + IN_ONE_FILE).map(element).join('\n')}</div>\n`,
  )
console.log(`${all.length} entities: ${differences.length} that TypeScript and esbuild read differently`)
process.exit(differences.length > 0 ? 1 : 0)
