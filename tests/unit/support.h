/* What the unit tests share: cmocka's headers in their order, and an arena under a guard. */
#ifndef LL_TESTS_SUPPORT_H
#define LL_TESTS_SUPPORT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"

#define ARENA_MOST ((size_t)1 << 32)

/* Compares a view with a C string and prints both when they differ. */
#define assert_view(view, expected)                                                                \
    do {                                                                                           \
        ll_view seen_ = (view);                                                                    \
        char copy_[4096];                                                                          \
        snprintf(copy_, sizeof copy_, "%.*s", (int)seen_.len, seen_.ptr ? seen_.ptr : "");         \
        assert_string_equal(copy_, expected);                                                      \
    } while (0)

/* Whether a text holds a part of it. */
static inline void assert_holds(ll_view text, const char *part) {
    if (ll_view_find(text, ll_view_of(part), 0) == LL_VIEW_NONE)
        fail_msg("%s\nis not in\n%.*s", part, LL_VIEW_ARG(text));
}

static inline void assert_lacks(ll_view text, const char *part) {
    if (ll_view_find(text, ll_view_of(part), 0) != LL_VIEW_NONE)
        fail_msg("%s\nis in\n%.*s", part, LL_VIEW_ARG(text));
}

/* A test body that takes an arena: TEST(name) { … uses `arena` … } defines `name`, which runs it
 * under a guard, as the public entry points do, and fails when the body gives up. */
#define TEST(name)                                                                                 \
    static void name##_body(void *context);                                                        \
    static void name(void **state) {                                                               \
        (void)state;                                                                               \
        ll_error error = {0};                                                                      \
        ll_arena *arena = ll_arena_new(ARENA_MOST);                                                \
        ll_status status = ll_arena_guard(arena, name##_body, arena, &error);                      \
        if (status != LL_OK)                                                                       \
            print_error("%s\n", error.text);                                                       \
        ll_arena_free(arena);                                                                      \
        assert_int_equal(status, LL_OK);                                                           \
    }                                                                                              \
    static void name##_body(void *context)

/* First line of a TEST body. */
#define USE_ARENA ll_arena *arena = context

#endif
