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
    {LL_VIEW_INIT("NOT YET TAUGHT"), LL_DEPTH_NOT_TAUGHT},
    {LL_VIEW_INIT("NOT COVERED"), LL_DEPTH_NOT_TAUGHT},
    {LL_VIEW_INIT("NEVER TAUGHT"), LL_DEPTH_NOT_TAUGHT},
    {LL_VIEW_INIT("UNTAUGHT"), LL_DEPTH_NOT_TAUGHT},
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
    LL_VIEW_INIT("background"), LL_VIEW_INIT("prior"),     LL_VIEW_INIT("general"),
    LL_VIEW_INIT("not"),        LL_VIEW_INIT("never"),     LL_VIEW_INIT("new"),
    LL_VIEW_INIT("zero"),       LL_VIEW_INIT("0"),
};

/* The depth word at the start of `text`, or NULL. */
static const depth_word *depth_word_of(ll_view text, bool any_case) {
    for (size_t i = 0; i < DEPTH_WORDS; i++) {
        ll_view word = depth_words[i].word;
        if (ll_build_begins(text, word) && (any_case || ll_view_starts(text, word)))
            return &depth_words[i];
    }
    return NULL;
}

/* Whether "not" or "never" stands right before: "NOT INTRODUCED" is no depth. */
static bool is_denied(ll_view text, size_t at) {
    static const ll_view words[] = {LL_VIEW_INIT("not "), LL_VIEW_INIT("never ")};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (at >= words[i].len &&
            ll_view_starts_nocase(ll_view_slice(text, at - words[i].len, at), words[i]))
            return true;
    return false;
}

/* The depth word that begins at `at`, or NULL. */
static const depth_word *depth_at(ll_view text, size_t at, bool any_case) {
    bool starts = at == 0 || !ll_is_alnum(text.ptr[at - 1]);
    if (!starts || !ll_is_letter(text.ptr[at]) || is_denied(text, at))
        return NULL;
    return depth_word_of(ll_view_slice(text, at, text.len), any_case);
}

/* Length of a slash or an arrow's head, else 0: the depth behind it need not stand in capitals. */
static size_t joint(ll_view text) {
    static const ll_view signs[] = {LL_VIEW_INIT("/"), LL_VIEW_INIT(">"),
                                    LL_VIEW_INIT("\xE2\x86\x92"), LL_VIEW_INIT("\xE2\x87\x92")};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (ll_view_starts(text, signs[i]))
            return signs[i].len;
    return 0;
}

/* The next depth word at or behind `*at`, which moves behind it; in brackets only when `inside`. In
 * capitals it may stand anywhere, in any case at the start and behind a joint. */
static const depth_word *next_depth(ll_view text, size_t *at, bool inside) {
    size_t brackets = 0;
    bool joined = *at == 0;
    while (*at < text.len) {
        char c = text.ptr[*at];
        const depth_word *word = NULL;
        if (inside || brackets == 0)
            word = depth_at(text, *at, joined);
        if (word) {
            *at += word->word.len;
            return word;
        }
        brackets += c == '(';
        brackets -= c == ')' && brackets > 0;
        size_t sign = joint(ll_view_slice(text, *at, text.len));
        joined = sign > 0 || (joined && ll_is_blank(c));
        *at += sign > 0 ? sign : 1;
    }
    return NULL;
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
    size_t at = 0;
    const depth_word *word = next_depth(text, &at, false);
    /* "REVISITED (DEVELOPED)"; else a bracket is a comment. */
    if (!word) {
        at = 0;
        word = next_depth(text, &at, true);
    }
    cell.known = word || is_unknown_depth(text);
    /* "assumed INTRODUCED" is a guess. */
    if (!word || ll_view_starts_nocase(text, LL_VIEW("assumed")))
        return cell;
    cell.low = cell.high = word->depth;
    while ((word = next_depth(text, &at, false))) {
        cell.high = word->depth > cell.high ? word->depth : cell.high;
        cell.low = word->depth < cell.low ? word->depth : cell.low;
    }
    return cell;
}

bool ll_plan_is_nothing(ll_view plain_cell) {
    return ll_build_dash(plain_cell) == plain_cell.len;
}

static ll_view before_bracket(ll_view text) {
    size_t bracket = ll_view_find_byte(text, '(', 0);
    return ll_view_slice(text, 0, bracket == LL_VIEW_NONE ? text.len : bracket);
}

ll_gap_status ll_build_status(ll_view plain_cell) {
    static const struct {
        ll_view word;
        ll_gap_status status;
    } words[] = {
        {LL_VIEW_INIT("OK"), LL_STATUS_OK},     {LL_VIEW_INIT("OKAY"), LL_STATUS_OK},
        {LL_VIEW_INIT("GAP"), LL_STATUS_GAP},   {LL_VIEW_INIT("MISSING"), LL_STATUS_MISSING},
        {LL_VIEW_INIT("N/A"), LL_STATUS_NONE},  {LL_VIEW_INIT("NONE"), LL_STATUS_NONE},
        {LL_VIEW_INIT("NO GAP"), LL_STATUS_OK}, {LL_VIEW_INIT("NOT A GAP"), LL_STATUS_OK},
    };
    /* Ticks and warning signs may stand before the word. */
    while (plain_cell.len > 0 && !ll_is_alnum(plain_cell.ptr[0]))
        plain_cell = ll_view_slice(plain_cell, 1, plain_cell.len);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (ll_build_begins(plain_cell, words[i].word))
            return words[i].status;
    /* "Small GAP", "minor gap (resolved)". */
    if (ll_build_has(before_bracket(plain_cell), LL_VIEW("gap")))
        return LL_STATUS_GAP;
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
    static const ll_view negatives[] = {LL_VIEW_INIT("negative"), LL_VIEW_INIT("counterexample"),
                                        LL_VIEW_INIT("counter-example"),
                                        LL_VIEW_INIT("non-example")};
    example->positive = stands_outside(example->type, LL_VIEW("positive"));
    for (size_t i = 0; i < sizeof negatives / sizeof *negatives && !example->negative; i++)
        example->negative = stands_outside(example->type, negatives[i]);
}

/* Stems of words; one that ends in a blank is the whole word. */
static const struct {
    ll_view stem;
    unsigned family;
} modality_words[] = {
    {LL_VIEW_INIT("visual"), LL_MODALITY_VISUAL},
    {LL_VIEW_INIT("diagram"), LL_MODALITY_VISUAL},
    {LL_VIEW_INIT("static "), LL_MODALITY_VISUAL},
    {LL_VIEW_INIT("map "), LL_MODALITY_VISUAL},
    {LL_VIEW_INIT("chart"), LL_MODALITY_VISUAL},
    {LL_VIEW_INIT("graph"), LL_MODALITY_VISUAL},
    {LL_VIEW_INIT("plot"), LL_MODALITY_VISUAL},
    {LL_VIEW_INIT("heatmap"), LL_MODALITY_VISUAL},
    {LL_VIEW_INIT("illustrat"), LL_MODALITY_VISUAL},
    {LL_VIEW_INIT("animation"), LL_MODALITY_VISUAL},
    {LL_VIEW_INIT("symbol"), LL_MODALITY_SYMBOLIC},
    {LL_VIEW_INIT("code"), LL_MODALITY_SYMBOLIC},
    {LL_VIEW_INIT("pseudocode"), LL_MODALITY_SYMBOLIC},
    {LL_VIEW_INIT("formula"), LL_MODALITY_SYMBOLIC},
    {LL_VIEW_INIT("equation"), LL_MODALITY_SYMBOLIC},
    {LL_VIEW_INIT("algebra"), LL_MODALITY_SYMBOLIC},
    {LL_VIEW_INIT("notation"), LL_MODALITY_SYMBOLIC},
    {LL_VIEW_INIT("mathemat"), LL_MODALITY_SYMBOLIC},
    {LL_VIEW_INIT("interactiv"), LL_MODALITY_INTERACTIVE},
    {LL_VIEW_INIT("widget"), LL_MODALITY_INTERACTIVE},
    {LL_VIEW_INIT("hands-on"), LL_MODALITY_INTERACTIVE},
    {LL_VIEW_INIT("hands on"), LL_MODALITY_INTERACTIVE},
    {LL_VIEW_INIT("kinesthetic"), LL_MODALITY_INTERACTIVE},
    {LL_VIEW_INIT("simulation"), LL_MODALITY_INTERACTIVE},
    {LL_VIEW_INIT("concrete"), LL_MODALITY_CONCRETE},
    {LL_VIEW_INIT("worked"), LL_MODALITY_CONCRETE},
    {LL_VIEW_INIT("numeric"), LL_MODALITY_CONCRETE},
    {LL_VIEW_INIT("compar"), LL_MODALITY_CONCRETE},
    {LL_VIEW_INIT("side-by-side"), LL_MODALITY_CONCRETE},
    {LL_VIEW_INIT("example"), LL_MODALITY_CONCRETE},
    {LL_VIEW_INIT("verbal"), LL_MODALITY_VERBAL},
    {LL_VIEW_INIT("analog"), LL_MODALITY_VERBAL},
    {LL_VIEW_INIT("metaphor"), LL_MODALITY_VERBAL},
    {LL_VIEW_INIT("intuit"), LL_MODALITY_INTUITIVE},
    {LL_VIEW_INIT("of course"), LL_MODALITY_INTUITIVE},
    {LL_VIEW_INIT("geometr"), LL_MODALITY_GEOMETRIC},
    {LL_VIEW_INIT("spatial"), LL_MODALITY_GEOMETRIC},
};

/* The first word of `name` that begins with `stem`. */
static size_t find_stem(ll_view name, ll_view stem) {
    size_t at = 0;
    while ((at = ll_view_find_nocase(name, stem, at)) != LL_VIEW_NONE && at > 0 &&
           ll_is_alnum(name.ptr[at - 1]))
        at++;
    return at;
}

unsigned ll_plan_modality_families(ll_view plain_name) {
    ll_view name = before_bracket(plain_name);
    unsigned families = 0;
    for (size_t i = 0; i < sizeof modality_words / sizeof *modality_words; i++) {
        ll_view stem = modality_words[i].stem;
        bool whole = stem.ptr[stem.len - 1] == ' ';
        stem.len -= whole;
        size_t at = whole ? ll_view_find_word(name, stem, 0) : find_stem(name, stem);
        if (at != LL_VIEW_NONE)
            families |= modality_words[i].family;
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
