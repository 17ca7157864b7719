/*
 * Private to source/: bytes of any accepted encoding -> UTF-8.
 */
#ifndef SOURCE_DECODE_H
#define SOURCE_DECODE_H

#include "source/source.h"

#define SOURCE_PROBLEMS_LIMIT 20 /* of each kind, kept for one file: a binary file has thousands */

/* Sets the source's text and encoding from the bytes of a file, and notes each byte
 * that its encoding does not allow; U+FFFD stands for it in the text. */
void source_decode(struct source *source, struct arena *arena, struct str bytes);

/* Notes a problem, unless there are enough of its kind. */
void source_add_problem(struct source *source, struct arena *arena, struct source_problem problem);

#endif
