/* Choosing edits, making them, and judging what came of it. */
#include "fix/fix.h"

#include "base/buffer.h"

#include <stdlib.h>

/* What the edits chosen so far do to a byte of a document. */
enum { TAKEN = 1, BEGUN = 2 };

/* By document; NULL until one of its findings is looked at. */
typedef struct chosen_bytes {
    unsigned char *at[LL_DOCUMENTS_MOST];
} chosen_bytes;

/* Touching edits go together, two that begin at the same byte do not. */
static bool overlaps(const unsigned char *bytes, const ll_edit *edit) {
    if (bytes[edit->offset])
        return true;
    for (uint32_t i = 1; i < edit->length; i++)
        if (bytes[edit->offset + i])
            return true;
    return false;
}

static bool fits(const unsigned char *bytes, const ll_edits *edits) {
    for (uint32_t i = 0; i < edits->len; i++)
        if (overlaps(bytes, &edits->at[i]))
            return false;
    return true;
}

static void take(unsigned char *bytes, const ll_edits *edits) {
    for (uint32_t i = 0; i < edits->len; i++) {
        bytes[edits->at[i].offset] |= BEGUN;
        for (uint32_t k = 0; k < edits->at[i].length; k++)
            bytes[edits->at[i].offset + k] |= TAKEN;
    }
}

void ll_fix_choose(ll_fix_choice *choice, ll_arena *arena, const ll_result *result,
                   bool (*wanted)(const void *context, const ll_finding *finding),
                   const void *context) {
    chosen_bytes chosen = {{NULL}};
    for (uint32_t i = 0; i < result->findings.len; i++) {
        const ll_finding *finding = &result->findings.at[i];
        if (finding->edits.len == 0 || !wanted(context, finding))
            continue;
        ll_document document = finding->range.document;
        if (!chosen.at[document])
            chosen.at[document] = LL_ARENA_ARRAY(arena, unsigned char,
                                                 result->facts->sources[document]->text.len + 1);
        if (!fits(chosen.at[document], &finding->edits))
            continue;
        take(chosen.at[document], &finding->edits);
        LL_ARRAY_PUSH(arena, choice, i);
    }
}

static int compare_edits(const void *a, const void *b) {
    uint32_t left = ((const ll_edit *)a)->offset, right = ((const ll_edit *)b)->offset;
    return (left > right) - (left < right);
}

/* The edits of a document in its order. */
static void collect(ll_edits *edits, ll_arena *arena, const ll_result *result,
                    const ll_fix_choice *choice, const bool *made, ll_document document) {
    for (uint32_t i = 0; i < choice->len; i++) {
        const ll_finding *finding = &result->findings.at[choice->at[i]];
        if (!made[i] || finding->range.document != document)
            continue;
        for (uint32_t k = 0; k < finding->edits.len; k++)
            LL_ARRAY_PUSH(arena, edits, finding->edits.at[k]);
    }
    if (edits->len > 0)
        qsort(edits->at, edits->len, sizeof *edits->at, compare_edits);
}

ll_view ll_fix_apply(ll_arena *arena, const ll_result *result, const ll_fix_choice *choice,
                     const bool *made, ll_document document, ll_view bytes) {
    ll_edits edits = {0};
    collect(&edits, arena, result, choice, made, document);
    ll_buffer out = {.arena = arena, .most = LL_SOURCE_MOST};
    size_t at = 0, mark = result->facts->sources[document]->bom;
    for (uint32_t i = 0; i < edits.len; i++) {
        ll_buffer_add(&out, ll_view_slice(bytes, at, edits.at[i].offset + mark));
        ll_buffer_add(&out, edits.at[i].text);
        at = edits.at[i].offset + edits.at[i].length + mark;
    }
    ll_buffer_add(&out, ll_view_slice(bytes, at, bytes.len));
    ll_buffer_add_byte(&out, '\0');
    return ll_view_slice(ll_buffer_view(&out), 0, out.len - 1);
}

/* A document that could be scanned and cannot be any more. */
static bool is_broken(const ll_result *before, const ll_result *behind) {
    return before->facts->lesson && !behind->facts->lesson;
}

bool ll_fix_is_better(ll_arena *arena, const ll_result *before, const ll_result *behind,
                      const ll_fix_choice *choice, const bool *made) {
    uint32_t *mended = LL_ARENA_ARRAY(arena, uint32_t, before->rules->len + 1u);
    for (uint32_t i = 0; i < choice->len; i++)
        mended[before->findings.at[choice->at[i]].rule] += made[i];
    if (is_broken(before, behind))
        return false;
    for (uint32_t i = 0; i < before->rules->len; i++) {
        uint32_t was = before->outcomes[i].failed, is = behind->outcomes[i].failed;
        if (!before->rules->at[i]->history && is + mended[i] > was)
            return false;
    }
    return true;
}
