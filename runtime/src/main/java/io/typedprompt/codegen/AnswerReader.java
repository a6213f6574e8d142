package io.typedprompt.codegen;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

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

  /** Notes that the element just read equals an earlier one of the set it goes into. */
  public abstract void duplicateElement();

  /** Notes that the object just left was refused by its Java constructor; returns null. */
  @SuppressWarnings("TypeParameterUnusedInFormals") // It only ever returns null.
  public abstract <T> @Nullable T rejected(IllegalArgumentException reason);
}
