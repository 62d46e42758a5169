/* What table cells say: depths, statuses, kinds of examples, families of modalities. */
#include "plan/build.h"

typedef struct depth_word {
    ll_view word;
    ll_depth depth;
} depth_word;

/* Longer names stand before their beginnings. */
static const depth_word depth_words[] = {
    {LL_VIEW_INIT("NOT EXPLICITLY TAUGHT"), LL_DEPTH_NOT_TAUGHT},
    {LL_VIEW_INIT("NOT EXPLICIT"), LL_DEPTH_NOT_TAUGHT},
    {LL_VIEW_INIT("NOT TAUGHT"), LL_DEPTH_NOT_TAUGHT},
    {LL_VIEW_INIT("MISSING"), LL_DEPTH_NOT_TAUGHT},
    {LL_VIEW_INIT("MENTIONED"), LL_DEPTH_MENTIONED},
    {LL_VIEW_INIT("INTRODUCED"), LL_DEPTH_INTRODUCED},
    {LL_VIEW_INIT("DEVELOPED"), LL_DEPTH_DEVELOPED},
    {LL_VIEW_INIT("APPLIED"), LL_DEPTH_APPLIED},
};

enum { DEPTH_WORDS = sizeof depth_words / sizeof *depth_words };

/* Cells that name no depth on purpose, by how they begin. */
static const ll_view unknown_depths[] = {
    LL_VIEW_INIT("assumed"),    LL_VIEW_INIT("n/a"),       LL_VIEW_INIT("na"),
    LL_VIEW_INIT("none"),       LL_VIEW_INIT("unknown"),   LL_VIEW_INIT("established"),
    LL_VIEW_INIT("reinforced"), LL_VIEW_INIT("revisited"), LL_VIEW_INIT("reviewed"),
    LL_VIEW_INIT("background"), LL_VIEW_INIT("prior"),
};

/* The depth word at the start of `text`, or NULL. */
static const depth_word *depth_at(ll_view text, bool any_case) {
    for (size_t i = 0; i < DEPTH_WORDS; i++) {
        ll_view word = depth_words[i].word;
        if (ll_build_begins(text, word) && (any_case || ll_view_starts(text, word)))
            return &depth_words[i];
    }
    return NULL;
}

/* The first depth word: one in capitals anywhere, or one in any case at the start. */
static const depth_word *first_depth(ll_view text, size_t *at) {
    for (*at = 0; *at < text.len; (*at)++) {
        bool starts = *at == 0 || !ll_is_alnum(text.ptr[*at - 1]);
        if (!starts || !ll_is_letter(text.ptr[*at]))
            continue;
        const depth_word *word = depth_at(ll_view_slice(text, *at, text.len), *at == 0);
        if (word)
            return word;
    }
    return NULL;
}

/* The sign between two depths: `/`, `->`, an arrow, or a dash without blanks. */
static size_t separator(ll_view text) {
    static const ll_view signs[] = {
        LL_VIEW_INIT("/"), LL_VIEW_INIT("->"),           LL_VIEW_INIT("\xE2\x86\x92"),
        LL_VIEW_INIT("-"), LL_VIEW_INIT("\xE2\x80\x93"), LL_VIEW_INIT("to "),
    };
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (ll_view_starts(text, signs[i]))
            return signs[i].len;
    return 0;
}

static const depth_word *second_depth(ll_view behind_first) {
    ll_view text = ll_view_trim(behind_first);
    if (text.len > 0 && text.ptr[0] == '(') {
        size_t close = ll_view_find_byte(text, ')', 0);
        if (close == LL_VIEW_NONE)
            return NULL;
        text = ll_view_trim(ll_view_slice(text, close + 1, text.len));
    }
    size_t sign = separator(text);
    if (sign == 0)
        return NULL;
    return depth_at(ll_view_trim(ll_view_slice(text, sign, text.len)), false);
}

/* Whether nothing but dashes, dots and question marks stands in the cell. */
static bool is_blank_cell(ll_view text) {
    for (size_t i = 0; i < text.len; i++)
        if (ll_is_alnum(text.ptr[i]))
            return false;
    return true;
}

static bool is_unknown_depth(ll_view text) {
    for (size_t i = 0; i < sizeof unknown_depths / sizeof *unknown_depths; i++)
        if (ll_build_begins(text, unknown_depths[i]))
            return true;
    return text.len == 0 || text.ptr[0] == '(' || is_blank_cell(text);
}

ll_depth_cell ll_plan_depth(ll_view plain_cell) {
    ll_view text = ll_build_unquote(ll_view_trim(plain_cell));
    ll_depth_cell cell = {.text = plain_cell, .low = LL_DEPTH_UNKNOWN, .high = LL_DEPTH_UNKNOWN};
    size_t at;
    const depth_word *first = first_depth(text, &at);
    cell.known = first != NULL || is_unknown_depth(text);
    /* "assumed INTRODUCED" is a guess. */
    if (!first || ll_view_starts_nocase(text, LL_VIEW("assumed")))
        return cell;
    cell.low = cell.high = first->depth;
    const depth_word *second = second_depth(ll_view_slice(text, at + first->word.len, text.len));
    if (second && second->depth > cell.high)
        cell.high = second->depth;
    if (second && second->depth < cell.low)
        cell.low = second->depth;
    return cell;
}

bool ll_plan_is_nothing(ll_view plain_cell) {
    return ll_build_dash(plain_cell) == plain_cell.len;
}

ll_gap_status ll_build_status(ll_view plain_cell) {
    static const struct {
        ll_view word;
        ll_gap_status status;
    } words[] = {
        {LL_VIEW_INIT("OK"), LL_STATUS_OK},           {LL_VIEW_INIT("GAP"), LL_STATUS_GAP},
        {LL_VIEW_INIT("MISSING"), LL_STATUS_MISSING}, {LL_VIEW_INIT("N/A"), LL_STATUS_NONE},
        {LL_VIEW_INIT("NONE"), LL_STATUS_NONE},
    };
    /* Ticks and warning signs may stand before the word. */
    while (plain_cell.len > 0 && !ll_is_alnum(plain_cell.ptr[0]))
        plain_cell = ll_view_slice(plain_cell, 1, plain_cell.len);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (ll_build_begins(plain_cell, words[i].word))
            return words[i].status;
    return plain_cell.len == 0 ? LL_STATUS_NONE : LL_STATUS_MALFORMED;
}

/* Whether `word` stands in `text` outside brackets. */
static bool stands_outside(ll_view text, ll_view word) {
    size_t depth = 0;
    size_t done = 0;
    size_t at = 0;
    while ((at = ll_view_find_word(text, word, at)) != LL_VIEW_NONE) {
        for (; done < at; done++) {
            depth += text.ptr[done] == '(';
            depth -= text.ptr[done] == ')' && depth > 0;
        }
        if (depth == 0)
            return true;
        at += word.len;
    }
    return false;
}

void ll_build_example_type(ll_example *example) {
    example->positive = stands_outside(example->type, LL_VIEW("positive"));
    example->negative = stands_outside(example->type, LL_VIEW("negative"));
}

unsigned ll_plan_modality_families(ll_view plain_name) {
    static const struct {
        ll_view stem; /* of a word */
        unsigned family;
    } words[] = {
        {LL_VIEW_INIT("visual"), LL_MODALITY_VISUAL},
        {LL_VIEW_INIT("diagram"), LL_MODALITY_VISUAL},
        {LL_VIEW_INIT("symbol"), LL_MODALITY_SYMBOLIC},
        {LL_VIEW_INIT("code"), LL_MODALITY_SYMBOLIC},
        {LL_VIEW_INIT("pseudocode"), LL_MODALITY_SYMBOLIC},
        {LL_VIEW_INIT("formula"), LL_MODALITY_SYMBOLIC},
        {LL_VIEW_INIT("notation"), LL_MODALITY_SYMBOLIC},
        {LL_VIEW_INIT("mathemat"), LL_MODALITY_SYMBOLIC},
        {LL_VIEW_INIT("interactiv"), LL_MODALITY_INTERACTIVE},
        {LL_VIEW_INIT("widget"), LL_MODALITY_INTERACTIVE},
        {LL_VIEW_INIT("hands-on"), LL_MODALITY_INTERACTIVE},
        {LL_VIEW_INIT("kinesthetic"), LL_MODALITY_INTERACTIVE},
        {LL_VIEW_INIT("concrete"), LL_MODALITY_CONCRETE},
        {LL_VIEW_INIT("worked"), LL_MODALITY_CONCRETE},
        {LL_VIEW_INIT("numeric"), LL_MODALITY_CONCRETE},
        {LL_VIEW_INIT("verbal"), LL_MODALITY_VERBAL},
        {LL_VIEW_INIT("analog"), LL_MODALITY_VERBAL},
        {LL_VIEW_INIT("intuit"), LL_MODALITY_INTUITIVE},
        {LL_VIEW_INIT("of course"), LL_MODALITY_INTUITIVE},
        {LL_VIEW_INIT("geometr"), LL_MODALITY_GEOMETRIC},
        {LL_VIEW_INIT("spatial"), LL_MODALITY_GEOMETRIC},
    };
    size_t bracket = ll_view_find_byte(plain_name, '(', 0);
    ll_view name = ll_view_slice(plain_name, 0, bracket == LL_VIEW_NONE ? plain_name.len : bracket);
    unsigned families = 0;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t at = ll_view_find_nocase(name, words[i].stem, 0);
        if (at != LL_VIEW_NONE && (at == 0 || !ll_is_alnum(name.ptr[at - 1])))
            families |= words[i].family;
    }
    return families;
}

const char *ll_depth_name(ll_depth depth) {
    static const char *const names[] = {"?",          "NOT TAUGHT", "MENTIONED",
                                        "INTRODUCED", "DEVELOPED",  "APPLIED"};
    return names[depth + 1];
}

const char *ll_load_name(ll_load load) {
    static const char *const names[] = {"", "BUILD", "STRETCH", "CONSOLIDATE"};
    return names[load];
}
