# shellcheck shell=bash
# What the interactive bash of the test reads: the words of the completion go to $LOG.
PS1='$ '
# shellcheck source=completions/lessonlint.bash
source "$COMPLETIONS/lessonlint.bash"
noted() {
    local head
    _lessonlint
    head=${COMP_LINE##* }
    head=${head%"${head##*["=:"]}"} # what readline leaves in its place
    { [[ ${#COMPREPLY[@]} -eq 0 ]] || printf '%s\n' "${COMPREPLY[@]/#/"$head"}"; echo end; } >>"$LOG"
}
complete -F noted lessonlint
bind -x '"\C-g": echo "line $READLINE_LINE|" >>"$LOG"'
