package io.typedprompt.codegen;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** The files that templates were compiled from. */
public final class Resources {
  private static final String HEX = "0123456789abcdef";

  private Resources() {}

  /**
   * Whether a resource is still what a class was compiled with; for {@code assert}, so that only
   * tests and development pay for it. A resource that is not there at run time is fine, since its
   * text is in the class.
   *
   * @param generated the class, whose class path is searched
   * @param resource the resource's name, from the root
   * @param sha256 the hash in hexadecimal of its bytes without a byte order mark and with lines
   *     that end in a line feed only
   * @throws AssertionError if the resource changed since
   */
  public static boolean isCurrent(Class<?> generated, String resource, String sha256) {
    byte[] content = read(generated, resource);
    if (content == null || sha256.equalsIgnoreCase(hash(content))) {
      return true;
    }
    throw new AssertionError(
        resource
            + " has changed since "
            + generated.getName()
            + " was compiled, which still contains the old text: recompile it");
  }

  private static byte @Nullable [] read(Class<?> generated, String resource) {
    try (InputStream in = generated.getResourceAsStream("/" + resource)) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException e) {
      // Not readable is as good as not there.
      return null;
    }
  }

  private static String hash(byte[] content) {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
    for (int i = startOfText(content); i < content.length; i++) {
      boolean crLf = content[i] == '\r' && i + 1 < content.length && content[i + 1] == '\n';
      if (!crLf) {
        digest.update(content[i]);
      }
    }
    StringBuilder hex = new StringBuilder(64);
    for (byte b : digest.digest()) {
      hex.append(HEX.charAt((b >> 4) & 15)).append(HEX.charAt(b & 15));
    }
    return hex.toString();
  }

  private static int startOfText(byte[] content) {
    boolean mark =
        content.length >= 3
            && content[0] == (byte) 0xEF
            && content[1] == (byte) 0xBB
            && content[2] == (byte) 0xBF;
    return mark ? 3 : 0;
  }
}
