/* Counting two spellings of one character. */
#include "check/encoding.h"
#include "check/mend.h"

typedef struct tally {
    ll_check *check;
    const ll_spellings *spellings;
    LL_ARRAY(ll_view) uses[2]; /* as they stand in the source */
} tally;

/* Counts one use of a spelling: `source` in the file, rendered bytes [start, end). */
static void count(tally *seen, const ll_passage *passage, int spelling, ll_view source,
                  uint32_t start, uint32_t end) {
    const ll_spellings *spellings = seen->spellings;
    if (!spellings->counts || spellings->counts(seen->check->facts->lesson, passage, start, end))
        LL_ARRAY_PUSH(seen->check->arena, &seen->uses[spelling], source);
}

static void count_entity(tally *seen, const ll_passage *passage, const ll_piece *piece,
                         uint32_t end) {
    ll_view source =
        ll_tsx_text(seen->check->facts->tsx, piece->source, piece->source + piece->source_length);
    ll_view shown = ll_view_slice(seen->check->facts->lesson->rendered, piece->rendered, end);
    for (int spelling = 0; spelling < 2; spelling++)
        if (ll_view_equal(source, seen->spellings->source[spelling]) ||
            ll_view_equal(shown, seen->spellings->shown[spelling]))
            count(seen, passage, spelling, source, piece->rendered, end);
}

static void count_raw(tally *seen, const ll_passage *passage, const ll_piece *piece) {
    ll_view text =
        ll_tsx_text(seen->check->facts->tsx, piece->source, piece->source + piece->source_length);
    for (int spelling = 0; spelling < 2; spelling++) {
        ll_view wanted = seen->spellings->source[spelling];
        if (wanted.ptr[0] == '&')
            continue;
        for (size_t at = 0; (at = ll_view_find(text, wanted, at)) != LL_VIEW_NONE; at += wanted.len)
            count(seen, passage, spelling, ll_view_slice(text, at, at + wanted.len),
                  piece->rendered + (uint32_t)at, piece->rendered + (uint32_t)(at + wanted.len));
    }
}

static void count_passage(tally *seen, const ll_passage *passage) {
    const ll_lesson *lesson = seen->check->facts->lesson;
    for (uint32_t i = passage->first_piece; i < passage->after_piece; i++) {
        const ll_piece *piece = &lesson->pieces.at[i];
        bool last = i + 1 == passage->after_piece;
        if (piece->origin == LL_ORIGIN_ENCODED)
            count_entity(seen, passage, piece, last ? passage->end : piece[1].rendered);
        else if (piece->origin == LL_ORIGIN_TEXT)
            count_raw(seen, passage, piece);
    }
}

/* The place of a use in the source. */
static uint32_t place(const tally *seen, ll_view use) {
    return ll_source_offset(seen->check->facts->tsx->source, use);
}

/* Writes every rarer one as the first of the others is. */
static void mend(const tally *seen, int rarer, ll_edits *edits) {
    if (seen->uses[rarer].len > LL_EDITS_MOST)
        return;
    for (uint32_t i = 0; i < seen->uses[rarer].len; i++) {
        ll_view use = seen->uses[rarer].at[i];
        uint32_t start = place(seen, use);
        ll_mend_put(edits, seen->check, start, start + (uint32_t)use.len, seen->uses[!rarer].at[0],
                    seen->spellings->safety);
    }
}

static void report(tally *seen) {
    int rarer = seen->uses[0].len < seen->uses[1].len ? 0 : 1;
    ll_view use = seen->uses[rarer].at[0];
    uint32_t start = place(seen, use);
    ll_edits edits = {0};
    mend(seen, rarer, &edits);
    ll_value values[] = {
        {"rarer", use},
        {"usual", seen->uses[!rarer].at[0]},
        {"count", ll_arena_format(seen->check->arena, "%u", seen->uses[!rarer].len)},
        {0}};
    ll_check_report(seen->check,
                    &(ll_report){.range = ll_lesson_range(start, start + (uint32_t)use.len),
                                 .subject = seen->spellings->source[rarer],
                                 .values = values,
                                 .edits = &edits});
}

void ll_encoding_check(ll_check *check, const ll_spellings *spellings) {
    const ll_lesson *lesson = check->facts->lesson;
    tally seen = {.check = check, .spellings = spellings};
    for (uint32_t i = 0; i < lesson->passages.len; i++) {
        const ll_passage *passage = &lesson->passages.at[i];
        if (passage->kind == LL_PASSAGE_PROSE || passage->kind == LL_PASSAGE_SVG)
            count_passage(&seen, passage);
    }
    check->outcome.checked += seen.uses[0].len + seen.uses[1].len;
    if (seen.uses[0].len > 0 && seen.uses[1].len > 0)
        report(&seen);
}
