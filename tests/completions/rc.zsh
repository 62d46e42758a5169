# What the interactive zsh of the test reads: the words of the completion go to $LOG.
PS1='$ '
unsetopt zle_bracketed_paste 2>/dev/null
fpath=($COMPLETIONS $fpath)
autoload -Uz compinit
compinit -u -D
# Words that are only looked for, for which the caller gave an array (-O, -A, -D), are not shown.
compadd() {
    local -a hits path_
    if [[ "${(@)argv[1,(i)(-|--)]}" != *-(O|A|D)\ * ]]; then
        builtin compadd -O hits "$@"
        path_=(${argv[(r)-p]:+"${argv[$(( ${argv[(i)-p]} + 1 ))]}"})
        (( $#hits )) && print -rl -- $IPREFIX$path_[1]${^hits} >>$LOG
    fi
    builtin compadd "$@"
}
noted() {
    _lessonlint "$@"
    local -i found=$?
    print end >>$LOG
    return found
}
autoload -Uz _lessonlint
compdef noted lessonlint
told() { print -r -- "line $BUFFER|" >>$LOG }
zle -N told
bindkey '^G' told
