#ifndef NEWSGRAPH_VECTOR_MATH_H
#define NEWSGRAPH_VECTOR_MATH_H

#include <stddef.h>
#include <stdint.h>

// Loops over rows of floats, compiled for several instruction sets; the best one that the CPU has is
// taken when the program is loaded. Every set gives the same bits: each element is computed by the
// same operations, sums run over 16 lanes and join them in one order, and no multiplication is fused
// with an addition. Pointers need no alignment. `count` is a number of elements.

/// result[i] = sums[i] × (row × scales[i]) + bias[i]
void vector_scale(const int32_t *_Nonnull sums, float row, const float *_Nonnull scales,
                  const float *_Nonnull bias, float *_Nonnull result, size_t count);

/// The same, then the Gaussian error linear unit in its tanh form.
void vector_scale_gelu(const int32_t *_Nonnull sums, float row, const float *_Nonnull scales,
                       const float *_Nonnull bias, float *_Nonnull result, size_t count);

/// Σ left[i] × right[i]
float vector_dot(const float *_Nonnull left, const float *_Nonnull right, size_t count);

/// Quantises to 7 bits around 64 and returns what one step is worth; 0 where all elements are 0.
float vector_quantize(const float *_Nonnull input, uint8_t *_Nonnull codes, size_t count);

/// Adds `addend` to `line`, if there is one, then normalises `line` to mean 0 and variance 1, scales
/// and shifts it. `count` is a multiple of 16.
void vector_normalize(float *_Nonnull line, const float *_Nullable addend,
                      const float *_Nonnull weight, const float *_Nonnull bias, float epsilon,
                      size_t count);

/// result[v × rows + r] = Σ matrix[r × stride + i] × vectors[v × vector_stride + i] for `rows` rows
/// and `vector_count` vectors; `count` is a multiple of 16.
void vector_products(const float *_Nonnull matrix, size_t rows, size_t stride,
                     const float *_Nonnull vectors, size_t vector_count, size_t vector_stride,
                     float *_Nonnull result, size_t count);

/// Multiplies what is negative by `slope`.
void vector_rectify(float *_Nonnull line, float slope, size_t count);

/// The index of the largest element, the lowest on a tie; `count` is not 0.
size_t vector_index_of_largest(const float *_Nonnull line, size_t count);

/// result[r × columns + c] = offsets[c] + Σ input[r × depth + i] × weights[c × depth + i]
void vector_integer_products(const uint8_t *_Nonnull input, const int8_t *_Nonnull weights,
                             const int32_t *_Nonnull offsets, int32_t *_Nonnull result, size_t rows,
                             size_t columns, size_t depth);

/// Whether the CPU has the instructions (AVX-512 VNNI) that `vector_layer` is made of.
_Bool vector_layer_is_supported(void);

/// The number of bytes of packed weights.
size_t vector_packed_size(size_t outputs, size_t inputs);

/// Packs a row-major matrix of `outputs` × `inputs` weights; `inputs` is a multiple of 4.
void vector_pack(const int8_t *_Nonnull weights, size_t outputs, size_t inputs,
                 int8_t *_Nonnull packed);

/// A whole dense layer on quantised rows: integer products, then what `vector_scale` or
/// `vector_scale_gelu` does.
void vector_layer(const uint8_t *_Nonnull codes, const float *_Nonnull row_scales, size_t rows,
                  const int8_t *_Nonnull packed, const int32_t *_Nonnull offsets,
                  const float *_Nonnull scales, const float *_Nonnull bias, size_t inputs,
                  size_t outputs, _Bool gelu, float *_Nonnull result);

/// Self-attention of one segment with heads of width 32: `input` holds query, key and value of each
/// of `count` pieces, a row of 3 × 32 × `heads` each; `result` gets a row of 32 × `heads` each.
/// `workspace` has room for 36 × (`count` rounded up to a multiple of 16) floats.
void vector_attend(const float *_Nonnull input, size_t count, size_t heads,
                   float *_Nonnull workspace, float *_Nonnull result);

#endif
