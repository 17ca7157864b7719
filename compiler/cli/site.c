/*
 * From options to a site. Takes words and files, which may be anything; refuses with a
 * message what no page could carry safely, and options that do not go together.
 */
#include "cli/site.h"

#include <stdio.h>
#include <string.h>

#include <nettle/base64.h>
#include <nettle/sha2.h>

#include "base/file.h"
#include "base/utf8.h"
#include "cli/tables.h"

enum { FILE_LIMIT = 256 * 1024, SUFFIX_LIMIT = 200, PREFIX_LIMIT = 64 };

/* --- options --- */

/* What each option asks of --fragment. */
static const struct {
	enum option option;
	bool with_fragment;
} of_fragments[] = {
	{ OPTION_ID_PREFIX, true }, { OPTION_HEADING_LEVEL, true }, { OPTION_PRINT_CSP, false },
	{ OPTION_LOGO, false },	    { OPTION_TITLE_SUFFIX, false }, { OPTION_BASE_URL, false },
};

static int check_together(const struct cli *cli)
{
	char word[32];

	for (size_t i = 0; i < sizeof(of_fragments) / sizeof(of_fragments[0]); i++) {
		enum option option = of_fragments[i].option;

		if (!cli->is_set[option] || cli->is_set[OPTION_FRAGMENT] == of_fragments[i].with_fragment)
			continue;
		snprintf(word, sizeof(word), "--%s", option_rows[option].word);
		cli_error(cli, of_fragments[i].with_fragment ? MESSAGE_WITH_FRAGMENT : MESSAGE_NOT_FRAGMENT,
			  word);
		return STATUS_USAGE;
	}
	return STATUS_OK;
}

/* The place of the option's value among the words, 0 when it is not given, or -1. */
static int word_of(const struct cli *cli, enum option option, const char *const *words, int n)
{
	if (!cli->is_set[option])
		return 0;
	for (int i = 0; i < n; i++) {
		if (!strcmp(cli->value[option], words[i]))
			return i;
	}
	return -1;
}

static int read_words(const struct cli *cli, struct render_site *site)
{
	static const char *const programs[FRONT_MATTER_COUNT] = {
		[FRONT_MATTER_NONE] = "",	  [FRONT_MATTER_HUGO] = "hugo",
		[FRONT_MATTER_JEKYLL] = "jekyll", [FRONT_MATTER_DOCUSAURUS] = "docusaurus",
		[FRONT_MATTER_MKDOCS] = "mkdocs",
	};
	static const char *const flavours[] = { "tables", "commonmark" };
	static const char *const levels[] = { "2", "1", "3", "4" };
	int program = word_of(cli, OPTION_FRONT_MATTER, programs, FRONT_MATTER_COUNT);
	int flavour = word_of(cli, OPTION_MARKDOWN, flavours, 2);
	int level = word_of(cli, OPTION_HEADING_LEVEL, levels, 4);

	if (program < 0 || (cli->is_set[OPTION_FRONT_MATTER] && !program))
		return cli_refuse(cli, OPTION_FRONT_MATTER);
	if (flavour < 0)
		return cli_refuse(cli, OPTION_MARKDOWN);
	if (level < 0)
		return cli_refuse(cli, OPTION_HEADING_LEVEL);
	site->front_matter = (enum front_matter)program;
	site->has_lists = flavour;
	site->heading_level = levels[level][0] - '0';
	return STATUS_OK;
}

static bool is_ascii_letter(char c)
{
	return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

/* An identifier that CSS and every program can name without escapes. */
static int read_prefix(const struct cli *cli, struct render_site *site)
{
	const char *word = cli->value[OPTION_ID_PREFIX];

	if (!cli->is_set[OPTION_ID_PREFIX])
		return STATUS_OK;
	if (!is_ascii_letter(word[0]) || strlen(word) > PREFIX_LIMIT)
		return cli_refuse(cli, OPTION_ID_PREFIX);
	for (size_t i = 0; word[i]; i++) {
		if (!is_ascii_letter(word[i]) && !strchr("0123456789_-", word[i]))
			return cli_refuse(cli, OPTION_ID_PREFIX);
	}
	site->id_prefix = str_of(word);
	return STATUS_OK;
}

/* Text of one line, without what could turn it around. */
static bool is_line(struct str text)
{
	if (utf8_invalid_at(text) < text.n || str_is_blank(text))
		return false;
	for (size_t i = 0; i < text.n;) {
		uint32_t c = utf8_next(text, &i);

		if (c < 0x20 || (c >= 0x7F && c < 0xA0) || utf8_is_bidi_control(c))
			return false;
	}
	return true;
}

int cli_site_read_fragment(const struct cli *cli, struct render_site *site)
{
	int status = read_words(cli, site);

	site->fragment = true;
	return status == STATUS_OK ? read_prefix(cli, site) : status;
}

static int read_suffix(const struct cli *cli, struct render_site *site)
{
	if (!cli->is_set[OPTION_TITLE_SUFFIX])
		return STATUS_OK;
	site->title_suffix = str_of(cli->value[OPTION_TITLE_SUFFIX]);
	if (site->title_suffix.n > SUFFIX_LIMIT || !is_line(site->title_suffix))
		return cli_refuse(cli, OPTION_TITLE_SUFFIX);
	return STATUS_OK;
}

/* http(s)://host/..., in the characters of RFC 3986, without query or fragment. */
static bool is_address(struct str url)
{
	size_t host = str_has_prefix(url, "https://") ? 8 : 7;

	if (host == 7 && !str_has_prefix(url, "http://"))
		return false;
	for (size_t i = host; i < url.n; i++) {
		unsigned char c = (unsigned char)url.s[i];

		if (c <= ' ' || c >= 0x7F || strchr("?#\"<>\\^`{|}", c))
			return false;
	}
	return url.n > host && (is_ascii_letter(url.s[host]) || strchr("[0123456789", url.s[host]));
}

static int read_address(const struct cli *cli, struct arena *arena, struct render_site *site)
{
	struct str url;

	if (!cli->is_set[OPTION_BASE_URL])
		return STATUS_OK;
	url = str_of(cli->value[OPTION_BASE_URL]);
	if (!is_address(url))
		return cli_refuse(cli, OPTION_BASE_URL);
	site->base_url = str_has_suffix(url, "/") ? url : str_join(arena, url, STR("/"));
	return STATUS_OK;
}

/* --- files --- */

static int read_bytes(const struct cli *cli, struct arena *arena, const char *path, struct str *bytes)
{
	struct buf buf = BUF_INIT;
	int error = file_read(path, FILE_LIMIT, &buf);

	*bytes = str_copy(arena, buf_str(&buf));
	buf_release(&buf);
	if (!error)
		return STATUS_OK;
	cli_system_error(cli, MESSAGE_CANNOT_READ, path, error);
	return STATUS_ENVIRONMENT;
}

/* "theme.css:12:3" */
static struct str place_of(struct arena *arena, const char *path, struct str text, size_t at)
{
	size_t line = 1;
	size_t start = 0;

	for (size_t i = 0; i < at && i < text.n; i++) {
		if (text.s[i] == '\n') {
			line++;
			start = i + 1;
		}
	}
	return str_format(arena, "%s:%zu:%zu", path, line, utf8_length(str_part(text, start, at)) + 1);
}

static int read_theme(const struct cli *cli, struct arena *arena, struct str *theme)
{
	static const enum message messages[] = {
		[THEME_ENCODING] = MESSAGE_THEME_ENCODING,
		[THEME_END] = MESSAGE_THEME_END,
		[THEME_FETCH] = MESSAGE_THEME_FETCH,
		[THEME_OPEN] = MESSAGE_THEME_OPEN,
	};
	const char *path = cli->value[OPTION_THEME];
	enum theme_refusal refusal;
	size_t at;
	int status;

	*theme = STR("");
	if (!cli->is_set[OPTION_THEME])
		return STATUS_OK;
	status = read_bytes(cli, arena, path, theme);
	if (status != STATUS_OK)
		return status;
	refusal = theme_check(*theme, &at);
	if (refusal == THEME_FINE)
		return STATUS_OK;
	cli_error(cli, messages[refusal], place_of(arena, path, *theme, at).s);
	return STATUS_USAGE;
}

static int read_logo(const struct cli *cli, struct arena *arena, struct site_logo *logo)
{
	const char *path = cli->value[OPTION_LOGO];
	int status;

	if (!cli->is_set[OPTION_LOGO])
		return STATUS_OK;
	status = read_bytes(cli, arena, path, &logo->bytes);
	if (status != STATUS_OK || logo_read(logo))
		return status;
	cli_error(cli, MESSAGE_LOGO, path);
	return STATUS_USAGE;
}

static int read_files(const struct cli *cli, struct arena *arena, struct render_site *site)
{
	struct buf style = BUF_INIT;
	struct str theme;
	int status = read_theme(cli, arena, &theme);

	if (status == STATUS_OK)
		status = read_logo(cli, arena, &site->logo);
	if (status != STATUS_OK)
		return status;
	theme_add_style(&style, theme, site);
	site->style = str_copy(arena, buf_str(&style));
	buf_release(&style);
	return STATUS_OK;
}

int cli_site_read(const struct cli *cli, struct arena *arena, unsigned formats, struct render_site *site)
{
	int status = check_together(cli);

	*site = (struct render_site) { .fragment = cli->is_set[OPTION_FRAGMENT] };
	site->style_file = cli->is_set[OPTION_STYLE_FILE] || site->fragment;
	site->has_html = formats & FORMAT_HTML;
	site->has_markdown = formats & FORMAT_MARKDOWN;
	site->has_xml = formats & FORMAT_XML;
	if (status == STATUS_OK)
		status = read_words(cli, site);
	if (status == STATUS_OK)
		status = read_prefix(cli, site);
	if (status == STATUS_OK)
		status = read_suffix(cli, site);
	if (status == STATUS_OK)
		status = read_address(cli, arena, site);
	return status == STATUS_OK ? read_files(cli, arena, site) : status;
}

/* --- what a build gives besides its policies --- */

enum { SITE_INDEX, SITE_STYLE, SITE_MAP, SITE_LLMS, SITE_FILES };

struct site_file {
	const char *name;
	struct buf bytes;
	struct buf temporary;
	struct str path;
};

static void fill_files(struct site_file *files, const struct render_site *site,
		       const struct render_entry *entries, size_t n)
{
	bool is_known = !str_is_empty(site->base_url);

	files[SITE_INDEX].name = SITE_INDEX_FILE;
	render_index(&files[SITE_INDEX].bytes, entries, n, site);
	if (site->style_file) {
		files[SITE_STYLE].name = SITE_STYLE_FILE;
		buf_add_str(&files[SITE_STYLE].bytes, site->style);
	}
	if (is_known && site->has_html) {
		files[SITE_MAP].name = "sitemap.xml";
		site_add_sitemap(&files[SITE_MAP].bytes, site, entries, n);
	}
	if (is_known && site->has_markdown) {
		files[SITE_LLMS].name = "llms.txt";
		site_add_llms(&files[SITE_LLMS].bytes, site, entries, n);
	}
}

int cli_site_write(const struct cli *cli, const struct render_site *site, const char *folder,
		   const struct render_entry *entries, size_t n)
{
	struct site_file files[SITE_FILES] = { { .name = NULL } };
	struct arena *arena = arena_new();
	struct str failed = STR("");
	int error = 0;

	fill_files(files, site, entries, n);
	for (int i = 0; i < SITE_FILES && !error; i++) {
		if (!files[i].name)
			continue;
		files[i].path = path_join(arena, str_of(folder), str_of(files[i].name));
		error = file_stage(files[i].path.s, buf_str(&files[i].bytes), &files[i].temporary, NULL);
		failed = files[i].path;
	}
	for (int i = 0; i < SITE_FILES && !error; i++) {
		if (!files[i].name)
			continue;
		error = file_place(files[i].path.s, &files[i].temporary);
		failed = files[i].path;
	}
	for (int i = 0; i < SITE_FILES; i++) {
		file_unstage(&files[i].temporary);
		buf_release(&files[i].bytes);
	}
	if (error)
		cli_system_error(cli, MESSAGE_CANNOT_WRITE, failed.s, error);
	arena_free(arena);
	return error ? STATUS_ENVIRONMENT : STATUS_OK;
}

/* The source expression of an inline style: CSP level 3, 2.3.1, a hash of what stands between
 * the tags. */
static void add_style_hash(struct buf *out, struct str style)
{
	uint8_t digest[SHA256_DIGEST_SIZE];
	char text[BASE64_ENCODE_RAW_LENGTH(SHA256_DIGEST_SIZE)];
	struct sha256_ctx sha256;

	sha256_init(&sha256);
	sha256_update(&sha256, 1, (const uint8_t *)"\n");
	sha256_update(&sha256, style.n, (const uint8_t *)style.s);
	sha256_digest(&sha256, sizeof(digest), digest);
	base64_encode_raw(text, sizeof(digest), digest);
	buf_add_text(out, "'sha256-");
	buf_add(out, text, sizeof(text));
	buf_add_char(out, '\'');
}

void cli_add_csp(struct buf *out, const struct render_site *site)
{
	buf_add_text(out, "Content-Security-Policy: default-src 'none'; style-src ");
	if (site->style_file)
		buf_add_text(out, "'self'");
	else
		add_style_hash(out, site->style);
	buf_add_text(out, site->logo.file ? "; img-src 'self'\n" : "\n");
}
