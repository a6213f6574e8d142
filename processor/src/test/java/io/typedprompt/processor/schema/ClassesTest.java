package io.typedprompt.processor.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.typedprompt.OpenRouterClient;
import io.typedprompt.processor.harness.BuiltClasses;
import io.typedprompt.processor.harness.ScriptedModel;
import io.typedprompt.processor.harness.UserBuild;
import java.lang.reflect.InvocationTargetException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Classes as answers, and what Jackson's annotations say about properties. */
final class ClassesTest {
  private static BuiltClasses classes;

  private final ScriptedModel model = new ScriptedModel();

  @BeforeAll
  static void compile() {
    classes =
        new UserBuild()
            .source(
                """
                package classes;

                import com.fasterxml.jackson.annotation.*;
                import io.typedprompt.annotations.*;
                import java.util.*;
                import org.jspecify.annotations.Nullable;
                import tools.jackson.databind.PropertyNamingStrategies;
                import tools.jackson.databind.annotation.JsonNaming;

                @OpenRouterPrompt
                public interface Ask {
                  class Animal {
                    @Description("what it is called")
                    private String name = "none";
                    private boolean tame;

                    public String getName() {
                      return name;
                    }

                    public void setName(String name) {
                      this.name = name;
                    }

                    public boolean isTame() {
                      return tame;
                    }

                    public void setTame(boolean tame) {
                      this.tame = tame;
                    }

                    public int getLegs() {
                      return 4;
                    }
                  }

                  class Dog extends Animal {
                    private List<String> tricks = List.of();
                    private @Nullable String owner;
                    private int secret = 7;

                    public List<String> getTricks() {
                      return tricks;
                    }

                    @JsonProperty("can")
                    public void setTricks(List<String> tricks) {
                      this.tricks = tricks;
                    }

                    public @Nullable String getOwner() {
                      return owner;
                    }

                    public void setOwner(@Nullable String owner) {
                      this.owner = owner;
                    }

                    @JsonIgnore
                    public int getSecret() {
                      return secret;
                    }

                    public void setSecret(int secret) {
                      this.secret = secret;
                    }

                    @Override public String toString() {
                      return getName() + " " + isTame() + " " + tricks + " " + owner + " " + secret;
                    }
                  }

                  final class Range<T> {
                    private final T from;
                    private final Optional<T> to;

                    public Range(T from, Optional<T> to) {
                      if (from.equals(to.orElse(null))) {
                        throw new IllegalArgumentException("nothing is between them");
                      }
                      this.from = from;
                      this.to = to;
                    }

                    public T from() {
                      return from;
                    }

                    public Optional<T> getTo() {
                      return to;
                    }

                    @Override public String toString() {
                      return from + " to " + to;
                    }
                  }

                  final class Offer {
                    private final String item;
                    private final int price;
                    private final Optional<String> note;

                    private Offer(Builder b) {
                      this.item = b.item;
                      this.price = b.price;
                      this.note = b.note;
                    }

                    public static Builder builder() {
                      return new Builder();
                    }

                    public String item() {
                      return item;
                    }

                    public int getPrice() {
                      return price;
                    }

                    public Optional<String> note() {
                      return note;
                    }

                    @Override public String toString() {
                      return item + " " + price + " " + note;
                    }

                    public static final class Builder {
                      private String item = "";
                      private int price;
                      private Optional<String> note = Optional.empty();

                      @Description("what is sold")
                      public Builder item(String item) {
                        this.item = item;
                        return this;
                      }

                      public Builder withPrice(int price) {
                        if (price < 0) {
                          throw new IllegalArgumentException("nobody pays that");
                        }
                        this.price = price;
                        return this;
                      }

                      public Builder note(String note) {
                        return note(Optional.of(note));
                      }

                      public Builder note(Optional<String> note) {
                        this.note = note;
                        return this;
                      }

                      public Builder sealed() {
                        return this;
                      }

                      public Offer build() {
                        return new Offer(this);
                      }
                    }
                  }

                  abstract class Value {
                    public abstract String text();

                    public static Builder newBuilder() {
                      return new Made();
                    }

                    public abstract static class Builder {
                      public abstract Builder setText(String text);

                      public abstract Value build();
                    }

                    private static final class Made extends Builder {
                      private String text = "";

                      @Override public Builder setText(String text) {
                        this.text = text;
                        return this;
                      }

                      @Override public Value build() {
                        String made = text;
                        return new Value() {
                          @Override public String text() {
                            return made;
                          }

                          @Override public String toString() {
                            return "value " + made;
                          }
                        };
                      }
                    }
                  }

                  record Visible(int shown, @JsonIgnore @Nullable String hidden,
                      @JsonIgnore Optional<String> gone) {}

                  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
                  record Named(String firstName, String userID, @JsonProperty("x") int lastOne) {}

                  @JsonNaming(PropertyNamingStrategies.KebabCaseStrategy.class)
                  record Kebab(String firstName) {}

                  @UserMessage("?") Dog dog();
                  @UserMessage("?") Range<Integer> range();
                  @UserMessage("?") Offer offer();
                  @UserMessage("?") Value value();
                  @UserMessage("?") Visible visible();
                  @UserMessage("?") Named named();
                  @UserMessage("?") Kebab kebab();
                }
                """)
            .build();
  }

  @AfterEach
  void stop() {
    model.close();
  }

  @Test
  void beansAreSetInheritedPropertiesFirst() throws Exception {
    assertThat(ask("dog", "{'name':'Rex','tame':true,'can':['sit'],'owner':null}"))
        .hasToString("Rex true [sit] null 7");
    assertThat(schema().path("properties").toString())
        .isEqualTo(
            quoted(
                "{'name':{'type':'string','description':'what it is called'},"
                    + "'tame':{'type':'boolean'},'can':{'type':'array','items':{'type':'string'}},"
                    + "'owner':{'type':['string','null']}}"));
  }

  @Test
  void classesAreMadeByTheirOnlyConstructor() throws Exception {
    assertThat(ask("range", "{'from':1,'to':null}")).hasToString("1 to Optional.empty");
    JsonNode schema = model.takeRequest().at("/response_format/json_schema");
    assertThat(schema.path("name").asString()).isEqualTo("IntegerRange");
    assertThat(schema.at("/schema/properties").toString())
        .isEqualTo(quoted("{'from':{'type':'integer'},'to':{'type':['integer','null']}}"));

    model.answer(quoted("{'from':1,'to':1}"));
    assertThat(ask("range", "{'from':1,'to':2}")).hasToString("1 to Optional[2]");
    model.takeRequest();
    assertThat(model.takeRequest().path("messages").toString()).contains("nothing is between them");
  }

  @Test
  void classesAreMadeByTheirBuilder() throws Exception {
    assertThat(ask("offer", "{'item':'Tea','price':3,'note':'hot'}"))
        .hasToString("Tea 3 Optional[hot]");
    assertThat(schema().path("properties").toString())
        .isEqualTo(
            quoted(
                "{'item':{'type':'string','description':'what is sold'},"
                    + "'price':{'type':'integer'},'note':{'type':['string','null']}}"));

    model.answer(quoted("{'item':'Tea','price':-1,'note':null}"));
    assertThat(ask("offer", "{'item':'Tea','price':3,'note':null}"))
        .hasToString("Tea 3 Optional.empty");
    model.takeRequest();
    assertThat(model.takeRequest().path("messages").toString()).contains("nobody pays that");
    assertThat(ask("value", "{'text':'x'}")).hasToString("value x");
  }

  @Test
  void whatIsIgnoredIsNotAskedFor() throws Exception {
    assertThat(ask("visible", "{'shown':1}"))
        .hasToString("Visible[shown=1, hidden=null, gone=Optional.empty]");
    assertThat(schema().path("required").toString()).isEqualTo("[\"shown\"]");
  }

  @Test
  void namingStrategiesAreFollowed() throws Exception {
    assertThat(ask("named", "{'first_name':'A','user_id':'1','x':2}"))
        .hasToString("Named[firstName=A, userID=1, lastOne=2]");
    model.takeRequest();
    assertThat(ask("kebab", "{'first-name':'A'}")).hasToString("Kebab[firstName=A]");
  }

  private static String quoted(String json) {
    return json.replace('\'', '"');
  }

  private JsonNode schema() {
    return model.takeRequest().at("/response_format/json_schema/schema");
  }

  private Object ask(String method, String answer) throws Exception {
    model.answer(quoted(answer));
    Object prompts =
        classes
            .load("classes.AskImpl")
            .getConstructor(OpenRouterClient.class)
            .newInstance(model.client());
    try {
      return prompts.getClass().getMethod(method).invoke(prompts);
    } catch (InvocationTargetException e) {
      throw (Exception) e.getCause();
    }
  }
}
