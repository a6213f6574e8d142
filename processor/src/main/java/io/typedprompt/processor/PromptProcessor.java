package io.typedprompt.processor;

import com.google.auto.service.AutoService;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * The annotation processor that javac runs. For each interface with {@code @OpenRouterPrompt} it
 * checks the prompts and generates the class that implements them.
 */
@AutoService(Processor.class)
public final class PromptProcessor extends AbstractProcessor {
  private static final String ANNOTATIONS = "io.typedprompt.annotations.";

  private @Nullable PromptPipeline pipeline;

  /** Called by javac, by reflection. */
  public PromptProcessor() {}

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    pipeline = new PromptPipeline(environment);
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    Set<String> types = new LinkedHashSet<>();
    for (String name :
        new String[] {
          "OpenRouterPrompt",
          "SystemMessage",
          "UserMessage",
          "AssistantMessage",
          "Example",
          "Examples"
        }) {
      types.add(ANNOTATIONS + name);
    }
    return types;
  }

  @Override
  public Set<String> getSupportedOptions() {
    Set<String> options = new LinkedHashSet<>(ProcessorOptions.names());
    if (isInitialized()) {
      // Those that there are not, too: they are reported here, and should not be by javac as well.
      processingEnv.getOptions().keySet().stream()
          .filter(name -> name.startsWith(ProcessorOptions.PREFIX))
          .forEach(options::add);
    }
    return options;
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    PromptPipeline stages = pipeline;
    if (stages == null) {
      throw new IllegalStateException("javac initialises a processor first");
    }
    for (Element root : round.getRootElements()) {
      if (root instanceof TypeElement type) {
        stages.addSource(type);
      }
    }
    if (round.processingOver()) {
      stages.finish();
      return false;
    }
    Set<TypeElement> types = new LinkedHashSet<>();
    for (TypeElement annotation : annotations) {
      for (Element element : round.getElementsAnnotatedWith(annotation)) {
        types.add(
            element instanceof TypeElement type
                ? type
                : (TypeElement) element.getEnclosingElement());
      }
    }
    stages.run(types);
    // Never claimed: other processors may want the same annotations.
    return false;
  }
}
