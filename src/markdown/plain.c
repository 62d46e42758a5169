/* The plain text of inline Markdown. */
#include "markdown/markdown.h"

#include "base/buffer.h"
#include "base/step.h"
#include "text/entities.h"

#include <md4c.h>

/* A no-break space keeps md4c from reading a snippet as a heading, list or fence. */
#define GUARD "\xC2\xA0"

static bool inside_word(ll_view text, size_t at) {
    return at > 0 && ll_is_alnum(text.ptr[at - 1]) && at + 1 < text.len &&
           ll_is_alnum(text.ptr[at + 1]);
}

/* What a byte needs to be part of a mark: for some another one of its kind. */
enum { ALONE = 1, STAR, TICK, TILDE, UNDERSCORE, LINK, TAG, ENTITY, ESCAPE };

static const unsigned char needs[256] = {
    ['*'] = STAR, ['`'] = TICK,   ['~'] = TILDE,   ['_'] = UNDERSCORE, [']'] = LINK,
    ['<'] = TAG,  ['&'] = ENTITY, ['\\'] = ESCAPE, ['\n'] = ALONE,     ['\r'] = ALONE,
};

/* Whether the byte at `at` makes a mark, with those of `seen` before it. */
static bool makes_mark(ll_view text, size_t at, unsigned seen) {
    unsigned need = needs[(unsigned char)text.ptr[at]];
    char next = at + 1 < text.len ? text.ptr[at + 1] : ' ';
    switch (need) {
    case ALONE:
        return true;
    case LINK:
        return next == '(';
    case TAG:
        return ll_is_letter(next) || next == '/' || next == '!' || next == '?';
    case ENTITY:
        return ll_is_letter(next) || next == '#';
    case ESCAPE:
        return !ll_is_blank(next) && !ll_is_alnum(next);
    default:
        return (seen >> need & 1) && !(need == UNDERSCORE && inside_word(text, at));
    }
}

/* The bytes of a step that may need something: those, and a few that are rare in prose. */
static uint64_t may_need(ll_step step) {
    static const char each[] = {'*', '&', '<', '`', '~'};
    ll_step eighths = ll_step_and(step, ll_step_of((char)0xF8));
    ll_step found = ll_step_or(ll_step_same(eighths, ll_step_of('\n' & 0xF8)),
                               ll_step_same(eighths, ll_step_of('_' & 0xF8))); /* \ ] _ */
    for (size_t i = 0; i < sizeof each; i++)
        found = ll_step_or(found, ll_step_same(step, ll_step_of(each[i])));
    return ll_step_places(found);
}

/* The next byte at or behind `at` that needs something, or the end. The last step sees some bytes a
 * second time. */
static size_t next_need(ll_view text, size_t at) {
    while (text.len >= sizeof(ll_step) && at < text.len) {
        size_t last = text.len - sizeof(ll_step);
        size_t step = at < last ? at : last;
        uint64_t found = ll_step_behind(may_need(ll_step_at(text.ptr + step)), at - step);
        at = found ? at + ll_step_first(found) : step + sizeof(ll_step);
        if (found && needs[(unsigned char)text.ptr[at]])
            return at;
        at += found != 0;
    }
    while (at < text.len && !needs[(unsigned char)text.ptr[at]])
        at++;
    return at;
}

/* Whether md4c could read a mark in `text`; false is certain. */
static bool has_mark(ll_view text) {
    unsigned seen = 0;
    for (size_t i = 0; (i = next_need(text, i)) < text.len; i++) {
        if (makes_mark(text, i, seen))
            return true;
        unsigned need = needs[(unsigned char)text.ptr[i]];
        if (need != UNDERSCORE || !inside_word(text, i))
            seen |= 1u << need;
    }
    return false;
}

static int block(MD_BLOCKTYPE type, void *detail, void *context) {
    (void)type;
    (void)detail;
    (void)context;
    return 0;
}

static int span(MD_SPANTYPE type, void *detail, void *context) {
    (void)type;
    (void)detail;
    (void)context;
    return 0;
}

/* &#123; or &#x1F; md4c has checked the form. */
static uint32_t numeric_entity(ll_view digits) {
    bool hex = digits.len > 0 && (digits.ptr[0] == 'x' || digits.ptr[0] == 'X');
    uint32_t value = 0;
    for (size_t i = hex; i < digits.len && value <= 0x10FFFF; i++) {
        char c = ll_to_lower(digits.ptr[i]);
        value = value * (hex ? 16 : 10) + (uint32_t)(ll_is_digit(c) ? c - '0' : c - 'a' + 10);
    }
    return value;
}

/* A name that is not known stays as it is written. */
static void put_entity(ll_buffer *to, ll_view entity) {
    ll_view name = ll_view_slice(entity, 1, entity.len - 1);
    if (name.ptr[0] == '#') {
        ll_buffer_add_code_point(to, numeric_entity(ll_view_slice(name, 1, name.len)));
        return;
    }
    const ll_html5_entity *known = ll_html5_entity_find(name);
    if (!known) {
        ll_buffer_add(to, entity);
        return;
    }
    ll_buffer_add_code_point(to, known->codes[0]);
    if (known->codes[1])
        ll_buffer_add_code_point(to, known->codes[1]);
}

/* A comment is not shown and <br> is a line end; any other tag is most likely the name of a
 * component, which the author wants to be read. */
static void put_html(ll_buffer *to, ll_view html) {
    if (ll_view_starts(html, LL_VIEW("<!--")))
        return;
    if (ll_view_starts_nocase(html, LL_VIEW("<br")) && html.len > 3 && !ll_is_alnum(html.ptr[3]))
        ll_buffer_add_byte(to, ' ');
    else
        ll_buffer_add(to, html);
}

static int text(MD_TEXTTYPE type, const MD_CHAR *bytes, MD_SIZE size, void *context) {
    ll_buffer *to = context;
    if (type == MD_TEXT_ENTITY)
        put_entity(to, (ll_view){bytes, size});
    else if (type == MD_TEXT_HTML)
        put_html(to, (ll_view){bytes, size});
    else if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR)
        ll_buffer_add_byte(to, ' ');
    else
        ll_buffer_add(to, (ll_view){bytes, size});
    return 0;
}

/* What stands before a line end and is not shown: blanks, and the backslash of a hard break. */
static size_t drop_break(const char *room, size_t len) {
    while (len > 0 && ll_is_blank(room[len - 1]))
        len--;
    size_t slashes = 0;
    while (slashes < len && room[len - slashes - 1] == '\\')
        slashes++;
    return len - slashes % 2;
}

/* The text behind the guard, in one line: a line end and the blanks around it, a backslash before
 * it and quote marks behind it become one blank. */
static ll_view one_line(char *room, ll_view inline_text) {
    memcpy(room, GUARD, sizeof GUARD - 1);
    size_t len = sizeof GUARD - 1;
    bool breaks = false;
    for (size_t i = 0; i < inline_text.len; i++) {
        char c = inline_text.ptr[i];
        bool line_end = c == '\n' || c == '\r';
        if (line_end && !breaks) {
            len = drop_break(room, len);
            room[len++] = ' ';
        }
        breaks = line_end || (breaks && (ll_is_blank(c) || c == '>'));
        if (!breaks)
            room[len++] = c;
    }
    return (ll_view){room, len};
}

static bool is_mark(ll_view text, size_t at) {
    char c = text.ptr[at];
    return (unsigned char)c < 0x80 && !ll_is_alnum(c) && !ll_is_blank(c);
}

/* Whether some tilde can end struck text. md4c takes any that has no blank before it, so that the
 * tilde of "(~9" would end what that of "~7 or" opens. */
static bool may_strike(ll_view text) {
    for (size_t i = 1; i < text.len; i++) {
        if (text.ptr[i] != '~' || ll_is_blank(text.ptr[i - 1]))
            continue;
        size_t behind = i;
        while (behind < text.len && text.ptr[behind] == '~')
            behind++;
        bool free = behind == text.len || ll_is_blank(text.ptr[behind]) || is_mark(text, behind);
        if (!is_mark(text, i - 1) || free)
            return true;
        i = behind;
    }
    return false;
}

ll_view ll_markdown_plain(ll_arena *arena, ll_view inline_text) {
    if (inline_text.len > LL_MARKDOWN_PLAIN_MOST || !has_mark(inline_text))
        return inline_text;
    MD_PARSER parser = {
        .flags = may_strike(inline_text) ? MD_FLAG_STRIKETHROUGH : 0,
        .enter_block = block,
        .leave_block = block,
        .enter_span = span,
        .leave_span = span,
        .text = text,
    };
    /* Six bytes for the five of `&nGt;` is the most that plain text grows: the room is enough, and
     * nothing jumps out of md4c, which would lose its memory. */
    size_t room = inline_text.len / 5 * 6 + 5 + sizeof GUARD;
    char *bytes = ll_arena_alloc(arena, room * 2);
    ll_view snippet = one_line(bytes + room, inline_text);
    ll_buffer to = {.arena = arena, .most = room, .ptr = bytes, .cap = room};
    if (md_parse(snippet.ptr, (MD_SIZE)snippet.len, &parser, &to) != 0)
        ll_arena_fail(arena, LL_E_MEMORY, "out of memory");
    size_t skip = sizeof GUARD - 1;
    return to.len <= skip ? LL_VIEW("") : (ll_view){to.ptr + skip, to.len - skip};
}

ll_view ll_markdown_cell_plain(const ll_markdown *markdown, ll_arena *arena, const ll_row *row,
                               uint32_t index) {
    ll_view cell = ll_markdown_cell(markdown, row, index);
    if (!has_mark(cell)) /* such a pipe is one */
        return ll_view_trim(cell);
    if (ll_view_find(cell, LL_VIEW("\\|"), 0) != LL_VIEW_NONE) {
        char *bytes = ll_arena_alloc(arena, cell.len);
        size_t len = 0;
        for (size_t i = 0; i < cell.len; i++)
            if (cell.ptr[i] != '\\' || i + 1 == cell.len || cell.ptr[i + 1] != '|')
                bytes[len++] = cell.ptr[i];
        cell = (ll_view){bytes, len};
    }
    return ll_view_trim(ll_markdown_plain(arena, cell));
}
