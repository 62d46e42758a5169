/* Building the skeleton. */
#include "markdown/skeleton.h"

#include "base/buffer.h"

enum {
    LINE_MOST = LL_SKELETON_PREFIX_MOST + LL_SKELETON_HTML_MOST + 128,
    RUN_MOST = 64,    /* of a fence or rule: longer ones are cut to this */
    NUMBER_MOST = 9,  /* digits of a list number (CommonMark) */
    HTML_OPENING = 9, /* length of <![CDATA[ */
    TAB_COLUMNS = 4,
    CODE_COLUMNS = 4,    /* indentation of code */
    BYTES_PER_LINE = 64, /* guesses for the first allocation */
    SKELETON_SHARE = 6
};

/* The ends that an HTML block may be waiting for. */
static const ll_view enders[] = {
    LL_VIEW_INIT("-->"),      LL_VIEW_INIT("?>"),          LL_VIEW_INIT(">"),
    LL_VIEW_INIT("]]>"),      LL_VIEW_INIT("</pre>"),      LL_VIEW_INIT("</script>"),
    LL_VIEW_INIT("</style>"), LL_VIEW_INIT("</textarea>"),
};

enum { ENDERS = sizeof enders / sizeof *enders, COMMENT_ENDER = 1, RAW_TEXT_ENDERS = 0xF0 };

static const struct {
    ll_view opening;
    unsigned waits; /* bits of `enders` */
} openings[] = {
    {LL_VIEW_INIT("<!--"), COMMENT_ENDER},
    {LL_VIEW_INIT("<?"), 2},
    {LL_VIEW_INIT("<![CDATA["), 8},
    {LL_VIEW_INIT("<!"), 4},
    {LL_VIEW_INIT("<pre"), RAW_TEXT_ENDERS},
    {LL_VIEW_INIT("<script"), RAW_TEXT_ENDERS},
    {LL_VIEW_INIT("<style"), RAW_TEXT_ENDERS},
    {LL_VIEW_INIT("<textarea"), RAW_TEXT_ENDERS},
};

typedef struct builder {
    ll_skeleton *skeleton;
    ll_arena *arena;
    ll_buffer out;  /* with room for the skeleton of one more line */
    uint32_t plain; /* lines in a row of which only one `x` is left */
    unsigned waits; /* ends that an HTML block may be waiting for; too many do no harm */
    size_t fence;   /* length of the fence that is open, as far as lines tell; 0: none is */
    char fence_mark;
    uint32_t quotes;  /* marks in front of the latest line */
    uint32_t columns; /* in front of the delimiter row of the table */
    bool text;        /* the latest line may head a table or be a row of one */
    bool html;        /* an HTML block may go on until a blank line */
    bool table;       /* it is the delimiter row or a row of a table */
} builder;

static void put(builder *to, ll_view text) {
    memcpy(to->out.ptr + to->out.len, text.ptr, text.len);
    to->out.len += text.len;
}

static void put_byte(builder *to, char byte) {
    to->out.ptr[to->out.len++] = byte;
}

static bool is_space(char c) {
    return c == ' ' || c == '\t';
}

static size_t run_length(ll_view text, char c) {
    size_t len = 0;
    while (len < text.len && text.ptr[len] == c)
        len++;
    return len;
}

static ll_view from(ll_view text, size_t start) {
    return ll_view_slice(text, start, text.len);
}

/* Length of a bullet or list number at the start of `text`, 0 when there is none. */
static size_t marker_length(ll_view text) {
    if (text.len == 0)
        return 0;
    size_t len = 0;
    if (text.ptr[0] == '-' || text.ptr[0] == '*' || text.ptr[0] == '+') {
        len = 1;
    } else {
        while (len < text.len && len <= NUMBER_MOST && ll_is_digit(text.ptr[len]))
            len++;
        if (len == 0 || len > NUMBER_MOST || len == text.len ||
            (text.ptr[len] != '.' && text.ptr[len] != ')'))
            return 0;
        len++;
    }
    return len == text.len || is_space(text.ptr[len]) ? len : 0;
}

bool ll_skeleton_marker(ll_view text, size_t *start, size_t *end) {
    size_t at = 0;
    while (at < text.len && (is_space(text.ptr[at]) || text.ptr[at] == '>'))
        at++;
    size_t len = marker_length(from(text, at));
    *start = at;
    *end = at + len;
    return len > 0;
}

/* What stands in front of a line's content. */
typedef struct lead {
    size_t content; /* where that begins */
    size_t kept;    /* the first bytes, which the skeleton keeps */
    uint32_t quotes;
    uint32_t columns;
    bool marker; /* a bullet or number */
} lead;

/* Indentation and markers. A marker at the end of the line is content: it stands for an empty item,
 * or underlines a heading. */
static lead read_lead(ll_view line) {
    lead seen = {0};
    size_t width = 0;
    while (seen.content < line.len) {
        char c = line.ptr[seen.content];
        bool marker = !is_space(c) && c != '>';
        size_t len = marker ? marker_length(from(line, seen.content)) : 1;
        if (len == 0 || (marker && seen.content + len == line.len))
            break;
        bool room = width < LL_SKELETON_PREFIX_MOST;
        if (!room && !is_space(c))
            break;
        seen.content += len;
        seen.kept = room ? seen.content : seen.kept;
        seen.quotes += c == '>';
        seen.marker |= marker;
        seen.columns += c == '\t' ? TAB_COLUMNS - seen.columns % TAB_COLUMNS : (uint32_t)len;
        width += c == '\t' ? TAB_COLUMNS : len;
    }
    return seen;
}

uint32_t ll_skeleton_delimiter(ll_view text) {
    text = ll_view_trim(text);
    size_t at = 0;
    uint32_t columns = 0;
    bool sure = text.len > 0 && text.ptr[0] == '|'; /* dashes alone underline a heading */
    at += sure;
    while (at < text.len) {
        while (at < text.len && is_space(text.ptr[at]))
            at++;
        sure = sure || (at < text.len && text.ptr[at] == ':');
        at += at < text.len && text.ptr[at] == ':';
        size_t dashes = run_length(from(text, at), '-');
        if (dashes == 0)
            return 0;
        at += dashes;
        sure = sure || (at < text.len && text.ptr[at] == ':');
        at += at < text.len && text.ptr[at] == ':';
        while (at < text.len && is_space(text.ptr[at]))
            at++;
        columns++;
        if (at == text.len)
            break;
        if (text.ptr[at++] != '|')
            return 0;
        sure = true;
    }
    return sure ? columns : 0;
}

/* Rules, underlines and empty bullets are judged by all their bytes. */
static void put_rule(builder *to, ll_view content) {
    size_t at = 0;
    while (at < content.len && strchr("-=_*+ \t", content.ptr[at]))
        at++;
    if (at == content.len)
        put(to, ll_view_slice(content, 0, content.len < RUN_MOST ? content.len : RUN_MOST));
    else if (ll_skeleton_delimiter(content) > 0)
        put(to, LL_VIEW("|---|"));
    else
        put(to, LL_VIEW("x"));
}

static void put_delimiter(builder *to, ll_view content) {
    put(to, ll_skeleton_delimiter(content) > 0 ? LL_VIEW("|---|") : LL_VIEW("x"));
}

static void put_heading(builder *to, ll_view content) {
    size_t level = run_length(content, '#');
    bool heading = level <= 6 && (level == content.len || is_space(content.ptr[level]));
    if (heading) {
        put(to, ll_view_slice(content, 0, level));
        put(to, LL_VIEW(" "));
    }
    put(to, LL_VIEW("x"));
}

static void put_fence(builder *to, ll_view content) {
    char mark = content.ptr[0];
    size_t run = run_length(content, mark);
    if (run < 3) {
        put(to, LL_VIEW("x"));
        return;
    }
    put(to, ll_view_slice(content, 0, run < RUN_MOST ? run : RUN_MOST));
    ll_view info = ll_view_trim(from(content, run));
    if (info.len > 0)
        put(to, LL_VIEW("x"));
    if (mark == '`' && ll_view_find_byte(info, '`', 0) != LL_VIEW_NONE)
        put(to, LL_VIEW("`"));
}

static void put_number(builder *to, ll_view content) {
    size_t len = marker_length(content);
    bool empty_item = len > 0 && ll_view_trim(from(content, len)).len == 0;
    put(to, empty_item ? ll_view_slice(content, 0, len) : LL_VIEW("x"));
}

/* Whether a line is a whole tag needs all of it. `[` is of no account there and dear inline. */
static void put_html(builder *to, ll_view content) {
    size_t start = to->out.len;
    size_t len = content.len < LL_SKELETON_HTML_MOST ? content.len : LL_SKELETON_HTML_MOST;
    put(to, ll_view_slice(content, 0, len));
    for (size_t i = HTML_OPENING; i < len; i++)
        if (to->out.ptr[start + i] == '[')
            to->out.ptr[start + i] = ';';
    for (size_t i = 0; i < sizeof openings / sizeof *openings; i++)
        if (ll_view_starts_nocase(content, openings[i].opening)) {
            to->waits |= openings[i].waits;
            break;
        }
}

/* Any of the raw text ends closes any raw text block. */
static void put_enders(builder *to, ll_view content) {
    bool cut = content.ptr[0] != '<' || content.len > LL_SKELETON_HTML_MOST;
    for (unsigned i = 0; i < ENDERS; i++) {
        unsigned bit = 1u << i;
        if (!(to->waits & bit) || ll_view_find_nocase(content, enders[i], 0) == LL_VIEW_NONE)
            continue;
        to->waits &= ~(bit & RAW_TEXT_ENDERS ? (unsigned)RAW_TEXT_ENDERS : bit);
        if (cut)
            put(to, enders[i]);
    }
}

static void put_content(builder *to, ll_view content) {
    static void (*const kinds[256])(builder *, ll_view) = {
        ['#'] = put_heading, ['`'] = put_fence,     ['~'] = put_fence,     ['<'] = put_html,
        ['-'] = put_rule,    ['='] = put_rule,      ['_'] = put_rule,      ['*'] = put_rule,
        ['+'] = put_rule,    ['|'] = put_delimiter, [':'] = put_delimiter, ['0'] = put_number,
        ['1'] = put_number,  ['2'] = put_number,    ['3'] = put_number,    ['4'] = put_number,
        ['5'] = put_number,  ['6'] = put_number,    ['7'] = put_number,    ['8'] = put_number,
        ['9'] = put_number,
    };
    if (content.len == 0)
        return;
    void (*kind)(builder *, ll_view) = kinds[(unsigned char)content.ptr[0]];
    if (kind)
        kind(to, content);
    else
        put_byte(to, 'x');
    if (to->waits)
        put_enders(to, content);
}

/* Elements that open an HTML block wherever they stand in their line. */
static const char *const html_blocks[] = {
    "address", "article",  "aside",    "base",     "basefont", "blockquote", "body",
    "caption", "center",   "col",      "colgroup", "dd",       "details",    "dialog",
    "dir",     "div",      "dl",       "dt",       "fieldset", "figcaption", "figure",
    "footer",  "form",     "frame",    "frameset", "h1",       "h2",         "h3",
    "h4",      "h5",       "h6",       "head",     "header",   "hr",         "html",
    "iframe",  "legend",   "li",       "link",     "main",     "menu",       "menuitem",
    "nav",     "noframes", "ol",       "optgroup", "option",   "p",          "param",
    "pre",     "script",   "section",  "source",   "style",    "summary",    "table",
    "tbody",   "td",       "textarea", "tfoot",    "th",       "thead",      "title",
    "tr",      "track",    "ul",
};

static bool is_html_block_name(ll_view name) {
    for (size_t i = 0; i < sizeof html_blocks / sizeof *html_blocks; i++)
        if (ll_view_equal_nocase(name, ll_view_of(html_blocks[i])))
            return true;
    return false;
}

/* Whether the line opens an HTML block: a declaration, a comment, one of those elements, or a tag
 * that is alone in its line. */
static bool opens_html(ll_view content) {
    if (content.len < 3 || content.ptr[0] != '<')
        return false;
    if (content.ptr[1] == '?' || content.ptr[1] == '!')
        return true;
    size_t start = content.ptr[1] == '/' ? 2 : 1;
    size_t end = start;
    while (end < content.len && (ll_is_alnum(content.ptr[end]) || content.ptr[end] == '-'))
        end++;
    bool ends = end == content.len || is_space(content.ptr[end]) || content.ptr[end] == '>' ||
                content.ptr[end] == '/';
    if (end == start || !ends || !ll_is_letter(content.ptr[start]))
        return false;
    if (is_html_block_name(ll_view_slice(content, start, end)))
        return true;
    return ll_view_find_byte(content, '>', 0) == ll_view_trim(content).len - 1;
}

static bool opens_heading(ll_view content) {
    size_t level = run_length(content, '#');
    return level > 0 && level <= 6 && (level == content.len || is_space(content.ptr[level]));
}

/* Length of the fence that opens here, 0 when none does. */
static size_t opens_fence(ll_view content) {
    char mark = content.ptr[0];
    size_t run = mark == '`' || mark == '~' ? run_length(content, mark) : 0;
    bool code = mark == '`' && ll_view_find_byte(from(content, run), '`', 0) != LL_VIEW_NONE;
    return run >= 3 && !code ? run : 0;
}

static bool closes_fence(const builder *to, ll_view content) {
    size_t run = run_length(content, to->fence_mark);
    return run >= to->fence && ll_view_trim(from(content, run)).len == 0;
}

/* Whether a comment ends on this line: its HTML block ends there, too, and what follows may be a
 * table. */
static bool closes_comment(const builder *to, ll_view content) {
    bool open = to->html ? to->waits & COMMENT_ENDER : ll_view_starts(content, LL_VIEW("<!--"));
    return open && ll_view_find(content, LL_VIEW("-->"), 0) != LL_VIEW_NONE;
}

/* GitHub ends a table at a heading, a fence, an HTML block, indented code and items of any number;
 * to md4c they would be rows. So a blank line is put in front of them. Where a table is only
 * thought to be, this does little harm: most of them end a paragraph, too, and lines of code are
 * counted with the blank. */
static bool parts_table(builder *to, lead seen, ll_view content) {
    bool behind = to->text && seen.quotes == to->quotes;
    bool behind_text = behind && !seen.marker;
    bool heading = content.len > 0 && opens_heading(content);
    to->quotes = seen.quotes;
    to->text = content.len > 0 && !heading;
    if (to->fence) {
        to->fence = to->text && closes_fence(to, content) ? 0 : to->fence;
        to->text = false;
        return false;
    }
    bool html = to->text && opens_html(content);
    to->fence = to->text ? opens_fence(content) : 0;
    to->fence_mark = to->fence ? content.ptr[0] : 0;
    bool row = to->table && behind_text && content.len > 0;
    bool code = seen.columns >= to->columns + CODE_COLUMNS;
    bool item = to->table && behind && seen.marker;
    bool parts = item || (row && (heading || html || to->fence || code));
    bool delimiter = !row && behind_text && !to->html && ll_skeleton_delimiter(content) > 0;
    to->table = (row && !parts) || delimiter;
    to->columns = delimiter ? seen.columns : to->columns;
    bool closed = closes_comment(to, content);
    to->html = content.len > 0 && (html || to->html) && !closed;
    to->text = to->text && !closed;
    return parts;
}

/* Takes back what the lines between the first and the last plain one have put: they say no more
 * than these, and a table of `x` alone is as dear to md4c as one of text. Such a line begins where
 * the last one does. */
static bool repeats(builder *to, size_t start, bool parted) {
    bool plain = to->out.len == start + 1 && to->out.ptr[start] == 'x';
    to->plain = !plain ? 0 : parted ? 1 : to->plain + 1;
    return to->plain > 2;
}

static void add_line(builder *to, ll_view text, size_t start, size_t end) {
    ll_view line = ll_view_slice(text, start, end);
    ll_line *entry = LL_ARRAY_ADD(to->arena, &to->skeleton->lines);
    ll_buffer_reserve(&to->out, LINE_MOST);
    lead seen = read_lead(line);
    bool parted = parts_table(to, seen, from(line, seen.content));
    if (parted)
        put_byte(to, '\n');
    size_t skeleton = to->out.len;
    *entry = (ll_line){(uint32_t)start, (uint32_t)end, (uint32_t)(start + seen.content),
                       (uint32_t)skeleton, parted};
    put(to, ll_view_slice(line, 0, seen.kept));
    put_content(to, from(line, seen.content));
    if (repeats(to, skeleton, parted)) {
        entry->skeleton = entry[-1].skeleton;
        to->out.len = skeleton;
    } else {
        put_byte(to, '\n');
    }
}

void ll_skeleton_build(ll_skeleton *skeleton, ll_arena *arena, ll_view text) {
    size_t guess = text.len / SKELETON_SHARE + LINE_MOST;
    builder to = {.skeleton = skeleton, .arena = arena};
    to.out = (ll_buffer){.arena = arena, .most = SIZE_MAX / 4, .cap = guess};
    skeleton->lines.cap = (uint32_t)(text.len / BYTES_PER_LINE + 64);
    skeleton->lines.at = LL_ARENA_ARRAY(arena, ll_line, skeleton->lines.cap);
    to.out.ptr = ll_arena_alloc(arena, guess);
    bool has_cr = ll_view_find_byte(text, '\r', 0) != LL_VIEW_NONE;
    for (size_t start = 0; start < text.len;) {
        size_t end = ll_view_line_end(text, start, has_cr);
        bool last = end == LL_VIEW_NONE;
        add_line(&to, text, start, last ? text.len : end);
        start = last ? text.len : ll_view_next_line_start(text, end);
    }
    skeleton->text = ll_buffer_view(&to.out);
}
