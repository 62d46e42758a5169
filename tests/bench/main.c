/* bench [--json] MODE ARGUMENT…: the program behind `./dev bench`. */
#include "bench.h"

#include <stdio.h>
#include <stdlib.h>

bool bench_json;

void bench_die(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    fputs("bench: ", stderr);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    va_end(arguments);
    exit(2);
}

char *bench_path(const char *folder, const char *name) {
    size_t size = strlen(folder) + strlen(name) + 2;
    char *path = malloc(size);
    if (!path)
        bench_die("out of memory");
    snprintf(path, size, "%s/%s", folder, name);
    return path;
}

void bench_print(const bench_row *row) {
    static const char *const words[] = {"", "at most", "at least"};
    if (bench_json) {
        printf("{\"name\": \"%s\", \"value\": %.4g, \"unit\": \"%s\"", row->name, row->value,
               row->unit);
        if (row->goal != GOAL_NONE)
            printf(", \"goal\": \"%s\", \"bound\": %g", words[row->goal], row->bound);
        puts("}");
    } else {
        printf("%-48s %10.*f %-6s", row->name, row->value < 100 ? 2 : 0, row->value, row->unit);
        if (row->goal != GOAL_NONE) {
            bool met =
                row->goal == GOAL_AT_MOST ? row->value <= row->bound : row->value >= row->bound;
            printf(" goal: %s %g, %s", words[row->goal], row->bound, met ? "met" : "missed");
        }
        putchar('\n');
    }
    fflush(stdout);
}

int main(int argc, char **argv) {
    static const struct {
        const char *name;
        int least; /* arguments */
        void (*run)(int count, char **arguments);
    } modes[] = {
        {"generate", 3, bench_generate},
        {"commands", 4, bench_commands},
        {"memory", 1, bench_memory},
        {"rules", 2, bench_rules},
    };
    int at = 1;
    if (at < argc && strcmp(argv[at], "--json") == 0) {
        bench_json = true;
        at++;
    }
    for (size_t i = 0; at < argc && i < sizeof modes / sizeof *modes; i++) {
        if (strcmp(argv[at], modes[i].name) != 0 || argc - at - 1 < modes[i].least)
            continue;
        modes[i].run(argc - at - 1, argv + at + 1);
        return 0;
    }
    bench_die("usage: bench [--json] generate FOLDER PAIRS FIXTURE… | commands COMMAND EMPTY PLAN "
              "LESSON [FOLDER…] | memory FIXTURE… | rules FOLDER FIXTURE…");
}
