#!/usr/bin/env bash
# writing_rules.sh COMMAND ROOT FOLDER: every rule of docs/writing-rules.md is whole, is judged on its own texts as it says, and
# has texts of both kinds; a text that is changed makes the test of the rules fail. FOLDER is in the build folder.
set -euo pipefail
command=$1 root=$2 folder=$3
export LC_ALL=C
page=$root/docs/writing-rules.md

fail() {
    echo "$*"
    exit 1
}

rm -rf "$folder" && mkdir -p "$folder/rules"
awk -v to="$folder/rules" '/^```yaml$/ { inside = 1; next }
    /^```$/ { inside = 0 }
    inside && /^id: / { file = to "/" $2 ".yaml" }
    inside { print > file }' "$page"
cd "$folder"
[[ $(grep -c '^id: ' "$page") == "$(find rules -name '*.yaml' | wc -l)" ]] || fail 'an id stands twice'

# Those that are off by default in the catalogue of rules, and five more.
for id in emoji row-aside-missing manual-bullet svg-viewbox reference-note lesson-title-unlinked code-else \
    no-filler code-language img-alt title-short stretch-exercise; do
    [[ -f rules/$id.yaml ]] || fail "no rule $id"
done
for file in rules/*.yaml; do
    grep -q '^valid:' "$file" && grep -q '^invalid:' "$file" || fail "$file: no texts"
done
"$command" rules test rules || fail 'a rule is judged otherwise than the page says'

# A configuration that holds them is read and written again with all that they say.
{
    echo 'rules:'
    for file in rules/*.yaml; do
        sed 's/^/    /; 1s/^   /  -/' "$file"
    done
} >.lessonlint.yaml
"$command" --show-config >again.yaml
"$command" --config again.yaml --show-config | sed 1d | cmp - <(sed 1d again.yaml)
for key in 'when: ' 'valid:' 'invalid:' 'at: ' 'count: '; do
    grep -q "^ *$key" again.yaml || fail "--show-config leaves out $key"
done

# What must not pass.
mkdir other
sed 's/at: \["1:12"\]/at: ["1:13"]/' rules/no-filler.yaml >other/no-filler.yaml
sed 's/alt="A sorted/title="A sorted/' rules/img-alt.yaml >other/img-alt.yaml
sed 's/count: 1/count: 2/' rules/emoji.yaml >other/emoji.yaml
sed 's/BUILD/STRETCH/' rules/stretch-exercise.yaml >other/stretch-exercise.yaml
status=0
"$command" rules test other >seen || status=$?
[[ $status == 1 && $(grep -c '^  FAIL' seen) == 4 ]] || { cat seen; fail 'wrong texts pass'; }
