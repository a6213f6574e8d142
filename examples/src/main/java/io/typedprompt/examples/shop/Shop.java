package io.typedprompt.examples.shop;

import io.typedprompt.annotations.Description;
import io.typedprompt.annotations.Tool;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The shop's products: what the model may look up. */
public final class Shop {
  private final List<Product> products;

  /** A shop with these products. */
  public Shop(Product... products) {
    this.products = List.of(products);
  }

  /** A shop for the example. */
  public static Shop withHeadphones() {
    return new Shop(
        new Product("HP-100", "Headphones Studio", new BigDecimal("149.00"), 4),
        new Product("HP-200", "Headphones Travel", new BigDecimal("79.90"), 12),
        new Product("HP-300", "Headphones Kids", new BigDecimal("24.50"), 0),
        new Product("CB-010", "USB-C Cable", new BigDecimal("9.90"), 300));
  }

  /** Products by name and price. */
  @Tool
  @Description("Finds products of the shop, with their prices in US dollars and what is in stock.")
  public List<Product> findProducts(
      @Description("a word of the product's name") String word,
      @Description("the most that it may cost, in US dollars") Optional<BigDecimal> maxPrice) {
    return products.stream()
        .filter(product -> isCalled(product, word))
        .filter(product -> maxPrice.map(most -> product.price().compareTo(most) <= 0).orElse(true))
        .toList();
  }

  private static boolean isCalled(Product product, String word) {
    return product.name().toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT));
  }

  /** The product of a SKU. */
  Product product(String sku) {
    return products.stream()
        .filter(product -> product.sku().equals(sku))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no product " + sku + "."));
  }
}
