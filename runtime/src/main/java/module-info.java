/** The client that generated prompts call, and the results that they return. */
module io.typedprompt {
  requires transitive io.typedprompt.annotations;
  requires transitive okhttp3;
  requires transitive tools.jackson.databind;
  requires tools.jackson.core;
  requires org.slf4j;
  requires static transitive org.jspecify;
  // Generated code carries @Generated, which the modules of users would not see without this.
  requires static transitive java.compiler;

  exports io.typedprompt;
  exports io.typedprompt.codegen;
}
