/* facts: parts of a lesson that are never shown together. */
#include <stdio.h>

#include "support.h"

#include "lesson_support.h"

#include "facts/apart.h"

/* Of the first elements A and B of the text. */
static bool are_apart(ll_arena *arena, const char *text) {
    const ll_lesson *lesson = lesson_of(arena, text);
    uint32_t a = element_of(lesson, "A", 0), b = element_of(lesson, "B", 0);
    bool apart = ll_facts_are_apart(lesson->tsx, a, b);
    assert_int_equal(ll_facts_are_apart(lesson->tsx, b, a), apart);
    return apart;
}

TEST(parts_are_apart_when_only_one_is_shown) {
    USE_ARENA;
    static const struct {
        const char *text;
        bool apart;
    } snippets[] = {
        {"<p>{a ? <A/> : <B/>}</p>", true},
        {"<p>{a ? (<i><A/></i>) : (<i><B/></i>)}</p>", true},
        {"<p>{a ? <A/> : b ? <i/> : <B/>}</p>", true},
        {"<p>{a ? <A/> : b && <i/>}{c ? <i/> : <B/>}</p>", false},
        {"<p>{[a ? <A/> : <i/>, b ? <B/> : <i/>]}</p>", false},
        {"<p>{a ? <><A/><B/></> : <i/>}</p>", false},
        {"<p>{a && <A/>}{!a && <B/>}</p>", true},
        {"<p>{!a.b && (<A/>)} or {a.b && <B/>}</p>", true},
        {"<p>{a && <A/>}{a && <B/>}</p>", false},
        {"<p>{a && <A/>}{!b && <B/>}</p>", false},
        {"<p>{a > 1 && <A/>}{!a > 1 && <B/>}</p>", false},
        {"<p>{a || <A/>}{!a || <B/>}</p>", false},
        {"function C() { if (a) return <A/>\n return <B/> }", true},
        {"function C() { if (a) { return <i><A/></i> }\n return (<B/>) }", true},
        {"function C() { if (a) { return <A/> } else { return <B/> } }", true},
        {"const C = () => { switch (a) { case 1: return <A/>; default: return <B/> } }", true},
        {"const C = () => { const d = () => { return <A/> }; return <p>{d()}<B/></p> }", false},
        {"const C = () => { function d() { return <A/> }\n return <p>{d()}<B/></p> }", false},
        {"const C = () => { const d = a ? <A/> : null\n const e = b ? <B/> : null }", false},
        {"function C() { const a = <A/>; return <p>{a}<B/></p> }", false},
        {"const C = () => <A/>\nconst D = () => <B/>", false},
        {"<p><A/><B/></p>", false},
        {"<A><B/></A>", false},
    };
    for (size_t i = 0; i < sizeof snippets / sizeof *snippets; i++)
        if (are_apart(arena, snippets[i].text) != snippets[i].apart)
            fail_msg("%s", snippets[i].text);
}

/* B stands directly in the braces; around A stand elements, up to what is the branch. */
TEST(nodes_around_two_parts) {
    USE_ARENA;
    for (uint32_t past = 0; past < 2; past++) {
        ll_buffer text = {.arena = arena, .most = 1 << 20};
        uint32_t count = LL_APART_UP_MOST - 2 + past;
        ll_buffer_add_cstring(&text, "<p>{a ? ");
        for (uint32_t i = 0; i < count; i++)
            ll_buffer_add_cstring(&text, "<i>");
        ll_buffer_add_cstring(&text, "<A/>");
        for (uint32_t i = 0; i < count; i++)
            ll_buffer_add_cstring(&text, "</i>");
        ll_buffer_add_cstring(&text, " : <B/>}</p>");
        ll_buffer_add_byte(&text, '\0');
        assert_int_equal(are_apart(arena, ll_buffer_view(&text).ptr), !past);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parts_are_apart_when_only_one_is_shown),
        cmocka_unit_test(nodes_around_two_parts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
