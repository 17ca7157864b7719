# A policy -> one file for each of its declarations and of their fields, without it,
# below DIR; each is a policy of a name of its own.  awk -v dir=DIR -v name=NAME -f tokens.awk -f removals.awk FILE

{ text = text $0 "\n" }

# Notes that a statement of the depth ends before byte `at`.
function close_statement(depth, at) {
	if (depth <= 1 && begin[depth]) {
		count++
		first[count] = begin[depth]
		last[count] = at
	}
	begin[depth] = 0
}

function scan(    i, n, c, depth, before) {
	for (i = 1; i <= length(text); i += n) {
		c = substr(text, i, 1)
		n = token_length(text, i)
		if (c == " " || c == "\t" || c == "#")
			continue
		if (c == "\n") {
			if (before != ",")
				close_statement(depth, i)
		} else if (c == ";") {
			close_statement(depth, i + 1)
		} else if (c == "}") {
			close_statement(depth, i)
			close_statement(--depth, i + 1)
		} else if (c == "{") {
			depth++
		} else if (!begin[depth]) {
			begin[depth] = i
		}
		before = c
	}
}

END {
	scan()
	for (k = 2; k <= count; k++) { # the first is the header
		out = substr(text, 1, first[k] - 1) substr(text, last[k])
		id = name "-" k
		sub(/\npolicy [^ ]+/, "\npolicy " id, out)
		sub(/\npolitique [^ ]+/, "\npolitique " id, out)
		file = dir "/" id ".policy"
		printf "%s", out > file
		close(file)
	}
}
