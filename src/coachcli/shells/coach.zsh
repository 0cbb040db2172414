# Tab completes what coach can be told. Written by: coach --show-completion zsh

_coach() {
    local line="${(j: :)words[1,CURRENT-1]} $QIPREFIX$PREFIX"
    local -a found
    found=("${(@f)$(_COACH_COMPLETE=words _COACH_LINE=$line ${(Q)words[1]} 2> /dev/null < /dev/null)}")
    # There is no such name, and a file is not wanted either.
    [[ ${found[1]} == *$'\t' ]] && return 1
    [[ $PREFIX == -*=* ]] && compset -P '*='
    if [[ -z ${found[1]} ]]; then
        _default
    else
        compadd -V coach -- "${found[@]}"
    fi
}

(( $+functions[compdef] )) || { autoload -Uz compinit && compinit -i }
compdef _coach coach
