/* What the components that a lesson imports show in its Rows: the words of their files. */
#include "facts/shown.h"

#include "base/buffer.h"
#include "facts/names.h"

_Static_assert(LL_WIDGETS_MOST <= 32, "a bit for each widget");

/* The words of one file, each once. */
typedef struct ll_widget_words {
    ll_stem_list lists[2]; /* without code and maths, and with them */
    bool known[2];
} ll_widget_words;

static const struct ll_imported *imported_by(ll_facts *facts) {
    uint32_t count;
    ll_facts_widgets(facts, &count);
    return facts->imported;
}

bool ll_shown_any(ll_facts *facts) {
    return imported_by(facts)->any;
}

uint32_t ll_shown_as(ll_facts *facts, uint32_t element) {
    const struct ll_imported *imported = imported_by(facts);
    return imported->any ? imported->of_name[ll_facts_name_of(facts, element)] : LL_SHOWS_NOTHING;
}

uint32_t ll_shown_by(ll_facts *facts, uint32_t element) {
    uint32_t widget = ll_shown_as(facts, element);
    return widget < LL_WIDGETS_MOST ? UINT32_C(1) << widget | facts->imported->shows[widget] : 0;
}

static bool has_content(const ll_tsx *tsx, uint32_t element) {
    for (uint32_t i = ll_tsx_first(tsx, element); i != LL_TSX_NONE; i = ll_tsx_next(tsx, i))
        if (tsx->nodes.at[i].kind != LL_TSX_ATTRIBUTE && tsx->nodes.at[i].kind != LL_TSX_COMMENT)
            return true;
    return false;
}

bool ll_shown_is_unseen(ll_facts *facts, uint32_t element) {
    uint32_t widget = ll_shown_as(facts, element);
    if (widget < LL_WIDGETS_MOST)
        return facts->imported->hides[widget];
    return widget == LL_SHOWS_UNSEEN && !has_content(facts->tsx, element);
}

/* The texts of a file, one after another. */
static ll_view texts_of(ll_arena *arena, const ll_lesson *file, bool code) {
    ll_buffer texts = {.arena = arena, .most = file->rendered.len + file->passages.len};
    for (uint32_t i = 0; i < file->passages.len; i++) {
        const ll_passage *passage = &file->passages.at[i];
        if (!code && !ll_passage_is_text(passage))
            continue;
        ll_buffer_add(&texts, ll_lesson_passage_text(file, passage));
        ll_buffer_add_byte(&texts, '\n');
    }
    return ll_buffer_view(&texts);
}

static const ll_stem_list *words_of(ll_facts *facts, uint32_t widget, bool code) {
    if (!facts->imported->words)
        facts->imported->words = LL_ARENA_ARRAY(facts->arena, ll_widget_words, LL_WIDGETS_MOST);
    ll_widget_words *words = &facts->imported->words[widget];
    const ll_lesson *file = facts->widgets[widget]->lesson;
    if (file && !words->known[code])
        ll_stems_distinct(ll_facts_stems(facts), texts_of(facts->arena, file, code),
                          &words->lists[code]);
    words->known[code] = true;
    return &words->lists[code];
}

bool ll_shown_add(ll_shown_walk *walk, uint32_t number, unsigned parts, uint32_t element) {
    uint32_t shown = ll_shown_by(walk->facts, element);
    uint64_t here = (uint64_t)number * (LL_INDEX_PARTS + 1) + parts + 1;
    for (uint32_t i = 0; shown >> i != 0; i++) {
        if (!(shown >> i & 1) || walk->latest[i] == here)
            continue;
        const ll_stem_list *words = words_of(walk->facts, i, walk->code);
        if (words->len > LL_LESSON_STEPS_MOST - walk->words)
            return false;
        walk->words += words->len;
        walk->latest[i] = here;
        ll_index_add_stems(walk->index, number, parts, words);
    }
    return true;
}

static void visit_outside(ll_shown_walk *walk, void (*visit)(void *walk, uint32_t element)) {
    ll_facts *facts = walk->facts;
    const ll_names *names = ll_facts_names(facts);
    for (uint32_t i = 0; i < names->elements.len; i++) {
        uint32_t element = names->elements.at[i].node;
        if (facts->imported->of_name[names->elements.at[i].name] != LL_SHOWS_NOTHING &&
            ll_lesson_row_at(facts->lesson, element) == LL_LESSON_NONE &&
            ll_lesson_in_root(facts->lesson, element))
            visit(walk, element);
    }
}

void ll_shown_rows(ll_shown_walk *walk, const ll_shown_visits *visits) {
    ll_facts *facts = walk->facts;
    bool any = ll_shown_any(facts);
    if (!facts->row_links)
        facts->row_links = ll_lesson_row_links(facts->lesson, facts->arena);
    ll_lesson_row_texts(facts->row_links, LL_LESSON_STEPS_MOST,
                        &(ll_row_sink){visits->text, any ? visits->component : NULL, walk});
    if (any)
        visit_outside(walk, visits->outside);
}
