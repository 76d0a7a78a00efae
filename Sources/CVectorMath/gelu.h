#ifndef NEWSGRAPH_GELU_H
#define NEWSGRAPH_GELU_H

#include "lanes.h"

// The Gaussian error linear unit in its tanh form (Hendrycks and Gimpel, 2016).
#define GELU(value)                                                                        \
  __extension__({                                                                          \
    lanes g_x = (value);                                                                   \
    lanes g_t = -1.5957691216f * (g_x + 0.044715f * (g_x * g_x * g_x));                    \
    g_x / (1.0f + EXPONENTIAL(g_t));                                                       \
  })

#endif
