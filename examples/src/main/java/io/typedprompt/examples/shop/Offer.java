package io.typedprompt.examples.shop;

import io.typedprompt.annotations.Description;
import java.math.BigDecimal;
import java.util.List;

/**
 * What the assistant recommends.
 *
 * @param skus the products, the best first
 * @param total what they cost together, in US dollars
 * @param why words for the customer
 */
public record Offer(
    @Description("SKUs of the products, the best first") List<String> skus,
    BigDecimal total,
    @Description("one sentence for the customer") String why) {}
