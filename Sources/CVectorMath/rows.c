#include "CVectorMath.h"
#include "gelu.h"
#include "lanes.h"

#include <math.h>

#pragma STDC FP_CONTRACT OFF

// What is left of a row after the last 16 elements goes through a padded copy, so that it is computed
// by the same operations.
#define FOR_EACH_16(index, count) \
  for (size_t index = 0; index + LANES <= (count); index += LANES)

#define SCALED(index) \
  (__builtin_convertvector(LOAD(int_lanes, sums + (index)), lanes) * (LOAD(lanes, scales + (index)) * row) \
   + LOAD(lanes, bias + (index)))

FOR_ALL_CPUS
void vector_scale(const int32_t *sums, float row, const float *scales, const float *bias,
                  float *result, size_t count) {
  size_t whole = count - count % LANES;
  FOR_EACH_16(i, count) STORE(result + i, SCALED(i));
  for (size_t i = whole; i < count; i++) result[i] = (float)sums[i] * (scales[i] * row) + bias[i];
}

FOR_ALL_CPUS
void vector_scale_gelu(const int32_t *sums, float row, const float *scales, const float *bias,
                       float *result, size_t count) {
  size_t whole = count - count % LANES;
  FOR_EACH_16(i, count) STORE(result + i, GELU(SCALED(i)));
  if (whole == count) return;
  lanes rest = {0};
  for (size_t i = whole; i < count; i++) {
    rest[i - whole] = (float)sums[i] * (scales[i] * row) + bias[i];
  }
  rest = GELU(rest);
  for (size_t i = whole; i < count; i++) result[i] = rest[i - whole];
}

FOR_ALL_CPUS
float vector_dot(const float *left, const float *right, size_t count) {
  lanes total = {0};
  FOR_EACH_16(i, count) total += LOAD(lanes, left + i) * LOAD(lanes, right + i);
  float rest = 0;
  for (size_t i = count - count % LANES; i < count; i++) rest += left[i] * right[i];
  return TOTAL(total) + rest;
}

FOR_ALL_CPUS
float vector_quantize(const float *input, uint8_t *codes, size_t count) {
  // Without the sign, floats order as their bits do.
  int_lanes most = {0};
  int32_t largest = 0;
  FOR_EACH_16(i, count) {
    int_lanes bits = LOAD(int_lanes, input + i) & 0x7FFFFFFF;
    most = LARGER(int_lanes, bits, most);
  }
  for (int lane = 0; lane < LANES; lane++) largest = most[lane] > largest ? most[lane] : largest;
  for (size_t i = count - count % LANES; i < count; i++) {
    int32_t bits;
    __builtin_memcpy(&bits, input + i, sizeof bits);
    bits &= 0x7FFFFFFF;
    largest = bits > largest ? bits : largest;
  }
  if (largest == 0) {
    for (size_t i = 0; i < count; i++) codes[i] = 64;
    return 0;
  }
  float magnitude;
  __builtin_memcpy(&magnitude, &largest, sizeof magnitude);
  float inverse = 63 / magnitude;
  // Adding 1.5 × 2^23 rounds half to even and leaves the integer in the low bits.
  FOR_EACH_16(i, count) {
    lanes rounded = LOAD(lanes, input + i) * inverse + 12582912.0f;
    STORE(codes + i, __builtin_convertvector((int_lanes)rounded + 64, byte_lanes));
  }
  for (size_t i = count - count % LANES; i < count; i++) {
    float rounded = input[i] * inverse + 12582912.0f;
    int32_t bits;
    __builtin_memcpy(&bits, &rounded, sizeof bits);
    codes[i] = (uint8_t)(bits + 64);
  }
  return magnitude / 63;
}

FOR_ALL_CPUS
void vector_normalize(float *line, const float *addend, const float *weight, const float *bias,
                      float epsilon, size_t count) {
  lanes sums = {0};
  FOR_EACH_16(i, count) {
    lanes value = LOAD(lanes, line + i);
    if (addend) value += LOAD(lanes, addend + i);
    STORE(line + i, value);
    sums += value;
  }
  float mean = TOTAL(sums) / (float)count;
  lanes squares = {0};
  FOR_EACH_16(i, count) {
    lanes value = LOAD(lanes, line + i) - mean;
    STORE(line + i, value);
    squares += value * value;
  }
  float factor = 1 / sqrtf(TOTAL(squares) / (float)count + epsilon);
  FOR_EACH_16(i, count) {
    STORE(line + i, LOAD(lanes, line + i) * factor * LOAD(lanes, weight + i) + LOAD(lanes, bias + i));
  }
}

FOR_ALL_CPUS
void vector_products(const float *matrix, size_t rows, size_t stride, const float *vectors,
                     size_t vector_count, size_t vector_stride, float *result, size_t count) {
  enum { GROUP = 4 };
  for (size_t first = 0; first < vector_count; first += GROUP) {
    // Past the end the last vector is taken again, to the same result.
    size_t at[GROUP];
    for (size_t k = 0; k < GROUP; k++) at[k] = first + k < vector_count ? first + k : vector_count - 1;
    for (size_t row = 0; row < rows; row++) {
      const float *line = matrix + row * stride;
      lanes totals[GROUP] = {0};
      FOR_EACH_16(i, count) {
        lanes value = LOAD(lanes, line + i);
        for (size_t k = 0; k < GROUP; k++) {
          totals[k] += value * LOAD(lanes, vectors + at[k] * vector_stride + i);
        }
      }
      for (size_t k = 0; k < GROUP; k++) result[at[k] * rows + row] = TOTAL(totals[k]);
    }
  }
}

FOR_ALL_CPUS
void vector_rectify(float *line, float slope, size_t count) {
  FOR_EACH_16(i, count) {
    lanes value = LOAD(lanes, line + i);
    int_lanes below = value < 0.0f;
    STORE(line + i, (lanes)(((int_lanes)(value * slope) & below) | ((int_lanes)value & ~below)));
  }
  for (size_t i = count - count % LANES; i < count; i++) {
    if (line[i] < 0) line[i] *= slope;
  }
}

FOR_ALL_CPUS
size_t vector_index_of_largest(const float *line, size_t count) {
  float largest = line[0];
  size_t whole = count - count % LANES;
  if (whole > 0) {
    lanes most = LOAD(lanes, line);
    FOR_EACH_16(i, count) {
      most = LARGER(lanes, LOAD(lanes, line + i), most);
    }
    for (int lane = 0; lane < LANES; lane++) largest = most[lane] > largest ? most[lane] : largest;
  }
  for (size_t i = whole; i < count; i++) largest = line[i] > largest ? line[i] : largest;
  size_t index = 0;
  while (index + 1 < count && !(line[index] >= largest)) index++;
  return index;
}
