/** The version of Kubernetes that a manifest is meant for, and what that version serves. */
@NullMarked
package dev.ordinal.core.version;

import org.jspecify.annotations.NullMarked;
