/* Doing one thing again and again while allocation after allocation fails. */
#include "trial.h"

#include <dirent.h>
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
        unlink(entry->d_name);
        REQUIRE(symlink(path, entry->d_name) == 0);
    }
    closedir(folder);
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
