package io.typedprompt.processor.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SimilarNamesTest {

  @ParameterizedTest
  @CsvSource({
    "custmer, customer",
    "nmae, name",
    "bdy, body",
    "bodyy, body",
    "temprature, temperature",
    "tepmerature, temperature",
    "ticket_body, ticketBody",
    "TICKET-BODY, ticketBody",
    "URL, url",
    "X, x",
    "größse, größe",
  })
  void findsWhatWasMeant(String written, String meant) {
    List<String> names =
        List.of("customer", "name", "body", "temperature", "ticketBody", "url", "x", "größe");
    assertThat(SimilarNames.nearest(written, names)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({
    "x, y",
    "ab, ac",
    "foo, bar",
    "foo, fob1",
    "subject, body",
    "customer, consumable",
    "temperature, tmprtr",
    "aaaaaaaaaaaaaaaaaaaa, aaaaaaaaaaaaaaaabbbb"
  })
  void offersNothingThatIsAnotherWord(String written, String other) {
    assertThat(SimilarNames.nearest(written, List.of(other))).isEmpty();
  }

  @Test
  void prefersTheNearestThenTheFirst() {
    assertThat(SimilarNames.nearest("userNam", List.of("userNames", "userName")))
        .contains("userName");
    assertThat(SimilarNames.nearest("user_name", List.of("usersname", "userName")))
        .contains("userName");
    assertThat(SimilarNames.nearest("cat", List.of("car", "can"))).contains("car");
    assertThat(SimilarNames.nearest("cat", List.of("can", "car"))).contains("can");
  }

  @Test
  void copesWithEmptyNames() {
    assertThat(SimilarNames.nearest("", List.of("a", ""))).contains("");
    assertThat(SimilarNames.nearest("a", List.of())).isEmpty();
    assertThat(SimilarNames.nearest("_", List.of("a", "-"))).isEmpty();
  }
}
