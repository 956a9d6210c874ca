#include "lexicon.h"
#include <string.h>

// One line a file: a symbol, then the file's name below data/.
#define FILES(X) \
  X(abbreviations, "abbreviations.tsv") \
  X(actors, "actors.tsv") \
  X(answering_words, "answering-words.tsv") \
  X(body_words, "body-words.tsv") \
  X(calendar_words, "calendar-words.tsv") \
  X(codebook, "codebook.tsv") \
  X(confidence, "confidence.tsv") \
  X(date_phrases, "date-phrases.tsv") \
  X(evaluatives, "evaluatives.tsv") \
  X(events, "events.tsv") \
  X(fact_sources, "fact-sources.tsv") \
  X(feminine_names, "feminine-names.tsv") \
  X(function_words, "function-words.tsv") \
  X(given_names, "given-names.tsv") \
  X(happenings, "happenings.tsv") \
  X(layout_words, "layout-words.tsv") \
  X(modality, "modality.tsv") \
  X(negators, "negators.tsv") \
  X(nouns, "nouns.tsv") \
  X(places, "places.tsv") \
  X(reported_verbs, "reported-verbs.tsv") \
  X(reporting_frames, "reporting-frames.tsv") \
  X(reporting_phrases, "reporting-phrases.tsv") \
  X(reporting_verbs, "reporting-verbs.tsv") \
  X(reversers, "reversers.tsv") \
  X(speaker_nouns, "speaker-nouns.tsv") \
  X(stance_nouns, "stance-nouns.tsv") \
  X(stance_context, "stance-context.tsv") \
  X(stance_words, "stance-words.tsv") \
  X(stance_verbs, "stance-verbs.tsv") \
  X(stance_signals, "stance-signals.tsv") \
  X(stance_weights, "stance-weights.tsv") \
  X(states, "states.tsv") \
  X(strong_verbs, "strong-verbs.tsv") \
  X(tense_words, "tense-words.tsv") \
  X(titles, "titles.tsv") \
  X(verbs, "verbs.tsv")

// #embed takes no macro for its file name, hence one definition a file.
static const unsigned char abbreviations[] = {
#embed "data/abbreviations.tsv"
};
static const unsigned char actors[] = {
#embed "data/actors.tsv"
};
static const unsigned char answering_words[] = {
#embed "data/answering-words.tsv"
};
static const unsigned char body_words[] = {
#embed "data/body-words.tsv"
};
static const unsigned char calendar_words[] = {
#embed "data/calendar-words.tsv"
};
static const unsigned char codebook[] = {
#embed "data/codebook.tsv"
};
static const unsigned char confidence[] = {
#embed "data/confidence.tsv"
};
static const unsigned char date_phrases[] = {
#embed "data/date-phrases.tsv"
};
static const unsigned char evaluatives[] = {
#embed "data/evaluatives.tsv"
};
static const unsigned char events[] = {
#embed "data/events.tsv"
};
static const unsigned char fact_sources[] = {
#embed "data/fact-sources.tsv"
};
static const unsigned char feminine_names[] = {
#embed "data/feminine-names.tsv"
};
static const unsigned char function_words[] = {
#embed "data/function-words.tsv"
};
static const unsigned char given_names[] = {
#embed "data/given-names.tsv"
};
static const unsigned char happenings[] = {
#embed "data/happenings.tsv"
};
static const unsigned char layout_words[] = {
#embed "data/layout-words.tsv"
};
static const unsigned char modality[] = {
#embed "data/modality.tsv"
};
static const unsigned char negators[] = {
#embed "data/negators.tsv"
};
static const unsigned char nouns[] = {
#embed "data/nouns.tsv"
};
static const unsigned char places[] = {
#embed "data/places.tsv"
};
static const unsigned char reported_verbs[] = {
#embed "data/reported-verbs.tsv"
};
static const unsigned char reporting_frames[] = {
#embed "data/reporting-frames.tsv"
};
static const unsigned char reporting_phrases[] = {
#embed "data/reporting-phrases.tsv"
};
static const unsigned char reporting_verbs[] = {
#embed "data/reporting-verbs.tsv"
};
static const unsigned char reversers[] = {
#embed "data/reversers.tsv"
};
static const unsigned char speaker_nouns[] = {
#embed "data/speaker-nouns.tsv"
};
static const unsigned char stance_nouns[] = {
#embed "data/stance-nouns.tsv"
};
static const unsigned char stance_context[] = {
#embed "data/stance-context.tsv"
};
static const unsigned char stance_words[] = {
#embed "data/stance-words.tsv"
};
static const unsigned char stance_verbs[] = {
#embed "data/stance-verbs.tsv"
};
static const unsigned char stance_signals[] = {
#embed "data/stance-signals.tsv"
};
static const unsigned char stance_weights[] = {
#embed "data/stance-weights.tsv"
};
static const unsigned char states[] = {
#embed "data/states.tsv"
};
static const unsigned char strong_verbs[] = {
#embed "data/strong-verbs.tsv"
};
static const unsigned char tense_words[] = {
#embed "data/tense-words.tsv"
};
static const unsigned char titles[] = {
#embed "data/titles.tsv"
};
static const unsigned char verbs[] = {
#embed "data/verbs.tsv"
};

struct file {
  const char *name;
  const unsigned char *bytes;
  size_t count;
};

static const struct file files[] = {
#define ENTRY(symbol, name) {name, symbol, sizeof symbol},
    FILES(ENTRY)
#undef ENTRY
};

const unsigned char *lexicon_bytes(const char *name, size_t *count) {
  for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
    if (strcmp(files[i].name, name) == 0) {
      *count = files[i].count;
      return files[i].bytes;
    }
  }
  *count = 0;
  return NULL;
}

const char *lexicon_name(size_t index) {
  return index < sizeof files / sizeof files[0] ? files[index].name : NULL;
}
