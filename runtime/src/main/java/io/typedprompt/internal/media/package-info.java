/**
 * What images, documents, audio and video have in common: their bytes or address, and their type.
 */
@NullMarked
package io.typedprompt.internal.media;

import org.jspecify.annotations.NullMarked;
