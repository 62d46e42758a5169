/* Rules as data: what a rule file says. */
#ifndef LL_RULE_RULE_H
#define LL_RULE_RULE_H

#include "finding/finding.h"

/* All of it is static data for the shipped rules (made at build time) or arena data for rules that
 * are loaded at run time. */

typedef enum ll_rule_kind {
    LL_RULE_TEXT,
    LL_RULE_ELEMENT,
    LL_RULE_COUNT,
    LL_RULE_CHECK
} ll_rule_kind;

/* "text" …, as in rule files. */
const char *ll_rule_kind_name(ll_rule_kind kind);

#define LL_OPTION_MOST 1000000000.0

typedef enum ll_option_kind {
    LL_OPTION_NUMBER,
    LL_OPTION_FLAG,
    LL_OPTION_TEXT,
    LL_OPTION_LIST
} ll_option_kind;

/* Of the option's kind; the other members are zeroed. */
typedef struct ll_option_value {
    double number; /* 0 to LL_OPTION_MOST; of a flag 0 or 1 */
    ll_view text;
    const ll_view *items;
    uint32_t item_count;
} ll_option_value;

/* What a user may tune. */
typedef struct ll_rule_option {
    ll_view name;
    ll_option_kind kind;
    ll_option_value value;
    ll_view about;
} ll_rule_option;

/* A case of a rule that its check tells apart: with its own severity or confidence, or with the
 * words for what is wrong. */
typedef struct ll_rule_case {
    ll_view name;
    ll_severity severity;     /* the rule's when the file gives none */
    ll_confidence confidence; /* the rule's when the file gives none */
    ll_view problem;          /* template; stands for {problem} in the rule's texts; may be empty */
} ll_rule_case;

/* Where the elements of a selector rule are looked for. */
typedef enum ll_rule_within {
    LL_WITHIN_FILE,
    LL_WITHIN_ROOT,  /* in the component that returns LessonLayout */
    LL_WITHIN_LESSON /* anywhere in a file that has a LessonLayout */
} ll_rule_within;

/* A selector rule. `max` 0 means that no element may match. */
typedef struct ll_rule_element {
    ll_view select, unless;
    ll_rule_within within;
    bool require;   /* at least one must match */
    bool outermost; /* a match directly in another one is a part of it */
    uint32_t min, max;
    ll_view add_class; /* what a fix adds to `className`; empty: there is none */
    ll_safety safety;  /* of that fix */
} ll_rule_element;

typedef struct ll_rule_text {
    const ll_view *scopes;
    uint32_t scope_count;
    ll_view pattern, unless;
    bool replaces;   /* a fix puts `replace` in place of the match: … */
    ll_view replace; /* … a template of the text that is read there, with {match} and {decoded} */
    bool tight;      /* … and takes away the blanks beside it */
    ll_safety safety; /* of that fix */
} ll_rule_text;

/* Its bounds are the rule's options "min" and "max", of which it has one or both. */
typedef struct ll_rule_count {
    ll_view of;
} ll_rule_count;

/* A text that stands in the file of a rule to show what it reports, for `lessonlint rules test`. */
typedef struct ll_rule_snippet {
    ll_view text;
    bool invalid;          /* something has to be found in it: … */
    const ll_view *places; /* … at these, "LINE:COLUMN" in the text, and nowhere else, … */
    uint32_t place_count;
    uint32_t count; /* … or so often; 0 with no places: at least once */
} ll_rule_snippet;

/* What rules read: the two documents, and the widgets of the lesson. */
enum { LL_READS_WIDGETS = LL_DOCUMENTS, LL_READS };

typedef struct ll_rule {
    ll_view id;
    ll_rule_kind kind;
    ll_severity severity;
    ll_confidence confidence;
    ll_view since;
    bool reads[LL_READS]; /* what it needs; skipped when plan or lesson is missing */
    bool history; /* judges the reviews in the plan, not the lesson: in no review and no verdict */
    ll_view title, message, issue, impact, fix, praise, noun; /* templates, see template.h */
    const ll_view *values; /* names of the placeholders that its check supplies */
    uint32_t value_count;
    const ll_rule_option *options;
    uint32_t option_count;
    const ll_rule_case *cases;
    uint32_t case_count;
    ll_rule_element element;         /* of the kind `element` */
    ll_rule_text text;               /* of the kind `text` */
    ll_rule_count count;             /* of the kind `count` */
    unsigned loads;                  /* bits 1 << ll_load of the plans that it is for; 0: any */
    const ll_rule_snippet *snippets; /* none for the shipped rules of the program */
    uint32_t snippet_count;
} ll_rule;

/* What was set for one rule. */
typedef struct ll_rule_setting {
    bool off;    /* not to be run */
    bool passed; /* off in this run alone: by an option, where it would be on */
    bool mends;  /* documents are mended: LL_FINDINGS_MENDED_MOST findings are kept */
    bool severity_set;
    ll_severity severity;
    const ll_option_value *values; /* one for each option of the rule; NULL: as the rule has them */
} ll_rule_setting;

/* Most rule files of one folder. */
#define LL_RULES_MOST 1000u

/* Sorted by id. */
typedef struct ll_rule_set {
    const ll_rule **at;
    uint32_t len;
} ll_rule_set;

/* Index of the first rule whose id does not stand before `id`: where a rule of that id is, or
 * belongs. */
uint32_t ll_rule_position(const ll_rule_set *rules, ll_view id);

/* Index of the rule, or LL_RULE_NONE; the rule, or NULL. */
#define LL_RULE_NONE UINT32_MAX
uint32_t ll_rule_index(const ll_rule_set *rules, ll_view id);
const ll_rule *ll_rule_find(const ll_rule_set *rules, ll_view id);

/* The option, or NULL. */
const ll_rule_option *ll_rule_option_find(const ll_rule *rule, ll_view name);

/* What holds for an option of this index; `setting` may be NULL. */
const ll_option_value *ll_rule_value_at(const ll_rule *rule, const ll_rule_setting *setting,
                                        uint32_t option);

/* The same by name, or NULL when the rule has no such option. */
const ll_option_value *ll_rule_value(const ll_rule *rule, const ll_rule_setting *setting,
                                     ll_view name);

/* A value as people read it: "0.25", "on", the text, "one, two". */
ll_view ll_option_show(ll_arena *arena, ll_option_kind kind, const ll_option_value *value);

/* What stands for the placeholders of a rule's texts where there is no finding: the options that
 * are known, and names between `open` and `close`, such as "<section>". */
ll_values ll_rule_placeholders(ll_arena *arena, const ll_rule *rule, const char *open,
                               const char *close);

/* The case of this name, or NULL: then the rule's own severity holds. */
const ll_rule_case *ll_rule_case_find(const ll_rule *rule, ll_view name);

/* The shipped rules, sorted by id (generated from rules/ at build time). */
extern const ll_rule ll_shipped_rules[];
extern const uint32_t ll_shipped_rule_count;

/* A set of the shipped rules, in the arena. */
ll_rule_set ll_rules_shipped(ll_arena *arena);

/* Reads every *.yaml of a folder (by name) into `*rules`: adds, or replaces by id; `*rules` is
 * untouched when it fails. A rule of the kind `check` needs one of the `check_count` known checks
 * (NULL: not tested); where it replaces one, it may name only values and options of that one, and
 * the options that it leaves out keep their values. LL_E_INVALID with the file's line and column,
 * LL_E_IO, LL_E_LIMIT. The rules live as long as the arena's content. */
ll_status ll_rules_load(ll_rule_set *rules, ll_arena *arena, ll_view folder,
                        const char *const *checks, size_t check_count, ll_error *error);

/* The same for the rules that stand as a list under the key `rules` of a file whose other keys are
 * among `others` (up to NULL), which were judged elsewhere. An id need not be the name of the file.
 */
ll_status ll_rules_load_list(ll_rule_set *rules, ll_arena *arena, ll_source *source,
                             const char *const *others, const char *const *checks,
                             size_t check_count, ll_error *error);

#endif
