package dev.ordinal.dsl;

/** Something whose keys all become environment variables: a Secret, a ConfigMap, or files of the app. */
public sealed interface EnvBundle permits SecretRef, ConfigRef, FilesVolume {}
