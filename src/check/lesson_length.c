/* lesson-length: more text or more sections than one sitting takes. */
#include "check/checks.h"
#include "facts/reading.h"
#include "text/decimal.h"

void ll_check_lesson_length(ll_check *check) {
    ll_facts *facts = check->facts;
    if (facts->lesson->layout == LL_LESSON_NONE)
        return;
    ll_length length = ll_facts_length(facts);
    bool quiet = facts->plan && facts->plan->load == LL_LOAD_CONSOLIDATE && !length.interactive &&
                 length.lines > ll_check_number(check, LL_VIEW("lines"));
    bool full = length.words > ll_check_number(check, LL_VIEW("words")) ||
                length.sections > ll_check_number(check, LL_VIEW("sections"));
    check->outcome.checked++;
    if (!full && !quiet)
        return;
    ll_value values[] = {{"words", ll_decimal_counted(check->arena, length.words, "word")},
                         {"sections", ll_decimal_counted(check->arena, length.sections, "section")},
                         {"lines", ll_decimal_counted(check->arena, length.lines, "line")},
                         {0}};
    ll_check_report(check, &(ll_report){.range = ll_tag_range(facts->tsx, facts->lesson->layout),
                                        .subject = LL_VIEW("length"),
                                        .kind = full ? "full" : "quiet",
                                        .values = values});
}
