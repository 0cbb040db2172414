# Tab completes what coach can be told. Written by: coach --show-completion bash

_coach() {
    local line=${COMP_LINE:0:COMP_POINT} part=${COMP_WORDS[COMP_CWORD]} word
    COMPREPLY=()
    while IFS= read -r word; do
        # There is no such name, and a file is not wanted either.
        if [[ $word == *$'\t' ]]; then
            type compopt > /dev/null 2>&1 && compopt +o default
            return 0
        fi
        case $part in
            \"*) word=${word//\\/\\\\} word=${word//\"/\\\"} word=${word//\$/\\\$} COMPREPLY+=("${word//\`/\\\`}") ;;
            \'*) COMPREPLY+=("${word//\'/\'\\\'\'}") ;;
            *) _coach_rest "$(printf '%q' "$word")" ;;
        esac
    done < <(_COACH_COMPLETE=words _COACH_LINE=$line "$1" 2> /dev/null < /dev/null)
}

# Bash puts in place only what stands behind the last : or = of a word.
_coach_rest() {
    local before=${line%"$part"} tail=$1 head='' kept=0
    [[ $part == [:=@] ]] && before=$line
    while [[ $tail == *[:=@]* ]]; do
        head=$head${tail%%[:=@]*}
        head=${1:0:${#head} + 1}
        tail=${1:${#head}}
        [[ $before == *"$head" ]] && kept=${#head}
    done
    COMPREPLY+=("${1:kept}")
}

complete -o nosort -o default -F _coach coach 2> /dev/null || complete -o default -F _coach coach
