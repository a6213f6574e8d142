package io.typedprompt.codegen;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Base64;
import java.util.Currency;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Types other than times that are texts of a certain form. */
public final class TextTypes {
  private TextTypes() {}

  /** UUIDs. */
  public static TextType<UUID> uuid() {
    return new UuidType();
  }

  /** URIs. */
  public static TextType<URI> uri() {
    return new UriType();
  }

  /** Languages and regions. */
  public static TextType<Locale> locale() {
    return new LocaleType();
  }

  /** Currencies. */
  public static TextType<Currency> currency() {
    return new CurrencyType();
  }

  /** Bytes. */
  public static TextType<byte[]> bytes() {
    return new BytesType();
  }

  private static final class UuidType implements TextType<UUID> {
    private static final int LENGTH = 36;

    @Override
    public String expected() {
      return "a UUID such as 123e4567-e89b-12d3-a456-426614174000";
    }

    @Override
    public @Nullable UUID parse(String text) {
      // Java takes shorter forms, which are mistakes.
      return isCanonical(text) ? UUID.fromString(text) : null;
    }

    private static boolean isCanonical(String text) {
      if (text.length() != LENGTH) {
        return false;
      }
      for (int i = 0; i < LENGTH; i++) {
        char c = text.charAt(i);
        boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
        boolean fits = dash ? c == '-' : c < 128 && Character.digit(c, 16) >= 0;
        if (!fits) {
          return false;
        }
      }
      return true;
    }
  }

  private static final class UriType implements TextType<URI> {
    @Override
    public String expected() {
      return "a URI such as https://example.com/path";
    }

    @Override
    public @Nullable URI parse(String text) {
      try {
        return text.isEmpty() ? null : new URI(text);
      } catch (URISyntaxException e) {
        return null;
      }
    }
  }

  private static final class LocaleType implements TextType<Locale> {
    private static final int LONGEST_LANGUAGE = 3;

    @Override
    public String expected() {
      return "a BCP 47 language tag such as en or de-CH";
    }

    @Override
    public @Nullable Locale parse(String text) {
      try {
        Locale locale = new Locale.Builder().setLanguageTag(text).build();
        // "english" is a language by its form, but not one that exists.
        int length = locale.getLanguage().length();
        return length > 0 && length <= LONGEST_LANGUAGE ? locale : null;
      } catch (IllformedLocaleException e) {
        return null;
      }
    }

    @Override
    public @Nullable Locale repair(String text) {
      return parse(text.strip().replace('_', '-'));
    }
  }

  private static final class CurrencyType implements TextType<Currency> {
    @Override
    public String expected() {
      return "an ISO 4217 currency code such as EUR";
    }

    @Override
    public @Nullable Currency parse(String text) {
      try {
        return Currency.getInstance(text);
      } catch (IllegalArgumentException e) {
        return null;
      }
    }

    @Override
    public @Nullable Currency repair(String text) {
      return parse(text.strip().toUpperCase(Locale.ROOT));
    }
  }

  private static final class BytesType implements TextType<byte[]> {
    @Override
    public String expected() {
      return "bytes in Base64";
    }

    @Override
    @SuppressWarnings("ReturnsNullArray") // Null says that there are none.
    public byte @Nullable [] parse(String text) {
      try {
        return Base64.getDecoder().decode(text);
      } catch (IllegalArgumentException e) {
        return null;
      }
    }
  }
}
