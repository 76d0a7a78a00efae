#include "CVectorMath.h"
#include "lanes.h"

// Integer sums are the same in any order, so the compiler may take the loop apart as it likes. With
// 16-bit factors it finds the instructions that multiply and add pairs.
FOR_ALL_CPUS
void vector_integer_products(const uint8_t *input, const int8_t *weights, const int32_t *offsets,
                             int32_t *result, size_t rows, size_t columns, size_t depth) {
  for (size_t column = 0; column < columns; column++) {
    const int8_t *weight = weights + column * depth;
    for (size_t row = 0; row < rows; row++) {
      const uint8_t *line = input + row * depth;
      int32_t sum = offsets[column];
      for (size_t i = 0; i < depth; i++) sum += (int16_t)line[i] * (int16_t)weight[i];
      result[row * columns + column] = sum;
    }
  }
}
