package io.typedprompt.internal.answer;

import io.typedprompt.codegen.AnswerFormat;
import io.typedprompt.codegen.AnswerReader;
import io.typedprompt.codegen.EnumNames;
import io.typedprompt.codegen.ObjectNames;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A format as the processor generates it, with one property of each kind that a test needs. */
final class TriageFormat extends AnswerFormat<TriageFormat.Triage> {
  enum Priority {
    LOW,
    HIGH
  }

  record Customer(String name, Optional<Integer> age) {
    Customer {
      if (name.isEmpty()) {
        throw new IllegalArgumentException("a customer has a name");
      }
    }
  }

  record Triage(
      String summary,
      Priority priority,
      List<Customer> customers,
      Set<String> labels,
      @Nullable Double confidence) {}

  private static final ObjectNames TRIAGE =
      ObjectNames.of("Triage")
          .required("summary", "sum")
          .required("priority")
          .required("customers")
          .required("labels")
          .optional("confidence");
  private static final ObjectNames CUSTOMER =
      ObjectNames.of("Customer").required("name").optional("age");
  private static final EnumNames<Priority> PRIORITY =
      EnumNames.<Priority>of("Priority")
          .constant(Priority.LOW, "LOW", "minor")
          .constant(Priority.HIGH, "HIGH");

  TriageFormat() {
    super("Triage", "{}");
  }

  @Override
  public @Nullable Triage read(AnswerReader in) {
    if (!in.beginObject(TRIAGE)) {
      return null;
    }
    String summary = null;
    Priority priority = null;
    List<Customer> customers = null;
    Set<String> labels = null;
    Double confidence = null;
    int property;
    while ((property = in.nextProperty()) >= 0) {
      switch (property) {
        case 0 -> summary = in.readString();
        case 1 -> priority = in.readEnum(PRIORITY);
        case 2 -> customers = readCustomers(in);
        case 3 -> labels = readLabels(in);
        case 4 -> confidence = in.readNull() ? null : (Double) in.readDouble();
        default -> throw new AssertionError(property);
      }
    }
    return in.endObject() ? new Triage(summary, priority, customers, labels, confidence) : null;
  }

  private static List<Customer> readCustomers(AnswerReader in) {
    List<Customer> customers = new ArrayList<>();
    if (in.beginArray()) {
      while (in.nextElement()) {
        Customer customer = readCustomer(in);
        if (customer != null) {
          customers.add(customer);
        }
      }
    }
    return customers;
  }

  private static @Nullable Customer readCustomer(AnswerReader in) {
    if (!in.beginObject(CUSTOMER)) {
      return null;
    }
    String name = null;
    Optional<Integer> age = Optional.empty();
    int property;
    while ((property = in.nextProperty()) >= 0) {
      switch (property) {
        case 0 -> name = in.readString();
        case 1 -> age = in.readNull() ? Optional.empty() : Optional.of(in.readInt());
        default -> throw new AssertionError(property);
      }
    }
    if (!in.endObject()) {
      return null;
    }
    try {
      return new Customer(name, age);
    } catch (IllegalArgumentException e) {
      return in.rejected(e);
    }
  }

  private static Set<String> readLabels(AnswerReader in) {
    Set<String> labels = new LinkedHashSet<>();
    if (in.beginArray()) {
      while (in.nextElement()) {
        if (!labels.add(in.readString())) {
          in.duplicateElement();
        }
      }
    }
    return labels;
  }

  /** A format of an object with the one property {@code value}. */
  static <T> AnswerFormat<T> of(java.util.function.Function<AnswerReader, T> reader) {
    ObjectNames names = ObjectNames.of("Wrapper").required("value");
    return new AnswerFormat<>("Wrapper", "{}") {
      @Override
      public @Nullable T read(AnswerReader in) {
        if (!in.beginObject(names)) {
          return null;
        }
        T value = null;
        while (in.nextProperty() >= 0) {
          value = reader.apply(in);
        }
        return in.endObject() ? value : null;
      }
    };
  }

  static AnswerFormat<Integer> ints() {
    return of(AnswerReader::readInt);
  }

  static AnswerFormat<BigDecimal> decimals() {
    return of(AnswerReader::readBigDecimal);
  }

  static AnswerFormat<BigInteger> bigIntegers() {
    return of(AnswerReader::readBigInteger);
  }
}
