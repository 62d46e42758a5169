/* misconception-place: a misconception for which the plan gives no place, or one that its outline
 * does not have. */
#include "check/checks.h"

enum { WHERE_COLUMN = 3 };

static bool outline_has(const ll_plan *plan, uint32_t number) {
    return number >= plan->outline.at[0].number &&
           number <= plan->outline.at[plan->outline.len - 1].number;
}

/* Length of what joins two numbers of a list, "3, 4 and 5-7", else 0. */
static size_t joint(ll_view text) {
    static const ll_view joints[] = {
        LL_VIEW_INIT(", and "), LL_VIEW_INIT(", "),   LL_VIEW_INIT(","),
        LL_VIEW_INIT(" and "),  LL_VIEW_INIT(" & "),  LL_VIEW_INIT(" + "),
        LL_VIEW_INIT(" or "),   LL_VIEW_INIT(" to "), LL_VIEW_INIT("/"),
        LL_VIEW_INIT(" / "),    LL_VIEW_INIT("-"),    LL_VIEW_INIT("\xE2\x80\x93"),
    };
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++)
        if (ll_view_starts_nocase(text, joints[i]))
            return joints[i].len;
    return 0;
}

/* A number that is a section's: nothing of a word, a share or a lesson's number follows it. "4a"
 * and
 * "#4" are section 4. Its length, else 0. */
static size_t section_number(ll_view text, uint32_t *number) {
    size_t sign = text.len > 0 && text.ptr[0] == '#';
    size_t used;
    if (!ll_view_number(ll_view_slice(text, sign, text.len), number, &used))
        return 0;
    size_t end = sign + used;
    if (end < text.len && ll_is_lower(text.ptr[end]))
        end++;
    bool longer = end < text.len && (ll_is_alnum(text.ptr[end]) || text.ptr[end] == '%');
    bool decimal = end + 1 < text.len && text.ptr[end] == '.' && ll_is_digit(text.ptr[end + 1]);
    return longer || decimal ? 0 : end;
}

/* Whether a number counts something else, as in "Section 2, 300 words", or the sections of
 * something else: "Section 14 of the textbook". `first`: the word section stands before it. */
static bool is_of_something_else(ll_view behind, bool first) {
    bool blank = behind.len > 1 && ll_is_blank(behind.ptr[0]);
    if (!blank || joint(behind) > 0)
        return false;
    behind = ll_view_trim(behind);
    if (!ll_view_starts_nocase(behind, LL_VIEW("of ")))
        return !first && behind.len > 0 && ll_is_letter(behind.ptr[0]);
    return !ll_view_starts_nocase(behind, LL_VIEW("of this lesson")) &&
           !ll_view_starts_nocase(behind, LL_VIEW("of the lesson")) &&
           !ll_view_starts_nocase(behind, LL_VIEW("of the outline"));
}

/* Reads a list of numbers at the start of `text`; the first that the outline lacks goes to
 * `*missing`. Returns the length of the list. */
static size_t read_numbers(const ll_plan *plan, ll_view text, uint32_t *missing) {
    size_t at = 0, end = 0;
    uint32_t number;
    for (size_t used; (used = section_number(ll_view_slice(text, at, text.len), &number)) > 0;) {
        if (is_of_something_else(ll_view_slice(text, at + used, text.len), at == 0))
            break;
        if (*missing == UINT32_MAX && !outline_has(plan, number))
            *missing = number;
        end = at + used;
        size_t joined = joint(ll_view_slice(text, end, text.len));
        if (joined == 0)
            break;
        at = end + joined;
    }
    return end;
}

/* A text of numbers only, or numbers behind the word section. UINT32_MAX: the outline has all. */
static uint32_t missing_section(const ll_plan *plan, ll_view where) {
    static const ll_view words[] = {LL_VIEW_INIT("sections"), LL_VIEW_INIT("section"),
                                    LL_VIEW_INIT("\xC2\xA7")};
    uint32_t missing = UINT32_MAX;
    if (read_numbers(plan, where, &missing) == where.len)
        return missing;
    missing = UINT32_MAX;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t at = 0;
        while ((at = ll_view_find_word(where, words[i], at)) != LL_VIEW_NONE) {
            at += words[i].len;
            while (at < where.len && ll_is_blank(where.ptr[at]))
                at++;
            at += read_numbers(plan, ll_view_slice(where, at, where.len), &missing);
        }
    }
    return missing;
}

static bool is_not_addressed(ll_view where) {
    return ll_view_starts_nocase(where, LL_VIEW("not addressed"));
}

static void report(ll_check *check, const ll_misconception *row, const char *kind,
                   ll_view section) {
    ll_arena *arena = check->arena;
    ll_value values[] = {
        {"misconception", ll_view_unquote(row->claim)},
        {"section_number", section},
        {"sections", ll_arena_format(arena, "%u", check->facts->plan->outline.len)},
        {0}};
    ll_check_report(check, &(ll_report){.range = ll_plan_range(row->place),
                                        .subject = row->claim,
                                        .kind = kind,
                                        .values = values});
}

void ll_check_misconception_place(ll_check *check) {
    const ll_plan *plan = check->facts->plan;
    if (!(plan->tables[LL_TABLE_MISCONCEPTIONS].columns >> WHERE_COLUMN & 1))
        return;
    for (uint32_t i = 0; i < plan->misconceptions.len; i++) {
        const ll_misconception *row = &plan->misconceptions.at[i];
        check->outcome.checked++;
        if (ll_plan_is_nothing(row->where)) {
            report(check, row, "nothing", LL_VIEW(""));
        } else if (is_not_addressed(row->where)) {
            report(check, row, "not-addressed", LL_VIEW(""));
        } else if (plan->outline.len > 0) {
            uint32_t missing = missing_section(plan, row->where);
            if (missing != UINT32_MAX)
                report(check, row, "no-such-section", ll_arena_format(check->arena, "%u", missing));
        }
    }
}
