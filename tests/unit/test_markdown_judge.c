/* markdown: the blocks are those that md4c finds in the whole document. */
#include <md4c.h>
#include <stdio.h>
#include <string.h>

#include "support.h"

#include "base/buffer.h"
#include "markdown/markdown.h"
#include "markdown/skeleton.h"

enum { SIGNS_MOST = 4096, DOCUMENTS = 20000, LINES_MOST = 7 };

/* The blocks of a document as one sign each, in order. */
typedef struct signs {
    char at[SIGNS_MOST];
    size_t len;
    bool item_opens; /* an item has begun and nothing of it was seen */
    bool in_text;    /* the text of a tight item, which has no paragraph around it */
    int depth;       /* of paragraphs, headings, code, tables */
} signs;

static void add(signs *to, char sign) {
    assert_true(to->len < SIGNS_MOST);
    to->at[to->len++] = sign;
}

static const char leaves[] = {
    [MD_BLOCK_HR] = 'r', [MD_BLOCK_H] = 'h',     [MD_BLOCK_CODE] = 'c',
    [MD_BLOCK_P] = 'p',  [MD_BLOCK_TABLE] = 't', [MD_BLOCK_HTML] = '<',
};

static int enter(MD_BLOCKTYPE type, void *detail, void *context) {
    signs *to = context;
    to->in_text = false;
    if (type == MD_BLOCK_LI) {
        add(to, 'i');
        to->item_opens = true;
        return 0;
    }
    if (type == MD_BLOCK_UL || type == MD_BLOCK_OL || type == MD_BLOCK_QUOTE)
        to->item_opens = false;
    if ((size_t)type >= sizeof leaves || !leaves[type])
        return 0;
    to->depth++;
    if (type == MD_BLOCK_P && to->item_opens) {
        to->item_opens = false;
        return 0;
    }
    to->item_opens = false;
    add(to, leaves[type]);
    if (type == MD_BLOCK_H)
        add(to, (char)('0' + ((MD_BLOCK_H_DETAIL *)detail)->level));
    return 0;
}

static int leave(MD_BLOCKTYPE type, void *detail, void *context) {
    (void)detail;
    signs *to = context;
    to->in_text = to->item_opens = false;
    if ((size_t)type < sizeof leaves && leaves[type])
        to->depth--;
    return 0;
}

static int span(MD_SPANTYPE type, void *detail, void *context) {
    (void)type;
    (void)detail;
    (void)context;
    return 0;
}

static int text(MD_TEXTTYPE type, const MD_CHAR *bytes, MD_SIZE size, void *context) {
    (void)type;
    (void)bytes;
    (void)size;
    signs *to = context;
    if (to->depth > 0 || to->in_text)
        return 0;
    if (!to->item_opens)
        add(to, 'p');
    to->item_opens = false;
    to->in_text = true;
    return 0;
}

static void judge(signs *out, ll_view document) {
    const MD_PARSER parser = {
        .flags = MD_FLAG_TABLES,
        .enter_block = enter,
        .leave_block = leave,
        .enter_span = span,
        .leave_span = span,
        .text = text,
    };
    assert_int_equal(md_parse(document.ptr, (MD_SIZE)document.len, &parser, out), 0);
}

/* Number of quote marks at the start of the line that holds `offset`. */
static uint32_t quotes(ll_view text, uint32_t offset) {
    uint32_t at = offset, count = 0;
    while (at > 0 && text.ptr[at - 1] != '\n' && text.ptr[at - 1] != '\r')
        at--;
    for (; at < text.len && strchr("> \t", text.ptr[at]); at++)
        count += text.ptr[at] == '>';
    return count;
}

/* Tables that follow a line of text directly, as GitHub has them, are text to md4c. */
static bool follows_text(const ll_markdown *markdown, uint32_t index) {
    const ll_block *table = &markdown->blocks.at[index];
    if (index == 0 || table->kind != LL_BLOCK_TABLE)
        return false;
    const ll_block *before = &markdown->blocks.at[index - 1];
    ll_view source = markdown->source->text;
    ll_view between = ll_view_slice(source, before->end, table->start);
    bool behind_text = (before->kind == LL_BLOCK_PARAGRAPH || before->kind == LL_BLOCK_ITEM) &&
                       before->text_end > before->text_start;
    return behind_text && quotes(source, before->end) == quotes(source, table->start) &&
           (ll_view_equal(between, LL_VIEW("\n")) || ll_view_equal(between, LL_VIEW("\r\n")) ||
            ll_view_equal(between, LL_VIEW("\r")));
}

static void read(signs *out, ll_arena *arena, ll_view document) {
    static const char kinds[] = {'h', 'p', 'i', 't', 'c', '<', 'r'};
    ll_source *source;
    ll_markdown *markdown;
    ll_error error = {0};
    assert_int_equal(ll_source_from(&source, arena, LL_VIEW("x.md"), document, &error), LL_OK);
    assert_int_equal(ll_markdown_parse(&markdown, arena, source, &error), LL_OK);
    uint32_t end = 0;
    for (uint32_t i = 0; i < markdown->blocks.len; i++) {
        const ll_block *block = &markdown->blocks.at[i];
        if (!follows_text(markdown, i))
            add(out, kinds[block->kind]);
        if (block->kind == LL_BLOCK_HEADING)
            add(out, (char)('0' + block->level));
        bool ordered = block->start >= end && block->end >= block->start &&
                       block->text_start >= block->start && block->text_end <= block->end &&
                       block->text_end >= block->text_start && block->end <= document.len;
        if (!ordered)
            print_error("block %u of:\n%.*s\n", i, LL_VIEW_ARG(document));
        assert_true(ordered);
        end = block->end;
    }
}

/* Everything that can begin a line, open or close a block. */
static const char *const pieces[] = {
    "word",    "# head",    "##",        "- item",      "-",
    "* ",      "+ x",       "1. one",    "2. two",      "7)",
    "> quote", ">",         "```",       "``` c",       "~~~~",
    "---",     "***",       "- - -",     "===",         "| a | b |",
    "|---|",   "---|---",   "---|--- |", ":---: | ---", "<div>",
    "</div>",  "<!-- a",    "b -->",     "<?x",         "y?>",
    "<script", "</style>",  "<a b='c'>", "<a b=",       "<!DOC",
    "]]>",     "    ind",   "  two",     "\tt",         "",
    "",        "- # h",     "- ```",     "- - x",       "> - y",
    "1. - z",  "-   ",      "`code`",    "**bold**",    "- [ ] do",
    "![CDATA", "<![CDATA[", "####### ",  "_ _ _",       "12345678901. x",
    "# #",     "#hash",     "* * x",     "-- -",        "``` `",
    "- > q",   "   - w",    "     - v",
};

static uint32_t next_random(uint32_t *state) {
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

static size_t random_document(char *document, size_t room, uint32_t *state) {
    static const char *const indents[] = {"", "", "", "", "  ", "   ", "    ", "> ", "- "};
    static const char *const ends[] = {"\n", "\n", "\n", "\n\n", "\r\n", "\r"};
    size_t len = 0;
    uint32_t lines = 1 + next_random(state) % LINES_MOST;
    for (uint32_t i = 0; i < lines; i++)
        len += (size_t)snprintf(document + len, room - len, "%s%s%s",
                                indents[next_random(state) % (sizeof indents / sizeof *indents)],
                                pieces[next_random(state) % (sizeof pieces / sizeof *pieces)],
                                ends[next_random(state) % (sizeof ends / sizeof *ends)]);
    return len;
}

/* The document with a blank line wherever ours puts one to end a table as GitHub does. */
static ll_view with_parts(ll_arena *arena, ll_view document) {
    ll_skeleton skeleton = {0};
    ll_buffer out = {.arena = arena, .most = document.len * 3 + 1};
    ll_skeleton_build(&skeleton, arena, document);
    size_t at = 0;
    for (uint32_t i = 0; i < skeleton.lines.len; i++) {
        if (!skeleton.lines.at[i].parted)
            continue;
        ll_buffer_add(&out, ll_view_slice(document, at, skeleton.lines.at[i].start));
        ll_buffer_add_cstring(&out, "\r\n"); /* behind \r, \n alone would be no line end */
        at = skeleton.lines.at[i].start;
    }
    ll_buffer_add(&out, ll_view_slice(document, at, document.len));
    return ll_buffer_view(&out);
}

TEST(random_documents_have_md4cs_blocks) {
    USE_ARENA;
    uint32_t state = 2024;
    for (int i = 0; i < DOCUMENTS; i++) {
        char document[1024];
        size_t len = random_document(document, sizeof document, &state);
        ll_view view = ll_arena_copy(arena, (ll_view){document, len});
        signs expected = {0};
        signs seen = {0};
        judge(&expected, with_parts(arena, view));
        read(&seen, arena, view);
        if (strcmp(seen.at, expected.at) != 0)
            print_error("document %d:\n%s\n", i, document);
        assert_string_equal(seen.at, expected.at);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(random_documents_have_md4cs_blocks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
