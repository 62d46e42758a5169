/* killed_at SIGNAL STEP COMMAND [ARGUMENT…]: runs the command and sends it the signal, a number, at
 * the STEP-th time that it enters or leaves the kernel; with 0 it lets it run, and prints how often
 * that was. Ends with 0 when the command came to its end, 1 when the signal ended it, 77 when
 * processes cannot be traced here. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>

enum { ENDED = 0, KILLED = 1, WRONG = 2, CANNOT = 77 };

static void run(int signal_sent, char **command) {
    (void)signal(signal_sent, SIG_DFL); /* a shell lets jobs in the background ignore some */
    if (ptrace(PTRACE_TRACEME, 0, NULL, NULL) != 0)
        _exit(CANNOT);
    execv(command[0], command);
    _exit(WRONG);
}

/* Lets the process go on until the next step. The signals that it gets go on to it. */
static int next_step(pid_t child, int *status) {
    int handed_on = 0;
    for (;;) {
        /* One that was killed cannot be let go on, and tells how it ended. */
        (void)ptrace(PTRACE_SYSCALL, child, NULL, handed_on);
        if (waitpid(child, status, 0) != child)
            return 0;
        if (!WIFSTOPPED(*status))
            return 0;
        if (WSTOPSIG(*status) == SIGTRAP)
            return 1;
        handed_on = WSTOPSIG(*status);
    }
}

int main(int argc, char **argv) {
    if (argc < 4)
        return WRONG;
    int signal_sent = (int)strtol(argv[1], NULL, 10);
    long wanted = strtol(argv[2], NULL, 10), step = 0;
    pid_t child = fork();
    if (child < 0)
        return WRONG;
    if (child == 0)
        run(signal_sent, argv + 3);
    int status;
    if (waitpid(child, &status, 0) != child)
        return WRONG;
    if (WIFEXITED(status))
        return WEXITSTATUS(status);
    while (next_step(child, &status))
        if (++step == wanted)
            (void)kill(child, signal_sent);
    if (WIFSIGNALED(status))
        return WTERMSIG(status) == signal_sent ? KILLED : WRONG;
    if (wanted == 0)
        printf("%ld\n", step);
    return ENDED;
}
