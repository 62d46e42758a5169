/* Whole commands, started in turn: wall time and the most memory that was resident. */
#include "bench.h"

#include <dirent.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

extern char **environ;

enum { SHORT_RUNS = 200, LONG_RUNS = 9, LONG_FROM = 500, MOST_FOLDERS = 8 };

typedef struct command {
    const char *name;
    char **argv;
    double *times; /* milliseconds, one for each run */
    int runs;
    double processor; /* the least milliseconds of processor time */
    long most_kib;    /* resident */
} command;

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static double milliseconds(struct timeval time) {
    return (double)time.tv_sec * 1e3 + (double)time.tv_usec / 1e3;
}

/* Starts the command, its output thrown away, and waits for it. */
static void run_once(command *c, const posix_spawn_file_actions_t *actions) {
    pid_t child;
    struct rusage used;
    int status;
    double start = now();
    if (posix_spawn(&child, c->argv[0], actions, NULL, c->argv, environ) != 0 ||
        wait4(child, &status, 0, &used) != child)
        bench_die("cannot start %s", c->argv[0]);
    c->times[c->runs++] = now() - start;
    if (!WIFEXITED(status) || WEXITSTATUS(status) > 1)
        bench_die("%s did not work", c->argv[0]);
    double processor = milliseconds(used.ru_utime) + milliseconds(used.ru_stime);
    if (c->runs == 1 || processor < c->processor)
        c->processor = processor;
    if (used.ru_maxrss > c->most_kib)
        c->most_kib = used.ru_maxrss;
}

static int compare_times(const void *a, const void *b) {
    double left = *(const double *)a, right = *(const double *)b;
    return (left > right) - (left < right);
}

/* Runs the commands in turn, so that what disturbs the machine disturbs all of them. */
static void run_in_turn(command *commands, size_t count, int runs) {
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
    for (size_t i = 0; i < count; i++) {
        commands[i].times = calloc((size_t)runs, sizeof(double));
        if (!commands[i].times)
            bench_die("out of memory");
    }
    for (int run = 0; run < runs; run++)
        for (size_t i = 0; i < count; i++)
            run_once(&commands[i], &actions);
    for (size_t i = 0; i < count; i++)
        qsort(commands[i].times, (size_t)runs, sizeof(double), compare_times);
    posix_spawn_file_actions_destroy(&actions);
}

static double least(const command *c) {
    return c->times[0];
}

static double middle(const command *c) {
    return c->times[c->runs / 2];
}

static void print(const char *what, const char *name, double value, const char *unit,
                  bench_goal goal, double bound) {
    char text[128];
    snprintf(text, sizeof text, "%s, %s", what, name);
    bench_print(&(bench_row){text, value, unit, goal, bound});
}

static void print_times(const command *c) {
    print(c->name, "least", least(c), "ms", GOAL_NONE, 0);
    print(c->name, "median", middle(c), "ms", GOAL_NONE, 0);
}

static void print_pair(const command *pair, const command *empty) {
    print_times(empty);
    print_times(pair);
    print("one pair over empty program", "least", least(pair) - least(empty), "ms", GOAL_AT_MOST,
          2);
    print("one pair over empty program", "median", middle(pair) - middle(empty), "ms", GOAL_AT_MOST,
          2);
    print("one pair to empty program", "ratio of least", least(pair) / least(empty), "", GOAL_NONE,
          0);
    print("one pair to empty program", "ratio of medians", middle(pair) / middle(empty), "",
          GOAL_NONE, 0);
    print(pair->name, "memory", (double)pair->most_kib / 1024, "MiB", GOAL_AT_MOST, 6);
    print(empty->name, "memory", (double)empty->most_kib / 1024, "MiB", GOAL_NONE, 0);
}

static int compare_names(const void *a, const void *b) {
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* COMMAND, and all files of the folder, sorted; NULL behind them. */
static char **arguments_of(char *program, const char *folder, size_t *files) {
    DIR *open = opendir(folder);
    size_t count = 0, room = 16;
    char **argv = malloc(room * sizeof *argv);
    if (!open || !argv)
        bench_die("cannot read %s", folder);
    argv[count++] = program;
    size_t first = count;
    for (struct dirent *entry; (entry = readdir(open));) {
        if (entry->d_name[0] == '.')
            continue;
        if (count + 2 > room) {
            char **more = realloc(argv, (room *= 2) * sizeof *argv);
            if (!more)
                bench_die("out of memory");
            argv = more;
        }
        argv[count++] = bench_path(folder, entry->d_name);
    }
    closedir(open);
    qsort(argv + first, count - first, sizeof *argv, compare_names);
    argv[count] = NULL;
    *files = count - first;
    return argv;
}

static void measure_folder(char *program, const char *folder, const command *pair) {
    size_t files;
    char name[64];
    command all = {.argv = arguments_of(program, folder, &files)};
    snprintf(name, sizeof name, "%zu pairs", files / 2);
    all.name = name;
    run_in_turn(&all, 1, files / 2 >= LONG_FROM ? LONG_RUNS / 3 : LONG_RUNS);
    size_t pairs = files / 2;
    bool goal = pairs == 100;
    print(name, "least", least(&all), "ms", goal ? GOAL_AT_MOST : GOAL_NONE, 60);
    print(name, "median", middle(&all), "ms", GOAL_NONE, 0);
    print(name, "processor time", all.processor, "ms", GOAL_NONE, 0);
    print(name, "a pair, least", least(&all) / (double)pairs, "ms", GOAL_NONE, 0);
    print(name, "to one pair, ratio of least", least(&all) / least(pair), "", GOAL_NONE, 0);
    print(name, "memory", (double)all.most_kib / 1024, "MiB", GOAL_NONE, 0);
}

void bench_commands(int count, char **arguments) {
    char *program = arguments[0];
    command commands[] = {
        {.name = "empty program", .argv = (char *[]){arguments[1], NULL}},
        {.name = "one pair", .argv = (char *[]){program, arguments[2], arguments[3], NULL}},
        {.name = "--version", .argv = (char *[]){program, "--version", NULL}},
    };
    run_in_turn(commands, sizeof commands / sizeof *commands, SHORT_RUNS);
    print_pair(&commands[1], &commands[0]);
    print_times(&commands[2]);
    for (int i = 4; i < count; i++)
        measure_folder(program, arguments[i], &commands[1]);
}
