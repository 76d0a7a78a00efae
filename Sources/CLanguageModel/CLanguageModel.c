#include "CLanguageModel.h"

// #embed is C23 and an extension before; the package is built as the compiler's default C.
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wc23-extensions"
_Alignas(64) static const unsigned char model[] = {
#embed "en.ngmodel"
};
#pragma clang diagnostic pop

const unsigned char *newsgraph_language_model_bytes(void) { return model; }

size_t newsgraph_language_model_count(void) { return sizeof model; }
