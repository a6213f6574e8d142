package com.example;

import io.typedprompt.annotations.Tool;

public interface Basket {
  @Tool
  void add(String sku, int count);

  @Tool
  String show();
}
