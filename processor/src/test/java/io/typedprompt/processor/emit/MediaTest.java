package io.typedprompt.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.typedprompt.Audio;
import io.typedprompt.Document;
import io.typedprompt.Image;
import io.typedprompt.Media;
import io.typedprompt.OpenRouterClient;
import io.typedprompt.Video;
import io.typedprompt.processor.harness.BuiltClasses;
import io.typedprompt.processor.harness.ScriptedModel;
import io.typedprompt.processor.harness.UserBuild;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Generated code shows media where templates say so, and otherwise at the end. */
final class MediaTest {
  private static final String PROMPTS =
      """
      package com.example;

      import io.typedprompt.*;
      import io.typedprompt.annotations.*;
      import java.util.*;
      import org.jspecify.annotations.Nullable;

      @OpenRouterPrompt
      public interface Prompts {
        @UserMessage("One.")
        String atTheEnd(Image a, Document b, Audio c, Video d);

        @UserMessage("A {{b}} B {{a}} C")
        String named(Image a, Image b);

        @UserMessage("A {{a}} B {{a}}")
        String twice(Image a);

        @UserMessage("{{a}}")
        String nothingElse(Image a);

        @UserMessage("{{#a}}There: {{.}}{{/a}}{{^a}}None.{{/a}}")
        String asked(Optional<Image> a);

        @SystemMessage("{{#a}}Look.{{/a}}{{^a}}Guess.{{/a}}")
        @UserMessage("{{#a}}It comes.{{/a}} What is it?")
        String onlyAsked(@Nullable Image a);

        @UserMessage("{{#pages}}Page: {{.}}\\n{{/pages}}{{^pages}}No pages.{{/pages}}")
        String each(List<Image> pages);

        @UserMessage("All: {{pages}} Done.")
        String list(Collection<? extends Image> pages);

        @UserMessage("All: {{pages}} Done.")
        String optionalList(Optional<List<Image>> pages);

        @UserMessage("Many.")
        String array(Image[] pages);

        @UserMessage("Many.")
        String varargs(Media... media);

        @UserMessage("Many.")
        String nullableElements(List<@Nullable Image> pages);

        @UserMessage("{{#short_}}In short{{/short_}}{{^short_}}With {{a}}{{/short_}}: what is it?")
        String whereItSays(boolean short_, Image a);

        @UserMessage("{{#customer}}{{name}}: {{scan}}{{/customer}}")
        String insideAnother(Customer customer, Image scan);

        @UserMessage("A{{>part}}B")
        String inPartial(Image a);

        @UserMessage("{{#tree}}{{>tree}}{{/tree}}")
        String inRecursion(Tree tree, Image a);

        @UserMessage("{{a_b}} x")
        String renamed(@Param("a_b") Image a);

        record Customer(String name) {}

        record Tree(String name, List<Tree> children) {}
      }
      """;

  private static final Image A = Image.of(URI.create("https://x/a"));
  private static final Image B = Image.of(URI.create("https://x/b"));

  private static final BuiltClasses CLASSES =
      new UserBuild()
          .source(PROMPTS)
          .resource("part.mustache", "[{{a}}]")
          .resource("tree.mustache", "({{name}}{{a}}{{#children}}{{>tree}}{{/children}})")
          .build();

  private static final ScriptedModel MODEL = new ScriptedModel();

  @AfterAll
  static void stop() {
    MODEL.close();
  }

  private static JsonNode request(String method, @Nullable Object... arguments) throws Exception {
    MODEL.answer("ok");
    invoke(method, arguments);
    return MODEL.takeRequest();
  }

  private static void invoke(String name, @Nullable Object... arguments) throws Exception {
    Object prompts =
        CLASSES
            .load("com.example.PromptsImpl")
            .getConstructor(OpenRouterClient.class)
            .newInstance(MODEL.client());
    Method method =
        Arrays.stream(CLASSES.load("com.example.Prompts").getMethods())
            .filter(m -> m.getName().equals(name))
            .findFirst()
            .orElseThrow();
    try {
      method.invoke(prompts, arguments);
    } catch (InvocationTargetException e) {
      throw (Exception) e.getCause();
    }
  }

  /** The parts of the user message: texts, and the ends of addresses in brackets. */
  private static String shown(String method, @Nullable Object... arguments) throws Exception {
    JsonNode messages = request(method, arguments).path("messages");
    JsonNode content = messages.path(messages.size() - 1).path("content");
    if (content.isString()) {
      return content.stringValue();
    }
    List<String> parts = new ArrayList<>();
    for (JsonNode part : content) {
      String text = part.path("text").asString("");
      String url = part.path("image_url").path("url").asString("");
      parts.add(url.isEmpty() ? text : "<" + url.substring(url.lastIndexOf('/') + 1) + ">");
    }
    return String.join("|", parts);
  }

  @Test
  void whatNoTemplateNamesComesAtTheEndInOrder() throws Exception {
    JsonNode content =
        request(
                "atTheEnd",
                A,
                Document.of(URI.create("https://x/d.pdf")),
                Audio.of(new byte[] {1}, "audio/wav"),
                Video.of(URI.create("https://x/v")))
            .at("/messages/0/content");
    assertThat(content.findValuesAsString("type"))
        .containsExactly("text", "image_url", "file", "input_audio", "video_url");
    assertThat(shown("array", (Object) new Image[] {A, B})).isEqualTo("Many.|<a>|<b>");
    assertThat(shown("varargs", (Object) new Media[] {B, A})).isEqualTo("Many.|<b>|<a>");
    assertThat(shown("varargs", (Object) new Media[0])).isEqualTo("Many.");
  }

  @Test
  void whatATemplateNamesIsThere() throws Exception {
    assertThat(shown("named", A, B)).isEqualTo("A |<b>| B |<a>| C");
    assertThat(shown("twice", A)).isEqualTo("A |<a>| B |<a>");
    assertThat(shown("nothingElse", A)).isEqualTo("<a>");
    assertThat(shown("inPartial", A)).isEqualTo("A[|<a>|]B");
    assertThat(shown("renamed", A)).isEqualTo("<a>| x");
    Object customer = instance("Prompts$Customer", "Ann");
    assertThat(shown("insideAnother", customer, A)).isEqualTo("Ann: |<a>");
  }

  @Test
  void evenInARecursivePartial() throws Exception {
    Object leaf = instance("Prompts$Tree", "leaf", List.of());
    Object tree = instance("Prompts$Tree", "root", List.of(leaf));
    assertThat(shown("inRecursion", tree, A)).isEqualTo("(root|<a>|(leaf|<a>|))");
  }

  private static Object instance(String name, Object... arguments) throws Exception {
    return CLASSES.load("com.example." + name).getConstructors()[0].newInstance(arguments);
  }

  @Test
  void whatIsAbsentIsNotShown() throws Exception {
    assertThat(shown("asked", Optional.of(A))).isEqualTo("There: |<a>");
    assertThat(shown("asked", Optional.empty())).isEqualTo("None.");
    assertThat(shown("optionalList", Optional.of(List.of(A, B)))).isEqualTo("All: |<a>|<b>| Done.");
    assertThat(shown("optionalList", Optional.empty())).isEqualTo("All:  Done.");
    assertThat(shown("nullableElements", Arrays.asList(A, null, B))).isEqualTo("Many.|<a>|<b>");
  }

  /** To ask whether it is there does not yet show it. */
  @Test
  void whatIsOnlyAskedComesAtTheEnd() throws Exception {
    assertThat(shown("onlyAsked", A)).isEqualTo("It comes. What is it?|<a>");
    assertThat(shown("onlyAsked", (Object) null)).isEqualTo(" What is it?");
    assertThat(request("onlyAsked", A).at("/messages/0/content").stringValue()).isEqualTo("Look.");
  }

  @Test
  void eachElementCanBeShownByItself() throws Exception {
    assertThat(shown("each", List.of(A, B))).isEqualTo("Page: |<a>|\nPage: |<b>");
    assertThat(shown("each", List.of())).isEqualTo("No pages.");
    assertThat(shown("list", List.of(A, B))).isEqualTo("All: |<a>|<b>| Done.");
  }

  @Test
  void aConditionDecidesWhetherItIsShown() throws Exception {
    assertThat(shown("whereItSays", false, A)).isEqualTo("With |<a>|: what is it?");
    assertThat(shown("whereItSays", true, A)).isEqualTo("In short: what is it?");
  }

  @Test
  void nullFailsBeforeAnythingIsSent() {
    int before = MODEL.requestCount();
    assertThatNullPointerException()
        .isThrownBy(() -> invoke("nothingElse", (Object) null))
        .withMessage(
            "Prompts.nothingElse: the argument 'a' is null. Declare the parameter @Nullable or"
                + " Optional if it may be missing.");
    assertThatNullPointerException()
        .isThrownBy(() -> invoke("list", Collections.singletonList(null)))
        .withMessage(
            "Prompts.list: an element of pages is null. Declare it @Nullable or Optional if it may"
                + " be missing.");
    assertThat(MODEL.requestCount()).isEqualTo(before);
  }
}
