package dev.ordinal.core.diagnostic;

/**
 * A finding that somebody has allowed, and why. It counts no more, but is told.
 *
 * @param finding what was found
 * @param reason why it is left as it is
 */
public record Allowed(Diagnostic finding, String reason) {
    /** One line: {@code allowed  GraceIsNotZero  StatefulSet shop/db: the cache holds nothing}. */
    @Override
    public String toString() {
        return "allowed  " + finding.rule() + "  " + finding.object() + ": "
                + reason.strip().replaceAll("\\s+", " ");
    }
}
