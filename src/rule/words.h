/* The words of a review that are not a rule's: every text of its tables, notes and patterns that a
 * reader sees, in one place. Each is a format of ll_arena_format, so that the compiler compares it
 * with what is put in. The keywords of the form (PASS, FIXED, the headings), which are read back
 * from plans, stand where the form is written and read. */
#ifndef LL_RULE_WORDS_H
#define LL_RULE_WORDS_H

/* The sentence below a verdict. A subject is "1 hint is", "3 critical findings are". */
#define LL_SAY_ONE_IS "%.*s is"
#define LL_SAY_MANY_ARE "%.*s are"
#define LL_SAY_CRITICAL "critical finding"
#define LL_SAY_IMPROVEMENT "improvement finding"
#define LL_SAY_POLISH "polish finding"
#define LL_SAY_HINT "hint"
#define LL_SAY_ONLY_POLISH "Nothing stands in the way of the lesson; %.*s left."
#define LL_SAY_ONLY_HINTS "Nothing was found that has to be changed; %.*s to be verified."
#define LL_SAY_NOTHING "Nothing was found that has to be changed."
#define LL_SAY_IMPROVE "The lesson can pass once %.*s dealt with."
#define LL_SAY_MEND "The lesson cannot be used before %.*s dealt with."
#define LL_SAY_MEND_AND_IMPROVE                                                                    \
    "The lesson cannot be used before %.*s dealt with; %.*s to be worked on as well."
#define LL_SAY_ONE_IS_OPEN "%.*s; %.*s of the last review still needs a reviewer%s."
#define LL_SAY_MANY_ARE_OPEN "%.*s; %.*s of the last review still need a reviewer%s."
#define LL_SAY_NOT_LOOKED_AT ", and the lesson was not looked at"
#define LL_SAY_FINDING "finding"

/* The sentences behind it */
#define LL_SAY_KNOWN_FINDING "known finding"
#define LL_SAY_ONE_LEFT_OUT "%.*s%s%.*s was left out%s."
#define LL_SAY_MANY_LEFT_OUT "%.*s%s%.*s were left out%s."
#define LL_SAY_BY_BASELINE " by the baseline"
#define LL_SAY_UNCHANGED " on lines that have not changed"

/* The table Checks: names of its rows */
#define LL_SAY_PREREQUISITES "Prerequisites"
#define LL_SAY_MISCONCEPTIONS "Misconceptions"
#define LL_SAY_MODALITIES "Modalities"
#define LL_SAY_EXAMPLES "Examples"
#define LL_SAY_LOAD "Cognitive load"
#define LL_SAY_OUTLINE "Outline"
#define LL_SAY_QUOTES_AND_TERMS "Quotes and terms"
#define LL_SAY_ROW "Row"
#define LL_SAY_CURSOR "cursor-pointer"
#define LL_SAY_DASHES "Em dashes"
#define LL_SAY_NOTEBOOK "Notebook"

/* … and what they say; a text that goes on begins with what is there. */
#define LL_SAY_NOT_CHECKED "not checked"
#define LL_SAY_AT_DEPTH "%u of %u at the required depth, %.*s"
#define LL_SAY_GAP "gap"
#define LL_SAY_UNRESOLVED "%.*s, %u unresolved"
#define LL_SAY_ADDRESSED "%u planned, %u addressed"
#define LL_SAY_PRESENT "%u planned, %u present"
#define LL_SAY_MORE_TO_VERIFY "%.*s, %u to verify"
#define LL_SAY_MORE_ABSENT "%.*s, %u absent"
#define LL_SAY_MORE_NOT_JUDGED "%.*s, %u not judged"
#define LL_SAY_MORE_NOT_LOCATED "%.*s, %u not located"
#define LL_SAY_POLARITIES "%u positive, %u negative"
#define LL_SAY_NEW_CONCEPT "new concept"
#define LL_SAY_ROWS "%u of %u rows"
#define LL_SAY_OUTSIDE_ROW "%.*s, %u outside a Row"
#define LL_SAY_NO_SUMMARY "no `summary`"
#define LL_SAY_SUMMARIES "%u of %u `summary`"
#define LL_SAY_NO_DASHES "no em dashes"
#define LL_SAY_UNSPACED "%u of %u unspaced"
#define LL_SAY_LINK "link"
#define LL_SAY_PERHAPS_A_LINK "perhaps a link"
#define LL_SAY_NONE "none"
#define LL_SAY_ONE "one"
#define LL_SAY_PLAN_SAYS_BOTH "the plan says both, %s present"
#define LL_SAY_EXPECTED "%s expected, %s present"
#define LL_SAY_ITEMS "%u of %u items found"
#define LL_SAY_MODELS "%u of %u mental models"
#define LL_SAY_TERMS "%.*s%s%u of %u terms"

/* The table Coverage */
#define LL_SAY_NOWHERE "—"
#define LL_SAY_NOT_JUDGED "not judged"
#define LL_SAY_NOT_LOCATED "not located"
#define LL_SAY_DOUBTFUL ", to verify"
#define LL_SAY_TO_VERIFY "%.*s" LL_SAY_DOUBTFUL
#define LL_SAY_CUT "%.*s …"
#define LL_SAY_IN_ELEMENT "`%.*s` (line %u)"
#define LL_SAY_IN_LINE "line %u (%.*s)"
#define LL_SAY_IN_SECTION "\"%.*s\" (line %u)"
#define LL_SAY_IN_SECTION_SCORED "\"%.*s\" (line %u, %.*s)"
#define LL_SAY_MISCONCEPTION_NAMED "Misconception \"%.*s\""
#define LL_SAY_EXAMPLE_NAMED "Example \"%.*s\""
#define LL_SAY_MODALITY_NAMED "Modality: %.*s"
#define LL_SAY_ITEM "%u. %.*s"
#define LL_SAY_ITEM_NAMED "Outline %.*s"

/* Patterns to watch */
#define LL_SAY_RULE "rule"
#define LL_SAY_POLISHED "%.*s on polish found nothing: %.*s"
#define LL_SAY_FREQUENT "`%.*s` fires in %.*s"
#define LL_SAY_LENGTH "Length: %.*s"
#define LL_SAY_STAYS "%.*s: there since iteration %u"
#define LL_SAY_IS_BACK "Line %u: %.*s"
#define LL_SAY_SHARED "“%.*s” (line %u) and “%.*s” (line %u) share %u%% of their words"
#define LL_SAY_REPEATED                                                                            \
    "The aside in line %u repeats the text beside it: %u%% of its runs of three words"
#define LL_SAY_AND_MORE "And %u more of these"

/* Notes of the fix verification, on a finding of lessonlint */
#define LL_SAY_PLACES_LEFT "%u of %u places left"
#define LL_SAY_STILL_THERE "still there"
#define LL_SAY_GONE "gone"
#define LL_SAY_UNSEEN "perhaps gone: what would tell cannot be seen"
#define LL_SAY_SUPPRESSED "%.*s%s%u suppressed by a comment"
#define LL_SAY_OF_THIS_TITLE "%.*s of this title"
#define LL_SAY_PLACE "place"
#define LL_SAY_NO_SUCH_RULE "there is no rule `%.*s`"
#define LL_SAY_RULE_NOT_RUN "`%.*s` was not run: %s"

/* … and on one of a person; mostly names of rules come first. */
#define LL_SAY_NO_RULE "no rule judges it"
#define LL_SAY_UNMATCHED "no earlier finding has this title"
#define LL_SAY_NUMBERED "Finding %u of an earlier review"
#define LL_SAY_ABROAD "its place is another file"
#define LL_SAY_NAMES "%.*s%s`%.*s`"
#define LL_SAY_AND " and "
#define LL_SAY_LEFT "%.*s: %.*s left"
#define LL_SAY_NAMED_LEFT "%.*s: %u of %u named places left"
#define LL_SAY_LEFT_THERE "%.*s: %.*s left there"
#define LL_SAY_ONLY_A_HINT "only a hint there"
#define LL_SAY_NOT_RUN "not run"
#define LL_SAY_NOTHING_TO_LOOK_AT "nothing to look at"
#define LL_SAY_TOO_MUCH "too much to compare"
#define LL_SAY_MAY_HAVE_IT "what would tell cannot be seen"
#define LL_SAY_NOT_SEEN "what is named was not judged"
#define LL_SAY_PERHAPS_ELSEWHERE "still found in the lesson, perhaps at another place"
#define LL_SAY_MORE_THAN_LISTED "more is left than is listed"
#define LL_SAY_DOUBT "%.*s: %s%s%s"
#define LL_SAY_DOUBT_OF_PLACE "%.*s: %.*s"
#define LL_SAY_NOT_OF_FILE "`%.*s` is nothing of the lesson's file"
#define LL_SAY_LEFT_BESIDE "something is left at another place that is named"
#define LL_SAY_NOT_READ "what `%.*s` shows could not be read"
#define LL_SAY_ONE_FINDS "%.*s finds nothing%s now"
#define LL_SAY_MANY_FIND "%.*s find nothing%s now"
#define LL_SAY_THERE " there"
#define LL_SAY_GONE_THERE "%.*s: gone there, elsewhere %.*s"
#define LL_SAY_GONE_BY "%.*s: gone"
#define LL_SAY_FEWER "%.*s: %.*s left, %u lines were named"
#define LL_SAY_ACCEPTED "%.*s: %u suppressed by a comment"
#define LL_SAY_NOT_IN_PLAN "the plan has no “%.*s” to judge by"

/* The end of a series */
#define LL_SAY_OVER                                                                                \
    "the series of reviews in this plan is finished (iteration %u/%u%s); to begin another "        \
    "one, give it a name, such as --label \"Post-Rework\""
#define LL_SAY_BY_PASS ", verdict PASS"

#endif
