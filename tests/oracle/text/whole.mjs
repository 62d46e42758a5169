// The lesson as a program: compiled by TypeScript, run, and rendered by React.
//
// The source stays as it is but for insertions: every element is told where it stands (`__o`), and
// every {expression} among children is wrapped in `__hole`, so that what it renders can be told from
// the text around it. Imports are stand-ins. A component that is not known here renders its
// children, then its literal string props in the order of the source, then the elements among its
// props; one of the file itself renders what it returns, too.
import { isJsx, isShown, NEVER, pageOf, PLACEHOLDER, unescapeHtml, VISIBLE } from './page.mjs'

const [TEXT_HOLE, BLOCK_HOLE, ROOT, UNSEEN, CLOSE] = ['\uE000', '\uE001', '\uE002', '\uE003', '\uE00F']
const ONLY_TEXT = new Set(['option', 'script', 'style', 'textarea', 'title'])
const HOST_STRINGS = ['alt', 'aria-label', 'label', 'placeholder', 'title']
const ITEMS_OF_A_STUB = 4

// --- insertions ------------------------------------------------------------------------------------

// The source of a value like that of `node` in which everything but literal strings is left out:
// strings, templates (a hole is PLACEHOLDER), sums, arrays, objects and the two ways of a choice.
function literalSource(ts, node) {
  const go = (inner) => literalSource(ts, inner)
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.getText()
  if (ts.isTemplateExpression(node))
    return (
      node.head.getText().slice(0, -2) +
      node.templateSpans.map((span) => '${__P}' + span.literal.getText().slice(1).replace(/\$\{$/, '')).join('')
    )
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression?.(node))
    return go(node.expression)
  if (ts.isArrayLiteralExpression(node)) return `[${node.elements.map(go).join(', ')}]`
  if (ts.isConditionalExpression(node)) return `[${go(node.whenTrue)}, ${go(node.whenFalse)}]`
  if (ts.isBinaryExpression(node)) return binarySource(ts, node)
  if (ts.isObjectLiteralExpression(node))
    return `{${node.properties
      .filter((one) => ts.isPropertyAssignment(one) && !ts.isComputedPropertyName(one.name))
      .map((one) => `${one.name.getText()}: ${go(one.initializer)}`)
      .join(', ')}}`
  return 'null'
}

function binarySource(ts, node) {
  const sign = node.operatorToken.kind
  if (sign === ts.SyntaxKind.PlusToken) {
    const side = (one) => {
      const source = literalSource(ts, one)
      return source === 'null' || /^[[{]/.test(source) ? '__P' : source
    }
    const [left, right] = [side(node.left), side(node.right)]
    return left === '__P' && right === '__P' ? 'null' : `(${left} + ${right})`
  }
  const choice = [ts.SyntaxKind.AmpersandAmpersandToken, ts.SyntaxKind.BarBarToken, ts.SyntaxKind.QuestionQuestionToken]
  if (!choice.includes(sign)) return 'null'
  const right = literalSource(ts, node.right)
  return sign === choice[0] ? right : `[${literalSource(ts, node.left)}, ${right}]`
}

// `[name, value], …` of the literal props; undefined for those whose value React gets quoted.
function literalProps(ts, attributes) {
  const props = attributes.filter(ts.isJsxAttribute).map((one) => {
    const value = one.initializer
    const braces = value && ts.isJsxExpression(value)
    const source = braces ? (value.expression ? literalSource(ts, value.expression) : 'null') : 'undefined'
    return `[${JSON.stringify(one.name.getText())}, ${source}]`
  })
  return `[${props.join(', ')}]`
}

// Behind `Name` or `Name<string>`.
const behindName = (opening) =>
  opening.typeArguments
    ? opening.getSourceFile().text.indexOf('>', opening.typeArguments.end) + 1
    : opening.tagName.getEnd()

export function instrument(ts, file) {
  const page = pageOf(ts)
  const edits = []
  const insert = (at, text) => edits.push([at, text])
  const visit = (node, depth = 0) => {
    if (isJsx(ts, node)) {
      const fragment = ts.isJsxFragment(node)
      const opening = fragment ? node.openingFragment : page.openingOf(node)
      const at = fragment ? opening.getEnd() - 1 : behindName(opening)
      const own = {
        at: node.getStart(),
        kind: page.standIn(node),
        apart: page.keepsApart(node),
        fragment: page.isFragment(node),
      }
      const props = fragment ? '[]' : literalProps(ts, page.attributesOf(node))
      insert(at, `${fragment ? '__F' : ''} __o={{...${JSON.stringify(own)}, props: ${props}}}`)
      if (fragment) insert(node.closingFragment.getEnd() - 1, '__F')
    }
    const child = ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)
    if (child && node.expression && !page.isLiteral(node.expression)) {
      const hole = page.endsTheText(node.expression) ? BLOCK_HOLE : TEXT_HOLE
      insert(node.expression.getFullStart(), `__hole(${JSON.stringify(hole)}, (`)
      insert(node.expression.getEnd(), `))`)
    }
    const condition = ts.isConditionalExpression(node)
      ? node.condition
      : ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken && node.left
    if (condition) {
      insert(condition.getFullStart(), ' __if((')
      insert(condition.getEnd(), `), ${depth % 2})`)
    }
    ts.forEachChild(node, (inner) => visit(inner, depth + (condition ? 1 : 0)))
  }
  visit(file)
  let text = ''
  let from = 0
  for (const [at, added] of edits.sort(([a], [b]) => a - b)) {
    text += file.text.slice(from, at) + added
    from = at
  }
  return text + file.text.slice(from)
}

// --- running ---------------------------------------------------------------------------------------

// Stands for everything that is imported: a component, a function, a list of four, an empty text.
const isStub = (value) => typeof value === 'function' && value[IS_STUB] === true
const IS_STUB = Symbol('stub')
function makeStub() {
  const stub = new Proxy(function () {}, {
    get(target, name) {
      if (name === IS_STUB) return true
      if (name === Symbol.toPrimitive) return () => ''
      if (name === Symbol.iterator) return () => Array(ITEMS_OF_A_STUB).fill(stub)[Symbol.iterator]()
      if (name === 'toString' || name === 'toFixed' || name === 'toLocaleString') return () => ''
      if (name === 'length') return 0
      if (name === 'prototype') return target.prototype
      return typeof name === 'symbol' || name === 'then' || name === '$$typeof' ? undefined : stub
    },
    apply: () => stub,
    construct: () => stub,
    has: () => true,
  })
  return stub
}

// Names of what is declared at the top of the file and may be a component.
function componentNames(ts, file) {
  const declared = file.statements.flatMap((one) => {
    if (ts.isFunctionDeclaration(one) && one.body) return [one.name?.text ?? '']
    return ts.isVariableStatement(one) ? one.declarationList.declarations.map((each) => each.name.text ?? '') : []
  })
  return declared.filter((name) => /^[A-Z]\w*[a-z]\w*$/.test(name))
}

// Every string of a literal value, with whether the format says that it is seen.
function stringsOf(name, value) {
  if (NEVER.has(name)) return []
  if (typeof value === 'string') return [{ text: value, must: VISIBLE.has(name) }]
  if (Array.isArray(value)) return value.flatMap((one) => stringsOf(name, one))
  if (value && typeof value === 'object')
    return Object.entries(value).flatMap(([key, one]) => stringsOf(key, one))
  return []
}

export class Stage {
  constructor(ts, React, renderToStaticMarkup) {
    Object.assign(this, { ts, React, renderToStaticMarkup, stub: makeStub() })
    this.element = this.element.bind(this)
    this.hole = this.hole.bind(this)
  }

  // A child as React takes it; what it cannot show is nothing.
  child(value) {
    if (Array.isArray(value)) return value.map((one) => this.child(one))
    if (value && typeof value === 'object' && !this.React.isValidElement(value))
      return typeof value[Symbol.iterator] === 'function' ? this.child([...value]) : null
    return typeof value === 'function' || typeof value === 'symbol' ? null : value
  }

  hole(kind, value) {
    return typeof value === 'function' && !isStub(value) ? value : [kind, this.child(value), CLOSE]
  }

  element(type, { __o: own, ...given } = {}, ...children) {
    const props = Object.fromEntries(Object.entries(given).filter(([, value]) => !isStub(value)))
    if (!own) return this.React.createElement(type, props, ...children)
    this.reached.add(own.at)
    return typeof type === 'string' && type !== '__F'
      ? this.host(type, own, props, children)
      : this.component(type, own, props, children)
  }

  host(type, own, props, children) {
    if (typeof props.style !== 'object') delete props.style
    delete props.dangerouslySetInnerHTML
    if (props.children !== undefined && children.length === 0) children = [props.children]
    delete props.children
    Object.assign(props, { 'data-p': own.at, 'data-k': own.kind, 'data-a': own.apart ? 1 : 0 })
    const shown = children.map((one) => this.child(one))
    if (!ONLY_TEXT.has(type)) return this.React.createElement(type, props, ...shown)
    const text = shown.flat(Infinity).filter((one) => typeof one === 'string' || typeof one === 'number')
    return this.React.createElement(type, props, text.join(''))
  }

  component(type, own, props, children) {
    const { createElement, Fragment, isValidElement } = this.React
    const around = { 'data-p': own.at, 'data-k': own.kind, 'data-a': own.apart ? 1 : 0, 'data-f': own.fragment ? 1 : 0 }
    const shown = children.map((one) => this.child(one))
    const parts = [createElement('x-e', around, ...shown)]
    const strings = own.props.flatMap(([name, literal]) =>
      stringsOf(name, literal === undefined && typeof props[name] === 'string' ? props[name] : literal),
    )
    if (strings.length > 0)
      parts.push(
        createElement(
          'x-props',
          { 'data-p': own.at },
          ...strings.map(({ text, must }) => createElement('x-s', { 'data-m': must ? 1 : 0 }, text)),
        ),
      )
    const elements = own.props.map(([name]) => props[name]).filter((one) => isValidElement(one) || Array.isArray(one))
    for (const one of elements) parts.push(ROOT, this.child(one), CLOSE)
    if (type === '__F' || type === Fragment || isStub(type) || !type) return createElement(Fragment, props.key ? { key: props.key } : null, ...parts)
    const inside = children.length === 1 && typeof children[0] === 'function' ? children : [UNSEEN, ...shown, CLOSE]
    parts.push(ROOT, createElement(this.guarded(type), props, ...inside), CLOSE)
    return createElement(Fragment, null, ...parts)
  }

  // A component of the file, which may not know what to do with stand-ins.
  guarded(type) {
    if (typeof type !== 'function' || type.prototype?.isReactComponent) return type
    return (props) => {
      this.mounted.add(type)
      try {
        return this.child(type(props))
      } catch (error) {
        this.faults.push(`${type.name}: ${error.message}`)
        return null
      }
    }
  }

  imports({ states }) {
    const React = {
      ...this.React,
      useState: (first) => {
        const value = typeof first === 'function' ? first() : first
        return [typeof value === 'boolean' && states ? !value : value, () => {}]
      },
    }
    return (name) => (name === 'react' ? { ...React, default: React, __esModule: true } : this.stub)
  }

  // The HTML of every component that the file exports and of those that are left then. Names that
  // the file does not declare are stand-ins like its imports. `turned` says whether boolean states
  // are the other way round, or conditions: bit 0 those in no other or in two, bit 1 the rest.
  html(code, names, turned) {
    this.components = []
    this.mounted = new Set()
    const module = { exports: {} }
    const own = { module, exports: module.exports, require: this.imports(turned), React: this.React }
    own.__own = (components) => (this.components = components)
    own.__if = (value, bit) => ((turned.conditions >> bit) & 1 ? !value : value)
    Object.assign(own, { __el: this.element, __hole: this.hole, __F: '__F', __P: PLACEHOLDER })
    const scope = new Proxy(own, {
      has: (_, name) => typeof name === 'string' && (name in own || !(name in globalThis)),
      get: (_, name) => (name === Symbol.unscopables ? undefined : name in own ? own[name] : this.stub),
    })
    try {
      new Function('scope', `with (scope) {${code.replace(/^#!/, '//')}\n__own([${names.join()}])}`)(scope)
    } catch (error) {
      this.faults.push(`the module: ${error.message}`)
    }
    const isOwn = (one) => typeof one === 'function' && !isStub(one)
    const shown = [...new Set(Object.values(module.exports).filter(isOwn))].map((one) => this.page(one))
    const others = this.components.filter((one) => isOwn(one) && !this.mounted.has(one))
    return shown.concat(others.map((one) => this.page(one)))
  }

  // One component with stand-ins for all its props.
  page(type) {
    const { createElement } = this.React
    const whole = type.prototype?.isReactComponent ? type : this.guarded(() => this.child(type(this.stub)))
    this.mounted.add(type)
    try {
      return this.renderToStaticMarkup(createElement(whole, {}))
    } catch (error) {
      this.faults.push(error.message)
      return ''
    }
  }

  render(file) {
    this.reached = new Set()
    this.faults = []
    const { ts } = this
    const names = componentNames(ts, file)
    const code = ts.transpileModule(instrument(ts, file), {
      fileName: 'a.tsx',
      compilerOptions: {
        jsx: ts.JsxEmit.React,
        jsxFactory: '__el',
        target: ts.ScriptTarget.ES2020,
        module: ts.ModuleKind.CommonJS,
        removeComments: true, // else `<br />// text` becomes a comment
      },
    }).outputText
    const found = { runs: [], strings: new Map(), attributes: [], holes: [] }
    for (const turned of [{}, { states: true }])
      for (const html of this.html(code, names, turned)) readHtml(html, found)
    const faults = [...new Set(this.faults)]
    // A condition may guard what it leads to: faults of these runs say nothing.
    for (const conditions of [1, 2, 3])
      for (const html of this.html(code, names, { conditions })) readHtml(html, found)
    return { ...found, reached: this.reached, faults }
  }
}

// --- reading what was rendered -----------------------------------------------------------------------

const TOKEN = /<(\/?)([\w.:-]+)((?:[^<>"]|"[^"]*")*?)(\/?)>|[\uE000-\uE00F]|[^<\uE000-\uE00F]+/g
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))

// One line of boxes: the whole document, an element among props, or what a hole shows.
class Surface {
  constructor(kind, found, unseen) {
    Object.assign(this, { kind, found, unseen, frames: [], text: '', loose: '' })
  }

  end() {
    const block = this.frames.findLast((one) => one.isBlock)
    if (block && isShown(this.text)) this.found.runs.push([block.at, this.text])
    this.text = ''
  }

  get ignored() {
    return this.unseen || this.frames.some((one) => one.ignores)
  }

  write(text) {
    if (this.ignored) return
    if (this.frames.length === 0) this.loose += text
    else this.text += text
  }

  open(tag, own) {
    const parent = this.frames.at(-1)
    const isBlock = !parent || own.kind === 'x-block' || own.kind === 'x-code'
    const cuts = Boolean(parent?.apart) && !own.fragment
    if (parent && (cuts || isBlock) && !this.ignored) this.end()
    if (own.kind === 'x-one' && parent) this.write(PLACEHOLDER)
    const ignores = own.kind === 'x-one' || own.kind === 'x-code'
    this.frames.push({ tag, at: own.at, isBlock, cuts, ignores, apart: own.apart })
  }

  close() {
    const frame = this.frames.at(-1)
    if (frame.isBlock && !this.ignored) this.end()
    this.frames.pop()
    if (frame.cuts && !this.ignored) this.end()
  }
}

function readHtml(html, found) {
  const surfaces = [new Surface(ROOT, found, false)]
  let strings = null
  const top = () => surfaces.at(-1)
  const openHole = (kind) => {
    if (kind === BLOCK_HOLE && !top().ignored) top().end()
    surfaces.push(new Surface(kind, found, kind === UNSEEN || top().ignored))
  }
  const closeHole = () => {
    const hole = surfaces.pop()
    if (hole.loose.trim() && hole.kind !== ROOT) found.holes.push(hole.loose)
    if (hole.kind === TEXT_HOLE) top().write(PLACEHOLDER)
  }
  for (const [token, closing, tag, attributes, selfClosing] of html.matchAll(TOKEN)) {
    if (!tag) {
      if (token === CLOSE) closeHole()
      else if (/^[\uE000-\uE00F]$/.test(token)) openHole(token)
      else if (strings) strings.at(-1).text += unescapeHtml(token)
      else top().write(unescapeHtml(token))
      continue
    }
    const values = Object.fromEntries(
      [...attributes.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, name, value]) => [name, unescapeHtml(value)]),
    )
    if (tag === 'x-props') {
      strings = closing ? null : []
      if (!closing) found.strings.set(Number(values['data-p']), strings)
    } else if (tag === 'x-s') {
      if (!closing) strings.push({ text: '', must: values['data-m'] === '1' })
    } else if (closing) {
      top().close()
    } else {
      const own = { at: Number(values['data-p']), kind: values['data-k'] ?? 'x-block' }
      Object.assign(own, { apart: values['data-a'] === '1', fragment: values['data-f'] === '1' })
      for (const name of HOST_STRINGS)
        if (values[name]) found.attributes.push([own.at, name, values[name]])
      top().open(tag, own)
      if (selfClosing || VOID.has(tag)) top().close()
    }
  }
}
