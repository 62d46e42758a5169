#!/usr/bin/env python3
"""Runs plan_counts over the corpus and compares with expected.tsv.

Usage: compare.py PLAN_COUNTS EXPECTED SHARED; exit status 77 when SHARED has no corpus. The
environment variable LESSONLINT_SHARED goes before SHARED.
"""
import os
import pathlib
import subprocess
import sys


def documents(corpus):
    for module in sorted(corpus.glob('module-*')):
        for path in sorted((module / 'lessons').glob('*.md')):
            yield path.stem, path
        yield f'{module.name}/record', module / 'record.md'


def main():
    program, expected = sys.argv[1], pathlib.Path(sys.argv[2])
    shared = pathlib.Path(os.environ.get('LESSONLINT_SHARED', sys.argv[3]))
    corpus = shared / 'corpus'
    if not corpus.is_dir():
        print(f'no corpus in {shared}')
        return 77
    arguments = [str(part) for pair in documents(corpus) for part in pair]
    run = subprocess.run([program] + arguments, stdout=subprocess.PIPE, text=True, check=True)
    rows = [line.split('\t') for line in expected.read_text().splitlines()]
    header, wanted = rows[0], {row[0]: row for row in rows[1:]}
    seen = {row[0]: row for row in (line.split('\t') for line in run.stdout.splitlines())}
    wrong = 0
    for name in sorted(wanted.keys() | seen.keys()):
        if name not in seen or name not in wanted:
            print(f'{name}: only in {"the program" if name in seen else "expected.tsv"}')
            wrong += 1
            continue
        for column, want, got in zip(header, wanted[name], seen[name]):
            if want != got:
                print(f'{name}: {column}: expected {want}, counted {got}')
                wrong += 1
    return 1 if wrong else 0


if __name__ == '__main__':
    sys.exit(main())
