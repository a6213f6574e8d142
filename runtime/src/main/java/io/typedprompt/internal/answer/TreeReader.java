package io.typedprompt.internal.answer;

import io.typedprompt.RepairKind;
import io.typedprompt.codegen.EnumNames;
import io.typedprompt.codegen.ObjectNames;
import io.typedprompt.codegen.VariantNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads an answer that was parsed before, and takes what plainly means the value that is asked
 * though it is written in another way. All of that is noted.
 */
final class TreeReader extends NotingReader {
  private final TreeSource source;
  private final KnownNames known;
  private final List<TreeLevel> levels = new ArrayList<>();

  /** Words that are read as null, since they were found to stand where nothing else fits. */
  private final Set<Node> nulls;

  private final Set<Node> nullWords = TreeSource.identitySet();
  private Node current;

  /** Whether the value that is next may be null. */
  private boolean asked;

  /** The steps from the value that is next to the one taken in its place. */
  private String via = "";

  private String why = "";

  /** The member that told the type of the object that is entered next, if one did. */
  private Node.@Nullable Member discriminator;

  TreeReader(
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
  Set<Node> nullWords() {
    return nullWords;
  }

  private void next(Node node) {
    current = node;
    asked = false;
    via = "";
    why = "";
  }

  /** Takes a value in place of the one that is next. */
  private void take(Node inner) {
    current = inner;
    asked = false;
  }

  // Single values

  @Override
  public boolean readNull() {
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
  @Nullable String numberText(boolean fraction) {
    if (!(scalar("") instanceof Node.Text text)) {
      return null;
    }
    boolean plain =
        text.form() == Node.Form.NAME ? NumberText.isInteger(text.value()) : text.isNumber();
    if (plain) {
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
  public boolean readBoolean() {
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
  @Nullable String stringText() {
    if (!(scalar("") instanceof Node.Text text)) {
      return null;
    }
    boolean value = text.isBare() && BareWords.isValue(text.value());
    return value ? null : text.value();
  }

  @Override
  @Nullable String valueAsText() {
    boolean nothing = current instanceof Node.Text text && BareWords.isNull(text.value());
    if (nothing) {
      return null;
    }
    repair(RepairKind.VALUE_AS_TEXT);
    return current instanceof Node.Text text ? text.value() : NodeJson.of(current);
  }

  @Override
  @Nullable String wantedInstead(String text) {
    if (current instanceof Node.Text node && node.form() == Node.Form.PROSE) {
      return "JSON";
    }
    TreeLevel level = levels.isEmpty() ? null : levels.get(levels.size() - 1);
    boolean single = level != null && level.isList() && level.isSingle();
    boolean list = single && (!(current instanceof Node.Text) || Words.isSentence(text));
    return list ? "an array" : null;
  }

  @Override
  int constant(EnumNames<?> names, String text) {
    NameMatch match = known.constants(names).match(text);
    why = match.why();
    if (match.kind() != null) {
      repair(match.kind());
    }
    return match.index();
  }

  @Override
  public @Nullable JsonNode readJson() {
    Node node = scalar("");
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

  private boolean isListOfOne(Node.Elements array) {
    return array.list().size() == 1 && !isElement();
  }

  /** Whether the value that is next is an element of a list. */
  private boolean isElement() {
    return !levels.isEmpty() && levels.get(levels.size() - 1).isList();
  }

  /** The value that the object that is next only holds; null if it is no such object. */
  private @Nullable Node wrapped(String typeName) {
    if (!(current instanceof Node.Members object) || object.list().size() != 1) {
      return null;
    }
    Node.Member member = object.list().get(0);
    return Envelope.isName(member.name(), typeName) ? member.value() : null;
  }

  /** Takes the value inside of the object that is next in its place. */
  private void unwrap(Node inner) {
    repair(RepairKind.WRAPPER_OBJECT);
    StringBuilder steps = new StringBuilder(via);
    ReadPath.append(steps, ((Node.Members) current).list().get(0).name());
    via = steps.toString();
    take(inner);
  }

  /** Takes the only element of the list that is next in its place, if there is only one. */
  private void unlist() {
    if (current instanceof Node.Elements array
        && isListOfOne(array)
        && array.list().get(0) instanceof Node.Members object) {
      repair(RepairKind.LIST_OF_ONE);
      via += "/0";
      take(object);
    }
  }

  // Objects

  @Override
  public boolean beginObject(ObjectNames names) {
    boolean envelope = Envelope.is(names);
    if (!envelope) {
      unlist();
      if (wrapped(names.typeName()) instanceof Node.Members inner && !hasKnown(names)) {
        unwrap(inner);
      }
    }
    boolean object = current instanceof Node.Members;
    if (envelope ? !hasKnown(names) : !object && isImplied(names)) {
      repair(RepairKind.MISSING_WRAPPER);
      enter(names, TreeLevel.single(current));
      return true;
    }
    if (!object) {
      misfit("an object " + names.typeName());
      return false;
    }
    PropertySpellings spellings = known.properties(names);
    Node.Members members = (Node.Members) current;
    enter(names, TreeLevel.object(members, spellings, discriminator));
    path.innermost().isCut = !members.isClosed();
    discriminator = null;
    return true;
  }

  /** Whether the object that is next has a property of these. */
  private boolean hasKnown(ObjectNames names) {
    PropertySpellings spellings = known.properties(names);
    if (current instanceof Node.Members object) {
      for (Node.Member member : object.list()) {
        if (spellings.indexOf(member.name()) >= 0) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether the value that is next can be the only property of an object. Texts cannot. */
  private boolean isImplied(ObjectNames names) {
    boolean text = current instanceof Node.Text value && stringTextOf(value) != null;
    boolean nothing = current instanceof Node.Text value && BareWords.isNull(value.value());
    return names.properties().size() == 1 && !text && !nothing && !isElement();
  }

  private static @Nullable String stringTextOf(Node.Text text) {
    return text.isBare() && BareWords.isValue(text.value()) ? null : text.value();
  }

  private void enter(ObjectNames names, TreeLevel level) {
    path.enterObject(names, findings.problemCount());
    path.innermost().via = via;
    levels.add(level);
  }

  @Override
  public int nextProperty() {
    TreeLevel level = levels.get(levels.size() - 1);
    ReadPath.Level object = path.innermost();
    int index = object.isMember ? nextOfMember(level, object) : nextOfObject(level, object);
    if (index < 0) {
      levels.remove(levels.size() - 1);
    } else {
      object.starts[index] = 1;
    }
    return index;
  }

  private int nextOfMember(TreeLevel level, ReadPath.Level member) {
    Node key = level.advance();
    if (key != null) {
      next(key);
      return member.starts[0] == 0 ? 0 : 1;
    }
    return -1;
  }

  private int nextOfObject(TreeLevel level, ReadPath.Level object) {
    while (level.hasNext()) {
      if (level.isSingle()) {
        next(Objects.requireNonNull(level.advance()));
        return 0;
      }
      Node.Member member = level.nextMember();
      object.key = member.name();
      next(member.value());
      int index = level.indexOf(member);
      Node first = level.first(member, index);
      if (first != null) {
        duplicate(first);
      } else if (index >= 0) {
        spelled(member.name(), object.names(), level);
        return index;
      } else if (index == PropertySpellings.NONE) {
        repair(RepairKind.UNKNOWN_PROPERTY);
      }
    }
    object.key = null;
    return -1;
  }

  private void spelled(String name, ObjectNames names, TreeLevel level) {
    RepairKind kind = level.spellings().repairOf(name);
    if (kind != null) {
      repair(path.pointer(), kind, names.typeName(), Excerpt.quoted(name));
    }
  }

  private void duplicate(Node first) {
    if (NodeJson.same(first, current)) {
      repair(RepairKind.DUPLICATE_PROPERTY);
    } else {
      findings.problem(
          path.pointer(), "the property once", "it again with another value: " + excerpt());
    }
  }

  @Override
  public int readVariant(VariantNames names) {
    unlist();
    if (wrapped(names.typeName()) instanceof Node.Members inner) {
      unwrap(inner);
    }
    if (!(current instanceof Node.Members object)) {
      misfit("an object " + names.typeName());
      return -1;
    }
    VariantChoice choice = known.variants(names).choose(object);
    if (choice.index() < 0) {
      findings.problem(
          path.pointer() + via + Place.ROOT.member(names.discriminator()).pointer(),
          oneOf(names),
          choice.found() == null ? "nothing" : source.excerpt(choice.found()));
      return -1;
    }
    if (choice.wrapper() != null) {
      unwrap(choice.wrapper());
    }
    discriminator = choice.discriminator();
    if (choice.kind() != null) {
      String pointer = path.pointer() + via;
      Node.Member member = choice.discriminator();
      repair(
          member == null ? pointer : pointer + Place.ROOT.member(member.name()).pointer(),
          choice.kind(),
          oneOf(names),
          member == null ? "" : source.excerpt(member.value()));
    }
    return choice.index();
  }

  // Lists and maps

  @Override
  public boolean beginArray() {
    if (wrapped("") instanceof Node.Elements inner) {
      unwrap(inner);
    }
    if (current instanceof Node.Elements array) {
      enterList(TreeLevel.list(array));
      return true;
    }
    boolean wrappable =
        !(current instanceof Node.Text text)
            || (text.form() != Node.Form.PROSE && !BareWords.isNull(text.value()));
    if (!wrappable || isElement()) {
      misfit("an array");
      return false;
    }
    repair(RepairKind.SINGLE_AS_LIST);
    enterList(TreeLevel.listOf(current));
    return true;
  }

  private void enterList(TreeLevel level) {
    path.enterArray(findings.problemCount());
    path.innermost().via = via;
    levels.add(level);
  }

  @Override
  public boolean nextElement() {
    TreeLevel level = levels.get(levels.size() - 1);
    Node element = level.advance();
    if (element == null) {
      levels.remove(levels.size() - 1);
      path.leave();
      return false;
    }
    if (!level.isSingle()) {
      path.innermost().index++;
    }
    next(element);
    return true;
  }

  @Override
  public boolean beginMap(ObjectNames entry) {
    if (wrapped("") instanceof Node.Elements inner) {
      unwrap(inner);
    }
    TreeLevel level;
    if (current instanceof Node.Members object) {
      repair(path.pointer() + via, RepairKind.MAP_AS_OBJECT, "an array of entries", "an object");
      level = TreeLevel.map(object);
    } else if (current instanceof Node.Elements array) {
      level = TreeLevel.list(array);
    } else {
      misfit("an array of entries");
      return false;
    }
    enterList(level);
    path.innermost().entry = entry;
    return true;
  }

  @Override
  public boolean nextEntry() {
    ReadPath.Level map = path.innermost();
    ObjectNames entry = Objects.requireNonNull(map.entry);
    TreeLevel level = levels.get(levels.size() - 1);
    while (level.hasNext()) {
      if (level.isMap()) {
        Node.Member member = level.nextMember();
        map.key = member.name();
        via = "";
        enter(entry, TreeLevel.entry(member));
        path.innermost().isMember = true;
        return true;
      }
      map.index++;
      next(Objects.requireNonNull(level.advance()));
      if (beginObject(entry)) {
        return true;
      }
    }
    levels.remove(levels.size() - 1);
    path.leave();
    return false;
  }

  // What is noted

  private void repair(RepairKind kind) {
    findings.repair(path.pointer() + via, kind, excerpt());
  }

  private String excerpt() {
    return source.excerpt(current);
  }

  @Override
  String lastElement() {
    return excerpt();
  }

  @Override
  String skippedValue() {
    if (asked
        && current instanceof Node.Text text
        && BareWords.isNull(text.value())
        && !text.isBare()) {
      nullWords.add(current);
    }
    return why.isEmpty() ? excerpt() : excerpt() + " (" + why + ")";
  }
}
