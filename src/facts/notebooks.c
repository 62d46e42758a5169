/* Links of a lesson to notebooks, and which notebooks there are. */
#include "facts/facts.h"

#include <assert.h>

static const ll_view COLAB = LL_VIEW_INIT("colab.research.google.com");
static const ll_view ENDING = LL_VIEW_INIT(".ipynb");

/* An address has no blanks; one that has is prose or code that speaks of a notebook. The hole of a
 * template may hold some, behind the start of the address. */
static bool is_address(ll_view text) {
    bool blank = false;
    for (size_t i = 0; i < text.len && !blank; i++)
        blank = ll_is_blank(text.ptr[i]);
    return !blank || ll_view_starts(text, LL_VIEW("http"));
}

/* The file at the end of an address, with the folder behind "/blob/BRANCH/". */
static void read_path(ll_notebook_link *link, ll_view address) {
    size_t end = ll_view_find(address, ENDING, 0);
    if (end == LL_VIEW_NONE)
        return;
    ll_view path = ll_view_slice(address, 0, end + ENDING.len);
    ll_view name = ll_view_file_name(path);
    if (name.len == ENDING.len || ll_view_find_byte(name, '}', 0) != LL_VIEW_NONE ||
        ll_view_find_byte(name, '%', 0) != LL_VIEW_NONE)
        return;
    link->name = name;
    const ll_view blob = LL_VIEW("/blob/");
    size_t start = ll_view_find(path, blob, 0);
    if (start == LL_VIEW_NONE)
        return;
    start = ll_view_find_byte(path, '/', start + blob.len);
    if (start != LL_VIEW_NONE && start + 1 + name.len <= path.len)
        link->folder = ll_view_slice(path, start + 1, path.len - name.len);
}

/* Whether the word stands in the text once, and no second time. */
static bool stands_once(ll_view text, ll_view word) {
    uint32_t count = 0;
    for (size_t at = 0; (at = ll_view_find(text, word, at)) != LL_VIEW_NONE && count < 2;
         at += word.len) {
        size_t end = at + word.len;
        count += (at == 0 || !ll_is_name_byte(text.ptr[at - 1])) &&
                 (end == text.len || !ll_is_name_byte(text.ptr[end]));
    }
    return count == 1;
}

/* A constant that nothing in the file names, and no other file can: it leads nobody anywhere. */
static bool is_left_over(const ll_facts *facts, uint32_t index) {
    enum { LOOKED_FOR_MOST = 64 };
    const ll_tsx *tsx = facts->tsx;
    ll_view name = ll_tsx_lead(tsx, index);
    uint32_t declaration = ll_tsx_declaration_of(tsx, index);
    bool constant = tsx->nodes.at[index].sign == LL_SIGN_ASSIGN && name.len > 0 &&
                    tsx->nodes.at[index].parent == LL_TSX_NONE && declaration != LL_TSX_NONE &&
                    !tsx->declarations.at[declaration].exported;
    return constant && facts->links->all.len < LOOKED_FOR_MOST &&
           stands_once(tsx->source->text, name);
}

/* `…/blob/main/${FILE}`, whose one hole is a constant of the file, with what that holds. */
static ll_view with_constant(const ll_facts *facts, uint32_t node, ll_view text) {
    const ll_tsx *tsx = facts->tsx;
    uint32_t hole =
        tsx->nodes.at[node].kind == LL_TSX_TEMPLATE ? ll_tsx_first(tsx, node) : LL_TSX_NONE;
    if (hole == LL_TSX_NONE || tsx->nodes.at[hole].end != tsx->nodes.at[node].inner_end)
        return text;
    const ll_tsx_node *inside = &tsx->nodes.at[hole];
    ll_view name = ll_view_trim(ll_tsx_text(tsx, inside->inner_start, inside->inner_end));
    uint32_t literal = ll_lesson_constant(facts->lesson, name, node);
    if (literal == LL_LESSON_NONE)
        return text;
    ll_view before = ll_view_cut(text, inside->start - tsx->nodes.at[node].inner_start);
    ll_view value =
        ll_tsx_text(tsx, tsx->nodes.at[literal].inner_start, tsx->nodes.at[literal].inner_end);
    return ll_arena_format(facts->arena, "%.*s%.*s", LL_VIEW_ARG(before), LL_VIEW_ARG(value));
}

static void read_text(ll_facts *facts, uint32_t index) {
    uint32_t start = facts->tsx->nodes.at[index].inner_start;
    uint32_t end = facts->tsx->nodes.at[index].inner_end;
    ll_view text = with_constant(facts, index, ll_tsx_text(facts->tsx, start, end));
    bool named = ll_view_find(text, ENDING, 0) != LL_VIEW_NONE;
    if ((!named && ll_view_find(text, COLAB, 0) == LL_VIEW_NONE) || !is_address(text) ||
        is_left_over(facts, index))
        return;
    ll_notebook_link link = {.document = LL_DOCUMENT_LESSON, .start = start, .end = end};
    if (facts->tsx->nodes.at[index].kind != LL_TSX_ATTRIBUTE)
        link.holder = ll_tsx_lead(facts->tsx, index);
    read_path(&link, text);
    LL_ARRAY_PUSH(facts->arena, &facts->links->all, link);
}

/* Whether what stands in the braces is a constant before it, a link whose file is known. */
static bool is_known_link(const ll_facts *facts, ll_view braces) {
    ll_view name = braces.len < 2 ? braces : ll_view_slice(braces, 1, braces.len - 1);
    name = ll_view_trim(name);
    for (uint32_t i = 0; i < facts->links->all.len; i++) {
        const ll_notebook_link *link = &facts->links->all.at[i];
        if (link->name.len > 0 && name.len > 0 && ll_view_equal(link->holder, name))
            return true;
    }
    return false;
}

/* `href={links.notebook}`, `colabUrl={url}`: a value that is made elsewhere. */
static bool hides_link(const ll_facts *facts, uint32_t attribute) {
    const ll_tsx_node *node = &facts->tsx->nodes.at[attribute];
    ll_view name = ll_tsx_lead(facts->tsx, attribute), value;
    bool leads = ll_view_equal(name, LL_VIEW("href")) || ll_view_equal(name, LL_VIEW("to")) ||
                 ll_view_equal(name, LL_VIEW("url"));
    if (node->value != LL_TSX_EXPRESSION || node->parent == LL_TSX_NONE)
        return false;
    ll_view code = ll_tsx_text(facts->tsx, node->inner_start, node->inner_end);
    bool spoken = ll_plan_mentions_notebook(name) || (leads && ll_plan_mentions_notebook(code));
    return spoken && !is_known_link(facts, code) &&
           ll_lesson_prop(facts->lesson, facts->arena, node->parent, name, &value) == LL_UNSEEN;
}

/* `<NotebookLink …/>` of the lessons' own folders; of a package it is an icon. */
static bool is_link_component(ll_facts *facts, uint32_t element) {
    ll_view name = ll_tsx_lead(facts->tsx, element);
    if (ll_tsx_is_host(facts->tsx, element) || !ll_plan_mentions_notebook(name))
        return false;
    ll_view path = ll_facts_import(facts, name);
    return path.len > 0 && strchr(".@~/#", path.ptr[0]);
}

/* What stands in every node that is looked at, in the order of the document: most hold none of it,
 * and one search of the whole file is faster than one of each. */
typedef struct marks {
    ll_view text;
    size_t next[3]; /* of each word; LL_VIEW_NONE behind the last */
    size_t nearest; /* of these */
} marks;

static const ll_view mark_words[] = {LL_VIEW_INIT("notebook"), LL_VIEW_INIT("colab"),
                                     LL_VIEW_INIT(".ipynb")};

enum { MARKS = sizeof mark_words / sizeof *mark_words };

/* Whether one of them stands between two offsets; nothing before `start` is asked for any more. */
static bool is_marked(marks *in, uint32_t start, uint32_t end) {
    if (in->nearest >= end)
        return false;
    in->nearest = LL_VIEW_NONE;
    for (size_t i = 0; i < MARKS; i++) {
        while (in->next[i] < start)
            in->next[i] = ll_view_find_nocase(in->text, mark_words[i], in->next[i] + 1);
        in->nearest = in->next[i] < in->nearest ? in->next[i] : in->nearest;
    }
    return in->nearest < end;
}

static void read_node(ll_facts *facts, uint32_t index) {
    const ll_tsx_node *node = &facts->tsx->nodes.at[index];
    bool quoted = node->kind == LL_TSX_ATTRIBUTE && node->value == LL_TSX_QUOTED;
    if (quoted || node->kind == LL_TSX_STRING || node->kind == LL_TSX_TEMPLATE)
        read_text(facts, index);
    else if (node->kind == LL_TSX_ATTRIBUTE)
        facts->links->hidden |= hides_link(facts, index);
    else if (node->kind == LL_TSX_ELEMENT)
        facts->links->hidden |= is_link_component(facts, index);
}

static void read_file(ll_facts *facts) {
    facts->links = LL_ARENA_NEW(facts->arena, struct ll_notebook_links);
    marks in = {.text = facts->tsx->source->text};
    for (size_t i = 0; i < MARKS; i++)
        in.next[i] = ll_view_find_nocase(in.text, mark_words[i], 0);
    for (uint32_t i = 0; i < facts->tsx->nodes.len; i++)
        if (is_marked(&in, facts->tsx->nodes.at[i].start, facts->tsx->nodes.at[i].end))
            read_node(facts, i);
}

/* A part of the lesson in a file of its own may be the one that leads to the notebook. */
static void add_widgets(ll_facts *facts) {
    uint32_t count;
    ll_facts *const *widgets = ll_facts_widgets(facts, &count);
    for (uint32_t i = 0; i < count; i++) {
        if (!widgets[i]->lesson)
            continue;
        read_file(widgets[i]);
        facts->links->hidden |= widgets[i]->links->hidden;
        for (uint32_t k = 0; k < widgets[i]->links->all.len; k++) {
            ll_notebook_link link = widgets[i]->links->all.at[k];
            link.document = LL_DOCUMENTS + i;
            LL_ARRAY_PUSH(facts->arena, &facts->links->all, link);
        }
    }
}

const ll_notebook_links *ll_facts_notebook_links(ll_facts *facts) {
    assert(facts->lesson);
    if (facts->links)
        return facts->links;
    read_file(facts);
    add_widgets(facts);
    return facts->links;
}

static bool has_name(ll_view path, ll_view name) {
    return ll_view_equal(ll_view_file_name(path), name);
}

ll_answer ll_facts_notebook_exists(const ll_facts *facts, ll_view name) {
    if (!facts->around.knows_notebooks)
        return LL_UNKNOWN;
    for (uint32_t i = 0; i < facts->around.notebook_count; i++)
        if (has_name(facts->around.notebooks[i], name))
            return LL_YES;
    return LL_NO;
}

static bool begins_with_two_numbers(ll_view name) {
    size_t at = 0;
    for (int numbers = 0; numbers < 2; numbers++) {
        size_t start = at;
        while (at < name.len && ll_is_digit(name.ptr[at]))
            at++;
        if (at == start || at == name.len || name.ptr[at] != '-')
            return false;
        at++;
    }
    return true;
}

bool ll_facts_notebook_is_own(const ll_facts *facts, const ll_notebook_link *link) {
    if (link->name.len == 0)
        return false;
    if (begins_with_two_numbers(link->name))
        return true;
    for (uint32_t i = 0; i < facts->around.notebook_count && link->folder.len > 0; i++) {
        ll_view path = facts->around.notebooks[i];
        ll_view folder = ll_view_slice(path, 0, path.len - ll_view_file_name(path).len);
        if (ll_view_equal(folder, link->folder))
            return true;
    }
    return false;
}
