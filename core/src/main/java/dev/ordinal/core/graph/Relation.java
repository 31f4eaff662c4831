package dev.ordinal.core.graph;

/** How one object refers to another. */
public enum Relation {
    /** A pod mounts a ConfigMap, a Secret or an existing claim as files. */
    MOUNTS,
    /** A StatefulSet's claim template makes a PersistentVolumeClaim for each ordinal. */
    CLAIMS,
    /** A Service, a disruption budget or a network policy selects the pods of a workload by their labels. */
    SELECTS,
    /** A StatefulSet names the Service that gives its pods their DNS names; that Service governs it. */
    GOVERNED_BY,
    /** A container takes environment from a ConfigMap or a Secret, one key or all of them. */
    READS_KEY_OF,
    /** A pod runs as a ServiceAccount; a RoleBinding binds a Role to ServiceAccounts. */
    BINDS,
    /** An autoscaler changes the number of replicas. */
    SCALES,
    /** A pod pulls its images with the credentials in a Secret. */
    PULLS_WITH
}
