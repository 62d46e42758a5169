/* What both programs of this folder share: doing one thing again and again while allocation after
 * allocation fails. */
#ifndef LL_TESTS_TRIAL_H
#define LL_TESTS_TRIAL_H

#include "heap.h"

#include <stdbool.h>
#include <stddef.h>

/* Ends the program with a message when something does not hold. */
#define REQUIRE(holds) ((holds) ? (void)0 : trial_failed(__FILE__, __LINE__, #holds))

/* The one thing. `prepare` and `finish` run undisturbed; `call` is watched; `check` says whether
 * what came of it is right. A first call that nothing disturbs is checked with `first` set. */
typedef struct trial_scene {
    const char *name;
    void (*prepare)(void *context);
    void (*call)(void *context);
    void (*check)(void *context, bool first);
    void (*finish)(void *context);
} trial_scene;

/* For a program called as PROGRAM DOCUMENTS WORK [SCENE]: enters the folder WORK, in which
 * everything of the folder DOCUMENTS is seen, too. With a SCENE no other is run. */
void trial_begin(int argc, char **argv);

/* Files that a call may change or make. */
enum { TRIAL_FILES = 8, TRIAL_FILE_ROOM = 1 << 17 };
typedef struct trial_files {
    unsigned in_folder; /* everything that is there */
    struct {
        bool there;
        size_t length;
        char bytes[TRIAL_FILE_ROOM];
    } at[TRIAL_FILES];
} trial_files;

/* Puts them where they were at first, and takes away what was made. */
void trial_lay_out(void);

void trial_look(trial_files *seen);
bool trial_same_files(const trial_files *a, const trial_files *b);

/* How many files have changed since they were laid out. Each has to be as it was or as `expected`
 * has it, and nothing else may be in the folder. */
unsigned trial_changed(const trial_files *seen, const trial_files *expected);

void trial_failed(const char *file, int line, const char *what);

/* Runs the scene undisturbed, then with the n-th allocation failing, and with all from the n-th on:
 * for every n up to 150, then in steps, so that it does not take too long; for every n at all when
 * the environment has LESSONLINT_EVERY_ALLOCATION. After each run the heap has to be as it was
 * before. */
void trial_run(const trial_scene *scene, void *context);

#endif
