/*
 * What the checks of trackers share. Internal to rules/.
 */
#ifndef RULES_EPRIVACY_TRACKERS_H
#define RULES_EPRIVACY_TRACKERS_H

#include "rules/engine.h"

/* May a tracker of the kind be exempt from consent at all (CNIL 2020-091, section 5)? */
bool tracker_kind_is_exemptible(enum word kind);

#endif
