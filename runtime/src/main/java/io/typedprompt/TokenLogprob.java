package io.typedprompt;

import java.util.List;
import java.util.Objects;

/** How likely a token of the answer was. */
public final class TokenLogprob {
  private final String token;
  private final double logprob;
  private final List<TokenLogprob> top;

  private TokenLogprob(String token, double logprob, List<TokenLogprob> top) {
    this.token = Objects.requireNonNull(token, "token");
    this.logprob = logprob;
    this.top = List.copyOf(top);
  }

  /** A token without alternatives. */
  public static TokenLogprob of(String token, double logprob) {
    return new TokenLogprob(token, logprob, List.of());
  }

  /** A token and the likeliest ones at its place. */
  public static TokenLogprob of(String token, double logprob, List<TokenLogprob> top) {
    return new TokenLogprob(token, logprob, top);
  }

  /** The token's text; a part of a character may be written as a replacement character. */
  public String token() {
    return token;
  }

  /** The natural logarithm of the token's probability, 0 or less. */
  public double logprob() {
    return logprob;
  }

  /** The likeliest tokens at this place, as many as {@code topLogprobs} asked for. */
  public List<TokenLogprob> top() {
    return top;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TokenLogprob that
        && token.equals(that.token)
        && Double.compare(logprob, that.logprob) == 0
        && top.equals(that.top);
  }

  @Override
  public int hashCode() {
    return Objects.hash(token, logprob);
  }

  @Override
  public String toString() {
    return "logprob " + logprob;
  }
}
