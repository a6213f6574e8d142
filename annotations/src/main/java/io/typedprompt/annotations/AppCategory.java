package io.typedprompt.annotations;

/** What an application is: values of {@link OpenRouterPrompt#appCategories()}. */
public final class AppCategory {
  /** An agent on the command line. */
  public static final String CLI_AGENT = "cli-agent";

  /** An extension of a development environment. */
  public static final String IDE_EXTENSION = "ide-extension";

  /** An agent that runs elsewhere. */
  public static final String CLOUD_AGENT = "cloud-agent";

  /** An application for programming. */
  public static final String PROGRAMMING_APP = "programming-app";

  /** A builder of native applications. */
  public static final String NATIVE_APP_BUILDER = "native-app-builder";

  /** Creative writing. */
  public static final String CREATIVE_WRITING = "creative-writing";

  /** Generation of videos. */
  public static final String VIDEO_GEN = "video-gen";

  /** Generation of images. */
  public static final String IMAGE_GEN = "image-gen";

  /** Generation of audio. */
  public static final String AUDIO_GEN = "audio-gen";

  /** Help with writing. */
  public static final String WRITING_ASSISTANT = "writing-assistant";

  /** Chat about anything. */
  public static final String GENERAL_CHAT = "general-chat";

  /** A personal agent. */
  public static final String PERSONAL_AGENT = "personal-agent";

  /** Legal work. */
  public static final String LEGAL = "legal";

  /** Role play. */
  public static final String ROLEPLAY = "roleplay";

  /** A game. */
  public static final String GAME = "game";

  private AppCategory() {}
}
