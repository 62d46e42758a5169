/* Cutting a piece out of rendered text. */
#include "check/context.h"

/* Rendered bytes shown on each side. */
enum { CONTEXT = 24 };

ll_view ll_context_of(ll_check *check, const ll_passage *passage, uint32_t start, uint32_t end) {
    const ll_lesson *lesson = check->facts->lesson;
    size_t from = start - passage->start > CONTEXT ? start - CONTEXT : passage->start;
    size_t to = passage->end - end > CONTEXT ? end + CONTEXT : passage->end;
    while (from > passage->start && from < start && !ll_is_blank(lesson->rendered.ptr[from - 1]))
        from++;
    while (to < passage->end && to > end && !ll_is_blank(lesson->rendered.ptr[to]))
        to--;
    return ll_check_one_line(check->arena, ll_view_slice(lesson->rendered, from, to));
}
