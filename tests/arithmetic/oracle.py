#!/usr/bin/env python3
"""Equations whose truth is known by exact fractions, read by the program of equations.c.

usage: oracle.py PROGRAM [COUNT [SEED]]
"""
import random
import subprocess
import sys
from fractions import Fraction

SHOWN = 10  # differences printed


def grouped(number, mark):
    digits = str(abs(number))
    parts = []
    while len(digits) > 3:
        parts.insert(0, digits[-3:])
        digits = digits[:-3]
    return ('-' if number < 0 else '') + mark.join([digits] + parts)


class Writer:
    """One way to write the operators and numbers of an equation."""

    def __init__(self, rng):
        self.rng = rng
        self.math = rng.random() < 0.4
        if self.math:
            self.signs = {'*': rng.choice([r'\times', r'\cdot']), '/': '/', '+': '+', '-': '-'}
            self.mark = rng.choice(['', '{,}', r'\,'])
        else:
            self.signs = {'*': rng.choice('×·*⋅'), '/': rng.choice('/÷'), '+': '+',
                          '-': rng.choice('-−')}
            self.mark = rng.choice(['', ',', '\u202f'])
        self.blank = ' '

    def number(self, value):
        """A whole number or a decimal with up to two digits behind the point."""
        if value.denominator == 1:
            return grouped(value.numerator, self.mark)
        return '%.2f' % value if value.denominator > 10 or value.denominator == 4 else '%.1f' % value

    def negative(self, text):
        return '(' + self.signs['-'] + text + ')'

    def fraction(self, above, below):
        return r'\frac{%s}{%s}' % (above, below)


def leaf(rng, writer):
    kind = rng.random()
    if kind < 0.7:
        value = Fraction(rng.randrange(0, rng.choice([12, 200, 70000])))
    else:
        value = Fraction(rng.randrange(1, 99), 10)  # two digits: exact as an operand
    text = writer.number(value)
    if rng.random() < 0.08:
        return -value, writer.negative(text), 9
    if rng.random() < 0.08 and value.denominator == 1 and value < 30:
        power = rng.randrange(0, 5)
        if value == 0 and power == 0:
            power = 2
        raised = '^{%d}' % power if writer.math else rng.choice(['^%d' % power, '⁰¹²³⁴'[power]])
        return value ** power, text + raised, 4
    return value, text, 9


# Value, text and precedence of an expression with `depth` levels.
def expression(rng, writer, depth):
    if depth == 0 or rng.random() < 0.2:
        return leaf(rng, writer)
    operator = rng.choice('+-*/')
    left, left_text, left_rank = expression(rng, writer, depth - 1)
    right, right_text, right_rank = expression(rng, writer, depth - 1)
    if operator == '/' and right == 0:
        operator = '+'
    value = {'+': lambda: left + right, '-': lambda: left - right, '*': lambda: left * right,
             '/': lambda: left / right}[operator]()
    if operator == '/' and writer.math and rng.random() < 0.5:
        return value, writer.fraction(left_text, right_text), 9
    rank = 1 if operator in '+-' else 2
    if left_rank < rank or (left_rank == 4 and False):
        left_text = '(' + left_text + ')'
    if right_rank <= rank:
        right_text = '(' + right_text + ')'
    return value, ' '.join([left_text, writer.signs[operator], right_text]), rank


def shown(rng, writer, value):
    """`value` with some decimals, the text of it, and half a unit of its last digit."""
    decimals = 0 if value.denominator == 1 else rng.randrange(0, 5)
    unit = Fraction(1, 10 ** decimals)
    rounded = Fraction(round(value / unit)) * unit
    sign = rng.random()
    if sign < 0.5:
        rounded += unit * rng.choice([-1, 1]) * rng.choice([1, 1, 2, 10, 1000])
    whole, part = divmod(abs(rounded), 1)
    text = grouped(int(whole), writer.mark)
    if decimals:
        text += '.%0*d' % (decimals, int(part * 10 ** decimals))
    if rounded < 0:
        text = writer.signs['-'] + text
    return rounded, text, unit / 2


def equation(rng):
    """Text, notation and truth ('t', 'f', or None where doubles cannot tell)."""
    writer = Writer(rng)
    value, text, rank = expression(rng, writer, rng.randrange(1, 4))
    if text.startswith('-') or text.startswith('−') or rank == 9 and 'frac' not in text:
        return None
    if rank == 4:
        pass
    rounded, right, half = shown(rng, writer, value)
    about = rng.random() < 0.25
    relation = '=' if not about else r'\approx' if writer.math else rng.choice('≈~')
    tolerance = half
    if about:
        tolerance += Fraction(5, 100) * max(abs(value), abs(rounded))
    gap = abs(value - rounded)
    close = max(abs(value), abs(rounded), Fraction(1, 10 ** 6)) * Fraction(1, 10 ** 9)
    if abs(gap - tolerance) <= close and gap != tolerance:
        return None
    if about and gap == tolerance:
        return None
    digits = [c for c in text + right if c.isdigit() or c in '⁰¹²³⁴']
    if all(c in '01' for c in digits):
        return None
    left_first = rng.random() < 0.85
    sides = [text, right] if left_first else [right, text]
    line = (' %s ' % relation).join(sides)
    if not left_first and right.startswith(('-', '−')):
        return None
    if not writer.math and rng.random() < 0.5:
        line = rng.choice(['It gives %s in all.', 'The sum (%s) is due.', 'So: %s, they say.',
                           'First, “%s”.']) % line
    return ('m' if writer.math else 'p'), line, 't' if gap <= tolerance else 'f'


def main():
    program = sys.argv[1]
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 5000
    rng = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    made = []
    while len(made) < count:
        one = equation(rng)
        if one:
            made.append(one)
    text = ''.join('%s\t%s\n' % (notation, line) for notation, line, _ in made)
    run = subprocess.run([program], input=text.encode(), stdout=subprocess.PIPE, check=True)
    seen = run.stdout.decode().split('\n')
    wrong = [(line, truth, got) for (_, line, truth), got in zip(made, seen) if truth != got]
    false = sum(truth == 'f' for _, _, truth in made)
    print('%d equations, %d of them false: %d read otherwise' % (len(made), false, len(wrong)))
    for line, truth, got in wrong[:SHOWN]:
        print('  %s: is %s, read as %s' % (line, truth, got or 'nothing'))
    return 1 if wrong else 0


if __name__ == '__main__':
    sys.exit(main())
