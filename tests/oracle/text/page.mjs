// How elements stand on the page, and what is read of the source of a lesson: shared by the two
// comparisons. Written down here once more, from the description of the format and not from the
// program.

export const PLACEHOLDER = '\uFFFC'

const INLINE = new Set(
  ('strong em b i span sub sup a u small kbd tspan LessonLink ExternalLink Link abbr cite del dfn ' +
    'ins mark q s time var').split(' '),
)
const ONE_CHARACTER = new Set(['code', 'InlineMath', 'samp'])
const NO_PROSE = new Set(
  ('CodeBlock CodeEditor Highlight Mermaid MermaidDiagram SyntaxHighlighter pre script style ' +
    'BlockMath Katex Latex Math TeX').split(' '),
)
const FRAGMENTS = new Set(['', 'Fragment', 'React.Fragment'])

// Names of props whose strings a student sees, those that nobody sees, and those that hold code.
export const VISIBLE = new Set(
  ('title subtitle description label alt placeholder aria-label items achievements references left ' +
    'right headline note category duration authors').split(' '),
)
export const NEVER = new Set(
  ('className href src id key d points viewBox fill stroke transform style url slug language ' +
    'filename color code math chart').split(' '),
)

export const isJsx = (ts, node) =>
  ts.isJsxElement(node) || ts.isJsxSelfClosingElement(node) || ts.isJsxFragment(node)

// The questions about one element, for the TypeScript that is passed.
export function pageOf(ts) {
  const openingOf = (node) => (ts.isJsxElement(node) ? node.openingElement : node)
  const tagOf = (node) => (ts.isJsxFragment(node) ? '' : openingOf(node).tagName.getText())
  const attributesOf = (node) => (ts.isJsxFragment(node) ? [] : openingOf(node).attributes.properties)
  const attribute = (node, name) =>
    attributesOf(node).find((one) => ts.isJsxAttribute(one) && one.name.getText() === name)
  const classText = (node) => attribute(node, 'className')?.initializer?.getText() ?? ''
  const isFragment = (node) => FRAGMENTS.has(tagOf(node))

  // An inline element with one of these classes is a block all the same.
  const isMadeBlock = (node) => /(?<![\w:-])(block|flex|grid)(?![\w-])/.test(classText(node))

  // A flex or grid box whose children are not read on from one to the next: all but a row with a gap.
  function keepsApart(node) {
    const names = (classText(node).match(/[^\s'"`{}(),]+/g) ?? []).map((one) =>
      one.replace(/^([\w-]+:)+/, ''),
    )
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

  // Of the first element of an expression the name alone decides.
  function endsTheText(expression) {
    const first = firstJsx(expression)
    if (!first) return false
    const tag = tagOf(first)
    return !(FRAGMENTS.has(tag) || INLINE.has(tag) || ONE_CHARACTER.has(tag))
  }
  const firstJsx = (node) => (isJsx(ts, node) ? node : ts.forEachChild(node, firstJsx))

  // A child in braces that is text like any other, or nothing.
  const isLiteral = (expression) =>
    ts.isStringLiteral(expression) ||
    ts.isNoSubstitutionTemplateLiteral(expression) ||
    ['null', 'undefined', 'true', 'false'].includes(expression.getText())

  return { openingOf, tagOf, attributesOf, isFragment, keepsApart, standIn, endsTheText, isLiteral }
}

// What React escapes in text and attributes.
export const unescapeHtml = (text) =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&amp;/g, '&')

// More than blanks and expressions; TypeScript counts two blanks that JavaScript does not.
export const isShown = (text) => /[^\s\u0085\u200B\uFFFC]/.test(text)
