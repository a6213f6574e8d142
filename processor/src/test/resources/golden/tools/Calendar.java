package com.example;

import io.typedprompt.annotations.Description;
import io.typedprompt.annotations.Tool;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

public record Calendar(LocalDate today) {
  @Tool
  @Description("Today's date.")
  @Override
  public LocalDate today() {
    return today;
  }

  @Tool
  CompletableFuture<Optional<String>> holiday(LocalDate date) {
    return CompletableFuture.completedFuture(Optional.empty());
  }
}
