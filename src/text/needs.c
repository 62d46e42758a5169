/* Patterns are read only as far as a literal text that every match holds can be told. */
#include "text/needs.h"

typedef struct reader {
    ll_view pattern;
    size_t at;
    bool lost;     /* something stands there that may change the meaning of all */
    bool no_case;  /* letters stand for both cases */
    size_t run;    /* where the literal characters began that now come to an end */
    ll_needs best; /* of this alternative */
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

static void offer(reader *r, const ll_needs *needs) {
    if (worth(needs) > worth(&r->best))
        r->best = *needs;
}

static void end_run(reader *r, size_t end) {
    if (end > r->run)
        offer(r, &(ll_needs){{ll_view_slice(r->pattern, r->run, end)}, 1});
    r->run = r->at;
}

static void pass_character(reader *r) {
    do
        r->at++;
    while (ll_is_continuation(peek(r, 0)));
}

/* Whether the character at `at` stands for itself and another: what is no ASCII may be a letter. */
static bool has_case(const reader *r, size_t at) {
    char c = r->pattern.ptr[at];
    return r->no_case && (ll_is_letter(c) || (unsigned char)c >= 0x80);
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

/* Sets the case for all of the pattern, wherever it stands; other options may change more. */
static void read_options(reader *r) {
    char next = peek(r, 2);
    if (peek(r, 1) == '*')
        r->lost = true;
    else if (peek(r, 1) == '?' && next == 'i' && (peek(r, 3) == ')' || peek(r, 3) == ':'))
        r->no_case = true;
    else if (peek(r, 1) == '?')
        r->lost |= next == '\0' || !strchr(":=!><|", next);
}

/* Behind the group, of which nothing is told. */
static void pass_group(reader *r) {
    uint32_t depth = 0;
    do {
        char c = peek(r, 0);
        ll_needs set = {.count = 0};
        if (c == '\\' && !is_escaped_sign(r)) {
            pass_escape(r);
            continue;
        }
        if (c == '[') {
            read_set(r, &set);
            continue;
        }
        if (c == '(')
            read_options(r);
        depth += c == '(';
        depth -= c == ')';
        r->at += c == '\\' ? 2 : 1;
        r->lost |= depth > 0 && r->at >= r->pattern.len;
    } while (depth > 0 && !r->lost);
}

/* How often the item before it comes. False: perhaps not at all. */
static bool read_repeat(reader *r) {
    char c = peek(r, 0);
    if (c == '\0' || !strchr("*+?{", c))
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
    return c == '\\' ? is_escaped_sign(r) : c != '\0' && !strchr("[(.^$*+?{", c);
}

static void read_item(reader *r) {
    char c = peek(r, 0);
    if (is_literal(r, c)) {
        read_literal(r);
        return;
    }
    r->lost |= c == '\0' || strchr("*+?{", c);
    end_run(r, r->at);
    ll_needs set = {.count = 0};
    if (c == '[')
        read_set(r, &set);
    else if (c == '(')
        pass_group(r);
    else if (c == '\\')
        pass_escape(r);
    else
        r->at++;
    if (read_repeat(r))
        offer(r, &set);
    r->run = r->at;
}

/* Of several alternatives each has its own. */
static bool add_all(ll_needs *needs, const ll_needs *more) {
    if (needs->count + more->count > LL_NEEDS_MOST)
        return false;
    for (uint32_t i = 0; i < more->count; i++)
        needs->at[needs->count++] = more->at[i];
    return more->count > 0;
}

void ll_needs_of(ll_needs *needs, ll_view pattern) {
    reader r = {.pattern = pattern};
    *needs = (ll_needs){.count = 0};
    bool known = true;
    while (known && !r.lost && r.at <= pattern.len) {
        while (!r.lost && r.at < pattern.len && peek(&r, 0) != '|')
            read_item(&r);
        end_run(&r, r.at < pattern.len ? r.at : pattern.len);
        known = add_all(needs, &r.best);
        r.best.count = 0;
        r.run = ++r.at;
    }
    if (!known || r.lost)
        needs->count = 0;
}

bool ll_needs_met(const ll_needs *needs, ll_view subject, size_t from) {
    if (needs->count > 1 && from > 0)
        return true;
    for (uint32_t i = 0; i < needs->count; i++)
        if (ll_view_find(subject, needs->at[i], from) != LL_VIEW_NONE)
            return true;
    return needs->count == 0;
}
