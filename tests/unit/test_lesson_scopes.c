/* lesson: where a name of the file holds. */
#include "lesson_support.h"

typedef struct scoped {
    const char *text;
    ll_answer answer;
} scoped;

/* What the class `c-p` of the element <p> is. */
static void assert_class(ll_arena *arena, const scoped *cases, size_t count) {
    for (size_t i = 0; i < count; i++) {
        const ll_lesson *lesson = lesson_of(arena, cases[i].text);
        ll_answer answer = ll_lesson_has_class(lesson, element_of(lesson, "p", 0), LL_VIEW("c-p"));
        if (answer != cases[i].answer)
            fail_msg("%s: %d", cases[i].text, answer);
    }
}

#define ASSERT_CLASS(cases) assert_class(arena, cases, sizeof(cases) / sizeof *(cases))

TEST(a_constant_holds_in_its_own_function) {
    USE_ARENA;
    static const scoped cases[] = {
        {"const a = 'c-p'\nconst L = () => <p className={a}/>", LL_YES},
        {"function F() { const a = 'c-p'; return <p className={a}/> }", LL_YES},
        {"function F() { const a = 'c-p'; return x.map((b) => <p className={a}/>) }", LL_YES},
        {"function F() { const a = 'c-p' }\nfunction G() { return <p className={a}/> }",
         LL_UNKNOWN},
        {"function F() { if (b) { const a = 'c-p' } return <p className={a}/> }", LL_UNKNOWN},
    };
    ASSERT_CLASS(cases);
}

TEST(a_constant_of_a_parameters_name_is_unknown) {
    USE_ARENA;
    static const char *const users[] = {
        "function F({ a }) { return <p className={a}/> }",
        "function F(a: string): JSX.Element { return <p className={a}/> }",
        "const F = (a) => <p className={a}/>",
        "const F = a => <p className={a}/>",
        "const F = a => /* the */ /* class */ <p className={a}/>",
        "const F = a /* class */ => <p className={a}/>",
        "const F = (a): JSX.Element => <p className={a}/>",
        "const L = () => <b>{x.map(({ id, a }) => <p className={cn('b', a)}/>)}</b>",
        "const L = () => <b>{x.map(function (a) { return <p className={a}/> })}</b>",
        "function F(props) { const { a } = props; return <p className={a}/> }",
        "function F() { const [a, set] = useState(); return <p className={a}/> }",
    };
    for (size_t i = 0; i < sizeof users / sizeof *users; i++) {
        ll_view text = ll_arena_format(arena, "const a = 'c-p'\n%s%c", users[i], 0);
        ASSERT_CLASS(((scoped[]){{text.ptr, LL_UNKNOWN}}));
    }
}

TEST(conditions_and_calls_take_no_parameters) {
    USE_ARENA;
    static const char *const users[] = {
        "function F() { if (a) { b() } return <p className={a}/> }",
        "const F = () => <p className={b ? cn(a) : a}/>",
        ("const F = () => <p className={b ? (a) : 'one-class-that-has-a-name-of-more-than-64-bytes-"
         "which-no-type-has'}/>"),
        "const F = () => x.map(b => /* a */ <p className={a}/>)",
        "const F = () => { b[a] = 1; return <p className={a}/> }",
        "const F = () => { b(a); return <p className={a}/> }",
    };
    for (size_t i = 0; i < sizeof users / sizeof *users; i++) {
        ll_view text = ll_arena_format(arena, "const a = 'c-p'\n%s%c", users[i], 0);
        ASSERT_CLASS(((scoped[]){{text.ptr, LL_YES}}));
    }
}

TEST(components_of_the_root_component_are_told_from_it) {
    USE_ARENA;
    static const struct {
        const char *body;
        bool local;
    } cases[] = {
        {"function Panel({ a }) { return <p/> }", true},
        {"const Legend = () => <p/>", true},
        {"const Legend: React.FC<{ a: number }> = ({ a }) => { return <p/> }", true},
        {"const draw = () => <p/>", false},
        {"function draw() { return <p/> }", false},
        {"const Element = (<p/>)", false},
        {"const list = Array(<p/>)", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ll_view text = ll_arena_format(
            arena, "export function L({ b }) {\n%s\nreturn <LessonLayout><i/></LessonLayout>\n}%c",
            cases[i].body, 0);
        const ll_lesson *lesson = lesson_of(arena, text.ptr);
        if (ll_lesson_in_local(lesson, element_of(lesson, "p", 0)) != cases[i].local)
            fail_msg("%s", cases[i].body);
        assert_true(ll_lesson_in_root(lesson, element_of(lesson, "p", 0)));
        assert_false(ll_lesson_in_local(lesson, element_of(lesson, "i", 0)));
    }
}

TEST(a_root_component_in_a_call_is_none_of_its_own) {
    USE_ARENA;
    const ll_lesson *lesson = lesson_of(
        arena, "export const L = memo(function L() { return <LessonLayout><p/></LessonLayout> })");
    assert_false(ll_lesson_in_local(lesson, element_of(lesson, "p", 0)));
}

TEST(two_components_of_one_name_are_unknown) {
    USE_ARENA;
    const ll_lesson *lesson =
        lesson_of(arena, "export function L() {\nconst A = () => <p/>\nconst B = () => <p/>\n"
                         "function C() { return <i/> }\nfunction D() { function B() {} }\n"
                         "if (x) { const B = () => <i/> }\n"
                         "return <LessonLayout><A/></LessonLayout>\n}");
    assert_int_not_equal(ll_lesson_local(lesson, LL_VIEW("A")), LL_LESSON_NONE);
    assert_int_not_equal(ll_lesson_local(lesson, LL_VIEW("C")), LL_LESSON_NONE);
    assert_int_equal(ll_lesson_local(lesson, LL_VIEW("B")), LL_LESSON_NONE);
    assert_int_equal(ll_lesson_local(lesson, LL_VIEW("E")), LL_LESSON_NONE);
    ll_children roots = {0};
    ll_lesson_local_roots(lesson, arena, ll_lesson_local(lesson, LL_VIEW("C")), &roots);
    assert_int_equal(roots.len, 1);
    assert_true(ll_tsx_is(lesson->tsx, roots.at[0].node, LL_VIEW("i")));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_constant_holds_in_its_own_function),
        cmocka_unit_test(a_constant_of_a_parameters_name_is_unknown),
        cmocka_unit_test(conditions_and_calls_take_no_parameters),
        cmocka_unit_test(components_of_the_root_component_are_told_from_it),
        cmocka_unit_test(a_root_component_in_a_call_is_none_of_its_own),
        cmocka_unit_test(two_components_of_one_name_are_unknown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
