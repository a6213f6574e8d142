package com.example;

import io.typedprompt.annotations.Tool;

public final class Rates {
  private Rates() {}

  @Tool
  static double rate(String from, String to) {
    return 1;
  }
}
