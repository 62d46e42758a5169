/* The reviews that stand in a plan: heading, summary and verdict. */
#include "plan/build.h"

/* ---- the heading ---- */

static ll_view find_date(ll_view title) {
    static const char form[] = "0000-00-00";
    const size_t len = sizeof form - 1;
    for (size_t at = 0; at + len <= title.len; at++) {
        size_t i = 0;
        while (i < len &&
               (form[i] == '0' ? ll_is_digit(title.ptr[at + i]) : title.ptr[at + i] == form[i]))
            i++;
        if (i == len)
            return ll_view_slice(title, at, at + len);
    }
    return LL_VIEW("");
}

/* "Iteration 2/3", "iteration 2 of 3", "Iteration 2". */
static void read_iteration(ll_plan_review *review, ll_view text) {
    size_t used;
    text = ll_view_trim(text);
    if (!ll_view_number(text, &review->iteration, &used))
        return;
    text = ll_view_trim(ll_view_slice(text, used, text.len));
    size_t sign = text.len > 0 && text.ptr[0] == '/'            ? 1
                  : ll_view_starts_nocase(text, LL_VIEW("of ")) ? 3
                                                                : 0;
    if (sign > 0)
        (void)ll_view_number(ll_view_trim(ll_view_slice(text, sign, text.len)), &review->total,
                             &used);
}

/* "(Iteration 1/3, after rework)": what stands behind a sign behind the number, if it is a label
 * and says nothing of the number itself. */
static ll_view label_behind(ll_view text) {
    static const ll_view others[] = {LL_VIEW_INIT("final"), LL_VIEW_INIT("extended"),
                                     LL_VIEW_INIT("last")};
    size_t at = 0, sign = 0;
    for (; at < text.len && text.ptr[at] != ')' && sign == 0; at += sign == 0)
        sign = strchr(",;:", text.ptr[at]) ? 1 : ll_build_dash(ll_view_slice(text, at, text.len));
    size_t close = ll_view_find_byte(text, ')', at);
    if (sign == 0 || close == LL_VIEW_NONE || close < at + sign)
        return LL_VIEW("");
    ll_view label = ll_view_trim(ll_view_slice(text, at + sign, close));
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (ll_build_begins(label, others[i]))
            return LL_VIEW("");
    return label.len > 0 && ll_is_letter(label.ptr[0]) ? label : LL_VIEW("");
}

static void read_title(ll_plan_review *review, ll_view title) {
    review->date = find_date(title);
    const ll_view word = LL_VIEW("iteration");
    size_t iteration = ll_view_find_nocase(title, word, 0);
    size_t end = iteration == LL_VIEW_NONE ? title.len : iteration;
    if (iteration != LL_VIEW_NONE)
        read_iteration(review, ll_view_slice(title, iteration + word.len, title.len));
    size_t open = ll_view_find_byte(title, '(', 0);
    if (open == LL_VIEW_NONE || open >= end)
        return;
    ll_view label = ll_view_slice(title, open + 1, end);
    while (label.len > 0 && strchr(" ,;:)-", label.ptr[label.len - 1]))
        label = ll_view_slice(label, 0, label.len - 1);
    review->label = ll_view_trim(label);
    if (review->label.len == 0 && iteration != LL_VIEW_NONE)
        review->label = label_behind(ll_view_slice(title, end + word.len, title.len));
}

/* ---- summary and verdict ---- */

/* The number of a severity: behind the word ("Critical: 0"), else before it ("0 critical"). */
static bool summary_count(ll_view line, ll_view severity, uint32_t *count) {
    size_t at = ll_view_find_word(line, severity, 0);
    size_t used;
    if (at == LL_VIEW_NONE)
        return false;
    size_t behind = at + severity.len;
    while (behind < line.len && strchr(" :*\t=`|", line.ptr[behind]))
        behind++;
    if (ll_view_number(ll_view_slice(line, behind, line.len), count, &used))
        return true;
    size_t end = at;
    while (end > 0 && strchr(" *\t`", line.ptr[end - 1]))
        end--;
    size_t start = end;
    while (start > 0 && ll_is_digit(line.ptr[start - 1]))
        start--;
    return start < end && ll_view_number(ll_view_slice(line, start, end), count, &used);
}

/* The line that a part of it is given of: an item's with its mark. */
static ll_place whole_line(const ll_plan_builder *b, ll_view part) {
    uint32_t start = (uint32_t)(part.ptr - b->text.ptr), end = start + (uint32_t)part.len;
    while (start > 0 && b->text.ptr[start - 1] != '\n' && b->text.ptr[start - 1] != '\r')
        start--;
    return ll_build_place(b, start, end);
}

/* Each severity counts where it stands first. */
static void read_counts(const ll_plan_builder *b, ll_plan_review *review, ll_view line,
                        bool found[LL_REVIEW_SEVERITIES]) {
    for (int severity = 0; severity < LL_REVIEW_SEVERITIES; severity++) {
        if (found[severity] ||
            !summary_count(line, ll_build_severities[severity], &review->summary[severity]))
            continue;
        found[severity] = true;
        review->has_summary = true;
        review->summary_places[severity] = whole_line(b, line);
    }
}

static void read_summary(const ll_plan_builder *b, ll_plan_review *review, ll_block_range blocks) {
    bool found[LL_REVIEW_SEVERITIES] = {false};
    for (uint32_t i = blocks.first; i < blocks.after; i++) {
        const ll_block *block = ll_build_block(b, i);
        ll_view rest = ll_build_text(b, block), line;
        while (ll_view_next_line(&rest, &line))
            read_counts(b, review, line, found);
    }
}

static ll_verdict_kind verdict_of(ll_view text) {
    static const struct {
        ll_view word;
        ll_verdict_kind kind;
    } words[] = {
        {LL_VIEW_INIT("PASS"), LL_VERDICT_PASS},
        {LL_VIEW_INIT("NEEDS REVISION"), LL_VERDICT_NEEDS_REVISION},
        {LL_VIEW_INIT("MAJOR REVISION"), LL_VERDICT_MAJOR_REVISION},
    };
    ll_verdict_kind kind = LL_VERDICT_NONE;
    size_t first = LL_VIEW_NONE;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t at = ll_view_find_word(text, words[i].word, 0);
        if (at < first) {
            first = at;
            kind = words[i].kind;
        }
    }
    ll_view before = ll_view_trim(ll_view_slice(text, 0, first == LL_VIEW_NONE ? 0 : first));
    bool denied =
        before.len >= 3 &&
        ll_view_equal_nocase(ll_view_slice(before, before.len - 3, before.len), LL_VIEW("not"));
    return denied ? LL_VERDICT_NONE : kind;
}

/* What stands behind the last arrow. */
static ll_verdict_kind verdict_now(ll_view text, ll_verdict_kind verdict) {
    static const ll_view arrows[] = {LL_VIEW_INIT("\xE2\x86\x92"), LL_VIEW_INIT("->"),
                                     LL_VIEW_INIT("=>")};
    for (size_t i = 0; i < sizeof arrows / sizeof *arrows; i++) {
        size_t at = ll_view_find(text, arrows[i], 0);
        while (at != LL_VIEW_NONE) {
            text = ll_view_slice(text, at + arrows[i].len, text.len);
            ll_verdict_kind kind = verdict_of(text);
            verdict = kind == LL_VERDICT_NONE ? verdict : kind;
            at = ll_view_find(text, arrows[i], 0);
        }
    }
    return verdict;
}

/* "### Verdict: PASS", "### Verdict" with the word below, or "**Verdict:** PASS". */
static void read_verdict(const ll_plan_builder *b, ll_plan_review *review,
                         const ll_section *section) {
    const ll_view word = LL_VIEW("verdict");
    if (review->verdict != LL_VERDICT_NONE || !ll_view_starts_nocase(section->title, word))
        return;
    ll_view text = ll_view_slice(section->title, word.len, section->title.len);
    ll_place place = section->place;
    if (verdict_of(text) == LL_VERDICT_NONE)
        text = section->rest;
    if (verdict_of(text) == LL_VERDICT_NONE && section->first_block < section->after_block) {
        const ll_block *block = ll_build_block(b, section->first_block);
        text = ll_build_first_line(ll_build_text(b, block));
        place = ll_build_line(b, block);
    }
    text = ll_build_plain(b, text);
    while (text.len > 0 && (text.ptr[0] == ':' || ll_is_blank(text.ptr[0])))
        text = ll_view_slice(text, 1, text.len);
    review->verdict = verdict_of(text);
    review->verdict_now = verdict_now(text, review->verdict);
    review->verdict_text = text;
    review->verdict_place = place;
}

/* ---- the whole review ---- */

static bool is_verification(const ll_section *section) {
    ll_view title = section->title;
    bool verifies = ll_view_find_nocase(title, LL_VIEW("verif"), 0) != LL_VIEW_NONE ||
                    ll_view_find_nocase(title, LL_VIEW("resolution status"), 0) != LL_VIEW_NONE;
    if (!verifies)
        return false;
    bool of_fixes = ll_build_has(title, LL_VIEW("iteration")) ||
                    ll_build_has(title, LL_VIEW("fix")) || ll_build_has(title, LL_VIEW("fixes"));
    return of_fixes && ll_build_dash(title) == 0 && title.ptr[0] != '[';
}

/* Findings below such a heading are those of an earlier review. */
static bool is_of_fixes(const ll_section *section) {
    static const ll_view titles[] = {LL_VIEW_INIT("fixes applied"), LL_VIEW_INIT("fixes made"),
                                     LL_VIEW_INIT("changes made"), LL_VIEW_INIT("changes applied")};
    bool begins = false;
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
        begins |= ll_view_starts_nocase(section->title, titles[i]);
    return begins && section->level != LL_SECTION_LABEL;
}

/* Adds the entries of a section of verifications; returns the block behind it. */
static uint32_t add_verifications(ll_plan_builder *b, ll_plan_review *review,
                                  const ll_section *section) {
    ll_block_range blocks = {section->first_block, section->after_block};
    /* A label's own paragraph is no entry. */
    if (section->level == LL_SECTION_LABEL)
        blocks.first++;
    ll_build_verifications(b, review, blocks, ll_build_has(section->title, LL_VIEW("verified")));
    return section->after_block;
}

/* Where the block starts; behind the last one, the end of the document. */
static uint32_t block_start(const ll_plan_builder *b, uint32_t block) {
    return block < b->markdown->blocks.len ? ll_build_block(b, block)->start
                                           : (uint32_t)b->text.len;
}

static uint32_t read_review(ll_plan_builder *b, uint32_t index) {
    ll_plan *plan = b->plan;
    const ll_section *head = &plan->sections.at[index];
    ll_plan_review *review = LL_ARRAY_ADD(b->arena, &plan->reviews);
    review->place = head->place;
    review->start = head->place.offset;
    review->end = block_start(b, head->after_block);
    review->first_finding = plan->findings.len;
    review->first_verification = plan->verifications.len;
    read_title(review, head->title);
    uint32_t verified = 0; /* the block behind a section of verifications */
    uint32_t fixes = 0;    /* where a section of fixes ends */
    for (index++; index < plan->sections.len; index++) {
        const ll_section *section = &plan->sections.at[index];
        if (section->place.offset >= review->end)
            break;
        if (ll_view_starts_nocase(section->title, LL_VIEW("summary")) && !review->has_summary)
            read_summary(b, review, (ll_block_range){section->first_block, section->after_block});
        read_verdict(b, review, section);
        if (is_of_fixes(section))
            fixes = block_start(b, section->after_block);
        bool entry =
            section->first_block <= verified && ll_build_is_verified_heading(b, section->title);
        if (section->place.offset >= fixes && !entry)
            ll_build_finding(b, review, section);
        if (section->first_block >= verified && is_verification(section))
            verified = add_verifications(b, review, section);
    }
    return index;
}

void ll_build_reviews(ll_plan_builder *b) {
    for (uint32_t i = 0; i < b->plan->sections.len;) {
        if (b->plan->sections.at[i].kind == LL_SECTION_REVIEW)
            i = read_review(b, i);
        else
            i++;
    }
}
