package io.typedprompt.processor;

import com.google.auto.service.AutoService;
import io.typedprompt.processor.read.MetaAnnotations;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * The annotation processor that javac runs. For each interface with {@code @OpenRouterPrompt} it
 * checks the prompts and generates the class that implements them.
 */
@AutoService(Processor.class)
public final class PromptProcessor extends AbstractProcessor {
  private static final String ANNOTATIONS = "io.typedprompt.annotations.";

  private static final Set<String> OURS =
      Set.of(
          ANNOTATIONS + "OpenRouterPrompt",
          ANNOTATIONS + "SystemMessage",
          ANNOTATIONS + "UserMessage",
          ANNOTATIONS + "AssistantMessage",
          ANNOTATIONS + "Example",
          ANNOTATIONS + "Examples");

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
    // Users' own annotations may carry ours, and nobody knows what they are called.
    return Set.of("*");
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
      if (!isForPrompts(annotation)) {
        continue;
      }
      for (Element element : round.getElementsAnnotatedWith(annotation)) {
        if (element instanceof TypeElement type) {
          types.add(type);
        } else if (element.getKind() == ElementKind.METHOD) {
          types.add((TypeElement) element.getEnclosingElement());
        }
      }
    }
    stages.run(types);
    // Never claimed: other processors may want the same annotations.
    return false;
  }

  private static boolean isForPrompts(TypeElement annotation) {
    return OURS.contains(annotation.getQualifiedName().toString())
        || MetaAnnotations.isForPrompts(annotation);
  }
}
