package dev.ordinal.dsl;

/**
 * One environment variable.
 *
 * @param name the variable's name
 * @param source where its value comes from
 */
public record EnvSpec(String name, EnvSource source) {}
