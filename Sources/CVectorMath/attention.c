#include "CVectorMath.h"
#include "lanes.h"

#pragma STDC FP_CONTRACT OFF

enum { WIDTH = 32, QUERIES = 4 };

static const float SCALE = 0.17677669529663687f;  // 1 / √32

// Lays the keys of a head out by dimension, with zeros up to `padded` pieces.
INLINE void transpose(const float *source, size_t count, size_t padded, size_t stride, float *keys) {
  for (size_t piece = 0; piece < count; piece++) {
    const float *key = source + piece * stride;
    for (size_t dimension = 0; dimension < WIDTH; dimension++) {
      keys[dimension * padded + piece] = key[dimension];
    }
  }
  for (size_t dimension = 0; dimension < WIDTH; dimension++) {
    for (size_t piece = count; piece < padded; piece++) keys[dimension * padded + piece] = 0;
  }
}

// The scaled products of `QUERIES` queries with all keys; each key is loaded once for all of them.
INLINE void score(const float *const queries[QUERIES], const float *keys, size_t padded,
                  float *scores) {
  for (size_t piece = 0; piece < padded; piece += LANES) {
    lanes sum0 = {0}, sum1 = {0}, sum2 = {0}, sum3 = {0};
    for (size_t dimension = 0; dimension < WIDTH; dimension++) {
      lanes key = LOAD(lanes, keys + dimension * padded + piece);
      sum0 += key * queries[0][dimension];
      sum1 += key * queries[1][dimension];
      sum2 += key * queries[2][dimension];
      sum3 += key * queries[3][dimension];
    }
    STORE(scores + piece, sum0 * SCALE);
    STORE(scores + padded + piece, sum1 * SCALE);
    STORE(scores + 2 * padded + piece, sum2 * SCALE);
    STORE(scores + 3 * padded + piece, sum3 * SCALE);
  }
}

// Raises e to each score less the largest; returns the sum. What stands behind `count` becomes 0.
INLINE float softmax(float *scores, size_t count, size_t padded) {
  for (size_t i = count; i < padded; i++) scores[i] = -1e30f;
  lanes most = LOAD(lanes, scores);
  for (size_t i = LANES; i < padded; i += LANES) {
    most = LARGER(lanes, LOAD(lanes, scores + i), most);
  }
  float largest = LARGEST(most);
  for (size_t i = 0; i < padded; i += LANES) {
    lanes value = LOAD(lanes, scores + i) - largest;
    STORE(scores + i, EXPONENTIAL(value));
  }
  for (size_t i = count; i < padded; i++) scores[i] = 0;
  lanes total = {0};
  for (size_t i = 0; i < padded; i += LANES) total += LOAD(lanes, scores + i);
  return TOTAL(total);
}

// The weighted means of the values for `QUERIES` rows of weights.
INLINE void mix(const float *values, size_t count, size_t stride, const float *weights,
                size_t padded, const float sums[QUERIES], float *const results[QUERIES]) {
  for (size_t half = 0; half < WIDTH; half += LANES) {
    lanes sum0 = {0}, sum1 = {0}, sum2 = {0}, sum3 = {0};
    for (size_t piece = 0; piece < count; piece++) {
      lanes value = LOAD(lanes, values + piece * stride + half);
      sum0 += value * weights[piece];
      sum1 += value * weights[padded + piece];
      sum2 += value * weights[2 * padded + piece];
      sum3 += value * weights[3 * padded + piece];
    }
    STORE(results[0] + half, sum0 / sums[0]);
    STORE(results[1] + half, sum1 / sums[1]);
    STORE(results[2] + half, sum2 / sums[2]);
    STORE(results[3] + half, sum3 / sums[3]);
  }
}

FOR_ALL_CPUS
void vector_attend(const float *input, size_t count, size_t heads, float *workspace,
                   float *result) {
  size_t padded = (count + LANES - 1) / LANES * LANES;
  size_t width = heads * WIDTH;
  size_t stride = 3 * width;
  float *scores = workspace + WIDTH * padded;
  for (size_t head = 0; head < heads; head++) {
    const float *query = input + head * WIDTH;
    transpose(query + width, count, padded, stride, workspace);
    for (size_t piece = 0; piece < count; piece += QUERIES) {
      const float *queries[QUERIES];
      float *results[QUERIES];
      float sums[QUERIES];
      for (size_t k = 0; k < QUERIES; k++) {
        // Past the end the last piece is computed again, to the same result.
        size_t row = piece + k < count ? piece + k : count - 1;
        queries[k] = query + row * stride;
        results[k] = result + row * width + head * WIDTH;
      }
      score(queries, workspace, padded, scores);
      for (size_t k = 0; k < QUERIES; k++) sums[k] = softmax(scores + k * padded, count, padded);
      mix(query + 2 * width, count, stride, scores, padded, sums, results);
    }
  }
}
