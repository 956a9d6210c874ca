#include "quotation_weights.h"

#ifdef __has_embed
#if __has_embed("data/quotation.weights") == __STDC_EMBED_FOUND__
#define HAS_WEIGHTS 1
#endif
#endif

#ifdef HAS_WEIGHTS
static const unsigned char weights[] = {
#embed "data/quotation.weights"
};

const unsigned char *quotation_weights(size_t *count) {
  *count = sizeof weights;
  return weights;
}
#else
const unsigned char *quotation_weights(size_t *count) {
  *count = 0;
  return NULL;
}
#endif
