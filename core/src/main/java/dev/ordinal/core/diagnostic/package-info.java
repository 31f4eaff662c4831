/** What Ordinal says: one finding, and all findings. Depends on the JDK only. */
@NullMarked
package dev.ordinal.core.diagnostic;

import org.jspecify.annotations.NullMarked;
