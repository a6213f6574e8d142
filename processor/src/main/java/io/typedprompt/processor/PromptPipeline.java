package io.typedprompt.processor;

import io.typedprompt.processor.check.PromptChecker;
import io.typedprompt.processor.diagnostic.Enclosing;
import io.typedprompt.processor.diagnostic.FindingPrinter;
import io.typedprompt.processor.diagnostic.Findings;
import io.typedprompt.processor.diagnostic.Problem;
import io.typedprompt.processor.diagnostic.Where;
import io.typedprompt.processor.emit.ImplementationEmitter;
import io.typedprompt.processor.emit.PartialEmitter;
import io.typedprompt.processor.emit.SkeletonEmitter;
import io.typedprompt.processor.model.CheckedInterface;
import io.typedprompt.processor.model.PromptInterface;
import io.typedprompt.processor.model.Shape;
import io.typedprompt.processor.read.MetaAnnotations;
import io.typedprompt.processor.read.MissingTypeException;
import io.typedprompt.processor.read.PromptReader;
import io.typedprompt.processor.read.UnfinishedTypeException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/** Takes interfaces through the stages: read, check, emit, write. */
final class PromptPipeline {
  private final ProcessingEnvironment environment;
  private final Set<String> sources = new LinkedHashSet<>();
  private final Set<String> generated = new LinkedHashSet<>();
  private final Map<String, MissingTypeException> deferred = new LinkedHashMap<>();
  private final Set<String> waiting = new LinkedHashSet<>();
  private final Set<String> waited = new LinkedHashSet<>();

  /** Types with annotations of ours that have no effect, as long as nothing carries another. */
  private final Set<String> misplaced = new LinkedHashSet<>();

  private boolean isOver;
  private final FindingPrinter printer;
  private final PromptReader reader;

  PromptPipeline(ProcessingEnvironment environment) {
    this.environment = environment;
    ProcessorOptions options = ProcessorOptions.of(environment.getOptions());
    this.printer =
        new FindingPrinter(environment.getMessager(), options.decisions(), this::isSource);
    this.reader = new PromptReader(environment, options.resources(), sources, generated);
    for (String flaw : options.flaws()) {
      environment
          .getMessager()
          .printMessage(
              Diagnostic.Kind.ERROR,
              "[typedprompt/" + Problem.INVALID_PROCESSOR_OPTION.id() + "] " + flaw);
    }
  }

  /** Notes a class that is compiled now. */
  void addSource(TypeElement topLevel) {
    sources.add(topLevel.getQualifiedName().toString());
  }

  private boolean isSource(TypeElement topLevel) {
    return sources.contains(topLevel.getQualifiedName().toString());
  }

  /** Processes the types of a round, and those that an earlier round left for later. */
  void run(Collection<TypeElement> types) {
    Set<String> again = new LinkedHashSet<>(deferred.keySet());
    deferred.clear();
    again.addAll(stopWaiting());
    again.addAll(misplaced);
    misplaced.clear();
    Set<TypeElement> all = elements(again);
    all.addAll(types);
    for (TypeElement type : all) {
      run(type);
    }
  }

  /** One round is enough for Lombok; what is not there then was a wrong guess. */
  private Set<String> stopWaiting() {
    Set<String> names = new LinkedHashSet<>(waiting);
    waiting.clear();
    waited.addAll(names);
    return names;
  }

  /** Elements do not live across rounds, names do. */
  private Set<TypeElement> elements(Set<String> names) {
    Set<TypeElement> elements = new LinkedHashSet<>();
    for (String name : names) {
      elements.add(environment.getElementUtils().getTypeElement(name));
    }
    return elements;
  }

  private void run(TypeElement type) {
    Findings findings = new Findings();
    try {
      reader.findMisplaced(type, findings);
      if (type.getKind() == ElementKind.ANNOTATION_TYPE) {
        new PromptChecker(findings).checkCarried(reader.readCarried(type, findings));
        printer.print(findings, type);
      } else if (isPromptInterface(type)) {
        process(type, findings);
      } else if (findings.count() == 0 || isOver) {
        printer.print(findings, type);
      } else {
        // Another processor may still make the annotation that carries ours; older compilers keep
        // an annotation that is missing to themselves.
        misplaced.add(type.getQualifiedName().toString());
      }
    } catch (MissingTypeException e) {
      deferred.put(type.getQualifiedName().toString(), e);
    } catch (UnfinishedTypeException e) {
      waiting.add(type.getQualifiedName().toString());
    } catch (RuntimeException e) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      Findings defect = new Findings();
      defect.add(Problem.INTERNAL_ERROR, Where.of(type), type.getQualifiedName(), trace);
      printer.print(defect, type);
    }
  }

  /** A generic interface generates nothing: it is completed by one that extends it. */
  private static boolean isPromptInterface(TypeElement type) {
    return MetaAnnotations.isPrompt(type)
        && (type.getTypeParameters().isEmpty() || !type.getKind().isInterface());
  }

  private void process(TypeElement type, Findings findings) {
    Optional<PromptInterface> read =
        reader.read(type, findings, waited.contains(type.getQualifiedName().toString()));
    if (read.isEmpty()) {
      printer.print(findings, type);
      return;
    }
    PromptInterface declaration = read.get();
    CheckedInterface checked = new PromptChecker(findings).check(declaration);
    boolean errors = printer.print(findings, type);
    String implementation = declaration.implementation().canonicalName();
    if (!errors) {
      write(implementation, ImplementationEmitter.emit(checked), type);
    } else if (declaration.isImplementable()) {
      write(implementation, SkeletonEmitter.emit(declaration), type);
    }
    checked.streamed().forEach(record -> writePartial(declaration, record, type));
  }

  /** Once for all interfaces of a package, and not in the place of a class of the user's. */
  private void writePartial(
      PromptInterface declaration, Shape.RecordShape record, TypeElement type) {
    String name = PartialEmitter.name(declaration, record).canonicalName();
    if (!sources.contains(name) && !generated.contains(name)) {
      write(name, PartialEmitter.emit(declaration, record), type);
    }
  }

  private void write(String name, String source, TypeElement origin) {
    generated.add(name);
    try (Writer writer = environment.getFiler().createSourceFile(name, origin).openWriter()) {
      writer.write(source);
    } catch (IOException e) {
      Findings failure = new Findings();
      failure.add(Problem.WRITE_FAILED, Where.of(origin), name, e);
      printer.print(failure, origin);
    }
  }

  /** Reports what no later round brought. */
  void finish() {
    // No other round came, so nobody added to the classes.
    isOver = true;
    elements(stopWaiting()).forEach(this::run);
    elements(misplaced).forEach(this::run);
    deferred.forEach(
        (name, missing) -> {
          TypeElement type = environment.getElementUtils().getTypeElement(name);
          // javac itself reports a type that a source file names; one in a class file only we see.
          if (!isSource(Enclosing.topLevelType(missing.user()))) {
            Findings findings = new Findings();
            findings.add(
                Problem.MISSING_TYPE,
                Where.of(type),
                missing.type(),
                Where.of(missing.user()).address());
            printer.print(findings, type);
          }
        });
  }
}
