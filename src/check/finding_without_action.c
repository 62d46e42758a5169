/* finding-without-action: a finding whose fix is that nothing is to be done. */
#include "check/checks.h"
#include "check/reviews.h"

/* Takes one of the words off the front of a text, with the blanks behind it. */
static bool take(ll_view *text, const char *const *words, size_t count) {
    size_t end = 0;
    char lower[16];
    while (end < text->len && end < sizeof lower &&
           (ll_is_letter(text->ptr[end]) || text->ptr[end] == '-')) {
        lower[end] = ll_to_lower(text->ptr[end]);
        end++;
    }
    if (!ll_view_is_one_of((ll_view){lower, end}, words, count))
        return false;
    *text = ll_view_trim(ll_view_slice(*text, end, text->len));
    return true;
}

#define TAKE(text, words) take((text), (words), sizeof(words) / sizeof *(words))

static bool is_end(ll_view rest) {
    return rest.len == 0 || strchr(".;(", rest.ptr[0]);
}

/* "No further change is strictly necessary", "None", "Nothing to do". */
static bool is_nothing(ll_view fix) {
    static const char *const no[] = {"no"};
    static const char *const kinds[] = {"actual", "additional", "code", "content", "further"};
    static const char *const things[] = {"action", "actions", "change", "changes",  "edit",
                                         "edits",  "fix",     "fixes",  "revision", "revisions"};
    static const char *const none[] = {"none", "nothing"};
    static const char *const links[] = {"actually", "are", "is", "really", "strictly"};
    static const char *const needs[] = {"necessary", "needed", "required"};
    static const ll_view uses[] = {LL_VIEW_INIT("to do"), LL_VIEW_INIT("to fix"),
                                   LL_VIEW_INIT("to change")};
    if (TAKE(&fix, no)) {
        (void)TAKE(&fix, kinds);
        if (!TAKE(&fix, things))
            return false;
    } else if (!TAKE(&fix, none)) {
        return false;
    }
    for (size_t i = 0; i < sizeof uses / sizeof *uses; i++)
        if (ll_view_starts_nocase(fix, uses[i]))
            return true;
    while (TAKE(&fix, links)) {
    }
    return is_end(fix) || TAKE(&fix, needs);
}

/* What a fix begins with when it asks for nothing; the phrases end a sentence. */
static bool asks_for_nothing(ll_view fix) {
    static const ll_view phrases[] = {LL_VIEW_INIT("acceptable as is"),
                                      LL_VIEW_INIT("acceptable as-is"),
                                      LL_VIEW_INIT("fine as is"),
                                      LL_VIEW_INIT("fine as-is"),
                                      LL_VIEW_INIT("keep as is"),
                                      LL_VIEW_INIT("keep as-is"),
                                      LL_VIEW_INIT("leave as is"),
                                      LL_VIEW_INIT("leave as-is"),
                                      LL_VIEW_INIT("leave it as is"),
                                      LL_VIEW_INIT("leave it as it is"),
                                      LL_VIEW_INIT("n/a"),
                                      LL_VIEW_INIT("not needed"),
                                      LL_VIEW_INIT("not necessary"),
                                      LL_VIEW_INIT("not required"),
                                      LL_VIEW_INIT("not worth a fix"),
                                      LL_VIEW_INIT("not worth changing"),
                                      LL_VIEW_INIT("not worth fixing")};
    for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++)
        if (ll_view_starts_nocase(fix, phrases[i]) &&
            is_end(ll_view_trim(ll_view_slice(fix, phrases[i].len, fix.len))))
            return true;
    return is_nothing(fix);
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
        LL_VIEW_INIT("if tightening"),
    };
    return LL_VIEW_HAS_WORD(fix, words);
}

static void judge(void *context, const ll_review_finding *finding) {
    ll_check *check = context;
    if (finding->fix.len == 0)
        return;
    check->outcome.checked++;
    ll_view fix = ll_view_trim(ll_markdown_plain(check->arena, finding->fix));
    if (finding->retracted || !asks_for_nothing(fix) || offers_something(fix))
        return;
    ll_value values[] = {{"finding", finding->title}, {0}};
    ll_check_report(check, &(ll_report){.range = ll_plan_range(finding->place),
                                        .subject = finding->title,
                                        .values = values});
}

void ll_check_finding_without_action(ll_check *check) {
    ll_reviews_each(check, judge, check);
}
