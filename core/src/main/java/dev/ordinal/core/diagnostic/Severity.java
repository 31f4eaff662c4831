package dev.ordinal.core.diagnostic;

/** How bad a finding is. Errors sort before warnings. */
public enum Severity {
    /** The API server refuses it, or it cannot work. */
    ERROR,
    /** It works until the first disturbance, and will be regretted. */
    WARNING
}
