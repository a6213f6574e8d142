package io.typedprompt.examples.invoice;

import io.typedprompt.annotations.Description;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** What is on an invoice. */
public record Invoice(
    String number,
    String seller,
    LocalDate date,
    Optional<LocalDate> payableBy,
    List<Position> positions,
    @Description("the amount to pay, as printed") BigDecimal total,
    Currency currency) {

  /** A line of it. */
  public record Position(int quantity, String article, BigDecimal unitPrice) {
    BigDecimal amount() {
      return unitPrice.multiply(BigDecimal.valueOf(quantity));
    }
  }

  /** Whether the positions add up to the total. */
  boolean addsUp() {
    return positions.stream()
            .map(Position::amount)
            .reduce(BigDecimal.ZERO, BigDecimal::add)
            .compareTo(total)
        == 0;
  }
}
