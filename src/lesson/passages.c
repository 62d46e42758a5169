/* Writing rendered text, piece by piece. */
#include "lesson/parse.h"

#include "tsx/decode.h"

#include <assert.h>

static ll_passage *open_passage(ll_writer *writer) {
    assert(writer->open);
    return &writer->lesson->passages.at[writer->lesson->passages.len - 1];
}

void ll_writer_begin(ll_writer *writer, ll_passage_kind kind, uint32_t node) {
    assert(!writer->open);
    ll_lesson *lesson = writer->lesson;
    bool element = lesson->tsx->nodes.at[node].kind == LL_TSX_ELEMENT;
    ll_place_below place = element ? lesson->inside->below[node] : ll_place_of(lesson, node);
    LL_ARRAY_PUSH(writer->arena, &lesson->passages,
                  ((ll_passage){.kind = kind,
                                .start = (uint32_t)writer->out.len,
                                .first_piece = lesson->pieces.len,
                                .node = node,
                                .row = place.row,
                                .aside = (place.flags & LL_PLACE_ASIDE) != 0,
                                .details = (place.flags & LL_PLACE_DETAILS) != 0}));
    writer->open = true;
    writer->text = false;
    writer->space_pending = false;
}

void ll_writer_drop(ll_writer *writer) {
    ll_passage *passage = open_passage(writer);
    writer->out.len = passage->start;
    writer->lesson->pieces.len = passage->first_piece;
    writer->lesson->passages.len--;
    writer->open = false;
}

void ll_writer_end(ll_writer *writer) {
    if (!writer->open)
        return;
    if (!writer->text) {
        ll_writer_drop(writer);
        return;
    }
    ll_passage *passage = open_passage(writer);
    passage->end = (uint32_t)writer->out.len;
    passage->after_piece = writer->lesson->pieces.len;
    ll_buffer_add_byte(&writer->out, '\n');
    writer->open = false;
}

ll_view ll_writer_text(const ll_writer *writer) {
    uint32_t start = writer->lesson->passages.at[writer->lesson->passages.len - 1].start;
    return ll_view_slice(ll_buffer_view(&writer->out), start, writer->out.len);
}

static void add_piece(ll_writer *writer, uint32_t source, uint32_t length, ll_origin origin) {
    LL_ARRAY_PUSH(writer->arena, &writer->lesson->pieces,
                  ((ll_piece){(uint32_t)writer->out.len, source, length, origin}));
}

/* The blank of a margin or gap, unless a blank or nothing stands before it. */
static void settle_space(ll_writer *writer, uint32_t source) {
    if (!writer->space_pending)
        return;
    writer->space_pending = false;
    if (writer->out.len == open_passage(writer)->start ||
        ll_is_blank(writer->out.ptr[writer->out.len - 1]))
        return;
    add_piece(writer, source, 0, LL_ORIGIN_SPACE);
    ll_buffer_add_byte(&writer->out, ' ');
}

/* A passage of blanks alone is none; `&nbsp;` and `&ensp;` are blanks, too. */
static void note_text(ll_writer *writer, ll_view text) {
    for (size_t i = 0; i < text.len && !writer->text;) {
        size_t blank = ll_is_blank(text.ptr[i]) ? 1 : ll_jsx_wide_blank(text, i);
        writer->text = blank == 0;
        i += blank;
    }
}

/* The latest piece, when source byte `start` continues it. */
static ll_piece *continued(ll_writer *writer, uint32_t start, ll_origin origin) {
    ll_lesson *lesson = writer->lesson;
    if (lesson->pieces.len == open_passage(writer)->first_piece)
        return NULL;
    ll_piece *last = &lesson->pieces.at[lesson->pieces.len - 1];
    return last->origin == origin && last->source + last->source_length == start ? last : NULL;
}

void ll_writer_raw(ll_writer *writer, uint32_t start, uint32_t end, ll_origin origin) {
    if (start == end)
        return;
    settle_space(writer, start);
    ll_piece *last = continued(writer, start, origin);
    if (last)
        last->source_length += end - start;
    else
        add_piece(writer, start, end - start, origin);
    ll_view text = ll_tsx_text(writer->lesson->tsx, start, end);
    note_text(writer, text);
    ll_buffer_add(&writer->out, text);
}

typedef ll_decoded (*decode)(ll_view text, size_t at);

/* Copies up to each `mark`, which may begin an encoded character. */
static void write_decoded(ll_writer *writer, uint32_t start, uint32_t end, ll_origin origin,
                          char mark, decode step) {
    ll_view text = ll_tsx_text(writer->lesson->tsx, start, end);
    size_t from = 0;
    for (size_t at; (at = ll_view_find_byte(text, mark, from)) != LL_VIEW_NONE;) {
        ll_writer_raw(writer, start + (uint32_t)from, start + (uint32_t)at, origin);
        ll_decoded one = step(text, at);
        uint32_t source = start + (uint32_t)at;
        from = at + one.length;
        if (!one.encoded) {
            ll_writer_raw(writer, source, source + one.length, origin);
            continue;
        }
        settle_space(writer, source);
        add_piece(writer, source, one.length, LL_ORIGIN_ENCODED);
        size_t before = writer->out.len;
        for (uint32_t i = 0; i < one.count; i++)
            ll_buffer_add_code_point(&writer->out, one.codes[i]);
        note_text(writer, ll_view_slice(ll_buffer_view(&writer->out), before, writer->out.len));
        if (writer->out.len == before)
            writer->lesson->pieces.len--;
    }
    ll_writer_raw(writer, start + (uint32_t)from, end, origin);
}

void ll_writer_jsx(ll_writer *writer, uint32_t start, uint32_t end) {
    write_decoded(writer, start, end, LL_ORIGIN_TEXT, '&', ll_decode_jsx);
}

void ll_writer_javascript(ll_writer *writer, uint32_t start, uint32_t end, ll_origin origin) {
    write_decoded(writer, start, end, origin, '\\', ll_decode_javascript);
}

void ll_writer_blank(ll_writer *writer, uint32_t start, uint32_t end, ll_origin origin) {
    add_piece(writer, start, end - start, origin);
    ll_buffer_add_byte(&writer->out, ' ');
}

void ll_writer_placeholder(ll_writer *writer, uint32_t start, uint32_t end) {
    settle_space(writer, start);
    add_piece(writer, start, end - start, LL_ORIGIN_PLACEHOLDER);
    ll_buffer_add_cstring(&writer->out, LL_LESSON_PLACEHOLDER);
}
