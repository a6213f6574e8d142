package com.example.contract;

import io.typedprompt.annotations.Description;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;

public record Triage(
    @Description("one sentence that a support lead can act on") String summary,
    Priority priority,
    List<String> labels,
    @Min(0) @Max(1) double confidence) {}
