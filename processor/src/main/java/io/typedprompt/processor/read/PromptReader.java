package io.typedprompt.processor.read;

import io.typedprompt.processor.diagnostic.Findings;
import io.typedprompt.processor.model.Options;
import io.typedprompt.processor.model.PromptInterface;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** The entry of the reading stage. */
public final class PromptReader {
  private final ReaderContext context;

  /**
   * @param resourceFolders where prompt files are looked for first
   * @param sources qualified names of the top-level classes that are compiled now; it grows with
   *     the rounds
   * @param generated qualified names of the classes written so far; it grows too
   */
  public PromptReader(
      ProcessingEnvironment environment,
      List<Path> resourceFolders,
      Set<String> sources,
      Set<String> generated) {
    Elements elements = environment.getElementUtils();
    Types types = environment.getTypeUtils();
    Sources compiled = new Sources(sources);
    ClassFiles classFiles = new ClassFiles(environment.getFiler(), elements, compiled);
    this.context =
        new ReaderContext(
            elements,
            types,
            new TypeUses(elements, types, classFiles),
            new ResourceFinder(environment.getFiler(), resourceFolders),
            compiled,
            true,
            generated);
  }

  /**
   * Reads an annotated interface.
   *
   * @param lastTime whether all classes must be taken as they are
   * @return the interface, or empty if no class can be generated for it
   * @throws MissingTypeException if a type does not exist (yet), here or when a record's or bean's
   *     members are asked for
   * @throws UnfinishedTypeException in the same places, if a class is about to get more members and
   *     this is not the last time
   */
  public Optional<PromptInterface> read(TypeElement type, Findings findings, boolean lastTime) {
    ReaderContext reading = lastTime ? context.withoutWaiting() : context;
    return new InterfaceReader(reading, findings).read(type);
  }

  /** Reads the options that an annotation carries for whatever it is on. */
  public Options readCarried(TypeElement annotation, Findings findings) {
    new CarrierReader(findings).check(annotation);
    return new OptionReader(context.elements(), findings).read(annotation);
  }

  /** Finds annotations on something that is no prompt. */
  public void findMisplaced(TypeElement type, Findings findings) {
    new MisplacedAnnotations(findings).check(type);
  }
}
