/*
 * Private to report/: the JSON values that several formats share (jansson). Takes any
 * bytes; gives values that hold valid UTF-8 alone. The caller owns what it gets.
 */
#ifndef REPORT_ENCODE_H
#define REPORT_ENCODE_H

#include <jansson.h>

#include "report/formats.h"

/* Before any other: jansson then ends the process when there is no memory left. */
void encode_init(void);
/* Text as it is; where its bytes are not UTF-8, visible signs in their place. */
json_t *encode_str(struct str text);
/* The bytes of the buffer, which is released; null when it is empty. */
json_t *encode_buf(struct buf *text);
/* Appends the value in one line, and releases it. */
void encode_add(struct buf *out, json_t *value);
/* A comma and a line end before every item of the report but the first. */
void encode_separate(struct report *report);

#endif
