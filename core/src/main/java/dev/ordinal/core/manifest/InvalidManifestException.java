package dev.ordinal.core.manifest;

import dev.ordinal.core.diagnostic.Report;

/** Thrown instead of printing a manifest that has errors; carries the whole report, which is its message too. */
public final class InvalidManifestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Report report;

    InvalidManifestException(Report report) {
        super("The manifest has errors:\n\n" + report);
        this.report = report;
    }

    /** Everything that was found. */
    public Report report() {
        return report;
    }
}
