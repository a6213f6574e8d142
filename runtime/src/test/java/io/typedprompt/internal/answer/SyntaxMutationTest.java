package io.typedprompt.internal.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.typedprompt.Repair;
import io.typedprompt.RepairKind;
import io.typedprompt.codegen.AnswerFormat;
import io.typedprompt.codegen.Text;
import io.typedprompt.internal.answer.ParsedAnswer.Fits;
import io.typedprompt.internal.answer.ParsedAnswer.Misfits;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Random answers with one mistake in how they are written: the value stays, the repair is named.
 */
class SyntaxMutationTest {
  private static final int ROUNDS = Integer.getInteger("answers.rounds", 400);
  private static final Pattern IDENTIFIER = Pattern.compile("\"[A-Za-z][A-Za-z0-9]*\"");
  private static final Pattern SIMPLE = Pattern.compile("\"[^\"\\\\'“”`\\x00-\\x1f]*\"");

  private static final Pattern LINE = Pattern.compile("(?s)\"[^\\\\]*\\\\n[^\\\\]*\"");

  /** A mistake. */
  private enum Mutation {
    FENCE(RepairKind.CODE_FENCE) {
      @Override
      String apply(JsonTokens tokens, Random random) {
        return "Here:\n```json\n" + all(tokens) + "\n```\nbye";
      }
    },
    OPEN_FENCE(RepairKind.CODE_FENCE) {
      @Override
      String apply(JsonTokens tokens, Random random) {
        return "```json\n" + all(tokens);
      }
    },
    PROSE(RepairKind.SURROUNDING_TEXT) {
      @Override
      String apply(JsonTokens tokens, Random random) {
        return "It's this: " + all(tokens) + " I hope that it's \"fine\".";
      }
    },
    THINKING(RepairKind.THINKING_TEXT) {
      @Override
      String apply(JsonTokens tokens, Random random) {
        return "<think>" + all(tokens) + " or {\"p0\": 1}?</think>\n" + all(tokens);
      }
    },
    TRAILING_COMMA(RepairKind.COMMA) {
      @Override
      @Nullable String apply(JsonTokens tokens, Random random) {
        return before(tokens, random, "}]", ",");
      }
    },
    LEADING_COMMA(RepairKind.COMMA) {
      @Override
      @Nullable String apply(JsonTokens tokens, Random random) {
        return after(tokens, random, "{[", ",");
      }
    },
    MISSING_COMMA(RepairKind.COMMA) {
      @Override
      @Nullable String apply(JsonTokens tokens, Random random) {
        int index = any(tokens, random, tokens::isBetweenMembers);
        return index < 0 ? null : tokens.with(index, "\n");
      }
    },
    UNQUOTED_NAME(RepairKind.UNQUOTED_NAME) {
      @Override
      @Nullable String apply(JsonTokens tokens, Random random) {
        int index =
            any(
                tokens,
                random,
                i -> tokens.isName(i) && IDENTIFIER.matcher(tokens.list().get(i)).matches());
        return index < 0 ? null : tokens.with(index, tokens.content(index));
      }
    },
    SINGLE_QUOTES(RepairKind.QUOTES) {
      @Override
      @Nullable String apply(JsonTokens tokens, Random random) {
        return quotes(tokens, random, "'", "'");
      }
    },
    SMART_QUOTES(RepairKind.QUOTES) {
      @Override
      @Nullable String apply(JsonTokens tokens, Random random) {
        return quotes(tokens, random, "“", "”");
      }
    },
    BACK_TICKS(RepairKind.QUOTES) {
      @Override
      @Nullable String apply(JsonTokens tokens, Random random) {
        return quotes(tokens, random, "`", "`");
      }
    },
    TRIPLE_QUOTES(RepairKind.QUOTES) {
      @Override
      @Nullable String apply(JsonTokens tokens, Random random) {
        return quotes(tokens, random, "\"\"\"", "\"\"\"");
      }
    },
    RAW_LINE(RepairKind.UNESCAPED_CHARACTER) {
      @Override
      @Nullable String apply(JsonTokens tokens, Random random) {
        int index =
            any(
                tokens,
                random,
                i -> tokens.isString(i) && LINE.matcher(tokens.list().get(i)).matches());
        return index < 0 ? null : tokens.with(index, tokens.list().get(index).replace("\\n", "\n"));
      }
    },
    COMMENT(RepairKind.COMMENT) {
      @Override
      @Nullable String apply(JsonTokens tokens, Random random) {
        return after(
            tokens, random, "{[,:", random.nextBoolean() ? " /* it's \"t\" */ " : "// c\n");
      }
    },
    HASH_COMMENT(RepairKind.COMMENT) {
      @Override
      @Nullable String apply(JsonTokens tokens, Random random) {
        return after(tokens, random, "{[,", " # it's { this\n");
      }
    },
    MISSING_CLOSERS(RepairKind.MISSING_CLOSER) {
      @Override
      @Nullable String apply(JsonTokens tokens, Random random) {
        int end = tokens.list().size();
        while (end > 0 && "}]".contains(tokens.list().get(end - 1))) {
          end--;
        }
        boolean open = "{[".contains(tokens.list().get(end - 1));
        return open ? null : String.join("", tokens.list().subList(0, end)) + "\n";
      }
    },
    DOUBLE_BRACES(RepairKind.DOUBLE_BRACES) {
      @Override
      String apply(JsonTokens tokens, Random random) {
        return "{" + all(tokens) + "}";
      }
    },
    JSON_AS_TEXT(RepairKind.JSON_AS_TEXT) {
      @Override
      String apply(JsonTokens tokens, Random random) {
        Text text = new Text();
        text.json().value(all(tokens));
        return text.toString();
      }
    };

    private final RepairKind kind;

    Mutation(RepairKind kind) {
      this.kind = kind;
    }

    /** The answer with the mistake; null if it has no place for it. */
    abstract @Nullable String apply(JsonTokens tokens, Random random);

    private static String all(JsonTokens tokens) {
      return String.join("", tokens.list());
    }

    /** A token that fits, from a random place on; -1 if none does. */
    private static int any(JsonTokens tokens, Random random, IntPredicate fits) {
      int size = tokens.list().size();
      int start = random.nextInt(size);
      for (int i = 0; i < size; i++) {
        if (fits.test((start + i) % size)) {
          return (start + i) % size;
        }
      }
      return -1;
    }

    private static @Nullable String quotes(
        JsonTokens tokens, Random random, String open, String close) {
      int index =
          any(
              tokens,
              random,
              i ->
                  !(tokens.isName(i) && open.length() > 1)
                      && SIMPLE.matcher(tokens.list().get(i)).matches());
      return index < 0 ? null : tokens.with(index, open + tokens.content(index) + close);
    }

    private static @Nullable String after(
        JsonTokens tokens, Random random, String marks, String text) {
      int index = random.nextInt(tokens.list().size() - 1);
      boolean empty = "}]".contains(tokens.list().get(index + 1));
      return !empty && marks.contains(tokens.list().get(index))
          ? tokens.with(index, tokens.list().get(index) + text)
          : null;
    }

    private static @Nullable String before(
        JsonTokens tokens, Random random, String marks, String text) {
      int index = 1 + random.nextInt(tokens.list().size() - 1);
      boolean empty = "{[".contains(tokens.list().get(index - 1));
      return !empty && marks.contains(tokens.list().get(index))
          ? tokens.with(index, text + tokens.list().get(index))
          : null;
    }
  }

  @ParameterizedTest
  @EnumSource
  void theValueStays(Mutation mutation) {
    Random random = new Random(mutation.name().hashCode());
    int applied = 0;
    for (int round = 0; round < ROUNDS; round++) {
      RandomTypes.ObjectOf type = RandomTypes.object(random, 0);
      AnswerFormat<Object> format = RandomTypes.format(type);
      Object value = type.value(random);
      String answer = mutation.apply(new JsonTokens(RandomTypes.json(type, value)), random);
      if (answer != null) {
        applied++;
        ParsedAnswer<Object> parsed = AnswerParser.parse(format, answer, false, false);
        assertThat(parsed).as(answer).isInstanceOf(Fits.class);
        Fits<Object> fits = (Fits<Object>) parsed;
        assertThat(fits.value()).as(answer).isEqualTo(value);
        List<RepairKind> kinds = new ArrayList<>();
        for (Repair repair : fits.repairs()) {
          kinds.add(repair.kind());
        }
        assertThat(kinds).as(answer).contains(mutation.kind);
        assertThat(AnswerParser.parse(format, answer, true, false))
            .as(answer)
            .isInstanceOf(Misfits.class);
      }
    }
    assertThat(applied).isGreaterThan(ROUNDS / 40);
  }

  /** A cut answer is no answer, but for one that lacks nothing but closers. */
  @Test
  void everyPrefixIsRefusedOrWhole() {
    Random random = new Random(3);
    for (int round = 0; round < ROUNDS / 4; round++) {
      RandomTypes.ObjectOf type = RandomTypes.object(random, 0);
      AnswerFormat<Object> format = RandomTypes.format(type);
      Object value = type.value(random);
      String json = RandomTypes.json(type, value);
      for (int end = 0; end < json.length(); end++) {
        String prefix = json.substring(0, end);
        if (AnswerParser.parse(format, prefix, false, false) instanceof Fits<Object> fits) {
          assertThat("}]\"").as(prefix).contains(prefix.substring(end - 1));
          assertThat(fits.repairs().toString()).as(prefix).contains("MISSING_CLOSER");
        }
      }
    }
  }
}
