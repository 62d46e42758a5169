/* check: what the rules on notebooks say of small documents. */
#include "support.h"

#include "pair.h"

#include "check/check.h"

typedef struct judged {
    ll_check check;
    ll_finding_list findings;
} judged;

static judged *judge_in(ll_arena *arena, const char *id, const char *plan, const char *lesson,
                        ll_surroundings around) {
    ll_rule_set rules = ll_rules_shipped(arena);
    judged *made = LL_ARENA_NEW(arena, judged);
    ll_facts *facts = facts_of(arena, plan, lesson);
    facts->around = around;
    const ll_rule *rule = ll_rule_find(&rules, ll_view_of(id));
    made->check = (ll_check){.arena = arena,
                             .facts = facts,
                             .rule = rule,
                             .severity = rule->severity,
                             .findings = &made->findings};
    ll_check_find(rule->id)->run(&made->check);
    return made;
}

static uint32_t count(ll_arena *arena, const char *id, const char *plan, const char *lesson) {
    return judge_in(arena, id, plan, lesson, (ll_surroundings){0})->findings.len;
}

static const char *plan_of(ll_arena *arena, const char *header, const char *body) {
    return ll_arena_format(arena, "# S\n\n%s\n\n---\n\n%s\n", header, body).ptr;
}

static const char *lesson_of(ll_arena *arena, const char *before, const char *inside) {
    return ll_arena_format(arena,
                           "%s\nexport function L() { return <LessonLayout><Row><Row.Content>%s"
                           "</Row.Content></Row></LessonLayout> }",
                           before, inside)
        .ptr;
}

/* Header, body, and whether the plan wants a notebook and says that there is none. */
static const struct {
    const char *header, *body;
    bool planned, denied;
} plans[] = {
    {"**Has notebook:** Yes", "", true, false},
    {"**Has notebook:** No", "", false, true},
    {"**Notebook:** not needed", "", false, true},
    {"**Notebook:** \xE2\x80\x94", "", false, true},
    {"**Notebook:** yes (no GPU needed)", "", true, false},
    {"**Type:** Hands-on (notebook)", "", true, false},
    {"**Type:** Conceptual, no notebook", "", false, true},
    {"**Previous lesson:** cards (no notebook)", "", false, false},
    {"**Previous lesson:** cards (`1-1-1-cards.ipynb`)", "", false, false},
    {"", "## A\n\nNo notebook.", false, true},
    {"", "## A\n\n- No widgets, no notebook, no homework.", false, true},
    {"", "## A\n\nCards are enough. No notebook is needed here.", false, true},
    {"", "## A\n\nThis lesson does not have a notebook.", false, true},
    {"", "## A\n\nThis lesson follows cards, which had no notebook.", false, false},
    {"", "## A\n\n**Notebook:** none", false, true},
    {"", "## A\n\n### Notebook\n\nNone: it is all on paper.", false, true},
    {"", "## A\n\n### Notebook\n\nNine cells.", false, false},
    {"", "## A\n\nNo notebook skills are assumed.", false, false},
    {"", "## A\n\nCoding it by hand (no notebook) is left out.", false, false},
    {"", "## A\n\nThe previous lesson was short. No notebook.", false, false},
    {"", "## Review \xE2\x80\x94 2026-01-01\n\nNo notebook.", false, false},
    {"", "### Lesson Outline\n\n1. **Practice: Notebook**\n2. **Summarize**", true, false},
    {"", "### Lesson Outline\n\n1. **Practice: Notebook (optional)**\n2. **Summarize**", false,
     false},
    {"", "### Lesson Outline\n\n1. ~~**Practice: Notebook**~~\n2. **Summarize**", false, false},
    {"**Type:** Concept (notebook-free)", "", false, true},
    {"**Type:** Concept, does not need a Colab notebook", "", false, true},
    {"**Type:** Concept; there is no separate notebook", "", false, true},
    {"**Type:** Concept, no Jupyter or Colab notebook", "", false, true},
    {"**Type:** Concept with a notebook", "", true, false},
    {"**Notebook:** Optional, if time permits", "", false, true},
    {"**Has notebook:** false", "", false, true},
    {"", "### Lesson Outline\n\n1. **Practice: Cards**\n   - Notebook exercises\n2. **Summarize**",
     true, false},
    {"", "### Lesson Outline\n\n1. **Practice: Cards**\n   - In pairs\n2. **Summarize**", false,
     false},
    {"", "### Lesson Outline\n\n1. **Explain: Cards**\n   - As in the notebook\n2. **Summarize**",
     false, false},
    {"", "### Lesson Outline\n\n1. **Try it: Colab notebook**\n2. **Summarize**", true, false},
    {"", "### Lesson Outline\n\n1. **Hook: The notebook of Ada**\n2. **Summarize**", false, false},
};

TEST(the_first_section_may_say_that_there_is_none) {
    USE_ARENA;
    const ll_plan *plan =
        facts_of(arena, "### Notebook\n\nNone: it is all on paper.\n", NULL)->plan;
    assert_true(plan->notebook.denied.length > 0);
}

TEST(plans_want_a_notebook_or_say_that_there_is_none) {
    USE_ARENA;
    for (size_t i = 0; i < sizeof plans / sizeof *plans; i++) {
        const char *plan = plan_of(arena, plans[i].header, plans[i].body);
        const ll_notebook *notebook = &facts_of(arena, plan, NULL)->plan->notebook;
        if ((notebook->planned.length > 0) != plans[i].planned ||
            (notebook->denied.length > 0) != plans[i].denied)
            fail_msg("%s | %s: planned %u, denied %u", plans[i].header, plans[i].body,
                     notebook->planned.length, notebook->denied.length);
    }
}

static const struct {
    const char *before, *inside;
    uint32_t findings;
} lessons[] = {
    {"", "<p>x</p>", 1},
    {"", "<a href=\"https://colab.research.google.com/drive/1a2b\">x</a>", 0},
    {"", "<a href=\"/notebooks/1-1-1-cards.ipynb\">x</a>", 0},
    {"", "<a href=\"/files/1-1-1-cards.ipynb\">x</a>", 0},
    {"", "<p>See https://colab.research.google.com</p>", 1},
    {"", "<p title=\"Open 1-1-1-cards.ipynb today\">x</p>", 1},
    {"// https://colab.research.google.com/x", "<p>x</p>", 1},
    {"", "<a href={`https://colab.research.google.com/github/a/b/${slug}.ipynb`}>x</a>", 0},
    {"", "<a href={`https://colab.research.google.com/${a + b}`}>x</a>", 0},
    {"import { links } from './links'", "<a href={links.notebook}>x</a>", 0},
    {"import { links } from './links'", "<a href={links.forum}>x</a>", 1},
    {"const NOTEBOOK_URL = '#'", "<a href={NOTEBOOK_URL}>x</a>", 1},
    {"const NOTEBOOK = '/notebooks/1-1-1-cards.ipynb'", "<a href={NOTEBOOK}>x</a>", 0},
    {"const NOTEBOOK = '/notebooks/1-1-1-cards.ipynb'", "<p>x</p>", 1},
    {"const NOTEBOOK = '/notebooks/1-1-1-cards.ipynb'", "<A b={NOTEBOOK_2}/>", 1},
    {"export const NOTEBOOK = '/notebooks/1-1-1-cards.ipynb'", "<p>x</p>", 0},
    {"const links = { notebook: '/notebooks/1-1-1-cards.ipynb' }", "<p>x</p>", 0},
    {"import { ColabButton } from '../links'", "<ColabButton/>", 0},
    {"import { Notebook } from 'lucide-react'", "<Notebook/>", 1},
    {"function NotebookCard() { return <p>x</p> }", "<NotebookCard/>", 1},
};

TEST(links_to_notebooks_are_seen) {
    USE_ARENA;
    const char *plan = plan_of(arena, "**Has notebook:** Yes", "");
    for (size_t i = 0; i < sizeof lessons / sizeof *lessons; i++) {
        const char *lesson = lesson_of(arena, lessons[i].before, lessons[i].inside);
        uint32_t found = count(arena, "notebook-missing", plan, lesson);
        if (found != lessons[i].findings)
            fail_msg("%s | %s: %u", lessons[i].before, lessons[i].inside, found);
    }
    assert_int_equal(count(arena, "notebook-missing", plan, "export const A = () => <p>x</p>"), 0);
}

TEST(planned_files_are_looked_up) {
    USE_ARENA;
    const ll_view files[] = {LL_VIEW("notebooks/1-1-1-cards.ipynb")};
    ll_surroundings around = {.notebooks = files, .notebook_count = 1, .knows_notebooks = true};
    const char *lesson =
        lesson_of(arena, "", "<a href=\"https://colab.research.google.com/drive/1a2b\">x</a>");
    const char *there = plan_of(arena, "**Notebook:** `1-1-1-cards.ipynb`", "");
    const char *absent = plan_of(arena, "**Notebook:** `1-1-1-trees.ipynb`", "");
    assert_int_equal(judge_in(arena, "notebook-missing", there, lesson, around)->findings.len, 0);
    judged *made = judge_in(arena, "notebook-missing", absent, lesson, around);
    assert_int_equal(made->findings.len, 1);
    assert_non_null(strstr(made->findings.at[0].message.ptr, "no such file"));
    /* A link to it is the finding of another rule. */
    lesson = lesson_of(arena, "", "<a href=\"/notebooks/1-1-1-trees.ipynb\">x</a>");
    assert_int_equal(judge_in(arena, "notebook-missing", absent, lesson, around)->findings.len, 0);
    assert_int_equal(count(arena, "notebook-missing", absent, lesson), 0);
}

/* Header lines, a link or NULL, and how often the name is wrong. */
static const struct {
    const char *header, *link;
    uint32_t findings;
} names[] = {
    {"**Module:** 1.1 (A)\n**Position:** Lesson 2 of 3\n**Notebook:** 1-1-2-cards.ipynb", NULL, 0},
    {"**Module:** 1.1\r\n**Position:** Lesson 2 of 3\r\n**Notebook:** 1-1-3-cards.ipynb\r", NULL,
     1},
    {"**Module:** Module 1.1: A\n**Position:** 2/3\n**Notebook:** 1-1-3-cards.ipynb", NULL, 1},
    {"**Module:** 1.1\n**Position:** Lesson 2 of 3\n**Notebook:** 1-1-21-cards.ipynb", NULL, 1},
    {"**Module:** 1.1\n**Position:** Lesson 5 (lesson 2 of 3)\n**Notebook:** 1-1-5-a.ipynb", NULL,
     0},
    {"**Module:** 1.1\n**Position:** Lesson 9 of 18 in series\n**Notebook:** 1-1-2-a.ipynb", NULL,
     0},
    {"**Module:** 1.1\n**Lesson:** 9 of 18 (lesson 2 in module)\n**Notebook:** 1-1-2-a.ipynb", NULL,
     0},
    {"**Module:** 1.1\n**Lesson:** 9 of 18, 2 in module\n**Notebook:** 1-1-2-a.ipynb", NULL, 0},
    {"**Module:** 1.1\n**Lesson number in module:** 2\n**Position:** 9 of 18\n"
     "**Notebook:** 1-1-9-a.ipynb",
     NULL, 1},
    {"**Series:** 1 | **Module:** 1.1 (A) | **Lesson:** 2 of 3 | **Notebook:** 1-2-a.ipynb", NULL,
     1},
    {"**Module:** 1.1\n**Position:** Lesson 2 of 3\n**Notebook:** a.ipynb, again a.ipynb", NULL, 1},
    {"**Module:** Cards (1.1)\n**Position:** Lesson 2 of 3\n**Notebook:** a.ipynb", NULL, 0},
    {"**Notebook:** 1-1-2-a.ipynb", "1-1-2-a.ipynb", 0},
    {"**Notebook:** 1-1-2-a.ipynb", "1-1-2-b.ipynb", 1},
    {"**Notebook:** 1-1-2-a.ipynb", "${name}.ipynb", 0},
    {"**Slug:** a\n**Module:** 1.1\n**Position:** 2 of 3", "a-cards.ipynb", 1},
    {"**Slug:** cards\n**Module:** 1.1\n**Position:** 2 of 3", "quick.ipynb", 0},
    {"**Slug:** cards\n**Module:** 1.1\n**Position:** 2 of 3", "1-1-3-x.ipynb", 1},
};

TEST(names_follow_module_and_lesson) {
    USE_ARENA;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *link = names[i].link;
        const char *inside =
            link ? ll_arena_format(arena, "<a href={`/notebooks/%s`}>x</a>", link).ptr : "x";
        uint32_t found = count(arena, "notebook-name", plan_of(arena, names[i].header, ""),
                               lesson_of(arena, "", inside));
        if (found != names[i].findings)
            fail_msg("%s | %s: %u", names[i].header, link ? link : "no link", found);
    }
    assert_int_equal(count(arena, "notebook-name", plan_of(arena, names[1].header, ""), NULL), 1);
}

/* Notebook of the plan, linked one, those that exist (NULL: not known), what the message says. */
static const struct {
    const char *planned, *linked, *exist, *problem;
} wrong[] = {
    {"1-1-2-a", "1-1-2-b", NULL, "the plan or the link is wrong"},
    {"1-1-2-a", "1-1-2-b", "1-1-2-a", "which does not exist"},
    {"1-1-2-a", "1-1-2-b", "1-1-2-b", "only that exists"},
    {"1-1-2-a", "1-1-3-b", NULL, "which does not begin with `1-1-2`"},
    {"1-1-3-a", "1-1-2-b", NULL, "only that begins with `1-1-2`"},
    {"1-1-3-a", "1-1-2-b", "1-1-3-a", "which does not exist"},
    {"1-1-3-a", NULL, NULL, "position in the plan, has the wrong number"},
    {"1-1-3-a", NULL, "1-1-2-b", "`1-1-2-b.ipynb` exists"},
    {NULL, "1-1-3-a", NULL, "the link leads to another lesson's notebook, or"},
    {NULL, "1-1-3-a", "1-1-2-b", "`1-1-2-b.ipynb` exists: the link seems to lead"},
};

TEST(what_is_wrong_is_said_by_evidence) {
    USE_ARENA;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        ll_view header = LL_VIEW("**Module:** 1.1\n**Position:** Lesson 2 of 3");
        if (wrong[i].planned)
            header = ll_arena_format(arena, "%.*s\n**Notebook:** %s.ipynb", LL_VIEW_ARG(header),
                                     wrong[i].planned);
        const char *inside = "x";
        if (wrong[i].linked)
            inside =
                ll_arena_format(arena, "<a href=\"/notebooks/%s.ipynb\">x</a>", wrong[i].linked)
                    .ptr;
        ll_view file = {0};
        if (wrong[i].exist)
            file = ll_arena_format(arena, "notebooks/%s.ipynb", wrong[i].exist);
        ll_surroundings around = {
            .notebooks = &file, .notebook_count = file.len > 0, .knows_notebooks = file.len > 0};
        judged *made = judge_in(arena, "notebook-name", plan_of(arena, header.ptr, ""),
                                lesson_of(arena, "", inside), around);
        if (made->findings.len != 1 || !strstr(made->findings.at[0].message.ptr, wrong[i].problem))
            fail_msg("row %zu: %u, %s", i, made->findings.len,
                     made->findings.len ? made->findings.at[0].message.ptr : "");
    }
}

TEST(contradictions_name_both_places) {
    USE_ARENA;
    const char *plan =
        plan_of(arena, "**Type:** Conceptual (no notebook)\n**Notebook:** a.ipynb", "");
    judged *made = judge_in(arena, "notebook-plan-unclear", plan, NULL, (ll_surroundings){0});
    assert_int_equal(made->findings.len, 1);
    assert_true(made->findings.at[0].range.offset > made->findings.at[0].related.range.offset);
    assert_int_equal(made->check.outcome.checked, 1);
}

/* Of several holes, or a name that is no constant, nobody knows what the address is. */
TEST(a_constant_may_be_the_file_of_an_address) {
    USE_ARENA;
    const char *plan = plan_of(arena, "**Notebook:** 1-1-2-a.ipynb", "");
    static const struct {
        const char *file, *address;
        uint32_t findings;
    } cases[] = {
        {"1-1-2-a.ipynb", "/blob/main/${FILE}", 0},   {"1-1-3-a.ipynb", "/blob/main/${FILE}", 1},
        {"1-1-3-a.ipynb", "/blob/main/${ FILE }", 1}, {"1-1-3-a.ipynb", "/blob/main/${OTHER}", 0},
        {"1-1-3-a.ipynb", "/blob/${a}/${FILE}", 0},   {"1-1-3-a.ipynb", "/blob/main/${FILE}?x", 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ll_view before = ll_arena_format(
            arena, "const FILE = '%s'\nconst COLAB_URL = `https://colab.research.google.com%s`",
            cases[i].file, cases[i].address);
        const char *lesson = lesson_of(arena, before.ptr, "<a href={COLAB_URL}>{FILE}</a>");
        uint32_t found = count(arena, "notebook-name", plan, lesson);
        if (found != cases[i].findings)
            fail_msg("case %zu: %u", i, found);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_section_may_say_that_there_is_none),
        cmocka_unit_test(plans_want_a_notebook_or_say_that_there_is_none),
        cmocka_unit_test(links_to_notebooks_are_seen),
        cmocka_unit_test(planned_files_are_looked_up),
        cmocka_unit_test(names_follow_module_and_lesson),
        cmocka_unit_test(a_constant_may_be_the_file_of_an_address),
        cmocka_unit_test(what_is_wrong_is_said_by_evidence),
        cmocka_unit_test(contradictions_name_both_places),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
