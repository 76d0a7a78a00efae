// zlib as Swift sees it. The init functions are macros in C and need a function here.
#ifndef NEWSGRAPH_CZLIB_SHIM_H
#define NEWSGRAPH_CZLIB_SHIM_H

#include <zlib.h>

// 15 window bits plus 16: gzip framing only; plus 32 would also take raw zlib streams.
static inline int newsgraph_inflate_init_gzip(z_streamp stream) {
  return inflateInit2(stream, 15 + 16);
}

static inline int newsgraph_deflate_init_gzip(z_streamp stream, int level) {
  return deflateInit2(stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
}

#endif
