import io.typedprompt.annotations.*;

@OpenRouterPrompt(tools = RainPrompts.Weather.class, toolChoice = "weather")
interface RainPrompts {
  @UserMessage("Shall I take an umbrella to {{city}}?")
  boolean umbrella(String city);

  final class Weather {
    @Tool
    public String currentWeather(Thread city) {
      return "";
    }

    @Tool
    public String forecast(String city) {
      return "";
    }
  }
}
