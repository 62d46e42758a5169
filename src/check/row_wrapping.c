/* row-wrapping: every child of LessonLayout is a Row. */
#include "check/checks.h"

/* A helper may return a helper: so many are followed before the answer is left open. */
enum { HELPERS_FOLLOWED = 16 };

typedef enum answer { IS_ROW, IS_NO_ROW, IS_IMPORTED } answer;

/* What an element comes to: itself, or what its component of this file returns. */
static answer element_answer(ll_check *check, uint32_t element, int followed) {
    const ll_lesson *lesson = check->facts->lesson;
    ll_view name = ll_tsx_lead(lesson->tsx, element);
    if (ll_lesson_row_part(name) != LL_ROW_PART_NONE)
        return IS_ROW; /* a part without its Row is row-structure's matter */
    if (ll_tsx_is_host(lesson->tsx, element))
        return IS_NO_ROW;
    uint32_t component = ll_lesson_component(lesson, name);
    if (component == LL_LESSON_NONE)
        return IS_IMPORTED;
    if (followed == HELPERS_FOLLOWED)
        return IS_ROW;
    ll_children roots = {0};
    ll_lesson_component_roots(lesson, check->arena, component, &roots);
    answer worst = IS_ROW;
    for (uint32_t i = 0; i < roots.len; i++) {
        if (roots.at[i].kind == LL_CHILD_UNKNOWN)
            continue;
        answer one = roots.at[i].kind == LL_CHILD_TEXT
                         ? IS_NO_ROW
                         : element_answer(check, roots.at[i].node, followed + 1);
        if (one == IS_NO_ROW)
            return IS_NO_ROW;
        if (one == IS_IMPORTED)
            worst = IS_IMPORTED;
    }
    return worst;
}

static void report(ll_check *check, ll_range range, ll_view tag, const char *kind) {
    ll_value values[] = {{"tag", tag}, {0}};
    ll_check_report(check,
                    &(ll_report){.range = range, .subject = tag, .kind = kind, .values = values});
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
        answer what = element_answer(check, child->node, 0);
        if (what != IS_ROW)
            report(check, ll_tag_range(lesson->tsx, child->node),
                   ll_tsx_lead(lesson->tsx, child->node), what == IS_IMPORTED ? "imported" : NULL);
    }
}
