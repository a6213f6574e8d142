package io.typedprompt.testing;

/**
 * A provider of models.
 *
 * @param slug what routing preferences name
 * @param name what responses name
 */
record Provider(String slug, String name) {

  /** True if a routing slug means this provider, with or without a region or variant after it. */
  boolean isNamedBy(String routingSlug) {
    return routingSlug.equals(slug) || routingSlug.startsWith(slug + "/");
  }
}
