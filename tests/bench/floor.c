/*
 * The floor of the benchmark: reads finished Markdown pages and does nothing but
 * parse and render them with libcmark, in one process.  floor FILE-WITH-PATHS
 */
#include <cmark.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *read_whole(const char *path, size_t *n)
{
	FILE *file = fopen(path, "rb");
	char *bytes = NULL;
	long size;

	if (!file)
		return NULL;
	if (!fseek(file, 0, SEEK_END) && (size = ftell(file)) >= 0 && !fseek(file, 0, SEEK_SET)) {
		bytes = malloc((size_t)size + 1);
		if (bytes)
			*n = fread(bytes, 1, (size_t)size, file);
	}
	fclose(file);
	return bytes;
}

int main(int argc, char **argv)
{
	FILE *list = argc == 2 ? fopen(argv[1], "r") : NULL;
	char path[4096];
	unsigned long long total = 0;

	if (!list)
		return 2;
	while (fgets(path, sizeof(path), list)) {
		size_t n = 0;
		char *text, *html;
		cmark_node *tree;

		path[strcspn(path, "\n")] = '\0';
		text = read_whole(path, &n);
		if (!text)
			return 3;
		tree = cmark_parse_document(text, n, CMARK_OPT_DEFAULT);
		html = cmark_render_html(tree, CMARK_OPT_DEFAULT);
		total += strlen(html);
		cmark_node_free(tree);
		free(html);
		free(text);
	}
	fclose(list);
	printf("%llu\n", total);
	return 0;
}
