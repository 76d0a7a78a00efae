#ifndef NEWSGRAPH_LANES_H
#define NEWSGRAPH_LANES_H

#include <stddef.h>
#include <stdint.h>

// One vector of 16 lanes; narrower instruction sets take it in two or four steps.
typedef float lanes __attribute__((vector_size(64)));
typedef int32_t int_lanes __attribute__((vector_size(64)));
typedef uint8_t byte_lanes __attribute__((vector_size(16)));
typedef float lanes8 __attribute__((vector_size(32)));
typedef float lanes4 __attribute__((vector_size(16)));

enum { LANES = 16 };

// x86-64-v3 is AVX2, v4 is AVX-512. Other architectures have one set that all their CPUs share.
#if defined(__x86_64__) && defined(__linux__)
#define FOR_ALL_CPUS                                                                       \
  __attribute__((target_clones("default", "arch=x86-64-v3", "arch=x86-64-v4")))
#else
#define FOR_ALL_CPUS
#endif

#define INLINE static inline __attribute__((always_inline))

// The vectors go through memory-like copies, as C has no unaligned vector access; they become single
// loads and stores.
#define LOAD(type, pointer)                                                                \
  __extension__({                                                                          \
    type loaded;                                                                           \
    __builtin_memcpy(&loaded, (pointer), sizeof loaded);                                   \
    loaded;                                                                                \
  })
#define STORE(pointer, value)                                                              \
  do {                                                                                     \
    __typeof__(value) stored = (value);                                                    \
    __builtin_memcpy((pointer), &stored, sizeof stored);                                   \
  } while (0)

// The larger of each two lanes; C has no choice by lane, and the compiler knows this form.
#define LARGER(type, a, b)                                                                 \
  __extension__({                                                                          \
    type l_a = (a), l_b = (b);                                                             \
    int_lanes l_mask = l_a > l_b;                                                          \
    (type)(((int_lanes)l_a & l_mask) | ((int_lanes)l_b & ~l_mask));                        \
  })

// e to the power x, clamped to −87…88, to about 2 units in the last place. Range reduction and
// polynomial of S. Moshier's Cephes library (expf). Adding 1.5 × 2^23 rounds to the nearest integer,
// which is left in the low bits.
#define EXPONENTIAL(x)                                                                     \
  __extension__({                                                                          \
    lanes e_x = LARGER(lanes, (x), (lanes){0} - 87.0f);                                    \
    e_x = -LARGER(lanes, -e_x, (lanes){0} - 88.0f);                                        \
    lanes e_shifted = e_x * 1.442695041f + 12582912.0f;                                    \
    lanes e_power = e_shifted - 12582912.0f;                                               \
    lanes e_rest = e_x - e_power * 0.693359375f + e_power * 2.12194440e-4f;                \
    lanes e_sum = (lanes){0} + 1.9875691500e-4f;                                           \
    e_sum = e_sum * e_rest + 1.3981999507e-3f;                                             \
    e_sum = e_sum * e_rest + 8.3334519073e-3f;                                             \
    e_sum = e_sum * e_rest + 4.1665795894e-2f;                                             \
    e_sum = e_sum * e_rest + 1.6666665459e-1f;                                             \
    e_sum = e_sum * e_rest + 5.0000001201e-1f;                                             \
    e_sum = e_sum * (e_rest * e_rest) + e_rest + 1.0f;                                     \
    int_lanes e_bits = ((int_lanes)e_shifted + 127) << 23;                                 \
    e_sum * (lanes)e_bits;                                                                 \
  })

// The sum of the lanes, by halves.
#define TOTAL(value)                                                                       \
  __extension__({                                                                          \
    lanes t_all = (value);                                                                 \
    lanes8 t_8 = __builtin_shufflevector(t_all, t_all, 0, 1, 2, 3, 4, 5, 6, 7)             \
        + __builtin_shufflevector(t_all, t_all, 8, 9, 10, 11, 12, 13, 14, 15);             \
    lanes4 t_4 = __builtin_shufflevector(t_8, t_8, 0, 1, 2, 3)                             \
        + __builtin_shufflevector(t_8, t_8, 4, 5, 6, 7);                                   \
    (t_4[0] + t_4[2]) + (t_4[1] + t_4[3]);                                                 \
  })

// The largest lane, by halves.
#define LARGEST(value)                                                                     \
  __extension__({                                                                          \
    lanes m = (value);                                                                     \
    m = LARGER(lanes, m, __builtin_shufflevector(                                          \
        m, m, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7));                      \
    m = LARGER(lanes, m, __builtin_shufflevector(                                          \
        m, m, 4, 5, 6, 7, 0, 1, 2, 3, 4, 5, 6, 7, 0, 1, 2, 3));                            \
    m = LARGER(lanes, m, __builtin_shufflevector(                                          \
        m, m, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3, 0, 1));                            \
    m[0] > m[1] ? m[0] : m[1];                                                             \
  })

#endif
