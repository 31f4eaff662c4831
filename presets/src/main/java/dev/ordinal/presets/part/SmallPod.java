package dev.ordinal.presets.part;

/**
 * A pod beside the members for a look at something, which may run where only restricted pods may.
 *
 * @param name of the pod
 * @param user whom it runs as
 */
record SmallPod(String name, long user) {
    /** Nobody in particular. */
    static final long NOBODY = 65534;

    private static final String IMAGE = "busybox:1.37";

    /** The arguments of {@code kubectl run} for one that runs a command with a claim at {@code /backup}. */
    String withClaim(String claim, String... command) {
        return run(
                command,
                ", \"volumeMounts\": [{\"name\": \"backups\", \"mountPath\": \"/backup\"}]",
                ", \"volumes\": [{\"name\": \"backups\", \"persistentVolumeClaim\": {\"claimName\": \"" + claim
                        + "\"}}]");
    }

    /** The arguments for one that shows what a command says, and is gone. */
    String thatTells(String... command) {
        return run(command, ", \"stdin\": true, \"stdinOnce\": true", "") + " --rm -i";
    }

    private String run(String[] command, String container, String pod) {
        return "run " + name + " --image=" + IMAGE + " --restart=Never --overrides='{\"spec\": {\"securityContext\":"
                + " {\"runAsUser\": " + user + ", \"runAsNonRoot\": true, \"fsGroup\": " + user
                + ", \"seccompProfile\": {\"type\": \"RuntimeDefault\"}}, \"containers\": [{\"name\": \"" + name
                + "\", \"image\": \"" + IMAGE + "\", \"command\": [\"" + String.join("\", \"", command)
                + "\"], \"securityContext\": {\"allowPrivilegeEscalation\": false, \"capabilities\": {\"drop\":"
                + " [\"ALL\"]}}" + container + "}]" + pod + "}}'";
    }
}
