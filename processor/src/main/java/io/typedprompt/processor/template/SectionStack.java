package io.typedprompt.processor.template;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The sections that are open at a place of a text, and the nodes that they hold so far. Decides
 * which section a closing tag is meant for, in such a way that one wrong tag is one problem.
 */
final class SectionStack {
  /** More than anybody writes; whoever reads the tree may go into it recursively. */
  static final int MAX_DEPTH = 100;

  private final NameReader names;
  private final TextProblems problems;
  private final NodeList root = new NodeList();
  private final List<OpenSection> open = new ArrayList<>();
  private final Set<String> forgiven = new HashSet<>();
  private boolean tooDeep;

  SectionStack(NameReader names, TextProblems problems) {
    this.names = names;
    this.problems = problems;
  }

  /** Where the nodes of this place go. */
  NodeList nodes() {
    return open.isEmpty() ? root : open.get(open.size() - 1).body();
  }

  void open(Tag tag) {
    if (open.size() == MAX_DEPTH) {
      problems.nestingTooDeep(tag, MAX_DEPTH);
      tooDeep = true;
      return;
    }
    open.add(new OpenSection(tag, names.name(tag)));
  }

  /** Whether sections are nested so deep that reading on makes no sense. */
  boolean isTooDeep() {
    return tooDeep;
  }

  /** Says that one closing tag with this name is the consequence of a problem already reported. */
  void forgiveClose(String name) {
    forgiven.add(name);
  }

  void close(Tag tag) {
    String name = tag.content().text();
    int match = lastClosedBy(name);
    if (match >= 0) {
      reportUnclosed(match + 1, Optional.of(tag), tag.delimiters());
      closeDownTo(match, tag.span());
    } else if (!forgiven.remove(name)) {
      closeWithoutMatch(tag);
    }
  }

  /**
   * Ends the text.
   *
   * @param delimiters those at its end
   */
  Template finish(Delimiters delimiters) {
    reportUnclosed(0, Optional.empty(), delimiters);
    return finishPart();
  }

  /** Ends the text where it is not read further, so that nothing is known about open sections. */
  Template finishPart() {
    while (!open.isEmpty()) {
      closeInnermost(Optional.empty());
    }
    return new Template(root.finish());
  }

  private int lastClosedBy(String name) {
    int i = open.size() - 1;
    while (i >= 0 && !open.get(i).isClosedBy(name)) {
      i--;
    }
    return i;
  }

  /** The tag is wrong, or the one of the section that it is meant for. */
  private void closeWithoutMatch(Tag tag) {
    int meant = open.size() - 1;
    while (meant > 0 && open.get(meant).isExcused()) {
      meant--;
    }
    if (meant >= 0 && !open.get(meant).hasName()) {
      closeDownTo(meant, tag.span());
      return;
    }
    if (names.name(tag).isPresent()) {
      if (meant < 0) {
        problems.unopenedSection(tag);
      } else {
        problems.mismatchedClose(tag, open.get(meant).tag());
      }
    }
    if (meant >= 0) {
      open.get(meant).excuse();
    }
  }

  private void reportUnclosed(int from, Optional<Tag> before, Delimiters delimiters) {
    for (int i = from; i < open.size(); i++) {
      OpenSection section = open.get(i);
      if (!section.mustBeClosed()) {
        continue;
      }
      boolean twice = i + 1 < open.size() && open.get(i + 1).isLike(section);
      problems.unclosedSection(
          section.tag(),
          before,
          twice ? Optional.of(open.get(i + 1).tag()) : Optional.empty(),
          delimiters);
      before.ifPresent(tag -> forgiveClose(section.tag().content().text()));
      if (twice) {
        i++;
      }
    }
  }

  private void closeDownTo(int index, Span close) {
    while (open.size() > index + 1) {
      closeInnermost(Optional.empty());
    }
    closeInnermost(Optional.of(close));
  }

  private void closeInnermost(Optional<Span> close) {
    OpenSection section = open.remove(open.size() - 1);
    section.finish(close.orElse(section.tag().span())).ifPresent(node -> nodes().add(node));
  }
}
