/* What table cells say: depths, statuses, kinds of examples, families of modalities. */
#include "plan/build.h"
#include "plan/vocabulary.h"
#include "text/fold.h"

static bool ends_word(ll_view text, ll_view word) {
    return text.len == word.len || !ll_fold_is_word(text, word.len);
}

/* Whether `text` begins with `word`, and no letter or digit goes on with it: as it is written, or
 * in any case (both have the same length then). */
static bool starts(ll_view text, ll_view word) {
    return text.len > 0 && text.ptr[0] == word.ptr[0] && ll_view_starts(text, word) &&
           ends_word(text, word);
}

static bool begins(ll_view text, ll_view word) {
    return ll_vocabulary_begins(text, word) && ends_word(text, word);
}

/* The depth word at the start of `text`, or NULL. */
static const ll_depth_word *depth_word_of(const ll_vocabulary *v, ll_view text, bool any_case) {
    for (uint32_t i = 0; i < v->depth_word_count; i++)
        if (any_case ? begins(text, v->depths[i].word) : starts(text, v->depths[i].word))
            return &v->depths[i];
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
static const ll_depth_word *depth_at(const ll_vocabulary *v, ll_view text, size_t at,
                                     bool any_case) {
    if (!ll_is_letter(text.ptr[at]) && (unsigned char)text.ptr[at] < 0x80)
        return NULL;
    if (at > 0 && (ll_is_alnum(text.ptr[at - 1]) || /* as in most places */
                   ll_fold_is_word(text, ll_view_before(text, at))))
        return NULL;
    if (is_denied(text, at))
        return NULL;
    return depth_word_of(v, ll_view_slice(text, at, text.len), any_case);
}

/* Length of a slash or an arrow's head, else 0: the depth behind it need not stand in capitals. */
static size_t joint(ll_view text) {
    if (ll_is_alnum(text.ptr[0]) || ll_is_blank(text.ptr[0]))
        return 0;
    static const ll_view signs[] = {LL_VIEW_INIT("/"), LL_VIEW_INIT(">"),
                                    LL_VIEW_INIT("\xE2\x86\x92"), LL_VIEW_INIT("\xE2\x87\x92")};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (ll_view_starts(text, signs[i]))
            return signs[i].len;
    return 0;
}

/* The next depth word at or behind `*at`, which moves behind it; in brackets only when `inside`. In
 * capitals it may stand anywhere, in any case at the start and behind a joint. */
static const ll_depth_word *next_depth(const ll_vocabulary *v, ll_view text, size_t *at,
                                       bool inside) {
    size_t brackets = 0;
    bool joined = *at == 0;
    while (*at < text.len) {
        char c = text.ptr[*at];
        const ll_depth_word *word = NULL;
        if (inside || brackets == 0)
            word = depth_at(v, text, *at, joined);
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

static bool is_unknown_depth(const ll_vocabulary *v, ll_view text) {
    for (uint32_t i = 0; i < v->unknown_depth_count; i++)
        if (begins(text, v->unknown_depths[i]))
            return true;
    return text.len == 0 || text.ptr[0] == '(' || is_blank_cell(text);
}

ll_depth_cell ll_plan_depth(const ll_vocabulary *vocabulary, ll_view plain_cell) {
    ll_view text = ll_build_unquote(ll_view_trim(plain_cell));
    ll_depth_cell cell = {.text = plain_cell, .low = LL_DEPTH_UNKNOWN, .high = LL_DEPTH_UNKNOWN};
    size_t at = 0;
    const ll_depth_word *word = next_depth(vocabulary, text, &at, false);
    /* "REVISITED (DEVELOPED)"; else a bracket is a comment. */
    if (!word) {
        at = 0;
        word = next_depth(vocabulary, text, &at, true);
    }
    cell.known = word || is_unknown_depth(vocabulary, text);
    /* "assumed INTRODUCED" is a guess. */
    if (!word || ll_view_starts_nocase(text, LL_VIEW("assumed")))
        return cell;
    cell.low = cell.high = word->depth;
    while ((word = next_depth(vocabulary, text, &at, false))) {
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

ll_gap_status ll_build_status(const ll_vocabulary *v, ll_view plain_cell) {
    /* Ticks and warning signs may stand before the word. */
    while (plain_cell.len > 0 && !ll_fold_is_word(plain_cell, 0))
        plain_cell = ll_view_slice(plain_cell, 1, plain_cell.len);
    for (uint32_t i = 0; i < v->status_count; i++)
        if (begins(plain_cell, v->statuses[i].word))
            return v->statuses[i].status;
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

static bool has_kind(const ll_vocabulary *v, ll_word_kind kind, ll_view text) {
    for (uint32_t i = 0; i < v->word_count; i++)
        if (v->words[i].kind == kind && ll_vocabulary_holds(text, v->words[i].word))
            return true;
    return false;
}

void ll_build_example_type(const ll_vocabulary *v, ll_example *example) {
    static const ll_view negatives[] = {LL_VIEW_INIT("negative"), LL_VIEW_INIT("counterexample"),
                                        LL_VIEW_INIT("counter-example"),
                                        LL_VIEW_INIT("non-example")};
    example->positive = stands_outside(example->type, LL_VIEW("positive"));
    for (size_t i = 0; i < sizeof negatives / sizeof *negatives && !example->negative; i++)
        example->negative = stands_outside(example->type, negatives[i]);
    ll_view named = before_bracket(example->type);
    example->positive |= has_kind(v, LL_WORD_POSITIVE, named);
    example->negative |= has_kind(v, LL_WORD_NEGATIVE, named);
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

unsigned ll_plan_modality_families(const ll_vocabulary *vocabulary, ll_view plain_name) {
    ll_view name = before_bracket(plain_name);
    uint64_t initials = ll_view_initials(name);
    unsigned families = 0;
    for (size_t i = 0; i < sizeof modality_words / sizeof *modality_words; i++) {
        ll_view stem = modality_words[i].stem;
        if (!(initials & ll_view_initial(stem)))
            continue;
        bool whole = stem.ptr[stem.len - 1] == ' ';
        stem.len -= whole;
        size_t at = whole ? ll_view_find_word(name, stem, 0) : find_stem(name, stem);
        if (at != LL_VIEW_NONE)
            families |= modality_words[i].family;
    }
    for (uint32_t i = 0; i < vocabulary->word_count; i++)
        if (ll_vocabulary_holds(name, vocabulary->words[i].word))
            families |= vocabulary->words[i].family;
    return families;
}

ll_view ll_depth_name(const ll_vocabulary *vocabulary, ll_depth depth) {
    return depth == LL_DEPTH_UNKNOWN ? LL_VIEW("?") : vocabulary->depth_names[depth];
}

const char *ll_load_name(ll_load load) {
    static const char *const names[] = {"", "BUILD", "STRETCH", "CONSOLIDATE"};
    return names[load];
}

static bool is_quotation_mark(ll_view text, size_t at, size_t *len) {
    static const ll_view marks[] = {LL_VIEW_INIT("\""), LL_VIEW_INIT("`"),
                                    LL_VIEW_INIT("\xE2\x80\x9C"), LL_VIEW_INIT("\xE2\x80\x9D")};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        *len = marks[i].len;
        if (ll_view_starts(ll_view_slice(text, at, text.len), marks[i]))
            return true;
    }
    return false;
}

ll_view ll_plan_concept_key(ll_arena *arena, ll_view plain_name) {
    ll_view name = ll_build_unquote(ll_view_trim(plain_name));
    char *key = ll_arena_alloc(arena, name.len + 1);
    size_t len = 0, used = 0;
    for (size_t at = 0; at < name.len; at += used) {
        char folded = ll_to_folded(name.ptr[at]);
        if (folded) {
            key[len++] = folded;
            used = 1;
            continue;
        }
        if (is_quotation_mark(name, at, &used))
            continue;
        size_t dash = ll_build_dash(ll_view_slice(name, at, name.len));
        used = dash > 0 ? dash : 1;
        bool blank = ll_is_blank(name.ptr[at]);
        if (!blank || (len > 0 && key[len - 1] != ' '))
            key[len++] = dash > 0 ? '-' : blank ? ' ' : ll_to_lower(name.ptr[at]);
    }
    return (ll_view){key, len};
}
