/** What can be told from the name of an image, and the files with what is known of well-known ones. */
@NullMarked
package dev.ordinal.core.image;

import org.jspecify.annotations.NullMarked;
