/* What checklist items claim about the tables of the plan. */
#include "plan/build.h"

/* How far behind a number the end of its claim is looked for. */
enum { BEHIND_MOST = 120 };

typedef struct word_list {
    const ll_view *at;
    size_t len;
} word_list;

#define WORDS(...)                                                                                 \
    ((word_list){(const ll_view[]){__VA_ARGS__},                                                   \
                 sizeof((const ll_view[]){__VA_ARGS__}) / sizeof(ll_view)})

/* Length of the word or sign that `text` begins with, else 0. */
static size_t beginning(ll_view text, word_list words) {
    for (size_t i = 0; i < words.len; i++)
        if (ll_build_begins(text, words.at[i]))
            return words.at[i].len;
    return 0;
}

static bool ends_with(ll_view text, word_list words) {
    for (size_t i = 0; i < words.len; i++) {
        ll_view word = words.at[i];
        size_t start = text.len - word.len;
        if (text.len < word.len ||
            !ll_view_equal_nocase(ll_view_slice(text, start, text.len), word))
            continue;
        if (start == 0 || !ll_is_alnum(word.ptr[0]) || !ll_is_alnum(text.ptr[start - 1]))
            return true;
    }
    return false;
}

static bool holds(ll_view text, word_list words) {
    return ll_view_has_word(text, words.at, words.len);
}

/* What is read of an item: `lead` stands before the bracket or colon, `text` inside or behind it.
 */
typedef struct region {
    ll_plan_builder *b;
    uint32_t item;
    ll_view lead, text;
} region;

static ll_claim *add_claim(const region *r, ll_claim_kind kind, uint32_t low, uint32_t high) {
    ll_claim *claim = LL_ARRAY_ADD(r->b->arena, &r->b->plan->claims);
    *claim = (ll_claim){.kind = kind, .item = r->item, .low = low, .high = high};
    return claim;
}

/* --- numbers of one topic --------------------------------------------------------------------- */

/* A number behind one of these is a bound, a part, or the name of something. */
static bool is_bounded(ll_view before) {
    return ends_with(ll_view_trim(before),
                     WORDS(LL_VIEW("least"), LL_VIEW("most"), LL_VIEW("minimum"),
                           LL_VIEW("minimum of"), LL_VIEW("maximum"), LL_VIEW("maximum of"),
                           LL_VIEW("min"), LL_VIEW("max"), LL_VIEW("min."), LL_VIEW("max."),
                           LL_VIEW("limit"), LL_VIEW("limit of"), LL_VIEW("up to"), LL_VIEW("than"),
                           LL_VIEW("over"), LL_VIEW("under"), LL_VIEW("of"), LL_VIEW("about"),
                           LL_VIEW("around"), LL_VIEW("another"), LL_VIEW("additional"),
                           LL_VIEW("plus"), LL_VIEW("and"), LL_VIEW("misconception"),
                           LL_VIEW("misconceptions"), LL_VIEW("modality"), LL_VIEW("modalities"),
                           LL_VIEW("section"), LL_VIEW("lesson"), LL_VIEW("row"), LL_VIEW("<"),
                           LL_VIEW(">"), LL_VIEW("<="), LL_VIEW(">="), LL_VIEW("\xE2\x89\xA4"),
                           LL_VIEW("\xE2\x89\xA5"), LL_VIEW("~"), LL_VIEW("\xE2\x89\x88"),
                           LL_VIEW("+"), LL_VIEW("#"), LL_VIEW("/"), LL_VIEW("\xC3\x97")));
}

/* Whether the claim ends here, so that the number is that of all and not of a part: "5
 * misconceptions deferred", "5 modalities + a notebook". */
static bool is_whole(ll_view behind) {
    behind = ll_view_slice(behind, 0, behind.len < BEHIND_MOST ? behind.len : BEHIND_MOST);
    size_t end = 0;
    while (end < behind.len && !strchr(",;:(+", behind.ptr[end]))
        end++;
    if (end < behind.len && behind.ptr[end] == '+')
        return false;
    behind = ll_view_trim(behind);
    if (behind.len == 0 || strchr(",;:(.)=", behind.ptr[0]) || ll_build_dash(behind) > 1)
        return true;
    return beginning(behind, WORDS(LL_VIEW("identified"), LL_VIEW("planned"), LL_VIEW("listed"),
                                   LL_VIEW("total"), LL_VIEW("in total"), LL_VIEW("named"),
                                   LL_VIEW("documented"), LL_VIEW("with"), LL_VIEW("each with"),
                                   LL_VIEW("for"), LL_VIEW("in the table"))) > 0;
}

/* Passes the adjectives that leave a number the number of all. */
static ll_view behind_adjectives(ll_view text) {
    for (size_t used = 1; used > 0; text = ll_view_slice(text, used, text.len)) {
        text = ll_view_trim(text);
        used = beginning(text, WORDS(LL_VIEW("distinct"), LL_VIEW("different"), LL_VIEW("planned"),
                                     LL_VIEW("total"), LL_VIEW("identified"), LL_VIEW("separate"),
                                     LL_VIEW("truly"), LL_VIEW("genuinely"), LL_VIEW("really")));
    }
    return text;
}

/* What numbers are claimed of, by how its noun begins. */
static const struct {
    ll_view noun;
    ll_claim_kind kind;
} topics[] = {
    {LL_VIEW_INIT("misconception"), LL_CLAIM_MISCONCEPTIONS},
    {LL_VIEW_INIT("modalit"), LL_CLAIM_MODALITIES},
    {LL_VIEW_INIT("new concept"), LL_CLAIM_NEW_CONCEPTS},
};

enum { TOPICS = sizeof topics / sizeof *topics, NO_TOPIC = TOPICS };

/* The topic whose noun stands at the start of `text`; `*behind` is what follows the noun. */
static size_t topic_at(ll_view text, ll_view *behind) {
    for (size_t i = 0; i < TOPICS; i++) {
        if (!ll_view_starts_nocase(text, topics[i].noun))
            continue;
        size_t end = topics[i].noun.len;
        while (end < text.len && ll_is_letter(text.ptr[end]))
            end++;
        *behind = ll_view_slice(text, end, text.len);
        return i;
    }
    return NO_TOPIC;
}

/* The only topic that a lead names: behind "At least 3 misconceptions identified" the number of
 * "(5 identified)" is clear. */
static size_t topic_of_lead(ll_view lead) {
    size_t found = NO_TOPIC;
    for (size_t i = 0; i < TOPICS; i++) {
        if (ll_view_find_nocase(lead, topics[i].noun, 0) == LL_VIEW_NONE)
            continue;
        if (found != NO_TOPIC)
            return NO_TOPIC;
        found = i;
    }
    return found;
}

/* A number at the start of `text`, where one may begin. */
static size_t number_here(ll_view text, size_t at, uint32_t *low, uint32_t *high) {
    bool inside = at > 0 && (ll_is_alnum(text.ptr[at - 1]) || strchr(".-/", text.ptr[at - 1]));
    return inside || !ll_is_alnum(text.ptr[at])
               ? 0
               : ll_plan_number(ll_view_slice(text, at, text.len), low, high);
}

/* Whether other numbers follow that share out the first: "4 identified, 3 in the table". */
static bool is_shared_out(ll_view behind) {
    size_t comma = 0;
    while (comma < behind.len && !strchr(",:(", behind.ptr[comma]))
        comma++;
    if (comma == behind.len || behind.ptr[comma] != ',')
        return false;
    uint32_t low, high;
    return ll_plan_number(ll_view_trim(ll_view_slice(behind, comma + 1, behind.len)), &low, &high) >
           0;
}

/* A claim that the number at `at` makes, if it makes one. */
static void read_claim(const region *r, size_t at, size_t used, uint32_t low, uint32_t high) {
    ll_view behind = ll_view_slice(r->text, at + used, r->text.len);
    ll_view after = {0};
    bool blank = behind.len > 0 && ll_is_blank(behind.ptr[0]);
    size_t topic = blank ? topic_at(behind_adjectives(behind), &after) : NO_TOPIC;
    if (topic == NO_TOPIC && ll_view_trim(ll_view_slice(r->text, 0, at)).len == 0) {
        topic = is_shared_out(behind) ? NO_TOPIC : topic_of_lead(r->lead);
        after = behind;
    }
    if (topic == NO_TOPIC || !is_whole(after) || is_bounded(ll_view_slice(r->text, 0, at)))
        return;
    /* "No misconceptions" counts nothing. */
    if (low > 0 || topics[topic].kind == LL_CLAIM_NEW_CONCEPTS)
        add_claim(r, topics[topic].kind, low, high);
}

static void read_numbers(const region *r) {
    for (size_t at = 0; at < r->text.len;) {
        uint32_t low, high;
        size_t used = number_here(r->text, at, &low, &high);
        if (used > 0)
            read_claim(r, at, used, low, high);
        at += used > 0 ? used : 1;
    }
}

/* --- examples: "3 positive + 1 negative + 1 stretch" -------------------------------------------
 */

/* The text without what stands in brackets. */
static ll_view without_brackets(const region *r) {
    char *bytes = ll_arena_alloc(r->b->arena, r->text.len + 1);
    size_t len = 0, depth = 0;
    for (size_t i = 0; i < r->text.len; i++) {
        char c = r->text.ptr[i];
        depth += c == '(';
        if (depth == 0)
            bytes[len++] = c;
        depth -= c == ')' && depth > 0;
    }
    return (ll_view){bytes, len};
}

/* Length of what joins two terms of a sum, else 0. */
static size_t sum_sign(ll_view text) {
    static const ll_view signs[] = {LL_VIEW_INIT("+ "),     LL_VIEW_INIT("plus "),
                                    LL_VIEW_INIT(", and "), LL_VIEW_INIT(", "),
                                    LL_VIEW_INIT("and "),   LL_VIEW_INIT("& ")};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (ll_view_starts_nocase(text, signs[i]))
            return signs[i].len;
    return 0;
}

static bool has_digit(ll_view text) {
    for (size_t i = 0; i < text.len; i++)
        if (ll_is_digit(text.ptr[i]))
            return true;
    return false;
}

/* One term, "3 positive examples"; false when `*rest` does not begin with one. */
static bool read_term(ll_view *rest, ll_claim *sum) {
    uint32_t low, high;
    size_t used = ll_plan_number(*rest, &low, &high);
    if (used == 0 || low != high || used == rest->len || rest->ptr[used] != ' ')
        return false;
    ll_view word = ll_view_trim(ll_view_slice(*rest, used, rest->len));
    bool positive = ll_build_begins(word, LL_VIEW("positive"));
    bool negative = ll_build_begins(word, LL_VIEW("negative"));
    sum->low += low;
    sum->positive += positive ? low : 0;
    sum->negative += negative ? low : 0;
    size_t end = (size_t)(word.ptr - rest->ptr);
    while (end < rest->len && !strchr("+,&;:.=", rest->ptr[end]) &&
           sum_sign(ll_view_slice(*rest, end, rest->len)) == 0)
        end++;
    *rest = ll_view_trim(ll_view_slice(*rest, end, rest->len));
    return true;
}

/* A sum counts when it is read to its end: nothing else with a number follows, and no term is
 * without one ("plus a stretch"). The examples of misconceptions stand in another table. */
static void read_examples(const region *r) {
    ll_view rest = ll_view_trim(without_brackets(r));
    if (holds(rest,
              WORDS(LL_VIEW("minimum"), LL_VIEW("required"), LL_VIEW("or more"), LL_VIEW("per"))) ||
        ll_view_find_nocase(r->lead, LL_VIEW("misconception"), 0) != LL_VIEW_NONE)
        return;
    ll_claim sum = {0};
    bool open = true;
    while (open && read_term(&rest, &sum)) {
        size_t sign = sum_sign(rest);
        bool comma = sign > 0 && rest.ptr[0] == ',';
        rest = ll_view_trim(ll_view_slice(rest, sign, rest.len));
        uint32_t low, high;
        open = sign > 0;
        if (open && ll_plan_number(rest, &low, &high) == 0) {
            if (!comma)
                return;
            open = false;
        }
    }
    if (sum.positive == 0 || sum.negative == 0 || has_digit(rest))
        return;
    ll_claim *claim = add_claim(r, LL_CLAIM_EXAMPLES, sum.low, sum.low);
    claim->positive = sum.positive;
    claim->negative = sum.negative;
}

/* --- gaps ------------------------------------------------------------------------------------- */

/* Whether nothing behind "all OK" or "no gaps" limits it: "all OK after the recap", "all OK (A is
 * closed in section 2)", "no gaps of more than one level". */
static bool is_unlimited(ll_view behind) {
    behind = ll_view_trim(behind);
    if (behind.len > 0 && !strchr(".,;:()", behind.ptr[0]) && ll_build_dash(behind) == 0)
        return false;
    return !holds(behind,
                  WORDS(LL_VIEW("gap"), LL_VIEW("gaps"), LL_VIEW("missing"), LL_VIEW("but"),
                        LL_VIEW("after"), LL_VIEW("once"), LL_VIEW("recap"), LL_VIEW("recapped"),
                        LL_VIEW("closed"), LL_VIEW("filled"), LL_VIEW("small")));
}

/* Whether a text speaks of what the prerequisites table holds. */
static bool is_of_prerequisites(ll_view text) {
    return holds(text, WORDS(LL_VIEW("depth"), LL_VIEW("depths"), LL_VIEW("prerequisite"),
                             LL_VIEW("prerequisites")));
}

static bool says_all_ok(ll_view text) {
    const ll_view phrase = LL_VIEW("all OK");
    size_t at = ll_view_find_word(text, phrase, 0);
    if (at == LL_VIEW_NONE)
        return false;
    ll_view before = ll_view_slice(text, 0, at);
    return is_of_prerequisites(before) && !ends_with(ll_view_trim(before), WORDS(LL_VIEW("not"))) &&
           is_unlimited(ll_view_slice(text, at + phrase.len, text.len));
}

/* "No gaps", unless it is said of something else or of what is left. */
static bool denies_gaps(ll_view text) {
    const word_list phrases = WORDS(LL_VIEW("no gaps"), LL_VIEW("zero gaps"), LL_VIEW("0 gaps"));
    for (size_t i = 0; i < phrases.len; i++) {
        size_t at = ll_view_find_word(text, phrases.at[i], 0);
        if (at == LL_VIEW_NONE)
            continue;
        ll_view before = ll_view_trim(ll_view_slice(text, 0, at));
        ll_view behind = ll_view_trim(ll_view_slice(text, at + phrases.at[i].len, text.len));
        size_t passed =
            beginning(behind, WORDS(LL_VIEW("to resolve"), LL_VIEW("to close"), LL_VIEW("to fill"),
                                    LL_VIEW("found"), LL_VIEW("identified"), LL_VIEW("detected"),
                                    LL_VIEW("exist"), LL_VIEW("at all")));
        bool told = before.len == 0 || is_of_prerequisites(before) ||
                    holds(before, WORDS(LL_VIEW("gaps"), LL_VIEW("untaught")));
        return told && is_unlimited(ll_view_slice(behind, passed, behind.len));
    }
    return false;
}

static void read_gaps(const region *r) {
    if (says_all_ok(r->text) || denies_gaps(r->text))
        add_claim(r, LL_CLAIM_NO_GAPS, 0, 0);
}

/* --- items ------------------------------------------------------------------------------------ */

/* Where the bracket that opens at `open` is closed, or the end. */
static size_t closing(ll_view text, size_t open) {
    size_t depth = 0;
    for (size_t at = open; at < text.len; at++) {
        depth += text.ptr[at] == '(';
        depth -= text.ptr[at] == ')';
        if (depth == 0)
            return at;
    }
    return text.len;
}

static void read_region(region *r, ll_view text, size_t lead_end, size_t start, size_t end) {
    r->lead = ll_view_slice(text, 0, lead_end);
    r->text = ll_view_slice(text, start, end);
    read_numbers(r);
    read_examples(r);
}

static void read_item(ll_plan_builder *b, uint32_t index) {
    ll_view text = ll_build_plain(b, b->plan->checklist.at[index].text);
    if (holds(text, WORDS(LL_VIEW("except"), LL_VIEW("other than"), LL_VIEW("resolved"),
                          LL_VIEW("apart from"), LL_VIEW("aside from"))))
        return;
    region r = {b, index, {0}, text};
    read_gaps(&r);
    size_t bracket = ll_view_find_byte(text, '(', 0);
    size_t close = bracket == LL_VIEW_NONE ? 0 : closing(text, bracket);
    size_t colon = ll_view_find_byte(text, ':', 0);
    if (bracket != LL_VIEW_NONE)
        read_region(&r, text, bracket, bracket + 1, close);
    if (colon != LL_VIEW_NONE && (bracket == LL_VIEW_NONE || colon < bracket || colon > close))
        read_region(&r, text, colon, colon + 1, text.len);
}

void ll_build_claims(ll_plan_builder *b) {
    for (uint32_t i = 0; i < b->plan->checklist.len; i++)
        if (b->plan->checklist.at[i].ticked)
            read_item(b, i);
}
