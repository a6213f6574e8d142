package io.typedprompt.internal.answer;

import io.typedprompt.RepairKind;
import io.typedprompt.codegen.ObjectNames;
import io.typedprompt.codegen.VariantNames;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads an answer that was parsed before, and takes what plainly means the value that is asked
 * though it is written in another way. All of that is noted.
 */
final class TreeReader extends TolerantReader {
  /** Whether a value may stand for an object of which it is the only property. */
  private final boolean implied;

  private boolean couldBeImplied;

  /** The member that told the type of the object that is entered next, if one did. */
  private Node.@Nullable Member discriminator;

  TreeReader(
      TreeSource source,
      KnownNames known,
      boolean roundIntegers,
      Set<Node> nulls,
      boolean implied,
      Findings findings) {
    super(source, known, roundIntegers, nulls, findings);
    this.implied = implied;
  }

  /** Whether there was a value that could stand for an object, but was not taken so. */
  boolean couldBeImplied() {
    return couldBeImplied;
  }

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
    if (envelope ? !hasKnown(names) : isImplied(names)) {
      repair(RepairKind.MISSING_WRAPPER);
      enter(names, envelope ? TreeLevel.enveloped(current) : TreeLevel.implied(current));
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

  /** Whether the value that is next stands for an object whose only property it is. */
  private boolean isImplied(ObjectNames names) {
    if (names.properties().size() != 1 || isElement() || hasKnown(names) || isTextOrNothing()) {
      return false;
    }
    boolean possible = !source.isInProse(current);
    couldBeImplied |= possible;
    return implied && possible;
  }

  private boolean isTextOrNothing() {
    if (current instanceof Node.Text text) {
      return !text.isBare() || !BareWords.isValue(text.value()) || BareWords.isNull(text.value());
    }
    return current instanceof Node.Members object && object.list().isEmpty();
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
    if (!(current instanceof Node.Members object)) {
      misfit("an object " + names.typeName());
      return -1;
    }
    VariantChoice choice = known.variants(names).choose(object);
    if (choice.index() < 0 && wrapped(names.typeName()) instanceof Node.Members inner) {
      unwrap(inner);
      choice = known.variants(names).choose(inner);
    }
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
    if (wrapped("") instanceof Node.Members inner) {
      couldBeImplied = true;
      if (implied) {
        unwrap(inner);
      }
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
}
