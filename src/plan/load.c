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

enum { ADJECTIVES_MOST = 3, MENTIONS_MOST = 8, MOST_BELIEVED = 99 };

/* Digits that go on as a decimal, a word, a size or a share are part of a name: "4-bit", "5x5",
 * "2D", "10%". */
static bool goes_on(ll_view behind) {
    if (behind.len == 0)
        return false;
    bool joined = behind.len > 1 &&
                  (behind.ptr[0] == '.' ? ll_is_digit(behind.ptr[1])
                                        : behind.ptr[0] == '-' && ll_is_letter(behind.ptr[1]));
    return joined || ll_is_alnum(behind.ptr[0]) || behind.ptr[0] == '%' ||
           ll_view_starts(behind, LL_VIEW("\xC3\x97"));
}

/* A number as digits or as a word at the start of `text`; 0 bytes when there is none. */
static size_t number_at(ll_view text, uint32_t *number) {
    size_t used;
    if (ll_view_number(text, number, &used)) {
        bool name = goes_on(ll_view_slice(text, used, text.len));
        return name || *number > MOST_BELIEVED ? 0 : used;
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

/* Length of the word at the start of `text`, up to a blank. */
static size_t word_length(ll_view text) {
    size_t end = 0;
    while (end < text.len && !ll_is_blank(text.ptr[end]))
        end++;
    return end;
}

/* Length of words that may stand before a number that is the count, else 0: a number behind other
 * words belongs to them, as in "weights of 4 bits". */
static size_t lead_length(ll_view text) {
    static const ll_view leads[] = {
        LL_VIEW_INIT("only"),         LL_VIEW_INIT("just"),    LL_VIEW_INIT("exactly"),
        LL_VIEW_INIT("about"),        LL_VIEW_INIT("around"),  LL_VIEW_INIT("approximately"),
        LL_VIEW_INIT("at most"),      LL_VIEW_INIT("roughly"), LL_VIEW_INIT("at least"),
        LL_VIEW_INIT("up to"),        LL_VIEW_INIT("still"),   LL_VIEW_INIT("a total of"),
        LL_VIEW_INIT("a maximum of"), LL_VIEW_INIT("max"),     LL_VIEW_INIT("maximum"),
        LL_VIEW_INIT("total"),
    };
    for (size_t i = 0; i < sizeof leads / sizeof *leads; i++)
        if (ll_build_begins(text, leads[i]))
            return leads[i].len;
    return 0;
}

/* Passes signs before a number or word. */
static ll_view behind_signs(ll_view text) {
    while (text.len > 0 && !ll_is_alnum(text.ptr[0]))
        text = ll_view_slice(text, 1, text.len);
    return text;
}

/* The number that the text behind the label gives: at its start, or behind words that lead to it.
 */
static void state_number(ll_plan *plan, ll_view text) {
    text = ll_view_trim(text);
    if (text.len > 0 && text.ptr[0] == '(') {
        uint32_t count = bracketed_count(text);
        if (count > 0)
            set_number(plan, count, count);
        return;
    }
    for (text = behind_signs(text); text.len > 0; text = behind_signs(text)) {
        uint32_t low, high;
        size_t used = ll_plan_number(text, &low, &high);
        if (used > 0) {
            set_number(plan, low, high);
            plan->new_concepts_more = is_added_to(ll_view_slice(text, used, text.len));
            return;
        }
        size_t lead = lead_length(text);
        if (lead == 0)
            return;
        text = ll_view_slice(text, lead, text.len);
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

/* Whether only a few adjectives stand between a number and what it counts: "3 genuinely". */
static bool are_adjectives(ll_view text) {
    text = ll_view_trim(text);
    for (int words = 0; text.len > 0; words++) {
        size_t end = word_length(text);
        for (size_t i = 0; i < end; i++)
            if (!ll_is_letter(text.ptr[i]) && text.ptr[i] != '-' && text.ptr[i] != '*')
                return false;
        if (words == ADJECTIVES_MOST)
            return false;
        text = ll_view_trim(ll_view_slice(text, end, text.len));
    }
    return true;
}

/* Behind such a word a number says which one: "Section 4". */
static bool is_numbered(ll_view word) {
    static const ll_view words[] = {LL_VIEW_INIT("section"), LL_VIEW_INIT("lesson"),
                                    LL_VIEW_INIT("part"),    LL_VIEW_INIT("step"),
                                    LL_VIEW_INIT("phase"),   LL_VIEW_INIT("week")};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (ll_view_equal_nocase(word, words[i]))
            return true;
    return false;
}

/* "This lesson has 4 new concepts": the last number right before the words. */
static void state_number_before(ll_plan *plan, ll_view before) {
    bool numbered = false;
    for (before = behind_signs(before); before.len > 0; before = behind_signs(before)) {
        uint32_t low, high;
        size_t used = ll_plan_number(before, &low, &high);
        if (used > 0 && !numbered && are_adjectives(ll_view_slice(before, used, before.len)))
            set_number(plan, low, high);
        size_t end = word_length(before);
        numbered = is_numbered(ll_view_slice(before, 0, end));
        before = ll_view_slice(before, used > end ? used : end, before.len);
    }
}

/* Whether a text speaks of another lesson or of more than one, and not of this one behind that:
 * "compared with the previous lesson this one has". */
static bool speaks_of_others(ll_view text) {
    static const ll_view others[] = {LL_VIEW_INIT("previous"),    LL_VIEW_INIT("prior"),
                                     LL_VIEW_INIT("earlier"),     LL_VIEW_INIT("last lesson"),
                                     LL_VIEW_INIT("next lesson"), LL_VIEW_INIT("module"),
                                     LL_VIEW_INIT("series"),      LL_VIEW_INIT("course")};
    static const ll_view these[] = {LL_VIEW_INIT("this lesson"), LL_VIEW_INIT("this one")};
    size_t behind = 0;
    for (size_t i = 0; i < sizeof these / sizeof *these; i++)
        for (size_t at = 0; (at = ll_view_find_word(text, these[i], at)) != LL_VIEW_NONE; at++)
            behind = at > behind ? at : behind;
    return LL_VIEW_HAS_WORD(ll_view_slice(text, behind, text.len), others);
}

/* Where the words stand in a block: `lead` is what their sentence or line says before them, `label`
 * what follows up to a colon on the line; without a colon it is empty. */
typedef struct mention {
    size_t at;
    ll_view lead, label;
} mention;

static size_t sentence_before(ll_view text, size_t at) {
    while (at > 0 && text.ptr[at - 1] != '\n' && text.ptr[at - 1] != '\r' &&
           !(at > 1 && ll_is_blank(text.ptr[at - 1]) && strchr(".;", text.ptr[at - 2])))
        at--;
    return at;
}

/* The first of some mentions that is about this lesson; false when there is none. */
static bool find_mention(ll_view text, mention *found) {
    const ll_view words = LL_VIEW("new concept");
    size_t at = 0;
    for (int i = 0; i < MENTIONS_MOST; i++, at++) {
        at = ll_view_find_nocase(text, words, at);
        if (at == LL_VIEW_NONE)
            return false;
        ll_view line = ll_build_first_line(ll_view_slice(text, at, text.len));
        size_t colon = ll_view_find_byte(line, ':', 0);
        found->at = at;
        found->lead = ll_view_slice(text, sentence_before(text, at), at);
        found->label = ll_view_slice(line, 0, colon == LL_VIEW_NONE ? 0 : colon);
        if (!speaks_of_others(found->lead) && !speaks_of_others(found->label))
            return true;
    }
    return false;
}

/* "New concepts in this lesson:" is the line that is meant to tell the number. */
static bool is_labelled(ll_view text, const mention *found) {
    ll_view before = ll_view_slice(text, 0, found->at);
    while (before.len > 0 && !ll_is_alnum(before.ptr[0]))
        before = ll_view_slice(before, 1, before.len);
    before = ll_view_trim(before);
    return found->label.len > 0 &&
           (before.len == 0 || ll_view_equal_nocase(before, LL_VIEW("number of")));
}

/* A value without the rest of its label's marks, and without what is struck through: "~~5~~ 3". */
static ll_view behind_struck(ll_view text) {
    const ll_view mark = LL_VIEW("~~");
    for (;;) {
        while (text.len > 0 && (text.ptr[0] == '*' || ll_is_blank(text.ptr[0])))
            text = ll_view_slice(text, 1, text.len);
        size_t close =
            ll_view_starts(text, mark) ? ll_view_find(text, mark, mark.len) : LL_VIEW_NONE;
        if (close == LL_VIEW_NONE)
            return text;
        text = ll_view_slice(text, close + mark.len, text.len);
    }
}

static bool read_number(ll_plan_builder *b, ll_block_range range, uint32_t index, bool labelled) {
    const ll_block *block = ll_build_block(b, index);
    if (block->kind != LL_BLOCK_ITEM && block->kind != LL_BLOCK_PARAGRAPH)
        return false;
    ll_view text = ll_build_text(b, block);
    mention found;
    if (!find_mention(text, &found) || (labelled && !is_labelled(text, &found)))
        return false;
    ll_plan *plan = b->plan;
    if (found.label.len > 0) {
        size_t colon = found.at + found.label.len;
        ll_view value = behind_struck(ll_view_slice(text, colon + 1, text.len));
        value = ll_build_plain(b, value);
        state_number(plan, value);
        uint32_t listed = value.len == 0 ? listed_concepts(b, range, index) : 0;
        if (listed > 0)
            set_number(plan, listed, listed);
    }
    if (!plan->has_new_concepts)
        state_number_before(plan, found.lead);
    if (plan->has_new_concepts)
        plan->new_concepts_place = ll_build_line(b, block);
    return true;
}

/* The line with the label, else the first that speaks of new concepts. */
static void find_number(ll_plan_builder *b, ll_block_range range) {
    for (int labelled = 1; labelled >= 0; labelled--)
        for (uint32_t i = range.first; i < range.after; i++)
            if (read_number(b, range, i, labelled))
                return;
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
    find_number(b, range);
}
