package io.typedprompt.internal.answer;

import io.typedprompt.RepairKind;
import io.typedprompt.codegen.EnumNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The half of reading a parsed answer that is about single values. */
abstract class TolerantReader extends NotingReader {
  final TreeSource source;
  final KnownNames known;
  final List<TreeLevel> levels = new ArrayList<>();

  /** Words that are read as null, since they were found to stand where nothing else fits. */
  private final Set<Node> nulls;

  private final Set<Node> nullWords = TreeSource.identitySet();
  Node current;

  /** The steps from the value that is next to the one taken in its place. */
  String via = "";

  /** Whether the value that is next may be null. */
  private boolean asked;

  /** Why the value that is next is not what was asked, where there is more to say than that. */
  private String why = "";

  TolerantReader(
      TreeSource source,
      KnownNames known,
      boolean roundIntegers,
      Set<Node> nulls,
      Findings findings) {
    super(false, roundIntegers, findings);
    this.source = source;
    this.known = known;
    this.nulls = nulls;
    this.current = source.root();
  }

  /** Words for null that stand where null is taken and nothing else fits. */
  final Set<Node> nullWords() {
    return nullWords;
  }

  final void next(Node node) {
    current = node;
    asked = false;
    via = "";
    why = "";
  }

  /** Takes a value in place of the one that is next. */
  final void take(Node inner) {
    current = inner;
    asked = false;
  }

  @Override
  public final boolean readNull() {
    if (current instanceof Node.Text text && text.form() != Node.Form.NAME) {
      if (text.isLiteral("null")) {
        return true;
      }
      if (BareWords.isNull(text.value()) && (text.isBare() || nulls.contains(text))) {
        repair(RepairKind.NULL_AS_TEXT);
        return true;
      }
    }
    asked = true;
    return false;
  }

  @Override
  final @Nullable String numberText(boolean fraction) {
    if (!(scalar("") instanceof Node.Text text)) {
      return null;
    }
    if (text.form() == Node.Form.NAME) {
      return NumberText.isInteger(text.value()) ? text.value() : null;
    }
    if (text.isNumber()) {
      return text.value();
    }
    NumberMatch match = NumberMatcher.match(text.value(), text.isBare(), fraction);
    if (match.number() == null) {
      why = match.why();
      return null;
    }
    repair(RepairKind.NUMBER_AS_TEXT);
    return match.number();
  }

  @Override
  public final boolean readBoolean() {
    if (scalar("") instanceof Node.Text text) {
      if (text.isLiteral("true") || text.isLiteral("false")) {
        return text.value().equals("true");
      }
      NameMatch match = known.booleans().match(text.value());
      if (!match.isNone() && text.form() != Node.Form.NAME) {
        repair(RepairKind.BOOLEAN_AS_TEXT);
        return match.index() == 1;
      }
      why = match.why();
    }
    misfit("true or false");
    return false;
  }

  @Override
  final @Nullable String stringText() {
    if (!(scalar("") instanceof Node.Text text)) {
      return null;
    }
    boolean value = text.isBare() && BareWords.isValue(text.value());
    return value ? null : text.value();
  }

  @Override
  final @Nullable String valueAsText() {
    boolean nothing = current instanceof Node.Text text && BareWords.isNull(text.value());
    if (nothing) {
      return null;
    }
    repair(RepairKind.VALUE_AS_TEXT);
    return current instanceof Node.Text text ? text.value() : NodeJson.of(current);
  }

  @Override
  final @Nullable String wantedInstead(String text) {
    if (current instanceof Node.Text node && node.form() == Node.Form.PROSE) {
      return "JSON";
    }
    TreeLevel level = levels.isEmpty() ? null : levels.get(levels.size() - 1);
    if (level == null || !level.isSingle()) {
      return null;
    }
    boolean list = !(current instanceof Node.Text) || Words.isSentence(text);
    return level.isList() && list ? "an array" : level.isImplied() ? "an object" : null;
  }

  @Override
  final @Nullable String nameText(String typeName) {
    scalar(typeName);
    return stringText();
  }

  @Override
  final int constant(EnumNames<?> names, String text) {
    NameMatch match = known.constants(names).match(text);
    why = match.why();
    if (match.kind() != null) {
      repair(match.kind());
    }
    return match.index();
  }

  @Override
  public final @Nullable JsonNode readJson() {
    Node node = current;
    if (node instanceof Node.Text text && !text.isBare()) {
      JsonNode json = JsonTree.parse(text.value());
      if (json == null) {
        misfit(JsonTree.EXPECTED);
      }
      return json;
    }
    JsonNode json = readNull() ? null : JsonTree.parse(NodeJson.of(node));
    if (json == null) {
      misfit(JsonTree.EXPECTED);
    } else {
      repair(RepairKind.JSON_NOT_AS_TEXT);
    }
    return json;
  }

  /** The single value that is next, without a list or an object that only holds it. */
  private Node scalar(String typeName) {
    if (current instanceof Node.Elements array && isListOfOne(array) && !source.isInProse(array)) {
      Node element = array.list().get(0);
      if (element instanceof Node.Text) {
        repair(RepairKind.LIST_OF_ONE);
        take(element);
      }
    }
    Node wrapped = wrapped(typeName);
    if (wrapped instanceof Node.Text) {
      repair(RepairKind.WRAPPER_OBJECT);
      take(wrapped);
    }
    return current;
  }

  final boolean isListOfOne(Node.Elements array) {
    return array.list().size() == 1 && !isElement();
  }

  /** Whether the value that is next is an element of a list. */
  final boolean isElement() {
    return !levels.isEmpty() && levels.get(levels.size() - 1).isList();
  }

  /** The value that the object that is next only holds; null if it is no such object. */
  final @Nullable Node wrapped(String typeName) {
    if (!(current instanceof Node.Members object) || object.list().size() != 1) {
      return null;
    }
    Node.Member member = object.list().get(0);
    return Envelope.isName(member.name(), typeName) ? member.value() : null;
  }

  /** Takes the value inside of the object that is next in its place. */
  final void unwrap(Node inner) {
    repair(RepairKind.WRAPPER_OBJECT);
    StringBuilder steps = new StringBuilder(via);
    ReadPath.append(steps, ((Node.Members) current).list().get(0).name());
    via = steps.toString();
    take(inner);
  }

  /** Takes the only element of the list that is next in its place, if there is only one. */
  final void unlist() {
    if (current instanceof Node.Elements array
        && isListOfOne(array)
        && array.list().get(0) instanceof Node.Members object) {
      repair(RepairKind.LIST_OF_ONE);
      via += "/0";
      take(object);
    }
  }

  // What is noted

  final void repair(RepairKind kind) {
    if (findings.hasRoom()) {
      findings.repair(path.pointer() + via, kind, excerpt());
    } else {
      findings.repair("", kind, "");
    }
  }

  final String excerpt() {
    return source.excerpt(current);
  }

  @Override
  final String lastElement() {
    return excerpt();
  }

  @Override
  final void skipValue() {
    noteNullWord();
  }

  @Override
  final String skippedValue() {
    noteNullWord();
    return why.isEmpty() ? excerpt() : excerpt() + " (" + why + ")";
  }

  private void noteNullWord() {
    if (asked
        && current instanceof Node.Text text
        && BareWords.isNull(text.value())
        && !text.isBare()) {
      nullWords.add(current);
    }
  }
}
