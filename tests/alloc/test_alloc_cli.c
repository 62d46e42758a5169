/* The command with every allocation failing once, and with all failing from there on: it works as
 * always, or says on standard error that memory ended, ends with 2, prints nothing and leaves every
 * file as it was. */
#include "trial.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
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
    {"an unknown option", {"--formt=json", "plan.md"}, 2},
    {"a missing file", {date, "missing.md"}, 2},
};

typedef struct text {
    size_t length;
    char bytes[TEXT_ROOM];
} text;

/* Standard output, standard error and the two report files, behind a run. */
typedef struct seen {
    int status;
    unsigned files;                    /* in the folder */
    text out, err, report, created[2]; /* of new_files */
} seen;

typedef struct bench {
    const cli_call *call;
    seen *now, *expected;
    int saved_out, saved_err, out, err;
} bench;

/* What a call may make. */
static const char *const new_files[] = {"new.txt", ".lessonlint.yaml"};
enum { NEW_FILES = sizeof new_files / sizeof *new_files };

static const char OLD[] = "what stood here before\n";

static void read_all(int file, text *to) {
    ssize_t length = file >= 0 ? pread(file, to->bytes, TEXT_ROOM - 1, 0) : 0;
    REQUIRE(length >= 0 && length < TEXT_ROOM - 1);
    to->length = (size_t)length;
    to->bytes[length] = '\0';
}

static void read_file(const char *path, text *to) {
    int file = open(path, O_RDONLY);
    read_all(file, to);
    if (file >= 0)
        close(file);
}

static unsigned count_files(void) {
    unsigned count = 0;
    DIR *folder = opendir(".");
    REQUIRE(folder);
    while (readdir(folder))
        count++;
    closedir(folder);
    return count;
}

static void prepare(void *context) {
    bench *on = context;
    int file = open("out.json", O_WRONLY | O_CREAT | O_TRUNC, 0644);
    REQUIRE(file >= 0 && write(file, OLD, sizeof OLD - 1) == sizeof OLD - 1 && close(file) == 0);
    for (size_t i = 0; i < NEW_FILES; i++)
        unlink(new_files[i]);
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
    return a->status == b->status && a->files == b->files && same_text(&a->out, &b->out) &&
           same_text(&a->err, &b->err) && same_text(&a->report, &b->report) &&
           same_text(&a->created[0], &b->created[0]) && same_text(&a->created[1], &b->created[1]);
}

static void check(void *context, bool first) {
    bench *on = context;
    fflush(stdout); /* as at the end of the program */
    REQUIRE(dup2(on->saved_out, STDOUT_FILENO) >= 0 && dup2(on->saved_err, STDERR_FILENO) >= 0);
    read_all(on->out, &on->now->out);
    read_all(on->err, &on->now->err);
    read_file("out.json", &on->now->report);
    for (size_t i = 0; i < NEW_FILES; i++)
        read_file(new_files[i], &on->now->created[i]);
    on->now->files = count_files();
    if (first) {
        REQUIRE(on->now->status == on->call->expected);
        *on->expected = *on->now;
        return;
    }
    if (same(on->now, on->expected))
        return;
    REQUIRE(on->now->status == CANNOT_WORK && on->now->out.length == 0);
    REQUIRE(strcmp(on->now->report.bytes, OLD) == 0);
    REQUIRE(strstr(on->now->err.bytes, "memory"));
    unsigned made = 0;
    for (size_t i = 0; i < NEW_FILES; i++) {
        REQUIRE(access(new_files[i], F_OK) != 0);
        made += on->expected->created[i].length > 0;
    }
    REQUIRE(on->now->files + made == on->expected->files);
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
