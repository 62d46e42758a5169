/* Unified diffs. Changes that fixes make are small and far apart: lines are compared one by one,
 * and where they differ the nearest place is looked for from which both texts go on alike. */
#include "fix/diff.h"

#include "base/array.h"

enum {
    AROUND = 3,       /* lines shown around a change */
    ALIKE = 2,        /* so many lines alike end a change; when as many lines came as went, one */
    LOOK_AHEAD = 400, /* lines that a change may have, in both texts together, to be told from the
                       * next */
};

typedef LL_ARRAY(ll_view) lines; /* with their ends */

/* Lines [start, end) of the text before are lines [start, end) of the one behind. */
typedef struct change {
    uint32_t before_start, before_end, behind_start, behind_end;
} change;

typedef LL_ARRAY(change) changes;

static void split(lines *out, ll_arena *arena, ll_view text) {
    for (size_t at = 0; at < text.len;) {
        size_t end = ll_view_find_byte(text, '\n', at);
        end = end == LL_VIEW_NONE ? text.len : end + 1;
        LL_ARRAY_PUSH(arena, out, ll_view_slice(text, at, end));
        at = end;
    }
}

/* Whether both go on alike: for so many lines, or to their ends. */
static bool goes_on(const lines *before, uint32_t i, const lines *behind, uint32_t k,
                    uint32_t count) {
    for (uint32_t n = 0; n < count; n++) {
        bool first_ends = i + n >= before->len, second_ends = k + n >= behind->len;
        if (first_ends || second_ends)
            return first_ends && second_ends;
        if (!ll_view_equal(before->at[i + n], behind->at[k + n]))
            return false;
    }
    return true;
}

/* Where a change that begins at its starts ends: with as few lines as possible. */
static void find_end(const lines *before, const lines *behind, change *one) {
    for (uint32_t sum = 1; sum <= LOOK_AHEAD; sum++)
        for (uint32_t added = 0; added <= sum; added++) {
            uint32_t i = one->before_start + sum - added, k = one->behind_start + added;
            uint32_t alike = 2 * added == sum ? 1 : ALIKE;
            if (i > before->len || k > behind->len || !goes_on(before, i, behind, k, alike))
                continue;
            one->before_end = i;
            one->behind_end = k;
            return;
        }
    one->before_end = before->len;
    one->behind_end = behind->len;
}

static void find_changes(changes *out, ll_arena *arena, const lines *before, const lines *behind) {
    for (uint32_t i = 0, k = 0; i < before->len || k < behind->len;) {
        if (i < before->len && k < behind->len && ll_view_equal(before->at[i], behind->at[k])) {
            i++;
            k++;
            continue;
        }
        change one = {.before_start = i, .behind_start = k};
        find_end(before, behind, &one);
        LL_ARRAY_PUSH(arena, out, one);
        i = one.before_end;
        k = one.behind_end;
    }
}

static void add_line(ll_buffer *out, char sign, ll_view line) {
    ll_buffer_add_byte(out, sign);
    ll_buffer_add(out, line);
    if (!ll_view_ends(line, LL_VIEW("\n")))
        ll_buffer_add_cstring(out, "\n\\ No newline at end of file\n");
}

static void add_lines(ll_buffer *out, char sign, const lines *from, uint32_t start, uint32_t end) {
    for (uint32_t i = start; i < end && i < from->len; i++)
        add_line(out, sign, from->at[i]);
}

/* "start,count" as patch reads it: an empty range stands behind the line before it. */
static void add_range(ll_buffer *out, char sign, uint32_t start, uint32_t end) {
    ll_buffer_add_format(out, " %c%u,%u", sign, (unsigned)(start + (end > start)),
                         (unsigned)(end - start));
}

/* Changes [first, last], which are near each other. */
static void add_hunk(ll_buffer *out, const lines *before, const lines *behind, const change *first,
                     const change *last) {
    uint32_t lead = first->before_start < AROUND ? first->before_start : AROUND;
    uint32_t left = before->len - last->before_end, trail = left < AROUND ? left : AROUND;
    ll_buffer_add_cstring(out, "@@");
    add_range(out, '-', first->before_start - lead, last->before_end + trail);
    add_range(out, '+', first->behind_start - lead, last->behind_end + trail);
    ll_buffer_add_cstring(out, " @@\n");
    uint32_t at = first->before_start - lead;
    for (const change *one = first; one <= last; one++) {
        add_lines(out, ' ', before, at, one->before_start);
        add_lines(out, '-', before, one->before_start, one->before_end);
        add_lines(out, '+', behind, one->behind_start, one->behind_end);
        at = one->before_end;
    }
    add_lines(out, ' ', before, at, last->before_end + trail);
}

/* A name as git and patch read it: in quotation marks when it holds what would end it, else with a
 * tab behind it, so that blanks are a part of it. */
static void add_name(ll_buffer *out, const char *sign, char side, ll_view path) {
    bool quoted = false;
    for (size_t i = 0; i < path.len; i++)
        quoted |= (unsigned char)path.ptr[i] < ' ' || path.ptr[i] == '"' || path.ptr[i] == '\\' ||
                  path.ptr[i] == 0x7F;
    while (path.len > 0 && path.ptr[0] == '/')
        path = ll_view_slice(path, 1, path.len);
    ll_buffer_add_format(out, "%s %s%c/", sign, quoted ? "\"" : "", side);
    for (size_t i = 0; i < path.len; i++) {
        unsigned char c = (unsigned char)path.ptr[i];
        if (c == '"' || c == '\\')
            ll_buffer_add_format(out, "\\%c", c);
        else if (c < ' ' || c == 0x7F)
            ll_buffer_add_format(out, "\\%03o", c);
        else
            ll_buffer_add_byte(out, (char)c);
    }
    ll_buffer_add_cstring(out, quoted                                            ? "\"\n"
                               : ll_view_find_byte(path, ' ', 0) == LL_VIEW_NONE ? "\n"
                                                                                 : "\t\n");
}

void ll_fix_diff(ll_buffer *out, ll_view path, ll_view before, ll_view behind) {
    lines old_lines = {0}, new_lines = {0};
    changes found = {0};
    if (ll_view_equal(before, behind))
        return;
    split(&old_lines, out->arena, before);
    split(&new_lines, out->arena, behind);
    find_changes(&found, out->arena, &old_lines, &new_lines);
    add_name(out, "---", 'a', path);
    add_name(out, "+++", 'b', path);
    for (uint32_t i = 0, last; i < found.len; i = last + 1) {
        last = i;
        while (last + 1 < found.len &&
               found.at[last + 1].before_start - found.at[last].before_end <= 2 * AROUND)
            last++;
        add_hunk(out, &old_lines, &new_lines, &found.at[i], &found.at[last]);
    }
}
