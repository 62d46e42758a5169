/* facts: TSX files that are given beside the documents, and what they show. */
#include <stdio.h>

#include "support.h"

#include "pair.h"

static const char LESSON_OF[] = "import { Gauge } from '%s'\n"
                                "export const XLesson = () => (\n"
                                "  <LessonLayout><Row><Row.Content><Gauge />"
                                "</Row.Content></Row></LessonLayout>\n"
                                ")\n";

static const char GAUGE[] = "export const Gauge = () => <figure><svg /></figure>\n";

/* Of the lesson at a path that imports its Gauge so, with files beside it. */
static ll_facts *facts_beside(ll_arena *arena, const char *lesson_path, const char *import,
                              const ll_side_file *files, uint32_t count) {
    ll_view lesson = ll_arena_format(arena, LESSON_OF, import);
    ll_facts *facts = NULL;
    ll_error error = {0};
    assert_int_equal(ll_facts_read(&facts, arena, NULL, source_of(arena, lesson_path, lesson.ptr),
                                   &ll_vocabulary_default, &error),
                     LL_OK);
    facts->around = (ll_surroundings){.files = files, .file_count = count};
    return facts;
}

/* The path of the file that the lesson's import leads to, "" for none. */
static const char *found(ll_arena *arena, const char *lesson_path, const char *import,
                         const char *const *paths, uint32_t count) {
    ll_side_file files[4];
    for (uint32_t i = 0; i < count; i++)
        files[i] = (ll_side_file){ll_view_of(paths[i]), source_of(arena, paths[i], GAUGE)};
    ll_facts *facts = facts_beside(arena, lesson_path, import, files, count);
    uint32_t widgets;
    ll_facts_widgets(facts, &widgets);
    ll_strength strength = ll_facts_evidence(facts, LL_MODALITY_VISUAL).strength;
    assert_int_equal(strength == LL_EVIDENCE_STRONG, widgets == 1);
    return widgets == 0 ? "" : facts->sources[LL_DOCUMENTS]->path.ptr;
}

TEST(a_relative_import_is_a_file_at_its_place) {
    USE_ARENA;
    static const char *const paths[] = {"a/b/Gauge.tsx", "a/kit/Gauge/index.jsx", "Gauge.tsx"};
    assert_string_equal(found(arena, "a/b/XLesson.tsx", "./Gauge", paths, 3), paths[0]);
    assert_string_equal(found(arena, "a/b/XLesson.tsx", "./Gauge.tsx", paths, 3), paths[0]);
    assert_string_equal(found(arena, "a/b/XLesson.tsx", "../kit/Gauge", paths, 3), paths[1]);
    assert_string_equal(found(arena, "a/b/XLesson.tsx", ".././kit/Gauge", paths, 3), paths[1]);
    assert_string_equal(found(arena, "XLesson.tsx", "./Gauge", paths, 3), paths[2]);
    assert_string_equal(found(arena, "a/b/XLesson.tsx", "../../Gauge", paths, 3), paths[2]);
    assert_string_equal(found(arena, "a/b/XLesson.tsx", "../../../Gauge", paths, 3), "");
    assert_string_equal(found(arena, "../XLesson.tsx", "../Gauge", paths, 3), "");
    assert_string_equal(found(arena, "a/XLesson.tsx", "./Gauge", paths, 3), "");
    assert_string_equal(found(arena, "a/b/XLesson.tsx", "./Gauge", NULL, 0), "");
}

TEST(an_import_by_an_alias_is_the_file_that_ends_like_it) {
    USE_ARENA;
    static const char *const paths[] = {"src/dials/Gauge.tsx", "src/old/Gauge.tsx",
                                        "kit/Gauge/index.tsx", "src/Unlike.tsx"};
    assert_string_equal(found(arena, "XLesson.tsx", "@/dials/Gauge", paths, 4), paths[0]);
    assert_string_equal(found(arena, "XLesson.tsx", "@/old/Gauge.tsx", paths, 4), paths[1]);
    assert_string_equal(found(arena, "XLesson.tsx", "~/kit/Gauge", paths, 4), paths[2]);
    assert_string_equal(found(arena, "XLesson.tsx", "@/new/Gauge", paths, 1), paths[0]);
    assert_string_equal(found(arena, "XLesson.tsx", "@/new/Gauge", paths, 4), ""); /* which? */
    assert_string_equal(found(arena, "XLesson.tsx", "@/dials/Needle", paths, 4), "");
    assert_string_equal(found(arena, "XLesson.tsx", "Gauge", paths, 1), ""); /* a package */
    assert_string_equal(found(arena, "src/dials/Gauge.tsx", "@/dials/Gauge", paths, 1), "");
}

/* What a file of a file shows stands where the lesson shows the first of them. */
TEST(evidence_stands_where_the_lesson_shows_it) {
    USE_ARENA;
    ll_side_file files[] = {
        {LL_VIEW("./Gauge.tsx"),
         source_of(arena, "./Gauge.tsx",
                   "import { Dial } from './Dial'\nexport const Gauge = () => <Dial />\n")},
        {LL_VIEW("./Dial.tsx"),
         source_of(arena, "./Dial.tsx",
                   "export const Dial = () => <p><input /><InlineMath math=\"x\" /></p>\n")},
    };
    ll_facts *facts = facts_beside(arena, "./XLesson.tsx", "./Gauge", files, 2);
    static const unsigned families[] = {LL_MODALITY_INTERACTIVE, LL_MODALITY_SYMBOLIC};
    for (size_t i = 0; i < 2; i++) {
        ll_evidence evidence = ll_facts_evidence(facts, families[i]);
        assert_int_equal(evidence.strength, LL_EVIDENCE_STRONG);
        assert_view(ll_tsx_lead(facts->tsx, evidence.element), "Gauge");
    }
    assert_int_equal(ll_facts_evidence(facts, LL_MODALITY_VISUAL).strength, LL_EVIDENCE_UNSEEN);
}

/* What another file holds is counted apart. */
TEST(elements_of_other_files_are_counted_apart) {
    USE_ARENA;
    static const char *const hints[] = {NULL};
    for (int there = 0; there < 2; there++) {
        ll_side_file file = {
            LL_VIEW("./Gauge.tsx"),
            source_of(arena, "./Gauge.tsx",
                      there ? "export const Gauge = () => <details>a</details>\n" : GAUGE)};
        ll_facts *facts = facts_beside(arena, "./XLesson.tsx", "./Gauge", &file, 1);
        ll_repeated details = ll_facts_repeated(facts, LL_VIEW("details"), hints);
        assert_true(details.known);
        assert_int_equal(details.number, 0);
        assert_int_equal(details.elsewhere, there);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_relative_import_is_a_file_at_its_place),
        cmocka_unit_test(an_import_by_an_alias_is_the_file_that_ends_like_it),
        cmocka_unit_test(elements_of_other_files_are_counted_apart),
        cmocka_unit_test(evidence_stands_where_the_lesson_shows_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
