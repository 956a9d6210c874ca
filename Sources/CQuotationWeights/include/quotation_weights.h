// The learned weights of quotation attribution, embedded at build time from data/.
#ifndef STANDPUNKT_QUOTATION_WEIGHTS_H
#define STANDPUNKT_QUOTATION_WEIGHTS_H

#include <stddef.h>

/// The bytes of the weight file; NULL, and a count of 0, when the program was built without one.
/// They live as long as the program.
const unsigned char *quotation_weights(size_t *count);

#endif
