#!/bin/sh
# The law of a day: a rule fires on the days on which the law that it applies was in
# force, and on no other. Each line is a day, a rule, what it does on that day and the
# statement judged, in a policy of its own.
#   dated.sh POLC
set -u
polc=$1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cases=0
failed=0

while IFS='|' read -r day rule wanted statement; do
	case $day in '' | '#'*) continue ;; esac
	cases=$((cases + 1))
	printf 'polc 1 en\npolicy example { languages en; law FR }\n%s\n' "$statement" >"$scratch/dated.policy"
	"$polc" check --report line --lang en --as-of "$day" "$scratch/dated.policy" >"$scratch/report" 2>&1
	found=silent
	grep -qF "[$rule]" "$scratch/report" && found=fires
	if grep -qE '\[(SYNTAX|MODEL)-' "$scratch/report" || [ $found != "$wanted" ]; then
		failed=$((failed + 1))
		echo "$day: wanted '$rule $wanted', got '$found' of: $statement"
	fi
done <<'END'
# The Privacy Shield until the judgment of 16 July 2020, the Safe Harbour until that of 6 October 2015.
2019-06-01|GDPR-44-INVALID|silent|transfers { transfer US { safeguard privacy-shield } }
2020-07-15|GDPR-44-INVALID|silent|transfers { transfer US { safeguard privacy-shield } }
2020-07-16|GDPR-44-INVALID|fires|transfers { transfer US { safeguard privacy-shield } }
2021-01-01|GDPR-44-INVALID|fires|transfers { transfer US { safeguard privacy-shield } }
2015-10-05|GDPR-44-INVALID|silent|transfers { transfer US { safeguard safe-harbour } }
2015-10-06|GDPR-44-INVALID|fires|transfers { transfer US { safeguard safe-harbour } }
# The clauses of before 2021 until 27 December 2022; those of 2021 from 27 June 2021.
2022-12-27|GDPR-44-INVALID|silent|transfers { transfer IN { safeguard scc-old } }
2022-12-28|GDPR-44-INVALID|fires|transfers { transfer IN { safeguard scc-old } }
2021-06-26|GDPR-44-INVALID|fires|transfers { transfer IN { safeguard scc-2021 } }
2021-06-27|GDPR-44-INVALID|silent|transfers { transfer IN { safeguard scc-2021 } }
# The United States: no decision between the Privacy Shield and the Framework of 10 July 2023.
2021-01-01|GDPR-45-LIST|fires|transfers { transfer US { safeguard adequacy; certified yes } }
2019-06-01|GDPR-45-LIST|silent|transfers { transfer US { safeguard adequacy; certified yes } }
2019-06-01|GDPR-45-LIST|fires|transfers { transfer US { safeguard dpf; certified yes } }
2023-07-09|GDPR-45-LIST|fires|transfers { transfer US { safeguard dpf; certified yes } }
2023-07-10|GDPR-45-LIST|silent|transfers { transfer US { safeguard dpf; certified yes } }
2023-07-09|GDPR-45-DPF|silent|transfers { transfer US { safeguard dpf } }
2023-07-10|GDPR-45-DPF|fires|transfers { transfer US { safeguard dpf } }
2023-07-10|GDPR-45-DPF|silent|transfers { transfer US { safeguard dpf; certified yes } }
# The United Kingdom was treated as a Member State until 30 June 2021; its decision ends in 2031.
2021-06-30|GDPR-13-1-f|silent|recipient host { name "Example Hosting"; country GB }
2021-07-01|GDPR-13-1-f|fires|recipient host { name "Example Hosting"; country GB }
2021-06-15|GDPR-13-1-f-MECH|silent|transfers { transfer GB { label "backups" } }
2021-07-01|GDPR-13-1-f-MECH|fires|transfers { transfer GB { label "backups" } }
2021-06-15|GDPR-45-LIST|silent|transfers { transfer GB { safeguard adequacy } }
2021-07-01|GDPR-45-LIST|silent|transfers { transfer GB { safeguard adequacy } }
2031-12-27|GDPR-45-LIST|silent|transfers { transfer GB { safeguard adequacy } }
2031-12-28|GDPR-45-LIST|fires|transfers { transfer GB { safeguard adequacy } }
# Other decisions, from their day.
2019-01-22|GDPR-45-LIST|fires|transfers { transfer JP { safeguard adequacy } }
2019-01-23|GDPR-45-LIST|silent|transfers { transfer JP { safeguard adequacy } }
2021-12-16|GDPR-45-LIST|fires|transfers { transfer KR { safeguard adequacy } }
2021-12-17|GDPR-45-LIST|silent|transfers { transfer KR { safeguard adequacy } }
2026-01-25|GDPR-45-LIST|fires|transfers { transfer BR { safeguard adequacy } }
2026-01-26|GDPR-45-LIST|silent|transfers { transfer BR { safeguard adequacy } }
# A derogation, where no decision covers the transfer.
2012-12-18|GDPR-49-1|silent|transfers { transfer NZ { safeguard art49-b } }
2012-12-19|GDPR-49-1|fires|transfers { transfer NZ { safeguard art49-b } }
# A decision that ends within twelve months, or a list of them that is old.
2024-06-26|ADEQ-RISK|silent|transfers { transfer GB { safeguard adequacy } }
2024-06-27|ADEQ-RISK|fires|transfers { transfer GB { safeguard adequacy } }
2026-11-21|ADEQ-RISK|silent|transfers { transfer CH { safeguard adequacy } }
2099-01-01|ADEQ-RISK|fires|transfers { transfer CH { safeguard adequacy } }
# A mechanism that is dead takes over nothing.
2026-11-21|ADEQ-RISK|silent|transfers { transfer US { safeguard dpf; certified yes; fallback scc-2021 } }
2026-11-21|ADEQ-RISK|fires|transfers { transfer US { safeguard dpf; certified yes; fallback scc-old } }
# Cold calls to consumers need consent from 11 August 2026.
2026-08-10|CONSO-223-1|silent|purpose calls { label "Calls"; marketing yes { channel phone; target consumers }; basis legitimate-interests { interest "winning customers" } }
2026-08-11|CONSO-223-1|fires|purpose calls { label "Calls"; marketing yes { channel phone; target consumers }; basis legitimate-interests { interest "winning customers" } }
END
[ $failed -eq 0 ] && echo "dated: $cases days, each with its law"
[ $failed -eq 0 ]
