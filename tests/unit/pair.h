/* A small plan and lesson in memory, for the tests of what stands right of the models. */
#ifndef LL_TESTS_PAIR_H
#define LL_TESTS_PAIR_H

#include "base/buffer.h"
#include "facts/facts.h"

static const char PLAN[] =
    "# Lesson: Binary Search\n"
    "\n"
    "**Slug:** binary-search\n"
    "\n"
    "## Phase 2: Analyze\n"
    "\n"
    "### Prerequisites Table\n"
    "\n"
    "| Concept | Required Depth | Actual Depth | Source | Status | Reasoning |\n"
    "|---|---|---|---|---|---|\n"
    "| Sorted lists | DEVELOPED | INTRODUCED | lists (1.1.1) | OK | Needed. |\n"
    "| Loops | MENTIONED | APPLIED | loops (1.1.2) | OK | Needed. |\n"
    "\n"
    "### Misconceptions Table\n"
    "\n"
    "| Misconception | Why They'd Think This | Negative Example | Where to Address |\n"
    "|---|---|---|---|\n"
    "| Halving works on shuffled lists | Habit | Shuffled cards send the reader "
    "away from the wanted card at the first comparison | Section 3 |\n"
    "| Twice the entries need twice the looks | Habit | A thousand entries need "
    "ten looks and two thousand entries need eleven | Section 4 |\n"
    "\n"
    "### Examples Planned\n"
    "\n"
    "| Example | Type | Purpose |\n"
    "|---|---|---|\n"
    "| Eight numbers | Positive | Follow it |\n"
    "| Shuffled cards | Negative | The limit |\n"
    "\n"
    "### Modalities Planned\n"
    "\n"
    "| Modality | What Specifically | Why This Modality |\n"
    "|---|---|---|\n"
    "| Visual | A diagram of the halves | Seen at once |\n"
    "| Visual (static) | The halves again | Seen at once |\n"
    "| Verbal/Analogy | A phone book | Known |\n";

static const char LESSON[] =
    "export function BinarySearchLesson() {\n"
    "  return (\n"
    "    <LessonLayout>\n"
    "      <Row>\n"
    "        <Row.Content>\n"
    "          <LessonHeader title=\"Binary Search\" description=\"Halve and halve again\" />\n"
    "        </Row.Content>\n"
    "      </Row>\n"
    "      <Row>\n"
    "        <Row.Content>\n"
    "          <SectionHeader title=\"Order Matters\" />\n"
    "          <p>Halving works on sorted lists. Shuffled cards send the reader away from the "
    "wanted\n"
    "            card at the first comparison &mdash; so sort them.</p>\n"
    "          <svg><text>left half</text></svg>\n"
    "          <details>\n"
    "            <summary>Why?</summary>\n"
    "            <p>Look at <code>items[m]</code>.</p>\n"
    "          </details>\n"
    "        </Row.Content>\n"
    "      </Row>\n"
    "    </LessonLayout>\n"
    "  )\n"
    "}\n";

static inline ll_source *source_of(ll_arena *arena, const char *path, const char *text) {
    ll_source *source = NULL;
    ll_error error = {0};
    if (text)
        assert_int_equal(ll_source_from(&source, arena, ll_view_of(path), ll_view_of(text), &error),
                         LL_OK);
    return source;
}

static inline ll_facts *facts_of(ll_arena *arena, const char *plan, const char *lesson) {
    ll_facts *facts = NULL;
    ll_error error = {0};
    assert_int_equal(ll_facts_read(&facts, arena, source_of(arena, "plan.md", plan),
                                   source_of(arena, "lesson.tsx", lesson), &ll_vocabulary_default,
                                   &error),
                     LL_OK);
    return facts;
}

#endif
