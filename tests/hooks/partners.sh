#!/usr/bin/env bash
# partners.sh LESSONLINT: which pairs --partners finds for a widget that has changed: those whose lesson
# imports it, in each way that an import is written; it alone beside lessons; nothing elsewhere.
set -euo pipefail
lessonlint=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
failed=0

complain() {
    echo "$*"
    failed=1
}

lesson() { # NAME, and what it imports
    printf 'import { Part } from %s\nexport function %sLesson() {\n  return <LessonLayout><Row><Part /></Row></LessonLayout>\n}\n' \
        "$2" "$1" >"site/lessons/$1Lesson.tsx"
    printf '# Lesson: %s\n\n| Misconception | Why |\n|---|---|\n| A | B |\n' "$1" >"plans/${1,,}.md"
}

widget() { # PATH
    mkdir -p "$(dirname "$1")"
    printf 'export function Part() {\n  return <p>One -- two</p>\n}\n' >"$1"
}

found() { # WANTED, words of --show-files by blanks, and the files
    local wanted=$1 seen
    shift
    seen=$("$lessonlint" --partners --show-files "$@" | tr '\t\n' '  ') || complain "status $? of $*"
    [[ ${seen% } == "$wanted" ]] || complain "$*: \"$seen\" instead of \"$wanted\""
}

mkdir -p plans site/lessons
cat >.lessonlint.yaml <<'YAML'
plans: "plans/{slug}.md"
lessons: "site/lessons/**/{Slug}Lesson.tsx"
aliases: { "@/": "site/" }
YAML
for path in site/widgets/Gauge.tsx site/lessons/Dial.tsx site/lessons/parts/Knob/index.tsx site/widgets/Plot.jsx \
    site/widgets/Gaug.tsx site/lessons/Lone.tsx site/Nav.tsx site/ui/Button.tsx site/widgets/ui/Field.tsx elsewhere/Gauge.tsx; do
    widget "$path"
done
lesson Ada "'@/widgets/Gauge'"
lesson Bob '"../widgets/Gauge.tsx"'
lesson Cleo "'./Dial'"
lesson Dora "'./parts/Knob'"
lesson Emil "'@/ui/Button'"
printf "const Plot = lazy(() => import('@/widgets/Plot'))\nexport function FlorLesson() {\n  return <LessonLayout><Plot /></LessonLayout>\n}\n" >site/lessons/FlorLesson.tsx
printf '# Lesson: Gil\n' >plans/gil.md
printf '// Gauge is spoken of, and not imported\nexport function GilLesson() {\n  return <LessonLayout>Gauge</LessonLayout>\n}\n' >site/lessons/GilLesson.tsx
printf 'export function HelLesson() {\n' >site/lessons/HelLesson.tsx
printf 'nothing -- of all\n' >README.md

ada='pair plans/ada.md site/lessons/AdaLesson.tsx'
bob='pair plans/bob.md site/lessons/BobLesson.tsx'
cleo='pair plans/cleo.md site/lessons/CleoLesson.tsx'
found "$ada $bob" site/widgets/Gauge.tsx
found "$cleo" site/lessons/Dial.tsx
found 'pair plans/dora.md site/lessons/DoraLesson.tsx' site/lessons/parts/Knob/index.tsx
found 'lesson site/lessons/FlorLesson.tsx' site/widgets/Plot.jsx
found "$ada $bob $cleo" site/widgets/Gauge.tsx site/lessons/Dial.tsx plans/bob.md
found 'lesson site/lessons/Lone.tsx' site/lessons/Lone.tsx
found '' site/widgets/Gaug.tsx site/Nav.tsx site/ui/Button.tsx site/widgets/ui/Field.tsx elsewhere/Gauge.tsx README.md

cannot() { # TEXT, and words of the command
    local wanted=$1 seen=0
    shift
    "$lessonlint" --partners "$@" >out 2>&1 || seen=$?
    [[ $seen == 2 ]] || complain "$*: status $seen"
    grep -qF -- "$wanted" out || complain "$*: it does not say \"$wanted\": $(cat out)"
}
cannot 'site/widgets/Gone.tsx: error: cannot read' site/widgets/Gone.tsx
cannot 'site/widgets/Gone.tsx: error: cannot read' README.md site/widgets/Gone.tsx
cannot 'README.md: error: --partners needs a configuration' --no-config README.md
printf 'language: english\n' >bare.yaml
cannot 'README.md: error: --partners needs a configuration' --config bare.yaml README.md
ln -s ../widgets/Gauge.tsx site/lessons/Link.tsx
found '' site/lessons/Link.tsx
(cd site/widgets && [[ $("$lessonlint" --partners --show-files Gauge.tsx | head -1) == $'pair\t../../plans/ada.md\t../lessons/AdaLesson.tsx' ]]) ||
    complain 'from a folder'

# A widget behind another one, which rules look at, and one behind a file that only exports others: there
# no rule looks, so it is checked alone, too. Only what exports the name that a lesson imports is its widget.
show() { # PATH, NAME, and what is in front of it: a component that shows Part
    mkdir -p "$(dirname "$1")"
    printf '%sexport function %s() {\n  return <Part />\n}\n' "$3" "$2" >"$1"
}
needles() { # LESSON, what it imports, and its text behind that
    printf 'import %s\nexport function %sLesson() {\n  return <LessonLayout>%s</LessonLayout>\n}\n' "$2" "$1" "$3" \
        >"site/lessons/$1Lesson.tsx"
}
cat >site/parts-index <<'TS'
import { Tip as Point } from './Tip'
/* Its own names go on; that's all. */
export {
  Needle, // the one that's thin
  default as Shaft,
} from "./deep/Needle"
export * from './Hand'
export * from './far'
export { Point, Point as Peak }
export type { Kind } from './Kind'
TS
mkdir -p site/parts/far
mv site/parts-index site/parts/index.ts
show site/parts/deep/Needle.tsx Needle ''
show site/parts/Hand.tsx Hand ''
printf 'export const [Near, Far] = both\n' >site/parts/far/Both.tsx
printf "export * from './Both'\nexport * from '..'\n" >site/parts/far/index.ts
show site/parts/Meter.tsx Part "import { Tip } from './Tip'\nconst tip = <Tip />\n"
printf "export { Part as Shaft } from '../Meter'\n" >site/parts/deep/index.ts
widget site/parts/Tip.tsx
show site/parts/Kind.tsx Kind ''
needles Ian "{ Hand } from '@/parts'" '<Hand />'
needles Ina "{ type Needle as Size, Needle as N } from '@/parts'" '<N />'
needles Ivo "{ Shaft } from '@/parts'" '<Shaft />'
needles Jan "* as Parts from '@/parts'" '<Parts.Hand />'
needles Jil "{ Peak } from '@/parts'" '<Peak />'
needles Jon "{ Far } from '@/parts'" '<Far />'
needles Kai "type { Kind } from '@/parts'" ''
lesson Joy "'@/parts/Meter'"
needles Kim "{ Shaft } from '@/parts/deep'" '<Shaft />'
joy='pair plans/joy.md site/lessons/JoyLesson.tsx'
of() { # words for the lessons of these names
    local name
    for name; do printf 'lesson site/lessons/%sLesson.tsx ' "$name"; done
}
found "$(of Ian Jan)lesson site/parts/Hand.tsx" site/parts/Hand.tsx
found "$(of Ina Ivo Jan)lesson site/parts/deep/Needle.tsx" site/parts/deep/Needle.tsx
found "$(of Jan Jon)lesson site/parts/far/Both.tsx" site/parts/far/Both.tsx
found "$(of Jan Kai)lesson site/parts/Kind.tsx" site/parts/Kind.tsx
found "$joy $(of Jan Jil Kim | sed 's/ $//')" site/parts/Tip.tsx
found "$joy $(of Kim | sed 's/ $//')" site/parts/Meter.tsx
"$lessonlint" --partners --only double-hyphen --format compact site/parts/Tip.tsx site/widgets/Plot.jsx >out || true
[[ $(cut -d: -f1 out | sort | tr '\n' ' ') == 'site/parts/Tip.tsx site/widgets/Plot.jsx ' ]] ||
    complain "each is judged once: $(cat out)"

# One that a lesson imports, but does not show as an element, is checked alone, too.
needles Leo "{ Dial } from './Dial'" '{[Dial].map((D) => <D />)}'
needles Mia "{ Knob } from './parts/Knob'" ''
found "$cleo $(of Leo | sed 's/ $//')" site/lessons/Dial.tsx
rm site/lessons/CleoLesson.tsx plans/cleo.md site/lessons/DoraLesson.tsx plans/dora.md
found "$(of Leo)lesson site/lessons/Dial.tsx" site/lessons/Dial.tsx
found "$(of Mia)lesson site/lessons/parts/Knob/index.tsx" site/lessons/parts/Knob/index.tsx
rm site/lessons/LeoLesson.tsx
lesson Cleo "'./Dial'"

# The report says why a pair is there, unless it was named itself; the widget's findings are its own.
says() { # COUNT of the lines that say so, and the files
    local wanted=$1 seen
    shift
    "$lessonlint" --partners --only double-hyphen "$@" >out || complain "status $? of $*"
    seen=$(grep -c '^checked because the lesson imports site/widgets/Gauge.tsx$' out || true)
    [[ $seen == "$wanted" ]] || complain "$*: said $seen times instead of $wanted: $(cat out)"
}
says 2 site/widgets/Gauge.tsx
grep -q '^site/widgets/Gauge.tsx:2:17: polish' out || complain "the widget was not judged: $(cat out)"
says 1 site/widgets/Gauge.tsx plans/ada.md
says 1 site/lessons/AdaLesson.tsx site/widgets/Gauge.tsx
says 0 plans/ada.md plans/bob.md

# A pattern that looks everywhere does not make lessons of all TSX files.
sed -i 's|^lessons: .*|lessons: "**/{Slug}Lesson.tsx"|' .lessonlint.yaml
found '' site/lessons/Lone.tsx
found "$cleo" site/lessons/Dial.tsx
exit $failed
