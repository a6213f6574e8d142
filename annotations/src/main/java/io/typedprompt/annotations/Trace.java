package io.typedprompt.annotations;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What observability tools that OpenRouter reports to are told of a request: the request's {@code
 * trace} object. Only members that are written are sent; the defaults mean nothing.
 */
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface Trace {
  /** Joins requests to one trace; usually an option of the call. */
  String traceId() default "";

  /** The name of the trace. */
  String traceName() default "";

  /** The name of the span in it. */
  String spanName() default "";

  /** The name of this request. */
  String generationName() default "";

  /** The span of the application's own trace that this request belongs to. */
  String parentSpanId() default "";

  /** Members of the application's own. */
  Metadata[] metadata() default {};
}
