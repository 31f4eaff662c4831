/** What a Kubernetes 1.36 API server would refuse when an object is created, by kind and part. */
@NullMarked
package dev.ordinal.core.admission;

import org.jspecify.annotations.NullMarked;
