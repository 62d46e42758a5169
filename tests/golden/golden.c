/* Runs the command on one fixture folder and compares what it says with the folder's expected.*
 * files; see tests/golden/README.md. */
#include <fcntl.h>
#include <jansson.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define ARGS_MOST 64
#define LINES_MOST 10000
#define PATH_MOST 4096

/* One folder and how to run the command on it. */
typedef struct golden_case {
    const char *command;
    const char *folder;
    const char *out; /* where what was seen is kept */
    bool update;
    char *args[ARGS_MOST];
    size_t arg_count;
} golden_case;

typedef struct line_list {
    char *at[LINES_MOST];
    size_t len;
} line_list;

static _Noreturn void stop(const char *what, const char *name) {
    fprintf(stderr, "golden: %s: %s\n", what, name);
    exit(2);
}

/* What is kept until the end, reachable for the leak checker. */
static struct block { struct block *next; } * blocks;

static void *keep(size_t size) {
    struct block *block = calloc(1, sizeof *block + size);
    if (block == NULL)
        stop("no memory", "");
    block->next = blocks;
    blocks = block;
    return block + 1;
}

static char *keep_text(const char *text) {
    size_t size = strlen(text) + 1;
    return memcpy(keep(size), text, size);
}

static char *path_in(const char *folder, const char *name) {
    char *path = keep(PATH_MOST);
    if (snprintf(path, PATH_MOST, "%s/%s", folder, name) >= PATH_MOST)
        stop("path too long", name);
    return path;
}

static char *expected_path(const golden_case *fixture, const char *kind) {
    char name[256];
    snprintf(name, sizeof name, "expected.%s", kind);
    return path_in(fixture->folder, name);
}

static bool exists(const char *path) {
    return access(path, F_OK) == 0;
}

/* The lines of a file without empty ones and comments. */
static void read_lines(line_list *lines, const char *path) {
    char *line = NULL;
    size_t room = 0;
    FILE *file = fopen(path, "r");
    if (file == NULL)
        stop("cannot read", path);
    while (getline(&line, &room, file) > 0) {
        line[strcspn(line, "\r\n")] = '\0';
        if (line[0] == '\0' || line[0] == '#')
            continue;
        if (lines->len == LINES_MOST)
            stop("too many lines", path);
        lines->at[lines->len++] = keep_text(line);
    }
    free(line);
    fclose(file);
}

static void read_args(golden_case *fixture) {
    line_list *args = keep(sizeof *args);
    read_lines(args, path_in(fixture->folder, "args"));
    if (args->len > ARGS_MOST)
        stop("too many arguments", fixture->folder);
    memcpy(fixture->args, args->at, args->len * sizeof args->at[0]);
    fixture->arg_count = args->len;
}

static bool has_arg(const golden_case *fixture, const char *option) {
    size_t len = strlen(option);
    for (size_t i = 0; i < fixture->arg_count; i++)
        if (strncmp(fixture->args[i], option, len) == 0 &&
            (fixture->args[i][len] == '\0' || fixture->args[i][len] == '='))
            return true;
    return false;
}

static void redirect(const char *path, int flags, int descriptor) {
    int opened = open(path, flags, 0644);
    if (opened < 0 || dup2(opened, descriptor) < 0)
        stop("cannot open", path);
    close(opened);
}

/* Runs `argv` in `folder` with its output in two files (NULL: our own); 128 + signal when killed.
 */
static int run(char *const argv[], const char *folder, const char *out, const char *err) {
    int status = 0;
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
        redirect("/dev/null", O_RDONLY, STDIN_FILENO);
        if (out != NULL)
            redirect(out, O_WRONLY | O_CREAT | O_TRUNC, STDOUT_FILENO);
        if (err != NULL)
            redirect(err, O_WRONLY | O_CREAT | O_TRUNC, STDERR_FILENO);
        if (chdir(folder) != 0)
            stop("cannot enter", folder);
        execvp(argv[0], argv);
        stop("cannot run", argv[0]);
    }
    if (child < 0 || waitpid(child, &status, 0) < 0)
        stop("cannot run", argv[0]);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/* Runs the command with the fixture's arguments and `extra` ones; output in OUT/kind and
 * OUT/kind.err. */
static int run_command(golden_case *fixture, const char *kind, const char *const *extra) {
    char *argv[ARGS_MOST + 8] = {(char *)fixture->command};
    size_t count = 1;
    char err[256];
    snprintf(err, sizeof err, "%s.err", kind);
    for (size_t i = 0; i < fixture->arg_count; i++)
        argv[count++] = fixture->args[i];
    for (; extra != NULL && *extra != NULL; extra++)
        argv[count++] = (char *)*extra;
    return run(argv, fixture->folder, path_in(fixture->out, kind), path_in(fixture->out, err));
}

/* Whether two files are equal, but for the version of the program that SARIF names; shows the
 * difference when they are not. */
static bool same(const char *expected, const char *seen) {
    char *argv[] = {
        "diff",           "-u",         "-I",      "^ *\"semanticVersion\": \"[0-9.]*\",$",
        "--label",        "expected",   "--label", "seen",
        (char *)expected, (char *)seen, NULL};
    int status = run(argv, "/", NULL, NULL);
    if (status == 1)
        printf("^ %s\n", expected);
    return status == 0;
}

static void show(const char *path) {
    char *argv[] = {"cat", (char *)path, NULL};
    run(argv, "/", NULL, NULL);
}

static bool copy(const char *from, const char *to) {
    char *argv[] = {"cp", (char *)from, (char *)to, NULL};
    return run(argv, "/", NULL, NULL) == 0;
}

static const char *string_of(const json_t *object, const char *key) {
    const char *text = json_string_value(json_object_get(object, key));
    return text == NULL ? "?" : text;
}

static void project(line_list *lines, const json_t *findings) {
    size_t index;
    json_t *finding;
    json_array_foreach(findings, index, finding) {
        char line[PATH_MOST];
        bool verify = strcmp(string_of(finding, "confidence"), "verify") == 0;
        snprintf(line, sizeof line, "%s:%lld:%lld %s %s", string_of(finding, "file"),
                 (long long)json_integer_value(json_object_get(finding, "line")),
                 (long long)json_integer_value(json_object_get(finding, "column")),
                 verify ? "verify" : string_of(finding, "severity"), string_of(finding, "rule"));
        if (lines->len == LINES_MOST)
            stop("too many findings", line);
        lines->at[lines->len++] = keep_text(line);
    }
}

static void project_report(line_list *lines, const json_t *report) {
    size_t index;
    json_t *lesson;
    json_array_foreach(json_object_get(report, "lessons"), index, lesson) {
        project(lines, json_object_get(lesson, "findings"));
    }
    project(lines, json_object_get(json_object_get(report, "curriculum"), "findings"));
}

static bool is_digit(char byte) {
    return byte >= '0' && byte <= '9';
}

/* Runs of digits compare as numbers, all else as bytes. */
static int compare_lines(const void *left, const void *right) {
    const char *a = *(char *const *)left;
    const char *b = *(char *const *)right;
    for (; *a != '\0'; a++, b++) {
        if (is_digit(*a) && is_digit(*b)) {
            char *after_a;
            char *after_b;
            unsigned long long number_a = strtoull(a, &after_a, 10);
            unsigned long long number_b = strtoull(b, &after_b, 10);
            if (number_a != number_b)
                return number_a < number_b ? -1 : 1;
            a = after_a - 1;
            b = after_b - 1;
        } else if (*a != *b) {
            break;
        }
    }
    return strcmp(a, b);
}

static char *write_sorted(const golden_case *fixture, const char *name, line_list *lines) {
    char *path = path_in(fixture->out, name);
    FILE *file = fopen(path, "w");
    if (file == NULL)
        stop("cannot write", path);
    qsort(lines->at, lines->len, sizeof lines->at[0], compare_lines);
    for (size_t i = 0; i < lines->len; i++)
        fprintf(file, "%s\n", lines->at[i]);
    fclose(file);
    return path;
}

static bool check_findings(const golden_case *fixture, const json_t *report) {
    char *path = expected_path(fixture, "findings");
    line_list *expected = keep(sizeof *expected);
    line_list *seen = keep(sizeof *seen);
    bool equal = true;
    if (exists(path)) {
        read_lines(expected, path);
        project_report(seen, report);
        equal = same(write_sorted(fixture, "findings.expected", expected),
                     write_sorted(fixture, "findings.seen", seen));
    }
    return equal;
}

/* 1 when an exact finding is critical or an improvement, else 0. */
static int status_of(const json_t *report) {
    line_list *seen = keep(sizeof *seen);
    int status = 0;
    project_report(seen, report);
    for (size_t i = 0; i < seen->len; i++)
        if (strstr(seen->at[i], " critical ") || strstr(seen->at[i], " improvement "))
            status = 1;
    return status;
}

/* expected.status, else what the findings say. */
static bool check_status(const golden_case *fixture, const json_t *report, int seen) {
    int expected = report == NULL ? 2 : status_of(report);
    char *path = expected_path(fixture, "status");
    if (exists(path)) {
        line_list *number = keep(sizeof *number);
        read_lines(number, path);
        expected = number->len > 0 ? (int)strtol(number->at[0], NULL, 10) : 0;
    } else if (has_arg(fixture, "--fail-on") || has_arg(fixture, "--strict")) {
        return seen == 0 || seen == 1;
    }
    if (seen != expected)
        printf("exit status %d, expected %d\n", seen, expected);
    return seen == expected;
}

/* expected.error: the command cannot work, and says this on standard error and nothing else. */
static bool check_error(golden_case *fixture, char *expected) {
    int status = run_command(fixture, "error.out", NULL);
    char *said = path_in(fixture->out, "error.out.err");
    struct stat out;
    bool silent = stat(path_in(fixture->out, "error.out"), &out) == 0 && out.st_size == 0;
    if (!silent)
        printf("there is something on standard output too\n");
    if (fixture->update)
        return copy(said, expected);
    bool good = check_status(fixture, NULL, status);
    return same(expected, said) && good && silent;
}

static bool check_json(golden_case *fixture) {
    const char *extra[] = {"--format", "json", NULL};
    int status = run_command(fixture, "raw", extra);
    json_error_t error;
    json_t *report = json_load_file(path_in(fixture->out, "raw"), 0, &error);
    char *seen = path_in(fixture->out, "json");
    char *expected = expected_path(fixture, "json");
    if (report == NULL) {
        printf("exit status %d and no JSON: %s, line %d\n", status, error.text, error.line);
        show(path_in(fixture->out, "raw.err"));
        return false;
    }
    /* Always laid out in one way, so that the difference has short lines. */
    if (json_dump_file(report, seen, JSON_INDENT(2)) != 0)
        stop("cannot write", seen);
    bool good = true;
    if (fixture->update) {
        good = copy(seen, expected);
    } else {
        good &= check_status(fixture, report, status);
        good &= !exists(expected) || same(expected, seen);
        good &= check_findings(fixture, report);
    }
    json_decref(report);
    return good;
}

static bool check_format(golden_case *fixture, const char *format) {
    const char *extra[] = {"--format", format, "--color", "never", "--date", "2026-01-02", NULL};
    char *expected = expected_path(fixture, format);
    if (!exists(expected))
        return true;
    if (has_arg(fixture, "--date"))
        extra[4] = NULL;
    int status = run_command(fixture, format, extra);
    if (status > 1) {
        printf("--format %s: exit status %d\n", format, status);
        show(path_in(fixture->out, "raw.err"));
        return false;
    }
    return fixture->update ? copy(path_in(fixture->out, format), expected)
                           : same(expected, path_in(fixture->out, format));
}

/* Paths in reports do not depend on whether the fixtures lie in a repository. */
static void hide_repository(const char *folder) {
    char *above = realpath(path_in(folder, ".."), NULL);
    if (above == NULL || setenv("GIT_CEILING_DIRECTORIES", above, 1) != 0)
        stop("cannot look above", folder);
    free(above);
}

int main(int argc, char **argv) {
    /* Every format of `lessonlint --format` but json; a row more when there is one more. */
    static const char *const formats[] = {"checkstyle", "compact",  "github", "gitlab", "human",
                                          "junit",      "markdown", "ndjson", "rdjson", "sarif"};
    if (argc < 4) {
        fprintf(stderr, "usage: golden COMMAND FOLDER OUT [--update]\n");
        return 2;
    }
    golden_case fixture = {.command = argv[1], .folder = argv[2], .out = argv[3]};
    fixture.update = argc > 4 && strcmp(argv[4], "--update") == 0;
    read_args(&fixture);
    hide_repository(fixture.folder);
    char *error = expected_path(&fixture, "error");
    if (exists(error))
        return check_error(&fixture, error) ? 0 : 1;
    bool good = check_json(&fixture);
    for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++)
        good &= check_format(&fixture, formats[i]);
    return good ? 0 : 1;
}
