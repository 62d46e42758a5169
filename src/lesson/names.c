/* What the names of elements, attributes, properties and functions say about the text in them. */
#include "lesson/parse.h"

#include <stdlib.h>

/* Elements that continue a line of text. All lists here are sorted by bytes. */
static const char *const inline_elements[] = {"ExternalLink",
                                              "Fragment",
                                              "LessonLink",
                                              "Link",
                                              "React.Fragment",
                                              "a",
                                              "abbr",
                                              "b",
                                              "cite",
                                              "del",
                                              "dfn",
                                              "em",
                                              "i",
                                              "ins",
                                              "kbd",
                                              "mark",
                                              "q",
                                              "s",
                                              "small",
                                              "span",
                                              "strong",
                                              "sub",
                                              "sup",
                                              "time",
                                              "tspan",
                                              "u",
                                              "var"};

/* Elements that stand in a line of text as one character. */
static const char *const inline_placeholders[] = {"InlineMath", "code", "samp"};

/* Elements whose content is code, and those whose content is maths. */
static const char *const code_elements[] = {
    "CodeBlock", "CodeEditor", "Highlight", "Mermaid", "MermaidDiagram", "SyntaxHighlighter",
    "code",      "pre",        "samp",      "script",  "style"};

static const char *const math_elements[] = {"BlockMath", "InlineMath", "Katex",
                                            "Latex",     "Math",       "TeX"};

/* Attributes of elements of the page that are seen; every other one is not. */
static const char *const host_shown[] = {"abbr",
                                         "alt",
                                         "aria-description",
                                         "aria-label",
                                         "aria-placeholder",
                                         "aria-roledescription",
                                         "aria-valuetext",
                                         "label",
                                         "placeholder",
                                         "summary",
                                         "title"};

static const char *const host_looks[] = {"defaultValue", "value"};

/* Attributes of components and properties of objects, by what they hold. */
static const char *const property_shown[] = {"achievements",
                                             "after",
                                             "alt",
                                             "analogy",
                                             "answer",
                                             "answers",
                                             "aria-description",
                                             "aria-label",
                                             "aria-valuetext",
                                             "author",
                                             "authors",
                                             "before",
                                             "body",
                                             "bullets",
                                             "buttonText",
                                             "caption",
                                             "captions",
                                             "category",
                                             "cons",
                                             "content",
                                             "definition",
                                             "description",
                                             "detail",
                                             "details",
                                             "duration",
                                             "emptyText",
                                             "example",
                                             "examples",
                                             "explanation",
                                             "eyebrow",
                                             "features",
                                             "footer",
                                             "goal",
                                             "goals",
                                             "header",
                                             "heading",
                                             "headline",
                                             "hint",
                                             "insight",
                                             "intuition",
                                             "items",
                                             "label",
                                             "labels",
                                             "learnMore",
                                             "left",
                                             "leftLabel",
                                             "leftTitle",
                                             "legend",
                                             "message",
                                             "name",
                                             "nextTitle",
                                             "note",
                                             "notes",
                                             "objective",
                                             "objectives",
                                             "placeholder",
                                             "placeholderText",
                                             "problem",
                                             "pros",
                                             "question",
                                             "questions",
                                             "quote",
                                             "reason",
                                             "references",
                                             "right",
                                             "rightLabel",
                                             "rightTitle",
                                             "solution",
                                             "steps",
                                             "subheading",
                                             "subtitle",
                                             "subtitleText",
                                             "summary",
                                             "tagline",
                                             "takeaway",
                                             "takeaways",
                                             "term",
                                             "text",
                                             "tip",
                                             "title",
                                             "tooltip",
                                             "warning",
                                             "xLabel",
                                             "yLabel"};

static const char *const property_hidden[] = {"accent",
                                              "accept",
                                              "action",
                                              "align",
                                              "alignmentBaseline",
                                              "animation",
                                              "aria-controls",
                                              "aria-current",
                                              "aria-describedby",
                                              "aria-expanded",
                                              "aria-haspopup",
                                              "aria-hidden",
                                              "aria-labelledby",
                                              "aria-live",
                                              "as",
                                              "autoComplete",
                                              "background",
                                              "backgroundColor",
                                              "bg",
                                              "border",
                                              "borderColor",
                                              "borderRadius",
                                              "boxShadow",
                                              "class",
                                              "className",
                                              "classNames",
                                              "classes",
                                              "clipPath",
                                              "clipRule",
                                              "colab",
                                              "color",
                                              "colors",
                                              "colour",
                                              "crossOrigin",
                                              "cursor",
                                              "cx",
                                              "cy",
                                              "d",
                                              "dangerouslySetInnerHTML",
                                              "dataKey",
                                              "date",
                                              "direction",
                                              "display",
                                              "dominantBaseline",
                                              "dx",
                                              "dy",
                                              "easing",
                                              "encType",
                                              "endpoint",
                                              "file",
                                              "filename",
                                              "fill",
                                              "fillOpacity",
                                              "fillRule",
                                              "filter",
                                              "fontFamily",
                                              "fontSize",
                                              "fontStyle",
                                              "fontVariant",
                                              "fontWeight",
                                              "form",
                                              "format",
                                              "gap",
                                              "gradient",
                                              "gradientTransform",
                                              "gradientUnits",
                                              "height",
                                              "href",
                                              "htmlFor",
                                              "icon",
                                              "iconType",
                                              "id",
                                              "ids",
                                              "image",
                                              "inputMode",
                                              "interval",
                                              "justify",
                                              "key",
                                              "kind",
                                              "lang",
                                              "language",
                                              "layout",
                                              "layoutId",
                                              "lessonSlug",
                                              "letterSpacing",
                                              "lineHeight",
                                              "link",
                                              "locale",
                                              "margin",
                                              "markerEnd",
                                              "markerMid",
                                              "markerStart",
                                              "mask",
                                              "method",
                                              "mode",
                                              "moduleSlug",
                                              "nextSlug",
                                              "notebook",
                                              "offset",
                                              "opacity",
                                              "orientation",
                                              "overflow",
                                              "padding",
                                              "path",
                                              "pattern",
                                              "placement",
                                              "points",
                                              "position",
                                              "preserveAspectRatio",
                                              "publishedAt",
                                              "r",
                                              "ref",
                                              "rel",
                                              "role",
                                              "rx",
                                              "ry",
                                              "selector",
                                              "shape",
                                              "side",
                                              "size",
                                              "slug",
                                              "slugs",
                                              "src",
                                              "srcSet",
                                              "stackId",
                                              "status",
                                              "stopColor",
                                              "stroke",
                                              "strokeDasharray",
                                              "strokeLinecap",
                                              "strokeLinejoin",
                                              "strokeOpacity",
                                              "strokeWidth",
                                              "style",
                                              "styles",
                                              "tabIndex",
                                              "target",
                                              "textAnchor",
                                              "textTransform",
                                              "theme",
                                              "transform",
                                              "transition",
                                              "type",
                                              "updatedAt",
                                              "url",
                                              "variant",
                                              "viewBox",
                                              "whiteSpace",
                                              "width",
                                              "x",
                                              "x1",
                                              "x2",
                                              "xAxisId",
                                              "xmlns",
                                              "y",
                                              "y1",
                                              "y2",
                                              "yAxisId"};

static const char *const property_code[] = {"chart",      "code",       "codeSnippet", "command",
                                            "diagram",    "mermaid",    "snippet",     "snippets",
                                            "sourceCode", "starterCode"};

static const char *const property_math[] = {"equation", "formula", "katex", "latex", "math", "tex"};

/* Functions whose arguments are seen when the result is, and those that show a text. */
static const char *const argument_keepers[] = {
    "String",     "concat",      "entries", "fill",  "filter",      "flatMap", "forEach",
    "forwardRef", "forwardRef",  "freeze",  "from",  "fromEntries", "join",    "keys",
    "map",        "memo",        "of",      "push",  "reduce",      "reverse", "slice",
    "sort",       "useCallback", "useMemo", "values"};

static const char *const argument_shown[] = {"alert", "confirm", "fillText", "strokeText",
                                             "useState"};

/* Functions that give back the classes they are given. */
static const char *const class_keepers[] = {"String", "classNames", "classnames", "clsx",   "cn",
                                            "concat", "cva",        "cx",         "filter", "join",
                                            "trim",   "tv",         "twJoin",     "twMerge"};

/* Functions that can give back the elements they are given. */
static const char *const element_keepers[] = {"concat",  "filter", "flatMap", "from",   "map",
                                              "reverse", "slice",  "toArray", "useMemo"};

/* Functions that make a component of a function. */
static const char *const component_makers[] = {"forwardRef", "memo", "observer"};

/* Ends of longer names that are never seen. */
static const char *const hidden_ends[] = {
    "Class", "ClassName", "ClassNames", "Classes", "Color", "Colors", "Href", "Icon",
    "Id",    "Key",       "Path",       "Slug",    "Style", "Styles", "URL",  "Url"};

static int compare_name(const void *key, const void *row) {
    return ll_view_compare(*(const ll_view *)key, ll_view_of(*(const char *const *)row));
}

#define HOLDS(list, name)                                                                          \
    (bsearch(&(name), (list), sizeof(list) / sizeof *(list), sizeof *(list), compare_name) != NULL)

ll_flow ll_name_flow(ll_view name) {
    if (name.len == 0 || HOLDS(inline_elements, name))
        return LL_FLOW_INLINE;
    return HOLDS(inline_placeholders, name) ? LL_FLOW_PLACEHOLDER : LL_FLOW_BLOCK;
}

bool ll_name_is_fragment(ll_view name) {
    return name.len == 0 || ll_view_equal(name, LL_VIEW("Fragment")) ||
           ll_view_equal(name, LL_VIEW("React.Fragment"));
}

ll_use ll_name_content(ll_view name) {
    if (HOLDS(code_elements, name))
        return LL_USE_CODE;
    return HOLDS(math_elements, name) ? LL_USE_MATH : LL_USE_SHOWN;
}

static bool has_hidden_end(ll_view name) {
    for (size_t i = 0; i < sizeof hidden_ends / sizeof *hidden_ends; i++)
        if (ll_view_ends(name, ll_view_of(hidden_ends[i])))
            return true;
    return false;
}

static bool is_handler(ll_view name) {
    return name.len > 2 && name.ptr[0] == 'o' && name.ptr[1] == 'n' && ll_is_upper(name.ptr[2]);
}

ll_use ll_name_property(ll_view name) {
    if (HOLDS(property_shown, name))
        return LL_USE_SHOWN;
    if (HOLDS(property_hidden, name))
        return LL_USE_HIDDEN;
    if (HOLDS(property_code, name))
        return LL_USE_CODE;
    if (HOLDS(property_math, name))
        return LL_USE_MATH;
    if (is_handler(name))
        return LL_USE_NONE;
    bool hidden = ll_view_starts(name, LL_VIEW("data-")) || has_hidden_end(name);
    return hidden ? LL_USE_HIDDEN : LL_USE_LOOKS;
}

ll_use ll_name_attribute(ll_view name, bool host) {
    if (is_handler(name))
        return LL_USE_NONE;
    if (host && HOLDS(host_shown, name))
        return LL_USE_SHOWN;
    if (host)
        return HOLDS(host_looks, name) ? LL_USE_LOOKS : LL_USE_HIDDEN;
    if (ll_view_equal(name, LL_VIEW("name")))
        return LL_USE_LOOKS; /* of an icon or a field as often as of a thing */
    return ll_name_property(name);
}

ll_use ll_name_variable(ll_view name) {
    bool hidden = has_hidden_end(name) || HOLDS(property_hidden, name);
    return hidden ? LL_USE_HIDDEN : LL_USE_LOOKS;
}

/* setStatus, but not setAttribute. */
static bool is_setter(ll_view callee) {
    return callee.len > 3 && ll_view_starts(callee, LL_VIEW("set")) && ll_is_upper(callee.ptr[3]) &&
           !ll_view_equal(callee, LL_VIEW("setAttribute"));
}

ll_use ll_name_arguments(ll_view callee, ll_use around) {
    if (HOLDS(argument_keepers, callee))
        return around == LL_USE_NONE ? LL_USE_LOOKS : around;
    bool shown = HOLDS(argument_shown, callee) || is_setter(callee);
    return shown ? LL_USE_LOOKS : LL_USE_HIDDEN;
}

bool ll_name_keeps_classes(ll_view callee) {
    return HOLDS(class_keepers, callee);
}

bool ll_name_keeps_elements(ll_view callee) {
    return HOLDS(element_keepers, callee) || HOLDS(component_makers, callee);
}

bool ll_name_makes_component(ll_view callee) {
    return HOLDS(component_makers, callee);
}
