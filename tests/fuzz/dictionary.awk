# `polc reference` -> a dictionary of libFuzzer: every keyword and word of the language,
# in ASCII alone.
BEGIN {
	FS = "`"
	for (i = 128; i < 256; i++)
		escape[sprintf("%c", i)] = sprintf("\\x%02X", i)
	print "\"polc 1 en\\x0A\""
	print "\"polc 1 fr\\x0A\""
	print "\"{ \""
	print "\" }\""
	print "\"\\\"\\\"\\\"\\x0A\""
	print "\"{ref purpose \""
}

function ascii(word,    i, c, out) {
	for (i = 1; i <= length(word); i++) {
		c = substr(word, i, 1)
		out = out (c in escape ? escape[c] : c)
	}
	return out
}

/^\| `/ {
	for (i = 2; i <= 4; i += 2) {
		if ($i != "" && $i ~ /^[^ "\\]+$/ && !seen[$i]++)
			print "\"" ascii($i) " \""
	}
}
