# Includes only point left along the pipeline: which folders each folder may see.
BEGIN {
	allowed["base"] = "base"
	allowed["source"] = "base source"
	allowed["diag"] = "base source diag"
	allowed["law"] = "base source diag law"
	allowed["syntax"] = "base source diag law syntax grammar"
	allowed["model"] = "base source diag law syntax model grammar"
	allowed["rules"] = "base source diag law syntax model rules grammar"
	allowed["wording"] = "base source diag law syntax model wording"
	allowed["doc"] = "base source diag law syntax model wording doc"
	allowed["render"] = "base source diag law syntax model wording doc render grammar"
	allowed["report"] = "base source diag law syntax model rules wording doc render report"
	allowed["driver"] = "base source diag law syntax model rules wording doc render driver"
	allowed["cli"] = "base source diag law syntax model rules wording doc render report driver cli grammar"
	libraries["libxml/"] = "render cli"
	libraries["cmark"] = "doc"
	libraries["pcre2"] = "model rules"
	libraries["iconv"] = "source"
	libraries["utf8proc"] = "base"
	libraries["jansson"] = "report"
	libraries["nettle/"] = "cli"
}

function folder_of(path, parts) {
	split(path, parts, "/")
	return parts[2]
}

/^#include "/ && FILENAME != "compiler/main.c" {
	from = folder_of(FILENAME)
	split($2, parts, "/")
	target = substr(parts[1], 2)
	if ((" " allowed[from] " ") !~ (" " target " ")) {
		print FILENAME ":" FNR ": " from "/ may not include " $2
		bad = 1
	}
}

/^#include </ {
	from = folder_of(FILENAME)
	for (library in libraries) {
		if (index($2, library) && (" " libraries[library] " ") !~ (" " from " ")) {
			print FILENAME ":" FNR ": only " libraries[library] " may include " $2
			bad = 1
		}
	}
}

END { exit bad }
