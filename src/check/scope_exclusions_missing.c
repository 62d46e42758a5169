/* scope-exclusions-missing: a scope that does not say what the lesson leaves out. */
#include "check/checks.h"

/* "NOT" in capitals is the label of an exclusion, "not" any sentence's. */
static bool holds_capital_not(ll_view text) {
    ll_view word = LL_VIEW("NOT");
    for (size_t at = 0; (at = ll_view_find_word(text, word, at)) != LL_VIEW_NONE; at++)
        if (ll_view_starts(ll_view_slice(text, at, text.len), word))
            return true;
    return false;
}

/* Whether a text begins with a word that leaves something out, or with a sign for it; the word may
 * be a label ("Not: tides"), but no part of another one ("no-code tools"). */
static bool begins_with_denial(ll_view text) {
    static const char *const words[] = {
        "no",       "not",   "does not",           "doesn't",          "do not",          "don't",
        "will not", "won't", "doesn\xE2\x80\x99t", "don\xE2\x80\x99t", "won\xE2\x80\x99t"};
    static const char *const signs[] = {"\xE2\x9D\x8C", "\xE2\x9C\x97", "\xE2\x9C\x98",
                                        "\xF0\x9F\x9A\xAB"};
    while (text.len > 0 && strchr("*_(\" ", text.ptr[0]))
        text = ll_view_slice(text, 1, text.len);
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (ll_view_starts(text, ll_view_of(signs[i])))
            return true;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        ll_view word = ll_view_of(words[i]);
        if (ll_view_starts_nocase(text, word) && text.len > word.len &&
            !ll_is_alnum(text.ptr[word.len]) && text.ptr[word.len] != '-')
            return true;
    }
    return false;
}

/* `text` is plain. */
static bool excludes(ll_view text) {
    static const ll_view words[] = {
        LL_VIEW_INIT("deferred"),      LL_VIEW_INIT("defer"),        LL_VIEW_INIT("excluded"),
        LL_VIEW_INIT("excludes"),      LL_VIEW_INIT("excluding"),    LL_VIEW_INIT("exclusions"),
        LL_VIEW_INIT("out of scope"),  LL_VIEW_INIT("out-of-scope"), LL_VIEW_INIT("not covered"),
        LL_VIEW_INIT("not discussed"), LL_VIEW_INIT("not included"), LL_VIEW_INIT("not part of"),
        LL_VIEW_INIT("not taught"),    LL_VIEW_INIT("left out"),     LL_VIEW_INIT("left for"),
        LL_VIEW_INIT("we do not"),     LL_VIEW_INIT("we don't")};
    return holds_capital_not(text) || LL_VIEW_HAS_WORD(text, words) || begins_with_denial(text);
}

/* A heading or label such as "What this lesson does not do". */
static bool names_exclusions(ll_view title) {
    static const ll_view words[] = {LL_VIEW_INIT("not"),
                                    LL_VIEW_INIT("out"),
                                    LL_VIEW_INIT("deferred"),
                                    LL_VIEW_INIT("excluded"),
                                    LL_VIEW_INIT("excludes"),
                                    LL_VIEW_INIT("exclusions"),
                                    LL_VIEW_INIT("non-goals"),
                                    LL_VIEW_INIT("non goals"),
                                    LL_VIEW_INIT("isn't"),
                                    LL_VIEW_INIT("doesn't"),
                                    LL_VIEW_INIT("won't"),
                                    LL_VIEW_INIT("isn\xE2\x80\x99t"),
                                    LL_VIEW_INIT("doesn\xE2\x80\x99t"),
                                    LL_VIEW_INIT("won\xE2\x80\x99t")};
    return LL_VIEW_HAS_WORD(title, words);
}

/* The scope's blocks: up to the next heading when it begins with a label, since the labels below it
 * are its parts. */
static uint32_t scope_end(const ll_plan *plan, const ll_section *scope) {
    uint32_t end = scope->after_block;
    if (scope->level == LL_SECTION_LABEL)
        for (end = scope->first_block; end < plan->markdown->blocks.len; end++)
            if (plan->markdown->blocks.at[end].kind == LL_BLOCK_HEADING)
                break;
    return end;
}

static bool has_exclusions(const ll_check *check, const ll_section *scope) {
    const ll_plan *plan = check->facts->plan;
    uint32_t end = scope_end(plan, scope);
    if (ll_plan_section(plan, LL_SECTION_IS_NOT_ABOUT) || names_exclusions(scope->title))
        return true;
    for (uint32_t i = 0; i < plan->sections.len; i++) {
        const ll_section *section = &plan->sections.at[i];
        if (section->first_block >= scope->first_block && section->first_block < end &&
            section != scope && names_exclusions(section->title))
            return true;
    }
    for (uint32_t i = scope->first_block; i < end; i++) {
        ll_view text = ll_markdown_text(plan->markdown, &plan->markdown->blocks.at[i]);
        if (excludes(ll_markdown_plain(check->arena, text)))
            return true;
    }
    return false;
}

void ll_check_scope_exclusions_missing(ll_check *check) {
    const ll_plan *plan = check->facts->plan;
    const ll_section *scope = ll_plan_section(plan, LL_SECTION_SCOPE);
    if (!scope)
        scope = ll_plan_section(plan, LL_SECTION_IS_ABOUT);
    if (!scope || plan->family == LL_FAMILY_RETROACTIVE)
        return;
    check->outcome.checked++;
    if (!has_exclusions(check, scope))
        ll_check_report(
            check, &(ll_report){.range = ll_plan_range(scope->place), .subject = scope->title});
}
