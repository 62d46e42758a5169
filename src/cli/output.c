/* Collecting and writing texts. */
#include "cli/output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FIRST_ROOM = 1 << 16, TRIES = 100, SUFFIX_ROOM = 48 };

static ll_status fail(ll_error *error, ll_status status, const char *path, const char *what,
                      int number) {
    memset(error, 0, sizeof *error);
    error->status = status;
    snprintf(error->path, sizeof error->path, "%s", path);
    snprintf(error->text, sizeof error->text, "%s%s%s", what, number ? ": " : "",
             number ? strerror(number) : "");
    return status;
}

ll_status ll_cli_text_add(void *context, const char *bytes, size_t length, ll_error *error) {
    ll_cli_text *text = context;
    if (length > LL_CLI_TEXT_MOST - text->length)
        return fail(error, LL_E_LIMIT, "", "a report grows past 4 GiB", 0);
    if (length > text->room - text->length) {
        size_t room = text->room ? text->room * 2 : FIRST_ROOM;
        while (room - text->length < length)
            room *= 2;
        char *grown = realloc(text->bytes, room);
        if (!grown)
            return fail(error, LL_E_MEMORY, "", "out of memory", 0);
        text->bytes = grown;
        text->room = room;
    }
    memcpy(text->bytes + text->length, bytes, length);
    text->length += length;
    return LL_OK;
}

void ll_cli_text_free(ll_cli_text *text) {
    free(text->bytes);
    *text = (ll_cli_text){0};
}

/* 0, or the errno of what failed. */
static int write_all(int descriptor, const ll_cli_text *text) {
    for (size_t done = 0; done < text->length;) {
        ssize_t written = write(descriptor, text->bytes + done, text->length - done);
        if (written < 0 && errno != EINTR)
            return errno;
        done += written > 0 ? (size_t)written : 0;
    }
    return 0;
}

ll_status ll_cli_print(const ll_cli_text *text, ll_error *error) {
    int number = write_all(STDOUT_FILENO, text);
    return number ? fail(error, LL_E_IO, "", "cannot write to standard output", number) : LL_OK;
}

/* Opens a new file beside the place; its name goes to file->temporary. */
static int open_beside(ll_cli_file *file) {
    size_t room = strlen(file->place) + SUFFIX_ROOM;
    file->temporary = malloc(room);
    for (int i = 0; file->temporary && i < TRIES; i++) {
        snprintf(file->temporary, room, "%s.%ld-%d.tmp", file->place, (long)getpid(), i);
        int descriptor = open(file->temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (descriptor >= 0 || errno != EEXIST)
            return descriptor;
    }
    return -1;
}

static ll_status cannot_write(ll_cli_file *file, int number, ll_error *error) {
    ll_status status = fail(error, LL_E_IO, file->path, "cannot write", number);
    ll_cli_file_discard(file);
    return status;
}

static bool is_link(const char *path) {
    struct stat about;
    return lstat(path, &about) == 0 && S_ISLNK(about.st_mode);
}

bool ll_cli_file_is_direct(const char *path) {
    struct stat about;
    return stat(path, &about) == 0 && !S_ISREG(about.st_mode);
}

void ll_cli_signals_hold(sigset_t *before) {
    static const int ends[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM};
    sigset_t held;
    sigemptyset(&held);
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        sigaddset(&held, ends[i]);
    if (sigprocmask(SIG_BLOCK, &held, before) != 0)
        sigemptyset(before);
}

void ll_cli_signals_release(const sigset_t *before) {
    (void)sigprocmask(SIG_SETMASK, before, NULL);
}

ll_status ll_cli_file_write(ll_cli_file *file, const char *path, const ll_cli_text *text,
                            ll_error *error) {
    struct stat about;
    bool there = stat(path, &about) == 0, regular = !there || S_ISREG(about.st_mode);
    int missing = there ? 0 : errno;
    *file = (ll_cli_file){.path = path};
    if (!there && is_link(path))
        return fail(error, LL_E_IO, path, "cannot write to where this link points", missing);
    if (regular && !(file->place = there ? realpath(path, NULL) : strdup(path)))
        return cannot_write(file, errno, error);
    int descriptor = regular ? open_beside(file) : open(path, O_WRONLY | O_CLOEXEC);
    if (descriptor < 0) {
        int number = errno;
        free(file->temporary); /* there is no such file */
        file->temporary = NULL;
        return cannot_write(file, number, error);
    }
    int number = write_all(descriptor, text);
    if (!number && there && regular && fchmod(descriptor, about.st_mode & 07777) != 0)
        number = errno;
    if (close(descriptor) != 0 && !number)
        number = errno;
    return number ? cannot_write(file, number, error) : LL_OK;
}

ll_status ll_cli_file_commit(ll_cli_file *file, ll_error *error) {
    if (file->temporary && rename(file->temporary, file->place) != 0)
        return cannot_write(file, errno, error);
    free(file->temporary);
    free(file->place);
    *file = (ll_cli_file){0};
    return LL_OK;
}

void ll_cli_file_discard(ll_cli_file *file) {
    if (file->temporary)
        unlink(file->temporary);
    free(file->temporary);
    free(file->place);
    *file = (ll_cli_file){0};
}
