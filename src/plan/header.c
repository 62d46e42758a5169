/* The header: title, keys, slug, load. */
#include "plan/build.h"

/* A rule right below the header lines makes them a heading to Markdown. */
static bool is_underlined_keys(const ll_plan_builder *b, const ll_block *block) {
    ll_view key, value;
    return block->kind == LL_BLOCK_HEADING && ll_build_line(b, block).offset == block->text_start &&
           ll_build_label(ll_build_text(b, block), &key, &value);
}

/* The header ends at the first rule or at the first heading below the title. */
static uint32_t header_end(const ll_plan_builder *b) {
    bool titled = false;
    for (uint32_t i = 0; i < b->markdown->blocks.len; i++) {
        const ll_block *block = ll_build_block(b, i);
        if (block->kind == LL_BLOCK_RULE && i > 0)
            return i;
        if (block->kind != LL_BLOCK_HEADING)
            continue;
        if (is_underlined_keys(b, block))
            return i + 1;
        if (block->level > 1 || titled)
            return i;
        titled = true;
    }
    return b->markdown->blocks.len;
}

/* Offset of the next `**Key:**` in `text` at or after `from`, or text.len. */
static size_t next_key(ll_view text, size_t from, ll_view *key, size_t *behind) {
    while ((from = ll_view_find(text, LL_VIEW("**"), from)) != LL_VIEW_NONE) {
        ll_view rest = ll_view_slice(text, from, text.len);
        ll_view value;
        if (ll_build_label(rest, key, &value)) {
            *behind = text.len - value.len;
            return from;
        }
        /* Stars that close a bold word open nothing: step over the pair. */
        ll_view inside;
        from = ll_build_bold(rest, &inside, &value) ? text.len - value.len : from + 2;
    }
    return text.len;
}

/* A value without the signs that join it to the next key. */
static ll_view value_of(const ll_plan_builder *b, ll_view text) {
    const ll_view middle_dot = LL_VIEW("\xC2\xB7");
    text = ll_view_trim(text);
    for (;;) {
        size_t sign = ll_view_ends(text, middle_dot)                            ? 2
                      : text.len > 0 && strchr("|,;\\", text.ptr[text.len - 1]) ? 1
                                                                                : 0;
        if (sign == 0)
            return ll_build_plain(b, text);
        text = ll_view_trim(ll_view_slice(text, 0, text.len - sign));
    }
}

static void add_keys(ll_plan_builder *b, const ll_block *block) {
    ll_view text = ll_build_text(b, block);
    ll_view key, following;
    size_t behind = 0, next_behind = 0;
    size_t at = next_key(text, 0, &key, &behind);
    while (at < text.len) {
        size_t next = next_key(text, behind, &following, &next_behind);
        ll_header_key *entry = LL_ARRAY_ADD(b->arena, &b->plan->keys);
        entry->key = ll_build_plain(b, key);
        entry->value = value_of(b, ll_view_slice(text, behind, next));
        uint32_t start = block->text_start + (uint32_t)at;
        entry->place = ll_build_place(b, start, block->text_start + (uint32_t)next);
        at = next;
        key = following;
        behind = next_behind;
    }
}

static const ll_header_key *find_key(const ll_plan *plan, ll_view name) {
    for (uint32_t i = 0; i < plan->keys.len; i++)
        if (ll_view_equal_nocase(plan->keys.at[i].key, name))
            return &plan->keys.at[i];
    return NULL;
}

static ll_view stem_of(ll_view path) {
    size_t start = path.len;
    while (start > 0 && path.ptr[start - 1] != '/' && path.ptr[start - 1] != '\\')
        start--;
    ll_view name = ll_view_slice(path, start, path.len);
    return ll_view_ends(name, LL_VIEW(".md")) ? ll_view_slice(name, 0, name.len - 3) : name;
}

/* Whether a slug is still to be given. */
static bool is_placeholder(ll_view slug) {
    static const char *const words[] = {"...", "none", "tba", "tbd", "todo", "\xE2\x80\xA6", "?"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (ll_view_equal_nocase(slug, ll_view_of(words[i])))
            return true;
    return ll_plan_is_nothing(slug);
}

/* The first word: a comment may follow it. */
static ll_view slug_word(ll_view value) {
    value = ll_build_unquote(value);
    size_t end = 0;
    while (end < value.len && !ll_is_blank(value.ptr[end]) && value.ptr[end] != '(')
        end++;
    return ll_build_unquote(ll_view_slice(value, 0, end));
}

bool ll_plan_is_generic_stem(ll_view stem) {
    static const char *const names[] = {"<stdin>", "index", "lesson-plan", "plan", "readme"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (ll_view_equal_nocase(stem, ll_view_of(names[i])))
            return true;
    return stem.len == 0;
}

/* The slug that a title begins with, "two-tides -- Lesson Planning Document", or an empty view. */
static ll_view slug_of_title(ll_view title) {
    bool dashed = false;
    size_t end = 0;
    for (; end < title.len && !ll_is_blank(title.ptr[end]); end++) {
        char c = title.ptr[end];
        if (!ll_is_lower(c) && !ll_is_digit(c) && (c != '-' || end == 0))
            return LL_VIEW("");
        dashed |= c == '-';
    }
    return dashed && title.ptr[end - 1] != '-' ? ll_view_slice(title, 0, end) : LL_VIEW("");
}

static void find_slug(ll_plan_builder *b) {
    const ll_header_key *key = find_key(b->plan, LL_VIEW("slug"));
    if (!key)
        key = find_key(b->plan, LL_VIEW("lesson slug"));
    if (key) {
        ll_view slug = slug_word(key->value);
        b->plan->slug = is_placeholder(slug) ? LL_VIEW("") : slug;
        b->plan->slug_place = key->place;
    }
    b->plan->has_slug = b->plan->slug.len > 0;
    b->plan->stem = stem_of(b->plan->source->path);
    if (!b->plan->has_slug && ll_plan_is_generic_stem(b->plan->stem))
        b->plan->slug = slug_of_title(b->plan->title);
    if (b->plan->slug.len == 0)
        b->plan->slug = b->plan->stem;
}

/* Where the word stands by itself in this very case, or LL_VIEW_NONE, which is past every place. */
static size_t find_load_word(ll_view text, ll_load load) {
    ll_view word = ll_view_of(ll_load_name(load));
    size_t at = ll_view_find_word(text, word, 0);
    while (at != LL_VIEW_NONE && !ll_view_starts(ll_view_slice(text, at, text.len), word))
        at = ll_view_find_word(text, word, at + 1);
    return at;
}

ll_load ll_build_load_word(ll_view text) {
    ll_load found = LL_LOAD_UNKNOWN;
    size_t first = LL_VIEW_NONE;
    for (int load = LL_LOAD_BUILD; load <= LL_LOAD_CONSOLIDATE; load++) {
        size_t at = find_load_word(text, (ll_load)load);
        if (at < first) {
            first = at;
            found = (ll_load)load;
        }
    }
    return found;
}

static void find_load(ll_plan *plan) {
    for (uint32_t i = 0; i < plan->keys.len && plan->load == LL_LOAD_UNKNOWN; i++) {
        ll_view key = plan->keys.at[i].key;
        bool tells = ll_view_equal_nocase(key, LL_VIEW("type")) ||
                     ll_view_starts_nocase(key, LL_VIEW("lesson type")) ||
                     ll_view_starts_nocase(key, LL_VIEW("cognitive load")) ||
                     ll_view_starts_nocase(key, LL_VIEW("load"));
        if (tells)
            plan->load = ll_build_load_word(plan->keys.at[i].value);
    }
}

static void find_title(ll_plan_builder *b) {
    for (uint32_t i = 0; i < b->markdown->blocks.len; i++) {
        const ll_block *block = ll_build_block(b, i);
        if (block->kind != LL_BLOCK_HEADING || block->level != 1)
            continue;
        b->plan->title = ll_build_plain(b, ll_build_text(b, block));
        return;
    }
    b->plan->title = LL_VIEW("");
}

void ll_build_header(ll_plan_builder *b) {
    find_title(b);
    b->header_blocks = header_end(b);
    for (uint32_t i = 0; i < b->header_blocks; i++) {
        const ll_block *block = ll_build_block(b, i);
        if (block->kind == LL_BLOCK_PARAGRAPH || block->kind == LL_BLOCK_ITEM ||
            is_underlined_keys(b, block))
            add_keys(b, block);
    }
    find_slug(b);
    find_load(b->plan);
}
