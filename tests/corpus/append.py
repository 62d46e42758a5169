#!/usr/bin/env python3
"""`review --write` on copies of real plans: it appends one review and changes no other byte; a series that has ended
is left as it is until a label begins another one; what says the same is not written again.

Usage: append.py COMMAND LESSON SHARED. The environment variable LESSONLINT_SHARED goes before SHARED. Reviews are
counted by reviews.py, which knows nothing of the program.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True  # beside counts.py
from counts import visible_lines
from reviews import parts_of, reviews_of, verdict


def count(data):
    return len(reviews_of(list(visible_lines(data.decode('utf-8', 'replace')))))


def run(command, plan, lesson, *more):
    line = [command, 'review', '--write', plan, lesson, '--date', '2026-11-30', *more]
    return subprocess.run(line, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def check(command, original, lesson, folder):
    """What is wrong with one plan, and whether its series had ended."""
    old = original.read_bytes()
    plan = folder / original.name
    shutil.copy(original, plan)
    plan.chmod(0o640)
    last = reviews_of(list(visible_lines(old.decode('utf-8', 'replace'))))[-1]
    passed = verdict(parts_of(last), last).startswith('PASS')
    done = run(command, plan, lesson)
    label = []
    if passed:
        if done.returncode != 2 or plan.read_bytes() != old or b'--label' not in done.stderr:
            return 'a series that ended with a PASS was written to', passed
        label = ['--label', 'Post-Rework']
        done = run(command, plan, lesson, *label)
    new = plan.read_bytes()
    if done.returncode not in (0, 1):
        return done.stderr.decode(), passed
    if new[:len(old)] != old:
        return 'bytes of the plan were changed', passed
    tail = new[len(old):]
    if not tail.lstrip(b'\n').startswith(b'---\n\n## Review ') or not tail.endswith(b'\n'):
        return f'the review begins with {tail[:40]!r}', passed
    if count(new) != count(old) + 1 or (passed and b'(Post-Rework, Iteration 1/3)' not in tail):
        return 'not one review more', passed
    if plan.stat().st_mode & 0o777 != 0o640:
        return 'the mode was changed', passed
    run(command, plan, lesson)
    if plan.read_bytes() != new:
        return 'the same was written again', passed
    return '', passed


def main():
    command, lesson, shared = sys.argv[1:]
    shared = pathlib.Path(os.environ.get('LESSONLINT_SHARED', shared))
    plans = sorted(shared.glob('corpus/module-*/lessons/*.md'))
    if not plans:
        print('the documents are not at hand')
        return 77
    failed = ended = 0
    with tempfile.TemporaryDirectory() as folder:
        for plan in plans:
            wrong, passed = check(command, plan, lesson, pathlib.Path(folder))
            ended += passed
            if wrong:
                failed += 1
                print(f'{plan.name}: {wrong}')
    print(f'{len(plans)} plans, {ended} with a series that has ended; {failed} wrong')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
