package io.typedprompt.codegen;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A cursor over an answer's JSON that is told which type is wanted next.
 *
 * <p>It never throws because of what the answer says. A value that does not fit is noted as a
 * problem at its path, skipped, and read as a placeholder, so that one pass finds all problems;
 * whoever started the reading looks at the problems before the value is used.
 */
public abstract class AnswerReader {
  /** For the runtime's own readers. */
  protected AnswerReader() {}

  /** Reads a null if one is next; otherwise reads nothing and returns false. */
  public abstract boolean readNull();

  public abstract boolean readBoolean();

  public abstract byte readByte();

  public abstract short readShort();

  public abstract int readInt();

  public abstract long readLong();

  public abstract float readFloat();

  public abstract double readDouble();

  public abstract BigInteger readBigInteger();

  public abstract BigDecimal readBigDecimal();

  public abstract String readString();

  /** Reads a string of one character; the character zero if it is not one. */
  public abstract char readChar();

  /** Reads a text in a type's form; null if it is in another. */
  public abstract <T> @Nullable T readText(TextType<T> type);

  /**
   * Reads any JSON. It is written as a string of JSON text, since the schemas that providers take
   * know no value that can be anything; null if it is not one.
   */
  public abstract @Nullable JsonNode readJson();

  /** Reads one of an enum's constants; null if it is none. */
  public abstract <E extends Enum<E>> @Nullable E readEnum(EnumNames<E> names);

  /** Enters an object; false, with the value skipped, if the next value is something else. */
  public abstract boolean beginObject(ObjectNames names);

  /**
   * Goes to the next known property of the object and returns its index in the names; -1 when the
   * object ends. The property's value must be read before the next call.
   */
  public abstract int nextProperty();

  /**
   * Leaves the object after {@link #nextProperty()} returned -1. True if it fits: every required
   * property was there, and nothing inside it had a problem.
   */
  public abstract boolean endObject();

  /** Enters an array; false, with the value skipped, if the next value is something else. */
  public abstract boolean beginArray();

  /** Goes to the next element, which must then be read; false when the array has ended. */
  public abstract boolean nextElement();

  /**
   * Looks at the object that is next, which is one of several types, and returns which: its index
   * in the names. The object must then be read as that type; its discriminator counts as no unknown
   * property there. If it is none of the types, the value is skipped and -1 returned.
   */
  public abstract int readVariant(VariantNames names);

  /**
   * Enters a map: an array of objects with a key and a value. False, with the value skipped, if the
   * next value is something else.
   *
   * @param entry names of which the first is the key's and the second the value's
   */
  public abstract boolean beginMap(ObjectNames entry);

  /**
   * Goes to the next entry and enters it; false when the map has ended. The entry is then read and
   * left like an object that {@link #beginObject} entered. What is no entry is noted and skipped.
   */
  public abstract boolean nextEntry();

  /** Puts the entry just left into the map, or notes that its key was there before. */
  public abstract <K, V> void put(Map<K, V> map, K key, V value);

  /**
   * Notes that the value just read breaks a rule that its type does not tell. It is not noted where
   * the value had a problem already: what stands for it is then without meaning.
   *
   * @param expected what would keep the rule, in words: "at least 0"
   * @param found the value
   */
  public abstract void violation(String expected, @Nullable Object found);

  /** Notes that the element just read equals an earlier one of the set it goes into. */
  public abstract void duplicateElement();

  /** Notes that the object just left was refused by its Java constructor; returns null. */
  @SuppressWarnings("TypeParameterUnusedInFormals") // It only ever returns null.
  public abstract <T> @Nullable T rejected(IllegalArgumentException reason);
}
