/* The command with every allocation failing once, and with all failing from there on: it works as
 * always, or says on standard error that memory ended, ends with 2, prints nothing and leaves every
 * file as it was. */
#include "trial.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { TEXT_ROOM = 1 << 19, ARGUMENTS_MOST = 16, CANNOT_WORK = 2 };

/* main of src/cli/main.c. */
int ll_cli_main(int argc, char **argv);

typedef struct cli_call {
    const char *name;
    char *arguments[ARGUMENTS_MOST];
    int expected;
} cli_call;

static char date[] = "--date=2026-02-14";

static const cli_call calls[] = {
    {"no argument", {date}, 2},
    {"help", {"--help"}, 0},
    {"version", {"--version"}, 0},
    {"rules", {"--rules", "rules", "rules"}, 0},
    {"explain", {"explain", "row-structure", "tsx-syntax"}, 0},
    {"completing", {"complete", "--", "--rules=rules", "explain", "r"}, 0},
    {"a pair", {date, "plan.md", "leap-years.tsx"}, 1},
    {"a folder", {date, "curriculum"}, 1},
    {"a configuration", {"--config=curriculum/.lessonlint.yaml", "--show-config"}, 0},
    {"a diff of fixes", {"fix", "--diff", "--quiet", "plan.md", "leap-years.tsx"}, 1},
    {"files", {"--show-files", "curriculum"}, 0},
    {"a wrong configuration", {date, "--config=wrong.yaml", "plan.md"}, 2},
    {"two pairs on two threads",
     {date, "--jobs=2", "plan.md", "months.md", "months.tsx", "leap-years.tsx"},
     1},
    {"a new configuration", {"init"}, 0},
    {"a pair, quiet", {date, "--quiet", "--only=row-structure", "plan.md", "leap-years.tsx"}, 1},
    {"three reports",
     {date, "--format=markdown", "--format", "json=out.json", "--format=human=new.txt",
      "--fail-on=never", "plan.md", "leap-years.tsx"},
     0},
    {"fixes", {"fix", "own.md", "own.tsx"}, 1},
    {"a review", {"review", date, "own.md", "own.tsx"}, 1},
    {"a review, written", {"review", date, "--write", "own.md", "own.tsx"}, 1},
    {"a new baseline", {date, "--baseline=new.jsonl", "--update-baseline", "own.md", "own.tsx"}, 0},
    {"a baseline, pruned",
     {date, "--baseline=own.jsonl", "--prune-baseline", "own.md", "own.tsx"},
     1},
    {"a test of rules", {"rules", "test", "rules"}, 0},
    {"an unknown option", {"--formt=json", "plan.md"}, 2},
    {"a missing file", {date, "missing.md"}, 2},
};

typedef struct text {
    size_t length;
    char bytes[TEXT_ROOM];
} text;

/* Standard output, standard error and the files, behind a run. */
typedef struct seen {
    int status;
    text out, err;
    trial_files files;
} seen;

typedef struct bench {
    const cli_call *call;
    seen *now, *expected;
    int saved_out, saved_err, out, err;
} bench;

static void read_all(int file, text *to) {
    ssize_t length = file >= 0 ? pread(file, to->bytes, TEXT_ROOM - 1, 0) : 0;
    REQUIRE(length >= 0 && length < TEXT_ROOM - 1);
    to->length = (size_t)length;
    to->bytes[length] = '\0';
}

static void prepare(void *context) {
    bench *on = context;
    trial_lay_out();
    REQUIRE(ftruncate(on->out, 0) == 0 && lseek(on->out, 0, SEEK_SET) == 0);
    REQUIRE(ftruncate(on->err, 0) == 0 && lseek(on->err, 0, SEEK_SET) == 0);
    fflush(stdout);
    REQUIRE(dup2(on->out, STDOUT_FILENO) >= 0 && dup2(on->err, STDERR_FILENO) >= 0);
}

static void call_once(void *context) {
    bench *on = context;
    char name[] = "lessonlint";
    char *argv[ARGUMENTS_MOST + 2] = {name};
    int argc = 1;
    for (; on->call->arguments[argc - 1]; argc++)
        argv[argc] = on->call->arguments[argc - 1];
    on->now->status = ll_cli_main(argc, argv);
}

static bool same_text(const text *a, const text *b) {
    return a->length == b->length && memcmp(a->bytes, b->bytes, a->length) == 0;
}

static bool same(const seen *a, const seen *b) {
    return a->status == b->status && same_text(&a->out, &b->out) && same_text(&a->err, &b->err) &&
           trial_same_files(&a->files, &b->files);
}

static void check(void *context, bool first) {
    bench *on = context;
    fflush(stdout); /* as at the end of the program */
    REQUIRE(dup2(on->saved_out, STDOUT_FILENO) >= 0 && dup2(on->saved_err, STDERR_FILENO) >= 0);
    read_all(on->out, &on->now->out);
    read_all(on->err, &on->now->err);
    trial_look(&on->now->files);
    if (first) {
        REQUIRE(on->now->status == on->call->expected);
        *on->expected = *on->now;
        return;
    }
    if (same(on->now, on->expected))
        return;
    REQUIRE(on->now->status == CANNOT_WORK && on->now->out.length == 0);
    REQUIRE(strstr(on->now->err.bytes, "memory"));
    REQUIRE(trial_changed(&on->now->files, &on->expected->files) == 0);
}

static void finish(void *context) {
    (void)context;
}

static int temporary_file(void) {
    FILE *file = tmpfile();
    REQUIRE(file);
    int copy = dup(fileno(file));
    fclose(file);
    REQUIRE(copy >= 0);
    return copy;
}

int main(int argc, char **argv) {
    bench on = {0};
    trial_begin(argc, argv);
    on.now = calloc(1, sizeof *on.now);
    on.expected = calloc(1, sizeof *on.expected);
    REQUIRE(on.now && on.expected);
    on.saved_out = dup(STDOUT_FILENO);
    on.saved_err = dup(STDERR_FILENO);
    on.out = temporary_file();
    on.err = temporary_file();
    for (size_t i = 0; i < sizeof calls / sizeof *calls; i++) {
        const trial_scene scene = {calls[i].name, prepare, call_once, check, finish};
        on.call = &calls[i];
        trial_run(&scene, &on);
    }
    free(on.now);
    free(on.expected);
    return 0;
}
