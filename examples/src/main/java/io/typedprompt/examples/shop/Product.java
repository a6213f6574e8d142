package io.typedprompt.examples.shop;

import io.typedprompt.annotations.Description;
import java.math.BigDecimal;

/**
 * Something that the shop sells.
 *
 * @param sku the number by which it is ordered
 * @param name what it is called
 * @param price US dollars for one
 * @param left how many are in stock
 */
public record Product(
    @Description("the number by which it is ordered") String sku,
    String name,
    BigDecimal price,
    int left) {}
