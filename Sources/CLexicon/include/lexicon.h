// The linguistic data files of Standpunkt, embedded at build time from data/.
#ifndef STANDPUNKT_LEXICON_H
#define STANDPUNKT_LEXICON_H

#include <stddef.h>

/// The bytes of the data file `name` ("reporting-verbs.tsv"); NULL when there is none of that name.
/// The bytes live as long as the program; `count` is set to their number.
const unsigned char *lexicon_bytes(const char *name, size_t *count);

/// The name of the data file number `index`, from 0; NULL after the last one.
const char *lexicon_name(size_t index);

#endif
