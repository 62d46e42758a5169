/* Escaping for XML. */
#include "writer/xml.h"

#include "source/source.h"

static const char REPLACEMENT[] = "\xEF\xBF\xBD";

/* What stands for a character of one byte; NULL: itself. */
static const char *stand_in(char c, bool attribute) {
    static const struct {
        char c;
        bool text; /* also in the text of an element */
        const char *stand_in;
    } table[] = {
        {'&', true, "&amp;"},   {'<', true, "&lt;"},    {'>', true, "&gt;"},
        {'"', false, "&quot;"}, {'\n', false, "&#10;"}, {'\t', false, "&#9;"},
        {'\r', true, "&#13;"},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (table[i].c == c)
            return attribute || table[i].text ? table[i].stand_in : NULL;
    return (unsigned char)c < ' ' ? REPLACEMENT : NULL;
}

/* U+FFFE and U+FFFF, the only ones of more bytes that XML refuses. */
static bool is_refused(ll_view character) {
    return character.len == 3 && ll_view_starts(character, LL_VIEW("\xEF\xBF")) &&
           (unsigned char)character.ptr[2] >= 0xBE;
}

static void add(ll_buffer *out, ll_view text, bool attribute) {
    size_t from = 0; /* where the stretch begins that is written as it is */
    for (size_t at = 0; at < text.len;) {
        size_t length = ll_source_character(text, at);
        bool wrong = length == 0;
        length += wrong;
        const char *other = wrong || is_refused(ll_view_slice(text, at, at + length)) ? REPLACEMENT
                            : length == 1 ? stand_in(text.ptr[at], attribute)
                                          : NULL;
        if (other) {
            ll_buffer_add(out, ll_view_slice(text, from, at));
            ll_buffer_add_cstring(out, other);
            from = at + length;
        }
        at += length;
    }
    ll_buffer_add(out, ll_view_slice(text, from, text.len));
}

void ll_xml_add(ll_buffer *out, ll_view text) {
    add(out, text, false);
}

void ll_xml_attribute(ll_buffer *out, const char *name, ll_view value) {
    ll_buffer_add_format(out, " %s=\"", name);
    add(out, value, true);
    ll_buffer_add_byte(out, '"');
}

void ll_xml_attribute_number(ll_buffer *out, const char *name, uint64_t number) {
    ll_buffer_add_format(out, " %s=\"%llu\"", name, (unsigned long long)number);
}
