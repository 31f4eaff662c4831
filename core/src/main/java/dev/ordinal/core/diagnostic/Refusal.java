package dev.ordinal.core.diagnostic;

/**
 * What a Kubernetes 1.36 API server would answer.
 *
 * @param reason the cause's reason as the server spells it, such as {@code FieldValueRequired}, or {@code BadRequest}
 *     where the document cannot be decoded
 * @param field the field as the server spells it, which is not always where the fault is
 */
public record Refusal(String reason, String field) {}
