package io.typedprompt.processor.read;

import io.typedprompt.processor.diagnostic.Findings;
import io.typedprompt.processor.model.PromptInterface;
import io.typedprompt.processor.model.PromptMethod;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Reads prompt interfaces as the processor does, and keeps the shapes that it finds. */
final class ShapeProbe extends AbstractProcessor {
  private final Map<String, String> prompts = new LinkedHashMap<>();

  /** By name of the prompt: its parameters and its answer. */
  Map<String, String> prompts() {
    return prompts;
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("io.typedprompt.annotations.OpenRouterPrompt");
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    Set<String> sources = new LinkedHashSet<>();
    for (Element root : round.getRootElements()) {
      sources.add(root.toString());
    }
    PromptReader reader = new PromptReader(processingEnv, List.of(), sources, Set.of());
    for (TypeElement annotation : annotations) {
      for (Element element : round.getElementsAnnotatedWith(annotation)) {
        PromptInterface read =
            reader.read((TypeElement) element, new Findings(), false).orElseThrow();
        read.methods().forEach(p -> prompts.put(p.signature().name(), describe(p)));
      }
    }
    return false;
  }

  private static String describe(PromptMethod prompt) {
    String parameters =
        prompt.parameters().stream()
            .map(parameter -> parameter.name() + ": " + ShapeText.of(parameter.shape()))
            .collect(Collectors.joining(", "));
    return (parameters.isEmpty() ? "" : "(" + parameters + ") ") + ShapeText.of(prompt.answer());
  }
}
