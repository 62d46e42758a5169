// Every JSX tree of a file, also those that the program never shows, rendered by React itself after
// three changes to its source: attributes are taken out, tags become stand-ins that say how they
// stand on the page, and {expressions} that are no literal become one character. What React renders
// is then cut at block elements. And every string of a file with the value that TypeScript gives it.
import { isJsx, isShown, pageOf, PLACEHOLDER, unescapeHtml, VISIBLE } from './page.mjs'

const compile = (ts, code) =>
  ts.transpileModule(code, {
    fileName: 'a.tsx',
    compilerOptions: {
      jsx: ts.JsxEmit.React,
      target: ts.ScriptTarget.ES2020,
      module: ts.ModuleKind.CommonJS,
      removeComments: true, // else `<br />// text` becomes a comment
    },
  }).outputText

export class Trees {
  constructor(ts, React, renderToStaticMarkup) {
    Object.assign(this, { ts, React, renderToStaticMarkup, page: pageOf(ts) })
  }

  evaluate(code) {
    return new Function('React', 'let value;' + compile(this.ts, 'value = ' + code) + ';return value')(this.React)
  }

  collect(node, roots) {
    if (isJsx(this.ts, node)) roots.push(node)
    else this.ts.forEachChild(node, (child) => this.collect(child, roots))
  }

  // The source of a tree that React can render alone; trees inside its expressions go to `roots`.
  rewrite(node, roots) {
    const { ts, page } = this
    const tag = page.standIn(node)
    const open = `<${tag} data-p="${node.getStart()}">`
    for (const one of page.attributesOf(node)) this.collect(one, roots)
    if (ts.isJsxSelfClosingElement(node) || tag === 'x-one' || tag === 'x-code') return `${open}</${tag}>`
    let inside = ''
    const apart = page.keepsApart(node)
    for (const child of node.children) {
      if (isJsx(ts, child)) {
        const cut = apart && !page.isFragment(child) ? '<x-cut></x-cut>' : ''
        inside += cut + this.rewrite(child, roots) + cut
      } else if (ts.isJsxText(child)) {
        inside += child.getFullText()
      } else if (!child.expression || page.isLiteral(child.expression)) {
        inside += child.getText()
      } else {
        this.collect(child.expression, roots)
        inside += page.endsTheText(child.expression) ? '<x-block></x-block>' : `{"${PLACEHOLDER}"}`
      }
    }
    return `${open}${inside}</${tag}>`
  }

  // [offset of the block, text] of everything that is read without interruption.
  runs(file) {
    const roots = []
    this.collect(file, roots)
    const code = []
    for (const root of roots) code.push(this.rewrite(root, roots))
    return this.evaluate(`[${code.join(',\n')}]`).flatMap((tree) => cut(this.renderToStaticMarkup(tree)))
  }

  // Every attribute and string of the file with the value that the program has at run time.
  values(file) {
    const { ts } = this
    const values = new Map()
    const attributes = []
    const visit = (node) => {
      if (ts.isJsxAttribute(node) && node.initializer && ts.isStringLiteral(node.initializer))
        attributes.push(node)
      else if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node))
        values.set(node.getStart(), withAdded(ts, node, node.text))
      else if (ts.isTemplateExpression(node))
        values.set(node.getStart(), withAdded(ts, node, templateText(node)))
      ts.forEachChild(node, visit)
    }
    visit(file)
    const code = attributes.map((one) => `<a b=${one.initializer.getText()}/>`)
    const elements = this.evaluate(`[${code.join(',\n')}]`)
    attributes.forEach((one, i) => values.set(one.getStart(), elements[i].props.b))
    return values
  }

  // Strings directly in the props that the format calls visible: they have to be among ours.
  visibleStrings(file) {
    const { ts } = this
    const found = []
    const take = (node) => {
      if (ts.isStringLiteral(node)) found.push([node.getStart(), node.text])
      else if (ts.isArrayLiteralExpression(node)) node.elements.forEach(take)
      else if (ts.isObjectLiteralExpression(node))
        for (const one of node.properties)
          if (ts.isPropertyAssignment(one) && VISIBLE.has(one.name.text)) take(one.initializer)
    }
    const visit = (node) => {
      if (ts.isJsxAttribute(node) && VISIBLE.has(node.name.getText()) && node.initializer) {
        if (ts.isStringLiteral(node.initializer)) found.push([node.getStart(), node.initializer.text])
        else if (node.initializer.expression) take(node.initializer.expression)
      }
      ts.forEachChild(node, visit)
    }
    visit(file)
    return found.filter(([, text]) => text.trim())
  }
}

const templateText = (node) =>
  [node.head.text, ...node.templateSpans.map((span) => span.literal.text)].join(PLACEHOLDER)

export const isSum = (ts, node) =>
  ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken

// What `+` puts beside a string is one character.
function withAdded(ts, node, text) {
  const sum = isSum(ts, node.parent) ? node.parent : null
  const before = sum?.right === node
  const behind = sum && (sum.left === node || (isSum(ts, sum.parent) && sum.parent.left === sum))
  return (before ? PLACEHOLDER : '') + text + (behind ? PLACEHOLDER : '')
}

// Cuts rendered HTML at block elements.
function cut(html) {
  const runs = []
  const blocks = []
  let text = ''
  const end = () => {
    if (isShown(text)) runs.push([blocks.at(-1), text])
    text = ''
  }
  for (const [token, closing, tag, offset] of html.matchAll(/<(\/?)([\w-]+)(?: data-p="(\d+)")?>|[^<]+/g)) {
    if (!tag) {
      text += unescapeHtml(token)
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
