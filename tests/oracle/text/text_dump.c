/* Prints the passages of TSX files, one a line, for the comparison with React. The file names come
 * one a line from standard input. */
#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "lesson/lesson.h"

enum { LINE_MOST = 4096 };
#define ARENA_MOST ((size_t)1 << 32)

typedef struct job {
    ll_arena *arena;
    const char *path;
} job;

/* As a JSON string. */
static void print_text(ll_view text) {
    putchar('"');
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.ptr[i];
        if (c < 0x20 || c == 0x7F)
            printf("\\u%04x", c);
        else if (c == '"' || c == '\\')
            printf("\\%c", c);
        else
            putchar(c);
    }
    putchar('"');
}

/* The text without the blanks that only classes make, which React does not know. */
static ll_view text_of(ll_arena *arena, const ll_lesson *lesson, const ll_passage *passage) {
    ll_buffer out = {.arena = arena, .most = LL_SOURCE_MOST};
    for (uint32_t i = passage->first_piece; i < passage->after_piece; i++) {
        const ll_piece *piece = &lesson->pieces.at[i];
        uint32_t end = i + 1 < passage->after_piece ? piece[1].rendered : passage->end;
        if (piece->origin != LL_ORIGIN_SPACE)
            ll_buffer_add(&out, ll_view_slice(lesson->rendered, piece->rendered, end));
    }
    return ll_buffer_view(&out);
}

/* P: text of an element; S: an attribute or a string; C: code or maths. */
static char letter_of(ll_passage_kind kind) {
    if (kind == LL_PASSAGE_PROSE || kind == LL_PASSAGE_SVG)
        return 'P';
    return kind == LL_PASSAGE_CODE || kind == LL_PASSAGE_MATH ? 'C' : 'S';
}

static void dump(void *context) {
    job *work = context;
    ll_source *source;
    ll_error error;
    printf("F\t%s\n", work->path);
    if (ll_source_read(&source, work->arena, ll_view_of(work->path), &error) != LL_OK) {
        printf("X\t%s\n", error.text);
        return;
    }
    const ll_lesson *lesson = ll_lesson_parse(work->arena, source);
    if (source->fault_count > 0) {
        printf("X\tbytes that are replaced\n");
        return;
    }
    if (lesson->tsx->fault) {
        printf("X\t%s\n", lesson->tsx->fault);
        return;
    }
    for (uint32_t i = 0; i < lesson->passages.len; i++) {
        const ll_passage *passage = &lesson->passages.at[i];
        printf("%c\t%u\t", letter_of(passage->kind), lesson->tsx->nodes.at[passage->node].start);
        print_text(text_of(work->arena, lesson, passage));
        putchar('\n');
    }
}

int main(void) {
    static char path[LINE_MOST];
    job work = {.arena = ll_arena_new(ARENA_MOST), .path = path};
    int status = work.arena ? 0 : 1;
    while (status == 0 && fgets(path, sizeof path, stdin)) {
        path[strcspn(path, "\n")] = '\0';
        ll_error error = {0};
        if (ll_arena_guard(work.arena, dump, &work, &error) != LL_OK) {
            fprintf(stderr, "%s: %s\n", path, error.text);
            status = 1;
        }
        ll_arena_reset(work.arena);
    }
    ll_arena_free(work.arena);
    return status;
}
