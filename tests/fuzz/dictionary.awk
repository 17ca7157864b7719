# `polc reference` -> a dictionary of libFuzzer: every keyword and word of the language.
BEGIN {
	FS = "`"
	print "\"polc 1 en\\x0A\""
	print "\"polc 1 fr\\x0A\""
	print "\"{ \""
	print "\" }\""
	print "\"\\\"\\\"\\\"\\x0A\""
	print "\"{ref purpose \""
}
/^\| `/ {
	for (i = 2; i <= 4; i += 2) {
		if ($i != "" && $i ~ /^[^ "\\]+$/ && !seen[$i]++)
			print "\"" $i " \""
	}
}
