/* Prints the blocks of Markdown files, one a line, for the comparison with cmark-gfm. The file
 * names come one a line from standard input.
 *
 *   F path                                        a file; X message: it cannot be read
 *   B kind level first-line last-line number mark task "text"
 *   R line cells-that-GitHub-sees repaired ["cell", …] "as it stands"    a row of the table above
 *   P "plain text"                                of each line of the file, with --plain */
#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "markdown/markdown.h"

enum { LINE_MOST = 4096 };
#define ARENA_MOST ((size_t)1 << 32)

typedef struct job {
    ll_arena *arena;
    const char *path;
    bool plain; /* each line of the file is inline text of its own */
} job;

static const char *const kinds[] = {
    [LL_BLOCK_HEADING] = "heading", [LL_BLOCK_PARAGRAPH] = "paragraph", [LL_BLOCK_ITEM] = "item",
    [LL_BLOCK_TABLE] = "table",     [LL_BLOCK_CODE] = "code",           [LL_BLOCK_HTML] = "html",
    [LL_BLOCK_RULE] = "rule",
};

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

static unsigned line_of(const ll_markdown *markdown, uint32_t offset) {
    return (unsigned)ll_source_position((ll_source *)(uintptr_t)markdown->source, offset).line;
}

static void dump_rows(ll_arena *arena, const ll_markdown *markdown, const ll_block *table) {
    for (uint32_t i = 0; i < table->row_count; i++) {
        const ll_row *row = &markdown->rows.at[table->first_row + i];
        printf("R\t%u\t%u\t%d\t[", line_of(markdown, row->start), row->github_count, row->repaired);
        for (uint32_t k = 0; k < row->cell_count; k++) {
            printf("%s", k > 0 ? ", " : "");
            print_text(ll_markdown_cell_plain(markdown, arena, row, k));
        }
        printf("]\t");
        print_text(ll_view_slice(markdown->source->text, row->start, row->end));
        putchar('\n');
    }
}

static void dump_block(ll_arena *arena, const ll_markdown *markdown, const ll_block *block) {
    uint32_t last = block->end > block->start ? block->end - 1 : block->end;
    printf("B\t%s\t%u\t%u\t%u\t%u\t%c\t%c\t", kinds[block->kind], block->level,
           line_of(markdown, block->start), line_of(markdown, last), block->number,
           block->mark ? block->mark : '0',
           block->task == ' ' ? '_'
           : block->task      ? 'x'
                              : '0');
    bool text = block->kind <= LL_BLOCK_ITEM;
    print_text(text ? ll_markdown_plain(arena, ll_markdown_text(markdown, block)) : LL_VIEW(""));
    putchar('\n');
    if (block->kind == LL_BLOCK_TABLE)
        dump_rows(arena, markdown, block);
}

static void dump_plain(ll_arena *arena, ll_view text) {
    for (size_t at = 0; at < text.len;) {
        size_t end = ll_view_line_end(text, at, false);
        end = end == LL_VIEW_NONE ? text.len : end;
        printf("P\t");
        print_text(ll_markdown_plain(arena, ll_view_slice(text, at, end)));
        putchar('\n');
        at = end + 1;
    }
}

static void dump(void *context) {
    job *work = context;
    ll_source *source;
    ll_markdown *markdown;
    ll_error error;
    printf("F\t%s\n", work->path);
    ll_status status = ll_source_read(&source, work->arena, ll_view_of(work->path), &error);
    if (status == LL_OK && !work->plain)
        status = ll_markdown_parse(&markdown, work->arena, source, &error);
    if (status != LL_OK) {
        printf("X\t%s\n", error.text);
    } else if (work->plain) {
        dump_plain(work->arena, source->text);
    } else if (source->fault_count > 0) {
        printf("X\tbytes that are replaced\n");
    } else {
        for (uint32_t i = 0; i < markdown->blocks.len; i++)
            dump_block(work->arena, markdown, &markdown->blocks.at[i]);
    }
}

int main(int argc, char **argv) {
    static char path[LINE_MOST];
    job work = {.arena = ll_arena_new(ARENA_MOST), .path = path};
    work.plain = argc > 1 && strcmp(argv[1], "--plain") == 0;
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
