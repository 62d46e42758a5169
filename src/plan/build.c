/* Small readings that all parts of the plan reader use. */
#include "plan/build.h"

ll_place ll_build_place(const ll_plan_builder *b, uint32_t start, uint32_t end) {
    while (start < end && ll_is_blank(b->text.ptr[start]))
        start++;
    while (end > start && ll_is_blank(b->text.ptr[end - 1]))
        end--;
    return (ll_place){start, end - start};
}

ll_place ll_build_line(const ll_plan_builder *b, const ll_block *block) {
    ll_view lines = ll_view_slice(b->text, block->start, block->end);
    ll_view line = ll_build_first_line(lines);
    return ll_build_place(b, block->start, block->start + (uint32_t)line.len);
}

ll_view ll_build_first_line(ll_view text) {
    size_t end = ll_view_line_end(text, 0, true);
    return end == LL_VIEW_NONE ? text : ll_view_slice(text, 0, end);
}

ll_view ll_build_unquote(ll_view text) {
    const char *const around = "*`\"'_ ";
    while (text.len > 0 && strchr(around, text.ptr[0]))
        text = ll_view_slice(text, 1, text.len);
    while (text.len > 0 && strchr(around, text.ptr[text.len - 1]))
        text = ll_view_slice(text, 0, text.len - 1);
    return text;
}

bool ll_build_bold(ll_view text, ll_view *inside, ll_view *rest) {
    if (!ll_view_starts(text, LL_VIEW("**")) || text.len < 5 || ll_is_blank(text.ptr[2]))
        return false;
    size_t close = ll_view_find(text, LL_VIEW("**"), 3);
    if (close == LL_VIEW_NONE || memchr(text.ptr, '\n', close) || memchr(text.ptr, '\r', close))
        return false;
    *inside = ll_view_slice(text, 2, close);
    *rest = ll_view_slice(text, close + 2, text.len);
    return true;
}

bool ll_build_label(ll_view text, ll_view *key, ll_view *rest) {
    if (!ll_build_bold(text, key, rest))
        return false;
    *key = ll_view_trim(*key);
    if (key->len > 1 && key->ptr[key->len - 1] == ':') {
        *key = ll_view_slice(*key, 0, key->len - 1);
        return true;
    }
    if (rest->len == 0 || rest->ptr[0] != ':')
        return false;
    *rest = ll_view_slice(*rest, 1, rest->len);
    return true;
}

const ll_view ll_build_severities[LL_REVIEW_SEVERITIES] = {
    LL_VIEW_INIT("CRITICAL"), LL_VIEW_INIT("IMPROVEMENT"), LL_VIEW_INIT("POLISH")};

bool ll_build_in_review(const ll_plan_builder *b, uint32_t *next, uint32_t offset) {
    const ll_plan *plan = b->plan;
    while (*next < plan->reviews.len && plan->reviews.at[*next].end <= offset)
        ++*next;
    return *next < plan->reviews.len && plan->reviews.at[*next].start <= offset;
}

size_t ll_build_dash(ll_view text) {
    if (ll_view_starts(text, LL_VIEW("\xE2\x80\x94")) ||
        ll_view_starts(text, LL_VIEW("\xE2\x80\x93")))
        return 3;
    size_t len = 0;
    while (len < text.len && len < 3 && text.ptr[len] == '-')
        len++;
    return len;
}

bool ll_build_is_review(ll_view title) {
    const ll_view word = LL_VIEW("review");
    if (!ll_view_starts_nocase(title, word))
        return false;
    ll_view rest = ll_view_trim(ll_view_slice(title, word.len, title.len));
    return rest.len == 0 || ll_build_dash(rest) > 0 || ll_is_digit(rest.ptr[0]) ||
           strchr("(:#", rest.ptr[0]) || ll_view_starts_nocase(rest, LL_VIEW("iteration"));
}

ll_block_range ll_build_range(const ll_plan_builder *b, ll_section_kind kind) {
    const ll_section *section = ll_plan_section(b->plan, kind);
    if (!section)
        return (ll_block_range){0, 0};
    return (ll_block_range){section->first_block, section->after_block};
}
