/* Cognitive load: the word and the number of new concepts. */
#include "plan/build.h"

static const struct {
    ll_view word;
    uint32_t number;
} number_words[] = {
    {LL_VIEW_INIT("zero"), 0},  {LL_VIEW_INIT("one"), 1},     {LL_VIEW_INIT("two"), 2},
    {LL_VIEW_INIT("three"), 3}, {LL_VIEW_INIT("four"), 4},    {LL_VIEW_INIT("five"), 5},
    {LL_VIEW_INIT("six"), 6},   {LL_VIEW_INIT("seven"), 7},   {LL_VIEW_INIT("eight"), 8},
    {LL_VIEW_INIT("nine"), 9},  {LL_VIEW_INIT("ten"), 10},    {LL_VIEW_INIT("none"), 0},
    {LL_VIEW_INIT("no"), 0},    {LL_VIEW_INIT("nothing"), 0},
};

enum { WORDS_LOOKED_AT = 8, MOST_BELIEVED = 99 };

/* A number as digits or as a word at the start of `text`; 0 bytes when there is none. */
static size_t number_at(ll_view text, uint32_t *number) {
    size_t used;
    if (ll_view_number(text, number, &used)) {
        bool decimal =
            used + 1 < text.len && text.ptr[used] == '.' && ll_is_digit(text.ptr[used + 1]);
        return decimal || *number > MOST_BELIEVED ? 0 : used;
    }
    for (size_t i = 0; i < sizeof number_words / sizeof *number_words; i++) {
        if (!ll_build_begins(text, number_words[i].word))
            continue;
        *number = number_words[i].number;
        return number_words[i].word.len;
    }
    return 0;
}

/* Length of what joins the two ends of a range, else 0. */
static size_t range_sign(ll_view text) {
    size_t dash = ll_build_dash(text);
    if (dash == 1 || dash == 3)
        return dash;
    const ll_view words[] = {LL_VIEW(" to "), LL_VIEW(" or "), LL_VIEW("/")};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (ll_view_starts_nocase(text, words[i]))
            return words[i].len;
    return 0;
}

size_t ll_plan_number(ll_view text, uint32_t *low, uint32_t *high) {
    size_t used = number_at(text, low);
    *high = *low;
    if (used == 0)
        return 0;
    size_t sign = range_sign(ll_view_slice(text, used, text.len));
    uint32_t second = 0;
    size_t more = sign > 0 ? number_at(ll_view_slice(text, used + sign, text.len), &second) : 0;
    if (more == 0 || second <= *low)
        return used;
    *high = second;
    return used + sign + more;
}

/* (1) … (2) … (3): how far the count runs. */
static uint32_t bracketed_count(ll_view text) {
    uint32_t count = 0;
    size_t at = 0;
    while ((at = ll_view_find_byte(text, '(', at)) != LL_VIEW_NONE) {
        uint32_t number;
        size_t used;
        at++;
        if (ll_view_number(ll_view_slice(text, at, text.len), &number, &used) &&
            number == count + 1 && at + used < text.len && text.ptr[at + used] == ')')
            count = number;
    }
    return count;
}

/* "2 core (…) + 1 supporting" */
static bool is_added_to(ll_view behind) {
    return ll_view_find_byte(behind, '+', 0) != LL_VIEW_NONE ||
           ll_build_has(behind, LL_VIEW("plus"));
}

static void set_number(ll_plan *plan, uint32_t low, uint32_t high) {
    plan->has_new_concepts = true;
    plan->new_concepts_low = low;
    plan->new_concepts = high;
}

/* The number that the text behind the label gives: at its start, or among its first words. */
static void state_number(ll_plan *plan, ll_view text) {
    text = ll_view_trim(text);
    if (text.len > 0 && text.ptr[0] == '(') {
        uint32_t count = bracketed_count(text);
        if (count > 0)
            set_number(plan, count, count);
        return;
    }
    for (int word = 0; word < WORDS_LOOKED_AT && text.len > 0; word++) {
        while (text.len > 0 && !ll_is_alnum(text.ptr[0]))
            text = ll_view_slice(text, 1, text.len);
        uint32_t low, high;
        size_t used = ll_plan_number(text, &low, &high);
        if (used > 0) {
            set_number(plan, low, high);
            plan->new_concepts_more = is_added_to(ll_view_slice(text, used, text.len));
            return;
        }
        size_t end = 0;
        while (end < text.len && !ll_is_blank(text.ptr[end]))
            end++;
        text = ll_view_slice(text, end, text.len);
    }
}

/* A label without a number may have the concepts as a list below it. */
static uint32_t listed_concepts(const ll_plan_builder *b, ll_block_range range, uint32_t label) {
    const ll_block *head = ll_build_block(b, label);
    uint32_t level = head->kind == LL_BLOCK_ITEM ? head->level + 1 : 0;
    uint32_t count = 0;
    for (uint32_t i = label + 1; i < range.after; i++) {
        const ll_block *block = ll_build_block(b, i);
        if (block->kind != LL_BLOCK_ITEM || block->level < level)
            break;
        count += block->level == level;
    }
    return count;
}

/* "4 new concepts: a, b, c, d": the number stands right before the label. */
static void state_number_before(ll_plan *plan, ll_view before) {
    while (before.len > 0 && (before.ptr[0] == '*' || ll_is_blank(before.ptr[0])))
        before = ll_view_slice(before, 1, before.len);
    uint32_t low, high;
    size_t used = ll_plan_number(before, &low, &high);
    if (used > 0 && ll_view_trim(ll_view_slice(before, used, before.len)).len == 0)
        set_number(plan, low, high);
}

static bool read_number(ll_plan_builder *b, ll_block_range range, uint32_t index) {
    const ll_block *block = ll_build_block(b, index);
    if (block->kind != LL_BLOCK_ITEM && block->kind != LL_BLOCK_PARAGRAPH)
        return false;
    ll_view text = ll_build_text(b, block);
    size_t label = ll_view_find_nocase(text, LL_VIEW("new concept"), 0);
    if (label == LL_VIEW_NONE)
        return false;
    size_t colon = ll_view_find_byte(text, ':', label);
    ll_view line = ll_build_first_line(ll_view_slice(text, label, text.len));
    ll_plan *plan = b->plan;
    if (colon == LL_VIEW_NONE || colon > label + line.len) {
        /* "3 new concepts (…)" without a label. */
        state_number(plan, ll_view_slice(text, 0, label));
    } else {
        ll_view value = ll_build_plain(b, ll_view_slice(text, colon + 1, text.len));
        while (value.len > 0 && (value.ptr[0] == '*' || ll_is_blank(value.ptr[0])))
            value = ll_view_slice(value, 1, value.len);
        state_number(plan, value);
        uint32_t listed = value.len == 0 ? listed_concepts(b, range, index) : 0;
        if (listed > 0)
            set_number(plan, listed, listed);
        if (!plan->has_new_concepts)
            state_number_before(plan, ll_view_slice(text, 0, label));
    }
    if (plan->has_new_concepts)
        plan->new_concepts_place = ll_build_line(b, block);
    return true;
}

/* Lines that name the loads of other lessons, too, by their label or as a whole: their first word
 * is not this lesson's load. */
static bool is_of_others(ll_view text) {
    size_t colon = ll_view_find_byte(text, ':', 0);
    ll_view label = ll_view_slice(text, 0, colon == LL_VIEW_NONE ? 0 : colon);
    return ll_view_find_nocase(text, LL_VIEW("previous"), 0) != LL_VIEW_NONE ||
           ll_view_find_word(label, LL_VIEW("trajectory"), 0) != LL_VIEW_NONE ||
           ll_view_find_word(label, LL_VIEW("sequence"), 0) != LL_VIEW_NONE;
}

/* The load of this lesson, not of the previous one. */
static void read_load(ll_plan_builder *b, ll_block_range range) {
    ll_load other = LL_LOAD_UNKNOWN;
    for (uint32_t i = range.first; i < range.after; i++) {
        ll_view text = ll_build_text(b, ll_build_block(b, i));
        ll_load load = ll_build_load_word(text);
        if (load == LL_LOAD_UNKNOWN || is_of_others(text))
            continue;
        if (ll_view_find_nocase(text, LL_VIEW("this lesson"), 0) != LL_VIEW_NONE) {
            b->plan->load = load;
            return;
        }
        if (other == LL_LOAD_UNKNOWN)
            other = load;
    }
    b->plan->load = other;
}

void ll_build_load(ll_plan_builder *b) {
    ll_block_range range = ll_build_range(b, LL_SECTION_LOAD);
    if (b->plan->load == LL_LOAD_UNKNOWN)
        read_load(b, range);
    for (uint32_t i = range.first; i < range.after; i++)
        if (read_number(b, range, i))
            break;
}
