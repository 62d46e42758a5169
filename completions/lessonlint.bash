# shellcheck shell=bash
# Completion of lessonlint for bash: asks the command itself what may stand at the cursor.

# Sets `typed` to the words up to the cursor, as the shell will hand them over. Readline cuts words at
# `=` and `:` as well, so what stands without a blank between is put together again.
_lessonlint_words() {
    local line=${COMP_LINE:0:COMP_POINT} piece rest i
    typed=()
    for ((i = 0; i <= COMP_CWORD; i++)); do
        piece=${COMP_WORDS[i]}
        rest=${line#"${line%%[![:blank:]]*}"}
        [[ $i -lt $COMP_CWORD ]] || piece=$rest
        if [[ $i -gt 0 && $rest == "$line" ]]; then
            typed[-1]+=$piece
        else
            typed+=("$piece")
        fi
        line=${rest#"$piece"}
    done
}

_lessonlint() {
    local typed word answer line start what from
    _lessonlint_words
    word=${typed[-1]}
    COMPREPLY=()
    mapfile -t answer < <("${typed[0]/#\~/$HOME}" complete -- "${typed[@]:1}" 2>/dev/null)
    [[ ${#answer[@]} -gt 0 ]] || return 0
    # Readline replaces what stands behind the last sign at which it cuts.
    start=${word%"${word##*["=:"]}"}
    [[ $COMP_WORDBREAKS == *=* ]] || start=
    for line in "${answer[@]}"; do
        line=${line%%$'\t'*}
        [[ $line == :* || $line != "$word"* ]] || COMPREPLY+=("${line#"$start"}")
    done
    read -r what from <<<"${answer[-1]}"
    case $what in
    :more) compopt -o nospace ;;
    :files | :folders)
        compopt -o filenames
        [[ $what == :files ]] && what=-f || what=-d
        mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen "$what" -- "${word:from}")
        ;;
    esac
}

complete -F _lessonlint lessonlint
