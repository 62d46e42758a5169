/* The events of one document, by libyaml, and what is said where it cannot go on. */
#ifndef LL_YAML_EVENTS_H
#define LL_YAML_EVENTS_H

#include "base/buffer.h"
#include "yaml/load.h"

#include <yaml.h>

/* Most bytes of one message. */
#define LL_YAML_PROBLEM_MOST 8192u

/* Lies in the arena, which releases what libyaml holds. */
typedef struct ll_yaml_events {
    ll_arena *arena;
    ll_source *source;
    ll_error *error;
    yaml_parser_t parser;
    yaml_event_t event; /* the one read last */
    bool document_seen;
} ll_yaml_events;

/* LL_E_LIMIT for a text that is too long, LL_E_INVALID for one that is not clean UTF-8. */
ll_status ll_yaml_events_new(ll_yaml_events **out, ll_arena *arena, ll_source *source,
                             ll_error *error);

/* Reads the next event. LL_E_INVALID for text that is no YAML, an alias (a few lines of them can
 * stand for gigabytes), and a second document. */
ll_status ll_yaml_events_next(ll_yaml_events *events);

/* Gives back what libyaml holds, before the arena does. */
void ll_yaml_events_end(ll_yaml_events *events);

/* Where the event begins, in lines and columns from 1. */
uint32_t ll_yaml_event_line(const ll_yaml_events *events);
uint32_t ll_yaml_event_column(const ll_yaml_events *events);

/* The column of the first character of a scalar that stands on one line just as it reads; else 0.
 */
uint32_t ll_yaml_event_text_column(const ll_yaml_events *events);

static inline ll_view ll_yaml_event_text(const ll_yaml_events *events) {
    return (ll_view){(const char *)events->event.data.scalar.value,
                     events->event.data.scalar.length};
}

/* Fill in the error with LL_E_INVALID, and return it. */
ll_status ll_yaml_events_fail(ll_yaml_events *events, uint32_t line, uint32_t column,
                              ll_view problem);
ll_status ll_yaml_events_fail_here(ll_yaml_events *events, const char *problem);

#endif
