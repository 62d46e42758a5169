/* Text in XML 1.0. */
#ifndef LL_WRITER_XML_H
#define LL_WRITER_XML_H

#include "base/buffer.h"

/* Adds any bytes as the text of an element: what has a meaning in markup is escaped, and what XML
 * cannot hold (control characters, U+FFFE, bytes that are no UTF-8) becomes U+FFFD. */
void ll_xml_add(ll_buffer *out, ll_view text);

/* Adds ` name="value"`; line ends and tabs are written by their number, since readers make blanks
 * of them. */
void ll_xml_attribute(ll_buffer *out, const char *name, ll_view value);
void ll_xml_attribute_number(ll_buffer *out, const char *name, uint64_t number);

#endif
