/*
 * One policy's part of the page: what was judged and when, the count of each state, a
 * table of requirements for each group, the rights of each purpose, how easy the pages are to
 * read, and the place to sign.
 */
#include "report/coverage_page.h"

#include "base/typography.h"
#include "report/report.h"
#include "wording/wording.h"

enum { PLACE_LIMIT = 12 };

struct page {
	struct buf *out;
	const struct page_writer *writer;
	const struct coverage *coverage;
	struct arena *arena;
	enum lang lang;
};

/* --- pieces, items, cells --- */

static void add_piece(const struct page *page, struct page_item *item, enum piece_kind kind, struct str text)
{
	struct page_piece piece = { kind, text };

	if (text.n)
		vec_add(page->arena, &item->pieces, piece);
}

static struct str word(const struct page *page, enum coverage_word name)
{
	return coverage_word(page->arena, name, page->lang);
}

/* A text whose `code` stands between backquotes, as messages have it; the author's as it is. */
static void add_marked(const struct page *page, struct page_item *item, struct str text, bool is_plain)
{
	bool is_code = false;

	if (is_plain) {
		add_piece(page, item, PIECE_TEXT, text);
		return;
	}
	for (size_t start = 0, end; start <= text.n; start = end + 1) {
		end = str_find(text, "`", start);
		if (!is_code && str_find(text, "`", end + 1) >= text.n)
			end = text.n; /* the last one alone is a sign like another */
		add_piece(page, item, is_code ? PIECE_CODE : PIECE_TEXT, str_part(text, start, end));
		is_code = !is_code;
	}
}

static struct page_item *add_item(const struct page *page, struct page_cell *cell)
{
	struct page_item item = { { NULL, 0, 0 } };

	vec_add(page->arena, &cell->items, item);
	return &cell->items.v[cell->items.n - 1];
}

static struct page_cell text_cell(const struct page *page, enum piece_kind kind, struct str text)
{
	struct page_cell cell = { { NULL, 0, 0 } };

	add_piece(page, add_item(page, &cell), kind, text);
	return cell;
}

static struct str date_text(const struct page *page, struct date date)
{
	struct buf text = BUF_INIT;
	struct str result;

	wording_add_date(&text, date, page->lang);
	result = str_copy(page->arena, buf_str(&text));
	buf_release(&text);
	return result;
}

/* The path; of the policy's own file, which stands at the top of the page, its name. */
static struct str file_name(const struct page *page, const struct source *source)
{
	size_t start = source->path.n;

	if (!str_eq(source->path, page->coverage->path))
		return source->path;
	while (start > 0 && source->path.s[start - 1] != '/')
		start--;
	return str_part(source->path, start, source->path.n);
}

/* "file.policy:12, 34": places of one file one behind the other, cut when they are many. */
static struct str places_text(const struct page *page, const struct span *places, size_t n)
{
	struct buf text = BUF_INIT;
	uint32_t file = 0, before = 0;
	size_t shown = 0;
	struct str result;

	for (size_t i = 0; i < n && shown <= PLACE_LIMIT; i++) {
		const struct source *source = sources_get(page->coverage->sources, places[i].file);
		uint32_t line = source ? source_position(source, places[i].start).line : 0;

		if (!source || (places[i].file == file && line == before))
			continue;
		buf_add_text(&text, shown ? ", " : "");
		if (shown++ == PLACE_LIMIT) {
			buf_add_text(&text, "…");
			continue;
		}
		if (places[i].file != file) {
			report_add_visible(&text, file_name(page, source));
			buf_add_char(&text, ':');
		}
		buf_add_format(&text, "%lu", (unsigned long)line);
		file = places[i].file;
		before = line;
	}
	result = str_copy(page->arena, buf_str(&text));
	buf_release(&text);
	return result;
}

static void add_places(const struct page *page, struct page_item *item, const struct span *places, size_t n)
{
	struct str text = places_text(page, places, n);

	add_piece(page, item, PIECE_CODE, text);
	if (text.n)
		add_piece(page, item, PIECE_TEXT, STR(" "));
}

/* --- the tables --- */

static const enum coverage_word state_words[COVERAGE_STATES] = {
	[COVERAGE_MET] = COVERAGE_WORD_MET,
	[COVERAGE_NOT_APPLICABLE] = COVERAGE_WORD_NOT_APPLICABLE,
	[COVERAGE_WAIVED] = COVERAGE_WORD_WAIVED,
	[COVERAGE_OPEN] = COVERAGE_WORD_OPEN,
};

static void add_point(const struct page *page, struct page_item *item, const struct coverage_point *point,
		      bool is_waived)
{
	add_places(page, item, point->places.v, point->places.n);
	if (point->rule)
		add_piece(page, item, PIECE_STRONG, str_of(point->rule));
	if (point->rule)
		add_piece(page, item, PIECE_TEXT, word(page, COVERAGE_WORD_COLON));
	add_marked(page, item, point->text, point->is_value);
	if (point->remark.n) {
		add_piece(page, item, PIECE_TEXT,
			  word(page, is_waived ? COVERAGE_WORD_REASON : COVERAGE_WORD_WRITE));
		add_marked(page, item, point->remark, is_waived);
	}
	if (point->until.year) {
		add_piece(page, item, PIECE_TEXT, word(page, COVERAGE_WORD_UNTIL));
		add_piece(page, item, PIECE_TEXT, date_text(page, point->until));
	}
}

/* "open (error)". */
static struct page_cell state_cell(const struct page *page, const struct coverage_row *row)
{
	bool is_open = row->state == COVERAGE_OPEN;
	struct page_cell cell = text_cell(page, is_open ? PIECE_STRONG : PIECE_TEXT,
					  word(page, state_words[row->state]));

	if (is_open)
		add_piece(page, &cell.items.v[0], PIECE_TEXT,
			  str_format(page->arena, " (%s)", report_level(row->level, page->lang)));
	return cell;
}

static struct page_cell law_cell(const struct page *page, const struct citation *law)
{
	struct buf plain = BUF_INIT, text = BUF_INIT;
	struct page_cell cell;

	law_add_citations(&plain, law, page->lang);
	typography_add(&text, buf_str(&plain), page->lang);
	cell = text_cell(page, PIECE_TEXT, str_copy(page->arena, buf_str(&text)));
	buf_release(&plain);
	buf_release(&text);
	return cell;
}

static void add_row(const struct page *page, const struct page_table *table, int i, struct str number)
{
	const struct requirement_row *requirement = &requirements_table[i];
	const struct coverage_row *row = &page->coverage->rows[i];
	struct page_cell cells[PAGE_COLUMNS] = { { { NULL, 0, 0 } } };

	cells[0] = text_cell(page, PIECE_TEXT, number);
	cells[1] = text_cell(page, PIECE_TEXT, coverage_words(page->arena, requirement->title, page->lang));
	cells[2] = law_cell(page, coverage_law(page->coverage, requirement));
	cells[3] = state_cell(page, row);
	for (size_t k = 0; k < row->points.n; k++)
		add_point(page, add_item(page, &cells[4]), &row->points.v[k], row->state == COVERAGE_WAIVED);
	page->writer->row(page->out, table, cells);
}

static void add_group(const struct page *page, int *next, int group)
{
	struct page_table table = { .class_name = "requirements", .n = 5, .header = 1 };
	int first = *next;

	table.caption = coverage_words(page->arena, groups_table[group], page->lang);
	table.columns[0] = word(page, COVERAGE_WORD_NUMBER);
	table.columns[1] = word(page, COVERAGE_WORD_REQUIREMENT);
	table.columns[2] = word(page, COVERAGE_WORD_LAW);
	table.columns[3] = word(page, COVERAGE_WORD_STATE);
	table.columns[4] = word(page, COVERAGE_WORD_WHERE);
	page->writer->table(page->out, &table);
	for (; *next < REQUIRED_COUNT && (int)requirements_table[*next].group == group; ++*next)
		add_row(page, &table, *next, str_format(page->arena, "%d.%d", group + 1, *next - first + 1));
	page->writer->table_end(page->out);
}

static void add_summary(const struct page *page)
{
	static const enum coverage_word names[COVERAGE_STATES] = {
		[COVERAGE_MET] = COVERAGE_WORD_COUNT_MET,
		[COVERAGE_NOT_APPLICABLE] = COVERAGE_WORD_COUNT_NOT_APPLICABLE,
		[COVERAGE_WAIVED] = COVERAGE_WORD_COUNT_WAIVED,
		[COVERAGE_OPEN] = COVERAGE_WORD_COUNT_OPEN,
	};
	struct page_table table = { .class_name = "summary", .n = 2, .header = 0 };

	table.caption = word(page, COVERAGE_WORD_SUMMARY);
	table.columns[0] = word(page, COVERAGE_WORD_STATE);
	table.columns[1] = word(page, COVERAGE_WORD_REQUIREMENTS);
	page->writer->table(page->out, &table);
	for (int i = 0; i < COVERAGE_STATES; i++) {
		struct page_cell cells[PAGE_COLUMNS] = { { { NULL, 0, 0 } } };

		cells[0] = text_cell(page, PIECE_TEXT, word(page, names[i]));
		cells[1] = text_cell(page, PIECE_TEXT,
				     str_format(page->arena, "%zu", page->coverage->count[i]));
		page->writer->row(page->out, &table, cells);
	}
	page->writer->table_end(page->out);
}

/* The right's name, with a capital: it begins a cell. */
static struct page_cell right_name(const struct page *page, enum word right)
{
	struct str name = coverage_words(page->arena, schema_words[right].label, page->lang);
	char first[2] = { (char)(name.s[0] - 'a' + 'A'), '\0' };

	if (name.s[0] >= 'a' && name.s[0] <= 'z')
		name = str_join(page->arena, str_of(first), str_part(name, 1, name.n));
	return text_cell(page, PIECE_TEXT, name);
}

static void add_purpose(const struct page *page, const struct coverage_purpose *purpose)
{
	struct page_table table = { .class_name = "rights", .n = 3, .header = 0 };
	struct str place = places_text(page, &purpose->place, 1);

	table.caption = str_format(page->arena, "%.*s (%s)", STR_ARGS(purpose->title), place.s);
	table.columns[0] = word(page, COVERAGE_WORD_RIGHT);
	table.columns[1] = word(page, COVERAGE_WORD_HOLDS);
	table.columns[2] = word(page, COVERAGE_WORD_WHY);
	page->writer->table(page->out, &table);
	for (int i = 0; i < COVERAGE_RIGHTS; i++) {
		const struct coverage_right *right = &purpose->rights[i];
		struct page_cell cells[PAGE_COLUMNS] = { { { NULL, 0, 0 } } };

		cells[0] = right_name(page, right->right);
		cells[1] = text_cell(page, right->holds ? PIECE_STRONG : PIECE_TEXT,
				     word(page, right->holds ? COVERAGE_WORD_YES : COVERAGE_WORD_NO));
		add_item(page, &cells[2]);
		add_places(page, &cells[2].items.v[0], &right->place, 1);
		add_piece(page, &cells[2].items.v[0], PIECE_TEXT, right->why);
		page->writer->row(page->out, &table, cells);
	}
	page->writer->table_end(page->out);
}

/* "12,5", "12.5". */
static struct str decimal(const struct page *page, long tenths)
{
	long size = tenths < 0 ? -tenths : tenths;

	return str_format(page->arena, "%s%ld%c%ld", tenths < 0 ? "-" : "", size / 10,
			  page->lang == LANG_FR ? ',' : '.', size % 10);
}

static void add_measure(const struct page *page, const struct page_table *table, enum coverage_word name,
			const struct readability *counts)
{
	struct page_cell cells[PAGE_COLUMNS] = { { { NULL, 0, 0 } } };
	struct page_item *ease;

	if (!counts->sentences)
		return;
	cells[0] = text_cell(page, PIECE_TEXT, word(page, name));
	cells[1] = text_cell(page, PIECE_TEXT, str_format(page->arena, "%ld", counts->sentences));
	cells[2] = text_cell(page, PIECE_TEXT, decimal(page, 10 * counts->words / counts->sentences));
	cells[3] = text_cell(page, PIECE_TEXT, decimal(page, 10 * counts->syllables / counts->words));
	cells[4] = text_cell(page, PIECE_STRONG, decimal(page, readability_ease(counts)));
	ease = &cells[4].items.v[0];
	add_piece(page, ease, PIECE_TEXT,
		  word(page, counts->lang == LANG_FR ? COVERAGE_WORD_EASE_FR : COVERAGE_WORD_EASE_EN));
	if (readability_grade(counts)) {
		add_piece(page, ease, PIECE_TEXT, word(page, COVERAGE_WORD_GRADE));
		add_piece(page, ease, PIECE_TEXT, decimal(page, readability_grade(counts)));
	}
	page->writer->row(page->out, table, cells);
}

static void add_readability(const struct page *page)
{
	const struct coverage *coverage = page->coverage;
	struct page_table table = { .class_name = "readability", .n = 5, .header = 0 };

	table.caption = word(page, COVERAGE_WORD_READABILITY_SCALE);
	table.columns[0] = word(page, COVERAGE_WORD_MEASURED);
	table.columns[1] = word(page, COVERAGE_WORD_SENTENCES);
	table.columns[2] = word(page, COVERAGE_WORD_SENTENCE_LENGTH);
	table.columns[3] = word(page, COVERAGE_WORD_WORD_LENGTH);
	table.columns[4] = word(page, COVERAGE_WORD_EASE);
	page->writer->heading(page->out, 3, word(page, COVERAGE_WORD_READABILITY));
	page->writer->table(page->out, &table);
	add_measure(page, &table, COVERAGE_WORD_PAGE_FR, &coverage->pages[LANG_FR]);
	add_measure(page, &table, COVERAGE_WORD_PAGE_EN, &coverage->pages[LANG_EN]);
	add_measure(page, &table, COVERAGE_WORD_CLAUSES_FR, &coverage->clauses[LANG_FR]);
	add_measure(page, &table, COVERAGE_WORD_CLAUSES_EN, &coverage->clauses[LANG_EN]);
	page->writer->table_end(page->out);
}

static void add_signature(const struct page *page)
{
	static const enum coverage_word lines[] = { COVERAGE_WORD_SIGNED_NAME, COVERAGE_WORD_SIGNED_ROLE,
						    COVERAGE_WORD_SIGNED_DATE, COVERAGE_WORD_SIGNATURE };
	struct page_table table = { .class_name = "signature", .n = 2, .header = 0 };

	table.caption = word(page, COVERAGE_WORD_STATEMENT);
	table.columns[0] = word(page, COVERAGE_WORD_SIGNED_ITEM);
	table.columns[1] = word(page, COVERAGE_WORD_SIGNED_VALUE);
	page->writer->heading(page->out, 3, word(page, COVERAGE_WORD_SIGNATURE));
	page->writer->table(page->out, &table);
	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++) {
		struct page_cell cells[PAGE_COLUMNS] = { { { NULL, 0, 0 } } };

		cells[0] = text_cell(page, PIECE_TEXT, word(page, lines[i]));
		page->writer->row(page->out, &table, cells);
	}
	page->writer->table_end(page->out);
}

/* --- one policy --- */

static void add_paragraph(const struct page *page, enum coverage_word name, enum piece_kind kind,
			  struct str text)
{
	struct page_item item = { { NULL, 0, 0 } };

	add_piece(page, &item, PIECE_TEXT, word(page, name));
	if (text.n)
		add_piece(page, &item, PIECE_TEXT, STR(" "));
	add_piece(page, &item, kind, text);
	page->writer->paragraph(page->out, &item);
}

void coverage_page_add(struct buf *out, const struct page_writer *writer, const struct coverage *coverage)
{
	struct page page = { out, writer, coverage, coverage->arena, coverage->lang };
	struct buf path = BUF_INIT;
	int next = 0;

	report_add_visible(&path, coverage->path);
	writer->heading(out, 2, coverage->title);
	add_paragraph(&page, COVERAGE_WORD_SOURCE_FILE, PIECE_CODE, str_copy(page.arena, buf_str(&path)));
	add_paragraph(&page, COVERAGE_WORD_AS_OF, PIECE_TEXT, date_text(&page, coverage->as_of));
	buf_release(&path);
	add_summary(&page);
	if (coverage->findings->limit_hit)
		add_paragraph(&page, COVERAGE_WORD_HIDDEN, PIECE_TEXT, STR(""));
	writer->heading(out, 3, word(&page, COVERAGE_WORD_REQUIREMENTS));
	for (int group = 0; group < GROUP_COUNT; group++)
		add_group(&page, &next, group);
	if (coverage->purposes.n)
		writer->heading(out, 3, word(&page, COVERAGE_WORD_RIGHTS));
	for (size_t i = 0; i < coverage->purposes.n; i++)
		add_purpose(&page, &coverage->purposes.v[i]);
	add_readability(&page);
	add_signature(&page);
}
