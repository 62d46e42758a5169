# Completion of lessonlint for fish: asks the command itself what may stand at the cursor.

function __lessonlint_complete
    set -l typed (commandline -opc)
    set -l word (commandline -ct)
    set -l answer (command $typed[1] complete -- $typed[2..-1] "$word" 2>/dev/null)
    set -q answer[1]; or return
    set -l last (string split ' ' -- $answer[-1])
    string match -v ':*' -- $answer
    switch "$last[1]"
        case :files :folders
            set -l head (string sub -l $last[2] -- "$word")
            set -l rest (string sub -s (math $last[2] + 1) -- "$word")
            set -l names
            if test $last[1] = :files
                set names (__fish_complete_path "$rest" '')
            else
                set names (__fish_complete_directories "$rest" '')
            end
            for name in $names
                echo "$head$name"
            end
    end
end

complete -c lessonlint -f -a '(__lessonlint_complete)'
