/* Doing one thing again and again while allocation after allocation fails. */
#include "trial.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Every n to here; behind it steps, so that all runs together make about EFFORT allocations. */
enum { EVERY_TO = 150 };
static const double EFFORT = TRIAL_EFFORT;

static const char *scene_name = "no scene", *only_scene;
static bool every;
static bool settled; /* what the C library makes once, or for its first thread, is there */
static unsigned long failing_first, failing_last;

void trial_failed(const char *file, int line, const char *what) {
    heap_rest();
    fprintf(stderr, "%s:%d: %s (scene %s, ", file, line, what, scene_name);
    if (failing_first == 0)
        fprintf(stderr, "undisturbed)\n");
    else
        fprintf(stderr, "allocation %lu %s)\n", failing_first,
                failing_last == failing_first ? "fails" : "and all behind it fail");
    exit(1);
}

void trial_begin(int argc, char **argv) {
    REQUIRE(argc == 3 || argc == 4);
    char path[PATH_MAX];
    const char *documents = argv[1];
    DIR *folder = opendir(documents);
    REQUIRE(folder && chdir(argv[2]) == 0);
    only_scene = argv[3];
    every = getenv("LESSONLINT_EVERY_ALLOCATION") != NULL;
    for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
        if (entry->d_name[0] == '.')
            continue;
        REQUIRE(snprintf(path, sizeof path, "%s/%s", documents, entry->d_name) < PATH_MAX);
        REQUIRE(unlink(entry->d_name) == 0 || errno == ENOENT);
        REQUIRE(symlink(path, entry->d_name) == 0);
    }
    closedir(folder);
}

/* What a file is a copy of, or NULL: it is made by a call. */
static const struct {
    const char *name, *document;
} files[TRIAL_FILES] = {
    {"own.md", "plan.md"},
    {"own.tsx", "leap-years.tsx"},
    {"other.tsx", "leap-years.tsx"},
    {"own.jsonl", "known.jsonl"},
    {"out.json", "old.txt"},
    {"new.jsonl", NULL},
    {"new.txt", NULL},
    {".lessonlint.yaml", NULL},
};

static trial_files laid_out;

static size_t read_file(const char *path, char bytes[TRIAL_FILE_ROOM]) {
    int file = open(path, O_RDONLY);
    REQUIRE(file >= 0);
    ssize_t length = read(file, bytes, TRIAL_FILE_ROOM);
    REQUIRE(length >= 0 && length < TRIAL_FILE_ROOM && close(file) == 0);
    return (size_t)length;
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

void trial_lay_out(void) {
    static char bytes[TRIAL_FILE_ROOM];
    for (size_t i = 0; i < TRIAL_FILES; i++) {
        unlink(files[i].name);
        if (!files[i].document)
            continue;
        ssize_t length = (ssize_t)read_file(files[i].document, bytes);
        int file = open(files[i].name, O_WRONLY | O_CREAT | O_TRUNC, 0644);
        REQUIRE(file >= 0 && write(file, bytes, (size_t)length) == length && close(file) == 0);
    }
    if (laid_out.in_folder == 0)
        trial_look(&laid_out);
}

void trial_look(trial_files *seen) {
    seen->in_folder = count_files();
    for (size_t i = 0; i < TRIAL_FILES; i++) {
        seen->at[i].there = access(files[i].name, F_OK) == 0;
        seen->at[i].length = seen->at[i].there ? read_file(files[i].name, seen->at[i].bytes) : 0;
    }
}

static bool same_file(const trial_files *a, const trial_files *b, size_t i) {
    return a->at[i].there == b->at[i].there && a->at[i].length == b->at[i].length &&
           memcmp(a->at[i].bytes, b->at[i].bytes, a->at[i].length) == 0;
}

bool trial_same_files(const trial_files *a, const trial_files *b) {
    bool same = a->in_folder == b->in_folder;
    for (size_t i = 0; i < TRIAL_FILES; i++)
        same = same && same_file(a, b, i);
    return same;
}

unsigned trial_changed(const trial_files *seen, const trial_files *expected) {
    unsigned changed = 0, made = 0;
    for (size_t i = 0; i < TRIAL_FILES; i++) {
        if (same_file(seen, &laid_out, i))
            continue;
        REQUIRE(same_file(seen, expected, i));
        changed++;
        made += !laid_out.at[i].there;
    }
    REQUIRE(seen->in_folder == laid_out.in_folder + made);
    return changed;
}

/* Returns how many allocations the call asked for. */
static unsigned long run_once(const trial_scene *scene, void *context, unsigned long first,
                              unsigned long last) {
    failing_first = first;
    failing_last = last;
    unsigned long before = heap_live();
    scene->prepare(context);
    heap_watch(first, last);
    scene->call(context);
    unsigned long asked = heap_rest();
    scene->check(context, first == 0);
    scene->finish(context);
    REQUIRE(!settled || heap_live() == before);
    return asked;
}

void trial_run(const trial_scene *scene, void *context) {
    if (only_scene && strcmp(only_scene, scene->name) != 0)
        return;
    scene_name = scene->name;
    settled = false;
    run_once(scene, context, 0, 0);
    settled = true;
    unsigned long count = run_once(scene, context, 0, 0), runs = 0, step = 1;
    if (count > EVERY_TO && !every)
        step += (unsigned long)((double)(count - EVERY_TO) * (double)count / EFFORT);
    for (unsigned long n = 1; n <= count; n += n < EVERY_TO ? 1 : step, runs++) {
        run_once(scene, context, n, n);
        run_once(scene, context, n, ULONG_MAX);
    }
    printf("%-40s %7lu allocations, %5lu of them failed", scene->name, count, runs);
    if (step > 1)
        printf(", every %lu. behind the %d.", step, EVERY_TO);
    printf("\n");
    fflush(stdout);
}
