/*
 * Private to markdown*.c: the state of one document on its way
 * to Markdown.
 */
#ifndef RENDER_MARKDOWN_H
#define RENDER_MARKDOWN_H

#include "base/vec.h"
#include "render/front_matter.h"
#include "render/walker.h"

#define MARKDOWN_NOWHERE ((size_t)-1)

struct open_list {
	char marker;	/* '-' or '*'; '.' or ')' when it is ordered */
	size_t ordinal; /* of the last item */
	size_t indent;	/* of what stands in that item */
};

struct markdown {
	const struct front_matter_manners *manners; /* of the program that will read it */
	struct buf prefix; /* what each line begins with inside the open quotes and items */
	VEC(struct open_list) lists;
	VEC(bool) emphasis;		  /* of the open ones: are their delimiters written? */
	int open[2];			  /* emphasis written and open: [true] strong */
	const struct doc_node *last_list; /* the list closed last */
	char last_marker;		  /* and its marker */
	size_t line_start;		  /* where the text of this line begins */
	size_t cell_start;
	size_t code_end;		    /* behind the last code span */
	bool has_lists;			    /* tables are written as lists: */
	const struct doc_node *headings;    /* the row of the current table's headings, or NULL */
	const struct doc_node *first_below; /* the first row below them */
	struct doc_node *column;	    /* the heading of the current cell, or NULL */
	size_t row_start;		    /* where the headings would stand */
	bool is_strong;			    /* the cell that names the current row is strong text */
	bool fresh;			    /* a marker was just written: the next block goes behind it */
	bool spread;			    /* the item closed last holds several blocks */
	bool in_cell;
	bool in_heading;
	bool after_term; /* a term was just closed, on this line */
};

static inline void markdown_add(struct walker *walker, const char *text)
{
	buf_add_text(walker->out, text);
}
/* Text, escaped for where it stands. */
void markdown_add_escaped(struct walker *walker, struct str text);
/* The next line of the same block. */
void markdown_new_line(struct walker *walker);
/* What sets a line or block apart from what the cell already holds. */
void markdown_break_in_cell(struct walker *walker);
/* The line of a new block, behind an empty line unless it is tight. */
void markdown_begin_block(struct walker *walker, bool tight);

/* The line of a new item of the innermost list, with its marker. */
void markdown_begin_item(struct walker *walker, bool tight);
/* Takes n bytes from what each line begins with. */
void markdown_pop_prefix(struct markdown *md, size_t n);

/* What the walker's table runs for tables. */
void markdown_row_enter(struct walker *walker, const struct doc_node *row);
void markdown_row_leave(struct walker *walker, const struct doc_node *row);
void markdown_cell_enter(struct walker *walker, const struct doc_node *cell);
void markdown_cell_leave(struct walker *walker, const struct doc_node *cell);

/* What the walker's table runs for inlines and gaps. */
void markdown_text_enter(struct walker *walker, const struct doc_node *node);
void markdown_code_enter(struct walker *walker, const struct doc_node *node);
void markdown_emphasis_enter(struct walker *walker, const struct doc_node *node);
void markdown_emphasis_leave(struct walker *walker, const struct doc_node *node);
void markdown_link_leave(struct walker *walker, const struct doc_node *node);
void markdown_break_enter(struct walker *walker, const struct doc_node *node);
void markdown_gap_enter(struct walker *walker, const struct doc_node *node);

#endif
