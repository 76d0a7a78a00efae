#ifndef NEWSGRAPH_ONEDNN_SHIM_H
#define NEWSGRAPH_ONEDNN_SHIM_H

#include <oneapi/dnnl/dnnl.h>

// omp.h belongs to the compiler, and clang's does not come with Swift; Debian's oneDNN is threaded
// by the GNU runtime, whose function this is. The setting holds for the calling thread alone.
extern void omp_set_num_threads(int count);

#endif
