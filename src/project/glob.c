/* Matching paths by a table of which rest of the pattern fits which rest of the path. */
#include "project/glob.h"

#include "base/error.h"

typedef enum token_kind { LITERAL, ANY_ONE, ANY_FEW, NAMED, FOLDERS, ALL_BELOW } token_kind;

typedef struct token {
    uint8_t kind;
    char literal;
} token;

enum { TABLE_ON_STACK = 32 * 1024 };

static bool is_reserved(ll_view part) {
    return part.len == 0 || ll_view_equal(part, LL_VIEW(".")) || ll_view_equal(part, LL_VIEW(".."));
}

static ll_status fail(ll_error *error, const char *text) {
    return ll_error_set(error, LL_E_INVALID, (ll_view){0}, 0, 0, "%s", text);
}

static ll_status check_name(ll_view name, const char *const *names, size_t count, ll_error *error) {
    for (size_t i = 0; i < count; i++)
        if (ll_view_equal(name, ll_view_of(names[i])))
            return LL_OK;
    const char *near = ll_error_nearest(name, names, count);
    if (near)
        return ll_error_set(error, LL_E_INVALID, (ll_view){0}, 0, 0,
                            "unknown placeholder {%.*s}: did you mean {%s}?", LL_VIEW_ARG(name),
                            near);
    return ll_error_set(error, LL_E_INVALID, (ll_view){0}, 0, 0,
                        count == 0 ? "no placeholder like {%.*s} can stand here"
                                   : "unknown placeholder {%.*s}; expected {%s}%s%s%s",
                        LL_VIEW_ARG(name), count ? names[0] : "", count > 1 ? " or {" : "",
                        count > 1 ? names[1] : "", count > 1 ? "}" : "");
}

static ll_status check_braces(ll_view part, const char *const *names, size_t count,
                              ll_error *error) {
    for (size_t at = 0; at < part.len; at++) {
        if (part.ptr[at] == '}')
            return fail(error, "a \"}\" without its \"{\"");
        if (part.ptr[at] != '{')
            continue;
        size_t end = ll_view_find_byte(part, '}', at);
        if (end == LL_VIEW_NONE)
            return fail(error, "a \"{\" without its \"}\"");
        ll_status status = check_name(ll_view_slice(part, at + 1, end), names, count, error);
        if (status != LL_OK)
            return status;
        at = end;
    }
    return LL_OK;
}

static ll_status check_part(ll_view part, const char *const *names, size_t count, ll_error *error) {
    if (is_reserved(part))
        return fail(error, "a path goes down from the folder of the configuration: without "
                           "\"..\", \".\" and empty parts");
    if (ll_view_find(part, LL_VIEW("**"), 0) != LL_VIEW_NONE && part.len != 2)
        return fail(error, "\"**\" stands alone between two \"/\"");
    return check_braces(part, names, count, error);
}

ll_status ll_glob_check(ll_view glob, const char *const *names, size_t count, ll_error *error) {
    if (glob.len == 0 || glob.len > LL_GLOB_MOST)
        return fail(error, "a pattern of a path has from 1 to 1000 bytes");
    if (glob.ptr[0] == '/')
        return fail(error, "a path counts from the folder of the configuration: it cannot begin "
                           "with \"/\"");
    for (size_t start = 0; start <= glob.len;) {
        size_t slash = ll_view_find_byte(glob, '/', start);
        size_t end = slash == LL_VIEW_NONE ? glob.len : slash;
        ll_status status = check_part(ll_view_slice(glob, start, end), names, count, error);
        if (status != LL_OK)
            return status;
        start = end + 1;
    }
    return LL_OK;
}

/* `**` is found only where it stands alone, as ll_glob_check wants it. */
static size_t read_tokens(ll_view glob, token tokens[LL_GLOB_MOST]) {
    size_t count = 0;
    for (size_t at = 0; at < glob.len && count < LL_GLOB_MOST; at++) {
        ll_view rest = ll_view_slice(glob, at, glob.len);
        token one = {LITERAL, glob.ptr[at]};
        size_t close = ll_view_find_byte(rest, '}', 0);
        if (ll_view_starts(rest, LL_VIEW("**/"))) {
            one.kind = FOLDERS;
            at += 2;
        } else if (ll_view_equal(rest, LL_VIEW("**"))) {
            one.kind = ALL_BELOW;
            at += 1;
        } else if (rest.ptr[0] == '{' && close != LL_VIEW_NONE) {
            one.kind = NAMED;
            at += close;
        } else if (rest.ptr[0] == '*' || rest.ptr[0] == '?') {
            one.kind = rest.ptr[0] == '*' ? ANY_FEW : ANY_ONE;
        }
        tokens[count++] = one;
    }
    return count;
}

/* One row of the table, from the row of the next token: whether this token and those behind it fit
 * the path from `at` on. */
static void fill_row(token one, ll_view path, const char *next, char *row) {
    size_t folder = 0; /* behind the next "/", or 0 */
    for (size_t at = path.len + 1; at-- > 0;) {
        bool more = at < path.len, inside = more && path.ptr[at] != '/';
        if (more && !inside)
            folder = at + 1;
        size_t step = at + 1;
        while (step < path.len && ll_is_continuation(path.ptr[step]))
            step++;
        switch ((token_kind)one.kind) {
        case LITERAL:
            row[at] = more && path.ptr[at] == one.literal && next[at + 1];
            break;
        case ANY_ONE:
            row[at] = inside && next[step];
            break;
        case ANY_FEW:
            row[at] = next[at] || (inside && row[at + 1]);
            break;
        case NAMED:
            row[at] = inside && (next[at + 1] || row[at + 1]);
            break;
        case FOLDERS:
            row[at] = next[at] || (folder > 0 && row[folder]);
            break;
        case ALL_BELOW:
            row[at] = more;
            break;
        }
    }
}

/* Follows the table to the first placeholder, each token as short as can be. */
static ll_view find_caught(const token *tokens, size_t count, ll_view path, const char *table) {
    size_t width = path.len + 1, at = 0;
    for (size_t i = 0; i < count; i++) {
        const char *next = table + (i + 1) * width;
        size_t start = at;
        if (tokens[i].kind == LITERAL || tokens[i].kind == NAMED)
            at++;
        if (tokens[i].kind == ANY_ONE)
            do
                at++;
            while (at < path.len && ll_is_continuation(path.ptr[at]));
        while (at < path.len &&
               !(next[at] && (tokens[i].kind != FOLDERS || at == start || path.ptr[at - 1] == '/')))
            at++;
        if (tokens[i].kind == NAMED)
            return ll_view_slice(path, start, at);
    }
    return (ll_view){0};
}

bool ll_glob_matches(ll_arena *arena, ll_view glob, ll_view path, ll_view *caught) {
    token tokens[LL_GLOB_MOST];
    char small[TABLE_ON_STACK];
    size_t count = read_tokens(glob, tokens), width = path.len + 1;
    size_t size = (count + 1) * width;
    char *table = size <= sizeof small ? small : ll_arena_alloc(arena, size);
    memset(table + count * width, 0, width);
    table[count * width + path.len] = 1;
    for (size_t i = count; i-- > 0;)
        fill_row(tokens[i], path, table + (i + 1) * width, table + i * width);
    if (!table[0])
        return false;
    if (caught)
        *caught = find_caught(tokens, count, path, table);
    return true;
}

ll_view ll_glob_folder(ll_view glob) {
    size_t end = 0;
    for (size_t at = 0; at < glob.len && !strchr("*?{", glob.ptr[at]); at++)
        if (glob.ptr[at] == '/')
            end = at;
    return ll_view_slice(glob, 0, end);
}
