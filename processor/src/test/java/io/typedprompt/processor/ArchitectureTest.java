package io.typedprompt.processor;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.net.URL;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.Test;

/** What the packages may know of each other. */
final class ArchitectureTest {
  private static final String ROOT = "io.typedprompt.processor";
  private static final JavaClasses CLASSES = new ClassFileImporter().importUrl(main());

  /** Where the processor's own classes are, the tests not among them. */
  private static URL main() {
    return PromptProcessor.class.getProtectionDomain().getCodeSource().getLocation();
  }

  @Test
  void templatesStandAlone() {
    classes()
        .that()
        .resideInAPackage(ROOT + ".template")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(ROOT + ".template", "java..", "org.jspecify..")
        .check(CLASSES);
  }

  @Test
  void schemasKnowOnlyTheModel() {
    classes()
        .that()
        .resideInAPackage(ROOT + ".schema")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            ROOT + ".schema",
            ROOT + ".model",
            "java..",
            "org.jspecify..",
            "tools.jackson.core..",
            "com.palantir.javapoet")
        .check(CLASSES);
  }

  @Test
  void onlyReadingAndReportingKnowTheCompiler() {
    noClasses()
        .that()
        .resideInAnyPackage(
            ROOT + ".template", ROOT + ".model", ROOT + ".schema", ROOT + ".check", ROOT + ".emit")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                    "javax.lang.model..", "javax.annotation.processing..", "javax.tools..")
                .and(not(type(Modifier.class))))
        .check(CLASSES);
  }

  @Test
  void onlyTheEmitterWritesJava() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".emit")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("com.palantir.javapoet.CodeBlock")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("com.palantir.javapoet.TypeSpec")
        .check(CLASSES);
  }

  @Test
  void onlyReadingKnowsClassFiles() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".read")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.objectweb.asm..")
        .check(CLASSES);
  }

  @Test
  void stagesAreInOneOrder() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void nothingIsKeptBetweenCompilations() {
    fields().that().areStatic().should().beFinal().check(CLASSES);
  }

  @Test
  void nothingIsPrinted() {
    noClasses().should(ACCESS_STANDARD_STREAMS).check(CLASSES);
  }
}
