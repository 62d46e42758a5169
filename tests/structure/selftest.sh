#!/usr/bin/env bash
# selftest.sh FOLDER: each structure check passes on a small sound tree made in FOLDER and fails,
# with the right words, on every way of breaking it.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
tree=$1/tree
broken=$1/broken
status=0

sound_tree() {
    rm -rf "$1"
    mkdir -p "$1"/{src/{base,text,markdown,tsx,check,cli},include/lessonlint,docs/{rules,examples},rules} \
        "$1"/tests/{structure,unit} "$1"/fixtures/{a-rule,b-rule}--{bad,good} "$1"/fixtures/whole--x
    cd "$1"
    printf '```modules\nbase < text < markdown, tsx <\nrule < check < review < writer < cli\n```\n' >docs/design.md
    printf '```libraries\ntext: pcre2.h\nmarkdown: md4c.h\n```\n' >>docs/design.md
    {
        printf '## Limits\n| what | limit | stated in | past it | shown by |\n|---|---|---|---|---|\n'
        printf '| words | 9 | `base/base.h` | refused | `base`: `words_have_a_limit` |\n## Decisions\n'
    } >>docs/design.md
    echo 'static void words_have_a_limit(void);' >tests/unit/test_base.c
    printf 'set(module_order base text markdown tsx\n    rule check review writer cli)\n' >src/CMakeLists.txt
    echo '#include <stdint.h>' >include/lessonlint/error.h
    echo '#include "lessonlint/error.h"' >src/base/base.h
    printf '#include "base/base.h"\n#include <pcre2.h>\n' >src/text/text.c
    printf '#include "text/text.h"\n#include <md4c.h>\n' >src/markdown/markdown.c
    printf '#include "tsx/tsx.h"\n#include "text/text.h"\n' >src/tsx/tsx.c
    printf '#include "cli/options.h"\n#include "lessonlint/error.h"\n' >src/cli/main.c
    functions 9 10 >src/base/short.c
    mkdir src/writer
    echo '#define LL_HTML(out, ...) ll_html_print((out), "" __VA_ARGS__)' >src/writer/html.h
    printf '#include "writer/html.h"\nLL_HTML(out, "<p>%%v", text);\n' >src/writer/format_html.c
    echo 'll_buffer_add(out, text);' >src/writer/html_print.c
    mkdir src/review src/rule
    echo 'const char *text = LL_SAY_GONE, *id = "lesson-length", *word = "PASS (with polish notes)";' >src/review/notes.c
    echo '#define LL_SAY_GONE "it is gone"' >src/rule/words.h
    echo '/* as in "it is gone" */' >src/check/person.c
    cp "$here/../../.clang-format" .
    printf '# ids\nb-rule\na-rule\n' >tests/structure/catalogue.txt
    printf 'id: a-rule\nkind: check\n' >rules/a-rule.yaml
    printf 'id: b-rule\nkind: text\n' >rules/b-rule.yaml
    touch docs/rules/{a,b}-rule.md fixtures/{a,b}-rule--{bad,good}/{args,expected.findings}
    printf '| [`a-rule`](a-rule.md) |\n| [`b-rule`](./b-rule.md) |\n' >docs/rules/README.md
    echo 'CHECK(a_rule)' >src/check/checks.def
    touch src/check/{a_rule,helper}.c
    cd "$OLDPWD"
}

# functions COUNT LINES: C code with so many functions of so many lines.
functions() {
    local i j
    for ((i = 0; i < $1; i++)); do
        echo "static int f$i(int a,"
        echo "    int b) {"
        for ((j = 3; j < $2; j++)); do echo "    a += b;"; done
        echo "}"
    done
}

passes() {
    "$here/$1.sh" "$tree" >"$tree.log" 2>&1 || {
        echo "$1 fails on a sound tree:"
        cat "$tree.log"
        status=1
    }
}

# breaks CHECK WORDS COMMAND: after COMMAND the check fails and says WORDS.
breaks() {
    rm -rf "$broken"
    cp -R "$tree" "$broken"
    (cd "$broken" && eval "$3")
    if "$here/$1.sh" "$broken" >"$broken.log" 2>&1; then
        echo "$1 passes after: $3"
        status=1
    elif ! grep -qF -- "$2" "$broken.log"; then
        echo "$1 does not say '$2' after: $3"
        cat "$broken.log"
        status=1
    fi
}

include() {
    echo "#include $2" >>"$1"
}

sound_tree "$tree"
passes limits
breaks limits 'no file states the limit of words' 'rm src/base/base.h'
breaks limits 'there is no words_have_a_limit in test_base.c' 'rm tests/unit/test_base.c'
breaks limits 'no test of words' "sed -i 's/.base.: .words/words/' docs/design.md"
breaks limits 'no table of limits' "sed -i '/words/d' docs/design.md"

passes modules
breaks modules 'not left of base' "include src/base/base.h '\"text/text.h\"'"
breaks modules 'not left of tsx' "include src/tsx/tsx.c '\"markdown/markdown.h\"'"
breaks modules 'public headers only' "include src/cli/main.c '\"check/check.h\"'"
breaks modules '<pcre2.h> belongs to src/text' "include src/tsx/tsx.c '<pcre2.h>'"
breaks modules '<md4c.h> belongs to src/markdown' "include src/cli/main.c '<md4c.h>'"
breaks modules 'the private "base/base.h"' "include include/lessonlint/error.h '\"base/base.h\"'"
breaks modules 'write the folder too' "include src/tsx/tsx.c '\"tsx.h\"'"
breaks modules 'in no known module' "include src/tsx/tsx.c '\"other/tsx.h\"'"
breaks modules 'src/other is not in the order' 'mkdir src/other; touch src/other/a.c; echo >src/other/a.c'
breaks modules 'of src/CMakeLists.txt' "sed -i 's/base < text/text < base/' docs/design.md"
breaks modules 'no fenced block' "sed -i 's/modules/text/' docs/design.md"
breaks modules 'no sources' 'rm -r src/*/ include; mkdir include'

passes sizes
breaks sizes 'long.c:1: a function of 81 lines' 'functions 1 81 >src/base/long.c'
breaks sizes 'under 60 lines, not nine in ten' 'functions 1 60 >src/base/a.c; functions 1 80 >src/base/b.c'
breaks sizes 'under 20 lines, not half' 'functions 10 20 >src/base/a.c'
breaks sizes 'more than 600 lines' 'seq 601 >src/base/long.h'

if clang-format --version 2>/dev/null | grep -q ' version 14\.'; then
    printf 'static int f(int a) {\n    return a;\n}\n' >"$tree/src/base/short.c"
    passes format
    breaks format 'src/base/short.c:1:' "sed -i 's/^    return/   return/' src/base/short.c"
    breaks format 'src/cli/main.c:1:' 'echo "int  a;" >src/cli/main.c'
    breaks format 'docs/examples/a.cpp:1:' 'echo "int  a;" >docs/examples/a.cpp'
fi

passes html
breaks html 'format_html.c:3: adds to a buffer' 'echo "ll_buffer_add(out, text);" >>src/writer/format_html.c'
breaks html 'format_html.c:3: use LL_HTML' 'echo "ll_html_print(out, text);" >>src/writer/format_html.c'
breaks html 'format_html.c:3: the markup' 'echo "LL_HTML(out, text);" >>src/writer/format_html.c'
breaks html 'format_html.c:4: the markup' 'printf "LL_HTML(out,\n    text);\n" >>src/writer/format_html.c'
breaks html 'does not want a literal' "sed -i 's/\"\" //' src/writer/html.h"
breaks html 'no html writer' 'rm src/writer/html_print.c'

passes words
breaks words 'notes.c:2:' 'echo "text = LL_VIEW(\"it is gone\");" >>src/review/notes.c'
breaks words 'person.c:2:' 'echo "say(\"%u gone\", left);" >>src/check/person.c'
breaks words 'no code of reviews' 'rm src/rule/words.h'

passes catalogue
for part in rules/b-rule.yaml docs/rules/b-rule.md; do
    breaks catalogue 'missing for b-rule' "rm $part"
done
breaks catalogue 'docs/rules/README.md: missing for b-rule' 'sed -i /b-rule/d docs/rules/README.md'
breaks catalogue 'fixtures/ID--bad: missing for b-rule' 'rm -r fixtures/b-rule--bad'
breaks catalogue 'fixtures/ID--good: missing for b-rule' 'rm -r fixtures/b-rule--good'
breaks catalogue 'fixtures/b-rule--bad: no args' 'rm fixtures/b-rule--bad/args'
breaks catalogue 'no expected.findings' 'rm fixtures/b-rule--good/expected.findings'
breaks catalogue 'checks.def: missing for a-rule' 'rm src/check/a_rule.c'
breaks catalogue 'checks.def: missing for a-rule' 'echo >src/check/checks.def'
breaks catalogue 'checks.def: b-rule is no rule' \
    'touch src/check/b_rule.c; echo "CHECK(b_rule)" >>src/check/checks.def'
breaks catalogue 'is no rule' "sed -i '/^b-rule/d' tests/structure/catalogue.txt"
breaks catalogue 'missing for c-rule' 'echo c-rule >>tests/structure/catalogue.txt'
breaks catalogue 'stands twice' 'echo b-rule >>tests/structure/catalogue.txt'
breaks catalogue 'rules/ID.yaml: c-rule is no rule' 'echo "id: c-rule" >rules/c-rule.yaml'
breaks catalogue 'docs/rules/ID.md: c-rule is no rule' 'touch docs/rules/c-rule.md'
breaks catalogue 'fixtures/ID--good: c-rule is no rule' 'mkdir fixtures/c-rule--good'
breaks catalogue 'README.md: c-rule is no rule' 'echo "[c](c-rule.md)" >>docs/rules/README.md'
breaks catalogue "the id is not the file's name" 'echo "id: other" >rules/b-rule.yaml'
exit $status
