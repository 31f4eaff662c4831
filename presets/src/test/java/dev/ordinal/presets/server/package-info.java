/**
 * Runs the pods of a resource graph as real processes: one network namespace and one container per pod, as the manifest
 * says and with nothing added. What is not the vendor's is the image; see {@link dev.ordinal.presets.server.Image}.
 */
@NullMarked
package dev.ordinal.presets.server;

import org.jspecify.annotations.NullMarked;
