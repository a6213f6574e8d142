package io.typedprompt.testing;

/** Ends the handling of a request with an error of the API. */
final class Rejection extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient ApiError error;

  Rejection(ApiError error) {
    super(error.message(), null, false, false);
    this.error = error;
  }

  static Rejection badRequest(String message) {
    return new Rejection(ApiError.badRequest(message));
  }

  ApiError error() {
    return error;
  }
}
