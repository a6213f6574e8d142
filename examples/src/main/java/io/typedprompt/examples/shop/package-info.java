/** A shop assistant that looks up products and fills a basket with tools. */
package io.typedprompt.examples.shop;
