// What was learned from the public data set, embedded at build time from data/ under its licence.
#ifndef STANDPUNKT_LEARNED_WEIGHTS_H
#define STANDPUNKT_LEARNED_WEIGHTS_H

#include <stddef.h>

/// The bytes of a file of data/; NULL, and a count of 0, when the program was built without it.
/// They live as long as the program.
const unsigned char *learned_weights(const char *name, size_t *count);

#endif
