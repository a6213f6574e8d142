package io.typedprompt.internal.answer;

import io.typedprompt.codegen.ObjectNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object, list or map that is being read, and how far. */
final class TreeLevel {
  /** The index of the member that told the object's type. */
  static final int DISCRIMINATOR = -2;

  private static final PropertySpellings NO_SPELLINGS = new PropertySpellings(ObjectNames.of(""));

  private final List<Node> values;
  private final List<Node.Member> members;
  private final PropertySpellings spellings;
  private final Node.@Nullable Member discriminator;
  private final boolean list;
  private final boolean single;

  /** The first value of each property that was there. */
  private final Map<Integer, Node> firsts = new HashMap<>(8);

  private boolean implied;
  private int next;

  private TreeLevel(
      List<Node> values,
      List<Node.Member> members,
      PropertySpellings spellings,
      Node.@Nullable Member discriminator,
      boolean list,
      boolean single) {
    this.values = values;
    this.members = members;
    this.spellings = spellings;
    this.discriminator = discriminator;
    this.list = list;
    this.single = single;
  }

  static TreeLevel object(
      Node.Members object, PropertySpellings spellings, Node.@Nullable Member discriminator) {
    return new TreeLevel(List.of(), object.list(), spellings, discriminator, false, false);
  }

  /** A value in place of the object that is there only to hold it. */
  static TreeLevel enveloped(Node value) {
    return new TreeLevel(List.of(value), List.of(), NO_SPELLINGS, null, false, true);
  }

  /** A value in place of the object of the user's whose only property it is. */
  static TreeLevel implied(Node value) {
    TreeLevel level = enveloped(value);
    level.implied = true;
    return level;
  }

  static TreeLevel list(Node.Elements array) {
    return new TreeLevel(array.list(), List.of(), NO_SPELLINGS, null, true, false);
  }

  /** A value in place of the list whose only element it is. */
  static TreeLevel listOf(Node value) {
    return new TreeLevel(List.of(value), List.of(), NO_SPELLINGS, null, true, true);
  }

  static TreeLevel map(Node.Members object) {
    return new TreeLevel(List.of(), object.list(), NO_SPELLINGS, null, false, false);
  }

  /** A member of a map as the entry that it is. */
  static TreeLevel entry(Node.Member member) {
    Node value = member.value();
    Node key = new Node.Text(value.start(), value.start(), member.name(), Node.Form.NAME);
    return new TreeLevel(List.of(key, value), List.of(), NO_SPELLINGS, null, false, false);
  }

  boolean isList() {
    return list;
  }

  /** Whether a single value stands for an object or list. */
  boolean isSingle() {
    return single;
  }

  /** Whether a single value stands for an object of the user's. */
  boolean isImplied() {
    return implied;
  }

  /** Whether it is a map that is written as an object. */
  boolean isMap() {
    return values.isEmpty() && !list;
  }

  boolean hasNext() {
    return next < values.size() + members.size();
  }

  /** Goes to the next value; null at the end. */
  @Nullable Node advance() {
    return next < values.size() ? values.get(next++) : null;
  }

  Node.Member nextMember() {
    return members.get(next++);
  }

  PropertySpellings spellings() {
    return spellings;
  }

  /** The index of the property that a member is. */
  int indexOf(Node.Member member) {
    int index = spellings.indexOf(member.name());
    boolean tells =
        index < 0 && discriminator != null && discriminator.name().equals(member.name());
    return tells ? DISCRIMINATOR : index;
  }

  /** The value that a property had before; null if it had none. */
  @Nullable Node first(Node.Member member, int index) {
    return index == PropertySpellings.NONE ? null : firsts.putIfAbsent(index, member.value());
  }
}
