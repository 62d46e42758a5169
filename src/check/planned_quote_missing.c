/* planned-quote-missing: a sentence that the plan wants the lesson to echo, and that it does not.
 */
#include "check/checks.h"
#include "plan/promise.h"
#include "text/decimal.h"

#define TOGETHER 0.5

/* Of a shorter quote a share means nothing. */
enum { WORDS_LEAST = 3 };

/* Whether a line of the outline announces sentences to be repeated. */
static bool announces_echo(ll_view line) {
    static const ll_view words[] = {LL_VIEW_INIT("echo"),         LL_VIEW_INIT("echoes"),
                                    LL_VIEW_INIT("echoed"),       LL_VIEW_INIT("callback"),
                                    LL_VIEW_INIT("callbacks"),    LL_VIEW_INIT("mental model"),
                                    LL_VIEW_INIT("mental models")};
    static const ll_view others[] = {LL_VIEW_INIT("not"),     LL_VIEW_INIT("don't"),
                                     LL_VIEW_INIT("no"),      LL_VIEW_INIT("notebook"),
                                     LL_VIEW_INIT("one of"),  LL_VIEW_INIT("any of"),
                                     LL_VIEW_INIT("an echo"), LL_VIEW_INIT("the echo")};
    return LL_VIEW_HAS_WORD(line, words) && !LL_VIEW_HAS_WORD(line, others) &&
           !ll_plan_takes_back(line);
}

/* The line that an item begins with, its title and what stands behind it. */
static ll_view line_of_item(const ll_plan *plan, const ll_outline_item *item) {
    ll_view text = plan->source->text;
    size_t end = ll_view_find_byte(text, '\n', item->place.offset);
    return ll_view_slice(text, item->place.offset, end < text.len ? end : text.len);
}

/* The quotation that a bullet is: nothing stands before it, and at most a note in brackets or
 * behind a dash, or a full stop, behind it. Empty for any other bullet. */
static ll_view quote_of(ll_view bullet) {
    static const struct {
        ll_view open, close;
    } quotes[] = {{LL_VIEW_INIT("\""), LL_VIEW_INIT("\"")},
                  {LL_VIEW_INIT("\xE2\x80\x9C"), LL_VIEW_INIT("\xE2\x80\x9D")}};
    for (size_t i = 0; i < sizeof quotes / sizeof *quotes; i++) {
        if (!ll_view_starts(bullet, quotes[i].open))
            continue;
        size_t start = quotes[i].open.len;
        size_t close = ll_view_find(bullet, quotes[i].close, start);
        if (close == LL_VIEW_NONE)
            return (ll_view){0};
        ll_view rest = ll_view_trim(ll_view_slice(bullet, close + quotes[i].close.len, bullet.len));
        bool whole = rest.len == 0 || rest.ptr[0] == '(' || rest.ptr[0] == '.' ||
                     ll_view_starts(rest, LL_VIEW("--")) ||
                     ll_view_starts(rest, LL_VIEW("\xE2\x80\x94"));
        return whole ? ll_view_slice(bullet, start, close) : (ll_view){0};
    }
    return (ll_view){0};
}

/* From the first visible character of the bullet's line. */
static ll_range line_of(const ll_plan *plan, const ll_block *block) {
    uint32_t start = block->start;
    while (start < block->text_start && ll_is_blank(plan->source->text.ptr[start]))
        start++;
    return (ll_range){LL_DOCUMENT_PLAN, start, block->text_end - start};
}

static void judge(ll_check *check, const ll_block *block, ll_view quote) {
    ll_index_hit hit = ll_index_best(ll_facts_rows(check->facts), quote);
    if (hit.asked < WORDS_LEAST)
        return;
    bool found = hit.best != UINT32_MAX && hit.score >= TOGETHER;
    if (!found && ll_facts_unseen(check->facts, hit.best) != LL_TSX_NONE)
        return;
    check->outcome.checked++;
    if (found)
        return;
    const ll_lesson *lesson = check->facts->lesson;
    ll_related related = {0};
    if (hit.best != UINT32_MAX)
        related =
            (ll_related){ll_tag_range(lesson->tsx, ll_facts_row_element(check->facts, hit.best)),
                         LL_VIEW("best match")};
    ll_value values[] = {
        {"quote", quote}, {"score", ll_decimal_fixed(check->arena, hit.score)}, {0}};
    ll_check_report(check, &(ll_report){.range = line_of(check->facts->plan, block),
                                        .subject = quote,
                                        .values = values,
                                        .related = related});
}

/* Walks the blocks of one item. `under` is the level of the bullet that announces, 0 when the
 * item's own title does; everything below it is meant. */
static void read_item(ll_check *check, const ll_outline_item *item, uint32_t first,
                      uint32_t after) {
    const ll_markdown *markdown = check->facts->plan->markdown;
    bool by_title = announces_echo(line_of_item(check->facts->plan, item)), open = by_title,
         by_bullet = false;
    uint32_t under = 0;
    for (uint32_t i = first; i < after; i++) {
        const ll_block *block = &markdown->blocks.at[i];
        ll_view text = ll_markdown_plain(check->arena, ll_markdown_text(markdown, block));
        bool bullet = block->kind == LL_BLOCK_ITEM;
        ll_view quote = bullet ? quote_of(text) : (ll_view){0};
        if (open && by_bullet && (!bullet || block->level <= under)) {
            open = by_title;
            by_bullet = false;
        }
        if (open && quote.len > 0) {
            judge(check, block, quote);
        } else if (announces_echo(text)) {
            open = true;
            by_bullet = bullet;
            under = block->level;
        } else if (!bullet) {
            open = by_title;
        }
    }
}

void ll_check_planned_quote_missing(ll_check *check) {
    const ll_plan *plan = check->facts->plan;
    uint32_t block = 0;
    for (uint32_t i = 0; i < plan->outline.len; i++) {
        const ll_outline_item *item = &plan->outline.at[i];
        while (block < plan->markdown->blocks.len &&
               plan->markdown->blocks.at[block].start < item->body_start)
            block++;
        uint32_t after = block;
        while (after < plan->markdown->blocks.len &&
               plan->markdown->blocks.at[after].start < item->body_end)
            after++;
        read_item(check, item, block, after);
        block = after;
    }
}
