"""Finds what can be broken in C code: one Mutant for each small change to the body of a function.

The code is not parsed. It is laid out by clang-format, and that is what the expressions below rely on:
blanks around binary operators, each statement on a line of its own, bodies that end in column 1.
"""
import collections
import re

Mutant = collections.namedtuple('Mutant', 'path line column name start end text function')

RELATIONS = {'==': ['!='], '!=': ['=='], '<': ['<=', '>='], '<=': ['<', '>'],
             '>': ['>=', '<='], '>=': ['>', '<']}
SWAPS = {'&&': '||', '||': '&&', '+': '-', '-': '+', '+=': '-=', '-=': '+=', '&': '|', '|': '&',
         '|=': '&=', '&=': '|=', '<<': '>>', '>>': '<<'}

BINARY = re.compile(r'(?<= )(&&|\|\||<<|>>|[=!<>]=|\+=|-=|\|=|&=|[<>+\-&|])(?=[ \n])')
STEP = re.compile(r'\+\+|--')
NUMBER = re.compile(r"(?<![\w.'])(0x[0-9A-Fa-f]+|0|[1-9]\d*)(?=([uUlL]*)\b)(?![.x])")
TRUTH = re.compile(r'\b(true|false)\b')
NOT = re.compile(r'(?<![\w)\]])!(?=[\w(*])')
CONDITION = re.compile(r'\b(?:if|while) \(')
RETURN = re.compile(r'\breturn ([^;]+);')
FUNCTION = re.compile(r'^([A-Za-z_][^;={}()]*?)(\w+)(\([^;={}]*\)) \{\n(.*?)^\}', re.M | re.S)
NO_STATEMENT = re.compile(r'[:?]|(?:if|for|while|switch|case|default|else|do|return\b.+|goto)\b')
DECLARATION = re.compile(
    r'(?:static |const |struct |unsigned |enum )*[A-Za-z_]\w*(?:(?: const)? \*+(?:const )?| )'
    r'[A-Za-z_]\w*(?: =|;|,|\[)|LL_ARRAY\(')


def blank(text):
    return re.sub(r'[^\n]', ' ', text)


def mask(code):
    """The code with comments, the inside of strings and characters, and preprocessor lines blanked;
    of the same length."""
    parts = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'', re.S)

    def hide(match):
        part = match.group()
        if part[0] in '"\'':
            return part[0] + '_' * (len(part) - 2) + part[0]
        return blank(part)
    code = parts.sub(hide, code)
    return re.sub(r'^#(?:[^\n]*\\\n)*[^\n]*', lambda match: blank(match.group()), code, flags=re.M)


def closing(text, at):
    """Offset of the parenthesis that closes the one at `at`."""
    depth = 0
    for i in range(at, len(text)):
        depth += {'(': 1, ')': -1}.get(text[i], 0)
        if depth == 0:
            return i
    return len(text)


def statements(body):
    """(start, end) of each simple statement of a masked body, its semicolon included."""
    before = '{'
    for match in re.finditer(r'^( *)(\S[^\n]*)$', body, re.M):
        start, line = match.start(2), match.group(2).rstrip()
        if before[-1] in ';{}:)' or re.search(r'\b(else|do)$', before):
            end = body.find(';', start)
            text = body[start:end + 1]
            simple = end > 0 and text.count('(') == text.count(')')
            if simple and not re.search('[{}]', text) and not NO_STATEMENT.match(text) and \
                    not DECLARATION.match(text):
                yield start, end + 1
        before = line


def broken_returns(kind, body):
    pointer, boolean = kind.rstrip().endswith('*'), re.search(r'\bbool\b', kind)
    number = re.search(r'\b(u?int\d+_t|size_t|int|unsigned)\b', kind)
    for match in RETURN.finditer(body):
        value = match.group(1)
        if pointer:
            yield match, 'NULL' if value != 'NULL' else None
        elif boolean and value not in ('true', 'false'):
            yield match, f'!({value})'
        elif number and not pointer:
            yield match, f'({value}) + 1'


def in_body(kind, body, code):
    """(name, start, end, text) of each change; `code` is the body as it is written."""
    for match in BINARY.finditer(body):
        sign = match.group()
        for other in RELATIONS.get(sign, []):
            yield 'relation', *match.span(), other
        if sign in SWAPS:
            yield 'operator', *match.span(), SWAPS[sign]
    for match in STEP.finditer(body):
        yield 'step', *match.span(), '--' if match.group() == '++' else '++'
    for match in NUMBER.finditer(body):
        value = int(match.group(1), 0)
        yield 'constant', *match.span(1), str(value + 1)
        if value > 0:
            yield 'constant', *match.span(1), str(value - 1)
    for match in TRUTH.finditer(body):
        yield 'constant', *match.span(), 'false' if match.group() == 'true' else 'true'
    for match in re.finditer(r"'_+'", body):
        yield 'constant', *match.span(), "'\\x01'"
    for match in NOT.finditer(body):
        yield 'condition', *match.span(), ''
    for match in CONDITION.finditer(body):
        end = closing(body, match.end() - 1)
        yield 'condition', match.end(), end, f'!({code[match.end():end]})'
    for match, value in broken_returns(kind, body):
        if value:
            value = value.replace(match.group(1), code[slice(*match.span(1))])
            yield 'return', *match.span(1), value
    for start, end in statements(body):
        yield 'statement', start, end, '{}' + '\n' * body[start:end].count('\n')


def of_file(path, code):
    """Every mutant of a file, in the order of their places."""
    masked = mask(code)
    found = []
    for function in FUNCTION.finditer(masked):
        first = function.start(4)
        body = function.group(4)
        for unwanted in (r'\b_?(?:static_)?assert\(.*?\);', r'\bstatic [^;]*;'):
            body = re.sub(unwanted, lambda match: blank(match.group()), body, flags=re.S)
        original = code[first:function.end(4)]
        for name, start, end, text in in_body(function.group(1), body, original):
            at = first + start
            line = code.count('\n', 0, at) + 1
            column = at - (code.rfind('\n', 0, at) + 1) + 1
            found.append(Mutant(path, line, column, name, at, first + end, text,
                                function.group(2)))
    return sorted(set(found), key=lambda mutant: (mutant.start, mutant.name, mutant.text))


def identity(mutant):
    text = re.sub(r'\s+', ' ', mutant.text)
    return f'{mutant.path}:{mutant.line}:{mutant.column}:{mutant.name}:{text or "nothing"}'


def apply(mutant, code):
    return code[:mutant.start] + mutant.text + code[mutant.end:]
