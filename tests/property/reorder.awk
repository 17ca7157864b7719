# A policy -> the same one with its top-level declarations in another order, each with
# the comments before it; the header stays first. ORDER is `reversed` or the number of a
# shuffle.  awk -v order=ORDER -f tokens.awk -f reorder.awk FILE

{ text = text $0 "\n" }

# A declaration ends before byte `at`, or behind what remains of its line.
function close_chunk(at,    rest) {
	rest = substr(text, at, 4000)
	if (match(rest, /^[ \t;]*(#[^\n]*)?\n/))
		at += RLENGTH
	chunk[++count] = substr(text, begin, at - begin)
	begin = at
	open = 0
}

function scan(    i, n, c, depth, before) {
	begin = 1
	for (i = 1; i <= length(text); i += n) {
		c = substr(text, i, 1)
		n = token_length(text, i)
		if (c == " " || c == "\t" || c == "#")
			continue
		if (c == "{")
			depth++
		if (c == "}")
			depth--
		if (!depth && open && (c == "}" || c == ";" || c == "\n" && before != ","))
			close_chunk(c == "\n" ? i : i + 1)
		else if (c != "\n" && i >= begin)
			open = 1
		before = c
	}
}

function swap(i, j,    kept) {
	kept = chunk[i]
	chunk[i] = chunk[j]
	chunk[j] = kept
}

END {
	scan()
	if (order == "reversed") {
		for (i = 2; i < count + 2 - i; i++)
			swap(i, count + 2 - i)
	} else {
		seed = order * 7919
		for (i = count; i > 2; i--) {
			seed = seed * 16807 % 2147483647
			swap(i, 2 + seed % (i - 1))
		}
	}
	for (i = 1; i <= count; i++)
		printf "%s", chunk[i]
	printf "%s", substr(text, begin)
}
