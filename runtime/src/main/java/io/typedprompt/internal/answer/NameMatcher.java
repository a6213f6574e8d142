package io.typedprompt.internal.answer;

import io.typedprompt.RepairKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds which of several names a text is, or says. The name itself comes first, then an alias, then
 * another spelling of the whole text. In a longer text a name counts where it is a word of its own,
 * and only if none is said as often; a name beside a negation makes the whole text useless.
 */
final class NameMatcher {
  private final Map<String, Integer> names = new HashMap<>();
  private final Map<String, Integer> aliases = new HashMap<>();
  private final Map<String, Integer> spellings = new HashMap<>();

  /** The names as words, by their first word, longest first. */
  private final Map<String, List<Phrase>> phrases = new HashMap<>();

  private record Phrase(int index, List<String> words) {}

  /** Adds the name of the given index. */
  void add(int index, String name) {
    names.putIfAbsent(name, index);
    addOther(index, name);
  }

  /** Adds another name of the given index. */
  void addAlias(int index, String alias) {
    aliases.putIfAbsent(alias, index);
    addOther(index, alias);
  }

  private void addOther(int index, String name) {
    String spelling = Spelling.of(name);
    if (spelling.isEmpty()) {
      return;
    }
    spellings.merge(spelling, index, (a, b) -> a.equals(b) ? a : Integer.valueOf(-1));
    List<String> words = new ArrayList<>();
    for (Words.Word word : Words.of(name).list()) {
      words.add(word.spelling());
    }
    addPhrase(new Phrase(index, words));
    if (words.size() > 1) {
      addPhrase(new Phrase(index, List.of(spelling)));
    }
  }

  private void addPhrase(Phrase phrase) {
    List<Phrase> same = phrases.computeIfAbsent(phrase.words().get(0), word -> new ArrayList<>());
    same.add(phrase);
    same.sort(Comparator.comparingInt((Phrase each) -> each.words().size()).reversed());
  }

  /** The name that a text is, or says. */
  NameMatch match(String text) {
    NameMatch whole = matchWhole(text);
    if (!whole.isNone() || text.length() > Words.MOST_CHARACTERS) {
      return whole;
    }
    if (Words.refuses(text) || Words.isMarkup(text)) {
      return NameMatch.none("");
    }
    NameMatch described = matchDescribed(text);
    return described.isNone() ? matchSaid(Words.of(text)) : described;
  }

  /** The name that a text as a whole is. */
  NameMatch matchWhole(String text) {
    Integer index = names.get(text);
    if (index != null) {
      return new NameMatch(index, null, "");
    }
    index = aliases.get(text);
    if (index != null) {
      return new NameMatch(index, RepairKind.ALIAS, "");
    }
    index = Spelling.isPlain(text) ? spellings.get(Spelling.of(text)) : null;
    return index == null || index < 0
        ? NameMatch.none("")
        : new NameMatch(index, RepairKind.SPELLING, "");
  }

  /** The name in front of a colon: "HIGH: the customer waits". */
  private NameMatch matchDescribed(String text) {
    int colon = text.indexOf(':');
    NameMatch match = colon < 0 ? NameMatch.none("") : matchWhole(text.substring(0, colon).strip());
    return match.isNone() ? match : new NameMatch(match.index(), RepairKind.NAME_IN_TEXT, "");
  }

  private NameMatch matchSaid(Words words) {
    Map<Integer, Integer> counts = new HashMap<>();
    int at = 0;
    while (at < words.list().size()) {
      Phrase phrase = phraseAt(words, at);
      if (phrase == null) {
        at++;
        continue;
      }
      int last = at + phrase.words().size() - 1;
      if (words.isNegated(at, last)) {
        return NameMatch.none("a name beside a negation");
      }
      counts.merge(phrase.index(), 1, Integer::sum);
      at = last + 1;
    }
    return mostSaid(counts);
  }

  private static NameMatch mostSaid(Map<Integer, Integer> counts) {
    int best = -1;
    int most = 0;
    boolean tie = false;
    for (Map.Entry<Integer, Integer> entry : counts.entrySet()) {
      if (entry.getValue() >= most) {
        tie = entry.getValue() == most;
        most = entry.getValue();
        best = entry.getKey();
      }
    }
    if (tie) {
      return NameMatch.none("several names, none of them more often than the others");
    }
    return best < 0 ? NameMatch.none("") : new NameMatch(best, RepairKind.NAME_IN_TEXT, "");
  }

  private @Nullable Phrase phraseAt(Words words, int at) {
    for (Phrase phrase : phrases.getOrDefault(words.list().get(at).spelling(), List.of())) {
      int last = at + phrase.words().size() - 1;
      if (!words.areJoined(at - 1) && !words.areJoined(last) && isAt(phrase, words, at)) {
        return phrase;
      }
    }
    return null;
  }

  private static boolean isAt(Phrase phrase, Words words, int at) {
    if (at + phrase.words().size() > words.list().size()) {
      return false;
    }
    for (int i = 0; i < phrase.words().size(); i++) {
      if (!phrase.words().get(i).equals(words.list().get(at + i).spelling())) {
        return false;
      }
    }
    return true;
  }
}
