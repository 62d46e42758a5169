/* lesson: elements under names that the file gives to components. */
#include "lesson_support.h"

/* The names of all elements, with blanks between them. */
static ll_view names_of(ll_arena *arena, const char *text) {
    const ll_tsx *tsx = lesson_of(arena, text)->tsx;
    ll_buffer out = {.arena = arena, .most = 10000};
    for (uint32_t i = 0; i < tsx->nodes.len; i++)
        if (tsx->nodes.at[i].kind == LL_TSX_ELEMENT && ll_tsx_lead(tsx, i).len > 0)
            ll_buffer_add_format(&out, "%s%.*s", ll_buffer_view(&out).len ? " " : "",
                                 LL_VIEW_ARG(ll_tsx_lead(tsx, i)));
    return ll_buffer_view(&out);
}

typedef struct named {
    const char *before, *inside, *names;
} named;

static void assert_names(ll_arena *arena, const named *cases, size_t count) {
    for (size_t i = 0; i < count; i++) {
        ll_view text = ll_arena_format(arena, "%s\nexport const L = () => <>%s</>\n%c",
                                       cases[i].before, cases[i].inside, 0);
        ll_view seen = names_of(arena, text.ptr);
        if (!ll_view_equal(seen, ll_view_of(cases[i].names)))
            fail_msg("%s: %.*s", cases[i].before, LL_VIEW_ARG(seen));
    }
}

#define ASSERT_NAMES(cases) assert_names(arena, cases, sizeof(cases) / sizeof *(cases))

TEST(imports_may_rename) {
    USE_ARENA;
    static const named cases[] = {
        {"import { SummaryBlock as Sum } from '@/l'", "<Sum/><Other/>", "SummaryBlock Other"},
        {"import {\n  A, // x as y\n  TipBlock as Tip,\n  B,\n} from './l'", "<Tip/><A/><B/>",
         "TipBlock A B"},
        {"import type { Row as Line } from './l'", "<Line.Content/>", "Row.Content"},
        {"import L, { type Row as Line } from './l'", "<Line/>", "Line"},
        {"import D, { Row as Line } from './l'", "<Line/><D/>", "Row D"},
        {"import { Row as Line } /* of it */ from './l'", "<Line/>", "Row"},
        {"import { default as Row2 } from './Row'", "<Row2/>", "Row2"},
        {"export { Gauge as Dial } from './l'", "<Dial/>", "Dial"},
        {"import { CourseRow as Row } from './l'", "<Row/>", "Row"},
    };
    ASSERT_NAMES(cases);
}

TEST(a_name_that_the_file_has_for_something_else_is_not_taken) {
    USE_ARENA;
    static const named cases[] = {
        {"import { Row as GridRow } from 'grid'\nimport { Row } from '@/l'", "<GridRow/><Row/>",
         "GridRow Row"},
        {"import { Row as Line } from '@/l'\nimport { Row } from '@/l'", "<Line/><Row/>",
         "Row Row"},
        {"import { Card as Box } from '@/ui'\nfunction Card() { return null }", "<Box/>", "Box"},
        {"import * as Grid from 'grid'\nimport { Row } from '@/l'", "<Grid.Row/>", "Grid.Row"},
    };
    ASSERT_NAMES(cases);
}

TEST(blocks_of_everything_that_is_imported) {
    USE_ARENA;
    static const named cases[] = {
        {"import * as B from '@/l'", "<B.SummaryBlock/><B.Row.Aside/><B.Gauge/><B/>",
         "SummaryBlock Row.Aside B.Gauge B"},
        {"import D, * as B from '@/l'", "<B.Row/><D.Row/>", "Row D.Row"},
        {"const x = { a: 1 }\nimport * as B from '@/l'", "<B.Row/>", "Row"},
    };
    ASSERT_NAMES(cases);
}

TEST(constants_may_rename) {
    USE_ARENA;
    static const named cases[] = {
        {"const Main = Row.Content", "<Main/>", "Row.Content"},
        {"const Main = Row.Content;", "<Main/>", "Row.Content"},
        {"export const Main: React.FC<{ a: number }> = Row.Content as React.FC", "<Main/>",
         "Row.Content"},
        {"const { Content, Aside: Side } = Row", "<Content/><Side/>", "Row.Content Row.Aside"},
        {"const R = Row\nconst { Content } = R", "<R/><R.Aside/><Content/>",
         "Row Row.Aside Row.Content"},
        {"const Main = wrap(Row.Content)", "<Main/>", "Main"},
        {"const Main = Row.Content.bind(a)", "<Main/>", "Main"},
        {"const Main = Row\n  .Content", "<Main/>", "Main"},
        {"const Main = a ? Row : Col", "<Main/>", "Main"},
        {"const Main = Row || Col", "<Main/>", "Main"},
        {"const Main = parts.Main", "<Main/>", "Main"},
        {"const { Content = Other } = Row", "<Content/>", "Content"},
        {"const { Content, ...rest } = Row", "<Content/>", "Content"},
        {"const F: (a: A) => B = Row", "<F/>", "F"},
        {"// const Main = Row.Content", "<Main/>", "Main"},
        {"const a = `const Main = Row.Content\n`", "<Main/>", "Main"},
        {"const Row = CourseRow", "<Row/>", "Row"},
        {"const A = B\nconst B = A", "<A/>", "A"},
        {"x = Const\nMain = Row.Content", "<Main/>", "Main"},
    };
    ASSERT_NAMES(cases);
}

TEST(constants_rename_where_they_stand) {
    USE_ARENA;
    static const named cases[] = {
        {"function A() { const Main = Row.Content\n return <Main/> }", "<Main/>",
         "Row.Content Main"},
        {"const Main = Row.Aside\nfunction A() { const Main = Row.Content; return <Main/> }\n"
         "function B() { return <Main/> }",
         "<Main/>", "Row.Content Row.Aside Row.Aside"},
        {"const Main = Row.Aside\nfunction A() { return <Main/> }\n"
         "function B() { const Main = Row.Content; return <Main/> }",
         "<Main/>", "Row.Aside Row.Content Row.Aside"},
    };
    ASSERT_NAMES(cases);
}

TEST(places_stay_those_of_the_written_name) {
    USE_ARENA;
    ll_lesson *lesson = lesson_of(arena, "import { TipBlock as Tip } from '@/l'\n"
                                         "const A = () => <Tip a='b'/>");
    const ll_tsx_node *node = &lesson->tsx->nodes.at[element_of(lesson, "TipBlock", 0)];
    assert_view(ll_tsx_text(lesson->tsx, node->start, node->lead_end), "<Tip");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(imports_may_rename),
        cmocka_unit_test(a_name_that_the_file_has_for_something_else_is_not_taken),
        cmocka_unit_test(blocks_of_everything_that_is_imported),
        cmocka_unit_test(constants_may_rename),
        cmocka_unit_test(constants_rename_where_they_stand),
        cmocka_unit_test(places_stay_those_of_the_written_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
