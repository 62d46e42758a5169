/* prerequisite-depth: a row that says OK although the actual depth falls short. */
#include "check/checks.h"

/* Sources outside the curriculum: no lesson of it could have gone deeper. */
static const char *const outside[] = {"background", "general programming", "prior education",
                                      "prior experience"};

/* Words for the same, as long as no lesson is named with its number: "School math", "assumed". */
static const char *const vague[] = {"education",
                                    "experience",
                                    "knowledge",
                                    "school",
                                    "high school",
                                    "secondary school",
                                    "university",
                                    "college",
                                    "class",
                                    "self taught",
                                    "self study",
                                    "self studied",
                                    "pre course",
                                    "prerequisite course",
                                    "pre requisite course",
                                    "assumed",
                                    "external",
                                    "outside",
                                    "general",
                                    "everyday",
                                    "n/a",
                                    "none"};

/* Whether the word stands at the start of `text`; its blanks may be hyphens. */
static bool begins_with(ll_view text, ll_view word) {
    if (text.len < word.len)
        return false;
    for (size_t i = 0; i < word.len; i++)
        if (ll_to_lower(text.ptr[i]) != word.ptr[i] && !(word.ptr[i] == ' ' && text.ptr[i] == '-'))
            return false;
    return true;
}

static bool is_joint(char c) {
    return ll_is_alnum(c) || c == '-';
}

/* A hyphen in a word may join it ("high-school"); one that touches it makes it a part of a lesson's
 * slug: knowledge-maps, background-subtraction. */
static bool holds_word(ll_view source, ll_view word) {
    for (size_t at = 0; at + word.len <= source.len; at++) {
        size_t end = at + word.len;
        if (begins_with(ll_view_slice(source, at, source.len), word) &&
            (at == 0 || !is_joint(source.ptr[at - 1])) &&
            (end == source.len || !is_joint(source.ptr[end])))
            return true;
    }
    return false;
}

static bool holds_any(ll_view source, const char *const *words, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (holds_word(source, ll_view_of(words[i])))
            return true;
    return false;
}

static bool has_digit(ll_view text) {
    for (size_t i = 0; i < text.len; i++)
        if (ll_is_digit(text.ptr[i]))
            return true;
    return false;
}

static bool is_outside(ll_view source) {
    if (ll_plan_is_nothing(source))
        return true;
    return holds_any(source, outside, sizeof outside / sizeof *outside) ||
           (!has_digit(source) && holds_any(source, vague, sizeof vague / sizeof *vague));
}

static void report(ll_check *check, const ll_prerequisite *row, bool far) {
    const ll_vocabulary *words = check->facts->plan->vocabulary;
    ll_value values[] = {{"concept", row->concept},
                         {"required", ll_depth_name(words, row->required.low)},
                         {"actual", ll_depth_name(words, row->actual.high)},
                         {"status", row->status_text},
                         {0}};
    ll_check_report(check, &(ll_report){.range = ll_plan_range(row->place),
                                        .subject = row->concept,
                                        .kind = far ? "far" : NULL,
                                        .values = values});
}

/* A cell that names two depths is read in the row's favour: the lower one is required, the higher
 * one is there. */
void ll_check_prerequisite_depth(ll_check *check) {
    const ll_plan *plan = check->facts->plan;
    for (uint32_t i = 0; i < plan->prerequisites.len; i++) {
        const ll_prerequisite *row = &plan->prerequisites.at[i];
        ll_depth required = row->required.low, actual = row->actual.high;
        if (required == LL_DEPTH_UNKNOWN || actual == LL_DEPTH_UNKNOWN || is_outside(row->source))
            continue;
        ll_check_judges(check, row->place);
        if (actual < required && row->status == LL_STATUS_OK)
            report(check, row, required - actual >= 2 || actual == LL_DEPTH_NOT_TAUGHT);
    }
}
