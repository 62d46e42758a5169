/* Running git, and reading its diff. */
#include "project/changes.h"

#include "base/buffer.h"
#include "base/error.h"
#include "project/paths.h"

#include <errno.h>
#include <poll.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

enum { READ_STEP = 1 << 16 };

extern char **environ;

typedef struct changed_lines {
    uint32_t first, last;
} changed_lines;

typedef struct changed_file {
    ll_view path; /* in the repository */
    LL_ARRAY(changed_lines) lines;
} changed_file;

struct ll_changes {
    ll_view top; /* of the repository */
    LL_ARRAY(changed_file) files;
    LL_ARRAY(ll_view) compared; /* the paths that git was asked about and knows, sorted */
};

typedef struct asking {
    ll_arena *arena;
    ll_view folder;
    ll_error *error;
} asking;

/* Git while it runs. */
typedef struct running {
    int out, err; /* what it says; -1 when that is closed */
    pid_t process;
} running;

static void close_one(int *descriptor) {
    if (*descriptor >= 0)
        (void)close(*descriptor);
    *descriptor = -1;
}

/* Also called by the arena, when memory ends while git runs: it ends when nobody reads it. */
static void finish(void *context) {
    running *run = context;
    int status;
    close_one(&run->out);
    close_one(&run->err);
    bool waits = run->process > 0;
    while (waits)
        waits = waitpid(run->process, &status, 0) < 0 && errno == EINTR;
    run->process = 0;
}

/* One piece more, or the end. */
static void read_piece(ll_buffer *out, int *descriptor, char *piece) {
    ssize_t length = read(*descriptor, piece, READ_STEP);
    if (length > 0)
        ll_buffer_add(out, (ll_view){piece, (size_t)length});
    else if (length == 0 || errno != EINTR)
        close_one(descriptor);
}

/* Both as they come: git waits when nobody reads its warnings, and so would we. */
static void read_all(running *run, ll_buffer *said, ll_buffer *wrong) {
    char *piece = ll_arena_alloc(said->arena, READ_STEP);
    while (run->out >= 0 || run->err >= 0) {
        struct pollfd pipes[] = {{.fd = run->out, .events = POLLIN},
                                 {.fd = run->err, .events = POLLIN}};
        if (poll(pipes, 2, -1) < 0)
            continue; /* a signal */
        if (pipes[0].revents)
            read_piece(said, &run->out, piece);
        if (pipes[1].revents)
            read_piece(wrong, &run->err, piece);
    }
}

/* Starts git with its output and errors in two pipes; 0, or the errno of what failed. */
static int start_git(pid_t *process, char *const *words, const int out[2], const int err[2]) {
    posix_spawn_file_actions_t actions;
    int number = posix_spawn_file_actions_init(&actions);
    if (number)
        return number;
    number = posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", 0, 0);
    if (!number)
        number = posix_spawn_file_actions_adddup2(&actions, out[1], STDOUT_FILENO);
    if (!number)
        number = posix_spawn_file_actions_adddup2(&actions, err[1], STDERR_FILENO);
    for (int i = 0; i < 2 && !number; i++) {
        number = posix_spawn_file_actions_addclose(&actions, out[i]);
        if (!number)
            number = posix_spawn_file_actions_addclose(&actions, err[i]);
    }
    if (!number)
        number = posix_spawnp(process, words[0], &actions, NULL, words, environ);
    posix_spawn_file_actions_destroy(&actions);
    return number;
}

static int wait_for(running *run) {
    int status = -1;
    bool waits = true;
    while (waits)
        waits = waitpid(run->process, &status, 0) < 0 && errno == EINTR;
    run->process = 0;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/* What git answers to the words, which end with NULL; `*code` is its status. No shell reads them.
 */
static ll_status ask_git(const asking *ask, char *const *words, ll_view *answer, ll_view *problem,
                         int *code) {
    int out[2] = {-1, -1}, err[2] = {-1, -1};
    running *run = LL_ARENA_NEW(ask->arena, running);
    *run = (running){-1, -1, 0};
    ll_arena_defer(ask->arena, finish, run);
    int number = pipe(out) != 0 || pipe(err) != 0 ? errno : 0;
    if (!number)
        number = start_git(&run->process, words, out, err);
    run->out = out[0];
    run->err = err[0];
    close_one(&out[1]);
    close_one(&err[1]);
    if (number) {
        run->process = 0;
        finish(run);
        return ll_error_system(ask->error, (ll_view){0}, "--since: cannot run git", number);
    }
    ll_buffer said = {.arena = ask->arena, .most = LL_CHANGES_ANSWER_MOST}, wrong = said;
    read_all(run, &said, &wrong);
    *code = wait_for(run);
    *answer = ll_buffer_view(&said);
    *problem = ll_view_trim(ll_buffer_view(&wrong));
    return LL_OK;
}

enum { WORDS_MOST = 24 };

/* posix_spawn wants words that could be written to. */
static char *word(ll_arena *arena, const char *text) {
    size_t size = strlen(text) + 1;
    return memcpy(ll_arena_alloc(arena, size), text, size);
}

/* git -C FOLDER WORDS...; fails unless its status is 0, with git's own words, or with `otherwise`
 * when it says nothing. */
static ll_status git(const asking *ask, const char *const *more, ll_view *answer,
                     const char *otherwise) {
    char *words[WORDS_MOST] = {word(ask->arena, "git"), word(ask->arena, "-C"),
                               word(ask->arena, ask->folder.ptr)};
    for (size_t count = 3; *more && count + 1 < WORDS_MOST; more++)
        words[count++] = word(ask->arena, *more);
    ll_view problem = LL_VIEW("");
    int code = 0;
    ll_status status = ask_git(ask, words, answer, &problem, &code);
    if (status != LL_OK || code == 0)
        return status;
    if (problem.len == 0 && otherwise)
        problem = ll_view_of(otherwise);
    return ll_error_set(ask->error, LL_E_IO, (ll_view){0}, 0, 0, "--since: %.*s",
                        LL_VIEW_ARG(problem));
}

/* --- the diff ----------------------------------------------------------------------------------
 */

/* A name in quotation marks, with the escapes of C; others end at a tab, if they hold blanks. */
static ll_view name_of(ll_arena *arena, ll_view text) {
    if (text.len == 0 || text.ptr[0] != '"') {
        size_t tab = ll_view_find_byte(text, '\t', 0);
        return tab == LL_VIEW_NONE ? text : ll_view_slice(text, 0, tab);
    }
    static const char signs[] = "abtnvfr\"\\", meant[] = "\a\b\t\n\v\f\r\"\\";
    ll_buffer out = {.arena = arena, .most = text.len + 1};
    for (size_t at = 1; at < text.len && text.ptr[at] != '"'; at++) {
        if (text.ptr[at] != '\\' || at + 1 == text.len) {
            ll_buffer_add_byte(&out, text.ptr[at]);
            continue;
        }
        char sign = text.ptr[++at];
        const char *known = strchr(signs, sign);
        if (known) {
            ll_buffer_add_byte(&out, meant[known - signs]);
        } else if (at + 2 < text.len) {
            int code = (sign - '0') * 64 + (text.ptr[at + 1] - '0') * 8 + (text.ptr[at + 2] - '0');
            ll_buffer_add_byte(&out, (char)code);
            at += 2;
        }
    }
    return ll_buffer_view(&out);
}

/* "12,3" or "12" at the start; false when it is none. */
static bool read_range(ll_view *rest, uint32_t *start, uint32_t *count) {
    size_t used = 0;
    *count = 1;
    if (!ll_view_number(*rest, start, &used))
        return false;
    *rest = ll_view_slice(*rest, used, rest->len);
    if (rest->len == 0 || rest->ptr[0] != ',')
        return true;
    *rest = ll_view_slice(*rest, 1, rest->len);
    if (!ll_view_number(*rest, count, &used))
        return false;
    *rest = ll_view_slice(*rest, used, rest->len);
    return true;
}

/* "@@ -1,2 +3,4 @@": the lines that are there now, or those around what was deleted; `*behind` is
 * how many lines of content follow. */
static void read_hunk(ll_changes *changes, ll_arena *arena, ll_view line, uint32_t *behind) {
    static const ll_view begin = LL_VIEW_INIT("@@ -"), between = LL_VIEW_INIT(" +");
    uint32_t old_start, old_count, start, count;
    ll_view rest = ll_view_slice(line, begin.len, line.len);
    if (!read_range(&rest, &old_start, &old_count) || !ll_view_starts(rest, between))
        return;
    rest = ll_view_slice(rest, between.len, rest.len);
    if (!read_range(&rest, &start, &count) || changes->files.len == 0)
        return;
    *behind = old_count + count;
    LL_ARRAY_PUSH(arena, &changes->files.at[changes->files.len - 1].lines,
                  ((changed_lines){start, count > 0 ? start + count - 1 : start + 1}));
}

static void read_diff(ll_changes *changes, ll_arena *arena, ll_view diff) {
    static const ll_view name = LL_VIEW_INIT("+++ "), side = LL_VIEW_INIT("b/");
    uint32_t content = 0;
    for (size_t at = 0; at < diff.len;) {
        size_t end = ll_view_find_byte(diff, '\n', at);
        end = end == LL_VIEW_NONE ? diff.len : end;
        ll_view line = ll_view_slice(diff, at, end);
        at = end + 1;
        if (content > 0) {
            content -= line.len == 0 || line.ptr[0] != '\\';
        } else if (ll_view_starts(line, LL_VIEW("@@ -"))) {
            read_hunk(changes, arena, line, &content);
        } else if (ll_view_starts(line, name)) {
            ll_view path = name_of(arena, ll_view_slice(line, name.len, line.len));
            if (ll_view_starts(path, side))
                path = ll_view_slice(path, side.len, path.len);
            LL_ARRAY_PUSH(arena, &changes->files, ((changed_file){.path = path}));
        }
    }
}

static int compare_paths(const void *a, const void *b) {
    return ll_view_compare(*(const ll_view *)a, *(const ll_view *)b);
}

/* Names that end with a NUL each. */
static void read_compared(ll_changes *changes, ll_arena *arena, ll_view names) {
    for (size_t at = 0; at < names.len;) {
        size_t end = ll_view_find_byte(names, '\0', at);
        end = end == LL_VIEW_NONE ? names.len : end;
        LL_ARRAY_PUSH(arena, &changes->compared, ll_view_slice(names, at, end));
        at = end + 1;
    }
    if (changes->compared.len > 1)
        qsort(changes->compared.at, changes->compared.len, sizeof *changes->compared.at,
              compare_paths);
}

/* Where the branch of the working tree parted from that commit: what came to the other side later
 * is no change of this one. */
static ll_status find_parting(asking *ask, ll_view ref, const char **commit) {
    ll_view answer = LL_VIEW("");
    const char *apart = ll_arena_format(ask->arena,
                                        "HEAD and \"%.*s\" have no common ancestor; expected a "
                                        "branch of the same history (a shallow clone lacks it)",
                                        LL_VIEW_ARG(ref))
                            .ptr;
    const char *const words[] = {"merge-base", *commit, "HEAD", NULL};
    ll_status status = git(ask, words, &answer, apart);
    *commit = ll_arena_copy(ask->arena, ll_view_trim(answer)).ptr;
    return status;
}

/* The top folder of the repository, without links, and the name of the commit to compare with. */
static ll_status find_commit(asking *ask, ll_changes *changes, ll_view ref, const char **commit) {
    ll_arena *arena = ask->arena;
    ll_view answer = LL_VIEW("");
    const char *unknown =
        ll_arena_format(arena, "git knows no commit \"%.*s\"", LL_VIEW_ARG(ref)).ptr;
    const char *wanted = ll_arena_format(arena, "%.*s^{commit}", LL_VIEW_ARG(ref)).ptr;
    const char *const ask_top[] = {"rev-parse", "--show-toplevel", NULL};
    const char *const ask_commit[] = {"rev-parse",        "--verify", "--quiet",
                                      "--end-of-options", wanted,     NULL};
    ll_status status = git(ask, ask_top, &answer, NULL);
    if (status == LL_OK) {
        changes->top = ll_path_real(arena, ll_view_trim(answer));
        status = git(ask, ask_commit, &answer, unknown);
    }
    *commit = ll_arena_copy(arena, ll_view_trim(answer)).ptr;
    return status == LL_OK ? find_parting(ask, ref, commit) : status;
}

/* Not those of images and films, which are long. */
#define DOCUMENTS                                                                                  \
    ":(top,icase)*.md", ":(top,icase)*.markdown", ":(top,icase)*.tsx", ":(top,icase)*.jsx"

ll_status ll_changes_read(ll_changes **out, ll_arena *arena, ll_view folder, ll_view ref,
                          ll_error *error) {
    /* In a hook GIT_DIR may be a path from the working folder on, which is then the top. */
    asking ask = {arena, getenv("GIT_DIR") ? LL_VIEW(".") : ll_arena_copy(arena, folder), error};
    ll_changes *changes = LL_ARENA_NEW(arena, ll_changes);
    ll_view diff = LL_VIEW(""), compared = LL_VIEW("");
    const char *commit = NULL;
    ll_status status = find_commit(&ask, changes, ref, &commit);
    if (status != LL_OK)
        return status;
    const char *const ask_diff[] = {
        "diff",    "-U0", "--no-color",      "--no-ext-diff",   "--no-textconv", "--no-relative",
        "--text",  "-M",  "--src-prefix=a/", "--dst-prefix=b/", commit,          "--",
        DOCUMENTS, NULL};
    const char *const ask_compared[] = {"ls-files", "-z", "--full-name", "--", DOCUMENTS, NULL};
    status = git(&ask, ask_diff, &diff, NULL);
    if (status == LL_OK)
        status = git(&ask, ask_compared, &compared, NULL);
    if (status != LL_OK)
        return status;
    read_diff(changes, arena, diff);
    read_compared(changes, arena, compared);
    *out = changes;
    return LL_OK;
}

static bool holds_line(const changed_file *file, uint32_t first, uint32_t last) {
    if (first == 0)
        return true;
    for (uint32_t i = 0; i < file->lines.len; i++)
        if (file->lines.at[i].first <= last && first <= file->lines.at[i].last)
            return true;
    return false;
}

/* Asked for each finding, of all documents of the repository. */
static bool was_compared(const ll_changes *changes, ll_view path) {
    return changes->compared.len > 0 &&
           bsearch(&path, changes->compared.at, changes->compared.len, sizeof path, compare_paths);
}

bool ll_changes_hold(const ll_changes *changes, ll_view path, uint32_t first, uint32_t last) {
    size_t top = changes->top.len;
    if (!ll_view_starts(path, changes->top) || path.len <= top || path.ptr[top] != '/')
        return true;
    ll_view inside = ll_view_slice(path, top + 1, path.len);
    if (!was_compared(changes, inside))
        return true;
    for (uint32_t i = 0; i < changes->files.len; i++)
        if (ll_view_equal(changes->files.at[i].path, inside) &&
            holds_line(&changes->files.at[i], first, last))
            return true;
    return false;
}
