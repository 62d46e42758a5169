/* apostrophe-encoding-mixed: entities for curly and for straight apostrophes in the JSX text of one
 * file. */
#include "check/checks.h"
#include "check/encoding.h"

/* A letter, a digit, a character past ASCII (a placeholder, too), or a closing bracket. */
static bool ends_a_word(char c) {
    return ll_is_alnum(c) || (unsigned char)c >= 0x80 || c == ')';
}

/* Between two letters it is an apostrophe; elsewhere the same sign may close a quotation. */
static bool is_apostrophe(const ll_lesson *lesson, const ll_passage *passage, uint32_t start,
                          uint32_t end) {
    return start > passage->start && end < passage->end &&
           ends_a_word(lesson->rendered.ptr[start - 1]) && ll_is_letter(lesson->rendered.ptr[end]);
}

void ll_check_apostrophe_encoding_mixed(ll_check *check) {
    static const ll_spellings apostrophes = {
        .source = {LL_VIEW_INIT("&rsquo;"), LL_VIEW_INIT("&apos;")},
        .shown = {LL_VIEW_INIT("\xE2\x80\x99"), LL_VIEW_INIT("'")},
        .counts = is_apostrophe,
        .safety = LL_SAFETY_UNSAFE}; /* a curved sign is another character than a straight one */
    ll_encoding_check(check, &apostrophes);
}
