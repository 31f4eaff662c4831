/** What the API server would accept and its user would regret: one class per rule, listed in StandardRules. */
@NullMarked
package dev.ordinal.core.rule;

import org.jspecify.annotations.NullMarked;
