// schema.mjs SCHEMA FOLDER…: every *.yaml of a folder is valid by the schema, in a folder whose name ends in "bad"
// invalid unless FOLDER/only-lessonlint names it.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const require = createRequire(join(process.cwd(), 'package.json'))
const Ajv = require('ajv/dist/2020').default
const YAML = require('yaml')
const [schemaFile, ...folders] = process.argv.slice(2)
const validate = new Ajv({ strict: true, strictTypes: false, strictRequired: false, allErrors: true }).compile(
  JSON.parse(readFileSync(schemaFile, 'utf8')),
)
let checked = 0
let failed = 0
for (const folder of folders) {
  const bad = /bad$/.test(folder)
  const list = join(folder, 'only-lessonlint')
  const exempt = existsSync(list) ? readFileSync(list, 'utf8').split('\n') : []
  for (const name of readdirSync(folder).filter((n) => n.endsWith('.yaml'))) {
    const document = YAML.parseDocument(readFileSync(join(folder, name), 'utf8'))
    const broken = document.errors.length > 0
    const valid = !broken && validate(document.toJS())
    const expected = !bad || exempt.includes(name.replace(/\.yaml$/, ''))
    checked++
    if (valid !== expected) {
      failed++
      console.log(`${folder}/${name}: ${valid ? 'valid' : 'invalid'}`, valid ? '' : (document.errors[0]?.message ?? JSON.stringify(validate.errors, null, 1)))
    }
  }
}
console.log(`${checked} configurations, ${failed} wrong`)
process.exit(failed > 0 || checked < 50 ? 1 : 0)
