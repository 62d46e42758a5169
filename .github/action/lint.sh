#!/usr/bin/env bash
# Runs the command in GITHUB_WORKSPACE: reports go where LESSONLINT_FORMAT says, the review becomes the summary of the
# job, and the step's outputs are `status`, `review` and `sarif`. The step ends as the command does.
set -euo pipefail
cd "$GITHUB_WORKSPACE"
out=$(mktemp -d "$RUNNER_TEMP/lessonlint.XXXXXX")

# A summary of more than 1 MiB is refused as a whole.
summary_most=1000000

# lines TEXT: those in which something stands, without blanks around.
lines() {
    sed 's/^[[:space:]]*//; s/[[:space:]]*$//; /^$/d' <<<"$1"
}

mapfile -t paths < <(lines "${LESSONLINT_PATHS:-}")
mapfile -t formats < <(lines "${LESSONLINT_FORMAT:-github}")
mapfile -t options < <(lines "${LESSONLINT_OPTIONS:-}")
arguments=("--fail-on=${LESSONLINT_FAIL_ON:-improvement}" "${formats[@]/#/--format=}" "${options[@]}")
arguments+=("--format=sarif=$out/lessonlint.sarif" "--format=markdown=$out/review.md")
[[ -z ${LESSONLINT_CONFIG:-} ]] || arguments+=("--config=$LESSONLINT_CONFIG")

# The value of a workflow command stands in one line.
escaped() {
    local text=${1//%/%25}
    text=${text//$'\r'/%0D}
    printf '%s' "${text//$'\n'/%0A}"
}

# The review, cut at the end of a line when there is too much of it.
summarise() {
    if [[ $(wc -c <"$out/review.md") -le $summary_most ]]; then
        cat "$out/review.md"
        return
    fi
    head -c "$summary_most" "$out/review.md" | sed '$d'
    printf '\n\n**The rest of the review has no room here; the report is longer than %s bytes.**\n' "$summary_most"
}

status=0
lessonlint lint "${arguments[@]}" -- "${paths[@]}" 2>"$out/errors" || status=$?
cat "$out/errors" >&2
echo "status=$status" >>"$GITHUB_OUTPUT"
# What is written there when it could work are notes, such as those of the baseline.
if [[ -s $out/errors ]]; then
    level=notice
    [[ $status -lt 2 ]] || level=error
    echo "::$level title=lessonlint::$(escaped "$(cat "$out/errors")")"
fi
if [[ -s $out/review.md ]]; then
    summarise >>"$GITHUB_STEP_SUMMARY"
    printf '%s\n' "review=$out/review.md" "sarif=$out/lessonlint.sarif" >>"$GITHUB_OUTPUT"
fi
exit "$status"
