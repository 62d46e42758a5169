/* Arenas: memory that is given back all at once, and the one way out when memory or a limit ends.
 */
#ifndef LL_BASE_ARENA_H
#define LL_BASE_ARENA_H

#include "base/view.h"
#include "lessonlint/error.h"

#include <stdarg.h>

/* One arena serves one run on one thread. Nothing in it is freed by itself, so an error path has
 * nothing to undo. */
typedef struct ll_arena ll_arena;

/* NULL when there is no memory. `most` is the largest number of bytes that it may hold. */
ll_arena *ll_arena_new(size_t most);

/* Runs what was deferred (last first) and frees everything; NULL is allowed. */
void ll_arena_free(ll_arena *arena);

/* Runs what was deferred and forgets every allocation, but keeps the memory for the next use: a
 * fresh page costs more than the work done in it. */
void ll_arena_reset(ll_arena *arena);

/* Calls `work(context)` and returns LL_OK. When anything below gives up (no memory, the arena's
 * limit, ll_arena_raise), the rest of `work` is left out, `*error` is filled in and its status
 * returned; the arena may then only be reset or freed. Guards do not nest on one arena. */
ll_status ll_arena_guard(ll_arena *arena, void (*work)(void *context), void *context,
                         ll_error *error);

/* Gives up: control returns to the guard with this error. Asserts that a guard is active. */
_Noreturn void ll_arena_raise(ll_arena *arena, const ll_error *error);

/* The same with a text; the path and place stay empty. */
_Noreturn void ll_arena_fail(ll_arena *arena, ll_status status, const char *format, ...);

/* `size` zeroed bytes, aligned for any type. Never NULL: without memory the guard is taken. */
void *ll_arena_alloc(ll_arena *arena, size_t size);

/* Grows `block` (the result of an allocation of `old_size` bytes) to `new_size`: in place when it
 * is the latest allocation, else by copying; NULL is an empty one. What the new bytes hold is not
 * known: clearing room that is written anyway costs a twentieth of a run. */
void *ll_arena_grow(ll_arena *arena, void *block, size_t old_size, size_t new_size);

/* A copy with a NUL behind it (not counted in `len`). */
ll_view ll_arena_copy(ll_arena *arena, ll_view view);

/* The same in small letters (ASCII). */
ll_view ll_arena_small(ll_arena *arena, ll_view view);

/* printf into the arena, with a NUL behind it. */
ll_view ll_arena_format(ll_arena *arena, const char *format, ...);
ll_view ll_arena_vformat(ll_arena *arena, const char *format, va_list arguments);

/* Registers `release(resource)` for the time of reset or free: for what a library allocated. When
 * there is no memory for that, it is released at once, before the guard is taken. */
void ll_arena_defer(ll_arena *arena, void (*release)(void *resource), void *resource);

/* Bytes handed out since the last reset. */
size_t ll_arena_used(const ll_arena *arena);

#define LL_ARENA_NEW(arena, type) ((type *)ll_arena_alloc((arena), sizeof(type)))
#define LL_ARENA_ARRAY(arena, type, count) ((type *)ll_arena_alloc((arena), sizeof(type) * (count)))

#endif
