package io.typedprompt.internal.answer;

import io.typedprompt.RepairKind;
import io.typedprompt.codegen.ObjectNames;
import io.typedprompt.codegen.VariantNames;
import org.jspecify.annotations.Nullable;

/** Finds which of several types an object is. */
final class VariantMatcher {
  private final VariantNames names;
  private final KnownNames known;
  private final NameMatcher matcher = new NameMatcher();
  private final PropertySpellings discriminator;

  VariantMatcher(VariantNames names, KnownNames known) {
    this.names = names;
    this.known = known;
    this.discriminator = new PropertySpellings(ObjectNames.of("").required(names.discriminator()));
    for (int i = 0; i < names.variants().size(); i++) {
      matcher.add(i, names.variants().get(i).name());
      for (String alias : names.variants().get(i).aliases()) {
        matcher.addAlias(i, alias);
      }
    }
  }

  VariantChoice choose(Node.Members object) {
    Node.Member told = discriminator(object);
    if (told == null) {
      VariantChoice inside = inside(object);
      return inside == null ? only(object) : inside;
    }
    if (!(told.value() instanceof Node.Text text) || BareWords.isNull(text.value())) {
      return VariantChoice.none(told.value());
    }
    NameMatch match = matcher.match(text.value());
    RepairKind kind = match.kind();
    if (kind == null && !told.name().equals(names.discriminator())) {
      kind = RepairKind.SPELLING;
    }
    return match.isNone()
        ? VariantChoice.none(text)
        : new VariantChoice(match.index(), told, kind, null, null);
  }

  private Node.@Nullable Member discriminator(Node.Members object) {
    Node.Member spelled = null;
    for (Node.Member member : object.list()) {
      if (member.name().equals(names.discriminator())) {
        return member;
      }
      if (spelled == null && discriminator.indexOf(member.name()) >= 0) {
        spelled = member;
      }
    }
    return spelled;
  }

  /** The type whose name is that of the only member, which holds the object. */
  private @Nullable VariantChoice inside(Node.Members object) {
    if (object.list().size() != 1
        || !(object.list().get(0).value() instanceof Node.Members inner)) {
      return null;
    }
    NameMatch match = matcher.matchWhole(object.list().get(0).name());
    return match.isNone()
        ? null
        : new VariantChoice(match.index(), discriminator(inner), null, inner, null);
  }

  /** The only type that has all of the object's properties, and whose required ones it has. */
  private VariantChoice only(Node.Members object) {
    int only = -1;
    for (int i = 0; i < names.variants().size(); i++) {
      if (fits(object, names.variants().get(i).properties())) {
        if (only >= 0) {
          return VariantChoice.none(null);
        }
        only = i;
      }
    }
    return only < 0
        ? VariantChoice.none(null)
        : new VariantChoice(only, null, RepairKind.MISSING_DISCRIMINATOR, null, null);
  }

  private boolean fits(Node.Members object, ObjectNames properties) {
    if (object.list().isEmpty()) {
      // Nothing tells that it is the type without properties.
      return false;
    }
    PropertySpellings spellings = known.properties(properties);
    boolean[] found = new boolean[properties.properties().size()];
    for (Node.Member member : object.list()) {
      int index = spellings.indexOf(member.name());
      if (index < 0) {
        return false;
      }
      found[index] = true;
    }
    for (int i = 0; i < found.length; i++) {
      if (!found[i] && properties.properties().get(i).required()) {
        return false;
      }
    }
    return true;
  }
}
