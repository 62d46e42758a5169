/* em-dash-spacing: an em dash with a visible blank beside it that is no accident of a line break.
 */
#include "check/checks.h"
#include "check/dash.h"

/* A label is this short and holds no end of a sentence. */
enum { LABEL_LONGEST = 24, LABEL_WORDS = 3 };

static bool follows_label(const ll_lesson *lesson, const ll_dash *dash) {
    ll_view label =
        ll_view_trim(ll_view_slice(lesson->rendered, dash->passage->start, dash->start));
    if (label.len > LABEL_LONGEST)
        return false;
    int words = 1;
    for (size_t i = 0; i < label.len; i++) {
        words += label.ptr[i] == ' ';
        if (label.ptr[i] == '.' || label.ptr[i] == ',' || label.ptr[i] == ';')
            return false;
    }
    return words <= LABEL_WORDS;
}

static bool is_exempt(const ll_check *check, const ll_dash *dash) {
    bool svg = dash->passage->kind == LL_PASSAGE_SVG;
    if (svg && !ll_check_flag(check, LL_VIEW("svg")))
        return true;
    return !ll_check_flag(check, LL_VIEW("labels")) && follows_label(check->facts->lesson, dash);
}

static void judge(ll_check *check, const ll_dash *dash) {
    if (is_exempt(check, dash))
        return;
    check->outcome.checked++;
    bool before = dash->before != LL_BESIDE_TEXT, after = dash->after != LL_BESIDE_TEXT;
    if (before && after)
        ll_dash_report(check, dash, "both");
    else if (dash->before == LL_BESIDE_BLANK)
        ll_dash_report(check, dash, "before");
    else if (dash->after == LL_BESIDE_BLANK)
        ll_dash_report(check, dash, "after");
}

void ll_check_em_dash_spacing(ll_check *check) {
    ll_dash_each(check, judge);
}
