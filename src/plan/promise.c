/* The words by which plans take things back. */
#include "plan/promise.h"

#include "plan/build.h"

/* What ends a word that declines by itself: "None.", "No: …", "Later, in …", and not "No-scroll" or
 * "Later bends". */
static bool ends_there(ll_view behind) {
    bool blank = behind.len > 0 && ll_is_blank(behind.ptr[0]);
    behind = ll_view_trim(behind);
    if (behind.len == 0 || strchr(".,;:)]*_(", behind.ptr[0]))
        return true;
    return blank && ll_build_dash(behind) > 0;
}

bool ll_plan_declines(ll_view plain_cell) {
    static const ll_view alone[] = {
        LL_VIEW_INIT("no"),      LL_VIEW_INIT("false"),     LL_VIEW_INIT("never"),
        LL_VIEW_INIT("later"),   LL_VIEW_INIT("optional"),  LL_VIEW_INIT("skipped"),
        LL_VIEW_INIT("dropped"), LL_VIEW_INIT("postponed"), LL_VIEW_INIT("nowhere"),
        LL_VIEW_INIT("without"), LL_VIEW_INIT("not")};
    static const ll_view phrases[] = {
        LL_VIEW_INIT("none"),          LL_VIEW_INIT("n/a"),          LL_VIEW_INIT("no notebook"),
        LL_VIEW_INIT("not addressed"), LL_VIEW_INIT("not covered"),  LL_VIEW_INIT("not needed"),
        LL_VIEW_INIT("not planned"),   LL_VIEW_INIT("not made"),     LL_VIEW_INIT("not built"),
        LL_VIEW_INIT("not in this"),   LL_VIEW_INIT("not required"), LL_VIEW_INIT("not applicable"),
        LL_VIEW_INIT("not here"),      LL_VIEW_INIT("deferred to"),  LL_VIEW_INIT("postponed to"),
        LL_VIEW_INIT("nothing new")};
    while (plain_cell.len > 0 && strchr("*_([ ", plain_cell.ptr[0]))
        plain_cell = ll_view_slice(plain_cell, 1, plain_cell.len);
    for (size_t i = 0; i < sizeof alone / sizeof *alone; i++)
        if (ll_build_begins(plain_cell, alone[i]) &&
            ends_there(ll_view_slice(plain_cell, alone[i].len, plain_cell.len)))
            return true;
    for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++)
        if (ll_build_begins(plain_cell, phrases[i]))
            return true;
    return ll_plan_is_nothing(plain_cell);
}

/* "Section 2, optional": behind the one comma of a text, and not in a list ("push, skip, pop"). */
static bool is_last_remark(ll_view text, size_t at, size_t end) {
    return text.ptr[end - 1] == ',' &&
           ll_view_find_byte(ll_view_cut(text, end - 1), ',', 0) == LL_VIEW_NONE &&
           ll_view_find_byte(text, ',', at) == LL_VIEW_NONE;
}

static bool is_set_off_before(ll_view text, size_t at) {
    size_t end = at;
    while (end > 0 && ll_is_blank(text.ptr[end - 1]))
        end--;
    bool dash = end < at && end > 0 && text.ptr[end - 1] == '-';
    return end == 0 || dash || strchr("([;:.*_", text.ptr[end - 1]) ||
           is_last_remark(text, at, end) ||
           ll_view_ends(ll_view_cut(text, end), LL_VIEW("\xE2\x80\x94"));
}

/* "dropped during the build", "cut if time is short": the rest of a remark belongs to it. */
static bool is_set_off_behind(ll_view behind) {
    static const ll_view words[] = {LL_VIEW_INIT("in"),   LL_VIEW_INIT("during"),
                                    LL_VIEW_INIT("if"),   LL_VIEW_INIT("for"),
                                    LL_VIEW_INIT("from"), LL_VIEW_INIT("because")};
    bool blank = behind.len > 0 && ll_is_blank(behind.ptr[0]);
    behind = ll_view_trim(behind);
    if (behind.len == 0 || strchr(")];:.*_", behind.ptr[0]))
        return true;
    for (size_t i = 0; blank && i < sizeof words / sizeof *words; i++)
        if (ll_build_begins(behind, words[i]))
            return true;
    return blank && ll_build_dash(behind) > 0;
}

/* Whether a word stands there as a remark of its own. */
static bool is_remarked(ll_view text, ll_view word) {
    for (size_t at = 0; (at = ll_view_find_word(text, word, at)) != LL_VIEW_NONE; at += word.len)
        if (is_set_off_before(text, at) &&
            is_set_off_behind(ll_view_slice(text, at + word.len, text.len)))
            return true;
    return false;
}

bool ll_plan_takes_back(ll_view text) {
    static const ll_view phrases[] = {
        LL_VIEW_INIT("optionally"),        LL_VIEW_INIT("if time"),
        LL_VIEW_INIT("time permits"),      LL_VIEW_INIT("time permitting"),
        LL_VIEW_INIT("deferred to"),       LL_VIEW_INIT("deferred until"),
        LL_VIEW_INIT("defer to"),          LL_VIEW_INIT("postponed to"),
        LL_VIEW_INIT("postponed until"),   LL_VIEW_INIT("out of scope"),
        LL_VIEW_INIT("beyond the scope"),  LL_VIEW_INIT("not addressed"),
        LL_VIEW_INIT("not planned"),       LL_VIEW_INIT("not in this lesson"),
        LL_VIEW_INIT("not made in"),       LL_VIEW_INIT("stretch goal"),
        LL_VIEW_INIT("already addressed"), LL_VIEW_INIT("already covered")};
    static const ll_view remarks[] = {
        LL_VIEW_INIT("optional"),      LL_VIEW_INIT("skipped"),    LL_VIEW_INIT("skip"),
        LL_VIEW_INIT("dropped"),       LL_VIEW_INIT("omitted"),    LL_VIEW_INIT("cut"),
        LL_VIEW_INIT("rejected"),      LL_VIEW_INIT("left out"),   LL_VIEW_INIT("removed"),
        LL_VIEW_INIT("possibly"),      LL_VIEW_INIT("perhaps"),    LL_VIEW_INIT("maybe"),
        LL_VIEW_INIT("deferred"),      LL_VIEW_INIT("postponed"),  LL_VIEW_INIT("if needed"),
        LL_VIEW_INIT("not covered"),   LL_VIEW_INIT("not needed"), LL_VIEW_INIT("not built"),
        LL_VIEW_INIT("left for later")};
    for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++)
        if (ll_build_has(text, phrases[i]))
            return true;
    for (size_t i = 0; i < sizeof remarks / sizeof *remarks; i++)
        if (is_remarked(text, remarks[i]))
            return true;
    return false;
}

/* Most brackets of an outline say no more. */
static bool is_layout(ll_view remark) {
    return ll_view_equal_nocase(remark, LL_VIEW("row")) ||
           ll_view_equal_nocase(remark, LL_VIEW("row + aside"));
}

bool ll_plan_takes_back_in_brackets(ll_view line) {
    for (size_t at = 0; (at = ll_view_find_byte(line, '(', at)) != LL_VIEW_NONE; at++) {
        size_t end = ll_view_find_byte(line, ')', at);
        end = end == LL_VIEW_NONE ? line.len : end;
        ll_view remark = ll_view_slice(line, at + 1, end);
        if (!is_layout(remark) && ll_plan_takes_back(remark))
            return true;
    }
    return false;
}
