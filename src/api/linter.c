/* Linters, their memory and their guards. */
#include "api/linter.h"

#include "base/error.h"
#include "base/homepage.h"

#include <stdlib.h>

const char *ll_version(void) {
    return LESSONLINT_VERSION;
}

const char *ll_homepage(void) {
    return ll_homepage_set();
}

const char *ll_nearest_name(const char *name, const char *const *names, size_t count) {
    return ll_error_nearest(ll_view_of(name), names, count);
}

ll_status ll_linter_new(ll_linter **out, ll_error *error) {
    ll_linter *linter = calloc(1, sizeof *linter);
    if (linter) {
        linter->arena = ll_arena_new(LL_LINTER_MOST);
        linter->call = ll_arena_new(LL_LINTER_CALL_MOST);
        linter->own =
            (ll_worker){.arena = linter->arena, .scratch = ll_arena_new(LL_LINTER_PAIR_MOST)};
    }
    if (!linter || !linter->arena || !linter->call || !linter->own.scratch) {
        ll_linter_free(linter);
        return ll_error_set(error, LL_E_MEMORY, (ll_view){0}, 0, 0, "out of memory");
    }
    linter->fail_on = LL_SEVERITY_IMPROVEMENT;
    linter->stdin_name = LL_VIEW("<stdin>");
    *out = linter;
    return LL_OK;
}

static void free_others(ll_linter *linter) {
    for (size_t i = 0; i < sizeof linter->others / sizeof *linter->others; i++) {
        ll_arena_free(linter->others[i].scratch);
        ll_arena_free(linter->others[i].arena);
        linter->others[i] = (ll_worker){0};
    }
}

void ll_linter_free(ll_linter *linter) {
    if (!linter)
        return;
    free_others(linter);
    free(linter->errors);
    free(linter->gone);
    ll_arena_free(linter->own.scratch);
    ll_arena_free(linter->call);
    ll_arena_free(linter->arena);
    free(linter);
}

static ll_status guard(ll_linter *linter, ll_arena *arena, void (*work)(void *context),
                       void *context, ll_error *error) {
    if (linter->unusable)
        return ll_error_set(error, LL_E_MEMORY, (ll_view){0}, 0, 0,
                            "the linter ran out of memory before");
    ll_status status = ll_arena_guard(arena, work, context, error);
    linter->unusable = status == LL_E_MEMORY;
    return status;
}

ll_status ll_linter_guard(ll_linter *linter, void (*work)(void *context), void *context,
                          ll_error *error) {
    return guard(linter, linter->arena, work, context, error);
}

/* Adds to one of the two lists. */
static ll_status keep(ll_error **list, uint32_t *count, const ll_error *kept, ll_error *error) {
    if (*count == LL_LINTER_ERRORS_MOST)
        return LL_OK;
    if (!*list)
        *list = calloc(LL_LINTER_ERRORS_MOST, sizeof **list);
    if (!*list)
        return ll_error_set(error, LL_E_MEMORY, (ll_view){0}, 0, 0, "out of memory");
    (*list)[(*count)++] = *kept;
    return LL_OK;
}

ll_status ll_linter_keep_error(ll_linter *linter, const ll_error *kept, ll_error *error) {
    return keep(&linter->errors, &linter->error_count, kept, error);
}

ll_status ll_linter_keep_gone(ll_linter *linter, const ll_error *kept, ll_error *error) {
    return keep(&linter->gone, &linter->gone_count, kept, error);
}

const ll_error *ll_linter_gone(const ll_linter *linter, size_t index) {
    return index < linter->gone_count ? &linter->gone[index] : NULL;
}

const ll_error *ll_linter_error(const ll_linter *linter, size_t index) {
    return index < linter->error_count ? &linter->errors[index] : NULL;
}

void ll_linter_progress(ll_linter *linter, ll_progress *progress, void *context) {
    linter->progress = progress;
    linter->progress_context = context;
}

ll_status ll_linter_make_worker(ll_worker *worker, ll_error *error) {
    if (!worker->arena)
        worker->arena = ll_arena_new(LL_LINTER_MOST);
    if (!worker->scratch)
        worker->scratch = ll_arena_new(LL_LINTER_PAIR_MOST);
    if (!worker->arena || !worker->scratch)
        return ll_error_set(error, LL_E_MEMORY, (ll_view){0}, 0, 0, "out of memory");
    return LL_OK;
}

ll_status ll_linter_call(ll_linter *linter, void (*work)(void *context), void *context,
                         ll_error *error) {
    if (!linter->ready) {
        free_others(linter); /* their engines are of the rules before */
        linter->profiles.len = 0;
        linter->own.engines.len = 0;
        linter->ready = true;
    }
    memset(&linter->seen, 0, sizeof linter->seen);
    linter->error_count = 0;
    linter->gone_count = 0;
    ll_status status = guard(linter, linter->call, work, context, error);
    ll_arena_reset(linter->call);
    return status;
}
