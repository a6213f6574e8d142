package com.example;

import io.typedprompt.annotations.OpenRouterPrompt;
import io.typedprompt.annotations.UserMessage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@OpenRouterPrompt
public interface SectionPrompts {
  record Order(@Nullable String note, Optional<Customer> customer, List<Item> items) {}

  record Customer(String name, @Nullable Customer referredBy) {}

  record Item(String name, double price) {}

  @UserMessage(
      """
      {{#urgent}}
      Urgent!
      {{/urgent}}
      {{#order}}
      {{#note}}
      Note: {{.}}
      {{/note}}
      {{#customer}}
      By {{name}}, through {{referredBy.name}}.
      {{/customer}}
      {{^customer}}
      By somebody.
      {{/customer}}
      {{#items}}
      - {{name}} for {{price}}
      {{/items}}
      {{^items}}
      Nothing.
      {{/items}}
      {{/order}}
      {{^order.customer.referredBy}}
      Not referred.
      {{/order.customer.referredBy}}
      {{#words}}{{.}} {{/words}}
      {{#extra}}{{key}}{{order}}{{/extra}}
      """)
  String summary(boolean urgent, Order order, String[] words, Map<String, String> extra);
}
