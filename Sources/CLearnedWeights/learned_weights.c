#include "learned_weights.h"
#include <string.h>

// Each file is optional: without it the program does without what was learned.
#if __has_embed("data/quotation.weights") == __STDC_EMBED_FOUND__
static const unsigned char quotation[] = {
#embed "data/quotation.weights"
};
#define QUOTATION {"quotation.weights", quotation, sizeof quotation},
#else
#define QUOTATION
#endif

#if __has_embed("data/stance-weights.tsv") == __STDC_EMBED_FOUND__
static const unsigned char stance_weights[] = {
#embed "data/stance-weights.tsv"
};
#define STANCE_WEIGHTS {"stance-weights.tsv", stance_weights, sizeof stance_weights},
#else
#define STANCE_WEIGHTS
#endif

#if __has_embed("data/stance-words.tsv") == __STDC_EMBED_FOUND__
static const unsigned char stance_words[] = {
#embed "data/stance-words.tsv"
};
#define STANCE_WORDS {"stance-words.tsv", stance_words, sizeof stance_words},
#else
#define STANCE_WORDS
#endif

#if __has_embed("data/stance-context.tsv") == __STDC_EMBED_FOUND__
static const unsigned char stance_context[] = {
#embed "data/stance-context.tsv"
};
#define STANCE_CONTEXT {"stance-context.tsv", stance_context, sizeof stance_context},
#else
#define STANCE_CONTEXT
#endif

static const struct {
  const char *name;
  const unsigned char *bytes;
  size_t count;
} files[] = {QUOTATION STANCE_WEIGHTS STANCE_WORDS STANCE_CONTEXT{NULL, NULL, 0}};

const unsigned char *learned_weights(const char *name, size_t *count) {
  for (size_t i = 0; files[i].name != NULL; i++) {
    if (strcmp(files[i].name, name) == 0) {
      *count = files[i].count;
      return files[i].bytes;
    }
  }
  *count = 0;
  return NULL;
}
