#include "CVectorMath.h"
#include "gelu.h"
#include "lanes.h"

#pragma STDC FP_CONTRACT OFF

// Weights are packed in panels of 32 outputs. A panel holds, for each four inputs, two vectors of 16
// outputs × 4 weights, which is what one instruction of AVX-512 VNNI takes.
enum { PANEL = 32, STEP = 4, STEP_BYTES = PANEL * STEP };

size_t vector_packed_size(size_t outputs, size_t inputs) {
  return (outputs + PANEL - 1) / PANEL * PANEL * inputs;
}

void vector_pack(const int8_t *weights, size_t outputs, size_t inputs, int8_t *packed) {
  for (size_t panel = 0; panel < outputs; panel += PANEL) {
    for (size_t input = 0; input < inputs; input += STEP) {
      for (size_t output = panel; output < panel + PANEL; output++) {
        for (size_t k = 0; k < STEP; k++) {
          *packed++ = output < outputs ? weights[output * inputs + input + k] : 0;
        }
      }
    }
  }
}

#if defined(__x86_64__)

#include <immintrin.h>

#define FOR_VNNI __attribute__((target("avx512f,avx512bw,avx512vl,avx512vnni")))

// Twelve rows by two vectors leave room for the weights and the broadcast input in 32 registers.
enum { ROWS = 12 };

_Bool vector_layer_is_supported(void) {
  return __builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("avx512bw")
      && __builtin_cpu_supports("avx512vl");
}

typedef struct {
  const uint8_t *codes;
  const float *row_scales;
  const int32_t *offsets;
  const float *scales;
  const float *bias;
  float *result;
  size_t inputs;
  size_t outputs;
  _Bool gelu;
} layer_call;

#define FLOATS(mask, pointer) ((lanes)_mm512_maskz_loadu_ps((mask), (pointer)))

// `rows` rows, a constant after inlining, by the panel that begins at the output `first`.
FOR_VNNI INLINE void panel_product(const layer_call *call, size_t row, const int rows,
                                   const int8_t *panel, size_t first) {
  size_t left = call->outputs - first;
  __mmask16 masks[2] = {left >= 16 ? 0xFFFF : (__mmask16)((1u << left) - 1),
                        left >= 32 ? 0xFFFF : left > 16 ? (__mmask16)((1u << (left - 16)) - 1) : 0};
  __m512i sums[ROWS][2];
  for (int half = 0; half < 2; half++) {
    __m512i offset = _mm512_maskz_loadu_epi32(masks[half], call->offsets + first + 16 * half);
    for (int r = 0; r < rows; r++) sums[r][half] = offset;
  }
  const uint8_t *codes = call->codes + row * call->inputs;
  for (size_t k = 0; k < call->inputs; k += STEP) {
    __m512i low = _mm512_loadu_si512(panel + k * PANEL);
    __m512i high = _mm512_loadu_si512(panel + k * PANEL + 64);
    for (int r = 0; r < rows; r++) {
      int32_t four;
      __builtin_memcpy(&four, codes + r * call->inputs + k, sizeof four);
      __m512i input = _mm512_set1_epi32(four);
      sums[r][0] = _mm512_dpbusd_epi32(sums[r][0], input, low);
      sums[r][1] = _mm512_dpbusd_epi32(sums[r][1], input, high);
    }
  }
  for (int half = 0; half < 2; half++) {
    lanes scales = FLOATS(masks[half], call->scales + first + 16 * half);
    lanes bias = FLOATS(masks[half], call->bias + first + 16 * half);
    for (int r = 0; r < rows; r++) {
      lanes value = (lanes)_mm512_cvtepi32_ps(sums[r][half]) * (scales * call->row_scales[row + r])
          + bias;
      if (call->gelu) value = GELU(value);
      float *target = call->result + (row + r) * call->outputs + first + 16 * half;
      _mm512_mask_storeu_ps(target, masks[half], (__m512)value);
    }
  }
}

FOR_VNNI static void row_products(const layer_call *call, size_t row, const int8_t *packed,
                                  int rows) {
  for (size_t first = 0; first < call->outputs; first += PANEL) {
    const int8_t *panel = packed + first * call->inputs;
    switch (rows) {
      case 12: panel_product(call, row, 12, panel, first); break;
      case 8: panel_product(call, row, 8, panel, first); break;
      case 4: panel_product(call, row, 4, panel, first); break;
      default: panel_product(call, row, 1, panel, first); break;
    }
  }
}

void vector_layer(const uint8_t *codes, const float *row_scales, size_t rows, const int8_t *packed,
                  const int32_t *offsets, const float *scales, const float *bias, size_t inputs,
                  size_t outputs, _Bool gelu, float *result) {
  layer_call call = {codes, row_scales, offsets, scales, bias, result, inputs, outputs, gelu};
  size_t row = 0;
  while (row < rows) {
    size_t left = rows - row;
    int taken = left >= 12 ? 12 : left >= 8 ? 8 : left >= 4 ? 4 : 1;
    row_products(&call, row, packed, taken);
    row += (size_t)taken;
  }
}

#else

_Bool vector_layer_is_supported(void) { return 0; }

void vector_layer(const uint8_t *codes, const float *row_scales, size_t rows, const int8_t *packed,
                  const int32_t *offsets, const float *scales, const float *bias, size_t inputs,
                  size_t outputs, _Bool gelu, float *result) {
  __builtin_trap();
}

#endif
