package dev.ordinal.core.yaml;

import dev.ordinal.core.diagnostic.Diagnostic;
import java.util.List;

/**
 * What a text holds.
 *
 * @param documents the objects in the order of the text, the items of Lists among them; those that could not be parsed at
 *     all are only in the findings
 * @param diagnostics what is wrong with the text itself, in the order of the text
 */
public record Reading(List<Document> documents, List<Diagnostic> diagnostics) {
    /** Copies both lists. */
    public Reading {
        documents = List.copyOf(documents);
        diagnostics = List.copyOf(diagnostics);
    }
}
