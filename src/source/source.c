/* Reading documents, repairing their encoding, counting their lines. */
#include "source/source.h"

#include "base/error.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

static const char BYTE_ORDER_MARK[] = "\xEF\xBB\xBF";

enum { BOM_LENGTH = 3, READ_STEP = 64 * 1024 };

/* Length of the UTF-8 sequence at `at`, 0 when it is none (overlong forms, surrogates and numbers
 * past U+10FFFF are none; Unicode standard, table 3-7). */
static size_t sequence_length(const unsigned char *at, size_t left) {
    static const struct {
        unsigned char first, last, low, high;
        unsigned length;
    } forms[] = {
        {0xC2, 0xDF, 0x80, 0xBF, 2}, {0xE0, 0xE0, 0xA0, 0xBF, 3}, {0xE1, 0xEC, 0x80, 0xBF, 3},
        {0xED, 0xED, 0x80, 0x9F, 3}, {0xEE, 0xEF, 0x80, 0xBF, 3}, {0xF0, 0xF0, 0x90, 0xBF, 4},
        {0xF1, 0xF3, 0x80, 0xBF, 4}, {0xF4, 0xF4, 0x80, 0x8F, 4},
    };
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        if (at[0] < forms[i].first || at[0] > forms[i].last)
            continue;
        if (left < forms[i].length || at[1] < forms[i].low || at[1] > forms[i].high)
            return 0;
        for (unsigned k = 2; k < forms[i].length; k++)
            if ((at[k] & 0xC0) != 0x80)
                return 0;
        return forms[i].length;
    }
    return 0;
}

size_t ll_source_character(ll_view text, size_t at) {
    assert(at < text.len);
    const unsigned char *bytes = (const unsigned char *)text.ptr + at;
    return bytes[0] < 0x80 ? 1 : sequence_length(bytes, text.len - at);
}

/* Number of leading bytes that are ASCII without NUL, eight at a time. */
static size_t plain_bytes(const unsigned char *at, size_t left) {
    size_t done = 0;
    for (; done + 8 <= left; done += 8) {
        uint64_t word;
        memcpy(&word, at + done, 8);
        uint64_t high = 0x8080808080808080u;
        uint64_t zero = (word - 0x0101010101010101u) & ~word;
        if ((word | zero) & high)
            break;
    }
    while (done < left && at[done] != 0 && at[done] < 0x80)
        done++;
    return done;
}

/* Whether a fault at `offset` only makes the latest one longer. */
static bool goes_on(const ll_source *source, ll_source_fault_kind kind, size_t offset) {
    uint32_t kept = source->faults.len;
    if (kept == 0 || source->fault_count != kept)
        return false;
    const ll_source_fault *last = &source->faults.at[kept - 1];
    return last->kind == kind && last->offset + last->length == offset;
}

static void add_fault(ll_source *source, ll_source_fault_kind kind, size_t offset, size_t length) {
    if (goes_on(source, kind, offset)) {
        source->faults.at[source->faults.len - 1].length += (uint32_t)length;
        return;
    }
    source->fault_count++;
    if (source->faults.len < LL_SOURCE_FAULTS_MOST)
        LL_ARRAY_PUSH(source->arena, &source->faults,
                      ((ll_source_fault){kind, (uint32_t)offset, (uint32_t)length}));
}

/* Whether a text begins with the byte order mark of UTF-16, and a character of ASCII in it. */
static bool is_utf16(ll_view text) {
    if (text.len < 4)
        return false;
    ll_view mark = ll_view_slice(text, 0, 2);
    return (ll_view_equal(mark, LL_VIEW("\xFF\xFE")) && text.ptr[2] && !text.ptr[3]) ||
           (ll_view_equal(mark, LL_VIEW("\xFE\xFF")) && !text.ptr[2] && text.ptr[3]);
}

/* Collects the faults of `text`. */
static void check_encoding(ll_source *source, ll_view text) {
    const unsigned char *bytes = (const unsigned char *)text.ptr;
    if (is_utf16(text)) {
        add_fault(source, LL_FAULT_UTF16, 0, 2);
        return;
    }
    for (size_t at = 0; at < text.len;) {
        at += plain_bytes(bytes + at, text.len - at);
        if (at == text.len)
            break;
        size_t length = bytes[at] ? sequence_length(bytes + at, text.len - at) : 0;
        if (length == 0) {
            add_fault(source, bytes[at] ? LL_FAULT_UTF8 : LL_FAULT_NUL, at, 1);
            length = 1;
        } else if (length == BOM_LENGTH && memcmp(bytes + at, BYTE_ORDER_MARK, BOM_LENGTH) == 0) {
            add_fault(source, LL_FAULT_BOM, at, BOM_LENGTH);
        }
        at += length;
    }
}

/* Blanks what the fault list does not hold any more, too: by checking again while writing. */
static ll_view repair(ll_source *source, ll_view text) {
    unsigned char *bytes = ll_arena_alloc(source->arena, text.len + 1); /* a NUL behind it */
    memcpy(bytes, text.ptr, text.len);
    for (size_t at = 0; at < text.len;) {
        at += plain_bytes(bytes + at, text.len - at);
        if (at == text.len)
            break;
        size_t length = bytes[at] ? sequence_length(bytes + at, text.len - at) : 0;
        bool bom = length == BOM_LENGTH && memcmp(bytes + at, BYTE_ORDER_MARK, BOM_LENGTH) == 0;
        if (length == 0 || bom)
            memset(bytes + at, '?', length ? length : 1);
        at += length ? length : 1;
    }
    return (ll_view){(char *)bytes, text.len};
}

ll_status ll_source_from(ll_source **out, ll_arena *arena, ll_view path, ll_view bytes,
                         ll_error *error) {
    if (bytes.len > LL_SOURCE_MOST)
        return ll_error_set(error, LL_E_LIMIT, path, 0, 0, "the file is longer than 64 MiB");
    ll_source *source = LL_ARENA_NEW(arena, ll_source);
    source->arena = arena;
    source->last_column = 1;
    source->path = ll_arena_copy(arena, path);
    if (ll_view_starts(bytes, LL_VIEW("\xEF\xBB\xBF"))) {
        source->bom = BOM_LENGTH;
        bytes = ll_view_slice(bytes, BOM_LENGTH, bytes.len);
    }
    check_encoding(source, bytes);
    source->text = source->fault_count ? repair(source, bytes) : bytes;
    *out = source;
    return LL_OK;
}

static ll_status cannot_read(ll_error *error, ll_view path, int number) {
    return ll_error_system(error, path, "cannot read", number);
}

/* Reads the rest of `file` behind a first guess of its length; one byte more than the limit is
 * enough to know. */
static ll_view read_all(ll_arena *arena, FILE *file, size_t guess) {
    size_t room = guess + 1;
    char *bytes = ll_arena_grow(arena, NULL, 0, room + 1); /* not cleared */
    size_t len = 0;
    while (len <= LL_SOURCE_MOST) {
        len += fread(bytes + len, 1, room - len, file);
        if (len < room)
            break;
        size_t wanted = room + (room > READ_STEP ? room : READ_STEP);
        bytes = ll_arena_grow(arena, bytes, room + 1, wanted + 1);
        room = wanted;
    }
    bytes[len] = '\0';
    return (ll_view){bytes, len};
}

static void close_file(void *file) {
    fclose(file);
}

/* NULL when there is no such file; what is opened here is closed with the arena. */
static FILE *open_file(ll_arena *arena, ll_view path) {
    if (ll_view_equal(path, LL_VIEW("-")))
        return stdin;
    FILE *file = fopen(ll_arena_copy(arena, path).ptr, "rb");
    if (!file)
        return NULL;
    ll_arena_defer(arena, close_file, file);
    setvbuf(file, NULL, _IONBF, 0); /* it is read by one call, into its place */
    return file;
}

ll_status ll_source_read_bytes(ll_view *out, ll_arena *arena, ll_view path, ll_error *error) {
    FILE *file = open_file(arena, path);
    if (!file)
        return cannot_read(error, path, errno);
    struct stat about;
    if (fstat(fileno(file), &about) != 0)
        return cannot_read(error, path, errno);
    if (S_ISDIR(about.st_mode))
        return cannot_read(error, path, EISDIR);
    if (S_ISREG(about.st_mode) && about.st_size > (off_t)LL_SOURCE_MOST + BOM_LENGTH)
        return ll_error_set(error, LL_E_LIMIT, path, 0, 0, "the file is longer than 64 MiB");
    ll_view bytes = read_all(arena, file, S_ISREG(about.st_mode) ? (size_t)about.st_size : 0);
    if (ferror(file))
        return cannot_read(error, path, errno);
    *out = bytes;
    return LL_OK;
}

ll_status ll_source_read(ll_source **out, ll_arena *arena, ll_view path, ll_error *error) {
    ll_view bytes = LL_VIEW("");
    ll_status status = ll_source_read_bytes(&bytes, arena, path, error);
    return status == LL_OK ? ll_source_from(out, arena, path, bytes, error) : status;
}

static void make_lines(ll_source *source) {
    if (source->lines)
        return;
    LL_ARRAY(uint32_t) lines = {0};
    LL_ARRAY_PUSH(source->arena, &lines, 0);
    bool has_cr = ll_view_find_byte(source->text, '\r', 0) != LL_VIEW_NONE;
    size_t end = ll_view_line_end(source->text, 0, has_cr);
    while (end != LL_VIEW_NONE) {
        size_t start = ll_view_next_line_start(source->text, end);
        LL_ARRAY_PUSH(source->arena, &lines, (uint32_t)start);
        end = ll_view_line_end(source->text, start, has_cr);
    }
    source->lines = lines.at;
    source->line_count = lines.len;
}

ll_position ll_source_position(ll_source *source, uint32_t offset) {
    assert(offset <= source->text.len);
    make_lines(source);
    uint32_t low = 0, high = source->line_count;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (source->lines[middle] <= offset)
            low = middle;
        else
            high = middle;
    }
    /* Many places of one very long line are asked for in order: go on from the last one. */
    uint32_t at = source->lines[low], column = 1;
    if (source->last_offset >= at && source->last_offset <= offset) {
        at = source->last_offset;
        column = source->last_column;
    }
    for (; at < offset; at++)
        column += !ll_is_continuation(source->text.ptr[at]);
    source->last_offset = offset;
    source->last_column = column;
    return (ll_position){low + 1, column};
}

ll_view ll_source_line(ll_source *source, uint32_t line) {
    make_lines(source);
    if (line == 0 || line > source->line_count)
        return (ll_view){0};
    size_t start = source->lines[line - 1];
    size_t end = line < source->line_count ? source->lines[line] : source->text.len;
    const char *text = source->text.ptr;
    if (end > start && text[end - 1] == '\n')
        end--;
    if (end > start && text[end - 1] == '\r')
        end--;
    return ll_view_slice(source->text, start, end);
}

uint32_t ll_source_line_count(ll_source *source) {
    make_lines(source);
    uint32_t last = source->lines[source->line_count - 1];
    return source->line_count - (last == source->text.len ? 1 : 0);
}

uint32_t ll_source_offset(const ll_source *source, ll_view view) {
    assert(view.ptr >= source->text.ptr);
    assert(view.ptr + view.len <= source->text.ptr + source->text.len);
    return (uint32_t)(view.ptr - source->text.ptr);
}

bool ll_source_exists(ll_arena *arena, ll_view path) {
    struct stat about;
    return stat(ll_arena_copy(arena, path).ptr, &about) == 0 && S_ISREG(about.st_mode);
}
