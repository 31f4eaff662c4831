package dev.ordinal.core.change;

/** What changing a field does in the cluster, from the lightest to the gravest. */
public enum Effect {
    /** Takes effect in place: no pod is replaced. */
    FREE,
    /** The pod template differs: the controller replaces pods, or waits until they are deleted where it is told to. */
    ROLLS_PODS,
    /** The server refuses the new value. */
    REFUSED,
    /** The server refuses the change; only an object that is deleted and created anew can have the new value. */
    RECREATION_ONLY,
    /** Claims are deleted, or pods come up without the data that they had. */
    DANGEROUS_TO_DATA
}
