#include "CMemory.h"

// Tells by its macros which C library there is.
#include <stdlib.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

// Stretches of that size are few, so that asking the system for each takes no time to speak of.
enum { LARGE = 1 << 20 };

void memory_give_back(void) {
#ifdef __GLIBC__
  malloc_trim(0);
#endif
}

void memory_keep_little(void) {
#ifdef __GLIBC__
  // Either number being set ends the growing of both.
  mallopt(M_MMAP_THRESHOLD, LARGE);
  mallopt(M_TRIM_THRESHOLD, LARGE);
#endif
}
