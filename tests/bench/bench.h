/* What the parts of `./dev bench` share. Nothing here is a test: figures are printed, not judged.
 */
#ifndef LL_BENCH_BENCH_H
#define LL_BENCH_BENCH_H

#include "base/arena.h"

/* A goal is an upper or a lower bound; GOAL_NONE has no number. */
typedef enum bench_goal { GOAL_NONE, GOAL_AT_MOST, GOAL_AT_LEAST } bench_goal;

/* One figure, printed at once: as a row of a table, or as a JSON object on a line of its own. */
typedef struct bench_row {
    const char *name;
    double value;
    const char *unit;
    bench_goal goal;
    double bound;
} bench_row;

void bench_print(const bench_row *row);

/* Whether JSON is wanted; set once by main. */
extern bool bench_json;

/* Prints a message and ends the program with status 2. */
_Noreturn void bench_die(const char *format, ...);

/* One mode each; `arguments` are those behind the mode. */
void bench_generate(int count, char **arguments); /* FOLDER PAIRS FIXTURE… */
void bench_commands(int count, char **arguments); /* COMMAND EMPTY PLAN LESSON FOLDER… */
void bench_memory(int count, char **arguments);   /* FIXTURE… */
void bench_rules(int count, char **arguments);    /* FOLDER-OF-RULES FIXTURE… */

/* FOLDER/NAME, until the end of the program. */
char *bench_path(const char *folder, const char *name);

#endif
