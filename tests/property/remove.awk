# A table of facts and a policy -> the policy without each fact, below DIR, named NAME-N
# after the row N of the table, or NAME-N-M where a row stands for several.  awk -v dir=DIR -v name=NAME -f tokens.awk -f remove.awk TABLE POLICY
#
# The second column of a row of the policy is one fact or several, with " + " between
# them. A fact is the path of a statement, "purpose orders / basis contract": the first
# statement in the one before whose words begin so, or all such where the last part ends
# with " *" (then there may be none). A first part that ends with " ?" makes one policy
# for each statement that begins so. Behind " -- " stand words of the statement that alone are taken out.

NR == FNR {
	split($0, column, / *\| */)
	if (column[1] == name) {
		rows[++wanted] = FNR
		facts[wanted] = column[2]
	}
	next
}

{ text = text $0 "\n" }

function open_statement(depth, i) {
	opened[depth] = ++count
	first[count] = i
	parent[count] = depth ? opened[depth - 1] : 0
	words[count] = ""
	has_head[count] = 1
}

# Notes that a statement of the depth ends before byte `at`.
function close_statement(depth, at) {
	if (opened[depth])
		last[opened[depth]] = at
	opened[depth] = 0
}

function scan(    i, n, c, depth, before, token) {
	depth = 0
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
		} else {
			if (!opened[depth])
				open_statement(depth, i)
			token = substr(text, i, n)
			words[opened[depth]] = words[opened[depth]] (words[opened[depth]] == "" ? "" : " ") token
		}
		before = c
	}
}

function begins(s, part) {
	return s == part || substr(s, 1, length(part) + 1) == part " "
}

# Marks what the fact covers in `cut` and `until`; false: there is no such statement.
function locate(fact, turn,    part, n, k, s, within, every, only, found, at, skip) {
	only = ""
	if (n = index(fact, " -- ")) {
		only = substr(fact, n + 4)
		fact = substr(fact, 1, n - 1)
	}
	every = sub(/ \*$/, "", fact)
	n = split(fact, part, / \/ /)
	within = 0
	skip = sub(/ \?$/, "", part[1]) ? turn - 1 : 0
	for (k = 1; k <= n; k++) {
		found = 0
		for (s = 1; s <= count; s++) {
			if (parent[s] != within || !begins(words[s], part[k]) || (k == 1 && skip-- > 0))
				continue
			found = s
			if (k < n || !every)
				break
			cut[++cuts] = first[s]
			until[cuts] = last[s]
		}
		if (!found)
			return every && k > 1 && k == n
		within = found
	}
	if (every)
		return 1
	cut[++cuts] = first[within]
	until[cuts] = last[within]
	if (only != "") {
		at = index(substr(text, first[within], last[within] - first[within]), only)
		if (!at)
			return 0
		cut[cuts] = first[within] + at - 1
		until[cuts] = cut[cuts] + length(only)
	}
	return 1
}

function without(    out, from, k, best, used) {
	from = 1
	for (;;) {
		best = 0
		for (k = 1; k <= cuts; k++)
			if (!(k in used) && (!best || cut[k] < cut[best]))
				best = k
		if (!best)
			return out substr(text, from)
		used[best] = 1
		if (cut[best] >= from) {
			out = out substr(text, from, cut[best] - from)
			from = until[best]
		}
	}
}

# The policy without the facts, as a policy of a name of its own; false: a fact is none.
function write(facts, id, turn,    fact, n, k, out) {
	n = split(facts, fact, / \+ /)
	cuts = 0
	for (k = 1; k <= n; k++)
		if (!locate(fact[k], turn))
			return 0
	out = without()
	sub(/\npolicy [^ ]+/, "\npolicy " id, out)
	sub(/\npolitique [^ ]+/, "\npolitique " id, out)
	file = dir "/" id ".policy"
	printf "%s", out > file
	close(file)
	return 1
}

END {
	scan()
	rows[0] = 0
	facts[0] = ""
	for (row = 0; row <= wanted; row++) {
		id = name "-" rows[row]
		if (facts[row] !~ / \? \//) {
			if (!write(facts[row], id, 1))
				print name ": no such statement: " facts[row] > "/dev/stderr"
			continue
		}
		for (turn = 1; write(facts[row], id "-" turn, turn); turn++)
			;
	}
}
