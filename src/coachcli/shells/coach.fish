# Tab completes what coach can be told. Written by: coach --show-completion fish

function __coach_words
    set -l program (commandline -opc)[1]
    set -l option (commandline -ct | string match --regex -- '^--[a-z-]+='; or echo)
    set -l found (env _COACH_COMPLETE=words _COACH_LINE=(commandline -cp | string collect) $program 2>/dev/null </dev/null)
    if test (count $found) -eq 0
        __fish_complete_path (commandline -ct)
    else if not string match -q -- '*'\t $found[1]
        # A tab at the end: there is no such name, and a file is not wanted either.
        printf '%s\n' $option$found
    end
end

complete --command coach --no-files --keep-order --arguments '(__coach_words)'
