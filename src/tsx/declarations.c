/* The declarations at the top level of a file. */
#include "tsx/scanner.h"

/* Offset of the name behind a keyword that ends at `at`. */
static uint32_t name_behind(const scanner *s, uint32_t at) {
    bool line = false;
    at = ll_scan_peek_blank(s, at, &line);
    if (s->text[at] == '*') /* function* */
        at = ll_scan_peek_blank(s, at + 1, &line);
    return at;
}

/* Whether `default` is followed by a declaration of its own, and not by a value. */
static bool declares_next(const scanner *s, uint32_t start, uint32_t end) {
    static const char *const words[] = {"function", "class", "abstract", "interface", "enum"};
    if (ll_scan_is_word(s, start, end, "async")) {
        start = name_behind(s, end);
        end = ll_scan_identifier(s, start);
        return ll_scan_is_word(s, start, end, "function");
    }
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (ll_scan_is_word(s, start, end, words[i]))
            return true;
    return false;
}

void ll_scan_declare(scanner *s, uint32_t start, uint32_t end) {
    uint32_t keyword = start, keyword_end = end;
    uint32_t name = name_behind(s, end), name_end = ll_scan_identifier(s, name);
    bool is_default = ll_scan_is_word(s, start, end, "default");
    if (s->open_declaration || (is_default && declares_next(s, name, name_end)))
        return;
    if (ll_scan_is_word(s, start, end, "const") && ll_scan_is_word(s, name, name_end, "enum")) {
        keyword = name;
        keyword_end = name_end;
        name = name_behind(s, name_end);
        name_end = ll_scan_identifier(s, name);
    }
    if (is_default || ll_scan_is_word(s, name, name_end, "extends"))
        name_end = name; /* a value, or a class without a name */
    ll_tsx_declaration *declaration = LL_ARRAY_ADD(s->arena, &s->tsx->declarations);
    declaration->keyword = ll_tsx_text(s->tsx, keyword, keyword_end);
    declaration->name = ll_tsx_text(s->tsx, name, name_end);
    declaration->start = s->statement == LL_TSX_NONE ? start : s->statement;
    declaration->first_node = s->tsx->nodes.len;
    declaration->exported = s->exported;
    s->open_declaration = true;
}

void ll_scan_end_declaration(scanner *s) {
    if (s->open_declaration) {
        ll_tsx_declaration *last = &s->tsx->declarations.at[s->tsx->declarations.len - 1];
        uint32_t after = s->tsx->nodes.len;
        while (after > last->first_node && s->tsx->nodes.at[after - 1].kind == LL_TSX_COMMENT &&
               s->tsx->nodes.at[after - 1].parent == LL_TSX_NONE)
            after--;
        last->after_node = after;
    }
    s->open_declaration = s->exported = false;
    s->statement = LL_TSX_NONE;
}
