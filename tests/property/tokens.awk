# How many bytes the token of the language takes that begins at byte `i` of `text`.
function token_length(text, i,    rest, n) {
	rest = substr(text, i, 4000)
	if (rest ~ /^"""/) {
		n = index(substr(text, i + 3), "\"\"\"")
		return n + 5
	}
	if (match(rest, /^"([^"\\]|\\.)*"/) || match(rest, /^#[^\n]*/) || match(rest, /^[ \t]+/) ||
	    match(rest, /^[^ \t\n{};,"#]+/))
		return RLENGTH
	return 1
}
