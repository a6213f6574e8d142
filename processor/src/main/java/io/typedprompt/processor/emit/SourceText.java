package io.typedprompt.processor.emit;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import io.typedprompt.processor.model.PromptInterface;
import java.util.Locale;

/** The text of a source file. */
final class SourceText {
  private SourceText() {}

  static String of(PromptInterface declaration, TypeSpec type) {
    String text =
        JavaFile.builder(declaration.implementation().packageName(), type)
            .skipJavaLangImports(!declaration.shadowsJavaLang())
            .indent("  ")
            .build()
            .toString();
    return ascii(text);
  }

  /**
   * Writes what is not ASCII as escapes: the file is read with the encoding that the user's build
   * happens to have, and what that lacks would become a question mark.
   */
  private static String ascii(String text) {
    StringBuilder ascii = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 128) {
        ascii.append(c);
      } else {
        ascii.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      }
    }
    return ascii.toString();
  }
}
