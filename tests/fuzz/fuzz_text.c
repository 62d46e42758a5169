/* libFuzzer: any text as one that holds equations. Beyond crashes it checks that the equations
 * stand in order and inside the text. */
#include <stdlib.h>

#include "text/arithmetic.h"
#include "text/decimal.h"

#define MEMORY_MOST ((size_t)1 << 28)

typedef struct job {
    ll_arena *arena;
    ll_view text;
    size_t last_start;
} job;

static void require(bool holds) {
    if (!holds)
        abort();
}

static void look(void *context, const ll_equation *equation) {
    job *this = context;
    require(equation->start >= this->last_start && equation->start < equation->end);
    require(equation->end <= this->text.len);
    require(equation->left.len > 0 && equation->right.len > 0);
    require(equation->left.ptr + equation->left.len <= equation->right.ptr);
    require(ll_decimal_grouped(this->arena, equation->left_value).len > 0);
    this->last_start = equation->start;
}

static void work(void *context) {
    job *this = context;
    ll_arithmetic *arithmetic = ll_arithmetic_new(this->arena);
    this->last_start = 0;
    ll_arithmetic_each(arithmetic, this->text, LL_NOTATION_PROSE, look, this);
    this->last_start = 0;
    ll_arithmetic_each(arithmetic, this->text, LL_NOTATION_MATH, look, this);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len) {
    static ll_arena *arena;
    ll_error error = {0};
    if (!arena)
        arena = ll_arena_new(MEMORY_MOST);
    if (!arena)
        return 0;
    char *copy = malloc(len ? len : 1);
    if (!copy)
        return 0;
    if (len > 0)
        memcpy(copy, bytes, len);
    job this = {.arena = arena, .text = {copy, len}};
    (void)ll_arena_guard(arena, work, &this, &error);
    ll_arena_reset(arena);
    free(copy);
    return 0;
}
