#ifndef NEWSGRAPH_LANGUAGE_MODEL_H
#define NEWSGRAPH_LANGUAGE_MODEL_H

#include <stddef.h>

/// The first byte of the English language model (Training/MODEL_FORMAT.md), aligned to 64 bytes.
const unsigned char *newsgraph_language_model_bytes(void);

/// The number of bytes of the English language model.
size_t newsgraph_language_model_count(void);

#endif
