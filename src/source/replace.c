/* A file beside the file, fsync, rename, fsync of the folder. */
#include "source/replace.h"

#include "base/error.h"
#include "source/source.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { TRIES = 100 };

typedef struct replacement {
    ll_arena *arena;
    ll_view path;       /* as given, for messages */
    const char *place;  /* where it really is */
    const char *folder; /* and in which folder */
    const char *beside; /* the other name; NULL while there is no such file */
    int descriptor;     /* of it; -1 while it is not open */
    struct stat about;  /* the old file */
    bool holds;         /* signals */
    sigset_t before;    /* those that were held before */
} replacement;

static ll_status cannot_write(const replacement *making, int number, ll_error *error) {
    return ll_error_system(error, making->path, "cannot write", number);
}

static void set_place(replacement *making, const char *place) {
    const char *slash = strrchr(place, '/');
    size_t length = slash && slash > place ? (size_t)(slash - place) : 1;
    making->place = place;
    making->folder = ll_arena_copy(making->arena, (ll_view){slash ? place : ".", length}).ptr;
}

static ll_status find_place(replacement *making, ll_error *error) {
    char *place = ll_arena_alloc(making->arena, PATH_MAX);
    if (!realpath(ll_arena_copy(making->arena, making->path).ptr, place) ||
        stat(place, &making->about) != 0)
        return cannot_write(making, errno, error);
    if (!S_ISREG(making->about.st_mode))
        return ll_error_set(error, LL_E_IO, making->path, 0, 0,
                            "only a regular file can be written to");
    if (access(place, W_OK) != 0)
        return cannot_write(making, errno, error);
    set_place(making, place);
    return LL_OK;
}

/* Whoever interrupts the program gets his way when no file is left beside the other one. */
static void hold_signals(replacement *making) {
    static const int ends[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM};
    sigset_t held;
    sigemptyset(&held);
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        sigaddset(&held, ends[i]);
    making->holds = pthread_sigmask(SIG_BLOCK, &held, &making->before) == 0;
}

static ll_status open_beside(replacement *making, mode_t mode, ll_error *error) {
    hold_signals(making);
    for (int i = 0; i < TRIES; i++) {
        ll_view name =
            ll_arena_format(making->arena, "%s.%ld-%d.tmp", making->place, (long)getpid(), i);
        making->descriptor = open(name.ptr, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
        if (making->descriptor >= 0) {
            making->beside = name.ptr;
            return LL_OK;
        }
        if (errno != EEXIST)
            break;
    }
    bool replaces = S_ISREG(making->about.st_mode); /* the folder is at fault, not the file */
    return ll_error_system(error, making->path,
                           replaces ? "cannot make a file beside it" : "cannot write", errno);
}

static ll_status fill(const replacement *making, ll_view content, ll_error *error) {
    for (size_t done = 0; done < content.len;) {
        ssize_t written = write(making->descriptor, content.ptr + done, content.len - done);
        if (written < 0 && errno != EINTR)
            return cannot_write(making, errno, error);
        done += written > 0 ? (size_t)written : 0;
    }
    return fsync(making->descriptor) == 0 ? LL_OK : cannot_write(making, errno, error);
}

static ll_status keep_rights(const replacement *making, ll_error *error) {
    /* Another owner can be kept by root alone; the mode comes behind, because a new owner takes
     * bits of it away. */
    if (fchown(making->descriptor, making->about.st_uid, making->about.st_gid) != 0 &&
        errno != EPERM)
        return cannot_write(making, errno, error);
    if (fchmod(making->descriptor, making->about.st_mode & 07777) != 0)
        return cannot_write(making, errno, error);
    return LL_OK;
}

static ll_status close_beside(replacement *making, ll_error *error) {
    int descriptor = making->descriptor;
    making->descriptor = -1;
    return close(descriptor) == 0 ? LL_OK : cannot_write(making, errno, error);
}

static ll_status check_expected(const replacement *making, ll_view expected, ll_error *error) {
    ll_view now;
    ll_status status = ll_source_read_bytes(&now, making->arena, making->path, error);
    if (status == LL_OK && !ll_view_equal(now, expected))
        return ll_error_set(error, LL_E_IO, making->path, 0, 0,
                            "the file was changed meanwhile by something else, and is left as it "
                            "is now; try again");
    return status;
}

/* The new name of the file is on the disk once its folder is; where folders cannot be synced, the
 * rename is all that can be done. Takes no memory: there is no way back any more. */
static void sync_folder(const replacement *making) {
    int descriptor = open(making->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    (void)fsync(descriptor);
    (void)close(descriptor);
}

static ll_status put_in_place(replacement *making, ll_error *error) {
    if (rename(making->beside, making->place) != 0)
        return cannot_write(making, errno, error);
    making->beside = NULL;
    sync_folder(making);
    return LL_OK;
}

/* Also called by the arena, when memory ends in the midst of it. */
static void discard(void *context) {
    replacement *making = context;
    if (making->descriptor >= 0)
        (void)close(making->descriptor);
    if (making->beside)
        (void)unlink(making->beside);
    making->descriptor = -1;
    making->beside = NULL;
    if (making->holds)
        (void)pthread_sigmask(SIG_SETMASK, &making->before, NULL);
    making->holds = false;
}

ll_status ll_source_replace(ll_arena *arena, ll_view path, ll_view expected, ll_view content,
                            ll_error *error) {
    replacement *making = LL_ARENA_NEW(arena, replacement);
    *making = (replacement){.arena = arena, .path = path, .descriptor = -1};
    ll_arena_defer(arena, discard, making);
    ll_status status = find_place(making, error);
    if (status == LL_OK)
        status = open_beside(making, 0600, error);
    if (status == LL_OK)
        status = keep_rights(making, error);
    if (status == LL_OK)
        status = fill(making, content, error);
    if (status == LL_OK)
        status = close_beside(making, error);
    if (status == LL_OK)
        status = check_expected(making, expected, error);
    if (status == LL_OK)
        status = put_in_place(making, error);
    discard(making);
    return status;
}

/* A name that leads nowhere is not taken for a file that is missing: renaming would replace it. */
ll_status ll_source_create(ll_arena *arena, ll_view path, ll_view content, ll_error *error) {
    replacement *making = LL_ARENA_NEW(arena, replacement);
    struct stat there;
    *making = (replacement){.arena = arena, .path = path, .descriptor = -1};
    set_place(making, ll_arena_copy(arena, path).ptr);
    ll_arena_defer(arena, discard, making);
    if (lstat(making->place, &there) == 0)
        return cannot_write(making, EEXIST, error);
    ll_status status = open_beside(making, 0666, error);
    if (status == LL_OK)
        status = fill(making, content, error);
    if (status == LL_OK)
        status = close_beside(making, error);
    if (status == LL_OK)
        status = put_in_place(making, error);
    discard(making);
    return status;
}
