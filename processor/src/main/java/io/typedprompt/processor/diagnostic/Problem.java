package io.typedprompt.processor.diagnostic;

import java.util.Locale;

/**
 * Everything that can be wrong with a prompt: the identifier that messages carry, how bad it is,
 * and the sentence. {@code docs/diagnostics.md} explains each.
 */
public enum Problem {
  // Where the annotations stand
  NOT_AN_INTERFACE(
      Severity.FATAL,
      "@%s is for interfaces, but %s is %s. Declare an interface with the prompts; the"
          + " class that implements it is generated."),
  INACCESSIBLE_INTERFACE(
      Severity.FATAL,
      "The class generated for %s cannot see it, because %s is private. Make it package-private or"
          + " public."),
  SEALED_INTERFACE(
      Severity.FATAL,
      "%s is sealed, so no class can be generated that implements it. Remove 'sealed'."),
  CLASS_NAME_TAKEN(
      Severity.FATAL,
      "The class to generate, %s, already exists. Rename one of the two, or write className ="
          + " \"%s\" in @OpenRouterPrompt."),
  INVALID_CLASS_NAME(
      Severity.FATAL,
      "className is \"%s\", which is not the simple name of a Java class. Write a name such as"
          + " \"%s\"."),
  MISPLACED_CLASS_NAME(
      Severity.FATAL,
      "className names the class that is generated for an interface, so it has no meaning on"
          + " %s. Write it on the interface's @OpenRouterPrompt."),
  NOT_A_PROMPT_INTERFACE(
      Severity.FATAL,
      "@%s has no effect here, because %s is not annotated with @OpenRouterPrompt. Annotate the"
          + " interface."),
  MISPLACED_MESSAGE(Severity.FATAL, "@%s is for abstract methods of an interface, but %s. %s"),
  GENERIC_METHOD(
      Severity.FATAL,
      "%s has type parameters of its own, so the type of its answer is not known when it is"
          + " compiled. Write a method for each type."),
  CONFLICTING_INHERITANCE(
      Severity.FATAL,
      "%s inherits %s from %s and from %s, and they differ. Write it on %s itself."),

  CONFLICTING_ANNOTATIONS(
      Severity.FATAL, "@%s and @%s disagree about %s. Write it on %s itself, which decides."),
  LOST_ANNOTATION(
      Severity.ERROR,
      "@%s is not kept in class files, so that what it says would depend on what is compiled together."
          + " Remove @Retention(SOURCE)."),

  // Messages and templates
  NO_TEMPLATE(Severity.FATAL, "%s has no prompt. %s"),
  EMPTY_TEMPLATE(Severity.FATAL, "The text of @%s is blank. Write the message, or remove @%s."),
  NO_TEXT(
      Severity.FATAL,
      "@%s says no text. Write it as @%s(\"...\"), or name a file with resource = \"...\"."),
  TWO_TEXTS(Severity.FATAL, "@%s has both a text and a resource. Keep the one that is meant."),
  MISSING_RESOURCE(
      Severity.FATAL,
      "There is no resource '%s' on the class path.%s Name it from the root, without a leading slash;"
          + " in Maven and Gradle the file belongs into src/main/resources, elsewhere give javac its"
          + " folder with -Atypedprompt.resources=FOLDER."),
  INVALID_RESOURCE(Severity.FATAL, "The resource '%s' cannot be used: %s."),
  TEMPLATE_SYNTAX(Severity.FATAL, "%s"),
  UNCLOSED_SECTION(Severity.FATAL, "%s"),
  MISSING_PARTIAL(Severity.FATAL, "%s"),
  UNKNOWN_VARIABLE(Severity.FATAL, "There is no '%s' %s.%s %s"),
  UNKNOWN_PROPERTY(Severity.FATAL, "%s has no property '%s'.%s %s"),
  BAD_SECTION(
      Severity.FATAL, "'%s' is %s, which is neither true nor false, so {{%s%s}} cannot ask. %s"),
  NOT_PRINTABLE(Severity.FATAL, "'%s' is %s, which has no text of its own. %s"),
  MISPLACED_MEDIA(Severity.FATAL, "'%s' is %s, %s"),
  RECURSIVE_PARTIAL(Severity.FATAL, "%s"),
  UNUSED_PARAMETER(
      Severity.ERROR, "The parameter '%s' is not used by any template of %s%s, or remove it."),
  LOST_PARAMETER_NAME(
      Severity.FATAL,
      "The name of parameter %s of %s is not in its class file. Annotate it with @Param(\"...\") there,"
          + " or compile %s with -parameters."),
  INVALID_PARAMETER_NAME(
      Severity.FATAL,
      "@Param(\"%s\") is not a name that a template can use. A name has letters, digits, '_', '-' and"
          + " '$'."),
  DUPLICATE_PARAMETER_NAME(
      Severity.FATAL, "Two parameters of %s are named '%s' in its templates. Rename one."),
  DUPLICATE_OPTIONS_PARAMETER(
      Severity.FATAL, "%s has more than one PromptOptions parameter. Keep one."),
  DUPLICATE_HISTORY_PARAMETER(
      Severity.FATAL, "%s has more than one parameter with messages of a conversation. Keep one."),
  INVALID_HISTORY_PARAMETER(
      Severity.FATAL,
      "The parameter '%s' of %s has messages in a form that a prompt does not take. Declare it as"
          + " Conversation or List<Message>."),
  PREFILL_WITH_SCHEMA(
      Severity.FATAL,
      "An answer that follows a JSON Schema cannot begin with a text of yours. Remove"
          + " @AssistantMessage, or write structuredOutput = StructuredOutput.PROMPT."),
  INVALID_EXAMPLE(Severity.FATAL, "The example's answer '%s' is not %s: %s."),

  // Types
  UNSUPPORTED_RETURN_TYPE(Severity.FATAL, "%s returns %s, %s"),
  UNSUPPORTED_TYPE(Severity.FATAL, "%s has the type %s, %s"),
  RECURSIVE_TYPE(
      Severity.FATAL,
      "%s contains itself, through %s, so a value of it would have no end. Make that Optional, or a"
          + " List."),
  UNSUPPORTED_VARIANT(
      Severity.FATAL,
      "%s permits %s, which is %s. Make it a record, so that an answer can be one."),
  INVALID_CONSTRAINT(Severity.FATAL, "%s on %s, which has the type %s, %s"),
  EMPTY_RECORD(Severity.FATAL, "%s has nothing that a model could answer. Give it a component."),
  EMPTY_ENUM(Severity.FATAL, "The enum %s has no constants, so no answer can be one of them."),
  DUPLICATE_NAME(Severity.FATAL, "%s gives the name '%s' to both %s and %s. Rename one."),
  SCHEMA_LIMIT(
      Severity.WARNING,
      "The schema of %s has %s %s, but %s strict mode takes %s. Make the type smaller, or list other"
          + " models."),
  INACCESSIBLE_TYPE(
      Severity.FATAL, "The generated class cannot use %s, because it is %s. Make it %s."),

  MISSING_TYPE(
      Severity.FATAL,
      "The type %s, which %s needs, is not on the class path. Add the library that has it."),

  // Options
  OPTION_OUT_OF_RANGE(Severity.FATAL, "%s is %s, but must be %s."),
  INVALID_OPTION(Severity.FATAL, "%s"),
  EXCLUSIVE_OPTIONS(Severity.FATAL, "%s and %s exclude each other. Keep one of them."),
  CONTRADICTORY_OPTIONS(Severity.ERROR, "%s"),
  UNKNOWN_OPTION(
      Severity.FATAL,
      "There is no option '%s' that unset could remove.%s Options are named as in"
          + " @OpenRouterPrompt, such as 'temperature' or 'provider.order'."),
  UNKNOWN_VALUE(
      Severity.WARNING, "'%s' is not a value of %s that this version knows.%s Known: %s."),
  SUSPICIOUS_MODEL(Severity.WARNING, "%s"),
  TITLE_WITHOUT_REFERER(
      Severity.WARNING,
      "OpenRouter ignores appTitle without appReferer. Write appReferer = \"https://...\" too."),
  NO_EFFECT(Severity.WARNING, "%s"),

  // Tools
  INVALID_TOOL_CLASS(Severity.FATAL, "tools has %s"),
  NO_TOOL_METHOD(
      Severity.FATAL,
      "%s has no @Tool method, so there is nothing in it that the model could call. Annotate a method"
          + " with @Tool, or remove the class from tools."),
  INVALID_TOOL_METHOD(Severity.FATAL, "The model cannot call %s, because %s"),
  INVALID_TOOL_NAME(
      Severity.FATAL,
      "The tool %s has the name '%s', but the API takes 1 to 64 letters, digits, '_' and '-'. Write"
          + " such a name as @Tool(name = \"...\")."),
  DUPLICATE_TOOL(
      Severity.FATAL,
      "%s and %s are both called '%s', so the model could not tell them apart. Give one of them"
          + " another name with @Tool(name = \"...\")."),
  UNSUPPORTED_TOOL_RESULT(
      Severity.FATAL, "The tool %s returns %s, which the model cannot be told. %s"),
  UNKNOWN_TOOL(
      Severity.FATAL, "toolChoice is '%s', but no tool of %s is called so.%s Its tools: %s."),
  DUPLICATE_TOOLS_PARAMETER(
      Severity.FATAL,
      "%s has more than one parameter of %s, so it is unclear whose tools the model shall call. Keep"
          + " one."),

  // The processor itself
  INVALID_PROCESSOR_OPTION(Severity.FATAL, "%s"),
  WRITE_FAILED(Severity.FATAL, "The class %s could not be written: %s."),
  INTERNAL_ERROR(
      Severity.FATAL,
      "TypedPrompt failed on %s. This is a defect of TypedPrompt; please report it with the following"
          + " trace:%n%s");

  /** How bad a problem is, if the user does not decide otherwise. */
  public enum Severity {
    /** No code can be generated: not for the user to decide. */
    FATAL,
    /** Will not work as written, but the user may know better. */
    ERROR,
    /** Would be ignored silently by the server. */
    WARNING
  }

  private final Severity severity;
  private final String sentence;

  Problem(Severity severity, String sentence) {
    this.severity = severity;
    this.sentence = sentence;
  }

  /** Its identifier, such as {@code unknown-variable}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Its identifier as the last part of a javac option, whose names know no dash. */
  public String optionName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How bad it is if the user does not decide otherwise. */
  public Severity severity() {
    return severity;
  }

  String sentence(Object... details) {
    return String.format(Locale.ROOT, sentence, details).strip();
  }
}
