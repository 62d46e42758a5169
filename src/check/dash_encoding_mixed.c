/* dash-encoding-mixed: em dashes in the JSX text of one file that are written in two ways. */
#include "check/checks.h"
#include "check/encoding.h"

/* A dash that is all of its text stands for an empty cell, and is seen beside no other dash. */
static bool is_in_text(const ll_lesson *lesson, const ll_passage *passage, uint32_t start,
                       uint32_t end) {
    (void)start, (void)end;
    ll_view text = ll_view_trim(ll_lesson_passage_text(lesson, passage));
    return !ll_view_equal(text, LL_VIEW("\xE2\x80\x94"));
}

void ll_check_dash_encoding_mixed(ll_check *check) {
    static const ll_spellings dashes = {
        .source = {LL_VIEW_INIT("&mdash;"), LL_VIEW_INIT("\xE2\x80\x94")},
        .counts = is_in_text,
        .safety = LL_SAFETY_SAFE};
    ll_encoding_check(check, &dashes);
}
