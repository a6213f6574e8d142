package io.typedprompt.internal.answer;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Set;

/**
 * Finds the one number that a text says, with thousands separators, a currency, a unit or a
 * sentence around it. Whatever could be read in two ways is none.
 */
final class NumberMatcher {
  private static final Set<String> SCALES =
      Set.of(
          "mio",
          "mrd",
          "thousand",
          "thousands",
          "million",
          "millions",
          "billion",
          "billions",
          "trillion",
          "trillions",
          "hundred",
          "hundreds",
          "dozen",
          "dozens",
          "lakh",
          "lakhs",
          "crore",
          "crores");

  /** Scales that are also parts of other words, so that they count only behind the number. */
  private static final Set<String> SHORT_SCALES =
      Set.of("k", "m", "b", "t", "bn", "mn", "mm", "tn");

  private static final Set<String> UNITS =
      Set.of(
          "kg", "g", "mg", "km", "cm", "mm", "ms", "s", "h", "min", "px", "pt", "l", "ml", "usd",
          "eur", "gbp", "chf", "kwh", "w", "kw");
  private static final Set<String> COMPARISONS = Set.of("least", "most", "than", "between");
  private static final Set<String> CODES =
      Set.of("usd", "eur", "gbp", "chf", "jpy", "inr", "euro", "euros", "dollar", "dollars");
  private static final String CURRENCIES = "$€£¥₹";

  private final String text;
  private final boolean bare;
  private int numberStart = -1;
  private int numberEnd;

  private NumberMatcher(String text, boolean bare) {
    this.text = text;
    this.bare = bare;
  }

  /**
   * The number that a text says.
   *
   * @param bare whether the text stood without quotes
   * @param fraction whether a fraction such as 1/5 is a number
   */
  static NumberMatch match(String text, boolean bare, boolean fraction) {
    String stripped = strip(text);
    if (NumberText.isJson(stripped)) {
      return NumberMatch.of(stripped);
    }
    if (stripped.length() > Words.MOST_CHARACTERS) {
      return NumberMatch.none("");
    }
    int slash = stripped.indexOf('/');
    if (fraction && slash > 0) {
      NumberMatch quotient = quotient(stripped.substring(0, slash), stripped.substring(slash + 1));
      if (quotient.number() != null) {
        return quotient;
      }
    }
    return new NumberMatcher(stripped, bare).match();
  }

  /** The text without emphasis, quotes and a comma at its end. */
  private static String strip(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isDecoration(text.charAt(start))) {
      start++;
    }
    while (end > start && (isDecoration(text.charAt(end - 1)) || text.charAt(end - 1) == ',')) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isDecoration(char c) {
    return Blank.is(c) || c == '*' || c == '`' || LenientTexts.isQuote(c);
  }

  private static NumberMatch quotient(String above, String below) {
    String a = above.strip();
    String b = below.strip();
    if (a.length() > 18
        || b.length() > 18
        || !NumberText.isInteger(a)
        || !NumberText.isInteger(b)) {
      return NumberMatch.none("");
    }
    BigDecimal divisor = new BigDecimal(b);
    return divisor.signum() <= 0
        ? NumberMatch.none("")
        : NumberMatch.of(new BigDecimal(a).divide(divisor, MathContext.DECIMAL64).toString());
  }

  private NumberMatch match() {
    String unreadable = findOnly();
    if (unreadable.isEmpty()) {
      unreadable = sentence();
    }
    if (!unreadable.isEmpty() || numberStart < 0) {
      return NumberMatch.none(unreadable);
    }
    return number();
  }

  /** Finds where the number is; what is wrong if there is more than one, or an unreadable one. */
  private String findOnly() {
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c > 127 && isOtherNumber(c)) {
        return "a number in other characters than digits";
      }
      boolean starts = isDigit(at) || (c == '.' && isDigit(at + 1));
      if (starts && numberStart >= 0) {
        return "more than one number";
      }
      if (starts) {
        numberStart = at;
        numberEnd = end(at);
        at = numberEnd;
      } else {
        at++;
      }
    }
    return "";
  }

  private static boolean isOtherNumber(char c) {
    int type = Character.getType(c);
    return type == Character.DECIMAL_DIGIT_NUMBER
        || type == Character.OTHER_NUMBER
        || type == Character.LETTER_NUMBER;
  }

  /** Where digits with separators end, and the exponent behind them. */
  private int end(int start) {
    int end = start;
    while (isDigit(end) || ((at(end) == '.' || at(end) == ',') && isDigit(end + 1))) {
      end++;
    }
    if (at(end) == 'e' || at(end) == 'E') {
      int digits = at(end + 1) == '-' || at(end + 1) == '+' ? end + 2 : end + 1;
      if (isDigit(digits)) {
        end = digits;
        while (isDigit(end)) {
          end++;
        }
      }
    }
    return end;
  }

  private boolean isDigit(int index) {
    return at(index) >= '0' && at(index) <= '9';
  }

  /** The character there; zero outside. */
  private char at(int index) {
    return index >= 0 && index < text.length() ? text.charAt(index) : 0;
  }

  /** What is wrong with the sentence around the number, if there is one. */
  private String sentence() {
    if (numberStart == 0 && numberEnd == text.length()) {
      return "";
    }
    if (Words.refuses(text) || Words.isMarkup(text)) {
      return "a text that does not simply say a number";
    }
    Words words = Words.of(text);
    if (words.hasNegation()) {
      return "a number beside a negation";
    }
    boolean first = true;
    for (Words.Word word : words.list()) {
      boolean next = first && word.start() >= numberEnd;
      first &= word.start() < numberEnd;
      if (SCALES.contains(word.spelling()) || (next && SHORT_SCALES.contains(word.spelling()))) {
        return "a number with a word for its scale";
      }
      if (COMPARISONS.contains(word.spelling())) {
        return "a number that is not exact";
      }
    }
    return "";
  }

  private NumberMatch number() {
    int before = numberStart - 1;
    int sign = at(before) == ' ' || at(before) == '\u00a0' ? before - 1 : before;
    boolean currency = sign >= 0 && CURRENCIES.indexOf(at(sign)) >= 0;
    if (currency) {
      before = sign - 1;
    }
    currency |= CODES.contains(wordBefore(sign));
    boolean minus = before >= 0 && "-−".indexOf(at(before)) >= 0;
    if (minus || (before >= 0 && at(before) == '+')) {
      before--;
    }
    if (minus && before >= 0 && CURRENCIES.indexOf(at(before)) >= 0) {
      currency = true;
      before--;
    }
    if (!canStandBefore(before, minus)) {
      return NumberMatch.none("a number that is part of something else");
    }
    String wrong = after(at(before) == '(');
    if (!wrong.isEmpty()) {
      return NumberMatch.none(wrong);
    }
    currency |= isCurrencyAfter();
    String digits = text.substring(numberStart, numberEnd);
    String plain = DigitGroups.plain(digits, currency, bare);
    return plain == null
        ? NumberMatch.none("separators that can be read in more than one way")
        : NumberMatch.of(minus ? "-" + plain : plain);
  }

  private boolean canStandBefore(int before, boolean signed) {
    char c = at(before);
    if (before < 0) {
      return true;
    }
    boolean other = Blank.is(c) || "*_:=\"'`([,".indexOf(c) >= 0 || LenientTexts.isQuote(c);
    // "- 42" may be an item of a list or a negative number, and "3 - 42" a range.
    boolean dash = !signed && Blank.is(c) && "-−".indexOf(at(before - 1)) >= 0 && before == 1;
    return other && !dash;
  }

  /** What is wrong with the characters behind the number. */
  private String after(boolean inBrackets) {
    int after = numberEnd;
    char c = at(after);
    if (c == '%' || CURRENCIES.indexOf(c) >= 0) {
      after++;
      c = at(after);
    }
    if (inBrackets && c == ')') {
      return "a number in brackets, which may be negative";
    }
    if (Character.isLetter(c)) {
      int end = after;
      while (Character.isLetter(at(end))) {
        end++;
      }
      String unit = text.substring(after, end).toLowerCase(Locale.ROOT);
      boolean known = UNITS.contains(unit) && !isDigit(end);
      return known ? "" : "a number with letters behind it";
    }
    boolean fits = after >= text.length() || Blank.is(c) || ".,;:!*_)]°\"'`".indexOf(c) >= 0;
    return fits || LenientTexts.isQuote(c) ? "" : "a number that is part of something else";
  }

  private boolean isCurrencyAfter() {
    int after = numberEnd;
    while (at(after) == ' ' || at(after) == '\u00a0') {
      after++;
    }
    int end = after;
    while (Character.isLetter(at(end))) {
      end++;
    }
    return CODES.contains(text.substring(after, end).toLowerCase(Locale.ROOT))
        || (after < text.length() && CURRENCIES.indexOf(at(after)) >= 0);
  }

  private String wordBefore(int last) {
    int start = last + 1;
    while (Character.isLetter(at(start - 1))) {
      start--;
    }
    return text.substring(start, Math.max(start, last + 1)).toLowerCase(Locale.ROOT);
  }
}
