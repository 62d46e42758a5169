#!/usr/bin/env python3
"""Breaks the program in one small place after another and says which breaks no test sees.

Usage: mutate.py [OPTION...]; see README.md. All work is done in build/mutation, on a copy of the tree
that is built once: each mutant is one object file, linked before the archives of the copy.
"""
import argparse
import collections
import fcntl
import hashlib
import json
import multiprocessing
import os
import pathlib
import random
import re
import resource
import shlex
import shutil
import signal
import subprocess
import sys

sys.dont_write_bytecode = True
import mutants  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parents[2]
WORK = ROOT / 'build/mutation'
TREE = WORK / 'tree'
MUTANT = WORK / 'mutant'  # each worker has its own below
LOCKS = WORK / 'locks'
MEASURED = WORK / 'measured.json'
LEFT_OUT = re.compile(r'structure\.|robustness\.|alloc\.|prefix\.|.*selftest|cli\.usage')
# Tests whose subject is a module and what stands to the right of it: what is broken to the left of it
# shows in the fixtures long before.
SUBJECTS = {'config': 'project', 'fix': 'fix', 'baseline': 'baseline', 'formats': 'writer',
            'html': 'writer', 'unit.test_api_jobs': 'api', 'cli': 'cli', 'completions': 'cli',
            'manual': 'cli', 'hooks': 'cli', 'action': 'cli'}
ORACLES = ('oracle.tsx', 'oracle.text')

Result = collections.namedtuple('Result', 'identity outcome by before after')


# --- the copy ---------------------------------------------------------------------------------------

def copy_tree():
    """Brings the files of the project into TREE; what is equal keeps its date, so that little is
    built anew, and what was measured is kept when all is equal."""
    names = subprocess.run(['git', 'ls-files', '-co', '--exclude-standard', '-z'], cwd=ROOT,
                           stdout=subprocess.PIPE, text=True, check=True).stdout.split('\0')
    wanted = {name for name in names if (ROOT / name).is_file()}
    for name in wanted:
        old, new = TREE / name, ROOT / name
        if not old.is_file() or old.read_bytes() != new.read_bytes():
            old.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(new, old)
            if not name.startswith('tests/mutation/'):
                MEASURED.unlink(missing_ok=True)
    for path in TREE.rglob('*'):
        name = path.relative_to(TREE)
        if path.is_file() and name.parts[0] != 'build' and str(name) not in wanted:
            path.unlink()
            MEASURED.unlink(missing_ok=True)
    for oracle in ('oracle', 'oracle-text'):
        kept, own = ROOT / 'build/asan' / oracle, TREE / 'build/dev' / oracle
        if kept.is_dir() and not own.exists():
            shutil.copytree(kept, own, symlinks=True)


def build(preset):
    for command in (['cmake', '--preset', preset], ['cmake', '--build', f'build/{preset}']):
        done = subprocess.run(command, cwd=TREE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              text=True)
        if done.returncode != 0:
            sys.exit(f'{done.stdout}\nmutate: the tree does not build')


# --- running ----------------------------------------------------------------------------------------

def run(command, seconds, folder, stdin=None):
    """Runs a command for at most so many seconds of processor time; ('', output) or (why, output)."""
    def limit():
        resource.setrlimit(resource.RLIMIT_CPU, (int(seconds) + 1, int(seconds) + 1))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    environment = dict(os.environ, ASAN_OPTIONS='hard_rss_limit_mb=4096:detect_leaks=1')
    environment.setdefault('LESSONLINT_SHARED', str(ROOT.parent / 'shared'))
    process = subprocess.Popen(command, cwd=folder, env=environment, preexec_fn=limit,
                               start_new_session=True, stdin=stdin or subprocess.DEVNULL,
                               stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    try:
        output, _ = process.communicate(timeout=60 + 20 * seconds)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        return 'hangs', process.communicate()[0]
    status = process.returncode
    if status in (-signal.SIGXCPU, -signal.SIGKILL):
        return 'hangs', output
    return {0: '', 77: 'skipped'}.get(status, 'fails' if status > 0 else 'crashes'), output


class Test:
    def __init__(self, preset, entry):
        self.name = entry['name']
        self.command = entry['command']
        self.folder = {each['name']: each['value']
                       for each in entry['properties']}.get('WORKING_DIRECTORY')
        self.target = preset.target_of(self.command)
        self.seconds = 0.0

    def module(self):
        found = re.match(r'unit\.test_([a-z]+)', self.name)
        return found.group(1) if found else None

    def run(self, program=None, seconds=None):
        """('', output) when it passes, else how it does not. `program` goes before the one of the
        build. A test may write into a folder of its name, so it runs once at a time."""
        command = [str(program) if program and part == str(self.target) else part
                   for part in self.command]
        with open(LOCKS / self.name.replace('/', '_'), 'w') as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            return run(command, seconds or 3 + 6 * self.seconds, self.folder)

    def measure(self):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        outcome, output = self.run(seconds=600)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        self.seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        return outcome, output


class Preset:
    """One build of the copy, its tests and its commands."""

    def __init__(self, name):
        self.name = name
        self.folder = TREE / 'build' / name
        self.compiles = {os.path.relpath(entry['file'], TREE): entry['command'] for entry in
                         json.loads((self.folder / 'compile_commands.json').read_text())}
        self.links = {}
        listed = subprocess.run(['ctest', '--show-only=json-v1'], cwd=self.folder, check=True,
                                stdout=subprocess.PIPE)
        self.tests = [Test(self, entry) for entry in json.loads(listed.stdout)['tests']
                      if not LEFT_OUT.match(entry['name'])]
        self.tests = [test for test in self.tests if test.target]

    def target_of(self, command):
        """The program of the build that a test runs and that holds the modules."""
        for part in command:
            path = pathlib.Path(part)
            if not part.startswith(str(self.folder)) or not path.is_file():
                continue
            if path not in self.links:
                link = subprocess.run(['ninja', '-t', 'commands', '-s', path.relative_to(self.folder)],
                                      cwd=self.folder, stdout=subprocess.PIPE, text=True)
                self.links[path] = link.stdout.strip()
            if re.search(r'libunit_|liblessonlint\.', self.links[path]):
                return path
        return None

    def compile(self, source, text, extra=(), drop=()):
        """Compiles `text` in place of the file `source`; the object, or None."""
        place = MUTANT / pathlib.Path(source).name
        place.write_text(text)
        made = MUTANT / f'{self.name}-{place.stem}.o'
        command = self.compiles[source].split()
        command = [part for part in command if part not in drop]
        command[command.index('-o') + 1] = str(made)
        command[-1] = str(place)
        command.insert(1, f'-I{MUTANT}/include')
        done = subprocess.run(command + list(extra), cwd=self.folder, stderr=subprocess.DEVNULL)
        return made if done.returncode == 0 else None

    def link(self, target, objects):
        """The program `target` with these objects. That of a debug build may take 4 GiB; what a test
        runs besides, like a validator, may reserve far more."""
        out = MUTANT / f'{self.name}-{target.name}'
        command = self.links[target].replace(
            f' -o {target.relative_to(self.folder)} ',
            f' {" ".join(map(str, objects))} -o {out} ')
        done = subprocess.run(command, shell=True, cwd=self.folder, stderr=subprocess.PIPE)
        if done.returncode != 0:
            sys.exit(f'mutate: cannot link {target.name}: {done.stderr.decode()[:2000]}')
        if self.name == 'asan':
            return out
        limited = out.with_suffix('.limited')
        limited.write_text(f'#!/bin/sh\nulimit -v {4 << 20}\nexec {shlex.quote(str(out))} "$@"\n')
        limited.chmod(0o755)
        return limited


# --- oracles ----------------------------------------------------------------------------------------

class Dump:
    """An oracle is slow and sees the program only through what a dump prints: while that is what the
    unbroken program prints, the oracle is not asked."""

    def __init__(self, test, names):
        self.test = test
        self.names = names
        self.expected = self.print(test.target, 600)

    def print(self, program, seconds):
        with open(self.names, 'rb') as names:
            return run([str(program)], seconds, self.test.folder, stdin=names)

    def run(self, program):
        seen = self.print(program, 20)
        if seen == self.expected:
            return ''
        return self.test.run(program, 600)[0]


def oracle_sample(lines):
    """The paths that tsx_oracle.mjs takes for its sample of "name<TAB>path"."""
    files = [line.split('\t') for line in lines]
    own = [path for name, path in files if re.match('(fixtures|tests)/', name)]
    others = sorted((hashlib.sha256(name.encode()).hexdigest(), path) for name, path in files
                    if not re.match('(fixtures|tests)/', name))
    return own + [path for _, path in others[:300]]


def text_files(preset):
    """The lessons of oracle.text, those that it has made among them."""
    folders = [TREE / 'fixtures', TREE / 'tests/tsx', preset.folder / 'oracle-text/entities',
               preset.folder / 'oracle-text/generated']
    return sorted(str(path) for folder in folders for path in folder.rglob('*.tsx'))


def make_dumps(preset):
    dumps = {}
    for test in preset.tests:
        if test.name not in ORACLES or test.target is None:
            continue
        paths = text_files(preset)
        if test.name == 'oracle.tsx':
            paths = oracle_sample((preset.folder / 'oracle/filessample.txt').read_text().splitlines())
        names = WORK / f'{test.name}.txt'
        names.write_text(''.join(f'{path}\n' for path in paths))
        dumps[test.name] = Dump(test, names)
    return dumps


# --- one mutant -------------------------------------------------------------------------------------

class Bench:
    def __init__(self, broken):
        self.broken = broken  # the modules that mutants are in
        self.unbroken = {}  # optimised objects of files as they are
        for preset in ('dev', 'asan'):
            build(preset)
        LOCKS.mkdir(exist_ok=True)
        shutil.rmtree(MUTANT, ignore_errors=True)
        self.dev, self.asan = Preset('dev'), Preset('asan')
        order = re.search(r'```modules\n(.*?)```', (TREE / 'docs/design.md').read_text(), re.S)
        self.modules = re.findall(r'\w+', order.group(1))
        self.measure(json.loads(MEASURED.read_text()) if MEASURED.is_file() else {})

    def measure(self, known):
        """The time of each test without a mutant; one that is skipped is left out. Where one fails
        nothing is tried: it would kill every mutant."""
        failed = []
        for preset in (self.dev, self.asan):
            for test in preset.tests:
                if not self.may_see(preset, test, self.broken):
                    continue
                key = f'{preset.name} {test.name}'
                if key not in known:
                    outcome, output = test.measure()
                    known[key] = [outcome, test.seconds]
                    if outcome not in ('', 'skipped'):
                        failed.append(f'{key} {outcome}:\n{output.decode(errors="replace")[-1500:]}')
                        del known[key]
                        continue
                outcome, test.seconds = known[key]
                if outcome == 'skipped':
                    test.target = None
        MEASURED.write_text(json.dumps(known))
        if failed:
            sys.exit('\n'.join(failed) + f'\nmutate: {len(failed)} tests do not pass in the unbroken '
                     f'copy of the tree, {TREE}')
        self.dumps = make_dumps(self.dev)

    def may_see(self, preset, test, modules):
        """Whether a change of one of the modules can matter to the test. With sanitizers only their
        own tests are run, but those of limits, which take long."""
        if test.target is None:
            return False
        if preset is self.asan:
            return test.module() in modules and not test.name.endswith('_limits')
        last = re.search(r'libunit_(\w+)\.|$', preset.links[test.target]).group(1)
        holds = self.modules[:self.modules.index(last) + 1] if last else self.modules
        subject = SUBJECTS.get(test.name) or \
            SUBJECTS.get(test.name.split('.')[0], self.modules[0])
        return any(module in holds[self.modules.index(subject):] for module in modules)

    def tests_of(self, preset, module):
        """The tests that may see a change of the module: its own first, slow ones last."""
        def rank(test):
            return (test.seconds > 1, test.module() != module, not test.name.startswith('golden.'),
                    test.seconds)
        return sorted((test for test in preset.tests if test.name not in ORACLES and
                       self.may_see(preset, test, [module])), key=rank)

    def compile(self, preset, path, code, **options):
        """The objects that the changed file is part of."""
        if path.endswith('.c'):
            made = preset.compile(path, code, **options)
            return [made] if made else None
        name = path.removeprefix('src/')
        header = MUTANT / 'include' / name
        header.parent.mkdir(parents=True, exist_ok=True)
        header.write_text(code)
        users = [each for each in preset.compiles if each.startswith('src/') and
                 pathlib.Path(each).parts[1] != 'cli' and not each.endswith('_main.c') and
                 f'"{name}"' in (TREE / each).read_text()]
        made = [preset.compile(each, (TREE / each).read_text(), **options) for each in users]
        shutil.rmtree(MUTANT / 'include')
        (MUTANT / 'include').mkdir()
        return made if made and all(made) else None

    def optimised(self, path, code):
        made = self.compile(self.dev, path, code, extra=('-O2', '-DNDEBUG', '-w'), drop=('-g',))
        return [each.read_bytes() for each in made or []]

    def is_same_object(self, path, code, broken):
        if path not in self.unbroken:
            self.unbroken[path] = self.optimised(path, code)
        return self.unbroken[path] == self.optimised(path, broken)

    def killer(self, preset, path, objects):
        module = pathlib.Path(path).parts[1]
        programs = {}

        def program(target):
            if target not in programs:
                programs[target] = preset.link(target, objects)
            return programs[target]
        for test in self.tests_of(preset, module):
            outcome = test.run(program(test.target))[0]
            if outcome:
                return f'{test.name} {outcome}'
        for name, dump in self.dumps.items() if preset is self.dev else ():
            outcome = self.may_see(preset, dump.test, [module]) and \
                dump.run(program(dump.test.target))
            if outcome:
                return f'{name} {outcome}'
        return ''

    def judge(self, path, code, broken):
        """(outcome, by)"""
        objects = self.compile(self.dev, path, broken)
        if not objects:
            return 'refused', ''
        if self.is_same_object(path, code, broken):
            return 'same', ''
        by = self.killer(self.dev, path, self.compile(self.dev, path, broken))
        if by:
            return 'killed', by
        by = self.killer(self.asan, path, self.compile(self.asan, path, broken))
        return ('killed', 'asan ' + by) if by else ('survived', '')


# --- samples and reports ----------------------------------------------------------------------------

def all_mutants(paths):
    for folder in paths:
        for path in sorted((TREE / folder).rglob('*.[ch]')):
            name = str(path.relative_to(TREE))
            yield from mutants.of_file(name, path.read_text())


def sample(found, seed):
    """One mutant of each line, the lines in an order that only the seed decides."""
    lines = collections.defaultdict(list)
    for mutant in found:
        lines[mutant.path, mutant.line].append(mutant)
    chance = random.Random(seed)
    order = sorted(lines)
    chance.shuffle(order)
    return [chance.choice(lines[line]) for line in order]


def at_line(mutant, code):
    return re.sub(r'\s+', ' ', code.split('\n')[mutant.line - 1].strip())


def read_results(path):
    if not path.is_file():
        return {}
    rows = [Result(*line.split('\t')) for line in path.read_text().splitlines()]
    return {row.identity: row for row in rows}


def try_one(mutant):
    code = (TREE / mutant.path).read_text()
    broken = mutants.apply(mutant, code)
    outcome, by = BENCH.judge(mutant.path, code, broken)
    return Result(mutants.identity(mutant), outcome, by, at_line(mutant, code),
                  at_line(mutant, broken))


def begin_worker(bench):
    """Gives a worker the bench, and a folder for its mutants."""
    global BENCH, MUTANT
    BENCH = bench
    MUTANT = MUTANT / str(os.getpid())
    (MUTANT / 'include').mkdir(parents=True)


def run_sample(bench, chosen, count, results, jobs):
    """Goes through the sample until `count` mutants were killed or survived."""
    known, seen = read_results(results), []
    new = [each for each in chosen if mutants.identity(each) not in known]
    with multiprocessing.get_context('fork').Pool(jobs, begin_worker, (bench,)) as pool, \
            results.open('a', buffering=1) as out:
        tried = pool.imap(try_one, new)
        for mutant in chosen:
            if sum(each.outcome in ('killed', 'survived') for each in seen) == count:
                break
            result = known.get(mutants.identity(mutant))
            if not result:
                result = next(tried)
                out.write('\t'.join(result) + '\n')
                print(f'{result.outcome:8} {result.identity} {result.by}', flush=True)
            seen.append(result)
    return seen


def report(seen):
    outcomes = collections.Counter(each.outcome for each in seen)
    for each in seen:
        if each.outcome == 'survived':
            print(f'\n{each.identity}\n  - {each.before}\n  + {each.after}')
    counted = outcomes['killed'] + outcomes['survived']
    print(f'\n{outcomes["killed"]} of {counted} killed '
          f'({100 * outcomes["killed"] / max(counted, 1):.1f} %); not counted: '
          f'{outcomes["refused"]} refused by the compiler, {outcomes["same"]} of the same object code')


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('--count', type=int, default=200, help='mutants that compile and count')
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--jobs', type=int, default=os.cpu_count(), help='mutants at a time')
    parser.add_argument('--paths', nargs='+', default=['src/tsx', 'src/plan', 'src/lesson'])
    parser.add_argument('--from', type=int, default=0, dest='first',
                        help='begin behind so many of the sample')
    parser.add_argument('--list', action='store_true', help='print the sample, try nothing')
    parser.add_argument('--only', metavar='ID', nargs='+', help='try these')
    parser.add_argument('--again', metavar='FILE', help='try the survivors of these results again')
    parser.add_argument('--fresh', action='store_true', help='forget what was tried with this seed')
    return parser.parse_args()


def survivors_of(path, found):
    """The mutants of now that change the same line in the same way as the survivors of then; where
    several lines are alike, the nearest."""
    alike = collections.defaultdict(list)
    for mutant in found:
        code = (TREE / mutant.path).read_text()
        key = (mutant.path, at_line(mutant, code), at_line(mutant, mutants.apply(mutant, code)))
        alike[key].append(mutant)
    chosen = []
    for row in read_results(pathlib.Path(path)).values():
        name, line = row.identity.split(':')[:2]
        near = sorted(alike[name, row.before, row.after],
                      key=lambda mutant: abs(mutant.line - int(line)))
        if row.outcome == 'survived' and near:
            chosen.append(near[0])
        elif row.outcome == 'survived':
            print(f'gone     {name}\n  - {row.before}\n  + {row.after}')
    return chosen


def main():
    options = parse_arguments()
    WORK.mkdir(parents=True, exist_ok=True)
    copy_tree()
    found = list(all_mutants(options.paths))
    results = WORK / f'seed-{options.seed}.tsv'
    if options.only:
        chosen = [each for each in found if mutants.identity(each) in options.only]
    elif options.again:
        chosen = survivors_of(options.again, found)
        results = WORK / 'again.tsv'
    else:
        chosen = sample(found, options.seed)[options.first:]
    if options.list:
        print('\n'.join(mutants.identity(each) for each in chosen[:options.count]))
        return
    if options.fresh or options.only or options.again:
        results = WORK / 'again.tsv' if options.only or options.again else results
        results.unlink(missing_ok=True)
    bench = Bench({pathlib.Path(each.path).parts[1] for each in chosen})
    report(run_sample(bench, chosen, options.count, results, options.jobs))


if __name__ == '__main__':
    main()
