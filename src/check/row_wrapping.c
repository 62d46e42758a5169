/* row-wrapping: every child of LessonLayout is a Row. */
#include "check/checks.h"
#include "check/layout.h"

static void report(ll_check *check, ll_range range, ll_view tag, const char *kind) {
    ll_value values[] = {{"tag", tag}, {0}};
    ll_check_report(check, &(ll_report){.range = range, .kind = kind, .values = values});
}

void ll_check_row_wrapping(ll_check *check) {
    const ll_lesson *lesson = check->facts->lesson;
    if (lesson->layout == LL_LESSON_NONE)
        return;
    ll_children children = {0};
    ll_lesson_children(lesson, check->arena, lesson->layout, &children);
    for (uint32_t i = 0; i < children.len; i++) {
        const ll_child *child = &children.at[i];
        if (child->kind == LL_CHILD_UNKNOWN)
            continue;
        check->outcome.checked++;
        if (child->kind == LL_CHILD_TEXT) {
            report(check, ll_text_range(lesson->tsx, child->node), LL_VIEW("text"), NULL);
            continue;
        }
        /* A part without its Row is row-structure's matter. */
        unsigned what = ll_layout_of(check, child->node);
        bool seen = what & LL_LAYOUT(LL_ROW_PART_NONE);
        if (seen || (what & LL_LAYOUT_CLOSED))
            report(check, ll_tag_range(lesson->tsx, child->node),
                   ll_tsx_lead(lesson->tsx, child->node), seen ? NULL : "imported");
    }
}
