/* Reads lines "p<TAB>text" (prose) or "m<TAB>text" (LaTeX) from standard input and prints one line
 * for each: t for every equation that holds, f for every other that is judged. */
#include <stdio.h>
#include <stdlib.h>

#include "text/arithmetic.h"

#define MEMORY_MOST ((size_t)1 << 30)

static void print(void *context, const ll_equation *equation) {
    (void)context;
    putchar(equation->holds ? 't' : 'f');
}

static void work(void *context) {
    ll_arithmetic *arithmetic = ll_arithmetic_new(context);
    char line[4096];
    while (fgets(line, sizeof line, stdin)) {
        ll_view text = ll_view_trim(ll_view_of(line + (line[0] != '\0')));
        ll_arithmetic_each(arithmetic, text, line[0] == 'm' ? LL_NOTATION_MATH : LL_NOTATION_PROSE,
                           print, NULL);
        putchar('\n');
    }
}

int main(void) {
    ll_error error = {0};
    ll_arena *arena = ll_arena_new(MEMORY_MOST);
    if (!arena || ll_arena_guard(arena, work, arena, &error) != LL_OK) {
        fprintf(stderr, "%s\n", arena ? error.text : "out of memory");
        ll_arena_free(arena);
        return EXIT_FAILURE;
    }
    ll_arena_free(arena);
    return EXIT_SUCCESS;
}
