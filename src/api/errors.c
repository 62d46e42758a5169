/* Errors with the line that they speak of. */
#include "base/error.h"
#include "lessonlint/lessonlint.h"
#include "source/source.h"
#include "writer/excerpt.h"

#include <sys/stat.h>

enum { TEXT_MOST = 1 << 20, WIDTH = 100, ARENA_MOST = 1 << 28 };

typedef struct showing {
    ll_arena *arena;
    const ll_error *shown;
    ll_buffer text;
    ll_error failure; /* why the file was not read; status LL_OK when it was */
} showing;

/* Byte of the line at which its character number `column` begins. */
static size_t byte_of(ll_view line, uint32_t column) {
    size_t at = 0;
    for (uint32_t i = 1; i < column && at < line.len; i++)
        do
            at++;
        while (at < line.len && ll_is_continuation(line.ptr[at]));
    return at;
}

static void add_excerpt(void *context) {
    showing *on = context;
    ll_source *source = NULL;
    ll_view line = {0};
    if (ll_source_read(&source, on->arena, ll_view_of(on->shown->path), &on->failure) != LL_OK)
        return;
    ll_view rest = source->text;
    for (uint32_t i = 0; i < on->shown->line; i++)
        if (!ll_view_next_line(&rest, &line))
            return;
    size_t at = byte_of(line, on->shown->column);
    ll_excerpt excerpt = ll_excerpt_make(on->arena, line, at, at, WIDTH);
    ll_buffer_add_format(&on->text, "%6u | %.*s\n       | %.*s\n", (unsigned)on->shown->line,
                         LL_VIEW_ARG(excerpt.text), LL_VIEW_ARG(excerpt.mark));
}

ll_status ll_error_excerpt(const ll_error *shown, ll_write *write, void *context, ll_error *error) {
    struct stat about;
    if (shown->path[0] == '\0' || shown->line == 0 || shown->column == 0 ||
        stat(shown->path, &about) != 0 || !S_ISREG(about.st_mode))
        return LL_OK;
    ll_arena *arena = ll_arena_new(ARENA_MOST);
    if (!arena)
        return ll_error_set(error, LL_E_MEMORY, (ll_view){0}, 0, 0, "out of memory");
    showing on = {.arena = arena, .shown = shown, .text = {.arena = arena, .most = TEXT_MOST}};
    ll_status status = ll_arena_guard(arena, add_excerpt, &on, error);
    if (status == LL_OK && on.failure.status == LL_E_MEMORY) {
        status = LL_E_MEMORY;
        *error = on.failure;
    }
    if (status == LL_OK && on.text.len > 0)
        status = write(context, on.text.ptr, on.text.len, error);
    ll_arena_free(arena);
    return status;
}
