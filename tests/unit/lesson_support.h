/* What the tests of the lesson model share: a lesson from a string, and its passages as a line. */
#ifndef LL_TESTS_LESSON_SUPPORT_H
#define LL_TESTS_LESSON_SUPPORT_H

#include <stdio.h>

#include "support.h"

#include "base/buffer.h"
#include "lesson/lesson.h"

static inline ll_lesson *lesson_of(ll_arena *arena, const char *text) {
    ll_source *source;
    ll_error error;
    assert_int_equal(
        ll_source_from(&source, arena, LL_VIEW("lesson.tsx"), ll_view_of(text), &error), LL_OK);
    ll_lesson *lesson = ll_lesson_parse(arena, source);
    if (lesson->tsx->fault)
        fail_msg("%s at %u of %s", lesson->tsx->fault, lesson->tsx->fault_offset, text);
    return lesson;
}

/* Bits of passage kinds. */
#define KIND(kind) (1u << LL_PASSAGE_##kind)
#define RUNS (KIND(PROSE) | KIND(SVG))
#define VISIBLE (RUNS | KIND(ATTRIBUTE) | KIND(STRING))

/* The passages of these kinds with '|' between them and '#' for the placeholder. */
static inline ll_view passages_of(ll_arena *arena, const ll_lesson *lesson, unsigned kinds) {
    ll_buffer out = {.arena = arena, .most = 1 << 20};
    bool first = true;
    for (uint32_t i = 0; i < lesson->passages.len; i++) {
        const ll_passage *passage = &lesson->passages.at[i];
        if (!(kinds & (1u << passage->kind)))
            continue;
        if (!first)
            ll_buffer_add_byte(&out, '|');
        first = false;
        ll_view text = ll_lesson_passage_text(lesson, passage);
        for (size_t at = 0, hit; at < text.len; at = hit + sizeof LL_LESSON_PLACEHOLDER - 1) {
            hit = ll_view_find(text, LL_VIEW(LL_LESSON_PLACEHOLDER), at);
            ll_buffer_add(&out, ll_view_slice(text, at, hit == LL_VIEW_NONE ? text.len : hit));
            if (hit == LL_VIEW_NONE)
                break;
            ll_buffer_add_byte(&out, '#');
        }
    }
    return ll_buffer_view(&out);
}

/* The passages of a piece of source. */
#define assert_passages(source, kinds, expected)                                                   \
    assert_view(passages_of(arena, lesson_of(arena, (source)), (kinds)), (expected))

/* The element number `index` of this name, in the order of the source. */
static inline uint32_t element_of(const ll_lesson *lesson, const char *name, uint32_t index) {
    for (uint32_t i = 0; i < lesson->tsx->nodes.len; i++)
        if (lesson->tsx->nodes.at[i].kind == LL_TSX_ELEMENT &&
            ll_tsx_is(lesson->tsx, i, ll_view_of(name)) && index-- == 0)
            return i;
    fail_msg("there is no <%s>", name);
    return LL_TSX_NONE;
}

#endif
