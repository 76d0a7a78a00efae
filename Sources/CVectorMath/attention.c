#include "CVectorMath.h"
#include "lanes.h"

#pragma STDC FP_CONTRACT OFF

enum { WIDTH = 32, QUERIES = 4 };

static const float SCALE = 0.17677669529663687f;  // 1 / √32

// Less than any score.
#define NOTHING ((lanes){0} - 1e30f)

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
    lanes sums[QUERIES] = {0};
    for (size_t dimension = 0; dimension < WIDTH; dimension++) {
      lanes key = LOAD(lanes, keys + dimension * padded + piece);
      for (size_t k = 0; k < QUERIES; k++) sums[k] += key * queries[k][dimension];
    }
    for (size_t k = 0; k < QUERIES; k++) STORE(scores + k * padded + piece, sums[k] * SCALE);
  }
}

// Raises e to each score less the largest; returns 1 / the sum. What stands behind `count` becomes 0.
INLINE float softmax(float *scores, size_t count, size_t padded) {
  // Only the last 16 scores are in part no scores.
  float *last = scores + padded - LANES;
  int_lanes inside = (int_lanes){0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}
      < (int32_t)(count - (padded - LANES));
  lanes most = (lanes)(((int_lanes)LOAD(lanes, last) & inside) | ((int_lanes)NOTHING & ~inside));
  for (size_t i = 0; i + LANES < padded; i += LANES) {
    most = LARGER(lanes, LOAD(lanes, scores + i), most);
  }
  float largest = LARGEST(most);
  lanes total = {0};
  for (size_t i = 0; i + LANES < padded; i += LANES) {
    lanes power = EXPONENTIAL(LOAD(lanes, scores + i) - largest);
    STORE(scores + i, power);
    total += power;
  }
  lanes power = (lanes)((int_lanes)EXPONENTIAL(LOAD(lanes, last) - largest) & inside);
  STORE(last, power);
  total += power;
  return 1 / TOTAL(total);
}

// The weighted means of the values for `QUERIES` rows of weights; `inverses` are 1 / their sums.
INLINE void mix(const float *values, size_t count, size_t stride, const float *weights,
                size_t padded, const float inverses[QUERIES], float *const results[QUERIES]) {
  lanes low[QUERIES] = {0}, high[QUERIES] = {0};
  for (size_t piece = 0; piece < count; piece++) {
    lanes first = LOAD(lanes, values + piece * stride);
    lanes second = LOAD(lanes, values + piece * stride + LANES);
    for (size_t k = 0; k < QUERIES; k++) {
      low[k] += first * weights[k * padded + piece];
      high[k] += second * weights[k * padded + piece];
    }
  }
  for (size_t k = 0; k < QUERIES; k++) {
    STORE(results[k], low[k] * inverses[k]);
    STORE(results[k] + LANES, high[k] * inverses[k]);
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
      float inverses[QUERIES];
      for (size_t k = 0; k < QUERIES; k++) {
        // Past the end the last piece is computed again, to the same result.
        size_t row = piece + k < count ? piece + k : count - 1;
        queries[k] = query + row * stride;
        results[k] = result + row * width + head * WIDTH;
      }
      score(queries, workspace, padded, scores);
      for (size_t k = 0; k < QUERIES; k++) inverses[k] = softmax(scores + k * padded, count, padded);
      mix(query + 2 * width, count, stride, scores, padded, inverses, results);
    }
  }
}
