/* finding-without-action: a finding whose fix is that nothing is to be done. */
#include "check/checks.h"
#include "check/reviews.h"

/* What a fix begins with when it asks for nothing. */
static bool asks_for_nothing(ll_view fix) {
    static const ll_view things[] = {
        LL_VIEW_INIT("no action"),   LL_VIEW_INIT("no change"), LL_VIEW_INIT("no changes"),
        LL_VIEW_INIT("no fix"),      LL_VIEW_INIT("no edit"),   LL_VIEW_INIT("no edits"),
        LL_VIEW_INIT("no revision"), LL_VIEW_INIT("none"),      LL_VIEW_INIT("nothing")};
    static const ll_view needs[] = {LL_VIEW_INIT("needed"),    LL_VIEW_INIT("required"),
                                    LL_VIEW_INIT("necessary"), LL_VIEW_INIT("to do"),
                                    LL_VIEW_INIT("to fix"),    LL_VIEW_INIT("to change")};
    for (size_t i = 0; i < sizeof things / sizeof *things; i++) {
        if (!ll_view_starts_nocase(fix, things[i]))
            continue;
        ll_view rest = ll_view_slice(fix, things[i].len, fix.len);
        if (rest.len > 0 && ll_is_letter(rest.ptr[0]))
            continue;
        rest = ll_view_trim(rest);
        if (rest.len == 0 || rest.ptr[0] == '.')
            return true;
        for (size_t k = 0; k < sizeof needs / sizeof *needs; k++)
            if (ll_view_starts_nocase(rest, needs[k]))
                return true;
    }
    return false;
}

/* Whether it offers something all the same: "unless …", "if desired …", "but …". */
static bool offers_something(ll_view fix) {
    static const ll_view words[] = {
        LL_VIEW_INIT("unless"),        LL_VIEW_INIT("but"),         LL_VIEW_INIT("however"),
        LL_VIEW_INIT("consider"),      LL_VIEW_INIT("could"),       LL_VIEW_INIT("might"),
        LL_VIEW_INIT("may"),           LL_VIEW_INIT("should"),      LL_VIEW_INIT("instead"),
        LL_VIEW_INIT("otherwise"),     LL_VIEW_INIT("except"),      LL_VIEW_INIT("optional"),
        LL_VIEW_INIT("optionally"),    LL_VIEW_INIT("if desired"),  LL_VIEW_INIT("if wanted"),
        LL_VIEW_INIT("alternatively"), LL_VIEW_INIT("only"),        LL_VIEW_INIT("beyond"),
        LL_VIEW_INIT("if needed"),     LL_VIEW_INIT("if changing"), LL_VIEW_INIT("if addressing"),
    };
    return LL_VIEW_HAS_WORD(fix, words);
}

static void judge(void *context, const ll_review_finding *finding) {
    ll_check *check = context;
    if (finding->fix.len == 0)
        return;
    check->outcome.checked++;
    if (finding->retracted || !asks_for_nothing(finding->fix) || offers_something(finding->fix))
        return;
    ll_value values[] = {{"finding", finding->title}, {0}};
    ll_check_report(check, &(ll_report){.range = ll_plan_range(finding->place),
                                        .subject = finding->title,
                                        .values = values});
}

void ll_check_finding_without_action(ll_check *check) {
    ll_reviews_each(check, judge, check);
}
