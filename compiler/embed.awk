# Writes C that holds text files. The caller sets `mode`:
#   style  the files, one after the other, as render_style
#   pages  each file as an explain page, named RULE.LANG.md
# Long strings are split by line, as compilers like them.

function c_string(line) {
	gsub(/\\/, "\\\\", line)
	gsub(/"/, "\\\"", line)
	gsub(/\t/, "\\t", line)
	gsub(/\?\?/, "?\\?", line)
	return "\t\"" line "\\n\"\n"
}

function page_names(path, parts, n) {
	n = split(path, parts, "/")
	n = split(parts[n], parts, ".")
	rule = parts[1]
	language = parts[2]
}

BEGIN {
	if (mode == "style") {
		print "extern const char render_style[];"
		print "const char render_style[] ="
	} else {
		print "#include <stddef.h>\n#include <string.h>\n"
		print "#include \"cli/explain_pages.h\"\n"
		print "static const struct {\n\tconst char *rule;\n\tenum lang lang;\n\tconst char *text;\n} pages[] = {"
	}
}

FNR == 1 && mode == "pages" {
	page_names(FILENAME)
	if (NR > 1)
		print "\t},"
	printf "\t{ \"%s\", LANG_%s,\n", rule, toupper(language)
}

# Pages carry the style without what is there for its authors.
mode == "style" {
	sub(/^ +/, "")
	if ($0 == "" || $0 ~ /^\/\*.*\*\/$/)
		next
}

{ printf "%s", c_string($0) }

END {
	if (mode == "style") {
		print "\t;"
	} else {
		print "\t},\n};\n"
		print "const char *explain_page(const char *rule_id, enum lang lang)\n{"
		print "\tfor (size_t i = 0; i < sizeof(pages) / sizeof(pages[0]); i++) {"
		print "\t\tif (pages[i].lang == lang && !strcmp(pages[i].rule, rule_id))"
		print "\t\t\treturn pages[i].text;\n\t}\n\treturn NULL;\n}"
	}
}
