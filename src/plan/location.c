/* Reading the Location of a review's finding. */
#include "plan/location.h"

#include "base/buffer.h"

typedef struct reader {
    ll_arena *arena;
    ll_location *location;
    ll_view text;
    size_t at;
    ll_buffer words; /* what stands outside of quotes */
} reader;

static void add(const reader *on, ll_named named) {
    if (on->location->named.len < LL_LOCATION_NAMED_MOST)
        LL_ARRAY_PUSH(on->arena, &on->location->named, named);
    else
        on->location->more = true;
}

static bool at_text(const reader *on, ll_view text) {
    return ll_view_starts(ll_view_slice(on->text, on->at, on->text.len), text);
}

/* Stands in the words for a section's title. */
#define TITLE "\""

static const struct {
    ll_view open, close;
    ll_named_kind kind;
} pairs[] = {
    {LL_VIEW_INIT("``"), LL_VIEW_INIT("``"), LL_NAMED_CODE},
    {LL_VIEW_INIT("`"), LL_VIEW_INIT("`"), LL_NAMED_CODE},
    {LL_VIEW_INIT("\""), LL_VIEW_INIT("\""), LL_NAMED_TEXT},
    {LL_VIEW_INIT("\xE2\x80\x9C"), LL_VIEW_INIT("\xE2\x80\x9D"), LL_NAMED_TEXT},
    {LL_VIEW_INIT("\xE2\x80\x9E"), LL_VIEW_INIT("\xE2\x80\x9C"), LL_NAMED_TEXT},
};

/* `Section 5, "X"`, `the "X" section`, or `"X" (line 9)`, as the review's writer names one. */
static bool is_title(const reader *on, size_t open, size_t after) {
    static const ll_view behind[] = {LL_VIEW_INIT("section"), LL_VIEW_INIT("(line"),
                                     LL_VIEW_INIT("sections")};
    ll_view rest = ll_view_trim(ll_view_slice(on->text, after, on->text.len));
    ll_view word = ll_view_slice(rest, 0, rest.len < 8 ? rest.len : 8);
    for (size_t i = 0; i < sizeof behind / sizeof *behind; i++)
        if (ll_view_starts_nocase(word, behind[i]))
            return true;
    while (open > 0 && !ll_is_letter(on->text.ptr[open - 1]))
        open--;
    size_t start = open;
    while (start > 0 && ll_is_letter(on->text.ptr[start - 1]))
        start--;
    word = ll_view_slice(on->text, start, open);
    return ll_view_equal_nocase(word, behind[0]) || ll_view_equal_nocase(word, behind[2]);
}

/* Names of files stand in back-ticks. */
static bool is_file(ll_view code) {
    static const ll_view endings[] = {
        LL_VIEW_INIT(".tsx"),   LL_VIEW_INIT(".ts"), LL_VIEW_INIT(".jsx"), LL_VIEW_INIT(".md"),
        LL_VIEW_INIT(".ipynb"), LL_VIEW_INIT(".py"), LL_VIEW_INIT(".css"), LL_VIEW_INIT(".json")};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (ll_view_ends(code, endings[i]))
            return true;
    return false;
}

/* `<TipBlock>` and `</Row>` without their signs. */
static ll_view without_tag(ll_view code) {
    while (code.len > 0 && strchr("<>/ ", code.ptr[0]))
        code = ll_view_slice(code, 1, code.len);
    while (code.len > 0 && strchr("<>/ ", code.ptr[code.len - 1]))
        code = ll_view_slice(code, 0, code.len - 1);
    return code;
}

/* A text between two signs of one pair. */
static bool read_quoted(reader *on) {
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        if (!at_text(on, pairs[i].open))
            continue;
        size_t start = on->at + pairs[i].open.len;
        size_t end = ll_view_find(on->text, pairs[i].close, start);
        if (end == LL_VIEW_NONE)
            continue;
        ll_view text = ll_view_trim(ll_view_slice(on->text, start, end));
        if (pairs[i].kind == LL_NAMED_CODE)
            text = without_tag(text);
        size_t after = end + pairs[i].close.len;
        bool title = pairs[i].kind == LL_NAMED_TEXT && is_title(on, on->at, after);
        on->location->elsewhere |= pairs[i].kind == LL_NAMED_CODE && is_file(text);
        if (text.len > 0)
            add(on, (ll_named){.kind = pairs[i].kind, .text = text, .title = title});
        ll_buffer_add_cstring(&on->words, title ? TITLE : " ");
        on->at = after;
        return true;
    }
    return false;
}

/* `<TipBlock>`, `</Row>`, `<GradientCard title=…>`: the name alone. */
static bool read_tag(reader *on) {
    if (on->text.ptr[on->at] != '<')
        return false;
    size_t start = on->at + 1;
    if (start < on->text.len && on->text.ptr[start] == '/')
        start++;
    size_t end = start;
    while (end < on->text.len && (ll_is_letter(on->text.ptr[end]) ||
                                  ll_is_digit(on->text.ptr[end]) || on->text.ptr[end] == '.'))
        end++;
    if (end == start || !ll_is_letter(on->text.ptr[start]))
        return false;
    add(on, (ll_named){.kind = LL_NAMED_CODE, .text = ll_view_slice(on->text, start, end)});
    on->at = end;
    return true;
}

/* TipBlock: a capital, and another one behind a small letter. */
static bool read_bare(reader *on) {
    size_t end = on->at;
    bool small = false, humps = false;
    for (; end < on->text.len && ll_is_alnum(on->text.ptr[end]); end++) {
        humps |= small && ll_is_upper(on->text.ptr[end]);
        small |= ll_is_lower(on->text.ptr[end]);
    }
    bool inside = on->at > 0 && ll_is_alnum(on->text.ptr[on->at - 1]);
    if (inside || !humps || !ll_is_upper(on->text.ptr[on->at]))
        return false;
    add(on, (ll_named){.kind = LL_NAMED_BARE, .text = ll_view_slice(on->text, on->at, end)});
    on->at = end;
    return true;
}

static void skip_blanks(reader *on) {
    while (on->at < on->text.len && ll_is_blank(on->text.ptr[on->at]))
        on->at++;
}

static bool skip(reader *on, ll_view sign) {
    bool here = at_text(on, sign);
    on->at += here ? sign.len : 0;
    return here;
}

static bool read_number(reader *on, uint32_t *number) {
    size_t used;
    if (!ll_view_number(ll_view_slice(on->text, on->at, on->text.len), number, &used))
        return false;
    on->at += used;
    return true;
}

/* The sign between both ends of a range. */
static bool skip_range(reader *on) {
    static const ll_view signs[] = {LL_VIEW_INIT("-"), LL_VIEW_INIT("\xE2\x80\x93"),
                                    LL_VIEW_INIT("\xE2\x80\x94"), LL_VIEW_INIT("to ")};
    size_t start = on->at;
    skip_blanks(on);
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        if (skip(on, signs[i])) {
            skip_blanks(on);
            return true;
        }
    }
    on->at = start;
    return false;
}

/* The sign before the next number of a list. */
static bool skip_comma(reader *on) {
    size_t start = on->at;
    bool comma = skip(on, LL_VIEW(","));
    skip_blanks(on);
    bool word = skip(on, LL_VIEW("and ")) || skip(on, LL_VIEW("& "));
    skip_blanks(on);
    bool digit = on->at < on->text.len && ll_is_digit(on->text.ptr[on->at]);
    if ((comma || word) && digit)
        return true;
    on->at = start;
    return false;
}

/* "line 9", "Lines ~3-5, 9 and 12". */
static bool read_lines(reader *on) {
    ll_view rest = ll_view_slice(on->text, on->at, on->text.len);
    bool inside = on->at > 0 &&
                  (ll_is_letter(on->text.ptr[on->at - 1]) || ll_is_digit(on->text.ptr[on->at - 1]));
    if (inside || !ll_view_starts_nocase(rest, LL_VIEW("line")))
        return false;
    size_t start = on->at;
    on->at += 4;
    on->at += at_text(on, LL_VIEW("s")) || at_text(on, LL_VIEW("S")) ? 1 : 0;
    skip_blanks(on);
    (void)(skip(on, LL_VIEW("~")) || skip(on, LL_VIEW("around ")));
    uint32_t first, last;
    bool any = false;
    while (read_number(on, &first)) {
        last = first;
        size_t before = on->at;
        if (skip_range(on) && !read_number(on, &last))
            on->at = before;
        add(on, (ll_named){.kind = LL_NAMED_LINES, .first = first, .last = last});
        any = true;
        if (!skip_comma(on))
            break;
    }
    if (!any)
        on->at = start;
    return any;
}

/* "Why a Knot Holds at All": words enough, the long ones with a capital, and none that may be the
 * name of a component. */
static bool is_loose_title(ll_view text) {
    size_t words = 0;
    bool humps = false;
    for (size_t at = 0; at < text.len; at++) {
        size_t start = at;
        bool small = false;
        for (; at < text.len && ll_is_alnum(text.ptr[at]); at++) {
            humps |= small && ll_is_upper(text.ptr[at]);
            small |= ll_is_lower(text.ptr[at]);
        }
        words += at > start;
        if ((words == 1 || at > start + 4) && at > start && ll_is_lower(text.ptr[start]))
            return false;
    }
    return words >= LL_LOOSE_TITLE_WORDS && !humps;
}

/* "Section 3 (Why a Knot Holds at All), lines 9-12", "Section 3: Why a Knot Holds at All (line 9)".
 * Only looks: what stands there is read as all else is. */
static void look_for_title(const reader *on) {
    static const char ends[2][8] = {{"),;`\""}, {"(,;`\""}};
    ll_view rest = ll_view_slice(on->text, on->at, on->text.len);
    bool inside = on->at > 0 && ll_is_letter(on->text.ptr[on->at - 1]);
    if (inside || !ll_view_starts_nocase(rest, LL_VIEW("section ")))
        return;
    size_t at = LL_VIEW("section ").len, end;
    while (at < rest.len && ll_is_alnum(rest.ptr[at]))
        at++;
    bool number = ll_is_digit(rest.ptr[LL_VIEW("section ").len]);
    bool colon = at < rest.len && rest.ptr[at] == ':';
    at += !colon && at < rest.len && rest.ptr[at] == ' ';
    if (!number || at >= rest.len || (!colon && rest.ptr[at] != '('))
        return;
    for (end = ++at; end < rest.len && !strchr(ends[colon], rest.ptr[end]);)
        end++;
    ll_view title = ll_view_trim(ll_view_slice(rest, at, end));
    bool closed = colon || (end < rest.len && rest.ptr[end] == ')');
    if (closed && is_loose_title(title) && on->location->loose_titles.len < LL_LOCATION_NAMED_MOST)
        LL_ARRAY_PUSH(on->arena, &on->location->loose_titles, title);
}

/* Bytes of a sign that parts words there, or 0. */
static size_t sign_at(ll_view text, size_t at) {
    static const ll_view dashes[] = {LL_VIEW_INIT("\xE2\x80\x93"), LL_VIEW_INIT("\xE2\x80\x94")};
    ll_view rest = ll_view_slice(text, at, text.len);
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
        if (ll_view_starts(rest, dashes[i]))
            return dashes[i].len;
    return rest.len > 0 && strchr(" \t\r\n,;:()[]<>-/.'*" TITLE, rest.ptr[0]) ? 1 : 0;
}

/* The 5 of `Section 5, "X"`; `at` is behind it. */
static bool is_number_of_title(ll_view text, size_t at) {
    while (at < text.len && strchr(" ,:(", text.ptr[at]))
        at++;
    return at < text.len && text.ptr[at] == TITLE[0];
}

static bool names_lines(const ll_location *location) {
    for (uint32_t i = 0; i < location->named.len; i++)
        if (location->named.at[i].kind == LL_NAMED_LINES)
            return true;
    return false;
}

/* Whatever else stands there may stand for another place: "and elsewhere", "ff.", "2 more". So may
 * a line behind an "and", which says not where in a section it is. */
static bool says_more(const ll_location *location, ll_view text) {
    static const ll_view plain[] = {LL_VIEW_INIT("section"), LL_VIEW_INIT("sections"),
                                    LL_VIEW_INIT("in"),      LL_VIEW_INIT("inside"),
                                    LL_VIEW_INIT("within"),  LL_VIEW_INIT("the"),
                                    LL_VIEW_INIT("a"),       LL_VIEW_INIT("an"),
                                    LL_VIEW_INIT("of"),      LL_VIEW_INIT("widget")};
    bool joins = !names_lines(location), section = false;
    for (size_t at = 0, sign; at < text.len; at += sign) {
        size_t start = at;
        while (at < text.len && sign_at(text, at) == 0)
            at++;
        ll_view word = ll_view_slice(text, start, at);
        sign = sign_at(text, at);
        if (word.len == 0)
            continue;
        bool number = section && ll_is_digit(word.ptr[0]) && is_number_of_title(text, at);
        bool known = number || (joins && ll_view_equal_nocase(word, LL_VIEW("and")));
        for (size_t i = 0; i < sizeof plain / sizeof *plain && !known; i++)
            known = ll_view_equal_nocase(word, plain[i]);
        if (!known)
            return true;
        section = ll_view_starts_nocase(word, plain[0]);
    }
    return ll_view_find(text, LL_VIEW(".."), 0) != LL_VIEW_NONE;
}

ll_view ll_plan_place_of_title(ll_view title) {
    static const ll_view begins[] = {
        LL_VIEW_INIT("in "),     LL_VIEW_INIT("inside "),     LL_VIEW_INIT("within "),
        LL_VIEW_INIT("across "), LL_VIEW_INIT("throughout "), LL_VIEW_INIT("among "),
        LL_VIEW_INIT("every "),  LL_VIEW_INIT("each "),       LL_VIEW_INIT("both "),
        LL_VIEW_INIT("all "),    LL_VIEW_INIT("one of "),     LL_VIEW_INIT("some of ")};
    for (size_t at = 0; at < title.len; at++) {
        ll_view rest = ll_view_slice(title, at, title.len);
        bool inside = at > 0 && ll_is_alnum(title.ptr[at - 1]);
        for (size_t i = 0; i < sizeof begins / sizeof *begins && !inside; i++)
            if (ll_view_starts_nocase(rest, begins[i]))
                return rest;
    }
    return LL_VIEW("");
}

static void read_words(ll_location *location, ll_view text) {
    static const ll_view plan[] = {LL_VIEW_INIT("plan"), LL_VIEW_INIT("plan's"),
                                   LL_VIEW_INIT("planning"), LL_VIEW_INIT("outline")};
    static const ll_view elsewhere[] = {
        LL_VIEW_INIT("widget"),    LL_VIEW_INIT("widgets"), LL_VIEW_INIT("notebook"),
        LL_VIEW_INIT("notebooks"), LL_VIEW_INIT("cell"),    LL_VIEW_INIT("cells"),
        LL_VIEW_INIT("tsx"),       LL_VIEW_INIT("jsx"),     LL_VIEW_INIT("ts"),
        LL_VIEW_INIT("ipynb"),     LL_VIEW_INIT("md"),      LL_VIEW_INIT("py"),
        LL_VIEW_INIT("css"),       LL_VIEW_INIT("record"),
    };
    /* The lesson's own file, and any other. */
    static const ll_view own[] = {
        LL_VIEW_INIT("whole file"),  LL_VIEW_INIT("entire file"), LL_VIEW_INIT("this file"),
        LL_VIEW_INIT("lesson file"), LL_VIEW_INIT("file header"), LL_VIEW_INIT("of file"),
        LL_VIEW_INIT("of the file"),
    };
    static const ll_view file[] = {LL_VIEW_INIT("file")};
    static const ll_view absent[] = {
        LL_VIEW_INIT("missing"), LL_VIEW_INIT("absent"),  LL_VIEW_INIT("no"),
        LL_VIEW_INIT("not"),     LL_VIEW_INIT("none"),    LL_VIEW_INIT("nowhere"),
        LL_VIEW_INIT("should"),  LL_VIEW_INIT("would"),   LL_VIEW_INIT("planned"),
        LL_VIEW_INIT("removed"), LL_VIEW_INIT("without"), LL_VIEW_INIT("lacks"),
    };
    static const ll_view many[] = {
        LL_VIEW_INIT("throughout"), LL_VIEW_INIT("everywhere"), LL_VIEW_INIT("multiple"),
        LL_VIEW_INIT("several"),    LL_VIEW_INIT("various"),    LL_VIEW_INIT("many"),
        LL_VIEW_INIT("across"),     LL_VIEW_INIT("e.g"),        LL_VIEW_INIT("others"),
    };
    static const ll_view beside[] = {
        LL_VIEW_INIT("after"),     LL_VIEW_INIT("before"),      LL_VIEW_INIT("below"),
        LL_VIEW_INIT("above"),     LL_VIEW_INIT("beneath"),     LL_VIEW_INIT("underneath"),
        LL_VIEW_INIT("between"),   LL_VIEW_INIT("following"),   LL_VIEW_INIT("follows"),
        LL_VIEW_INIT("preceding"), LL_VIEW_INIT("precedes"),    LL_VIEW_INIT("near"),
        LL_VIEW_INIT("next to"),   LL_VIEW_INIT("beside"),      LL_VIEW_INIT("behind"),
        LL_VIEW_INIT("outside"),   LL_VIEW_INIT("surrounding"), LL_VIEW_INIT("adjacent"),
        LL_VIEW_INIT("onwards"),   LL_VIEW_INIT("under"),       LL_VIEW_INIT("past"),
    };
    location->beside = LL_VIEW_HAS_WORD(text, beside);
    location->many = LL_VIEW_HAS_WORD(text, many);
    location->of_plan = LL_VIEW_HAS_WORD(text, plan);
    location->elsewhere |= LL_VIEW_HAS_WORD(text, elsewhere) ||
                           (LL_VIEW_HAS_WORD(text, file) && !LL_VIEW_HAS_WORD(text, own));
    location->absent = LL_VIEW_HAS_WORD(text, absent);
    location->more |= says_more(location, text);
}

ll_location ll_plan_location(ll_arena *arena, ll_view text) {
    ll_location location = {.more = text.len > LL_LOCATION_MOST};
    text = ll_view_cut(text, LL_LOCATION_MOST);
    reader on = {arena, &location, text, 0, {.arena = arena, .most = (size_t)2 * LL_LOCATION_MOST}};
    while (on.at < text.len) {
        look_for_title(&on);
        if (!read_quoted(&on) && !read_tag(&on) && !read_lines(&on) && !read_bare(&on))
            ll_buffer_add_byte(&on.words, text.ptr[on.at++]);
    }
    read_words(&location, ll_buffer_view(&on.words));
    return location;
}
