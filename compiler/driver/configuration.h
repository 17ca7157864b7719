/*
 * polc.conf, what a source tree asks of polc, one statement a line:
 *   statement = ( "severity" | "gravité" ) , rule , level ;   # and comments
 * The nearest one counts: in the policy's folder, or in one around it as far as the
 * folder that includes may not leave.
 */
#ifndef DRIVER_CONFIGURATION_H
#define DRIVER_CONFIGURATION_H

#include "driver/driver.h"
#include "rules/severities.h"

/* Why a polc.conf cannot be followed. */
struct configuration_problem {
	struct str path;
	size_t line; /* from 1; 0: the file cannot be read */
	int error;   /* errno, where it cannot be read */
	enum severity_result result;
	struct str word; /* the rule or level that is refused, or the statement not understood */
	bool is_unknown; /* the statement is none of polc.conf's */
};

/* Gives every path its severities: `chosen`, over the nearest polc.conf, over the
 * catalogue. `chosen` holds words "RULE=LEVEL". All in the arena. False and the
 * problem at the first one that is found; its path is empty for a word of `chosen`. */
bool configuration_apply(struct arena *arena, struct compile_paths *paths, const char *const *chosen,
			 size_t chosen_count, struct configuration_problem *problem);

#endif
