package io.typedprompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientBuilderTest {
  @Test
  void theKeyOfTheBuilderComesFirst() {
    assertThat(ApiKeys.resolve("given", "environment")).isEqualTo("given");
    assertThat(ApiKeys.resolve(null, "environment")).isEqualTo("environment");
    assertThat(ApiKeys.resolve(null, " environment\n")).isEqualTo("environment");
  }

  @Test
  void aMissingKeyNamesBothWays() {
    assertThatThrownBy(() -> ApiKeys.resolve(null, null))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "There is no API key. Set the environment variable OPENROUTER_API_KEY, or pass the key"
                + " to OpenRouterClient.builder().apiKey(...). Keys are made at"
                + " https://openrouter.ai/settings/keys.");
    assertThatThrownBy(() -> ApiKeys.resolve(null, "  "))
        .hasMessageStartingWith("There is no API key. ");
    assertThatThrownBy(() -> ApiKeys.resolve(" ", "environment"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("The API key is blank. Set the environment variable");
  }

  @Test
  void aKeyThatNoHeaderCanCarryIsNotShown() {
    assertThatThrownBy(() -> OpenRouterClient.builder().apiKey("sk-or-v1-secret\n").build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The API key has a character that a header cannot carry: a line feed at position 16 of"
                + " 16. Keys have visible ASCII characters only; was a line read with its end?");
    assertThatThrownBy(() -> OpenRouterClient.builder().apiKey("schlüssel").build())
        .hasMessageContaining("a control or non-ASCII character at position 5 of 9")
        .hasMessageNotContaining("schl");
  }

  @Test
  void theClientShowsWhereItPointsToButNotTheKey() {
    try (OpenRouterClient client = OpenRouterClient.builder().apiKey("sk-or-v1-secret").build()) {
      assertThat(client).hasToString("OpenRouterClient{https://openrouter.ai/api/v1}");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "https://openrouter.ai/api/v1, https://openrouter.ai/api/v1/chat/completions",
    "https://openrouter.ai/api/v1/, https://openrouter.ai/api/v1/chat/completions",
    "' http://localhost:8080/api/v1 ', http://localhost:8080/api/v1/chat/completions",
    "https://gateway.example/llm, https://gateway.example/llm/chat/completions",
    "http://localhost:1, http://localhost:1/chat/completions",
  })
  void theBaseUrlMayEndInASlash(String baseUrl, String endpoint) {
    assertThat(BaseUrls.chatCompletions(BaseUrls.parse(baseUrl))).hasToString(endpoint);
  }

  @ParameterizedTest
  @CsvSource({
    "openrouter.ai/api/v1, is not an address that starts with http:// or https://",
    "ftp://openrouter.ai/api/v1, is not an address that starts with http:// or https://",
    "'', is not an address that starts with http:// or https://",
    "https://openrouter.ai/api/v1?key=1, has a query or a fragment",
    "https://openrouter.ai/api/v1#a, has a query or a fragment",
    "https://openrouter.ai/api/v1/chat/completions, names an endpoint instead of the API",
  })
  void aWrongBaseUrlIsRefused(String baseUrl, String why) {
    assertThatThrownBy(() -> OpenRouterClient.builder().apiKey("key").baseUrl(baseUrl).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "baseUrl \""
                + baseUrl
                + "\" "
                + why
                + ". It is the API's address up to its version, such as"
                + " https://openrouter.ai/api/v1.");
  }

  @Test
  void aPasswordInTheBaseUrlIsNotShown() {
    assertThatThrownBy(() -> BaseUrls.parse("https://me:secret@openrouter.ai/api/v1"))
        .hasMessageStartingWith("baseUrl \"https://openrouter.ai/api/v1\" has a password.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "ü"})
  void attributionThatNoHeaderCanCarryIsRefused(String title) {
    assertThatThrownBy(() -> OpenRouterClient.builder().apiKey("key").appTitle(title).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("appTitle");
  }

  @Test
  void aTimeoutOfNothingIsRefused() {
    assertThatThrownBy(
            () -> OpenRouterClient.builder().apiKey("key").timeout(Duration.ZERO).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("timeout");
  }
}
