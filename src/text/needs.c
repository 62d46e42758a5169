/* Patterns are read only as far as a literal text that every match holds can be told. */
#include "text/needs.h"

enum { LEVELS = 8 /* groups in groups, and the pattern itself */ };

/* The pattern, or a group of it. */
typedef struct level {
    ll_needs best; /* of this alternative */
    ll_needs all;  /* of those before it */
    bool unknown;  /* nothing is known of one of those */
    bool aside;    /* what is in the group need not stand in the match */
} level;

typedef struct reader {
    ll_view pattern;
    size_t at;
    bool lost;    /* something stands there that may change the meaning of all */
    bool no_case; /* from here on letters may stand for both cases */
    size_t run;   /* where the literal characters began that now come to an end */
    level levels[LEVELS];
    uint32_t depth;
    ll_view also; /* what was found last beside the best of the pattern itself */
    bool split;   /* the pattern itself has alternatives */
} reader;

static char peek(const reader *r, size_t ahead) {
    return r->at + ahead < r->pattern.len ? r->pattern.ptr[r->at + ahead] : '\0';
}

/* How much can be told by it: the length of the shortest text. */
static size_t worth(const ll_needs *needs) {
    size_t least = needs->count > 0 ? SIZE_MAX : 0;
    for (uint32_t i = 0; i < needs->count; i++)
        least = needs->at[i].len < least ? needs->at[i].len : least;
    return least;
}

/* Of several alternatives each has its own. */
static bool add_all(ll_needs *needs, const ll_needs *more) {
    if (needs->count + more->count > LL_NEEDS_MOST)
        return false;
    for (uint32_t i = 0; i < more->count; i++)
        needs->at[needs->count++] = more->at[i];
    return more->count > 0;
}

static void offer(reader *r, const ll_needs *needs) {
    ll_needs *best = &r->levels[r->depth].best;
    if (worth(needs) <= worth(best)) {
        if (r->depth == 0 && needs->count == 1)
            r->also = needs->at[0];
        return;
    }
    best->count = 0;
    add_all(best, needs);
}

static void end_run(reader *r, size_t end) {
    if (end > r->run)
        offer(r, &(ll_needs){.at = {ll_view_slice(r->pattern, r->run, end)}, .count = 1});
    r->run = r->at;
}

static void pass_character(reader *r) {
    do
        r->at++;
    while (ll_is_continuation(peek(r, 0)));
}

/* Whether the character at `at` may stand for others that only Unicode knows: one that is no ASCII
 * may be a letter. */
static bool has_case(const reader *r, size_t at) {
    return r->no_case && (unsigned char)r->pattern.ptr[at] >= 0x80;
}

/* Behind `end`, or all is lost. */
static void pass_to(reader *r, ll_view end) {
    size_t found = ll_view_find(r->pattern, end, r->at);
    r->lost |= found == LL_VIEW_NONE;
    r->at = found == LL_VIEW_NONE ? r->pattern.len : found + end.len;
}

/* What stands for one of several characters, or for a place. */
static void pass_escape(reader *r) {
    char kind = peek(r, 1);
    bool known = kind != '\0' && strchr("bBhHwWdDsSvVKAZzRXGnrt", kind);
    bool braced = kind != '\0' && strchr("xpPN", kind) && peek(r, 2) == '{';
    r->lost |= !known && !braced;
    r->at += 2;
    if (braced)
        pass_to(r, LL_VIEW("}"));
}

static bool is_escaped_sign(const reader *r) {
    char sign = peek(r, 1);
    return peek(r, 0) == '\\' && sign > ' ' && sign <= '~' && !ll_is_letter(sign) &&
           !ll_is_digit(sign);
}

/* One character that stands for itself in a set, behind the sign that escapes it. False: there is
 * something else. */
static bool read_member(reader *r, ll_needs *set) {
    if (peek(r, 0) == '\\' && !is_escaped_sign(r)) {
        pass_escape(r);
        return false;
    }
    bool range = peek(r, 0) == '-';
    r->at += peek(r, 0) == '\\';
    size_t start = r->at;
    pass_character(r);
    if (range || set->count == LL_NEEDS_MOST || has_case(r, start))
        return false;
    set->at[set->count++] = ll_view_slice(r->pattern, start, r->at);
    return true;
}

/* [abc]: what it stands for when these are few. */
static void read_set(reader *r, ll_needs *set) {
    r->at++;
    bool plain = peek(r, 0) != '^';
    r->at += !plain;
    for (bool first = true; !r->lost && (first || peek(r, 0) != ']'); first = false) {
        r->lost |= r->at >= r->pattern.len || peek(r, 0) == '[';
        plain &= !r->lost && read_member(r, set);
    }
    r->at++;
    if (!plain)
        set->count = 0;
}

static bool is_repeat(char c) {
    return c == '*' || c == '+' || c == '?' || c == '{';
}

/* How often the item before it comes. False: perhaps not at all. */
static bool read_repeat(reader *r) {
    char c = peek(r, 0);
    if (!is_repeat(c))
        return true;
    r->lost |= c == '{' && !ll_is_digit(peek(r, 1));
    if (c == '{')
        pass_to(r, LL_VIEW("}"));
    else
        r->at++;
    r->at += peek(r, 0) == '+' || peek(r, 0) == '?'; /* possessive, lazy */
    return c == '+';
}

/* A character for itself: a run goes on unless it is repeated. */
static void read_literal(reader *r) {
    if (peek(r, 0) == '\\') {
        end_run(r, r->at);
        r->run = ++r->at;
    }
    size_t start = r->at;
    bool either = has_case(r, start);
    pass_character(r);
    size_t end = r->at;
    bool there = read_repeat(r);
    if (either || r->at > end)
        end_run(r, there && !either ? end : start);
}

/* A repeat of what is repeated is left to others. */
static bool is_literal(const reader *r, char c) {
    if (c == '\\')
        return is_escaped_sign(r);
    return ll_is_alnum(c) || (c != '\0' && !strchr("[(.^$*+?{|)", c));
}

static void end_alternative(reader *r) {
    level *here = &r->levels[r->depth];
    end_run(r, r->at);
    here->unknown |= !add_all(&here->all, &here->best);
    here->best.count = 0;
    r->run = ++r->at;
}

/* Behind (?i) or (?-i), which hold for the rest of the group, and (?i: that opens one. What they do
 * not hold for is asked without case, too: that knows less. False: there is something else. */
static bool pass_case(reader *r, bool *opens) {
    bool off = peek(r, 2) == '-';
    size_t option = off ? 3 : 2;
    char end = peek(r, option + 1);
    if (peek(r, 1) != '?' || peek(r, option) != 'i' || (end != ')' && end != ':'))
        return false;
    r->no_case |= !off;
    r->at += option + 2;
    *opens = end == ':';
    return true;
}

/* Leaves alone what is not counted: a level is large, and few are used. */
static void begin_level(level *begun, bool aside) {
    begun->best.count = begun->all.count = 0;
    begun->unknown = false;
    begun->aside = aside;
}

/* Goes into the group that begins here, unless it only sets options. */
static void open_group(reader *r) {
    bool opens = true, aside = false;
    if (!pass_case(r, &opens)) {
        char kind = peek(r, 1) == '?' ? peek(r, 2) : ':';
        r->lost |= peek(r, 1) == '*' || kind == '\0' || !strchr(":|>=!<", kind);
        aside = strchr("=!<", kind) != NULL;
        r->at += peek(r, 1) == '?' ? 3 : 1;
    }
    r->run = r->at;
    if (!opens)
        return;
    r->lost |= r->depth + 1 == LEVELS;
    if (!r->lost)
        begin_level(&r->levels[++r->depth], aside);
}

static void close_group(reader *r) {
    end_alternative(r);
    const level *group = &r->levels[r->depth];
    r->lost |= r->depth == 0;
    if (r->lost)
        return;
    r->depth--;
    if (read_repeat(r) && !group->unknown && !group->aside)
        offer(r, &group->all);
    r->run = r->at;
}

static void read_item(reader *r) {
    char c = peek(r, 0);
    if (is_literal(r, c)) {
        read_literal(r);
        return;
    }
    r->lost |= c == '\0' || is_repeat(c);
    end_run(r, r->at);
    if (c == '(') {
        open_group(r);
        return;
    }
    ll_needs set = {.count = 0};
    if (c == '[')
        read_set(r, &set);
    else if (c == '\\')
        pass_escape(r);
    else
        r->at++;
    if (read_repeat(r))
        offer(r, &set);
    r->run = r->at;
}

static void begin(reader *r, ll_view pattern) {
    r->pattern = pattern;
    r->at = r->run = r->depth = 0;
    r->lost = r->no_case = r->split = false;
    r->also = (ll_view){0};
    begin_level(&r->levels[0], false);
}

void ll_needs_of(ll_needs *needs, ll_view pattern) {
    reader r;
    begin(&r, pattern);
    while (!r.lost && r.at < pattern.len) {
        char c = peek(&r, 0);
        r.split |= c == '|' && r.depth == 0;
        if (c == '|')
            end_alternative(&r);
        else if (c == ')')
            close_group(&r);
        else
            read_item(&r);
    }
    r.at = r.at < pattern.len ? r.at : pattern.len;
    end_alternative(&r);
    bool known = !r.lost && r.depth == 0 && !r.levels[0].unknown;
    needs->count = 0;
    if (known)
        add_all(needs, &r.levels[0].all);
    needs->also = known && !r.split ? r.also : LL_VIEW("");
    needs->no_case = r.no_case;
}

/* Without case, k and s also stand for the sign of Kelvin and the long s. */
static bool holds_odd_letter(ll_view subject, size_t from) {
    return ll_view_find(subject, LL_VIEW("\xE2\x84\xAA"), from) != LL_VIEW_NONE ||
           ll_view_find(subject, LL_VIEW("\xC5\xBF"), from) != LL_VIEW_NONE;
}

bool ll_needs_met(const ll_needs *needs, ll_view subject, size_t from) {
    if (needs->count > 1 && from > 0)
        return true;
    size_t (*find)(ll_view, ll_view, size_t) = needs->no_case ? ll_view_find_nocase : ll_view_find;
    bool met = needs->count == 0;
    for (uint32_t i = 0; i < needs->count && !met; i++)
        met = find(subject, needs->at[i], from) != LL_VIEW_NONE;
    if (met && (needs->also.len == 0 || find(subject, needs->also, from) != LL_VIEW_NONE))
        return true;
    return needs->no_case && holds_odd_letter(subject, from);
}
