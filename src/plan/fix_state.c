/* What a text says of a fix: a status that a cell holds, or that stands behind a title. */
#include "plan/build.h"

static const struct {
    ll_view word;
    ll_fix_state state;
} words[] = {
    {LL_VIEW_INIT("NEEDS A REVIEWER"), LL_FIX_OPEN},
    {LL_VIEW_INIT("PARTIALLY"), LL_FIX_PARTIALLY},
    {LL_VIEW_INIT("PARTIAL"), LL_FIX_PARTIALLY},
    {LL_VIEW_INIT("NOT FIXED"), LL_FIX_NOT_FIXED},
    {LL_VIEW_INIT("NOT ADDRESSED"), LL_FIX_NOT_FIXED},
    {LL_VIEW_INIT("NOT RESOLVED"), LL_FIX_NOT_FIXED},
    {LL_VIEW_INIT("UNRESOLVED"), LL_FIX_NOT_FIXED},
    {LL_VIEW_INIT("NOT CHANGED"), LL_FIX_NOT_FIXED},
    {LL_VIEW_INIT("UNCHANGED"), LL_FIX_NOT_FIXED},
    {LL_VIEW_INIT("NOT YET"), LL_FIX_NOT_FIXED},
    {LL_VIEW_INIT("NOT ACCEPTED"), LL_FIX_NOT_FIXED},
    {LL_VIEW_INIT("ACCEPTED"), LL_FIX_DEFERRED},
    {LL_VIEW_INIT("STILL OPEN"), LL_FIX_NOT_FIXED},
    {LL_VIEW_INIT("STILL PRESENT"), LL_FIX_NOT_FIXED},
    {LL_VIEW_INIT("DEFERRED"), LL_FIX_DEFERRED},
    {LL_VIEW_INIT("FIXED"), LL_FIX_FIXED},
    {LL_VIEW_INIT("FIX VERIFIED"), LL_FIX_FIXED},
    {LL_VIEW_INIT("RESOLVED"), LL_FIX_FIXED},
    {LL_VIEW_INIT("VERIFIED"), LL_FIX_FIXED},
    {LL_VIEW_INIT("ADDRESSED"), LL_FIX_FIXED},
    {LL_VIEW_INIT("CONFIRMED"), LL_FIX_FIXED},
};

enum { WORDS = sizeof words / sizeof *words };

/* Whether a finding of which this is said is out. */
static bool takes_out(ll_fix_state state) {
    return state == LL_FIX_FIXED || state == LL_FIX_DEFERRED;
}

/* The word at `at`, in capitals if asked for; WORDS when none stands there. */
static size_t word_at(ll_view text, size_t at, bool capitals) {
    ll_view rest = ll_view_slice(text, at, text.len);
    for (size_t i = 0; i < WORDS && (at == 0 || !ll_is_alnum(text.ptr[at - 1])); i++)
        if (ll_build_begins(rest, words[i].word) &&
            (!capitals || ll_view_starts(rest, words[i].word)))
            return i;
    return WORDS;
}

/* ---- where a status begins ---- */

/* Whether `text` ends with a dash, arrow, emoji or the like, which is no quote. */
static bool ends_with_symbol(ll_view text) {
    size_t lead = text.len;
    while (lead > 0 && ((unsigned char)text.ptr[lead - 1] & 0xC0) == 0x80)
        lead--;
    if (lead == text.len || lead == 0)
        return false;
    ll_view sign = ll_view_slice(text, lead - 1, text.len);
    bool quote = ll_view_starts(sign, LL_VIEW("\xE2\x80\x98")) ||
                 ll_view_starts(sign, LL_VIEW("\xE2\x80\x99")) ||
                 ll_view_starts(sign, LL_VIEW("\xE2\x80\x9C")) ||
                 ll_view_starts(sign, LL_VIEW("\xE2\x80\x9D"));
    return !quote && ((unsigned char)sign.ptr[0] == 0xE2 || (unsigned char)sign.ptr[0] == 0xF0);
}

/* Whether a status may begin at `at`: at the start, behind a dash, colon, arrow or emoji, and with
 * a capital letter behind a sentence or a bracket. */
static bool begins_status(ll_view text, size_t at) {
    ll_view before = ll_view_slice(text, 0, at);
    bool bracket = false;
    for (; before.len > 0; before.len--) {
        char c = before.ptr[before.len - 1];
        if (!ll_is_blank(c) && !strchr("*`_\"([\n", c))
            break;
        bracket |= c == '(' || c == '[';
    }
    if (before.len == 0 || ends_with_symbol(before))
        return true;
    char last = before.ptr[before.len - 1];
    if (last == '-')
        return before.len < 2 || strchr("- ", before.ptr[before.len - 2]) != NULL;
    bool upper = !ll_is_lower(text.ptr[at]);
    return last == ':' || (upper && (bracket || strchr(".!;]>|", last) != NULL));
}

/* ---- what limits it ---- */

static bool holds_sign(ll_view text, const ll_view *signs, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (ll_view_find_nocase(text, signs[i], 0) != LL_VIEW_NONE)
            return true;
    return false;
}

bool ll_build_is_limited(ll_view text) {
    static const ll_view limits[] = {
        LL_VIEW_INIT("not"),       LL_VIEW_INIT("cannot"),  LL_VIEW_INIT("never"),
        LL_VIEW_INIT("still"),     LL_VIEW_INIT("partly"),  LL_VIEW_INIT("partially"),
        LL_VIEW_INIT("partial"),   LL_VIEW_INIT("in part"), LL_VIEW_INIT("mostly"),
        LL_VIEW_INIT("to be"),     LL_VIEW_INIT("will be"), LL_VIEW_INIT("need"),
        LL_VIEW_INIT("needs"),     LL_VIEW_INIT("but"),     LL_VIEW_INIT("except"),
        LL_VIEW_INIT("remaining"), LL_VIEW_INIT("remains"), LL_VIEW_INIT("almost"),
        LL_VIEW_INIT("unresolved")};
    static const ll_view signs[] = {LL_VIEW_INIT("n't"), LL_VIEW_INIT("n\xE2\x80\x99t"),
                                    LL_VIEW_INIT("?"), LL_VIEW_INIT("\xE2\x9D\x8C")};
    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++)
        if (ll_build_has(text, limits[i]))
            return true;
    return holds_sign(text, signs, sizeof signs / sizeof *signs);
}

ll_view ll_build_sentence(ll_view text) {
    for (size_t at = 0; at < text.len; at++) {
        char c = text.ptr[at];
        bool last = at + 1 == text.len || ll_is_blank(text.ptr[at + 1]) ||
                    strchr("\r\n*)", text.ptr[at + 1]) != NULL;
        if (c == '\n' || (strchr(".!?", c) && last))
            return ll_view_slice(text, 0, at + (c != '\n'));
    }
    return text;
}

/* Where the part of `text` starts that the status at `at` ends: behind the last dash or colon. */
static size_t part_start(ll_view text, size_t at) {
    size_t start = 0;
    for (size_t i = 1; i < at; i++) {
        bool colon = text.ptr[i - 1] == ':' && ll_is_blank(text.ptr[i]);
        bool blank = ll_is_blank(text.ptr[i - 1]);
        size_t dash = blank ? ll_build_dash(ll_view_slice(text, i, at)) : 0;
        if (colon || dash > 0)
            start = i + dash;
    }
    return start;
}

/* The sentences of a status, from its part to its end: a bracket's, or where a title follows. */
static ll_view status_part(ll_view text, const ll_fix_status *status, bool title_behind) {
    size_t behind = status->at + status->len, start = part_start(text, status->at);
    ll_view rest = ll_build_sentence(ll_view_slice(text, behind, text.len));
    bool square = status->at > 0 && text.ptr[status->at - 1] == '[';
    for (size_t i = 0; i < rest.len; i++) {
        ll_view tail = ll_view_slice(rest, i, rest.len);
        bool dash = i > 0 && ll_is_blank(rest.ptr[i - 1]) && ll_build_dash(tail) > 0;
        if ((square && rest.ptr[i] == ']') || (title_behind && (dash || rest.ptr[i] == ':')))
            rest = ll_view_slice(rest, 0, i);
    }
    return ll_view_slice(text, start, behind + rest.len);
}

/* Whether a word in capitals says otherwise. */
static bool is_contradicted(ll_view text) {
    for (size_t i = 0; i < WORDS; i++)
        for (size_t at = 0; !takes_out(words[i].state) &&
                            (at = ll_view_find_word(text, words[i].word, at)) != LL_VIEW_NONE;
             at++)
            if (ll_view_starts(ll_view_slice(text, at, text.len), words[i].word))
                return true;
    return false;
}

/* "NOT FIXED (accepted)" is accepted. */
static ll_fix_state in_bracket(ll_view behind, ll_fix_state state) {
    bool accepted = ll_view_starts_nocase(behind, LL_VIEW(" (accepted")) ||
                    ll_view_starts_nocase(behind, LL_VIEW(" (intentional"));
    return accepted && state == LL_FIX_NOT_FIXED ? LL_FIX_DEFERRED : state;
}

/* A word that takes a finding out does so only when nothing denies or limits it. */
static void weigh(ll_view text, ll_fix_status *status, bool title_behind) {
    ll_view behind = ll_view_slice(text, status->at + status->len, text.len);
    status->state = in_bracket(behind, status->state);
    ll_view part = status_part(text, status, title_behind);
    bool doubted = ll_view_find_byte(part, '?', 0) != LL_VIEW_NONE;
    if (status->state == LL_FIX_FIXED)
        doubted = ll_build_is_limited(part) || is_contradicted(behind);
    if (takes_out(status->state) && doubted)
        status->state = LL_FIX_OPEN;
}

/* The first word that says that work is left, wherever it stands, or takes the finding out where a
 * status begins. */
static ll_fix_status first_status(ll_view text, bool capitals) {
    for (size_t at = 0; at < text.len; at++) {
        size_t word = word_at(text, at, capitals);
        if (word == WORDS || (takes_out(words[word].state) && !begins_status(text, at)))
            continue;
        return (ll_fix_status){words[word].state, at, words[word].word.len};
    }
    return (ll_fix_status){LL_FIX_UNKNOWN, LL_VIEW_NONE, 0};
}

/* Whether a word stands anywhere, as in "to be FIXED". */
static bool has_word(ll_view text, bool capitals) {
    for (size_t at = 0; at < text.len; at++)
        if (word_at(text, at, capitals) < WORDS)
            return true;
    return false;
}

bool ll_build_is_struck(ll_view text) {
    for (size_t at = 0; (at = ll_view_find(text, LL_VIEW("~~"), at)) != LL_VIEW_NONE; at += 2)
        if (word_at(text, at + 2, false) < WORDS)
            return true;
    return false;
}

ll_fix_status ll_build_fix_status(ll_view text, bool title_behind) {
    ll_fix_status status = first_status(text, true);
    if (status.state == LL_FIX_UNKNOWN)
        status = first_status(text, false);
    if (status.state != LL_FIX_UNKNOWN)
        weigh(text, &status, title_behind);
    else if (has_word(text, true) || has_word(ll_build_sentence(text), false))
        status.state = LL_FIX_OPEN;
    return status;
}
