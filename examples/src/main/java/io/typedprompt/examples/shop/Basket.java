package io.typedprompt.examples.shop;

import io.typedprompt.annotations.Description;
import io.typedprompt.annotations.Tool;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** What one customer wants to buy. */
public final class Basket {
  private final Shop shop;
  private final Map<String, Integer> quantities = new LinkedHashMap<>();

  /** An empty basket of a customer of the shop. */
  public Basket(Shop shop) {
    this.shop = shop;
  }

  /**
   * Adds to what is in it.
   *
   * @throws IllegalArgumentException if there is no such product, or not enough of it; the model is
   *     told so
   */
  @Tool
  @Description("Puts a product into the customer's basket, and says what it holds then.")
  public Map<String, Integer> addToBasket(
      @Description("the product's SKU, as findProducts says it") String sku,
      @Description("how many to add, 1 or more") int quantity) {
    Product product = shop.product(sku);
    int wanted = quantities.getOrDefault(sku, 0) + quantity;
    if (quantity < 1 || wanted > product.left()) {
      throw new IllegalArgumentException(
          "There are " + product.left() + " of " + sku + ", so " + wanted + " cannot be bought.");
    }
    quantities.put(sku, wanted);
    return Map.copyOf(quantities);
  }

  /** What all of it costs, in US dollars. */
  BigDecimal total() {
    BigDecimal total = BigDecimal.ZERO;
    for (Map.Entry<String, Integer> entry : quantities.entrySet()) {
      BigDecimal price = shop.product(entry.getKey()).price();
      total = total.add(price.multiply(BigDecimal.valueOf(entry.getValue())));
    }
    return total;
  }

  /** How many of each product, by SKU. */
  Map<String, Integer> quantities() {
    return Map.copyOf(quantities);
  }
}
