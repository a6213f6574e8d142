package io.typedprompt.processor.emit;

import com.palantir.javapoet.ClassName;

/** The runtime's classes that generated code names. */
final class Api {
  private static final String PUBLIC = "io.typedprompt";
  private static final String CODEGEN = "io.typedprompt.codegen";

  static final ClassName CLIENT = ClassName.get(PUBLIC, "OpenRouterClient");
  static final ClassName STREAM = ClassName.get(PUBLIC, "PromptStream");
  static final ClassName OPTIONS = ClassName.get(PUBLIC, "PromptOptions");
  static final ClassName PROVIDER = ClassName.get(PUBLIC, "ProviderOptions");
  static final ClassName MAX_PRICE = ClassName.get(PUBLIC, "MaxPriceOptions");
  static final ClassName REASONING = ClassName.get(PUBLIC, "ReasoningOptions");
  static final ClassName PERCENTILES = ClassName.get(PUBLIC, "PercentileOptions");
  static final ClassName CACHE_CONTROL = ClassName.get(PUBLIC, "CacheControlOptions");
  static final ClassName PROMPT_CACHE = ClassName.get(PUBLIC, "PromptCacheOptions");
  static final ClassName TRACE = ClassName.get(PUBLIC, "TraceOptions");
  static final ClassName IMAGE_CONFIG = ClassName.get(PUBLIC, "ImageConfigOptions");
  static final ClassName AUDIO_OUTPUT = ClassName.get(PUBLIC, "AudioOutputOptions");
  static final ClassName SERVER_TOOL = ClassName.get(PUBLIC, "ServerToolOptions");
  static final ClassName PLUGIN = ClassName.get(PUBLIC, "PluginOptions");

  static final ClassName METHOD = ClassName.get(CODEGEN, "PromptMethod");
  static final ClassName INPUT = ClassName.get(CODEGEN, "PromptInput");
  static final ClassName TOOL_METHOD = ClassName.get(CODEGEN, "ToolMethod");
  static final ClassName TEXT = ClassName.get(CODEGEN, "Text");
  static final ClassName ARGUMENTS = ClassName.get(CODEGEN, "Arguments");
  static final ClassName RESOURCES = ClassName.get(CODEGEN, "Resources");
  static final ClassName FORMAT = ClassName.get(CODEGEN, "AnswerFormat");
  static final ClassName READER = ClassName.get(CODEGEN, "AnswerReader");
  static final ClassName PARTIAL_FORMAT = ClassName.get(CODEGEN, "PartialFormat");
  static final ClassName OBJECT_NAMES = ClassName.get(CODEGEN, "ObjectNames");
  static final ClassName ENUM_NAMES = ClassName.get(CODEGEN, "EnumNames");
  static final ClassName VARIANT_NAMES = ClassName.get(CODEGEN, "VariantNames");
  static final ClassName CHECKS = ClassName.get(CODEGEN, "Checks");
  static final ClassName TEXT_TYPE = ClassName.get(CODEGEN, "TextType");
  static final ClassName TEXT_TYPES = ClassName.get(CODEGEN, "TextTypes");
  static final ClassName TIME_TYPES = ClassName.get(CODEGEN, "TimeTypes");
  static final ClassName JSON = ClassName.get(CODEGEN, "JsonOut");

  private Api() {}
}
