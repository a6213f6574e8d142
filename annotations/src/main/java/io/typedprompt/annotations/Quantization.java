package io.typedprompt.annotations;

/** Precisions of a model's weights: values of {@link ProviderPreferences#quantizations()}. */
public final class Quantization {
  /** 4-bit integers. */
  public static final String INT4 = "int4";

  /** 8-bit integers. */
  public static final String INT8 = "int8";

  /** 4-bit floats, MXFP4 and NVFP4 included. */
  public static final String FP4 = "fp4";

  /** 4-bit floats in microscaling blocks. */
  public static final String MXFP4 = "mxfp4";

  /** 4-bit floats in NVIDIA's blocks. */
  public static final String NVFP4 = "nvfp4";

  /** 6-bit floats. */
  public static final String FP6 = "fp6";

  /** 8-bit floats, MXFP8 included. */
  public static final String FP8 = "fp8";

  /** 8-bit floats in microscaling blocks. */
  public static final String MXFP8 = "mxfp8";

  /** 16-bit floats. */
  public static final String FP16 = "fp16";

  /** 16-bit brain floats. */
  public static final String BF16 = "bf16";

  /** 32-bit floats. */
  public static final String FP32 = "fp32";

  /** Endpoints that do not say. */
  public static final String UNKNOWN = "unknown";

  private Quantization() {}
}
