#!/usr/bin/env bash
# complete.sh SHELL COMMAND ROOT FOLDER: what SHELL makes of the lines of lines.txt. Ends with 77 when it is not there.
set -euo pipefail -f
shell=$1 command=$2 root=$3 folder=$4
tests=$root/tests/completions
export LC_ALL=C.UTF-8 TERM=dumb COMPLETIONS=$root/completions LOG=$folder/log HOME=$folder/home
unset BASH_ENV ENV
for need in "$shell" python3; do
    command -v "$need" >/dev/null || { echo "$need is not there"; exit 77; }
done

rm -rf "$folder" && mkdir -p "$folder"/{bin,home,config,work/mine,work/src}
export XDG_CONFIG_HOME=$folder/config XDG_DATA_HOME=$folder/config PATH=$folder/bin:$PATH
ln -s "$command" "$folder/bin/lessonlint"
cd "$folder/work"
cp -R "$root/tests/cli/documents/." .
touch 'my plan.md' src/a.md
awk '/^```yaml$/ { ++block; next } /^```$/ { if (block) exit } block == 1' "$root/docs/writing-rules.md" \
    >mine/no-filler.yaml
grep -v '^#' "$tests/lines.txt" | sed 's/[|>].*//' >"$folder/lines"

# Each writes `== LINE`, the words and `end` into the log.
in_bash() {
    python3 "$tests/type.py" "$LOG" bash --noprofile --rcfile "$tests/rc.bash" -i <"$folder/lines"
}
in_zsh() {
    cp "$tests/rc.zsh" "$HOME/.zshrc"
    ZDOTDIR=$HOME python3 "$tests/type.py" "$LOG" zsh -d -i <"$folder/lines"
}
in_fish() {
    fish --no-config -c 'source $COMPLETIONS/lessonlint.fish
        while read -l line
            echo "== $line"
            complete -C "$line" | string replace -r "\t.*" ""
            echo end
        end' <"$folder/lines" >"$LOG"
}
"in_$shell"

# Words one a line: blanks of names as `?`, without what quotes them; folders with a slash.
words_of() {
    awk -v line="== $1" '$0 == line { on = 1; next } $0 == "end" { if (on) exit } on' "$LOG" |
        sed 's/\\ / /g; s/ /?/g' | while IFS= read -r word; do
        [[ ! -d ${word##*=} || $word == */ ]] || word+=/
        echo "$word"
    done | LC_ALL=C sort -u
}

# What became of a line; fish can only be asked for words.
whole() {
    awk -v line="== $1" '$0 == line { on = 1; next } on && /^line / { print substr($0, 6); exit }' "$LOG"
}

status=0 count=0
while IFS= read -r row; do
    line=${row%%[|>]*}
    wanted=${row#"$line"?}
    if [[ $row == "$line>"* ]]; then
        [[ $shell == fish ]] || diff --label "$line" --label "in $shell" -u <(echo "${wanted# }") <(whole "$line") ||
            status=1
        continue
    fi
    words_of "$line" >"$folder/seen"
    printf '%s\n' ${wanted%+} | grep . | LC_ALL=C sort >"$folder/wanted" || true
    [[ $wanted != *+ ]] || mv "$folder/seen" "$folder/more"
    [[ $wanted != *+ ]] || comm -12 "$folder/wanted" "$folder/more" >"$folder/seen"
    diff --label "$line" --label "in $shell" -u "$folder/wanted" "$folder/seen" || status=1
    count=$((count + 1))
done < <(grep -v '^#' "$tests/lines.txt")
[[ $count -gt 20 ]] || { echo "only $count lines"; status=1; }
exit $status
