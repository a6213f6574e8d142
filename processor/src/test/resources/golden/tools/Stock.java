package com.example;

import io.typedprompt.annotations.Description;
import io.typedprompt.annotations.Param;
import io.typedprompt.annotations.Tool;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

public class Stock {
  record Product(String sku, String name, BigDecimal price, int left) {}

  enum Order {
    CHEAPEST,
    NEWEST
  }

  @Tool
  @Description("Finds products that are in stock.")
  List<Product> find(
      @Description("words in the name") String words, Optional<Order> order, int most) {
    return List.of();
  }

  @Tool(name = "product", strict = false)
  @Description("One product by its SKU.")
  Product bySku(@Param("stock_keeping_unit") String sku) throws IOException {
    throw new IOException(sku);
  }
}
